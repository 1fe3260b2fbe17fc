package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;

/** Reads one file of the vocabulary: lists, in them codes, each with its labels and properties. */
final class VocabularyFile {
    private static final int LONGEST = 60;

    private final Vocabulary vocabulary;
    private final String shown;
    private final List<Problem> problems;

    VocabularyFile(Vocabulary vocabulary, String shown, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.shown = shown;
        this.problems = problems;
    }

    void read(JsonNode tree) {
        if (!tree.isObject()) {
            problems.add(Problem.at(
                    "type",
                    shown,
                    "/",
                    new Text("文件中没有词汇表", "the file holds no list of codes"),
                    new Text("写成 表名: 代码: {zh: …, en: …}", "write list: code: {zh: …, en: …}")));
            VocabularyLists.ALL.forEach(vocabulary::lacks);
        }
        tree.fields().forEachRemaining(list -> {
            String pointer = "/" + list.getKey();
            if (!VocabularyLists.ALL.contains(list.getKey())) {
                unknown(
                        pointer,
                        new Text("没有词汇表 " + list.getKey(), "the vocabulary has no list " + list.getKey()),
                        Suggest.fix(list.getKey(), VocabularyLists.ALL));
                // what stands under it is missing in the list that was meant
                List<String> near = Suggest.near(list.getKey(), VocabularyLists.ALL);
                (near.isEmpty() ? VocabularyLists.ALL : near).forEach(vocabulary::lacks);
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
            if (list.getKey().equals("agreement-terms")) {
                new OwnFieldReader(vocabulary, OwnFields.AGREEMENTS, shown, problems).read(list.getValue(), pointer);
                return;
            }
            if (list.getKey().equals("record-fields")) {
                list.getValue().fields().forEachRemaining(e -> added(e.getKey(), e.getValue(), pointer));
                return;
            }
            list.getValue()
                    .fields()
                    .forEachRemaining(e -> entry(list.getKey(), e.getKey(), e.getValue(), pointer + "/" + e.getKey()));
        });
    }

    /** Fields of a kind declared; one of the program's has them elsewhere. */
    private void fields(String kind, JsonNode fields, String pointer) {
        if (!OwnFields.ofTheProgram(kind)) {
            new OwnFieldReader(vocabulary, kind, shown, problems).read(fields, pointer + "/fields");
            return;
        }
        unknown(
                pointer + "/fields",
                new Text("这种数据程序已有，字段不写在这里", "the program has this kind of record; its fields do not stand here"),
                new Text(
                        "写成 record-fields: {" + kind + ": {字段: …}}",
                        "write record-fields: {" + kind + ": {field: …}}"));
    }

    /** Fields added to one of the program's kinds of record; those of a kind declared stand with it. */
    private void added(String kind, JsonNode fields, String pointer) {
        String at = pointer + "/" + kind;
        List<String> kinds = OwnFields.takingFields();
        JsonNode within = fields.path("fields");
        if (!kinds.contains(kind)) {
            unknown(
                    at,
                    new Text("程序没有可加字段的数据 " + kind, "the program has no kind of record " + kind + " that takes fields"),
                    meant(kind, kinds));
        } else if (within.isObject() && !within.has("type")) {
            unknown(
                    at + "/fields",
                    new Text("此处不写 fields", "fields: is not written here"),
                    new Text(
                            "去掉这一层：record-fields: {" + kind + ": {字段: …}}",
                            "leave it out: record-fields: {" + kind + ": {field: …}}"));
        } else {
            new OwnFieldReader(vocabulary, kind, shown, problems).read(fields, at);
        }
    }

    /** Where fields of what is no kind of record of the program belong, or which kind was meant. */
    private static Text meant(String kind, List<String> kinds) {
        if (kind.equals(OwnFields.AGREEMENTS)) {
            return new Text("协议的约定写在 agreement-terms", "terms of agreements stand under agreement-terms");
        }
        return Suggest.near(kind, kinds).isEmpty()
                ? new Text(
                        "词汇自己声明的数据，字段写在 record-kinds 的 fields；程序已有的有 " + String.join("、", kinds),
                        "fields of a kind declared stand with it, under record-kinds, fields; the program has "
                                + String.join(", ", kinds))
                : Suggest.fix(kind, kinds);
    }

    private void unknown(String pointer, Text said, Text fix) {
        problems.add(Problem.at("unknown-key", shown, pointer, said, fix));
    }

    private void entry(String list, String code, JsonNode node, String pointer) {
        String form = list.equals("record-kinds") ? "[a-z][a-zA-Z0-9]*" : "[a-z0-9]+";
        if (!code.matches(form + "(-[a-zA-Z0-9]+)*+")
                || (!list.equals("record-kinds") && !code.equals(code.toLowerCase(Locale.ROOT)))
                || code.length() > LONGEST) {
            String meant = code.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
            // rules may name it as it was meant
            vocabulary.lacks(list);
            problems.add(Problem.at(
                    "code",
                    shown,
                    pointer,
                    new Text(
                            "代码用小写英文字母、数字和连字符，不超过 " + LONGEST + " 字",
                            "codes are small letters, digits and hyphens, at most " + LONGEST),
                    meant.matches("[a-z0-9]+(-[a-z0-9]+)*+")
                            ? new Text("改为 " + meant + "；规则和用例里的一起改", "write " + meant + ", in rules and cases too")
                            : new Text("改写代码，如 parking-fee", "rewrite the code, such as parking-fee")));
        } else if (code.equals("unstated")) {
            problems.add(Problem.at(
                    "code",
                    shown,
                    pointer,
                    new Text("代码 " + code + " 表示没有写明，不能另作他用", "the code " + code + " says that nothing is stated"),
                    new Text("换一个代码", "take another code")));
        }
        Map<String, String> properties = new TreeMap<>();
        Map<String, List<String>> lists = new TreeMap<>();
        if (list.equals("questions")) {
            vocabulary.answerers().note(code, new YamlNode(node, shown, pointer, problems));
        }
        node.fields().forEachRemaining(f -> {
            if (list.equals("questions") && Answerers.KEYS.contains(f.getKey())) {
                return;
            }
            if (list.equals("record-kinds") && f.getKey().equals("fields")) {
                fields(code, f.getValue(), pointer);
                return;
            }
            boolean known = VocabularyLists.keys(list).contains(f.getKey());
            if (known && VocabularyLists.SEVERAL.contains(f.getKey())) {
                List<String> named = new ArrayList<>();
                // what is no list would be passed over
                new YamlNode(node, shown, pointer, problems).list(f.getKey());
                f.getValue().forEach(a -> named.add(a.asText()));
                lists.put(f.getKey(), List.copyOf(named));
            } else if (known) {
                properties.put(
                        f.getKey(), new YamlNode(f.getValue(), shown, pointer + "/" + f.getKey(), problems).text());
            } else if (!f.getKey().equals("zh") && !f.getKey().equals("en")) {
                Set<String> keys = new TreeSet<>(VocabularyLists.keys(list));
                keys.addAll(List.of("zh", "en"));
                problems.add(YamlNode.unknownKey(f.getKey(), keys, shown, pointer + "/" + f.getKey()));
            }
        });
        if (list.equals("record-kinds")
                && (properties.containsKey("of") || properties.containsKey("each"))
                && !OwnFields.ofTheProgram(code)) {
            new OwnFieldReader(vocabulary, code, shown, problems).counting(pointer);
        }
        String before = vocabulary.files().getOrDefault(list + "/" + code, "");
        Entry entry =
                new Entry(code, label(node, code, shown, pointer, problems), Map.copyOf(properties), Map.copyOf(lists));
        if (vocabulary.add(list, entry, shown)) {
            problems.add(Problem.at(
                    "code-twice",
                    shown,
                    pointer,
                    new Text(
                            "代码 " + code + " 在 " + before + " 中已经定义",
                            "code " + code + " is defined in " + before + " already"),
                    new Text(
                            "意思相同的删去自己的一处，不同的换一个代码",
                            "remove your own where it means the same; else choose another code")));
        }
    }

    /** What an entry is called; by its code where it says nothing, which is told. */
    static Text label(JsonNode node, String code, String shown, String pointer, List<Problem> problems) {
        if (isLabel(node.path("zh")) && isLabel(node.path("en"))) {
            YamlNode entry = new YamlNode(node, shown, pointer, problems);
            return new Text(entry.text("zh"), entry.text("en"));
        }
        boolean told = problems.stream()
                .anyMatch(p -> p.code().equals("key-syntax")
                        && p.file().equals(shown)
                        && p.pointer().startsWith(pointer + "/"));
        if (told) {
            return new Text(node.path("zh").asText(code), node.path("en").asText(code));
        }
        problems.add(Problem.at(
                "label",
                shown,
                pointer,
                new Text("缺少 zh 或 en 标签", "a label, zh or en, is missing"),
                node.isTextual()
                        ? new Text("写成 " + code + ": {zh: …, en: …}", "write " + code + ": {zh: …, en: …}")
                        : new Text("补上 zh: … 和 en: …", "add zh: … and en: …")));
        return new Text(node.path("zh").asText(code), node.path("en").asText(code));
    }

    /** A list or an object would be read as blank, and what is blank names nothing. */
    private static boolean isLabel(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank();
    }
}
