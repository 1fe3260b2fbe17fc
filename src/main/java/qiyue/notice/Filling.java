package qiyue.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Inspection;
import qiyue.fact.Modality;
import qiyue.report.DecisionView;
import qiyue.report.DecisionView.BreachItem;
import qiyue.report.DueWords;
import qiyue.report.Until;
import qiyue.rulebook.Library;

/**
 * What the papers of a case can say. Nothing is said that the document, the decision, the region's data or the agency's choices
 * do not hold: a measure that may be taken is never worded as taken, nor a range as a length.
 */
final class Filling {
    private static final List<String> BY_HAND = List.of(
            "检查人员", "记录人", "经办人", "审核人", "联系人", "联系电话", "联系地址", "集体研究日期", "检查时间", "检查地点", "检查范围", "证据材料", "机构意见",
            "机构负责人", "机构签收人", "送达文书", "送达方式", "送达地点", "送达日", "送达人", "落款日期");

    private final CaseFile file;
    private final Decision decision;
    private final DecisionView view;
    private final Library library;
    private final Customs customs;
    private final Extras extras;

    private final Cited cited;
    private final MeasureTags measures;
    private final FactSays says;
    private final SameMoney same;
    private final NoticeData data;

    Filling(
            CaseFile file,
            DecisionView view,
            Library library,
            Customs customs,
            Extras extras,
            Map<Integer, String> proposals) {
        this.file = file;
        this.decision = view.decision();
        this.view = view;
        this.library = library;
        this.customs = customs;
        this.says = new FactSays(file, view, library);
        this.same = new SameMoney(view.decision(), library);
        this.extras = extras;
        this.data = new NoticeData(PaperDays.of(file, extras.quotes()));
        this.cited = new Cited(view.decision(), library);
        this.measures = new MeasureTags(view, customs, proposals, says, same, cited);
    }

    NoticeData all() {
        BY_HAND.forEach(tag -> data.value(tag, ""));
        particulars();
        new FactTags(decision, says, cited, measures).into(data);
        questions();
        measures.into(data);
        new MoneyTags(view, library, says, same, cited, measures).into(data);
        duties();
        statement();
        remedies();
        clauses();
        return data;
    }

    private void particulars() {
        Inspection i = file.inspection();
        data.value("文号", i.id());
        data.value("经办机构", i.agency());
        data.value("决定机构", Deciders.of(decision, library).name(i.agency()));
        data.value("告知情况", told());
        data.value(NoticeData.SECTION, "");
        data.value(NoticeData.PART, "");
        data.value("机构名称", file.facility().name());
        data.value("机构代码", file.facility().code());
        data.value("机构类别", labels("facility-kinds", file.facility().kinds()));
        data.value("地区", view.head().region());
        data.value("检查事由", reason());
        data.value("检查日", Cited.day(i.inspectedOn()));
        data.value("反馈日", Cited.day(i.feedbackOn()));
        data.value("机构说明日", Cited.day(i.explainedOn()));
        data.value("决定日", Cited.day(i.decidedOn()));
        data.value("告知日", Cited.day(i.noticedOn()));
        data.value("办理日", Cited.day(i.today()));
        if (Blank.happened(extras.served())) {
            data.value("送达日", Cited.day(extras.served()));
        }
        data.value(
                "适用文本",
                view.head().under().stream()
                        .map(u -> "《" + u.title() + "》" + (u.number().isEmpty() ? "" : "（" + u.number() + "）"))
                        .collect(Collectors.joining("、")));
        List<Map<String, String>> agreements = data.list("协议", "编号", "类别", "起", "止");
        file.agreements()
                .forEach(a -> agreements.add(Cited.entry(
                        "编号",
                        a.id(),
                        "类别",
                        label("facility-kinds", a.kind()),
                        "起",
                        Cited.day(a.from()),
                        "止",
                        Cited.day(a.to()))));
    }

    /** What was looked at: how an agreement is kept, an application for one, or both. */
    private String reason() {
        List<String> what = Stream.of(
                        file.agreements().isEmpty() ? "" : "履行工伤保险服务协议",
                        file.applications().isEmpty() ? "" : "申请签订工伤保险服务协议")
                .filter(t -> !t.isEmpty())
                .toList();
        return (what.isEmpty() ? "提供工伤保险服务" : String.join("、", what)) + "的情况";
    }

    /** Whether the facility was told before: only a step taken earlier says so; a notice of the day tells of the decision. */
    private String told() {
        LocalDate decided = file.inspection().today();
        return Stream.concat(
                        Stream.of(extras.told()).filter(Blank::happened),
                        file.handling().stream()
                                .filter(a -> a.act().equals("written-notice")
                                        && Blank.happened(a.date())
                                        && a.date().isBefore(decided))
                                .map(Act::date))
                .min(Comparator.naturalOrder())
                .map(d -> "已于" + Cited.day(d) + "将事实、条款和拟作出的处理书面告知你单位")
                .orElse(NoticeData.blank("是否、何时已将事实、条款和拟作出的处理告知你单位"));
    }

    private void questions() {
        List<Map<String, String>> open = data.list("待认定事项", "序号", "事项", "条款");
        view.questions()
                .items()
                .forEach(q -> open.add(Cited.entry(
                        "序号",
                        String.valueOf(open.size() + 1),
                        "事项",
                        says.plainly(q.text()),
                        "条款",
                        cited.titled("", q.bears()))));
    }

    private void duties() {
        List<Map<String, String>> own = data.list("机构期限", "序号", "事项", "期限", "依据");
        List<Map<String, String>> agency = data.list("经办期限", "序号", "主体", "事项", "期限", "依据");
        for (DutyLine d : decision.duties()) {
            boolean stands = d.certainty() == Certainty.ESTABLISHED
                    && !d.over()
                    && d.modality() != Modality.MAY
                    && (d.measures().isEmpty()
                            || d.measures().stream().anyMatch(m -> !d.ifTaken().contains(m) || taken(m)));
            if (stands) {
                List<Map<String, String>> into = d.actor().equals("facility") ? own : agency;
                into.add(Cited.entry(
                        "序号",
                        String.valueOf(into.size() + 1),
                        "主体",
                        label("actors", d.actor()),
                        "事项",
                        label("acts", d.act())
                                + (d.untilEvent().isEmpty()
                                        ? ""
                                        : "，" + Until.event(d.untilEvent(), library.vocabulary(), "zh"))
                                + (d.ofRecord().isEmpty() ? "" : "（就 " + says.row(d.ofRecord()) + "）"),
                        "期限",
                        due(d),
                        "依据",
                        cited.cite(d.clauses())));
            }
        }
    }

    private boolean taken(String measure) {
        return decision.measures().stream().anyMatch(m -> m.kind().equals(measure) && MeasureTags.chosen(m));
    }

    private String due(DutyLine d) {
        return !d.dueOpen().isEmpty()
                ? NoticeData.blank("期限，工作日历公布后计算")
                : Blank.happened(d.due())
                        ? new DueWords(library.vocabulary(), "zh").of(d)
                                + Cited.day(d.due())
                                + (d.passed(decision.today()) ? "（已过）" : "")
                        : "条款没有规定期限";
    }

    private void statement() {
        String period = customs.statement()
                .map(p -> p.length() + (p.unit().equals("days") ? " 日" : " 个工作日"))
                .orElse("");
        data.value("陈述申辩期限", period);
        data.value("陈述申辩依据", customs.statement().map(Customs.Period::setBy).orElse(""));
        data.value(
                "陈述申辩截止日",
                customs.statement()
                        .filter(p -> Blank.happened(extras.served()))
                        .map(p -> library.calendar().lastDay(extras.served(), p.length(), p.unit()))
                        .filter(Blank::happened)
                        .map(Cited::day)
                        .orElse(""));
    }

    private void remedies() {
        List<Map<String, String>> ways = data.list("救济途径", "序号", "途径", "依据");
        // a way that several texts open is one way
        Map<String, List<String>> clauses = new LinkedHashMap<>();
        for (Decision.Applied applied : decision.rulebooks()) {
            for (Customs.Remedy r : customs.remedies().getOrDefault(applied.id(), List.of())) {
                clauses.computeIfAbsent(r.way(), w -> new ArrayList<>()).add(r.clause());
            }
        }
        clauses.forEach((way, under) ->
                ways.add(Cited.entry("序号", String.valueOf(ways.size() + 1), "途径", way, "依据", cited.cite(under))));
    }

    private void clauses() {
        List<Map<String, String>> named = data.list("引用条款", "条款", "大意");
        List<Map<String, String>> quoted = data.list("条款原文", "条款", "原文");
        Set<String> own = FactTags.ofAgency(decision);
        view.breaches().stream()
                .map(BreachItem::clause)
                .filter(c -> !own.contains(c))
                .forEach(c -> clause(named, quoted, c));
        measures.items(m -> MeasureTags.decided(m) || MeasureTags.toChoose(m))
                .forEach(m -> m.line().clauses().forEach(c -> clause(named, quoted, c)));
    }

    private void clause(List<Map<String, String>> named, List<Map<String, String>> quoted, String full) {
        String cite = cited.cite(List.of(full));
        String meaning = cited.meaning(full);
        if (named.stream().noneMatch(e -> cite.equals(e.get("条款")) && meaning.equals(e.get("大意")))) {
            named.add(Cited.entry("条款", cite, "大意", meaning));
        }
        String quote = String.join("\n", extras.quotes().getOrDefault(full, List.of()));
        if (!quote.isEmpty() && quoted.stream().noneMatch(e -> cite.equals(e.get("条款")))) {
            quoted.add(Cited.entry("条款", cite, "原文", quote));
        }
    }

    private String label(String list, String code) {
        return library.vocabulary().label(list, code, "zh");
    }

    private String labels(String list, List<String> codes) {
        return codes.stream().map(c -> label(list, c)).collect(Collectors.joining("、"));
    }
}
