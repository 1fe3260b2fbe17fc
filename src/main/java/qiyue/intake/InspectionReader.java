package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Inspection;
import qiyue.fact.Money;
import qiyue.fact.Says;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/**
 * Reads an inspection, strictly: what is unknown, missing, doubled, of the wrong type, no real day or no known code is
 * reported, all of it at once, each with its JSON pointer. The shape is that of the records in {@code qiyue.fact}.
 */
public final class InspectionReader {
    private final Library library;
    private final Vocabulary vocabulary;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private InspectionReader(Library library, String file) {
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.file = file;
    }

    /** The inspection in a parsed document, or everything that is wrong with it. */
    public static CaseFile read(JsonNode document, Library library, String file) throws Problems {
        return read(document, library, file, true);
    }

    /** The same for an inspection that is only supposed to fall under some rulebook: days the text leaves blank are not asked for. */
    public static CaseFile readAsSupposed(JsonNode document, Library library, String file) throws Problems {
        return read(document, library, file, false);
    }

    private static CaseFile read(JsonNode document, Library library, String file, boolean blanks) throws Problems {
        InspectionReader reader = new InspectionReader(library, file);
        CaseFile read = (CaseFile) reader.record(CaseFile.class, document, "");
        if (!reader.problems.isEmpty() || read == null) {
            throw new Problems(reader.problems);
        }
        CaseFile complete = Derivation.with(
                read, "inspection", Derivation.with(read.inspection(), "today", today(read.inspection())));
        Consistency.check(complete, library, file).stream()
                .filter(p -> blanks || !p.code().equals("blank-date"))
                .forEach(reader.problems::add);
        if (!reader.problems.isEmpty()) {
            throw new Problems(reader.problems);
        }
        return complete;
    }

    private static LocalDate today(Inspection i) {
        return Inspection.today(
                i.decidedOn(), List.of(i.inspectedOn(), i.feedbackOn(), i.explainedOn(), i.noticedOn()));
    }

    private @Nullable Object record(Class<?> type, JsonNode node, String pointer) {
        if (!node.isObject()) {
            report(
                    "type",
                    pointer,
                    new Text("此处应为对象 { … }", "an object { … } is needed here"),
                    new Text("写成 {\"字段\": 值}", "write {\"field\": value}"));
            return null;
        }
        Map<String, RecordComponent> known = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!says(component).derived()) {
                known.put(component.getName(), component);
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.containsKey(name)) {
                report(
                        "unknown-field",
                        pointer + "/" + name,
                        new Text("不认识的字段 " + name, "unknown field " + name),
                        Suggest.fix(name, known.keySet()));
            }
        }
        int before = problems.size();
        Object[] values = new Object[type.getRecordComponents().length];
        Class<?>[] types = new Class<?>[values.length];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = type.getRecordComponents()[i];
            types[i] = component.getType();
            values[i] = component(component, node, pointer);
        }
        if (problems.size() > before) {
            return null;
        }
        if (type == Money.class) {
            values[values.length - 1] = true;
            checkMoney((BigDecimal) values[0], (BigDecimal) values[1], (BigDecimal) values[2], pointer);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException e) {
            throw new IllegalStateException("record " + type.getSimpleName() + " cannot be made", e);
        }
    }

    private void checkMoney(BigDecimal amount, BigDecimal paid, BigDecimal retained, String pointer) {
        if (paid.add(retained).compareTo(amount) > 0) {
            report(
                    "money",
                    pointer,
                    new Text("已付与预留之和超过金额", "paid and retained together exceed the amount"),
                    new Text("核对 amount、paid、retained", "check amount, paid and retained"));
        }
    }

    private @Nullable Object component(RecordComponent component, JsonNode node, String pointer) {
        Says says = says(component);
        JsonNode value = node.get(component.getName());
        String at = pointer + "/" + component.getName();
        if (says.derived()) {
            return blank(component.getGenericType(), says);
        }
        if (value == null || value.isMissingNode()) {
            if (!says.optional() && component.getType() != List.class) {
                String example = example(component);
                report(
                        "missing",
                        at,
                        new Text(
                                "缺少字段 " + component.getName() + "（" + says.zh() + "）",
                                "field " + component.getName() + " is missing (" + says.en() + ")"),
                        new Text(
                                "补上 \"" + component.getName() + "\": " + example,
                                "add \"" + component.getName() + "\": " + example));
            } else if (!says.optional()) {
                report(
                        "missing",
                        at,
                        new Text(
                                "缺少列表 " + component.getName() + "（" + says.zh() + "）",
                                "list " + component.getName() + " is missing (" + says.en() + ")"),
                        new Text(
                                "补上 \"" + component.getName() + "\": [ … ]",
                                "add \"" + component.getName() + "\": [ … ]"));
            }
            return blank(component.getGenericType(), says);
        }
        if (value.isNull()) {
            report(
                    "null",
                    at,
                    new Text("不写 null", "null is not used"),
                    new Text("不知道就不写此字段；认定写 open", "leave the field out; for an answer write open"));
            return blank(component.getGenericType(), says);
        }
        return value(component.getGenericType(), says, value, at);
    }

    private @Nullable Object value(Type type, Says says, JsonNode node, String at) {
        if (type instanceof ParameterizedType p) {
            return p.getRawType() == List.class
                    ? list(p.getActualTypeArguments()[0], says, node, at)
                    : map(p.getActualTypeArguments()[1], says, node, at);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return record(wanted, node, at);
        }
        if (wanted == String.class) {
            return text(says, node, at);
        }
        if (wanted == int.class) {
            boolean fits = node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
            return fits ? node.intValue() : wrong("整数（不小于 0）", "a whole number, not negative", node, at, 0);
        }
        if (wanted == boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong("true 或 false", "true or false", node, at, false);
        }
        if (wanted == BigDecimal.class) {
            return decimal(node, at);
        }
        return wanted == LocalDate.class ? date(node, at) : dateTime(node, at);
    }

    private BigDecimal decimal(JsonNode node, String at) {
        boolean money = node.isNumber();
        BigDecimal value = money ? node.decimalValue() : BigDecimal.ZERO;
        if (!money
                || value.signum() < 0
                || value.stripTrailingZeros().scale() > 4
                || value.precision() - value.scale() > 13) {
            return (BigDecimal)
                    wrong("数字，不加引号，不为负", "a number, without quotes, not negative", node, at, BigDecimal.ZERO);
        }
        if (value.stripTrailingZeros().scale() > 2
                && List.of("amount", "paid", "retained").contains(at.substring(at.lastIndexOf('/') + 1))) {
            return (BigDecimal) wrong("金额，最多两位小数", "yuan, at most two decimals", node, at, BigDecimal.ZERO);
        }
        return value;
    }

    private LocalDate date(JsonNode node, String at) {
        try {
            LocalDate date = LocalDate.parse(node.isTextual() ? node.textValue() : "");
            if (date.getYear() >= 1950 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // reported below, with every other day that is none
        }
        return (LocalDate) wrong("日期，如 \"2025-05-06\"", "a day such as \"2025-05-06\"", node, at, Blank.NEVER);
    }

    private LocalDateTime dateTime(JsonNode node, String at) {
        String text = node.isTextual() ? node.textValue() : "";
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            // well written, but no day of any calendar: beyond what a schema can say of a time without a zone
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?")) {
                report(
                        "dates",
                        at,
                        new Text("没有这个时间：" + text, "there is no such time: " + text),
                        new Text("核对日期和时间", "check day and time"));
                return Blank.NEVER_AT;
            }
            return (LocalDateTime) wrong(
                    "时间，如 \"2025-05-06T14:30:00\"", "a time such as \"2025-05-06T14:30:00\"", node, at, Blank.NEVER_AT);
        }
    }

    private String text(Says says, JsonNode node, String at) {
        if (!node.isTextual()) {
            return (String) wrong("文字，加双引号", "a text in double quotes", node, at, "");
        }
        String text = node.textValue();
        Collection<String> codes = codes(says);
        if (!codes.isEmpty() && !codes.contains(text)) {
            report(
                    "unknown-code",
                    at,
                    new Text(
                            "“" + text + "”不是可用的代码（" + says.zh() + "）",
                            "'" + text + "' is no known code (" + says.en() + ")"),
                    Suggest.fix(text, codes));
        }
        if (at.endsWith("/id")
                && (text.isBlank() || text.contains("@") || text.equals("case") || text.equals("facility"))) {
            report(
                    "id",
                    at,
                    new Text(
                            "编号不能为空，不能含 @，不能是 case 或 facility",
                            "an id is not empty, has no @, and is not case or facility"),
                    new Text("换一个编号", "choose another id"));
        }
        return text;
    }

    private Collection<String> codes(Says says) {
        return says.code().isEmpty() ? List.of(says.codes()) : vocabulary.codes(says.code());
    }

    private List<Object> list(Type element, Says says, JsonNode node, String at) {
        List<Object> items = new ArrayList<>();
        if (!node.isArray()) {
            report(
                    "type",
                    at,
                    new Text("此处应为列表 [ … ]", "a list [ … ] is needed here"),
                    new Text("写成 [ … ]", "write [ … ]"));
            return items;
        }
        for (int i = 0; i < node.size(); i++) {
            Object item = value(element, says, node.get(i), at + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private Map<String, Object> map(Type element, Says says, JsonNode node, String at) {
        Map<String, Object> entries = new TreeMap<>();
        if (!node.isObject()) {
            report(
                    "type",
                    at,
                    new Text("此处应为对象 { … }", "an object { … } is needed here"),
                    new Text("写成 {\"代码\": 值}", "write {\"code\": value}"));
            return entries;
        }
        boolean rows = element instanceof ParameterizedType;
        node.fields().forEachRemaining(f -> {
            String below = at + "/" + f.getKey();
            if (rows) {
                entries.put(f.getKey(), row(f.getValue(), below));
                return;
            }
            if (!says.code().isEmpty() && !vocabulary.codes(says.code()).contains(f.getKey())) {
                report(
                        "unknown-code",
                        below,
                        new Text(
                                "“" + f.getKey() + "”不是" + label(says.code()).zh() + "的代码",
                                "'" + f.getKey() + "' is no code for a "
                                        + label(says.code()).en()),
                        Suggest.fix(f.getKey(), vocabulary.codes(says.code())));
            }
            String value = f.getValue().isTextual()
                    ? f.getValue().textValue()
                    : f.getValue().toString();
            Set<String> allowed = new TreeSet<>(List.of(says.codes()));
            if (!f.getValue().isTextual() || !allowed.contains(value)) {
                report(
                        "value",
                        below,
                        new Text(
                                "此处只能写 " + String.join("、", allowed),
                                "only " + String.join(", ", allowed) + " may stand here"),
                        Suggest.fix(value, allowed));
            }
            entries.put(f.getKey(), value);
        });
        return new TreeMap<>(entries);
    }

    private Map<String, String> row(JsonNode node, String at) {
        Map<String, String> entry = new TreeMap<>();
        if (!(node instanceof ObjectNode)) {
            report(
                    "type",
                    at,
                    new Text("此处应为 { … }；没有可记的写 {}", "{ … } is needed here; {} if there is nothing to note"),
                    new Text("写成 {\"项\": 数}", "write {\"entry\": number}"));
            return entry;
        }
        node.fields()
                .forEachRemaining(f -> entry.put(
                        f.getKey(),
                        f.getValue().isNumber()
                                ? f.getValue().decimalValue().toPlainString()
                                : f.getValue().asText()));
        return entry;
    }

    private static Text label(String list) {
        return switch (list) {
            case "questions" -> new Text("问题", "question");
            case "record-kinds" -> new Text("数据种类", "kind of record");
            default -> new Text(list, list);
        };
    }

    private Object wrong(String zh, String en, JsonNode node, String at, Object blank) {
        String found = node.isContainerNode() ? "…" : node.toString();
        report(
                "type",
                at,
                new Text("此处应为" + zh + "，却是 " + found, "expected " + en + ", found " + found),
                new Text("改为" + zh, "write " + en));
        return blank;
    }

    private void report(String code, String pointer, Text message, Text fix) {
        problems.add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix));
    }

    private String example(RecordComponent component) {
        Class<?> type = component.getType();
        Says says = says(component);
        Collection<String> codes = codes(says);
        if (type == String.class) {
            return codes.isEmpty() ? "\"…\"" : "\"" + codes.iterator().next() + "\"";
        }
        return type == LocalDate.class
                ? "\"2025-05-06\""
                : type == boolean.class
                        ? "false"
                        : type == BigDecimal.class ? "0.00" : type == int.class ? "0" : "{ … }";
    }

    static Says says(RecordComponent component) {
        Says says = component.getAnnotation(Says.class);
        if (says == null) {
            throw new IllegalStateException(component + " says nothing of itself");
        }
        return says;
    }

    /** What a field left out, or not yet derived, holds. */
    private Object blank(Type type, Says says) {
        if (type instanceof ParameterizedType p) {
            return p.getRawType() == List.class ? List.of() : Map.of();
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == String.class) {
            return List.of(says.codes()).contains("unstated")
                    ? "unstated"
                    : List.of(says.codes()).contains("plain")
                            ? "plain"
                            : List.of(says.codes()).contains("pending") ? "pending" : "";
        }
        if (wanted == Money.class) {
            return Money.UNKNOWN;
        }
        if (wanted == qiyue.fact.Clock.class) {
            return new qiyue.fact.Clock(library.calendar(), Blank.NEVER);
        }
        if (wanted.isRecord()) {
            Object[] blanks = new Object[wanted.getRecordComponents().length];
            Class<?>[] types = new Class<?>[blanks.length];
            for (int i = 0; i < blanks.length; i++) {
                RecordComponent component = wanted.getRecordComponents()[i];
                types[i] = component.getType();
                blanks[i] = blank(component.getGenericType(), says(component));
            }
            try {
                return wanted.getDeclaredConstructor(types).newInstance(blanks);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        if (wanted == int.class) {
            return 0;
        }
        if (wanted == boolean.class) {
            return false;
        }
        if (wanted == BigDecimal.class) {
            return says.zero() ? BigDecimal.ZERO : Conclusion.UNSTATED;
        }
        return wanted == LocalDate.class ? Blank.NEVER : Blank.NEVER_AT;
    }
}
