package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import qiyue.fact.Blank;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** A node of a YAML file that knows where it stands and reports what does not fit. */
public final class YamlNode {
    /** So many keys of one mapping that nobody knows are told. */
    private static final int MOST = 20;

    /** Days of rule files lie in the years that days of inspections do. */
    static final int FIRST_YEAR = 1950;

    static final int LAST_YEAR = 2200;

    /** What is said in both languages. */
    static final Set<String> LABELS = Set.of("zh", "en");

    private final JsonNode node;
    private final String file;
    private final String pointer;
    private final List<Problem> problems;

    /** The root of a file. */
    public static YamlNode of(JsonNode tree, String file, List<Problem> problems) {
        return new YamlNode(tree, file, "", problems);
    }

    YamlNode(JsonNode node, String file, String pointer, List<Problem> problems) {
        this.node = node;
        this.file = file;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Reports keys other than these. */
    public void only(Set<String> keys) {
        if (!node.isObject()) {
            keyed(new Text(
                    "可用的键：" + String.join("、", new TreeSet<>(keys)),
                    "keys: " + String.join(", ", new TreeSet<>(keys))));
        }
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(k -> !keys.contains(k))
                .limit(MOST)
                .forEach(k -> problems.add(unknownKey(k, keys, file, pointer + "/" + k)));
    }

    /** A list or a text where keys are needed would be read as if nothing stood there; it is told once. */
    private void keyed(Text fix) {
        Problem problem = Problem.at(
                "type",
                file,
                pointer.isEmpty() ? "/" : pointer,
                new Text("此处应为“键: 值”", "entries 'key: value' are needed here"),
                fix);
        boolean told = problems.stream()
                .anyMatch(p -> p.code().equals("type")
                        && p.file().equals(file)
                        && p.pointer().equals(problem.pointer()));
        if (!told) {
            problems.add(problem);
        }
    }

    private void demandKeys(String key) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            keyed(new Text("写成 " + key + ": …", "write " + key + ": …"));
        }
    }

    /** Keys of earlier releases, each with what takes its place. */
    private static final Map<String, Text> GONE = Map.of(
            "supersedes", new Text("删去这一行，所废止的文本写进 note", "remove this line and say in note what the text repeals"));

    /** A key nobody knows; often the colon is full-width, or the blank after it is missing. */
    static Problem unknownKey(String key, Collection<String> keys, String file, String pointer) {
        int colon = key.indexOf('：') >= 0 ? key.indexOf('：') : key.indexOf(':');
        if (colon > 0 && keys.contains(key.substring(0, colon).strip())) {
            String meant = key.substring(0, colon).strip();
            return Problem.at(
                    "key-syntax",
                    file,
                    pointer,
                    key.charAt(colon) == '：'
                            ? new Text("键 " + meant + " 后用了全角冒号", "the colon after the key " + meant + " is full-width")
                            : new Text("键 " + meant + " 的冒号后缺少空格", "a blank is missing after the colon of " + meant),
                    new Text("写成 " + meant + ": 值", "write " + meant + ": value"));
        }
        if (key.strip().indexOf(' ') > 0) {
            return Problem.at(
                    "key-syntax",
                    file,
                    pointer,
                    new Text("前面的文字被逗号断开了", "the text before was cut at its comma"),
                    new Text("文字里有逗号的，整段加双引号：en: \"…, …\"", "a text with a comma goes in double quotes: en: \"…, …\""));
        }
        return Problem.at(
                "unknown-key",
                file,
                pointer,
                new Text("不认识的键 " + key, "unknown key " + key),
                GONE.getOrDefault(key, Suggest.fix(key, keys)));
    }

    /** Whether something stands under the key. */
    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    /** The node under a key that must be there. */
    public YamlNode get(String key) {
        demandKeys(key);
        if (!has(key) && node.isObject() && !miswritten(key)) {
            report(
                    "missing",
                    new Text("缺少 " + key, key + " is missing"),
                    new Text("补上 " + key + ": …", "add " + key + ": …"));
        }
        return new YamlNode(node.path(key), file, pointer + "/" + key, problems);
    }

    /** Whether the key is there, but misspelt or with a wrong colon: that is reported already. */
    private boolean miswritten(String key) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            boolean misspelt = key.length() > 3
                    && name.length() > 3
                    && !name.equals(key)
                    && Suggest.near(key, List.of(name)).contains(name);
            if (misspelt || name.matches(Pattern.quote(key) + "\\s*[：:].*")) {
                return true;
            }
        }
        return false;
    }

    /** The node under the key, whether it is there or not; nothing is reported. */
    public YamlNode child(String key) {
        return new YamlNode(node.path(key), file, pointer + "/" + key, problems);
    }

    /** Whether it has keys of its own. */
    public boolean holds() {
        return node.isObject();
    }

    /** The items of the list under the key; none where it is missing. */
    public List<YamlNode> list(String key) {
        demandKeys(key);
        return has(key) ? get(key).items() : List.of();
    }

    /** The items of the list that must stand here. */
    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (!node.isArray()) {
            String key = pointer.substring(pointer.lastIndexOf('/') + 1);
            report(
                    "type",
                    new Text(key + " 应为列表", key + " must be a list"),
                    new Text("每项一行，以 - 开头；或写成 [ …, … ]", "one line for each item, beginning with -; or [ …, … ]"));
            return items;
        }
        int i = 0;
        for (JsonNode item : node) {
            items.add(new YamlNode(item, file, pointer + "/" + i++, problems));
        }
        return items;
    }

    /** Each key with what stands under it; a list or a text where keys are needed is reported. */
    public void fields(BiConsumer<String, YamlNode> each) {
        demandKeys("键 key");
        node.fields()
                .forEachRemaining(f -> each.accept(
                        f.getKey(), new YamlNode(f.getValue(), file, pointer + "/" + f.getKey(), problems)));
    }

    /** Whether the key is there and true; anything but true or false is reported. */
    boolean truth(String key) {
        if (has(key) && !node.path(key).isBoolean()) {
            get(key).report(
                            "type",
                            new Text(key + " 应为 true 或 false", key + " must be true or false"),
                            new Text("写 true，或去掉", "write true, or leave it out"));
        }
        return node.path(key).asBoolean(false);
    }

    /** The text that must stand there; a blank one says no more than none. */
    public String text(String key) {
        String text = get(key).text();
        if (node.path(key).isTextual() && text.isBlank()) {
            get(key).report(
                            "missing",
                            new Text(key + " 是空的", key + " is blank"),
                            new Text("写明 " + key, "say what " + key + " is"));
        }
        return text;
    }

    /**
     * The text; a list or an object in its place is reported, for it would be read as blank. It is printed among others, and in
     * tables: with line ends or tabs in it, it could pass for several. A text that is folded with {@code >} ends with a line end.
     */
    public String text() {
        if (node.isContainerNode()) {
            report(
                    "type",
                    new Text("此处应为文字", "a text is needed here"),
                    new Text("写文字，不写列表或多个键", "write a text, no list and no keys"));
        }
        String text = node.asText("");
        text = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            report(
                    "hidden-sign",
                    new Text("此处不能换行，也不能有制表符", "there must be no line end and no tab here"),
                    new Text("写成一行；写不下的用 > 折行", "write one line; a long one is folded with >"));
        }
        return text;
    }

    String optional(String key) {
        return has(key) ? get(key).text() : "";
    }

    Text label(String key) {
        YamlNode label = get(key);
        if (label.node.isValueNode()) {
            label.report(
                    "label",
                    new Text("缺少 zh 或 en 标签", "a zh or en label is missing"),
                    new Text("写成 " + key + ": {zh: …, en: …}", "write " + key + ": {zh: …, en: …}"));
            return new Text(label.node.asText(), label.node.asText());
        }
        if (label.holds()) {
            label.only(LABELS);
        }
        return new Text(label.text("zh"), label.text("en"));
    }

    /** A code of the list. */
    public String code(Vocabulary vocabulary, String list) {
        if (vocabulary.incomplete(list)) {
            return text();
        }
        Collection<String> known = vocabulary.codes(list);
        if (!node.isMissingNode() && !node.isValueNode()) {
            return text();
        }
        if (!node.isMissingNode()
                && !known.contains(text())
                && Suggest.near(text(), known).isEmpty()) {
            Text some = Suggest.fix(text(), known);
            report(
                    "unknown-code",
                    new Text(
                            "“" + text() + "”不在词汇 " + list + " 中",
                            "'" + text() + "' is not in the vocabulary list " + list),
                    new Text(
                            "新的代码先在 vocabulary 的 " + list + " 下加一行：代码: {zh: …, en: …}；" + some.zh(),
                            "a new one needs a line under " + list + " in the vocabulary: code: {zh: …, en: …}; "
                                    + some.en()));
            return text();
        }
        return code(known);
    }

    /** One of these. */
    public String code(Collection<String> known) {
        if (!node.isMissingNode() && !known.contains(text())) {
            report(
                    "unknown-code",
                    new Text("“" + text() + "”无效", "'" + text() + "' cannot stand here"),
                    Suggest.fix(text(), known));
        }
        return text();
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return node.isNumber();
    }

    /** The number under a key that must be there. */
    public BigDecimal number(String key) {
        return get(key).number();
    }

    BigDecimal number() {
        if (node.isMissingNode()) {
            return BigDecimal.ZERO; // reported where it is missing
        }
        if (!node.isNumber()) {
            report(
                    "type",
                    new Text("此处应为数字", "a number is needed here"),
                    new Text("写数字，不加引号", "write a number without quotes"));
            return BigDecimal.ZERO;
        }
        BigDecimal value = node.decimalValue();
        // an exponent could stand for more digits than there is memory
        if (value.scale() > 6 || value.precision() - (long) value.scale() > 13) {
            report(
                    "number",
                    new Text("数字太长", "the number is too long"),
                    new Text("最多十三位整数、六位小数", "at most thirteen digits and six decimals"));
            return BigDecimal.ZERO;
        }
        return value;
    }

    /** A number that counts something: whole, from 1 to so many. */
    public int count(int most) {
        BigDecimal value = number();
        if (node.isNumber()
                && (value.stripTrailingZeros().scale() > 0
                        || value.signum() <= 0
                        || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
            report(
                    "number",
                    new Text("此处应为 1 至 " + most + " 的整数", "a whole number from 1 to " + most + " is needed here"),
                    new Text("对照文本改正", "correct it by the text"));
            return 0;
        }
        return value.intValue();
    }

    /** A day, of the years that days of inspections are of. */
    public LocalDate date() {
        if (node.isMissingNode()) {
            return Blank.NEVER;
        }
        try {
            LocalDate day = LocalDate.parse(text());
            // days are counted from it, and before and after it
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
            report(
                    "value",
                    new Text(
                            "日期应在 " + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年之间",
                            "a day of the years " + FIRST_YEAR + " to " + LAST_YEAR + " is needed here"),
                    new Text("对照文本改正", "correct it by the text"));
        } catch (DateTimeParseException e) {
            report(
                    "type",
                    new Text("“" + text() + "”不是日期", "'" + text() + "' is no day"),
                    new Text("写成 2025-01-31", "write it as 2025-01-31"));
        }
        return Blank.NEVER;
    }

    /** Reports what does not fit here. */
    public void report(String code, Text message, Text fix) {
        problems.add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix));
    }
}
