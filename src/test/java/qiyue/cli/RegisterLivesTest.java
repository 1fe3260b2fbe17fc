package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qiyue.OwnJava;

/** Facilities over two years, from the first inspection to the one that finds what was taken before in the register. */
class RegisterLivesTest {
    @TempDir
    private Path folder;

    private Path register() {
        return folder.resolve("r.db");
    }

    private static ObjectNode document(
            String region, String kind, String id, String day, String from, String to, String conduct) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("region", region);
        document.putObject("inspection").put("id", id).put("agency", "本地经办机构").put("inspectedOn", day);
        document.putObject("scope");
        document.putObject("facility")
                .put("name", "甲机构")
                .put("code", "F-1")
                .put("level", "tier-1")
                .put("ownership", "private")
                .putArray("kinds")
                .add(kind);
        document.putArray("agreements")
                .addObject()
                .put("id", "a1")
                .put("kind", kind)
                .put("from", from)
                .put("to", to);
        document.putArray("findings")
                .addObject()
                .put("id", "f1")
                .put("conduct", conduct)
                .put("status", "confirmed")
                .put("date", day)
                .putObject("money")
                .put("amount", 1000);
        // the text of Jinhua leaves its first day blank
        document.putArray("parameters").addObject().put("key", "in-force-from").put("date", "2020-07-01");
        return document;
    }

    private String written(ObjectNode document) throws IOException {
        return Files.writeString(
                        folder.resolve(document.path("inspection").path("id").asText() + ".json"), document.toString())
                .toString();
    }

    private void done(String day, String... words) {
        Run run = Run.of(
                Stream.of(Stream.of("register", register().toString()), Stream.of(words), Stream.of("--filed", day))
                        .flatMap(s -> s)
                        .toArray(String[]::new));
        assertThat(run.code()).as("%s%n%s", List.of(words), run.err()).isZero();
    }

    /** Found on the first of these days, suspended, served, run out, resumed. */
    private void suspended(
            ObjectNode document, String measure, String decided, String served, String ended, String resumed)
            throws IOException {
        String id = document.path("inspection").path("id").asText();
        done(document.path("inspection").path("inspectedOn").asText(), "add", written(document));
        done(decided, "choose", id, "--take", measure, "--months", "2", "--on", decided);
        done(served, "deliver", id, "--on", served, "--how", "直接送达");
        done(ended, "end", id, measure, "--on", ended);
        done(resumed, "resume", id, measure, "--on", resumed);
    }

    private JsonNode decided(String... words) throws IOException {
        Run run = Run.of(Stream.concat(Stream.of("evaluate", "--format", "json"), Stream.of(words))
                .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private JsonNode looked(ObjectNode document) throws IOException {
        return decided("--register", register().toString(), written(document));
    }

    private static List<String> lines(JsonNode decision, String kind) {
        List<String> lines = new ArrayList<>();
        decision.path("measures").forEach(m -> {
            if (m.path("kind").asText().equals(kind)) {
                lines.add(m.path("certainty").asText() + " "
                        + m.path("presumes").path(0).asText("") + " "
                        + m.path("breaches").path(0).asText(""));
            }
        });
        return lines;
    }

    private static ObjectNode history(ObjectNode document, String id, String kind, String decided, String... days) {
        ObjectNode fact = document.withArray("/history/measures").addObject();
        fact.put("id", id)
                .put("kind", kind)
                .put("cause", "violation")
                .put("decidedOn", decided)
                .put("agreement", "a1");
        fact.put("from", days[0]);
        if (days.length > 1) {
            fact.put("until", days[1]).put("resumedOn", days[2]);
        }
        return document;
    }

    /** A decision without digests, and without what only one with a register says. */
    static String plain(JsonNode decision) {
        ObjectNode copy = decision.deepCopy();
        copy.remove("inputDigest");
        var notes = copy.withArray("/notes");
        for (int i = notes.size() - 1; i >= 0; i--) {
            if (notes.get(i).path("kind").asText().endsWith("from-register")) {
                notes.remove(i);
            }
        }
        return copy.toPrettyString();
    }

    /** Beijing 19.3 with 18.p1: the second suspension for a breach within the term means termination. */
    @Test
    void beijing_a_second_suspension_in_a_term_of_two_years() throws IOException {
        suspended(
                document("beijing", "rehabilitation", "b1", "2025-03-10", "2025-01-01", "2026-12-31", "bed-hanging"),
                "suspend-agreement",
                "2025-03-20",
                "2025-03-25",
                "2025-05-24",
                "2025-05-30");
        ObjectNode next =
                document("beijing", "rehabilitation", "b2", "2026-09-10", "2025-01-01", "2026-12-31", "bed-hanging");
        assertThat(lines(decided(written(next)), "terminate")).isEmpty();

        JsonNode looked = looked(next);
        assertThat(lines(looked, "terminate")).containsExactly("conditional suspend-agreement beijing/rules-2025#19.3");
        ObjectNode byHand = next.deepCopy();
        history(
                byHand,
                "b1-suspend-agreement",
                "suspend-agreement",
                "2025-03-20",
                "2025-03-25",
                "2025-05-24",
                "2025-05-30");
        history(byHand, "b1-rectify", "rectify", "2025-03-20", "2025-03-25");
        assertThat(plain(looked)).isEqualTo(plain(decided(written(byHand))));

        // chosen again: the termination must follow, and once served it is history for an application
        done("2026-09-10", "add", written(next));
        done("2026-09-20", "choose", "b2", "--take", "suspend-agreement", "--months", "2", "--on", "2026-09-20");
        assertThat(lines(looked(next), "terminate")).containsExactly("established  beijing/rules-2025#19.3");
        // who asks why, what elsewhere, or for a page, is told of the same case
        Run why = Run.of("explain", "--register", register().toString(), "--clause", "19.3", written(next));
        assertThat(why.out())
                .contains("b1-suspend-agreement")
                .contains("因本次选择而适用")
                .doesNotContain("视本次选择而定");
        assertThat(Run.of("explain", "--clause", "19.3", written(next)).out()).doesNotContain("b1-suspend-agreement");
        assertThat(Run.of("compare", "--register", register().toString(), written(next))
                        .out())
                .isNotEqualTo(Run.of("compare", written(next)).out());
        assertThat(Run.of(
                                "evaluate",
                                "--format",
                                "html",
                                "--register",
                                register().toString(),
                                written(next))
                        .out())
                .contains("取自登记簿", "b1 中止（暂停）服务协议")
                .doesNotContain("b1-suspend-agreement");
        done("2026-09-25", "deliver", "b2", "--on", "2026-09-25");
        Run shown = Run.of("register", register().toString(), "show", "b2");
        assertThat(shown.out()).contains("解除服务协议　决定 2026-09-20　自 2026-09-25");
        assertThat(Run.of("register", register().toString(), "verify").code()).isZero();
    }

    /** Xilingol 45.3: the third suspension within the term may terminate; two were in the year before. */
    @Test
    void xilingol_a_third_suspension_in_a_term_of_two_years() throws IOException {
        ObjectNode first =
                document("xilingol", "rehabilitation", "x1", "2024-02-05", "2024-01-01", "2025-12-31", "social-impact");
        ObjectNode second =
                document("xilingol", "rehabilitation", "x2", "2024-08-05", "2024-01-01", "2025-12-31", "social-impact");
        suspended(first, "suspend-service", "2024-02-20", "2024-02-26", "2024-04-25", "2024-04-28");
        suspended(second, "suspend-service", "2024-08-20", "2024-08-26", "2024-10-25", "2024-10-28");
        ObjectNode third =
                document("xilingol", "rehabilitation", "x3", "2025-03-05", "2024-01-01", "2025-12-31", "social-impact");
        assertThat(lines(decided(written(third)), "terminate")).isEmpty();

        JsonNode looked = looked(third);
        assertThat(lines(looked, "terminate"))
                .containsExactly("conditional suspend-service xilingol/rehabilitation-2022#45.3");
        ObjectNode byHand = third.deepCopy();
        history(
                byHand,
                "x1-suspend-service",
                "suspend-service",
                "2024-02-20",
                "2024-02-26",
                "2024-04-25",
                "2024-04-28");
        history(
                byHand,
                "x2-suspend-service",
                "suspend-service",
                "2024-08-20",
                "2024-08-26",
                "2024-10-25",
                "2024-10-28");
        assertThat(plain(looked)).isEqualTo(plain(decided(written(byHand))));
    }

    /** Xilingol 45.3 counts within the term: two suspensions under the agreement before are none under the one that followed it. */
    @Test
    void xilingol_a_suspension_in_the_term_after_two_in_the_term_before() throws IOException {
        for (String[] c : new String[][] {
            {"x1", "2024-02-05", "2024-02-20", "2024-02-26", "2024-04-25", "2024-04-28"},
            {"x2", "2024-08-05", "2024-08-20", "2024-08-26", "2024-10-25", "2024-10-28"}
        }) {
            suspended(
                    document("xilingol", "rehabilitation", c[0], c[1], "2023-01-01", "2024-12-31", "social-impact"),
                    "suspend-service",
                    c[2],
                    c[3],
                    c[4],
                    c[5]);
        }
        // its agreement bears the same id as that of the term before
        ObjectNode third =
                document("xilingol", "rehabilitation", "x3", "2025-03-05", "2025-01-01", "2026-12-31", "social-impact");

        JsonNode looked = looked(third);
        assertThat(lines(looked, "terminate")).isEmpty();
        assertThat(lines(looked, "suspend-service")).isNotEmpty();
        ObjectNode byHand = third.deepCopy();
        byHand.withArray("/agreements")
                .addObject()
                .put("id", "x1-a1")
                .put("kind", "rehabilitation")
                .put("from", "2023-01-01")
                .put("to", "2024-12-31");
        history(
                byHand,
                "x1-suspend-service",
                "suspend-service",
                "2024-02-20",
                "2024-02-26",
                "2024-04-25",
                "2024-04-28");
        history(
                byHand,
                "x2-suspend-service",
                "suspend-service",
                "2024-08-20",
                "2024-08-26",
                "2024-10-25",
                "2024-10-28");
        byHand.path("history").path("measures").forEach(m -> ((ObjectNode) m).put("agreement", "x1-a1"));
        assertThat(plain(looked)).isEqualTo(plain(decided(written(byHand))));

        // under the second agreement it is the first: a second within that term is not the third
        done("2025-03-05", "add", written(third));
        done("2025-03-20", "choose", "x3", "--take", "suspend-service", "--months", "2", "--on", "2025-03-20");
        done("2025-03-25", "deliver", "x3", "--on", "2025-03-25");
        ObjectNode fourth =
                document("xilingol", "rehabilitation", "x4", "2025-09-05", "2025-01-01", "2026-12-31", "social-impact");
        assertThat(lines(looked(fourth), "terminate")).isEmpty();
        assertThat(Run.of("register", register().toString(), "verify").code()).isZero();
    }

    /** An application handed in on the day, by the facility whose agreement is over. */
    private static ObjectNode application(String region, String id, String filed, String day) {
        ObjectNode document = document(region, "medical", id, day, "2024-01-01", "2025-12-31", "fraud");
        document.remove("findings");
        document.putArray("agreements");
        document.putArray("applications")
                .addObject()
                .put("id", "p1")
                .put("kind", "medical")
                .put("filedOn", filed);
        return document;
    }

    /** Found, decided as the text has it, and served: what must be taken needs no choice to be history. */
    private void terminated(ObjectNode document, String decided, String served) throws IOException {
        String id = document.path("inspection").path("id").asText();
        document.withObject("/inspection").put("decidedOn", decided);
        done(decided, "add", written(document));
        done(served, "deliver", id, "--on", served);
    }

    private static List<String> days(JsonNode decision, String kind) {
        List<String> days = new ArrayList<>();
        decision.path("measures").forEach(m -> {
            if (m.path("kind").asText().equals(kind)) {
                days.add(m.path("certainty").asText() + " "
                        + m.path("terms").path("until").asText(""));
            }
        });
        return days;
    }

    /** Jinhua 5.2: terminated for fraud on 30 May 2024, the facility may not apply until 30 May 2026; the day itself is barred too. */
    @Test
    void jinhua_an_application_within_twenty_four_months_of_a_termination() throws IOException {
        terminated(
                document("jinhua", "medical", "j1", "2024-05-10", "2024-01-01", "2025-12-31", "fraud"),
                "2024-05-30",
                "2024-06-03");
        ObjectNode early = application("jinhua", "j2", "2026-03-10", "2026-03-20");
        assertThat(lines(decided(written(early)), "bar-application")).isEmpty();

        JsonNode looked = looked(early);
        assertThat(days(looked, "bar-application")).containsExactly("established 2026-05-30");
        assertThat(looked.path("measures").toString()).contains("jinhua/measures-2020#5.2", "j1-terminate");

        assertThat(days(looked(application("jinhua", "j3", "2026-05-30", "2026-06-10")), "bar-application"))
                .containsExactly("established 2026-05-30");
        assertThat(days(looked(application("jinhua", "j4", "2026-05-31", "2026-06-10")), "bar-application"))
                .isEmpty();
    }

    /** Shanxi Measures 11 (5): terminated on 20 March 2023, the facility may not apply until three years are over. */
    @Test
    void shanxi_an_application_within_three_years_of_a_termination() throws IOException {
        ObjectNode first =
                document("shanxi", "medical", "s1", "2023-03-10", "2023-01-01", "2024-12-31", "serious-consequences");
        terminated(first, "2023-03-20", "2023-03-27");
        ObjectNode next = application("shanxi", "s2", "2024-04-07", "2024-04-20");
        assertThat(decided(written(next)).path("breaches").toString()).doesNotContain("measures-2022#11.5");

        JsonNode looked = looked(next);
        assertThat(looked.path("breaches").findValuesAsText("clause")).contains("shanxi/measures-2022#11.5");
        assertThat(looked.path("breaches").toString()).contains("s1-terminate");
        assertThat(days(looked, "may-not-apply")).contains("established 2026-03-27");
    }

    /** Whoever has no register loads none of it: neither the register nor a database. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_plain_evaluation_loads_no_database() throws Exception {
        Path loaded = folder.resolve("loaded");
        Process process = new ProcessBuilder(OwnJava.command(
                        List.of("-Xlog:class+load:file=" + loaded, "-Dqiyue.home=."),
                        "qiyue.cli.Main",
                        "evaluate",
                        "samples/jinhua-investigation.json"))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(loaded))
                .contains("qiyue.cli.EvaluateCommand")
                .doesNotContain("org.sqlite")
                .doesNotContain("java.sql.Connection")
                .doesNotContain("qiyue.register.");
    }
}
