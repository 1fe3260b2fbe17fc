package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * The slips people make in rule files, each made in a small sound rulebook, and every word that check says of it. With
 * {@code -Dslips=write} the words are written anew; read them before committing them.
 */
class SlipsTest {
    private static final Path FOLDER = Path.of("src/test/resources/check");
    private static final Path SLIPS = FOLDER.resolve("slips.txt");

    @TempDir
    private Path folder;

    /** A slip: lines of instructions, and what is said of it. */
    private record Slip(String name, List<String> made, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Slip> slips() throws IOException {
        return Stream.of(Files.readString(SLIPS).split("(?m)^=== "))
                .skip(1)
                .map(section -> {
                    String[] parts = section.split("(?m)^>>>\n", 2);
                    List<String> lines = parts[0].lines().toList();
                    return new Slip(
                            lines.get(0), lines.subList(1, lines.size()), parts.length > 1 ? parts[1].strip() : "");
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("slips")
    void every_slip_is_named_where_it_is(Slip slip) throws IOException, Problems {
        assertThat(check(slip, folder)).isEqualTo(slip.said());
    }

    @Test
    void the_rulebook_without_slips_is_sound() throws Problems {
        assertThat(Soundness.of(FOLDER.resolve("base")).problems()).isEmpty();
    }

    /** Byte-order mark, Windows line ends, tabs, blanks, line breaks and remarks wherever they may stand. */
    @Test
    void other_ways_of_writing_the_same_are_sound() throws IOException, Problems {
        copy(folder);
        Path rules = folder.resolve("demo/measures-2025/a01-conduct.drl");
        String text = Files.readString(rules)
                .replace("    $", "\t$")
                .replace("package demo.measures2025", "package demo.measures2025;")
                .replace("import qiyue.fact.*", "import qiyue.fact.*;")
                .replace("when\n", "when // 条件：（全角）“引号”\n\n")
                .replace(", about", ",\n            about")
                .replace("\"bed-hanging\", ", "\"bed-hanging\",\n   // 另一种\n      ")
                .replace("rule \"1.1 挂床", "rule \"1.1 “挂床”（住院）")
                .replace("end\n", "end\n\n\n")
                .replace("\n", "\r\n");
        Files.writeString(rules, "\uFEFF" + text);
        Path ledger = folder.resolve("demo/measures-2025/clauses.yaml");
        Files.writeString(ledger, "\uFEFF" + Files.readString(ledger).replace("\n", "\r\n"));

        assertThat(Soundness.of(folder).problems()).isEmpty();
    }

    /** Whatever sign is lost or doubled: an answer, in time, and never an exception. */
    @Test
    @Timeout(60)
    void any_sign_may_be_lost_or_doubled() throws IOException {
        copy(folder);
        Path file = folder.resolve("demo/measures-2025/a01-conduct.drl");
        String text = Files.readString(file);
        for (int i = 0; i < text.length(); i += 17) {
            for (String broken : List.of(
                    text.substring(0, i) + text.substring(i + 1),
                    text.substring(0, i) + text.charAt(i) + text.substring(i),
                    text.substring(0, i),
                    text.substring(0, i) + "（" + text.substring(i))) {
                Files.writeString(file, broken);
                assertThatCode(() -> Library.examine(folder)).as(broken).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void every_slip_is_caught() throws IOException, Problems {
        StringBuilder all = new StringBuilder(Files.readString(SLIPS).split("(?m)^=== ", 2)[0]);
        int i = 0;
        for (Slip slip : slips()) {
            String said = check(slip, folder.resolve(String.valueOf(i++)));
            assertThat(said).as(slip.name()).isNotEmpty();
            all.append("=== ").append(slip.name()).append('\n');
            slip.made().forEach(m -> all.append(m).append('\n'));
            all.append(">>>\n").append(said).append("\n\n");
        }
        if ("write".equals(System.getProperty("slips"))) {
            Files.writeString(SLIPS, all.toString().stripTrailing() + "\n");
        }
    }

    private static String check(Slip slip, Path into) throws IOException, Problems {
        copy(into);
        Path file = into;
        List<String> lines = slip.made();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String rest = line.length() > 2 ? line.substring(2) : "";
            if (line.startsWith("@ ")) {
                file = into.resolve("demo/measures-2025").resolve(rest).normalize();
            } else if (line.startsWith("- ")) {
                StringBuilder before = new StringBuilder(rest);
                StringBuilder after = new StringBuilder();
                boolean more = false;
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("- ")) {
                    before.append('\n').append(lines.get(++i).substring(2));
                }
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("+")) {
                    String next = lines.get(++i);
                    after.append(more ? "\n" : "").append(next.length() > 2 ? next.substring(2) : "");
                    more = true;
                }
                String text = Files.readString(file);
                assertThat(text).as(slip.name()).contains(before);
                Files.writeString(
                        file,
                        text.replaceFirst(
                                Pattern.quote(before.toString()),
                                java.util.regex.Matcher.quoteReplacement(
                                        after.toString().replace("<TAB>", "\t"))));
            } else if (line.startsWith("encode ")) {
                Files.write(file, Files.readString(file).getBytes(Charset.forName(line.substring(7))));
            } else if (line.startsWith("rename ")) {
                Files.move(file, file.resolveSibling(line.substring(7)));
            } else if (line.equals("windows")) {
                Files.write(
                        file,
                        ("\uFEFF" + Files.readString(file).replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
            } else if (line.startsWith("write ")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, line.substring(6).replace("\\n", "\n"));
            }
        }
        return Soundness.of(into).problems().stream().map(SlipsTest::words).collect(Collectors.joining("\n\n"));
    }

    private static String words(Problem p) {
        return p.render("zh").lines().filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
    }

    private static void copy(Path into) throws IOException {
        Path base = FOLDER.resolve("base");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(base)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path copy = into.resolve(base.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
