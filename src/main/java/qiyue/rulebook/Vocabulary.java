package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.MeasureKind;

/** The codes shared by all regions, each with its labels: {@code rules/vocabulary/*.yaml}. */
public final class Vocabulary {
    private static final Set<String> LISTS = Set.of(
            "regions",
            "facility-kinds",
            "topics",
            "conducts",
            "questions",
            "measures",
            "acts",
            "actors",
            "parameters",
            "record-kinds",
            "change-matters",
            "charge-categories",
            "authorities",
            "sheets");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "conducts", Set.of("topic"), "questions", Set.of("about"), "measures", Set.of("money", "level", "absorbs"));

    /** A code with its labels and the properties of its list. */
    public record Entry(String code, Text label, Map<String, String> properties, List<String> absorbs) {}

    private final Map<String, Map<String, Entry>> lists = new TreeMap<>();

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
            }
        }
        vocabulary.crossCheck(problems);
        return vocabulary;
    }

    private void add(JsonNode tree, String shown, List<Problem> problems) {
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
        node.fields().forEachRemaining(f -> {
            if (f.getKey().equals("absorbs")) {
                f.getValue().forEach(a -> absorbs.add(a.asText()));
            } else if (KEYS.getOrDefault(list, Set.of()).contains(f.getKey())) {
                properties.put(f.getKey(), f.getValue().asText());
            } else if (!f.getKey().equals("zh") && !f.getKey().equals("en")) {
                problems.add(Problem.at(
                        "unknown-key",
                        shown,
                        pointer + "/" + f.getKey(),
                        new Text("不认识的键 " + f.getKey(), "unknown key " + f.getKey()),
                        Suggest.fix(f.getKey(), KEYS.getOrDefault(list, Set.of("zh", "en")))));
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
                    new Text("代码 " + code + " 定义了两次", "code " + code + " is defined twice"),
                    new Text("保留一处", "keep one")));
        }
    }

    private void crossCheck(List<Problem> problems) {
        list("conducts").values().forEach(c -> {
            String topic = c.properties().getOrDefault("topic", "");
            if (!list("topics").containsKey(topic)) {
                problems.add(Problem.at(
                        "unknown-code",
                        "vocabulary",
                        "/conducts/" + c.code() + "/topic",
                        new Text("没有主题 " + topic, "there is no topic " + topic),
                        Suggest.fix(topic, list("topics").keySet())));
            }
        });
        list("questions").values().forEach(q -> {
            String about = q.properties().getOrDefault("about", "");
            if (!Subjects.KINDS.containsValue(about) && !about.equals("case")) {
                problems.add(Problem.at(
                        "unknown-code",
                        "vocabulary",
                        "/questions/" + q.code() + "/about",
                        new Text("about 写 " + about + " 无效", "about: " + about + " is not a kind of fact"),
                        Suggest.fix(about, Subjects.KINDS.values())));
            }
        });
        list("measures").values().forEach(m -> {
            String money = m.properties().getOrDefault("money", "");
            if (!MeasureKind.MONEY.contains(money)) {
                problems.add(Problem.at(
                        "unknown-code",
                        "vocabulary",
                        "/measures/" + m.code() + "/money",
                        new Text("money 写 " + money + " 无效", "money: " + money + " is not known"),
                        Suggest.fix(money, MeasureKind.MONEY)));
            }
        });
    }

    /** Adds the score sheets' names, which come from the rulebooks. */
    void sheet(String name, Text title) {
        list("sheets").put(name, new Entry(name, title, Map.of(), List.of()));
    }

    private Map<String, Entry> list(String name) {
        return lists.computeIfAbsent(name, n -> new TreeMap<>());
    }

    /** The names of all lists, sorted. */
    public static List<String> lists() {
        return LISTS.stream().sorted().toList();
    }

    /** The codes of a list. */
    public Set<String> codes(String list) {
        return lists.getOrDefault(list, Map.of()).keySet();
    }

    /** The entries of a list, in order of code. */
    public List<Entry> entries(String list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).values());
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

    /** How the program treats each measure. */
    public Map<String, MeasureKind> measureKinds() {
        Map<String, MeasureKind> kinds = new TreeMap<>();
        entries("measures")
                .forEach(m -> kinds.put(
                        m.code(),
                        new MeasureKind(
                                m.properties().getOrDefault("money", ""),
                                m.properties().getOrDefault("level", ""),
                                m.absorbs())));
        return kinds;
    }
}
