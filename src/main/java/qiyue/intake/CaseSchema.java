package qiyue.intake;

import static qiyue.intake.SchemaNodes.any;
import static qiyue.intake.SchemaNodes.bool;
import static qiyue.intake.SchemaNodes.day;
import static qiyue.intake.SchemaNodes.field;
import static qiyue.intake.SchemaNodes.list;
import static qiyue.intake.SchemaNodes.needs;
import static qiyue.intake.SchemaNodes.number;
import static qiyue.intake.SchemaNodes.object;
import static qiyue.intake.SchemaNodes.oneOf;
import static qiyue.intake.SchemaNodes.root;
import static qiyue.intake.SchemaNodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import qiyue.rulebook.Vocabulary;

/** The schema of case files: facts as in an inspection, none of them required, and what is expected of them. */
final class CaseSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> CERTAINTIES = List.of("established", "conditional", "open", "suspected");

    private final Vocabulary vocabulary;

    CaseSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    ObjectNode cases() {
        ObjectNode root = root("用例 cases");
        ObjectNode inspection = Schemas.inspection(vocabulary);
        JsonNode definitions = inspection.path("$defs").deepCopy();
        definitions.forEach(d -> ((ObjectNode) d).remove("required"));
        ObjectNode facts =
                NODES.objectNode().put("$ref", inspection.path("$ref").asText());
        ObjectNode measure = object();
        for (String modality : List.of("may", "shall", "automatic")) {
            field(measure, modality, codes("measures"), "措施 / measure");
        }
        field(measure, "by", list(any(text(), number())), "给出措施的条款 / the clauses that give it");
        field(measure, "for", list(any(text(), number())), "所据违约 / the breaches behind it");
        field(
                measure,
                "amount",
                any(number(), oneOf(List.of("open")), text().put("pattern", "^\\d+(\\.\\d+)?\\.\\.\\d+(\\.\\d+)?$")),
                "金额，范围写 1000..3000 / yuan, a range as 1000..3000");
        field(measure, "actor", codes("actors"), "由谁采取，不写的为经办机构 / by whom, the agency if left out");
        for (String unit : List.of("months", "days", "working-days", "workingDays", "years", "percent", "times")) {
            field(measure, unit, any(number(), text()), unit);
        }
        field(measure, "until", day(), "至 / until");
        field(measure, "untilEvent", codes("events"), "直至某件事 / until the event");
        field(measure, "from", day(), "自 / from");
        field(measure, "on", oneOf(List.of("facility", "department", "person", "worker", "agency")), "对象 / whom");
        field(measure, "department", text(), "科室 / department");
        field(measure, "people", any(text(), list(text())), "人员 / people");
        field(measure, "facts", list(text()), "所依据的事实 / the facts it rests on");
        field(measure, "certainty", oneOf(CERTAINTIES), "确定程度 / certainty");
        field(measure, "if", list(codes("measures")), "以选择此为前提 / presumes the choice");
        field(measure, "absorbed", codes("measures"), "被更重的措施吸收 / absorbed by");
        field(
                measure,
                "ended",
                text(),
                "所涉协议已终止：终止它的以往处理，期满的写协议编号 / the agreement is over: the earlier measure that ended it, or the agreement that ran out");
        field(measure, "agreement", text(), "协议编号 / id of the agreement");
        field(
                measure,
                "choice",
                oneOf(List.of("taken", "declined", "none")),
                "本次选择，none 为没有选择 / the choice made; none: none was");
        ObjectNode duty = object();
        field(duty, "act", codes("acts"), "事项 / act");
        field(duty, "actor", codes("actors"), "由谁 / by whom");
        field(duty, "by", list(any(text(), number())), "条款 / clauses");
        field(duty, "may", bool(), "可以 / optional");
        field(duty, "due", day(), "期限 / due");
        field(duty, "untilEvent", codes("events"), "直至某件事 / until the event");
        field(duty, "state", text(), "状态 / state");
        field(duty, "done", day(), "办理日 / done on");
        field(duty, "agreement", text(), "协议编号 / id of the agreement");
        field(duty, "certainty", oneOf(CERTAINTIES), "确定程度 / certainty");
        field(duty, "if", list(codes("measures")), "以选择此为前提 / presumes the choice");
        field(duty, "measures", list(codes("measures")), "所属措施 / measures");
        ObjectNode breaches = NODES.objectNode().put("type", "object");
        ObjectNode byFact = NODES.objectNode().put("type", "object");
        byFact.set("additionalProperties", oneOf(CERTAINTIES));
        breaches.set("additionalProperties", any(oneOf(CERTAINTIES), list(text()), byFact));
        ObjectNode money = object();
        for (String head : List.of(
                "refuse", "from-deposit", "recover", "multiple", "deposit", "owed", "pay", "retain", "return")) {
            field(money, head, any(number(), oneOf(List.of("open"))), head);
        }
        ObjectNode expect = object();
        field(expect, "breaches", breaches, "条款 → 确定程度，或者逐个事实写，须写全 / clause → certainty, or by fact; the exact set");
        field(expect, "measures", list(measure), "措施，须写全 / measures, the exact set");
        field(expect, "money", money, "各项金额 / heads of money");
        field(expect, "duties", list(duty), "事项，写了就须写全 / duties, exact if present");
        field(expect, "not-examined", list(any(text(), number())), "未查的条款 / clauses not examined");
        field(expect, "not-established", list(any(text(), number())), "查而不成立的条款 / examined, not met");
        field(expect, "open", list(text()), "待认定：问题@编号 / open questions");
        field(expect, "notes", list(text()), "提示，写了就须写全：种类@对象 / notes, exact if present: kind@about");
        ObjectNode scores = NODES.objectNode().put("type", "object");
        scores.set("additionalProperties", any(number(), oneOf(List.of("open"))));
        field(expect, "scores", scores, "评分表 → 总分，写了就须写全 / sheet → total, exact if present");
        ObjectNode outcomes = NODES.objectNode().put("type", "object");
        outcomes.set("additionalProperties", text());
        field(expect, "outcomes", outcomes, "条款 → 结果 / clause → outcome");
        field(expect, "ungoverned", list(text()), "没有版本管辖的事实 / facts no edition governs");
        ObjectNode one = object();
        field(one, "name", text(), "一句话 / one sentence");
        field(one, "given", facts, "事实，叠加在 base 上 / facts, laid over base");
        field(one, "expect", expect, "期望 / what is expected");
        field(one, "read-from", text(), "怎样从文本读出 / how a person read it off the text");
        needs(one, "name", "expect", "read-from");
        field(root, "base", facts.deepCopy(), "各用例共同的事实 / what all cases share");
        field(root, "cases", list(one), "用例 / cases");
        root.set("$defs", definitions);
        return needs(root, "cases");
    }

    private ObjectNode codes(String list) {
        return oneOf(vocabulary.codes(list));
    }
}
