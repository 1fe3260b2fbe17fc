package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.TinyRules;
import qiyue.problem.Problem;

/** Slips that once passed without a word and changed or stalled a decision: each is one error of its kind, in its file. */
class SilentSlipsTest {
    private static final String MEASURE = "Measure.shall( \"1.p1.a\", \"recover\", $b )";

    private static final Map<String, Slip> SLIPS = slips();

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    private record Slip(String code, Edit edit) {}

    private static Map<String, Slip> slips() {
        Map<String, Slip> slips = new TreeMap<>();
        term(slips, ".percent( 500 )");
        term(slips, ".percent( 0 )");
        term(slips, ".months( 6, 3 )");
        term(slips, ".months( 0 )");
        term(slips, ".days( 0 )");
        term(slips, ".years( 5, 5 )");
        term(slips, ".months( 3 ).months( 6 )");
        slips.put(
                "number months( 99999999999 )",
                new Slip("number", r -> r.change(TinyRules.DRL, MEASURE, MEASURE + ".months( 99999999999 )")));
        put(
                slips,
                "answer-lost",
                "answer only to the sum",
                TinyRules.DRL,
                "$f, $a )",
                "$f ).costing( $f ).onSuspicion(  )".replace(".onSuspicion(  )", ""));
        put(
                slips,
                "doubt-lost",
                "exists Answer",
                TinyRules.DRL,
                "$a : Answer( question == \"serious\", about == $f.id, answer != \"no\" )",
                "exists Answer( question == \"serious\", about == $f.id, answer != \"no\" )");
        put(slips, "unknown-code", "absorbs", TinyRules.WORDS, "money: recover}", "money: recover, absorbs: [rectfy]}");
        put(slips, "unknown-code", "level", TinyRules.WORDS, "money: recover}", "money: recover, level: agrement}");
        put(
                slips,
                "unknown-code",
                "lapse",
                TinyRules.INFO,
                "reviewed:",
                "to: 2026-01-01\nlapse: decide-by-than\nreviewed:");
        put(slips, "unknown-code", "kinds of a row", TinyRules.SHEET, "points: 60,", "points: 60, kinds: [medicl],");
        put(slips, "type", "bonus", TinyRules.SHEET, "points: 60,", "points: 60, bonus: \"no\",");
        put(slips, "type", "veto", TinyRules.SHEET, "discretion: true", "veto: false");
        put(
                slips,
                "unknown-key",
                "two ways",
                TinyRules.SHEET,
                "discretion: true",
                "discretion: true, award: [{key: more, each: 1, zh: 加, en: more}]");
        slips.put(
                "a calendar without end",
                new Slip(
                        "listed-twice",
                        r -> r.write(
                                "calendar/2025.yaml",
                                "year: 2025\nnotice: x\nissued: 2024-11-12\noff: [" + "2025-10-01, ".repeat(1000)
                                        + "2025-10-02]\nwork: []\n")));
        put(slips, "number", "a negative cap", TinyRules.SHEET, "cap: 100", "cap: -5");
        put(slips, "number", "half an article", TinyRules.INFO, "reviewed:", "applicants: [1.5]\nreviewed:");
        put(slips, "label", "a list as label", TinyRules.WORDS, "zh: 分解住院", "zh: [a]");
        put(slips, "type", "a list as title", TinyRules.INFO, "zh: 试验协议", "zh: [a]");
        put(
                slips,
                "unknown-code",
                "a measure that absorbs itself",
                TinyRules.WORDS,
                "money: recover}",
                "money: recover, absorbs: [recover]}");
        slips.put("readings as list", new Slip("type", r -> r.write("testland/readings.yaml", "readings: [a]\n")));
        put(slips, "number", "an exponent", TinyRules.SHEET, "cap: 100", "cap: 1e99999999");
        slips.put("empty ledger", new Slip("missing", r -> r.write(TinyRules.LEDGER, "clauses: []\n")));
        put(slips, "missing", "no kinds", TinyRules.INFO, "kinds: [medical]", "kinds: []");
        put(slips, "dates", "to before from", TinyRules.INFO, "reviewed:", "to: 2024-01-01\nreviewed:");
        slips.put("vocabulary as text", new Slip("type", r -> r.write("vocabulary/more.yaml", "just text\n")));
        slips.put("vocabulary as list", new Slip("type", r -> r.write("vocabulary/more.yaml", "- one\n- two\n")));
        // what would be read as if nothing stood there, and days that nothing can be counted from
        put(
                slips,
                "type",
                "bands as a list",
                TinyRules.SHEET,
                "discretion: true",
                "bands: [{from: 0, points: 5}, {from: 5, points: 6}]");
        put(slips, "label", "a title as text", TinyRules.INFO, "title: {zh: 试验协议, en: Test agreement}", "title: x");
        put(slips, "unknown-key", "a title in French", TinyRules.INFO, "title: {zh", "title: {fr: x, zh");
        put(slips, "missing", "a blank title", TinyRules.INFO, "zh: 试验协议", "zh: \" \"");
        put(slips, "label", "a blank label", TinyRules.WORDS, "zh: 分解住院", "zh: \"\\t\"");
        put(slips, "missing", "a blank reason", TinyRules.LEDGER, "why: 定义", "why: \"\"");
        put(slips, "type", "a weight as a list", TinyRules.WORDS, "money: recover}", "money: recover, weight: [5]}");
        put(slips, "code", "a code that says nothing is stated", TinyRules.WORDS, "  split-stay:", "  unstated:");
        put(slips, "code", "a code of 61 signs", TinyRules.WORDS, "  split-stay:", "  " + "a".repeat(61) + ":");
        slips.put("measures that absorb each other", new Slip("unknown-code", r -> {
            r.change(TinyRules.WORDS, "money: recover}", "money: recover, absorbs: [rectify]}");
            r.change(TinyRules.WORDS, "rectify: {zh", "rectify: {absorbs: [recover], zh");
        }));
        for (String day : List.of("0000-01-01", "9999-12-31", "\"+999999999-01-01\"", "1949-12-31")) {
            put(slips, "value", "from " + day, TinyRules.INFO, "from: 2025-01-01", "from: " + day);
        }
        slips.put(
                "the year 9999",
                new Slip(
                        "number",
                        r -> r.write(
                                "calendar/9999.yaml",
                                "year: 9999\nnotice: x\nissued: 2024-11-12\noff: [9999-01-01]\nwork: []\n")));
        for (String folder : List.of("calendar", "testland/rules-2025/cases", "testland/templates")) {
            stray(slips, folder);
        }
        stray(slips, "testland/rules-2025/old/a02-more.drl");
        stray(slips, "testland/rules-2025/cases/a02-more.drl");
        stray(slips, "vocabulary/more.yml");
        stray(slips, "testland/rules-2025/cases/a01-stays.yml");
        stray(slips, "testland/rules-2026/rulebook.yml");
        stray(slips, "calendar/2025.yaml.txt");
        slips.put(
                "too many constraints",
                new Slip(
                        "outside-profile",
                        r -> r.change(TinyRules.DRL, "item > 0", "item > 0,\n ".repeat(20_000) + "item > 0")));
        slips.put(
                "too many values",
                new Slip(
                        "outside-profile",
                        r -> r.change(
                                TinyRules.DRL,
                                "conduct == \"bed-hanging\"",
                                "conduct in ( " + "\"bed-hanging\",\n ".repeat(20_000) + "\"split-stay\" )")));
        return slips;
    }

    private static void put(Map<String, Slip> slips, String code, String name, String file, String from, String to) {
        slips.put(name, new Slip(code, r -> r.change(file, from, to)));
    }

    private static void term(Map<String, Slip> slips, String term) {
        slips.put(term, new Slip("argument", r -> r.change(TinyRules.DRL, MEASURE, MEASURE + term)));
    }

    private static void stray(Map<String, Slip> slips, String file) {
        slips.put(file, new Slip("stray-file", r -> r.write(file, "x: 1\n")));
    }

    static List<String> names() {
        return List.copyOf(SLIPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_slip_is_an_error(String name) throws IOException {
        TinyRules rules = TinyRules.in(folder);
        SLIPS.get(name).edit().in(rules);

        List<Problem> problems = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> rules.problems());

        assertThat(problems).extracting(Problem::code).contains(SLIPS.get(name).code());
        assertThat(problems)
                .as("one mistake, few messages")
                .hasSizeLessThanOrEqualTo(name.equals("empty ledger") ? 6 : 2);
    }

    @Test
    void the_rules_without_slips_load() throws IOException {
        assertThat(TinyRules.in(folder).problems()).isEmpty();
    }

    @Test
    void a_key_of_an_earlier_release_is_told_with_what_takes_its_place(@TempDir Path folder) throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.change(TinyRules.INFO, "from: 2025-01-01", "supersedes: [a]\nfrom: 2025-01-01");

        assertThat(rules.problems())
                .filteredOn(p -> p.code().equals("unknown-key"))
                .extracting(p -> p.fix().en())
                .containsExactly("remove this line and say in note what the text repeals");
    }
}
