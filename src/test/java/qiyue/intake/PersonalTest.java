package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Vocabulary;

/** A masked document names nobody and decides the same. */
class PersonalTest {
    private static final Qiyue QIYUE = open();

    private static Qiyue open() {
        try {
            return Qiyue.open(Path.of("rules"));
        } catch (Problems e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode masked(JsonNode document, Personal.Texts texts) {
        Vocabulary vocabulary = QIYUE.library().vocabulary();
        return Personal.masked(document, vocabulary, texts);
    }

    @Test
    void onePersonHasOnePseudonymAndTwoHaveTwo() throws Problems {
        JsonNode masked = masked(Sources.json("""
                        {"findings": [
                          {"worker": "王志刚", "people": ["刘敏", "王芳"], "note": "王志刚称刘敏未到场；王某未说明"},
                          {"worker": "王志刚", "item": "刘敏牌轮椅"},
                          {"worker": "330702197001010011"}, {"worker": "Li Wei"}]}
                        """, "test"), Personal.Texts.PSEUDONYMS);
        assertThat(masked).isEqualTo(Sources.json("""
                                {"findings": [
                                  {"worker": "王某1", "people": ["刘某2", "王某3"], "note": "王某1称刘某2未到场；王某未说明"},
                                  {"worker": "王某1", "item": "刘敏牌轮椅"},
                                  {"worker": "某4"}, {"worker": "L某5"}]}
                                """, "test"));
    }

    @Test
    void numbersOfCardsAreKnownWhereverTheyStandAndTelephonesInTexts() throws Problems {
        JsonNode masked = masked(Sources.json("""
                        {"records": {"stays": [{"id": "33070219900101123X", "note": "电话13812345678，证号330702199001011234"}]},
                         "findings": [{"id": "13812345678", "stay": "33070219900101123X", "item": "202302310000000001"}]}
                        """, "test"), Personal.Texts.PSEUDONYMS);
        assertThat(masked).isEqualTo(Sources.json("""
                        {"records": {"stays": [{"id": "某1", "note": "电话某2，证号某3"}]},
                         "findings": [{"id": "13812345678", "stay": "某1", "item": "202302310000000001"}]}
                        """, "test"));
    }

    /** Neither the words of a problem nor the line it stands in name anybody, whatever stands beside the mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"\"张三丰\"", "\"confirmed\"", "张三丰", "\"confirmed\", \"张三丰\": 1", "[\"Li Wei\"]"})
    void problemsNameNobody(String status) {
        String text = """
                {"region": "jinhua", "inspection": {"id": "i1", "inspectedOn": "2023-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"], "leaders": ["王五六"]}, "agreements": [],
                 "findings": [{"id": "f1", "people": ["李四光", "Li Wei"], "worker": "张三丰", "note": "Tel 13812345678", "status": %s,
                   "conduct": "330702199001011234"}]}
                """.formatted(status);
        assertThatThrownBy(() -> QIYUE.masked().decide(new InspectionText("x.json", text)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).isNotEmpty().allSatisfy(p -> {
                            for (String lang : List.of("zh", "en")) {
                                assertThat(p.render(lang))
                                        .doesNotContain(
                                                "张三丰", "李四光", "王五六", "Li Wei", "13812345678", "330702199001011234");
                            }
                        }));
    }

    @Test
    void aNameInsideAnotherIsNotTakenForIt() throws Problems {
        JsonNode masked = masked(
                Sources.json("{\"people\": [\"李明\", \"李明华\", \"华\"], \"note\": \"李明华、李明、华\"}", "test"),
                Personal.Texts.PSEUDONYMS);
        assertThat(masked.path("note").asText()).isEqualTo("李某2、李某1、华");
        JsonNode single =
                masked(Sources.json("{\"people\": [\"华\"], \"note\": \"华、华\"}", "test"), Personal.Texts.PSEUDONYMS);
        assertThat(single.path("note").asText()).isEqualTo("华、华");
    }

    /** A remark writes a name as it likes; words that hold its letters by chance stay. */
    @Test
    void aNameIsKnownHoweverARemarkWritesIt() throws Problems {
        JsonNode masked = masked(Sources.json("""
                        {"people": ["Li Weiming", "赵钱孙", "阿依古丽·买买提", "Li"],
                         "note": "LI WEIMING、ｌｉ　ｗｅｉｍｉｎｇ、LiWeiming，赵 钱　孙；阿依古丽买买提、阿依古丽•买买提，clinic、LI 在场"}
                        """, "test"), Personal.Texts.PSEUDONYMS);
        assertThat(masked.path("note").asText()).isEqualTo("L某1、L某1、L某1，赵某2；阿某3、阿某3，clinic、L某4 在场");
    }

    /** A text is gone through once: as many people as lines take no more than both one after the other. */
    @Test
    void howManyNamesThereAreDoesNotMatterToAText() {
        Set<String> names =
                IntStream.range(0, 20_000).mapToObj(i -> "患者%05d号".formatted(i)).collect(Collectors.toSet());
        KnownNames known = new KnownNames(names);
        var thread = ManagementFactory.getThreadMXBean();
        long began = thread.getCurrentThreadCpuTime();
        String masked = known.replace("患者，" + "经查 患者 00007 号 在场；".repeat(20_000), (name, found) -> "某");

        assertThat(masked).isEqualTo("患者，" + "经查 某 在场；".repeat(20_000));
        assertThat(thread.getCurrentThreadCpuTime() - began).isLessThan(10_000_000_000L);
    }

    @Test
    void textsCanBeLeftOutWhole() throws Problems {
        assertThat(masked(
                        Sources.json("{\"findings\": [{\"id\": \"f1\", \"note\": \"x\"}]}", "test"),
                        Personal.Texts.LEFT_OUT))
                .isEqualTo(Sources.json("{\"findings\": [{\"id\": \"f1\"}]}", "test"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleDecidesTheSameAndNamesNobody(Path sample) throws Problems {
        JsonNode plain = Sources.json(Sources.text(sample, sample.toString()), sample.toString());
        JsonNode masked = masked(plain, Personal.Texts.LEFT_OUT);
        assertThat(masked(masked, Personal.Texts.LEFT_OUT)).as("masked again").isEqualTo(masked);
        Decision decided = decide(masked, sample);
        assertThat(lines(decided)).isEqualTo(lines(decide(plain, sample)));
        Set<String> names = new TreeSet<>();
        names(plain, names);
        String said = decided.toString() + masked;
        assertThat(names).allSatisfy(name -> assertThat(said).doesNotContain(name));
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Decision decide(JsonNode document, Path sample) throws Problems {
        return QIYUE.decide(new InspectionText(sample.toString(), document.toString()));
    }

    /** What was decided, without saying on whom. */
    private static List<String> lines(Decision d) {
        return Stream.<Stream<String>>of(
                        d.breaches().stream().map(b -> b.clause() + " " + b.certainty()),
                        d.measures().stream()
                                .map(m -> String.join(
                                        " ",
                                        m.modality().name(),
                                        m.kind(),
                                        m.clauses().toString(),
                                        m.amount().toPlainString(),
                                        m.facts().toString(),
                                        m.people().size() + "",
                                        m.absorbedBy(),
                                        m.choice())),
                        d.duties().stream().map(u -> u.toString().replaceAll("people=\\[[^]]*]", "")),
                        d.questions().stream().map(q -> q.toString()),
                        Stream.of(d.money().toString(), d.settling().toString()))
                .flatMap(s -> s)
                .sorted()
                .toList();
    }

    private static void names(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(f -> {
                if (Set.of("worker", "people", "leaders").contains(f.getKey())) {
                    texts(f.getValue(), names);
                } else {
                    names(f.getValue(), names);
                }
            });
        } else {
            node.forEach(n -> names(n, names));
        }
    }

    private static void texts(JsonNode value, Set<String> names) {
        if (value.isTextual() && value.asText().length() > 1) {
            names.add(value.asText());
        }
        value.forEach(v -> texts(v, names));
    }
}
