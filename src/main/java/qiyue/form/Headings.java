package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/**
 * What people write above columns, and for codes: {@code headings.yaml} of the rules folder. It bears on no decision, only on how
 * tables are read.
 */
public final class Headings {
    /** The file, beside the regions. */
    public static final String FILE = "headings.yaml";

    private static final String EVERYWHERE = "all";
    private static final Pattern REMARK = Pattern.compile("[(\\[【〔][^)\\]】〕]*[)\\]】〕]");
    private static final Pattern DROPPED = Pattern.compile("[\\s*:;,.、。_\\-/\"'“”]+");

    private final Map<String, Map<String, List<String>>> columns = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> words = new TreeMap<>();
    private final List<String> unused = new ArrayList<>();
    private final Map<String, String> doubtful = new TreeMap<>();

    private Headings() {}

    /** Those of a rules folder; nothing but names of fields and codes where it has none. */
    public static Headings of(Path rules) throws Problems {
        Headings headings = new Headings();
        Path file = rules.resolve(FILE);
        if (!Files.exists(file)) {
            return headings;
        }
        JsonNode tree = Sources.yaml(file, FILE);
        for (String key : List.of("headings", "words")) {
            JsonNode groups = demand(tree.path(key), "/" + key);
            groups.fields().forEachRemaining(group -> {
                Map<String, List<String>> entries = new LinkedHashMap<>();
                group.getValue().fields().forEachRemaining(e -> entries.put(e.getKey(), texts(e.getValue())));
                (key.equals("words") ? headings.words : headings.columns).put(group.getKey(), entries);
            });
        }
        headings.unused.addAll(
                texts(tree.path("unused")).stream().map(Headings::plain).toList());
        tree.path("doubtful")
                .fields()
                .forEachRemaining(e ->
                        headings.doubtful.put(plain(e.getKey()), e.getValue().asText()));
        return headings;
    }

    private static JsonNode demand(JsonNode node, String pointer) throws Problems {
        if (!node.isObject()) {
            throw new Problems(List.of(qiyue.problem.Problem.at(
                    "type",
                    FILE,
                    pointer,
                    new Text("此处应为“键: 值”", "entries 'key: value' are needed here"),
                    new Text(
                            "照程序自带的 rules/headings.yaml 写",
                            "write it as the program's own rules/headings.yaml does"))));
        }
        return node;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(t -> texts.add(t.asText()));
        return List.copyOf(texts);
    }

    /** What of a heading counts: no blanks, no remark in brackets, half-width and small letters. */
    static String plain(String heading) {
        String half = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = REMARK.matcher(half).replaceAll("");
        return DROPPED.matcher(bare.isBlank() ? half : bare).replaceAll("");
    }

    /** What the columns of a field may be called, in order of preference. */
    List<String> of(String kind, String path) {
        List<String> own = columns.getOrDefault(kind, Map.of()).getOrDefault(path, List.of());
        return own.isEmpty() ? columns.getOrDefault(EVERYWHERE, Map.of()).getOrDefault(path, List.of()) : own;
    }

    /** What people write for the codes of a list or of a field. */
    Map<String, List<String>> words(String list) {
        return words.getOrDefault(list, Map.of());
    }

    /** Whether a column called so is left aside without more ado. */
    boolean unused(String heading) {
        return unused.contains(plain(heading));
    }

    /** What is to be asked of people who have a column called so. */
    Optional<String> doubt(String heading) {
        return Optional.ofNullable(doubtful.get(plain(heading)));
    }
}
