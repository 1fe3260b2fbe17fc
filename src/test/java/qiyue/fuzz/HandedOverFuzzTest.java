package qiyue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.Zips;
import qiyue.cli.Run;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.receipt.Receipt;

/**
 * Files that the program wrote, or that go with an inspection, spoilt and handed back: receipts, archives, packs, entries of a
 * register and its file, decisions, tables, maps. Where a digest guards them it is made to fit again, so that what lies behind
 * it is tried too. Whatever comes is an answer: never an internal error, never anything of the program's inside.
 */
class HandedOverFuzzTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String INSPECTION = """
            {"region": "testland", "inspection": {"id": "%s", "agency": "a", "inspectedOn": "2025-05-05"}, "scope": {"topics": ["stays"]},
             "facility": {"name": "h", "code": "H1", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-04-01",
                           "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}}]}
            """;

    @TempDir
    private Path folder;

    private String rules = "";

    @BeforeEach
    void write() throws IOException {
        rules = TinyRules.in(folder.resolve("rules")).root().toString();
        Files.writeString(file("one.json"), INSPECTION.formatted("1"));
        Files.writeString(file("two.json"), INSPECTION.formatted("2"));
        sound("evaluate --rules RULES --receipt F/receipts --format ndjson --out F/all.ndjson F/one.json F/two.json");
        sound("archive F/one.json --out F/case.zip --rules RULES");
        sound("rules pack --out F/pack.zip --rules RULES");
        sound("register F/cases.db add F/one.json --rules RULES");
        sound("register F/cases.db export --out F/entries");
        Files.writeString(
                file("rows.csv"),
                "编号,费用日期,项目名称,类别,金额,已支付\nc1,2025-04-01,床位费,other,10.00,1.00\nc2,2025-04-02,药,other,3.00,0\n");
        Files.writeString(file("map.yaml"), "columns: {id: 编号}\n");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void sound(String line) {
        assertThat(run(line)).as(line).isZero();
    }

    private int run(String line) {
        return answered(line).code();
    }

    private record Answer(int code, String said) {}

    private Answer answered(String line) {
        String[] words = Arrays.stream(line.split(" "))
                .map(w -> w.replace("F/", folder + "/").replace("RULES", rules))
                .toArray(String[]::new);
        Run run = Run.of(words);
        return new Answer(run.code(), run.out() + "\n" + run.err());
    }

    /** Runs the verbs over the file; what is told is a problem, as the tries count it. */
    private Fuzz.Attempt attempt(Path spoilt, byte[] bytes, List<String> verbs) {
        return new Fuzz.Attempt(new String(bytes, StandardCharsets.ISO_8859_1), () -> {
            Files.write(spoilt, bytes);
            List<Problem> told = new ArrayList<>();
            for (String verb : verbs) {
                Answer answer = answered(verb);
                if (answer.code() == 4
                        || answer.said().contains("Exception")
                        || answer.said().codePoints().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
                    throw new IllegalStateException(verb + " exit " + answer.code() + ": "
                            + answered(verb + " --debug").said());
                }
                if (answer.code() != 0) {
                    told.add(Problem.at("told", "x", "", new Text("x", "x"), new Text("", "")));
                }
            }
            if (told.size() == verbs.size()) {
                throw new Problems(told);
            }
            return "";
        });
    }

    /** Some bits turned, or an end cut off; now and then nothing. */
    private static byte[] spoilt(byte[] sound, long seed) {
        if (seed % 8 == 0) {
            return sound;
        }
        Random random = new Random(seed);
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void receipts() throws Exception {
        List<String> sound = Files.readAllLines(file("receipts"));
        List<String> verbs = List.of("verify --rules RULES F/spoilt", "verify --rules RULES --format json F/spoilt");
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt"),
                        seed % 5 == 0 ? spoilt(lines(sound), seed) : lines(chained(sound, seed % 2, part(seed))),
                        verbs));
    }

    /** The document or the decision of one receipt spoilt. */
    private static UnaryOperator<ObjectNode> part(long seed) {
        String part = seed % 3 == 0 ? "document" : "decision";
        return body -> body.has(part) ? body.set(part, new Spoiler(seed).spoil(body.path(part))) : body;
    }

    /** One line spoilt, and the chain made to fit it. */
    private static List<String> chained(List<String> sound, long which, UnaryOperator<ObjectNode> spoiling) {
        List<String> chain = new ArrayList<>();
        String last = "";
        for (String line : sound) {
            ObjectNode body = (ObjectNode) read(line);
            body.remove("digest");
            body = chain.size() == which ? spoiling.apply(body) : body;
            if (!last.isEmpty()) {
                body.put("previous", last);
            }
            last = digest(body);
            body.put("digest", last);
            chain.add(body.toString());
        }
        return chain;
    }

    /** Its digest; something like one where it has no canonical form. */
    private static String digest(JsonNode body) {
        try {
            return "sha256:" + Digest.of(Receipt.canonical(body).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return "sha256:" + "0".repeat(64);
        }
    }

    @Test
    void entries_of_a_register() throws Exception {
        List<String> sound = Files.readAllLines(file("entries"));
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt"),
                        seed % 5 == 0
                                ? spoilt(lines(sound), seed)
                                : lines(chained(sound, seed % sound.size(), whole(seed))),
                        List.of(
                                "register F/other-" + seed + ".db import F/spoilt",
                                "register F/other-" + seed + ".db list",
                                "register F/other-" + seed + ".db verify",
                                "evaluate F/one.json --rules RULES --register F/other-" + seed + ".db")));
    }

    /** All of an entry spoilt. */
    private static UnaryOperator<ObjectNode> whole(long seed) {
        return body -> new Spoiler(seed).spoil(body) instanceof ObjectNode object ? object : body;
    }

    @Test
    void the_file_of_a_register() throws Exception {
        byte[] sound = Files.readAllBytes(file("cases.db"));
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt-" + seed + ".db"),
                        spoilt(sound, seed),
                        List.of(
                                "register F/spoilt-" + seed + ".db list",
                                "register F/spoilt-" + seed + ".db verify",
                                "register F/spoilt-" + seed + ".db add F/two.json --rules RULES",
                                "evaluate F/two.json --rules RULES --register F/spoilt-" + seed + ".db")));
    }

    @Test
    void decisions_read_back() throws Exception {
        List<String> sound = Files.readAllLines(file("all.ndjson"));
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt.ndjson"),
                        seed % 5 == 0
                                ? spoilt(lines(sound), seed)
                                : lines(List.of(sound.get(0), altered(sound.get(1), seed))),
                        List.of(
                                "report F/spoilt.ndjson --rules RULES --out F/all.xlsx --out F/all.html",
                                "trend F/all.ndjson F/spoilt.ndjson --rules RULES",
                                "upgrade-check --decisions F/spoilt.ndjson F/one.json F/two.json --rules RULES",
                                "evaluate --since F/spoilt.ndjson --format ndjson F/one.json F/two.json --rules RULES",
                                "rules find F/spoilt.ndjson F/pack.zip")));
    }

    private static String altered(String line, long seed) {
        return new Spoiler(seed).spoil(read(line)).toString();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void packs_and_archives() throws Exception {
        for (String name : List.of("pack.zip", "case.zip")) {
            byte[] sound = Files.readAllBytes(file(name));
            Fuzz.all(
                    2,
                    seed -> attempt(
                            file("spoilt.zip"),
                            seed % 3 == 0 ? spoilt(sound, seed) : repacked(sound, seed),
                            List.of(
                                    "verify F/spoilt.zip",
                                    "rules unpack F/spoilt.zip --to F/out-" + name + seed,
                                    "rules find F/all.ndjson F/spoilt.zip")));
        }
    }

    /** One entry or its name altered, whatever the manifest says. */
    private static byte[] repacked(byte[] sound, long seed) {
        Random random = new Random(seed);
        try {
            Map<String, byte[]> entries = Zips.entries(sound);
            Map<String, byte[]> altered = new LinkedHashMap<>();
            int which = random.nextInt(entries.size());
            List<String> names = List.of(
                    "../x", "/x", "a\\..\\b", "C:/x", "a/./b", "", "x\u0000y", "a//b", "con", "a/".repeat(200) + "b");
            int i = 0;
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                boolean here = i++ == which;
                altered.put(
                        here && random.nextBoolean() ? names.get(random.nextInt(names.size())) : each.getKey(),
                        here && each.getKey().endsWith("json")
                                ? altered(new String(each.getValue(), StandardCharsets.UTF_8), seed)
                                        .getBytes(StandardCharsets.UTF_8)
                                : here && each.getValue().length > 0 ? spoilt(each.getValue(), seed) : each.getValue());
            }
            return Zips.of(altered);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void tables_and_their_maps() throws Exception {
        String rows = Files.readString(file("rows.csv"));
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt.csv"),
                        seed % 2 == 0
                                ? spoilt(rows.getBytes(StandardCharsets.UTF_8), seed)
                                : new Spoiler(seed).spoil(rows).getBytes(StandardCharsets.UTF_8),
                        List.of("import F/spoilt.csv --as charges --out F/records-" + seed + ".json")));
        String map = "columns: {id: 编号, date: 费用日期}\nwords: {category: {其他: other}}\n";
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt.yaml"),
                        new Spoiler(seed).spoil(map).getBytes(StandardCharsets.UTF_8),
                        List.of("import F/rows.csv --as charges --map F/spoilt.yaml")));
        assertThat(run("new inspection --region testland --rules RULES --out F/form.xlsx"))
                .isZero();
        byte[] form = Files.readAllBytes(file("form.xlsx"));
        Fuzz.all(
                2,
                seed -> attempt(
                        file("spoilt.xlsx"),
                        seed % 4 == 0 ? spoilt(form, seed) : parts(form, seed),
                        List.of("evaluate F/spoilt.xlsx --rules RULES", "import F/spoilt.xlsx --as charges")));
    }

    /** A part of the workbook spoilt as text. */
    private static byte[] parts(byte[] sound, long seed) {
        Random random = new Random(seed);
        try {
            Map<String, byte[]> entries = Zips.entries(sound);
            entries.replaceAll((name, bytes) -> random.nextInt(4) == 0
                    ? new Spoiler(seed)
                            .spoil(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)
                    : bytes);
            return Zips.of(entries);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void how_far_a_run_came() throws Exception {
        String out = "F/batch-%d.ndjson";
        Fuzz.all(
                2,
                seed -> new Fuzz.Attempt("", () -> {
                    String place = out.formatted(seed).replace("F/", folder + "/");
                    Files.writeString(Path.of(place + ".part"), "{}\n".repeat(40));
                    String came = "{\"run\": \"x\", \"decided\": 1, \"refused\": 0, \"outBytes\": -3}";
                    Files.write(
                            Path.of(place + ".resume"),
                            new Spoiler(seed).spoil(came).getBytes(StandardCharsets.UTF_8));
                    return attempt(
                                    file("x"),
                                    new byte[0],
                                    List.of("evaluate --resume --format ndjson --out " + place
                                            + " F/one.json F/two.json --rules RULES"))
                            .run()
                            .call();
                }));
    }
}
