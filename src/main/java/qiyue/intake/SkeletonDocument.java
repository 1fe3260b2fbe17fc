package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import qiyue.intake.Skeleton.Code;
import qiyue.intake.Skeleton.Column;
import qiyue.intake.Skeleton.Part;
import qiyue.problem.Text;
import qiyue.rulebook.Sheet;
import qiyue.shape.Form;

/**
 * A {@link Skeleton} as a document: one entry of each kind, and in every field what is wanted there. JSON has no remarks, so the
 * remark stands in the place of the value, and no document with one left in it is read.
 */
public final class SkeletonDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** So many codes are shown in place; of more the notes tell. */
    private static final int FEW = 8;

    /** So many questions are laid out one by one. */
    private static final int FEW_QUESTIONS = 12;

    private final Skeleton skeleton;
    private final String lang;

    private SkeletonDocument(Skeleton skeleton, String lang) {
        this.skeleton = skeleton;
        this.lang = lang;
    }

    /** The document, its remarks in that language. */
    public static ObjectNode of(Skeleton skeleton, String lang) {
        return new SkeletonDocument(skeleton, lang).document();
    }

    private ObjectNode document() {
        ObjectNode root = NODES.objectNode();
        ObjectNode last = NODES.objectNode();
        for (Part part : skeleton.parts()) {
            if (part.place().isEmpty()) {
                ObjectNode own = record(part.columns(), "", false);
                root.set("region", own.path("region"));
                if (own.has("answers")) {
                    last.set("answers", own.get("answers"));
                }
                continue;
            }
            ObjectNode holder = root;
            for (String name : part.place().subList(0, part.place().size() - 1)) {
                holder = holder.withObject("/" + name);
            }
            String name = part.place().get(part.place().size() - 1);
            if (name.equals("assessments") && part.place().size() == 1) {
                holder.set(name, assessments(part));
            } else if (name.equals("parameters") && part.place().size() == 1) {
                holder.set(name, parameters(part));
            } else if (part.list()) {
                holder.set(name, NODES.arrayNode().add(record(part.columns(), name, false)));
            } else {
                holder.set(name, record(part.columns(), "", false));
            }
        }
        last.fields().forEachRemaining(f -> root.set(f.getKey(), f.getValue()));
        return root;
    }

    /**
     * One record.
     *
     * @param named what its id is made of; empty: it has none of its own
     * @param optional whether it can be left out as a whole
     */
    private ObjectNode record(List<Column> columns, String named, boolean optional) {
        ObjectNode record = NODES.objectNode();
        for (Column column : columns) {
            if (column.field().name().equals("id") && !named.isEmpty()) {
                record.put("id", named + "-1");
            } else if (column.field().form() == Form.MAP) {
                map(column, record);
            } else {
                record.set(column.field().name(), value(column, optional));
            }
        }
        return record;
    }

    private JsonNode value(Column column, boolean optional) {
        boolean may = optional || column.optional();
        JsonNode one = column.within().isEmpty() ? wanted(column, may) : record(column.within(), "", may);
        return column.field().form() == Form.LIST ? NODES.arrayNode().add(one) : one;
    }

    private JsonNode wanted(Column column, boolean optional) {
        if (column.codes().size() == 1 && !optional) {
            return NODES.textNode(column.codes().get(0).code());
        }
        return NODES.textNode(Unfilled.mark(optional, new Text(wanted(column, "zh"), wanted(column, "en")), lang));
    }

    private static String wanted(Column column, String lang) {
        boolean en = lang.equals("en");
        String meaning = en ? column.field().en() : column.field().zh();
        List<Code> codes = column.codes().stream()
                .filter(c -> !c.code().equals("unstated"))
                .toList();
        Form form = column.field().form() == Form.LIST
                ? column.field().elementForm()
                : column.field().form();
        String how = switch (form) {
            case DAY -> en ? "a day such as 2025-05-06" : "日期，如 2025-05-06";
            case TIME -> en ? "a time such as 2025-05-06T14:30:00" : "时间，如 2025-05-06T14:30:00";
            case FIGURE -> en ? "a number, without quotes" : "数，不加引号";
            case WHOLE_NUMBER -> en ? "a whole number, without quotes" : "整数，不加引号";
            case TRUTH -> en ? "true or false, without quotes" : "true 或 false，不加引号";
            default -> "";
        };
        if (codes.size() > FEW) {
            how = en ? codes.size() + " codes: see the notes" : codes.size() + " 个代码，见说明";
        } else if (!codes.isEmpty()) {
            how = codes.stream().map(c -> shown(c, lang)).collect(Collectors.joining(en ? ", " : "、"));
        }
        return how.isEmpty() ? meaning : en ? meaning + " (" + how + ")" : meaning + "（" + how + "）";
    }

    private static String shown(Code code, String lang) {
        String label = code.label().in(lang);
        return label.equals(code.code()) ? label : code.code() + " " + label;
    }

    /** Answers, one a question where they are few; what was examined completely, one a kind of record. */
    private void map(Column column, ObjectNode record) {
        if (column.codes().isEmpty()) {
            return;
        }
        ObjectNode map = record.putObject(column.field().name());
        String values =
                column.field().codes().stream().sorted().collect(Collectors.joining(lang.equals("en") ? ", " : "、"));
        if (column.codes().size() > FEW_QUESTIONS) {
            map.put(
                    Unfilled.mark(
                            true,
                            new Text(
                                    column.codes().size() + " 个代码，见说明",
                                    column.codes().size() + " codes: see the notes"),
                            lang),
                    values);
            return;
        }
        for (Code code : column.codes()) {
            map.put(
                    code.code(),
                    Unfilled.mark(
                            true,
                            new Text(
                                    code.label().zh() + "（" + values + "）",
                                    code.label().en() + " (" + values + ")"),
                            lang));
        }
    }

    /** One entry a parameter, with what it states. */
    private ArrayNode parameters(Part part) {
        ArrayNode all = NODES.arrayNode();
        List<Code> codes = part.columns().stream()
                .filter(c -> c.field().name().equals("key"))
                .flatMap(c -> c.codes().stream())
                .toList();
        for (Code code : codes) {
            String states = skeleton.stated(code.code());
            ObjectNode entry = all.addObject().put("key", code.code());
            for (Column column : part.columns()) {
                boolean said = column.field().name().equals(Skeleton.STATING.get(states));
                boolean other = !states.isEmpty()
                        && Skeleton.STATING.containsValue(column.field().name());
                if (!column.field().name().equals("key") && (said || !other)) {
                    entry.set(column.field().name(), wanted(column, !said && column.optional()));
                }
            }
        }
        return all;
    }

    /** One entry a score sheet, one line a row. */
    private ArrayNode assessments(Part part) {
        ArrayNode all = NODES.arrayNode();
        for (Sheet sheet : skeleton.sheets()) {
            ObjectNode entry = all.addObject();
            for (Column column : part.columns()) {
                if (column.field().name().equals("sheet")) {
                    entry.put("sheet", sheet.name());
                } else if (column.field().form() != Form.MAP) {
                    entry.set(column.field().name(), wanted(column, column.optional()));
                }
            }
            ObjectNode rows = entry.putObject("rows");
            for (Sheet.Row row : sheet.rows()) {
                ObjectNode entries = rows.putObject(row.id());
                for (String key : row.keys()) {
                    Text about = row.about(key);
                    Text wanted = row.wanted(key);
                    Text both = new Text(about.zh() + "；" + wanted.zh(), about.en() + "; " + wanted.en());
                    entries.put(key, Unfilled.mark(true, both, lang));
                }
            }
        }
        return all;
    }
}
