package qiyue.form;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Vocabulary;
import qiyue.rulebook.YamlNode;

/**
 * What people write above columns, and for codes: {@code headings.yaml} of the rules folder. It bears on no decision, only on how
 * tables are read.
 */
public final class Headings {
    /** The file, beside the regions. */
    public static final String FILE = "headings.yaml";

    /** Holds for every kind of record. */
    static final String EVERYWHERE = "all";

    /** Nothing said: names of fields and codes alone. */
    static final Headings NONE = new Headings();

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern REMARK = Pattern.compile("[(\\[【〔][^)\\]】〕]*[)\\]】〕]");
    private static final Pattern DROPPED = Pattern.compile("[\\s*:;,.、。_\\-/\"'“”]+");

    private final Map<String, Map<String, List<String>>> columns = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> words = new TreeMap<>();
    private final List<String> unused = new ArrayList<>();
    private final Map<String, String> doubtful = new TreeMap<>();

    private Headings() {}

    /** Those of a rules folder; nothing but names of fields and codes where it has none. */
    public static Headings of(Path rules) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Headings headings = of(rules, problems, file -> {});
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return headings;
    }

    /** What is wrong with those of a rules folder of that vocabulary, fields and codes that it has not got included. */
    public static List<Problem> problems(Path rules, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        try {
            of(rules, problems, file -> new KnownHeadings(vocabulary).hold(file));
        } catch (Problems e) {
            problems.addAll(e.all());
        }
        return problems;
    }

    private static Headings of(Path rules, List<Problem> problems, Consumer<YamlNode> check) throws Problems {
        Headings headings = new Headings();
        Path file = rules.resolve(FILE);
        if (!Files.exists(file)) {
            return headings;
        }
        YamlNode tree = YamlNode.of(Sources.yaml(file, FILE), FILE, problems);
        tree.only(Set.of("headings", "words", "unused", "doubtful"));
        check.accept(tree);
        groups(tree.get("headings"), headings.columns);
        if (tree.has("words")) {
            groups(tree.get("words"), headings.words);
        }
        tree.list("unused").forEach(t -> headings.unused.add(plain(t.text())));
        tree.child("doubtful").fields((heading, asked) -> headings.doubtful.put(plain(heading), asked.text()));
        return headings;
    }

    /** By group and field, what people write. */
    private static void groups(YamlNode node, Map<String, Map<String, List<String>>> groups) {
        node.fields((name, group) -> {
            Map<String, List<String>> entries = new LinkedHashMap<>();
            group.fields((field, unused) -> entries.put(
                    field, group.list(field).stream().map(YamlNode::text).toList()));
            groups.put(name, entries);
        });
    }

    /** What of a heading counts: no blanks, no remark in brackets, half-width and small letters. */
    static String plain(String heading) {
        String half = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = REMARK.matcher(half).replaceAll("");
        return DROPPED.matcher(bare.isBlank() ? half : bare).replaceAll("");
    }

    /** A heading or word with its remarks in brackets: no blanks, half-width and small letters. */
    static String whole(String heading) {
        return BLANKS.matcher(
                        Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
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
