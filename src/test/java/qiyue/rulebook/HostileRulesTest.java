package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.TinyRules;
import qiyue.problem.Problem;

/** A rule file is code. What could do anything but judge an inspection does not load, and nothing of it ever runs. */
class HostileRulesTest {

    private static final String FILE = TinyRules.BOOK + "/b01-hostile.drl";
    private static final String HEAD = "package testland.rules2025\n\nimport qiyue.fact.*\n\n";
    private static final String WHEN = "rule \"1.1 x\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n";
    private static final String OK = "    insertLogical( Breach.of( \"1.1\", $f ) );\n";

    private static final Map<String, String> ATTACKS = attacks();

    @TempDir
    private Path folder;

    private static Map<String, String> attacks() {
        Map<String, String> attacks = new TreeMap<>();
        then(attacks, "a process by Runtime", "Runtime.getRuntime().exec( \"touch hostile\" );\n" + OK);
        then(attacks, "a process by ProcessBuilder", "new ProcessBuilder( \"touch\", \"hostile\" ).start();\n" + OK);
        then(attacks, "a system property", "System.setProperty( \"hostile\", \"yes\" );\n" + OK);
        then(attacks, "the end of the program", "System.exit( 0 );\n" + OK);
        then(
                attacks,
                "a file by Files",
                "java.nio.file.Files.createFile( java.nio.file.Path.of( \"hostile\" ) );\n" + OK);
        then(attacks, "a file by a stream", "new java.io.FileOutputStream( \"hostile\" ).close();\n" + OK);
        then(attacks, "reflection", "$f.getClass().forName( \"java.lang.Runtime\" );\n" + OK);
        then(attacks, "the engine by drools", "drools.getKieRuntime().halt();\n" + OK);
        then(attacks, "the engine by kcontext", "kcontext.getKieRuntime().halt();\n" + OK);
        then(attacks, "a loop without end", "while( true ) {}\n" + OK);
        then(attacks, "a change of a fact", "modify( $f ) {}\n" + OK);
        then(attacks, "a statement after the conclusion", OK + "    System.exit( 0 );\n");
        then(
                attacks,
                "a call among the arguments",
                "    insertLogical( Breach.of( \"1.1\", $f, Runtime.getRuntime() ) );\n");
        then(attacks, "a class among the arguments", "    insertLogical( Breach.of( \"1.1\", $f.getClass() ) );\n");
        then(
                attacks,
                "reflection on the conclusion",
                "    insertLogical( Breach.of( \"1.1\", $f ).getClass().getClassLoader() );\n");
        then(attacks, "another class as conclusion", "    insertLogical( Runtime.getRuntime() );\n");
        then(attacks, "a cast", "    insertLogical( ( Breach ) Breach.of( \"1.1\", $f ) );\n");
        then(attacks, "a lambda", "    insertLogical( Breach.of( \"1.1\", () -> $f ) );\n");
        then(attacks, "a plain insert", "    insert( Breach.of( \"1.1\", $f ) );\n");
        when(attacks, "eval", "eval( Runtime.getRuntime() != null )");
        when(attacks, "reflection in a constraint", "Finding( getClass().getName() == \"x\" )");
        when(attacks, "a class bound in a constraint", "Finding( $c : money.getClass() )");
        when(attacks, "a wait in a constraint", "Finding( $c : money.wait() )");
        when(attacks, "a wait for ever", "Finding( wait() )");
        when(attacks, "a static call in a constraint", "Finding( id == System.getProperty( \"user.name\" ) )");
        when(attacks, "a constructor in a constraint", "Finding( date > new java.util.Date() )");
        when(attacks, "arithmetic in a constraint", "Finding( count + 1 > 2 )");
        when(attacks, "from", "$g : Finding() from java.util.List.of( $f )");
        when(attacks, "entry point", "Finding() from entry-point \"other\"");
        when(
                attacks,
                "code in an accumulate",
                "accumulate( Finding(); init( System.exit( 0 ); ) action( ) result( 1 ) )");
        when(attacks, "forall", "forall( Finding( id == $f.id ) )");
        when(attacks, "a query", "? anything( $f; )");
        top(attacks, "a function", "function void hostile() { System.exit( 0 ); }");
        top(attacks, "a global", "global java.lang.Runtime runtime");
        top(attacks, "an import of another class", "import java.lang.Runtime");
        top(attacks, "an import of a package", "import java.io.*");
        top(attacks, "a static import", "import static java.lang.System.exit");
        top(attacks, "an import of a function", "import function java.lang.System.exit");
        top(attacks, "a declared type", "declare Hostile x : String end");
        top(attacks, "a query of its own", "query \"q\" Finding() end");
        top(attacks, "a dialect", "dialect \"mvel\"");
        attacks.put(
                "a rule name that closes its quotes",
                HEAD + "rule \"1.1 x\\\" when then System.exit( 0 ); end //\"\nwhen\n    $f : Finding()\nthen\n" + OK
                        + "end\n");
        attacks.put(
                "a code that closes its quotes",
                HEAD
                        + "rule \"1.1 x\"\nwhen\n    $f : Finding( conduct == \"split-stay\\\", eval( true ), id == \\\"\" )\nthen\n"
                        + OK + "end\n");
        attacks.put(
                "a rule that comes to no end of brackets",
                HEAD + "rule \"1.1 x\"\nwhen\n    $f : Finding( conduct == " + "a( ".repeat(50_000) + "\nthen\n" + OK
                        + "end\n");
        attacks.put(
                "an attribute",
                HEAD + "rule \"1.1 x\"\n    no-loop false\n    timer( int: 0 1 )\nwhen\n    $f : Finding()\nthen\n" + OK
                        + "end\n");
        attacks.put(
                "metadata", HEAD + "rule \"1.1 x\"\n    @Watch( * )\nwhen\n    $f : Finding()\nthen\n" + OK + "end\n");
        attacks.put("another rulebook's package", HEAD.replace("testland", "beijing") + WHEN + "then\n" + OK + "end\n");
        return attacks;
    }

    private static void then(Map<String, String> attacks, String name, String consequence) {
        attacks.put(name, HEAD + WHEN + "then\n" + consequence + "end\n");
    }

    private static void when(Map<String, String> attacks, String name, String condition) {
        attacks.put(name, HEAD + WHEN + "    " + condition + "\nthen\n" + OK + "end\n");
    }

    private static void top(Map<String, String> attacks, String name, String declaration) {
        attacks.put(name, HEAD + declaration + "\n\n" + WHEN + "then\n" + OK + "end\n");
    }

    static List<String> names() {
        return List.copyOf(ATTACKS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_attack_does_not_load(String name) throws IOException {
        TinyRules rules = TinyRules.in(folder);
        rules.write(FILE, ATTACKS.get(name));

        List<Problem> problems = rules.problems();

        assertThat(problems).isNotEmpty().allSatisfy(p -> {
            assertThat(p.file()).as("only the hostile file is at fault").isEqualTo(FILE);
            assertThat(p.line()).as("line of: %s", p.message().en()).isPositive();
            assertThat(p.code()).isNotEqualTo("engine");
        });
        assertThat(System.getProperty("hostile")).isNull();
        assertThat(Path.of("hostile")).doesNotExist();
    }

    @Test
    void the_same_file_without_the_attack_loads() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        rules.write(FILE, HEAD + WHEN + "then\n" + OK + "end\n");

        assertThat(rules.problems()).isEmpty();
        assertThat(Files.exists(rules.root().resolve(FILE))).isTrue();
    }
}
