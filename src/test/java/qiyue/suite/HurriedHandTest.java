package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * Plausible edits of the shipped rulebooks by a hurried hand (decision 0170), each with what {@code check} says of it ({@code told})
 * or why it is silent ({@code silent}): what turns on the text alone is seen by cases only. A few are tried each time, all of them
 * with {@code -Dqiyue.hurried=all}.
 */
class HurriedHandTest {
    private static final Path EDITS = Path.of("src/test/resources/check/hurried.json");

    @TempDir
    private Path folder;

    @Test
    void what_the_rules_give_away_is_told() throws IOException, Problems {
        Path rules = folder.resolve("rules");
        Folders.copy(Path.of("rules"), rules);
        String wanted = System.getProperty("qiyue.hurried", "");
        List<String> unlike = new ArrayList<>();
        Map<Set<String>, List<Problem>> known = new HashMap<>();
        for (JsonNode edit : Sources.json(Files.readString(EDITS), EDITS.toString())) {
            String n = edit.path("n").asText();
            boolean tried = wanted.isEmpty() ? n.endsWith("4") : wanted.equals("all") || wanted.contains(n);
            String told = tried ? told(rules, edit, known) : edit.path("told").asText();
            if (!told.equals(edit.path("told").asText())) {
                unlike.add(n + ": " + told);
            }
        }
        assertThat(unlike).isEmpty();
    }

    /** The codes of what is said of the edit and was not said before. */
    private static String told(Path rules, JsonNode edit, Map<Set<String>, List<Problem>> known)
            throws IOException, Problems {
        Path file = rules.resolve(edit.path("f").asText());
        String text = Files.readString(file);
        String region = edit.path("f").asText().replaceFirst("/.*", "");
        Set<String> regions = Set.of("vocabulary", "calendar").contains(region) ? Set.of() : Set.of(region);
        assertThat(text).as(edit.path("n").asText()).contains(edit.path("o").asText());
        if (!known.containsKey(regions)) {
            known.put(regions, said(rules, regions));
        }
        int at = text.indexOf(edit.path("o").asText());
        Files.writeString(
                file,
                text.substring(0, at)
                        + edit.path("w").asText()
                        + text.substring(at + edit.path("o").asText().length()));
        Set<String> codes = said(rules, regions).stream()
                .filter(p -> !known.getOrDefault(regions, List.of()).contains(p))
                .map(Problem::code)
                .filter(c -> !c.equals("code-unused") || regions.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Files.writeString(file, text);
        return String.join(" ", codes);
    }

    private static List<Problem> said(Path rules, Set<String> regions) throws Problems {
        return Soundness.of(rules, regions).problems();
    }
}
