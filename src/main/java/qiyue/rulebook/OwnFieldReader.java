package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import qiyue.drl.FactTypes;
import qiyue.fact.Declared;
import qiyue.fact.Entry;
import qiyue.fact.Stretches;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.shape.Shape;

/** Reads the fields that a file of the vocabulary declares for a kind of record, or for agreements. */
final class OwnFieldReader {
    private static final Set<String> KEYS = Set.of("type", "codes", "required", "planned", "zh", "en");

    /** What rules read as something else than the name of a field. */
    private static final Set<String> RESERVED = Set.of("true", "false");

    /** What types are called elsewhere. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("date", "day"),
            Map.entry("datetime", "time"),
            Map.entry("int", "whole"),
            Map.entry("integer", "whole"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("decimal", "number"),
            Map.entry("bool", "yes-no"),
            Map.entry("boolean", "yes-no"),
            Map.entry("string", "text"));

    private final Vocabulary vocabulary;
    private final String kind;
    private final String shown;
    private final List<Problem> problems;

    OwnFieldReader(Vocabulary vocabulary, String kind, String shown, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.kind = kind;
        this.shown = shown;
        this.problems = problems;
    }

    void read(JsonNode fields, String pointer) {
        fields.fields().forEachRemaining(f -> field(f.getKey(), f.getValue(), pointer + "/" + f.getKey()));
    }

    /** The fields of a kind that counts another, which the program fills in itself. */
    void counting(String pointer) {
        made(Stretches.FIRST, "day", new Text("这一段的首日", "the first day of the stretch"), pointer);
        made(Stretches.NUMBER, "whole", new Text("这一段里的条数", "how many records lie in the stretch"), pointer);
    }

    private void made(String name, String type, Text label, String pointer) {
        Map<String, String> says = Map.of("type", type, "required", "", "planned", "");
        if (vocabulary.add(OwnFields.FIELDS, new Vocabulary.Entry(kind + "." + name, label, says, Map.of()), shown)) {
            wrong(
                    "code-twice",
                    pointer + "/fields/" + name,
                    new Text(
                            "写了 of 的，" + name + " 由程序自己填",
                            "where there is of, the program fills in " + name + " itself"),
                    new Text("删去这个字段", "remove the field"));
        }
    }

    private void field(String name, JsonNode node, String pointer) {
        YamlNode field = new YamlNode(node, shown, pointer, problems);
        field.only(KEYS);
        boolean planned = field.truth("planned");
        boolean required = field.truth("required");
        named(name, pointer);
        String written = node.path("type").asText();
        // what is meant is gone on with: the rules that use the field are not told of it again
        String type = MEANT.getOrDefault(written.toLowerCase(Locale.ROOT), written);
        if (!OwnFields.TYPES.containsKey(written)) {
            wrong(
                    "value",
                    pointer + "/type",
                    new Text("字段没有写明类型，或没有这种类型", "the field has no type, or none there is"),
                    type.equals(written)
                            ? new Text(
                                    "写 number、whole、day、time、yes-no、code 或 text",
                                    "write number, whole, day, time, yes-no, code or text")
                            : new Text("改为 " + type, "write " + type));
        }
        List<String> codes = codes(name, node.path("codes"), pointer + "/codes");
        if (type.equals("code") == codes.isEmpty()) {
            wrong(
                    "value",
                    pointer + "/codes",
                    type.equals("code")
                            ? new Text("没有写明取哪些代码", "it is not said which codes it takes")
                            : new Text("只有 type: code 的字段写 codes", "only a field with type: code has codes"),
                    new Text("写成 codes: {代码: {zh: …, en: …}}", "write codes: {code: {zh: …, en: …}}"));
        }
        if (planned && !type.equals("day")) {
            wrong(
                    "value",
                    pointer + "/planned",
                    new Text("只有 type: day 的字段写 planned", "only a field with type: day has planned"),
                    new Text("删去 planned，或改为 type: day", "remove planned, or write type: day"));
        }
        if (required && OwnFields.takingFields().contains(kind)) {
            wrong(
                    "value",
                    pointer + "/required",
                    new Text(
                            "各地区的文书都有这种数据，不能要求都写这个字段",
                            "inspections of every region have this kind of record; not all can have to state the field"),
                    new Text("删去 required：没有写的会提问", "remove required: what is left out is asked for"));
        }
        boolean twice = add(
                OwnFields.FIELDS,
                kind + "." + name,
                node,
                pointer,
                Map.of("type", type, "required", String.valueOf(required), "planned", String.valueOf(planned)),
                codes.isEmpty() ? Map.of() : Map.of("codes", codes));
        if (twice) {
            wrong(
                    "code-twice",
                    pointer,
                    new Text("字段 " + name + " 已经声明", "the field " + name + " is declared already"),
                    new Text("保留一处", "keep one"));
        }
    }

    private void named(String name, String pointer) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            wrong(
                    "code",
                    pointer,
                    new Text("字段名用英文字母和数字，小写开头", "a field is called by letters and digits, a small letter first"),
                    new Text("如 receivedOn", "such as receivedOn"));
        }
        Class<? extends Declared> type = OwnFields.OF_THE_PROGRAM.getOrDefault(kind, Entry.class);
        boolean taken = Shape.of(type).field(name).isPresent()
                || Objects.requireNonNull(FactTypes.all().get(type.getSimpleName()))
                        .members()
                        .containsKey(name);
        if (taken || RESERVED.contains(name)) {
            wrong(
                    "code-twice",
                    pointer,
                    new Text("名称 " + name + " 已经另有所指", "the name " + name + " stands for something else already"),
                    new Text("删去，或换一个名称", "remove it, or choose another name"));
        }
    }

    private List<String> codes(String name, JsonNode node, String pointer) {
        List<String> codes = new ArrayList<>();
        node.fields().forEachRemaining(c -> {
            codes.add(c.getKey());
            if (c.getValue().isObject()) {
                new YamlNode(c.getValue(), shown, pointer + "/" + c.getKey(), problems).only(YamlNode.LABELS);
            }
            if (c.getKey().equals("unstated")) {
                wrong(
                        "code",
                        pointer + "/unstated",
                        new Text("unstated 是没有写的字段所取的代码", "unstated is the code of a field left out"),
                        new Text("换一个代码", "choose another code"));
            }
            add(
                    OwnFields.CODES,
                    kind + "." + name + "." + c.getKey(),
                    c.getValue(),
                    pointer + "/" + c.getKey(),
                    Map.of(),
                    Map.of());
        });
        return List.copyOf(codes);
    }

    /** Adds an entry with its labels; whether it was there before. */
    private boolean add(
            String list,
            String code,
            JsonNode node,
            String pointer,
            Map<String, String> properties,
            Map<String, List<String>> lists) {
        Text label = VocabularyFile.label(node, code, shown, pointer, problems);
        return vocabulary.add(list, new Vocabulary.Entry(code, label, properties, lists), shown);
    }

    private void wrong(String code, String pointer, Text message, Text fix) {
        problems.add(Problem.at(code, shown, pointer, message, fix));
    }
}
