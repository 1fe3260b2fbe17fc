package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a case in docs/register.md runs as it is written, from a sample on. */
class RegisterPageTest {
    private static final Pattern SED = Pattern.compile("sed '(.*)' (\\S+) > (\\S+)");

    @Test
    void the_life_of_a_case_runs_as_written(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("docs/register.md"));
        String block =
                page.substring(page.indexOf("```console\n") + 11, page.indexOf("```\n", page.indexOf("```console")));
        String last = "";
        for (String line : block.lines().toList()) {
            String command = line.replaceFirst("^\\$ ", "").replaceFirst("\\s+#.*$", "");
            Matcher sed = SED.matcher(command);
            if (sed.matches()) {
                String text = Files.readString(Path.of(sed.group(2)));
                for (String change : sed.group(1).split("; ")) {
                    String[] parts = change.split("/");
                    text = parts.length > 3 ? text.replace(parts[1], parts[2]) : text.replaceFirst(parts[1], parts[2]);
                }
                Files.writeString(folder.resolve(sed.group(3)), text);
                continue;
            }
            String[] words = Stream.of(command.split("\\s+"))
                    .skip(1)
                    .map(w -> List.of("2025.db", "下次检查.json").contains(w)
                            ? folder.resolve(w).toString()
                            : w)
                    .toArray(String[]::new);
            Run run = Run.of(words);
            assertThat(run.code()).as(command + "\n" + run.err()).isZero();
            last = run.out();
        }
        assertThat(last).contains("从登记簿带入", "自 2025-09-04 至 2025-11-04");
    }
}
