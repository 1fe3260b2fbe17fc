package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/**
 * The readings taken where the texts of a region are unclear ({@code readings.yaml} beside its rulebooks). Ledger lines
 * cite them by id; the decision, the pages and {@code docs/readings} lead to them.
 */
public final class Readings {
    private final Map<String, Reading> byId;

    private Readings(Map<String, Reading> byId) {
        this.byId = byId;
    }

    /** What ledgers and pages cite. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}]{1,20}");

    /**
     * One reading.
     *
     * @param question what the text leaves unclear
     * @param taken the reading the rules follow
     * @param instead another one that can be held; blank where there is none
     * @param why the reason for the one taken
     */
    public record Reading(String id, Text question, Text taken, Text instead, Text why) {}

    /** Readings that were read and checked before. */
    static Readings kept(Map<String, Reading> byId) {
        return new Readings(byId);
    }

    /** All of them, by id. */
    Map<String, Reading> byId() {
        return byId;
    }

    /** No readings, for a region without the file. */
    static Readings none() {
        return new Readings(Map.of());
    }

    /** Reads the file; what is wrong with it is added to the problems. */
    static Readings read(Path file, String shown, List<Problem> problems) {
        Map<String, Reading> byId = new TreeMap<>();
        try {
            JsonNode tree = Sources.yaml(file, shown);
            new YamlNode(tree, shown, "", problems).only(Set.of("readings"));
            if (tree.hasNonNull("readings") && !tree.path("readings").isObject()) {
                new YamlNode(tree.path("readings"), shown, "/readings", problems)
                        .report(
                                "type",
                                new Text("readings 应为“编号: {question: …}”", "readings holds 'id: {question: …}'"),
                                new Text("每条一个编号，缩进两格", "an id for each, indented by two blanks"));
            }
            for (Iterator<Map.Entry<String, JsonNode>> all =
                            tree.path("readings").fields();
                    all.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = all.next();
                YamlNode line = new YamlNode(entry.getValue(), shown, "/readings/" + entry.getKey(), problems);
                line.only(Set.of("question", "taken", "instead", "why"));
                if (!ID.matcher(entry.getKey()).matches()) {
                    line.report(
                            "name-syntax",
                            new Text("解读的编号只用字母和数字，不超过 20 字", "ids of readings are letters and digits, at most 20"),
                            new Text("写成 B01 这样的编号", "write an id such as B01"));
                }
                byId.put(
                        entry.getKey(),
                        new Reading(
                                entry.getKey(),
                                text(line, "question"),
                                text(line, "taken"),
                                line.has("instead") ? text(line, "instead") : new Text("", ""),
                                text(line, "why")));
            }
        } catch (Problems e) {
            problems.addAll(e.all());
        }
        return new Readings(byId);
    }

    private static Text text(YamlNode line, String key) {
        YamlNode both = line.get(key);
        both.only(Set.of("zh", "en"));
        return new Text(both.text("zh"), both.text("en"));
    }

    /** The reading of that id. */
    public Optional<Reading> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, by id. */
    public Collection<Reading> all() {
        return byId.values();
    }

    /** All ids, in order. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** The ids a ledger line cites: {@code B14, B20}. */
    public static List<String> cited(String reading) {
        return Arrays.stream(reading.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
