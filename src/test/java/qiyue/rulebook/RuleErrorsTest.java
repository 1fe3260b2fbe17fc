package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Golden;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.problem.Problem;

/** What an auditor reads who has made a slip in a rulebook: where, what, how to mend it, in both languages, word for word. */
class RuleErrorsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "rule-errors");

    private static final String FINDING = "$f : Finding( conduct == \"bed-hanging\" )";
    private static final String BREACH = "$b : Breach( article == 1, item > 0 )";

    @FunctionalInterface
    private interface Slip {
        void in(TinyRules rules) throws IOException;
    }

    private static final Map<String, Slip> SLIPS = slips();

    @TempDir
    private Path folder;

    private static Map<String, Slip> slips() {
        Map<String, Slip> slips = new TreeMap<>();
        // typing
        slips.put("full-width-bracket", drl("Finding( conduct", "Finding（ conduct"));
        slips.put("full-width-quotes", drl("\"bed-hanging\"", "“bed-hanging”"));
        slips.put("full-width-comma", drl("\"serious\", about", "\"serious\"， about"));
        slips.put("single-equals", drl("conduct == ", "conduct = "));
        slips.put("missing-quotes", drl("\"bed-hanging\"", "bed-hanging"));
        slips.put("unclosed-quotes", drl("\"bed-hanging\"", "\"bed-hanging"));
        slips.put("missing-end", drl("$f, $a ) );\nend", "$f, $a ) );"));
        slips.put("missing-bracket", drl("\"bed-hanging\" )", "\"bed-hanging\""));
        slips.put("missing-comma", drl("\"serious\", about", "\"serious\" about"));
        slips.put("number-with-two-points", drl("item > 0", "item > 1.2.3"));
        // names
        slips.put("unknown-field", drl("( conduct", "( conducts"));
        slips.put("unknown-code", drl("bed-hanging", "bed-hangin"));
        slips.put("unknown-measure", drl("\"recover\"", "\"recovery\""));
        slips.put("unknown-fact", drl(": Finding", ": Findng"));
        slips.put("unknown-clause", drl("rule \"1.p1.a", "rule \"1.p1.b"));
        slips.put("unknown-name", drl("$f.id", "$x.id"));
        slips.put("rule-twice", rules -> rules.append(TinyRules.DRL, """

                rule "1.p1.a 追回"
                when
                    $b : Breach( clause == "1.1" )
                then
                    insertLogical( Measure.shall( "1.p1.a", "recover", $b ) );
                end
                """));
        slips.put("rule-without-title", drl("\"1.p1.a 追回\"", "\"1.p1.a\""));
        slips.put("clause-mismatch", drl("Breach.of( \"1.1\"", "Breach.of( \"1.p1.a\""));
        slips.put("wrong-package", drl("package testland.rules2025", "package testland.rules2024"));
        // sets called by name
        slips.put("unknown-list", drl("conduct == \"bed-hanging\"", "conduct in list \"stay\""));
        slips.put("unknown-topic", drl("conduct == \"bed-hanging\"", "conduct in topic \"stay\""));
        slips.put("rest-of-unknown-clause", drl("conduct == \"bed-hanging\"", "conduct in rest of \"7\""));
        slips.put("rest-without-of", drl("conduct == \"bed-hanging\"", "conduct in rest \"1\""));
        slips.put("rest-of-no-conduct", drl("answer != \"no\"", "answer in rest"));
        slips.put("list-without-name", drl("conduct == \"bed-hanging\"", "conduct in list bed-hanging"));
        slips.put("list-of-other-codes", rules -> {
            rules.append(TinyRules.WORDS, "lists: {some: {of: measures, codes: [recover], zh: 一些, en: some}}\n");
            rules.change(TinyRules.DRL, "conduct == \"bed-hanging\"", "conduct in list \"some\"");
        });
        slips.put(
                "list-empty",
                rules -> rules.append(TinyRules.WORDS, "lists: {some: {of: conducts, zh: 一些, en: some}}\n"));
        slips.put(
                "list-unknown-code",
                rules -> rules.append(
                        TinyRules.WORDS, "lists: {some: {of: conducts, codes: [挂床], zh: 一些, en: some}}\n"));
        slips.put(
                "conduct-unknown-money",
                in(TinyRules.WORDS, "bed-hanging: {topic: stays, ", "bed-hanging: {topic: stays, money: claims, "));
        // types
        slips.put("number-for-code", drl("\"bed-hanging\"", "5"));
        slips.put("code-for-number", drl("item > 0", "item > \"0\""));
        slips.put("text-for-date", drl("\"bed-hanging\" )", "\"bed-hanging\", date > \"2025-01-01\" )"));
        slips.put("code-compared-by-size", drl("conduct == ", "conduct > "));
        slips.put("id-compared-with-text", drl("\"bed-hanging\" )", "\"bed-hanging\", stay == \"s1\" )"));
        slips.put("unlike-fields", drl("about == $f.id", "about == $f.date"));
        // discipline
        slips.put("answer-lost", drl("$f, $a )", "$f )"));
        slips.put("not-measure", drl(BREACH, BREACH + "\n    not Measure( kind == \"rectify\" )"));
        slips.put(
                "counting-breaches",
                drl(BREACH, BREACH + "\n    accumulate( Breach( article == 1 ); $n : count(); $n > 1 )"));
        slips.put("united-field", drl(BREACH, BREACH + "\n    $m : Measure( kind == \"rectify\", unpaid )"));
        slips.put("unbound-join", drl(BREACH, FINDING + "\n    " + BREACH));
        slips.put("or-in-pattern", drl("\"bed-hanging\" )", "\"bed-hanging\" || conduct == \"split-stay\" )"));
        slips.put("or-between-patterns", drl(FINDING, FINDING + "\n    or Finding( conduct == \"split-stay\" )"));
        slips.put("salience", drl("重\"\nwhen", "重\"\n    salience 10\nwhen"));
        slips.put(
                "second-statement", drl("$f, $a ) );", "$f, $a ) );\n    insertLogical( Breach.of( \"1.1\", $f ) );"));
        slips.put("null", drl("answer != \"no\"", "answer != null"));
        slips.put("no-evidence", drl("\"recover\", $b )", "\"recover\" )"));
        // the other files
        slips.put("rulebook-unknown-key", in(TinyRules.INFO, "reviewed:", "revised: 2025-01-03\nreviewed:"));
        slips.put("rulebook-unknown-region", in(TinyRules.INFO, "region: testland", "region: testlnd"));
        slips.put("rulebook-impossible-day", in(TinyRules.INFO, "from: 2025-01-01", "from: 2025-02-30"));
        slips.put("yaml-key-twice", in(TinyRules.INFO, "region: testland", "region: testland\nregion: testland"));
        slips.put("yaml-indentation", in(TinyRules.LEDGER, "  - {id: \"2\"", " - {id: \"2\""));
        slips.put(
                "code-twice",
                rules -> rules.write(
                        "vocabulary/more.yaml", "conducts: {bed-hanging: {topic: stays, zh: 挂床, en: hanging}}\n"));
        slips.put("conduct-without-topic", in(TinyRules.WORDS, "bed-hanging: {topic: stays, ", "bed-hanging: {"));
        slips.put("label-missing", in(TinyRules.WORDS, "zh: 分解住院, en: split stay", "zh: 分解住院"));
        slips.put("question-without-answerer", in(TinyRules.WORDS, "answered-by: inspectors, ", ""));
        slips.put("question-without-evidence", in(TinyRules.WORDS, ", evidence: {zh: 病历, en: medical records}", ""));
        slips.put(
                "question-unknown-answerer", in(TinyRules.WORDS, "answered-by: inspectors", "answered-by: inspector"));
        slips.put(
                "question-unknown-step",
                in(TinyRules.WORDS, "answered-by: inspectors", "of-step: written-notise, answered-by: inspectors"));
        slips.put(
                "question-unknown-clause",
                in(
                        TinyRules.WORDS,
                        "medical records}}",
                        "medical records},\n    in: {testland: {clauses: [\"testland/rules-2025#1.2\", \"1.1\"]}}}"));
        slips.put("sheet-row-without-way", in(TinyRules.SHEET, ", discretion: true", ""));
        slips.put("sheet-row-without-points", in(TinyRules.SHEET, "points: 40, ", ""));
        slips.put("encoded-without-rule", in(TinyRules.LEDGER, "status: pending, why: 尚未编码", "status: encoded"));
        slips.put(
                "pending-with-rule",
                in(TinyRules.LEDGER, "{id: \"1.p1.a\", status: encoded", "{id: \"1.p1.a\", status: pending, why: 后补"));
        slips.put("pending-without-why", in(TinyRules.LEDGER, "status: pending, why: 尚未编码", "status: pending"));
        slips.put(
                "unknown-reading",
                in(
                        TinyRules.LEDGER,
                        "{id: \"1.p1.a\", status: encoded",
                        "{id: \"1.p1.a\", reading: B06, status: encoded"));
        slips.put("clause-twice", in(TinyRules.LEDGER, "{id: \"3\"", "{id: \"2\""));
        slips.put("gbk", rules -> {
            Path file = rules.root().resolve(TinyRules.DRL);
            Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));
        });
        // many at once, over several rules and files
        slips.put("several", rules -> {
            rules.change(TinyRules.DRL, "conduct == ", "conduct = ");
            rules.change(TinyRules.DRL, "item > 0", "item > \"0\", clause == \"1.2\"");
            rules.change(TinyRules.DRL, "\"recover\"", "\"recovr\"");
            rules.append(
                    TinyRules.DRL,
                    "\nrule \"3 整改\"\nwhen\n    Finding（ ）\nthen\n    insertLogical( Measure.may( \"3\", \"rectify\" ) )\n");
            rules.change(TinyRules.WORDS, "topic: stays, zh: 挂床", "topic: stay, zh: 挂床");
        });
        return slips;
    }

    private static Slip drl(String from, String to) {
        return in(TinyRules.DRL, from, to);
    }

    private static Slip in(String file, String from, String to) {
        return rules -> rules.change(file, from, to);
    }

    static List<String> names() {
        return List.copyOf(SLIPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_slip_is_explained(String name) throws IOException {
        TinyRules rules = TinyRules.in(folder);
        SLIPS.get(name).in(rules);

        List<Problem> problems = rules.problems();

        assertThat(problems).as("problems").isNotEmpty();
        Golden.assertSame(
                GOLDEN.resolve(name + ".txt"),
                Shipped.rendered(problems, "zh") + "\n\n" + Shipped.rendered(problems, "en") + "\n");
    }

    @Test
    void every_text_belongs_to_a_slip() throws IOException {
        Golden.assertComplete(GOLDEN, SLIPS.keySet());
    }

    @Test
    void a_sound_folder_is_not_refused() throws IOException {
        assertThat(TinyRules.in(folder).problems()).isEmpty();
    }

    @Test
    void byte_order_marks_and_windows_line_ends_do_no_harm() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        for (String file : List.of(TinyRules.DRL, TinyRules.LEDGER, TinyRules.WORDS)) {
            rules.write(
                    file,
                    "\uFEFF" + Files.readString(rules.root().resolve(file)).replace("\n", "\r\n"));
        }

        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void a_folder_that_is_none_is_named() {
        assertThat(TinyRules.problems(folder.resolve("nowhere")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("no-rules");
                    assertThat(p.file()).endsWith("nowhere");
                });
    }
}
