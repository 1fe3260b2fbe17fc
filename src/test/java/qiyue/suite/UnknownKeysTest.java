package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.EveryFile;
import qiyue.TinyRules;

/**
 * A key that nobody knows is told wherever it stands: in every mapping of every kind of YAML file that a rules folder has. What was
 * passed over there would be read by a reviewer and not by the program.
 */
class UnknownKeysTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Where keys are what people write themselves: a heading with what is asked about it. */
    private static final Set<String> FREE = Set.of("headings.yaml/doubtful");

    @TempDir
    private Path folder;

    /** Pointers of all mappings. */
    private static List<String> mappings(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        if (node.isObject()) {
            all.add(at);
            node.fields()
                    .forEachRemaining(f -> all.addAll(mappings(
                            f.getValue(),
                            at + "/" + f.getKey().replace("~", "~0").replace("/", "~1"))));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(mappings(node.path(i), at + "/" + i));
        }
        return all;
    }

    @Test
    void a_key_nobody_knows_is_told_wherever_it_stands() throws IOException {
        TinyRules rules = EveryFile.in(folder);
        assertThat(EveryFile.errors(folder)).as("sound").isEmpty();

        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, String> file : EveryFile.files().entrySet()) {
            JsonNode sound = YAML.readTree(file.getValue());
            for (String pointer : mappings(sound, "")) {
                JsonNode edited = sound.deepCopy();
                ((ObjectNode) edited.at(pointer)).put("zz-unknown", "x");
                rules.write(file.getKey(), YAML.writeValueAsString(edited).replaceFirst("^---\\n", ""));
                String place = file.getKey() + pointer;
                if (!FREE.contains(place)
                        && EveryFile.errors(folder).stream()
                                .noneMatch(p -> p.file().equals(file.getKey()))) {
                    passed.add(place);
                }
                tried++;
            }
            rules.write(file.getKey(), file.getValue());
        }

        assertThat(tried).isGreaterThan(80);
        assertThat(passed).isEmpty();
    }
}
