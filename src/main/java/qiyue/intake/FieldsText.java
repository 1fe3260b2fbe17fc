package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.rulebook.Vocabulary;

/**
 * The fields of an inspection as a page of Markdown ({@code docs/fields.md}), written from its schema: a table a kind of
 * fact, the codes a field takes, and the questions that may be answered about it. So page, schema and reader agree.
 */
public final class FieldsText {
    /** Longer lists of codes stand once, below, or are the map of conducts. */
    private static final int FEW = 16;

    private static final String DEFINITIONS = "#/$defs/";

    private final Vocabulary vocabulary;
    private final JsonNode schema;

    /** The kinds in the order of the document, each with the places it stands in. */
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private FieldsText(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.schema = Schemas.inspection(vocabulary);
    }

    /** The page. */
    public static String markdown(Vocabulary vocabulary) {
        return new FieldsText(vocabulary).page();
    }

    private String page() {
        String root = kind(schema);
        place(root, "");
        StringBuilder page = new StringBuilder("""
                # 检查文书的字段 Fields of an inspection

                由 `qiyue schema inspection` 的内容写成，请勿手改；**粗体**必填。怎样写见 [inspection.zh-CN.md](inspection.zh-CN.md)。
                Written from what `qiyue schema inspection` holds; do not edit. **Bold**: required. How to write one: [inspection.md](inspection.md).
                """);
        places.forEach((kind, where) -> section(page, kind, where));
        questions(page);
        return page.toString();
    }

    private void place(String kind, String where) {
        boolean seen = places.containsKey(kind);
        places.computeIfAbsent(kind, k -> new ArrayList<>()).add(where);
        if (!seen) {
            fields(kind).forEachEntry((name, field) -> {
                String inner = kind(field.path("items"));
                String list = inner.isEmpty() ? "" : "[]";
                String of = inner.isEmpty() ? kind(field) : inner;
                if (!of.isEmpty()) {
                    place(of, (where.isEmpty() ? "" : where + ".") + name + list);
                }
            });
        }
    }

    private JsonNode fields(String kind) {
        return schema.path("$defs").path(kind).path("properties");
    }

    private static String kind(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith(DEFINITIONS) ? reference.substring(DEFINITIONS.length()) : "";
    }

    private void section(StringBuilder page, String kind, List<String> where) {
        page.append("\n<a id=\"").append(kind.toLowerCase(Locale.ROOT)).append("\"></a>\n\n## ");
        String title =
                where.get(0).isEmpty() ? "文书 The document" : "`" + (where.size() > 1 ? kind : where.get(0)) + "`";
        page.append(title)
                .append(
                        where.size() > 1
                                ? "\n\n"
                                        + where.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "))
                                : "")
                .append("\n\n| 字段 field | 写法 form | 含义 meaning |\n|---|---|---|\n");
        TreeSet<String> required = new TreeSet<>();
        schema.path("$defs").path(kind).path("required").forEach(r -> required.add(r.asText()));
        fields(kind)
                .forEachEntry((name, field) -> page.append("| ")
                        .append(required.contains(name) ? "**`" + name + "`**" : "`" + name + "`")
                        .append(" | ")
                        .append(form(field))
                        .append(" | ")
                        .append(field.path("description").asText().replace("|", "\\|"))
                        .append(" |\n"));
    }

    private String form(JsonNode field) {
        if (!kind(field).isEmpty()) {
            return linked(kind(field));
        }
        if (field.has("enum")) {
            List<String> codes = new ArrayList<>();
            field.path("enum").forEach(c -> codes.add("`" + c.asText() + "`"));
            return codes.size() > FEW ? "代码 a code" : String.join(" ", codes);
        }
        if (field.has("anyOf")) {
            List<String> forms = new ArrayList<>();
            field.path("anyOf")
                    .forEach(f ->
                            forms.add(f.has("const") ? "`\"" + f.path("const").asText() + "\"`" : form(f)));
            return String.join("，", forms);
        }
        return switch (field.path("type").asText()) {
            case "array" -> "列表 list: " + form(field.path("items"));
            case "object" -> field.has("propertyNames") ? "代码 → 值 code → value" : "名称 → 值 name → value";
            case "integer" -> "整数 whole number";
            case "number" -> "数字 number";
            case "boolean" -> "`true` `false`";
            default ->
                field.path("format").asText().equals("date") ? "日期 day" : field.has("pattern") ? "时间 time" : "文字 text";
        };
    }

    private String linked(String kind) {
        return "[" + kind + "](#" + kind.toLowerCase(Locale.ROOT) + ")";
    }

    /** The questions, by the kind of fact they are asked about, with who may answer. */
    private void questions(StringBuilder page) {
        Map<String, List<Vocabulary.Entry>> byKind = new TreeMap<>();
        for (Vocabulary.Entry question : vocabulary.entries("questions")) {
            byKind.computeIfAbsent(question.properties().getOrDefault("about", ""), k -> new ArrayList<>())
                    .add(question);
        }
        page.append("\n# 认定 Questions\n\n")
                .append("写在所问事实的 `answers` 中：`\"yes\"`、`\"no\"` 或 `\"open\"`；没写即 open。\n")
                .append("In `answers` of the fact asked about: `\"yes\"`, `\"no\"` or `\"open\"`; left out is open.\n");
        byKind.forEach((kind, asked) -> {
            page.append("\n## ")
                    .append(
                            vocabulary.label("record-kinds", kind, "zh").equals(kind)
                                    ? ""
                                    : vocabulary.label("record-kinds", kind, "zh") + ' ')
                    .append("`")
                    .append(kind)
                    .append("`\n\n| 代码 code | 问题 question | 由谁 by |\n|---|---|---|\n");
            for (Vocabulary.Entry question : asked) {
                Decision.Answering answering = vocabulary.answering(question.code(), "");
                page.append("| `")
                        .append(question.code())
                        .append("` | ")
                        .append(question.label().zh())
                        .append(" / ")
                        .append(question.label().en())
                        .append(" | ")
                        .append(vocabulary.label("answerers", answering.by(), "zh"))
                        .append(" / ")
                        .append(vocabulary.label("answerers", answering.by(), "en"))
                        .append(" |\n");
            }
        });
    }
}
