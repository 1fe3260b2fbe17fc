package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Answering;
import qiyue.decision.MeasureKind;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** The codes shared by all regions, each with its labels: {@code rules/vocabulary/*.yaml}. */
public final class Vocabulary {
    private static final Set<String> LISTS = Set.of(
            "regions",
            "facility-kinds",
            "topics",
            "conducts",
            "questions",
            "answerers",
            "measures",
            "acts",
            "actors",
            "parameters",
            "record-kinds",
            "change-matters",
            "charge-categories",
            "authorities",
            "personal-fields",
            "sheets");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "conducts",
            Set.of("topic", "denied-by", "beside"),
            "questions",
            Set.of("about", "answered-by", "evidence", "clauses", "in"),
            "measures",
            Set.of("money", "level", "absorbs"),
            "acts",
            Set.of("serves"),
            "personal-fields",
            Set.of("mask"));

    private static final Denial NOTHING = new Denial(List.of());

    /** A code with its labels and the properties of its list. */
    public record Entry(String code, Text label, Map<String, String> properties, List<String> absorbs) {}

    private final Map<String, Map<String, Entry>> lists = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Set<String> lacking = new java.util.TreeSet<>();
    private final Answerers answerers = new Answerers();

    /** Worked out when first asked for; nothing they come of changes once the files are read. */
    private final Map<String, Denial> denials = new ConcurrentHashMap<>();

    private volatile Map<String, MeasureKind> kinds = Map.of();

    /** Reads all files of the folder. */
    static Vocabulary read(List<Path> files, Path root, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary();
        LISTS.forEach(l -> vocabulary.lists.put(l, new TreeMap<>()));
        for (Path file : files) {
            String shown = root.relativize(file).toString().replace('\\', '/');
            try {
                vocabulary.add(Sources.yaml(file, shown), shown, problems);
            } catch (Problems e) {
                problems.addAll(e.all());
                vocabulary.lacking.addAll(LISTS);
            }
        }
        vocabulary.answerers.read(vocabulary);
        new VocabularyChecks(vocabulary, problems).check();
        return vocabulary;
    }

    /** A vocabulary that was read and checked before. */
    static Vocabulary kept(
            Map<String, Map<String, Entry>> lists,
            Map<String, String> files,
            Map<String, Answering> everywhere,
            Map<String, Map<String, Answering>> byRegion) {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.lists.putAll(lists);
        vocabulary.files.putAll(files);
        vocabulary.answerers.everywhere().putAll(everywhere);
        vocabulary.answerers.byRegion().putAll(byRegion);
        return vocabulary;
    }

    /** Every list, by name. */
    Map<String, Map<String, Entry>> all() {
        return lists;
    }

    /** Where each code is defined. */
    Map<String, String> files() {
        return files;
    }

    Answerers answerers() {
        return answerers;
    }

    /** The names of all lists that files may add to, in order. */
    public static List<String> lists() {
        return LISTS.stream().filter(l -> !l.equals("sheets")).sorted().toList();
    }

    /** What an entry of the list has beside its labels, in order. */
    public static List<String> keys(String list) {
        return KEYS.getOrDefault(list, Set.of()).stream().sorted().toList();
    }

    /** Notes that codes of the list are missing because a file could not be read. */
    void lacks(String list) {
        lacking.add(list);
    }

    /** Whether codes of the list may be missing because a file could not be read: then no code is called unknown. */
    public boolean incomplete(String list) {
        return lacking.contains(list);
    }

    private void add(JsonNode tree, String shown, List<Problem> problems) {
        if (!tree.isObject()) {
            problems.add(Problem.at(
                    "type",
                    shown,
                    "/",
                    new Text("文件中没有词汇表", "the file holds no list of codes"),
                    new Text("写成 表名: 代码: {zh: …, en: …}", "write list: code: {zh: …, en: …}")));
        }
        tree.fields().forEachRemaining(list -> {
            String pointer = "/" + list.getKey();
            if (!LISTS.contains(list.getKey())) {
                problems.add(Problem.at(
                        "unknown-key",
                        shown,
                        pointer,
                        new Text("没有词汇表 " + list.getKey(), "there is no list " + list.getKey()),
                        Suggest.fix(list.getKey(), LISTS)));
                return;
            }
            if (!list.getValue().isObject()) {
                problems.add(Problem.at(
                        "type",
                        shown,
                        pointer,
                        new Text("此处应为“代码: {zh: …, en: …}”", "entries 'code: {zh: …, en: …}' are needed here"),
                        new Text("每个代码一行，缩进两格", "a line for each code, indented by two blanks")));
            }
            list.getValue()
                    .fields()
                    .forEachRemaining(e -> entry(
                            list.getKey(), e.getKey(), e.getValue(), shown, pointer + "/" + e.getKey(), problems));
        });
    }

    private void entry(String list, String code, JsonNode node, String shown, String pointer, List<Problem> problems) {
        if (!code.matches("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*")) {
            problems.add(Problem.at(
                    "code",
                    shown,
                    pointer,
                    new Text("代码用英文字母、数字和连字符", "codes are letters, digits and hyphens"),
                    new Text("改写代码", "rewrite the code")));
        }
        Map<String, String> properties = new TreeMap<>();
        List<String> absorbs = new ArrayList<>();
        if (list.equals("questions")) {
            answerers.note(code, new YamlNode(node, shown, pointer, problems));
        }
        node.fields().forEachRemaining(f -> {
            if (list.equals("questions") && Answerers.KEYS.contains(f.getKey())) {
                return;
            }
            if (f.getKey().equals("absorbs")) {
                f.getValue().forEach(a -> absorbs.add(a.asText()));
            } else if (KEYS.getOrDefault(list, Set.of()).contains(f.getKey())) {
                properties.put(f.getKey(), f.getValue().asText());
            } else if (!f.getKey().equals("zh") && !f.getKey().equals("en")) {
                Set<String> known = new java.util.TreeSet<>(KEYS.getOrDefault(list, Set.of()));
                known.addAll(List.of("zh", "en"));
                problems.add(YamlNode.unknownKey(f.getKey(), known, shown, pointer + "/" + f.getKey()));
            }
        });
        if (!node.hasNonNull("zh") || !node.hasNonNull("en")) {
            problems.add(Problem.at(
                    "label",
                    shown,
                    pointer,
                    new Text("缺少 zh 或 en 标签", "a label, zh or en, is missing"),
                    new Text("补上 zh: … 和 en: …", "add zh: … and en: …")));
        }
        String before = files.put(list + "/" + code, shown);
        Entry entry = new Entry(
                code,
                new Text(node.path("zh").asText(code), node.path("en").asText(code)),
                Map.copyOf(properties),
                List.copyOf(absorbs));
        if (list(list).put(code, entry) != null) {
            problems.add(Problem.at(
                    "code-twice",
                    shown,
                    pointer,
                    new Text(
                            "代码 " + code + " 在 " + before + " 中已经定义",
                            "code " + code + " is defined in " + before + " already"),
                    new Text("保留一处", "keep one")));
        }
    }

    /** What on a record contradicts the conduct. */
    public Denial denial(String conduct) {
        String text = property("conducts", conduct, "denied-by");
        return text.isEmpty()
                ? NOTHING
                : denials.computeIfAbsent(text, t -> Denial.parse(t).orElse(NOTHING));
    }

    /** Adds the score sheets' names, which come from the rulebooks. */
    void sheet(String name, Text title) {
        list("sheets").put(name, new Entry(name, title, Map.of(), List.of()));
    }

    private Map<String, Entry> list(String name) {
        return lists.computeIfAbsent(name, n -> new TreeMap<>());
    }

    /** The codes of a list. */
    public Set<String> codes(String list) {
        return lists.getOrDefault(list, Map.of()).keySet();
    }

    /** The entries of a list, in order of code. */
    public List<Entry> entries(String list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).values());
    }

    /** A fix for an unknown code: by its spelling, by its Chinese label, or the list it belongs to instead. */
    Text meant(String text, String list, Collection<String> known) {
        List<String> labelled = entries(list).stream()
                .filter(e -> Suggest.shares(text, e.label().zh()))
                .map(e -> e.code() + "（" + e.label().zh() + "）")
                .limit(4)
                .toList();
        if (!labelled.isEmpty()) {
            return new Text("写代码：" + String.join("、", labelled), "write the code: " + String.join(", ", labelled));
        }
        Text near = Suggest.fix(text, known);
        List<String> elsewhere =
                LISTS.stream().filter(l -> codes(l).contains(text)).sorted().toList();
        return elsewhere.isEmpty()
                ? near
                : new Text(
                        "“" + text + "”是词汇 " + String.join("、", elsewhere) + " 的代码，不能用在这里；" + near.zh(),
                        "'" + text + "' is a code of " + String.join(", ", elsewhere) + ", not for here; " + near.en());
    }

    /** The label of a code; the code itself where there is none. */
    public String label(String list, String code, String lang) {
        Entry entry = lists.getOrDefault(list, Map.of()).get(code);
        return entry == null ? code : entry.label().in(lang);
    }

    /** A property of a code, such as a conduct's topic; empty where there is none. */
    public String property(String list, String code, String name) {
        Entry entry = lists.getOrDefault(list, Map.of()).get(code);
        return entry == null ? "" : entry.properties().getOrDefault(name, "");
    }

    /** Who may answer a question, and on what evidence, where the texts of the region apply. */
    public Decision.Answering answering(String question, String region) {
        return answerers.of(question, region);
    }

    /** Where the texts of single regions say otherwise, by region. */
    public Map<String, Decision.Answering> answeringByRegion(String question) {
        return answerers.regions(question);
    }

    /** Holds the clauses that questions name against the ledgers read. */
    void holdAgainst(Map<String, Set<String>> ledgers) {
        answerers.holdAgainst(ledgers);
    }

    /** How the program treats each measure. */
    public Map<String, MeasureKind> measureKinds() {
        if (kinds.isEmpty()) {
            Map<String, MeasureKind> found = new TreeMap<>();
            entries("measures")
                    .forEach(m -> found.put(
                            m.code(),
                            new MeasureKind(
                                    m.properties().getOrDefault("money", ""),
                                    m.properties().getOrDefault("level", ""),
                                    m.absorbs())));
            kinds = Collections.unmodifiableMap(found);
        }
        return kinds;
    }
}
