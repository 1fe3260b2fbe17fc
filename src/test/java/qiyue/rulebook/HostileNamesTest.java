package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.drl.DrlPrinter;
import qiyue.problem.Problem;

/** What an author may name freely is where code was smuggled in: each try is refused with its place, and nothing of it is printed for the engine. */
class HostileNamesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hostile-names");
    private static final String CODE = "static { System.setProperty(\"hostile\", \"yes\"); }";
    private static final String QUIET = "static { System.setProperty((String) null, null); }";

    private static final Map<String, Edit> ATTACKS = attacks();

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    private static Map<String, Edit> attacks() {
        Map<String, Edit> attacks = new TreeMap<>();
        // the name of a rule
        title(attacks, "comment-closed", "追回 */ " + QUIET + " /* ");
        title(attacks, "comment-closed-short", "追回*/");
        title(attacks, "comment-opened", "追回 /* 说明");
        title(attacks, "unicode-escape-quote", "追回 \\u0022; " + QUIET);
        title(attacks, "unicode-escape-comment", "追回 \\u002a\\u002f " + QUIET);
        title(attacks, "unicode-escape-many-u", "追回 \\uuuu002a\\uuuu002f");
        title(attacks, "backslash", "追回 \\");
        title(attacks, "backslash-newline", "追回 \\n import java.io.*;");
        title(attacks, "braces", "追回 } " + QUIET + " {");
        title(attacks, "dollar", "追回 ${java.lang.Runtime}");
        title(attacks, "mvel-template", "追回 @{Runtime.getRuntime()}");
        title(attacks, "annotation", "追回 @Deprecated");
        title(attacks, "html-tag", "追回 <script>alert(1)</script>");
        title(attacks, "tab", "追回\t说明");
        title(attacks, "bell", "追回\u0007");
        title(attacks, "escape-sequence", "追回\u001b[2J");
        title(attacks, "null-sign", "追回\u0000");
        title(attacks, "right-to-left", "追回\u202e于属");
        title(attacks, "isolate", "追回\u2066x\u2069");
        title(attacks, "zero-width", "追\u200b回");
        title(attacks, "line-separator", "追回\u2028" + QUIET);
        title(attacks, "next-line", "追回\u0085" + QUIET);
        title(attacks, "form-feed", "追回\f" + QUIET);
        title(attacks, "noncharacter", "追回\uffff");
        title(attacks, "lone-surrogate-pair", "追回\ud83d\ude00");
        title(attacks, "combining", "追回\u0301\u0301\u0301");
        title(attacks, "cyrillic", "\u0430ppeal");
        title(attacks, "very-long", "追".repeat(70_000));
        // clause ids, in the ledger too, so that the ledger is no help
        clause(attacks, "clause-comment", "18.5*/");
        clause(attacks, "clause-escape", "18\\u002a\\u002f");
        clause(attacks, "clause-quote", "18.5'");
        clause(attacks, "clause-brace", "18.5}");
        clause(attacks, "clause-hash", "x#18.5");
        clause(attacks, "clause-slash", "../18.5");
        clause(attacks, "clause-full-width", "１８．５");
        clause(attacks, "clause-direction", "18.5\u202e");
        clause(attacks, "clause-long-number", "18.99999999999");
        clause(attacks, "clause-very-long", "1.".repeat(40_000) + "1");
        clause(attacks, "clause-space-inside", "18\u00a05");
        // names of facts
        variable(attacks, "variable-unicode", "$f\\u0022");
        variable(attacks, "variable-dollar", "$f$class");
        variable(attacks, "variable-ignorable", "$f\u0001\u200d");
        variable(attacks, "variable-currency", "$f\u20ac");
        variable(attacks, "variable-empty", "$");
        variable(attacks, "variable-very-long", "$" + "f".repeat(70_000));
        // codes and numbers
        attacks.put("code-escape", r -> r.change(TinyRules.DRL, "\"bed-hanging\"", "\"bed\\u0022hanging\""));
        attacks.put("code-backslash-end", r -> r.change(TinyRules.DRL, "\"bed-hanging\"", "\"bed-hanging\\\""));
        attacks.put(
                "code-code",
                r -> r.change(TinyRules.DRL, "\"serious\"", "\"serious*/ " + CODE.replace("\"", "") + "\""));
        attacks.put("measure-escape", r -> r.change(TinyRules.DRL, "\"recover\"", "\"rec\\u006fver\""));
        attacks.put("number-very-long", r -> r.change(TinyRules.DRL, "item > 0", "item > " + "9".repeat(200_000)));
        attacks.put("number-too-large", r -> r.change(TinyRules.DRL, "item > 0", "item > 99999999999"));
        attacks.put("number-arabic", r -> r.change(TinyRules.DRL, "item > 0", "item > \u0661"));
        // the package and its folder
        attacks.put(
                "package-code",
                r -> r.change(
                        TinyRules.DRL,
                        "package testland.rules2025",
                        "package testland.rules2025; class X { " + CODE + " }"));
        attacks.put(
                "package-escape",
                r -> r.change(TinyRules.DRL, "package testland.rules2025", "package testland.rules2025\\u003b"));
        attacks.put(
                "import-code",
                r -> r.change(TinyRules.DRL, "import qiyue.fact.*", "import qiyue.fact.*; class X { " + CODE + " }"));
        attacks.put("folder-begins-with-digit", r -> r.move("testland/rules-2025", "testland/2025-rules"));
        attacks.put("folder-with-signs", r -> r.move("testland/rules-2025", "testland/rules;2025"));
        // types and fields
        attacks.put("field-escape", r -> r.change(TinyRules.DRL, "conduct ==", "cond\\u0075ct =="));
        attacks.put("type-dotted", r -> r.change(TinyRules.DRL, ": Finding(", ": java.lang.Runtime("));
        attacks.put("type-escape", r -> r.change(TinyRules.DRL, ": Finding(", ": Find\\u0069ng("));
        attacks.put("step-class", r -> r.change(TinyRules.DRL, "\"recover\", $b )", "\"recover\", $b ).getClass()"));
        attacks.put("block-comment-code", r -> r.append(TinyRules.DRL, "\n/* */ " + CODE + " /* */\n"));
        return attacks;
    }

    private static void title(Map<String, Edit> attacks, String name, String title) {
        attacks.put("title-" + name, r -> r.change(TinyRules.DRL, "1.p1.a 追回", "1.p1.a " + title));
    }

    private static void clause(Map<String, Edit> attacks, String name, String clause) {
        attacks.put(name, r -> {
            r.change(TinyRules.DRL, "rule \"1.p1.a", "rule \"" + clause);
            r.change(TinyRules.DRL, "shall( \"1.p1.a\"", "shall( \"" + clause + "\"");
            r.change(TinyRules.LEDGER, "\"1.p1.a\"", "'" + clause.replace("'", "''") + "'");
        });
    }

    private static void variable(Map<String, Edit> attacks, String name, String variable) {
        attacks.put(name, r -> {
            r.change(TinyRules.DRL, "$b : Breach", variable + " : Breach");
            r.change(TinyRules.DRL, "\"recover\", $b )", "\"recover\", " + variable + " )");
        });
    }

    static List<String> names() {
        return List.copyOf(ATTACKS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_attack_is_refused_with_place_reason_and_fix(String name) throws IOException {
        TinyRules rules = TinyRules.in(folder);
        ATTACKS.get(name).in(rules);

        List<Problem> problems = rules.problems();

        assertThat(problems).isNotEmpty().noneMatch(p -> p.code().equals("engine"));
        assertThat(Shipped.rendered(problems, "zh").length())
                .as("a message is no flood")
                .isLessThan(4_000);
        Golden.assertSame(
                GOLDEN.resolve(name + ".txt"),
                Shipped.rendered(problems, "zh") + "\n\n" + Shipped.rendered(problems, "en") + "\n");
    }

    /** The second wall: had the checks let it pass, what is printed would still hold nothing of it. */
    @ParameterizedTest
    @MethodSource("names")
    void nothing_of_it_would_be_printed(String name) throws IOException {
        TinyRules rules = TinyRules.in(folder);
        ATTACKS.get(name).in(rules);
        List<Drl.Rule> parsed = new ArrayList<>();
        try (var files = Files.walk(rules.root())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                parsed.addAll(DrlParser.parse("x", Files.readString(file), new ArrayList<>())
                        .file()
                        .rules());
            }
        }
        for (Drl.Rule rule : parsed) {
            try {
                assertThat(DrlPrinter.print("testland/rules-2025", "compiled.r0", List.of(rule)))
                        .matches("[\\x20-\\x7e\\n]*")
                        .doesNotContain("\\", "*/", "/*", "{", "@", "System", "Runtime");
            } catch (RuntimeException e) {
                // refused by the printer, or so broken that there is nothing to print
                assertThat(e).isInstanceOfAny(IllegalStateException.class, IndexOutOfBoundsException.class);
            }
        }
    }

    @Test
    void every_expected_text_has_its_attack() throws IOException {
        Golden.assertComplete(GOLDEN, ATTACKS.keySet());
        assertThat(ATTACKS).hasSizeGreaterThan(50);
    }
}
