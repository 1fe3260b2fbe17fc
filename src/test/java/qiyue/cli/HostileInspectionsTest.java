package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.OwnJava;
import qiyue.problem.Visible;

/**
 * Inspections made by a hostile hand, or by an unlucky one. Each is answered in words of both languages, with the exit code of the
 * contract, in bounded time; nothing is half printed, nothing of the program's inside is seen, no sign goes through unseen.
 */
class HostileInspectionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DOCUMENT = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {}, \
            "facility": {"name": "医院", "kinds": ["medical"]}, \
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], \
            "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "count": 1, \
            "money": {"amount": 10}, "note": "n"}]}
            """;

    private static final String FINDING =
            "{\"id\": \"f%d\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-05-06\"}";

    private static final Map<String, Attack> ATTACKS = attacks();

    @TempDir
    private Path folder;

    /**
     * A file, and what is said to it.
     *
     * @param zh in the words; empty where there is a decision
     */
    private record Attack(String file, byte[] bytes, String zh, String en) {
        int code() {
            return zh.isEmpty() ? Main.DONE : Main.BAD_INPUT;
        }
    }

    private static Map<String, Attack> attacks() {
        Map<String, Attack> all = new LinkedHashMap<>();
        // numbers
        sum(all, "NaN", "这不是数字", "this is no number");
        sum(all, "-Infinity", "这不是数字", "this is no number");
        sum(all, "1e400", "小于十万亿的数字", "below ten million million");
        sum(all, "1e-400", "数字，不加引号，不为负", "a number");
        sum(all, "1e2147483647", "小于十万亿的数字", "below ten million million");
        sum(all, "1e-2147483647", "数字，不加引号，不为负", "a number");
        sum(all, "1e99999999999", "指数太大", "exponent");
        sum(all, "9".repeat(999), "小于十万亿的数字", "below ten million million");
        sum(all, "9".repeat(200_000), "数字太长", "a number too long");
        sum(all, "0." + "1".repeat(200_000), "数字太长", "a number too long");
        sum(all, "1.005", "最多两位小数", "two decimals");
        sum(all, "-1", "不为负", "not negative");
        sum(all, "-0.00", "", "");
        sum(all, "1.0000000", "", "");
        sum(all, "1e3", "", "");
        sum(all, "0x10", "两项之间缺少逗号", "a comma");
        sum(all, "1,000.00", "JSON 写法有误", "JSON syntax");
        sum(all, "１０", "读到 １", "found １");
        sum(all, "true", "却是 true", "found true");
        times(all, "2147483648", "整数", "a whole number");
        times(all, "1e3", "整数", "a whole number");
        times(all, "-1", "整数", "a whole number");
        times(all, "-0", "次数为 0", "it happened 0 times");
        document(
                all,
                "an exponent in a score sheet",
                change(
                        "\"findings\"",
                        "\"assessments\": [{\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2025, \"agreement\": \"a1\","
                                + " \"rows\": {\"row1\": {\"missing\": 1e2147483647}}}], \"findings\""),
                "小于十万亿的数字",
                "below ten million million");
        // days
        for (String day : List.of(
                "0000-01-01",
                "9999-12-31",
                "+999999999-12-31",
                "-0001-01-01",
                "2025-02-30",
                "2025-02-29",
                "2025-13-01",
                "2025-05-06T10:00",
                "2025-5-6",
                "2025-05-06 ",
                "２０２５-０５-０６",
                "٢٠٢٥-٠٥-٠٦",
                "2025年5月6日",
                "")) {
            document(all, "day " + day, change("2025-05-06", day), "此处应为日期", "expected a day");
        }
        document(all, "a day of 100,000 signs", change("2025-05-06", "2".repeat(100_000)), "此处应为日期", "a day");
        time(all, "+999999999-12-31T23:59:59", "1950 年至 2200 年", "1950 to 2200");
        time(all, "0000-01-01T00:00", "1950 年至 2200 年", "1950 to 2200");
        time(all, "2025-05-07T25:00", "没有这个时间", "no such time");
        time(all, "2025-05-07T10:00+08:00", "此处应为时间", "expected a time");
        // ids and names
        for (String sign :
                List.of("\\u001b[2J", "\\u202e", "\\u200b", "\\ud800", "\\udc00x", "\\udb40\\udc41", "\\u0000")) {
            document(all, "an id with " + sign, change("\"f1\"", "\"f" + sign + "\""), "看不见的符号", "not seen");
        }
        for (String sign : List.of("ㅤ", "⠀", "͏", "ﾠ")) {
            document(
                    all,
                    "an id with " + (int) sign.charAt(0),
                    change("\"f1\"", "\"f" + sign + "\""),
                    "看不见的符号",
                    "not seen");
        }
        document(all, "an id of two lines", change("\"f1\"", "\"f\\n1\""), "不能换行", "no line end");
        document(all, "an id of a blank without break", change("\"f1\"", "\"\\u00a0\""), "编号不能为空", "is not empty");
        document(
                all, "an id of 101 signs", change("\"f1\"", "\"" + "x".repeat(101) + "\""), "不超过 100 字", "at most 100");
        document(all, "an id that is a formula", change("\"f1\"", "\"=cmd|' /C calc'!A0\""), "", "");
        document(all, "an id that is an address of a cell", change("\"f1\"", "\"@SUM(A1)\""), "不能含 @", "no @");
        document(all, "an id that is markup", change("\"f1\"", "\"<script>alert(1)</script>\""), "", "");
        document(all, "an id that is a format", change("\"f1\"", "\"%s%n${x}\""), "", "");
        document(all, "an inspection named as a path", change("\"i1\"", "\"../../etc/passwd\""), "", "");
        document(all, "a name that turns the direction", change("医院", "a\u202eb"), "看不见的符号", "not seen");
        for (String other : List.of("e\u0301", " \u00e9", "\u00e9 ", "\u00e9\u3000")) {
            document(
                    all,
                    "ids that look alike, " + Visible.sign(other.charAt(0)) + Visible.sign(other.charAt(1)),
                    change(
                            "\"findings\": [{\"id\": \"f1\"",
                            "\"findings\": ["
                                    + FINDING.formatted(2, "split-stay").replace("f2", other)
                                    + ", {\"id\": \"\u00e9\""),
                    "看上去一样",
                    "looks like that of");
        }
        // a Cyrillic letter, a Greek one, a circle for a letter, dashes of a word processor, a bracket of full width
        for (String pair :
                List.of("с1 c1", "Κ-7 K-7", "二〇二五 二O二五", "a–1 a-1", "床1−2 床1—2", "ХА XA", "（1） (1)", "口1 ロ1")) {
            String[] ids = pair.split(" ");
            document(
                    all,
                    "ids that look alike, " + pair,
                    change(
                            "\"findings\": [{\"id\": \"f1\"",
                            "\"findings\": ["
                                    + FINDING.formatted(2, "split-stay").replace("f2", ids[0])
                                    + ", {\"id\": \"" + ids[1] + "\""),
                    "看上去一样，不同处：",
                    "they differ in");
        }
        for (String one : List.of("α-受体", "ф1", "x–y", "二〇二五")) {
            document(all, "an id of its own letters, " + one, change("\"f1\"", "\"" + one + "\""), "", "");
        }
        document(
                all,
                "an id pointed at with another letter",
                change("\"findings\": [{\"id\": \"f1\"", "\"answers\": {}, \"findings\": [{\"id\": \"f1\"")
                        .replace("\"count\": 1", "\"agreement\": \"а1\""),
                "是不是 a1 (a U+0061 / а U+0430)",
                "there is no fact with the id а1");
        document(all, "ids that differ in capitals", findings(3, "split-stay").replace("\"f2\"", "\"F1\""), "", "");
        document(
                all,
                "a finding of itself",
                change("\"count\": 1", "\"records\": [\"f1\"], \"count\": 1"),
                "指向它自己",
                "points at itself");
        document(
                all,
                "a step about itself",
                change(
                        "\"findings\"",
                        "\"handling\": [{\"id\": \"h1\", \"act\": \"written-notice\", \"actor\": \"agency\","
                                + " \"date\": \"2025-06-01\", \"about\": \"h1\"}], \"findings\""),
                "指向它自己",
                "points at itself");
        for (String year : List.of("0", "1949", "2201", "2147483647", "999999999")) {
            document(
                    all,
                    "an earlier assessment of " + year,
                    change(
                            "\"findings\"",
                            "\"history\": {\"assessments\": [{\"id\": \"y1\", \"year\": " + year
                                    + ", \"result\": \"passed\"}]}, \"findings\""),
                    "1950 至 2200 的年度",
                    "a year from 1950");
        }
        document(
                all,
                "a score of the last year there is",
                change(
                        "\"findings\"",
                        "\"assessments\": [{\"sheet\": \"annual-medical-rehabilitation\", \"year\": 2147483647,"
                                + " \"agreement\": \"a1\", \"total\": 80}], \"findings\""),
                "1950 至 2200 的年度",
                "a year from 1950");
        for (String months : List.of("2147483647", "9999999999999", "0.0001")) {
            document(
                    all,
                    "chosen for " + months + " months",
                    change(
                            "\"findings\"",
                            "\"choices\": [{\"measure\": \"suspend-agreement\", \"choice\": \"taken\", \"months\": "
                                    + months + ", \"from\": \"2200-12-31\"}], \"findings\""),
                    months.startsWith("0") ? "" : "不超过 1200 的数",
                    months.startsWith("0") ? "" : "at most 1200");
        }
        // shape
        document(all, "200,000 brackets", "[".repeat(200_000), "嵌套太深", "too deep");
        document(all, "100,000 objects in one another", "{\"a\":".repeat(100_000), "嵌套太深", "too deep");
        document(
                all, "a field 990 levels deep", more("[".repeat(990) + "]".repeat(990)), "不认识的字段 x", "unknown field x");
        document(all, "two million empty lists", more("[" + "[],".repeat(2_000_000) + "[]]"), "太多", "too many");
        document(all, "two million numbers", more("[" + "0,".repeat(2_000_000) + "0]"), "太多", "too many");
        document(
                all,
                "a text of 21 million signs",
                change("\"n\"", "\"" + "x".repeat(21_000_000) + "\""),
                "一段文字太长",
                "a text too long");
        document(all, "a note of ten million signs", change("\"n\"", "\"" + "x".repeat(10_000_000) + "\""), "", "");
        document(
                all,
                "a name of 60,000 signs",
                change("\"note\"", "\"" + "x".repeat(60_000) + "\""),
                "名称太长",
                "a name too long");
        document(
                all,
                "a name of 40,000 signs",
                change("\"note\"", "\"" + "x".repeat(40_000) + "\""),
                "不认识的字段",
                "unknown field");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            names.append("\"k").append(i).append("\": 1, ");
        }
        document(
                all,
                "200,000 unknown names",
                change("\"scope\"", names + "\"scope\""),
                "错误已有 1000 处",
                "1000 faults so far");
        document(all, "5,000 faults", findings(5_000, "bed-hangin"), "这样的错误另有 3998 处", "3998 more places");
        document(all, "100,000 findings", findings(100_000, "bed-hanging"), "太多", "too many");
        document(all, "a name twice", change("\"scope\"", "\"region\": \"jinhua\", \"scope\""), "写了两次", "stands twice");
        document(
                all,
                "a name twice by escapes",
                change("\"scope\"", "\"\\u0072egion\": \"jinhua\", \"scope\""),
                "写了两次",
                "stands twice");
        document(
                all,
                "a class to be made",
                change("\"scope\"", "\"@class\": \"java/lang/Runtime\", \"scope\""),
                "不认识的字段",
                "unknown field");
        document(all, "a prototype", change("\"scope\"", "\"__proto__\": {}, \"scope\""), "不认识的字段", "unknown field");
        document(all, "nothing", "", "文件是空的", "the file is empty");
        document(all, "blanks", "  \n\t\n", "文件是空的", "the file is empty");
        document(all, "null", "null", "此处应为对象", "an object");
        document(all, "a list of inspections", "[" + DOCUMENT + "]", "此处应为对象", "an object");
        document(all, "a remark", "/* x */" + DOCUMENT, "不该有的符号", "may not stand here");
        document(all, "two on one line", DOCUMENT.strip() + DOCUMENT, "文书结束之后还有内容", "follows the end");
        document(all, "wide blanks", DOCUMENT.replace(": ", ":\u00a0"), "读到 U+00A0", "found U+00A0");
        document(all, "a note of expressions", change("\"n\"", "\"" + "(a+)+$".repeat(9_000) + "\""), "", "");
        document(all, "charge lines that repeat each other in a ring", lines(900), "", "");
        document(
                all,
                "5,001 times one person",
                change("\"count\": 1", "\"people\": [" + "\"李明\", ".repeat(5_000) + "\"李明\"]"),
                "列了两次",
                "listed twice");
        document(
                all,
                "sums that no number of hundredths holds together",
                findings(9_300, "bed-hanging")
                        .replace("\"2025-05-06\"}", "\"2025-05-06\", \"money\": {\"amount\": 9999999999999.99}}"),
                "全文金额之和",
                "all sums of the document");
        // encodings
        bytes(all, "a mark at its head", ("\ufeff" + DOCUMENT).getBytes(StandardCharsets.UTF_8), "", "");
        bytes(all, "two marks", ("\ufeff\ufeff" + DOCUMENT).getBytes(StandardCharsets.UTF_8), "U+FEFF", "U+FEFF");
        bytes(all, "UTF-16", DOCUMENT.getBytes(StandardCharsets.UTF_16), "看来是 UTF-16", "looks like UTF-16");
        bytes(all, "UTF-16 without mark", DOCUMENT.getBytes(StandardCharsets.UTF_16LE), "看来是 UTF-16", "like UTF-16");
        bytes(all, "UTF-32", DOCUMENT.getBytes(Charset.forName("UTF-32BE")), "看来是 UTF-32", "looks like UTF-32");
        bytes(all, "GBK", DOCUMENT.replace("医院", "甲医院").getBytes(Charset.forName("GBK")), "看来是 GBK", "looks like GBK");
        byte[] cut = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        bytes(all, "a sign cut in two", replaced(cut, "n\"}", (byte) 0xE5), "第 1 行有不属于 UTF-8 的字节", "line 1 has bytes");
        bytes(
                all,
                "half a pair",
                replaced(cut, "n\"}", (byte) 0xED, (byte) 0xA0, (byte) 0x80),
                "不属于 UTF-8",
                "no UTF-8");
        bytes(all, "a nought too long", replaced(cut, "n\"}", (byte) 0xC0, (byte) 0x80), "不属于 UTF-8", "no UTF-8");
        bytes(all, "noughts", new byte[1000], "看不见的符号 U+0000", "U+0000");
        // packed files
        byte[] packed = packed(DOCUMENT.getBytes(StandardCharsets.UTF_8), 1);
        gzip(all, "cut in the middle", Arrays.copyOf(packed, 60), "已损坏或不完整", "damaged or not whole");
        gzip(all, "cut at the end", Arrays.copyOf(packed, packed.length - 4), "已损坏或不完整", "damaged or not whole");
        byte[] changed = packed.clone();
        changed[packed.length - 6] ^= 1;
        gzip(all, "with another sum", changed, "已损坏或不完整", "damaged or not whole");
        gzip(all, "of nothing", packed(new byte[0], 1), "文件是空的", "the file is empty");
        gzip(all, "without a byte", new byte[0], "已损坏或不完整", "damaged or not whole");
        gzip(all, "that is none", DOCUMENT.getBytes(StandardCharsets.UTF_8), "已损坏或不完整", "damaged or not whole");
        gzip(all, "packed twice", packed(packed, 1), "gzip", "gzip");
        gzip(all, "followed by something", Arrays.copyOf(packed, packed.length + 9), "", "");
        gzip(all, "two joined", joined(packed, packed), "", "");
        gzip(all, "of a gigabyte of noughts", packed(new byte[1 << 20], 1024), "一行超过 256 MB", "longer than 256 MB");
        gzip(
                all,
                "of a gigabyte of line ends",
                packed("\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII), 1024),
                "一行超过 256 MB",
                "longer than 256 MB");
        gzip(
                all,
                "of 100 MB of one text",
                packed("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII), 100),
                "超过 64 MB",
                "longer than 64 MB");
        return all;
    }

    private static String change(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        int at = DOCUMENT.indexOf(from);
        return DOCUMENT.substring(0, at) + to + DOCUMENT.substring(at + from.length());
    }

    private static String more(String value) {
        return change("\"scope\"", "\"x\": " + value + ", \"scope\"");
    }

    private static String findings(int count, String conduct) {
        StringBuilder all = new StringBuilder();
        for (int i = 2; i < count; i++) {
            all.append(FINDING.formatted(i, conduct)).append(", ");
        }
        return change("\"findings\": [", "\"findings\": [" + all);
    }

    /** So many charge lines, each said to repeat the next, the last the first. */
    private static String lines(int count) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ring.append(i == 0 ? "" : ", ")
                    .append("{\"id\": \"c")
                    .append(i)
                    .append("\", \"date\": \"2025-05-06\", \"item\": \"x\", \"category\": \"other\",")
                    .append(" \"money\": {\"amount\": 1}, \"duplicates\": \"c")
                    .append((i + 1) % count)
                    .append("\"}");
        }
        return change("\"findings\"", "\"records\": {\"charges\": [" + ring + "]}, \"findings\"");
    }

    private static void sum(Map<String, Attack> all, String number, String zh, String en) {
        String shown = number.length() > 20 ? number.substring(0, 2) + " × " + number.length() : number;
        document(all, "sum " + shown, change("\"amount\": 10", "\"amount\": " + number), zh, en);
    }

    private static void times(Map<String, Attack> all, String number, String zh, String en) {
        document(all, "count " + number, change("\"count\": 1", "\"count\": " + number), zh, en);
    }

    private static void time(Map<String, Attack> all, String time, String zh, String en) {
        String uploads = "\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"" + time
                + "\", \"uploadedAt\": \"none\"}]}";
        document(all, "time " + time, change("\"scope\"", uploads + ", \"scope\""), zh, en);
    }

    private static void document(Map<String, Attack> all, String name, String text, String zh, String en) {
        bytes(all, name, text.getBytes(StandardCharsets.UTF_8), zh, en);
    }

    private static void bytes(Map<String, Attack> all, String name, byte[] bytes, String zh, String en) {
        assertThat(all.put(name, new Attack("x.json", bytes, zh, en))).isNull();
    }

    private static void gzip(Map<String, Attack> all, String name, byte[] bytes, String zh, String en) {
        assertThat(all.put("gzip " + name, new Attack("x.json.gz", bytes, zh, en)))
                .isNull();
    }

    private static byte[] packed(byte[] bytes, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The bytes with others before the mark. */
    private static byte[] replaced(byte[] bytes, String mark, byte... by) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark);
        return joined(joined(Arrays.copyOf(bytes, at), by), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    static List<String> names() {
        return List.copyOf(ATTACKS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_answered_in_words(String name) throws IOException {
        Attack attack = ATTACKS.get(name);
        Path file = Files.write(folder.resolve(attack.file()), attack.bytes());

        Run run = timed("evaluate", "--lang", "zh", file.toString());

        assertAnswered(run, attack.code());
        assertThat(run.err()).contains(attack.zh());
        assertThat(run.out().isEmpty()).as("nothing is half printed").isEqualTo(attack.code() != Main.DONE);
    }

    /** All of them one after another: each has its answer, in English and as data, and hinders no other. */
    @Test
    void they_are_answered_in_a_batch() throws IOException {
        Map<String, Attack> files = new LinkedHashMap<>();
        for (Attack attack : ATTACKS.values()) {
            String name = 100 + files.size() + attack.file();
            files.put(name, attack);
            Files.write(folder.resolve(name), attack.bytes());
        }
        Path errors = folder.resolve("errors");

        Run run = Run.of(
                "evaluate", "--format", "json", "--lang", "en", "--errors", errors.toString(), folder.toString());

        assertAnswered(run, Main.BAD_INPUT);
        Map<String, StringBuilder> told = new LinkedHashMap<>();
        for (String line : Files.readAllLines(errors)) {
            var error = JSON.readTree(line);
            String name = Path.of(error.path("source").asText()).getFileName().toString();
            told.computeIfAbsent(name, n -> new StringBuilder())
                    .append(error.path("en").asText())
                    .append(error.path("warning").asBoolean() ? "" : " (refused)");
            assertThat(line.length()).as("bounded").isLessThan(200_000);
        }
        files.forEach((name, attack) -> {
            String words = told.getOrDefault(name, new StringBuilder()).toString();
            assertThat(words).as(name).contains(attack.en());
            assertThat(words.contains("(refused)")).as(name + words).isEqualTo(attack.code() != Main.DONE);
        });
    }

    private static Run timed(String... line) {
        return Assertions.assertTimeoutPreemptively(PATIENCE, () -> Run.of(line));
    }

    private static void assertAnswered(Run run, int code) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        for (String text : List.of(run.out(), run.err())) {
            assertThat(text).doesNotContain("Exception", "\tat ", "java.");
            assertThat(text.codePoints().filter(c -> c != '\n' && Visible.hidden(c)))
                    .as("signs that are not seen")
                    .isEmpty();
        }
        assertThat(run.err().length()).as("bounded").isLessThan(2_000_000);
    }

    /** What is in no file of the folder, and what the name of a file may hold. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void names_of_files_draw_nothing_and_links_lead_nowhere() throws IOException {
        Path ring = folder.resolve("ring.json");
        Files.createSymbolicLink(ring, ring);
        Files.createSymbolicLink(folder.resolve("down"), folder);
        Path odd = folder.resolve("\u001b[2J\u202e\n2. 可以解除.json");
        Files.writeString(odd, DOCUMENT);
        Path wrong = folder.resolve("\u001b]0;x\u0007.json");
        Files.writeString(wrong, "{");

        for (String format : List.of("text", "json", "ndjson")) {
            Run run = timed("evaluate", "--format", format, folder.toString());

            assertAnswered(run, Main.BAD_INPUT);
            assertThat(run.err()).contains("ring.json");
            assertThat(run.out()).doesNotContain("\n2. 可以解除.json");
        }
        Path errors = folder.resolve("errors.out");
        Run run = timed("evaluate", "--format", "ndjson", "--errors", errors.toString(), folder.toString());
        assertThat(JSON.readTree(run.out()).path("source").asText()).isEqualTo(odd.toString());
        assertThat(Files.readString(errors).codePoints().filter(c -> c != '\n' && Visible.hidden(c)))
                .isEmpty();
        assertThat(timed("evaluate", ring.toString()).err()).contains("读不到文件");
        assertThat(timed("explain", ring.toString()).code()).isEqualTo(Main.BAD_INPUT);
        assertThat(timed("compare", wrong.toString()).err()).doesNotContain("\u001b");
        assertThat(timed("test", "--rules", "\u001b[2J").err()).doesNotContain("\u001b");
        assertThat(timed("test", "\u001b[2J").err()).doesNotContain("\u001b");
    }

    @Test
    void a_file_that_grows_is_read_as_far_as_it_goes_and_one_that_is_gone_is_named() throws IOException {
        Path grows = folder.resolve("a.ndjson");
        Files.writeString(grows, DOCUMENT + DOCUMENT);
        Path goes = Files.writeString(folder.resolve("b.json"), DOCUMENT);

        try (Inputs inputs = new Inputs(List.of(folder.toString()), new ByteArrayInputStream(new byte[0]))) {
            assertThat(inputs.next()).isNotNull();
            Files.writeString(grows, DOCUMENT, java.nio.file.StandardOpenOption.APPEND);
            Files.delete(goes);
            assertThat(inputs.next().document()).isPresent();
            assertThat(inputs.next().line()).isEqualTo(3);
            Inputs.Input gone = inputs.next();
            assertThat(gone.source()).endsWith("b.json");
            assertThat(gone.problems()).singleElement().matches(p -> p.code().equals("unreadable"));
            assertThat(inputs.next()).isNull();
        }
    }

    @Test
    void nothing_on_standard_input_is_an_empty_file() {
        Run run = timed("evaluate", "-");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("<stdin>", "文件是空的");
    }

    /** Lines of 70 MB, of 30 MB and of two million values between ordinary ones, under half a gigabyte. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void huge_lines_among_others_take_no_more_memory_than_there_is() throws Exception {
        Path file = folder.resolve("many.ndjson");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 5; i++) {
                out.write(DOCUMENT.replace("\"i1\"", "\"i" + i + "\"").getBytes(StandardCharsets.UTF_8));
                out.write('{');
                for (int mb = 0; mb < (i == 0 ? 70 : 20); mb++) {
                    out.write(blanks);
                }
                out.write("}\n".getBytes(StandardCharsets.US_ASCII));
                out.write((more("[" + "0,".repeat(2_000_000) + "0]")).getBytes(StandardCharsets.UTF_8));
            }
        }
        Path err = folder.resolve("err");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(OwnJava.command(
                        List.of("-Xmx512m", "-Dqiyue.home=."),
                        "qiyue.cli.Main",
                        "evaluate",
                        "--format",
                        "ndjson",
                        file.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor(3, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllLines(out)).hasSize(5);
        assertThat(Files.readString(err)).contains("共 15 份：5 份有处理意见，10 份有误").doesNotContain("OutOfMemory");
        assertThat(process.exitValue()).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void what_comes_in_by_standard_input_is_as_bounded() {
        StringWriter err = new StringWriter();
        byte[] two = (DOCUMENT + "x".repeat(70_000_000) + "\n" + DOCUMENT).getBytes(StandardCharsets.UTF_8);
        StringWriter out = new StringWriter();

        int code = Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> Main.run(
                        new ByteArrayInputStream(two),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "evaluate",
                        "--format",
                        "ndjson",
                        "-"));

        assertThat(code).isEqualTo(Main.BAD_INPUT);
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("too-long");
    }
}
