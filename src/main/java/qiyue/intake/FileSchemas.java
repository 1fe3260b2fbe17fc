package qiyue.intake;

import static qiyue.intake.SchemaNodes.any;
import static qiyue.intake.SchemaNodes.bool;
import static qiyue.intake.SchemaNodes.both;
import static qiyue.intake.SchemaNodes.day;
import static qiyue.intake.SchemaNodes.field;
import static qiyue.intake.SchemaNodes.list;
import static qiyue.intake.SchemaNodes.needs;
import static qiyue.intake.SchemaNodes.number;
import static qiyue.intake.SchemaNodes.object;
import static qiyue.intake.SchemaNodes.oneOf;
import static qiyue.intake.SchemaNodes.root;
import static qiyue.intake.SchemaNodes.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.MeasureKind;
import qiyue.fact.Stretches;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Vocabulary;
import qiyue.rulebook.VocabularyLists;

/**
 * The JSON Schemas (draft 7, which editors know best) of the YAML files of a rules folder, for completion and hints while
 * typing; {@code check} is stricter.
 */
public final class FileSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Vocabulary vocabulary;

    private FileSchemas(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** All of them by name: rulebook, clauses, readings, sheet, vocabulary, cases. */
    public static Map<String, ObjectNode> all(Vocabulary vocabulary) {
        FileSchemas schemas = new FileSchemas(vocabulary);
        Map<String, ObjectNode> all = new TreeMap<>();
        all.put("rulebook", schemas.rulebook());
        all.put("clauses", schemas.clauses());
        all.put("readings", schemas.readings());
        all.put("sheet", schemas.sheet());
        all.put("vocabulary", schemas.vocabulary());
        all.put("cases", new CaseSchema(vocabulary).cases());
        return all;
    }

    private ObjectNode rulebook() {
        ObjectNode root = root("规则册 rulebook.yaml");
        field(root, "title", both(), "名称 / title");
        field(root, "short", both(), "简称，几份文本并用时引用 / short title, cited where several texts apply");
        field(root, "number", text(), "文号 / document number");
        field(root, "region", codes("regions"), "地区 / region");
        field(root, "kinds", list(codes("facility-kinds")), "机构类别 / kinds of facility");
        field(
                root,
                "from",
                any(day(), oneOf(List.of("agreement", "parameter"))),
                "施行日；agreement = 依协议，parameter = 由检查文书说明 / first day in force");
        field(root, "to", day(), "失效前最后一日 / last day in force");
        field(root, "lapse", oneOf(List.of("decide-by-then")), "失效后不再处理 / no decision after its last day");
        field(
                root,
                "applicants",
                list(number()),
                "对尚无协议者也有约束力的各条；写了此项，其余各条只约束协议双方 / articles that bind one who has no agreement; all others bind parties only");
        field(root, "note", both(), "说明 / note");
        ObjectNode review = object();
        field(review, "by", text(), "复核人 / who read it against the text");
        field(review, "on", day(), "复核日期 / on which day");
        field(
                review,
                "digest",
                text(),
                "所复核内容的摘要，见 qiyue rulebooks --review / what was read, from qiyue rulebooks --review");
        field(root, "reviewed", any(day(), needs(review, "by", "on")), "复核 / review");
        return needs(root, "title", "region", "kinds", "from", "reviewed");
    }

    private ObjectNode clauses() {
        ObjectNode root = root("条款台账 clauses.yaml");
        ObjectNode line = object();
        field(line, "id", any(text(), number()), "条款编号，如 18.9 / clause id");
        field(
                line,
                "status",
                oneOf(List.of("encoded", "no-effect", "pending")),
                "encoded 有规则；no-effect 不产生后果；pending 未编 / has rules; no effect; not yet");
        field(line, "zh", text(), "含义，中文，40 字以内 / meaning in Chinese");
        field(line, "en", text(), "含义，英文 / meaning in English");
        field(line, "why", text(), "没有规则的理由 / why there is no rule");
        field(line, "reading", text(), "所采理解的编号 / the reading taken");
        field(line, "ask", text(), "每次命中时提示的疑问 / the doubt shown whenever it is hit");
        needs(line, "id", "status", "zh", "en");
        field(root, "clauses", list(line), "每条一行，按文本次序 / a line for every clause, in the order of the text");
        return needs(root, "clauses");
    }

    private ObjectNode readings() {
        ObjectNode root = root("解读 readings.yaml");
        ObjectNode line = object();
        field(line, "question", both(), "疑点 / what the text leaves unclear");
        field(line, "taken", both(), "所采理解 / the reading taken");
        field(line, "instead", both(), "另一种理解 / another reading");
        field(line, "why", both(), "理由 / why");
        ObjectNode list = NODES.objectNode().put("type", "object");
        list.set("additionalProperties", needs(line, "question", "taken", "why"));
        field(root, "readings", list, "编号 → 解读 / id → reading");
        return needs(root, "readings");
    }

    private ObjectNode sheet() {
        ObjectNode root = root("评分表 score sheet");
        field(root, "sheet", text(), "与文件名相同 / like the file's name");
        field(root, "title", both(), "名称 / title");
        field(root, "kinds", list(codes("facility-kinds")), "只用于 / only for");
        field(root, "cap", number(), "总分上限 / the total never exceeds it");
        field(
                root,
                "sum",
                number(),
                "各行之和与上限不同的文本，写明该和 / what the rows add up to, where the text differs from the cap");
        ObjectNode step = object();
        field(step, "key", text(), "填写项 / entry");
        field(step, "each", number(), "每次分数 / points each");
        field(step, "once", number(), "至多一次的分数 / points once");
        field(step, "zh", text(), "中文 / Chinese");
        field(step, "en", text(), "英文 / English");
        needs(step, "key");
        ObjectNode band = object();
        field(band, "from", number(), "起点（含） / from, inclusive");
        field(band, "points", number(), "分数 / points");
        needs(band, "from", "points");
        ObjectNode bands = object();
        field(bands, "key", text(), "填写项 / entry");
        field(bands, "of", list(band), "各档 / bands");
        needs(bands, "key", "of");
        ObjectNode grades = NODES.objectNode().put("type", "object");
        grades.set("additionalProperties", number());
        ObjectNode choice = object();
        field(choice, "key", text(), "填写项 / entry");
        field(choice, "of", grades, "各等级的分数 / points of each grade");
        needs(choice, "key", "of");
        ObjectNode row = object();
        field(row, "id", any(text(), number()), "行号 / row id");
        field(row, "zh", text(), "中文 / Chinese");
        field(row, "en", text(), "英文 / English");
        field(row, "points", number(), "满分 / points");
        field(row, "kinds", list(codes("facility-kinds")), "只适用于 / only for");
        field(row, "bonus", bool(), "加分 / bonus");
        field(row, "deduct", list(step), "从满分起扣 / starts at its points");
        field(row, "award", list(step), "从零起加 / starts at 0");
        field(row, "bands", bands, "分档 / bands of a figure");
        field(row, "choice", choice, "分等级 / grades");
        field(row, "discretion", bool(), "由考核人给分 / the assessor states the points");
        field(row, "veto", bool(), "一票否决 / veto");
        needs(row, "id");
        field(root, "rows", list(row), "各行 / rows");
        return needs(root, "sheet", "title", "cap", "rows");
    }

    private ObjectNode vocabulary() {
        ObjectNode root = root("词汇 vocabulary");
        for (String name : VocabularyLists.names()) {
            if (name.equals("agreement-terms")) {
                field(root, name, ownFields(), "协议各自约定的内容 / what each agreement provides for itself");
                continue;
            }
            if (name.equals("record-fields")) {
                ObjectNode kinds = NODES.objectNode().put("type", "object");
                kinds.set("additionalProperties", ownFields());
                kinds.set("propertyNames", oneOf(OwnFields.takingFields()));
                field(root, name, kinds, "给程序已有的数据加的字段 / fields added to the program's own kinds of record");
                continue;
            }
            ObjectNode entry = both();
            for (String key : VocabularyLists.keys(name)) {
                if (key.equals("fields")) {
                    field(entry, key, ownFields(), "这种数据的字段 / the fields of such a record");
                } else if (!name.equals("questions")
                        || Set.of(
                                        "about",
                                        "without-money",
                                        "prolongs",
                                        "opposite-of",
                                        "same-as",
                                        "found-as",
                                        "said-by",
                                        "of-step",
                                        "under",
                                        "after-days")
                                .contains(key)) {
                    field(entry, key, property(key), key);
                }
            }
            if (name.equals("questions")) {
                field(entry, "asked", oneOf(List.of("when-raised")), "只在有人提出时才问 / asked only when somebody raises it");
                answering(entry);
                ObjectNode regions = object();
                vocabulary.codes("regions").forEach(r -> field(regions, r, answering(object()), r));
                field(entry, "in", regions, "某地区的文本另有写明的 / where the text of a region says otherwise");
                needs(entry, "zh", "en", "about", "answered-by", "evidence");
            }
            ObjectNode list = NODES.objectNode().put("type", "object");
            list.set("additionalProperties", entry);
            list.putObject("propertyNames").put("pattern", "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$");
            field(root, name, list, name);
        }
        return root;
    }

    /** Fields a vocabulary declares, by name. */
    private static ObjectNode ownFields() {
        ObjectNode own = both();
        field(
                own,
                "type",
                oneOf(OwnFields.forms()),
                "数、整数、日、时间、是否、代码、文字 / figure, whole number, day, day and time, yes or no, code, text");
        field(own, "required", bool(), "必须写明 / must be stated");
        field(own, "planned", bool(), "type: day 可以在办理日以后，如预定停止服务日 / a day that may lie ahead, such as one planned");
        ObjectNode codes = NODES.objectNode().put("type", "object");
        codes.set("additionalProperties", both());
        field(own, "codes", codes, "type: code 的取值 / the codes of a field with type: code");
        needs(own, "type", "zh", "en");
        ObjectNode fields = NODES.objectNode().put("type", "object");
        fields.set("additionalProperties", own);
        fields.putObject("propertyNames").put("pattern", "^[a-z][A-Za-z0-9]{0,39}$");
        return fields;
    }

    private ObjectNode answering(ObjectNode node) {
        field(node, "answered-by", codes("answerers"), "由谁回答 / who may answer");
        field(node, "evidence", both(), "凭什么证据 / on what evidence");
        field(node, "clauses", list(text()), "文本何处写明，写全 / where the text says so, in full");
        return node;
    }

    /** What a property of a code may be. */
    private ObjectNode property(String key) {
        return switch (key) {
            case "absorbs", "absorbed-by", "instead" -> list(codes("measures"));
            case "topic" -> codes("topics");
            case "topics" -> list(codes("topics"));
            case "lists" -> list(codes("lists"));
            case "weight", "renewed-from", "after-days" -> number();
            case "without-money" -> oneOf(List.of("yes", "no"));
            case "suspends" -> oneOf(List.of(MeasureKind.CERTAINLY));
            case "needs" -> oneOf(MeasureKind.NEEDS.stream().sorted().toList());
            case "states" -> oneOf(Vocabulary.STATED.stream().sorted().toList());
            case "others" -> oneOf(List.of("apart"));
            case "by" -> codes("actors");
            case "each" -> oneOf(Stretches.lengths());
            case "parts" -> bool();
            case "prolongs" -> list(codes("regions"));
            case "opposite-of", "same-as" -> codes("questions");
            case "of-step" -> codes("acts");
            case "near", "found-as", "said-by" -> list(codes("conducts"));
            case "kinds" -> list(codes("facility-kinds"));
            case "codes", "records", "words", "in" -> list(text());
            default -> text();
        };
    }

    private ObjectNode codes(String list) {
        return oneOf(vocabulary.codes(list));
    }
}
