package qiyue.intake;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.fact.Assessment;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Parameter;
import qiyue.fact.SampleAudit;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Subjects;

/**
 * What a JSON Schema cannot say of an inspection: ids are unique and lead somewhere, days are in order and not after the
 * handling, money is stated once, a question is asked of a fact it can be asked of, blanks of the text are filled.
 */
final class Consistency {
    private final CaseFile file;
    private final Library library;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Evidence> ids = new TreeMap<>();

    /** Every fact by its JSON pointer. */
    private final Map<String, Evidence> placed = new TreeMap<>();

    private Consistency(CaseFile file, Library library, String name) {
        this.file = file;
        this.library = library;
        this.name = name;
    }

    static List<Problem> check(CaseFile file, Library library, String name) {
        Consistency consistency = new Consistency(file, library, name);
        consistency.check();
        return consistency.problems;
    }

    private void check() {
        inspection();
        each("/agreements", file.agreements());
        each("/findings", file.findings());
        for (RecordComponent component : file.records().getClass().getRecordComponents()) {
            each("/records/" + component.getName(), list(component));
        }
        each("/history/measures", file.history().measures());
        each("/history/assessments", file.history().assessments());
        each("/handling", file.handling());
        each("/applications", file.applications());
        references();
        answers("/answers", "case", file.answers());
        findings();
        prescriptions();
        parameters();
        sheets();
        blanks();
        agreements();
    }

    @SuppressWarnings("unchecked")
    private List<Evidence> list(RecordComponent component) {
        try {
            return (List<Evidence>) component.getAccessor().invoke(file.records());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inspection() {
        LocalDate inspected = file.inspection().inspectedOn();
        order("/inspection/decidedOn", inspected, file.inspection().decidedOn());
        order("/inspection/feedbackOn", inspected, file.inspection().feedbackOn());
        order("/inspection/noticedOn", inspected, file.inspection().noticedOn());
    }

    private void order(String pointer, LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            report(
                    "dates",
                    pointer,
                    new Text(second + " 早于 " + first, second + " is before " + first),
                    new Text("核对两个日期", "check both days"));
        }
    }

    private void each(String pointer, List<? extends Evidence> facts) {
        for (int i = 0; i < facts.size(); i++) {
            Evidence fact = facts.get(i);
            String at = pointer + "/" + i;
            placed.put(at, fact);
            Evidence before = ids.put(fact.id(), fact);
            if (before != null) {
                report(
                        "id-twice",
                        at + "/id",
                        new Text("编号 " + fact.id() + " 用了两次", "the id " + fact.id() + " is used twice"),
                        new Text("每条事实一个编号", "give every fact an id of its own"));
            }
            fields(at, fact);
        }
    }

    private void fields(String at, Evidence fact) {
        boolean future = List.of("Agreement", "Rectification", "PriorMeasure", "Idle", "OwnSuspension", "Investigation")
                .contains(fact.getClass().getSimpleName());
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            Object value = value(component, fact);
            String pointer = at + "/" + component.getName();
            if (value instanceof LocalDate date
                    && Blank.happened(date)
                    && !future
                    && date.isAfter(file.inspection().today())
                    && !InspectionReader.says(component).derived()) {
                report(
                        "dates",
                        pointer,
                        new Text(
                                date + " 晚于办理日 " + file.inspection().today(),
                                date + " is after the day of handling, "
                                        + file.inspection().today()),
                        new Text("核对日期，或填写 inspection.decidedOn", "check the day, or state inspection.decidedOn"));
            }
            if (component.getName().equals("answers") && value instanceof Map<?, ?> answers) {
                answers(pointer, Subjects.KINDS.getOrDefault(fact.getClass().getSimpleName(), "?"), answers);
            }
        }
        if (date(fact, "decidedOn").isAfter(file.inspection().today()) && Blank.happened(date(fact, "decidedOn"))) {
            report(
                    "dates",
                    at + "/decidedOn",
                    new Text(
                            "以往处理的决定日晚于办理日 " + file.inspection().today(),
                            "an earlier measure cannot be decided after the day of handling, "
                                    + file.inspection().today()),
                    new Text("核对日期；本次的选择写在 choices 中", "check the day; choices of today belong into choices"));
        }
        switch (fact.getClass().getSimpleName()) {
            case "Agreement" -> order(at + "/to", date(fact, "from"), date(fact, "to"));
            case "Finding" -> order(at + "/until", date(fact, "date"), date(fact, "until"));
            case "Stay" -> order(at + "/dischargedOn", date(fact, "admittedOn"), date(fact, "dischargedOn"));
            case "Idle" -> order(at + "/resumedOn", date(fact, "lastServedOn"), date(fact, "resumedOn"));
            case "PriorMeasure" ->
                order(
                        at + "/until",
                        date(fact, "from"),
                        Blank.happened(date(fact, "from")) ? date(fact, "until") : Blank.NEVER);
            default -> {
                // no two days of these facts have to be in order
            }
        }
    }

    private static LocalDate date(Evidence fact, String name) {
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getName().equals(name) && value(component, fact) instanceof LocalDate date) {
                return date;
            }
        }
        return Blank.NEVER;
    }

    private static Object value(RecordComponent component, Object fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answers(String pointer, String about, Map<?, ?> answers) {
        for (Object question : answers.keySet()) {
            String asked = library.vocabulary().property("questions", question.toString(), "about");
            if (!asked.isEmpty() && !asked.equals(about)) {
                report(
                        "question-place",
                        pointer + "/" + question,
                        new Text(
                                "问题 " + question + " 问的是 " + asked + "，不是 " + about,
                                "question " + question + " is asked of a " + asked + ", not of a " + about),
                        new Text(
                                asked.equals("case") ? "写到文书最外层的 answers 中" : "写到相应 " + asked + " 的 answers 中",
                                asked.equals("case")
                                        ? "put it into the outermost answers"
                                        : "put it into the answers of that " + asked));
            }
        }
    }

    private void references() {
        Set<String> stays = ids(file.records().stays());
        Set<String> agreements = ids(file.agreements());
        Set<String> charges = ids(file.records().charges());
        Set<String> measures = ids(file.history().measures());
        placed.forEach((at, fact) -> {
            for (RecordComponent component : fact.getClass().getRecordComponents()) {
                if (value(component, fact) instanceof String target && !target.isEmpty()) {
                    String pointer = at + "/" + component.getName();
                    switch (component.getName()) {
                        case "stay" -> reference(pointer, target, stays);
                        case "agreement" -> reference(pointer, target, agreements);
                        case "duplicates", "charge" -> reference(pointer, target, charges);
                        case "measure" -> reference(pointer, target, measures);
                        default -> {
                            // other texts do not point anywhere
                        }
                    }
                }
            }
            if (fact instanceof Finding f) {
                for (int i = 0; i < f.charges().size(); i++) {
                    reference(at + "/charges/" + i + "/id", f.charges().get(i).id(), charges);
                }
                for (int i = 0; i < f.records().size(); i++) {
                    reference(at + "/records/" + i, f.records().get(i), ids.keySet());
                }
            }
            if (fact instanceof SampleAudit a) {
                for (int i = 0; i < a.charges().size(); i++) {
                    reference(at + "/charges/" + i, a.charges().get(i), charges);
                }
            }
        });
    }

    private static Set<String> ids(List<? extends Evidence> facts) {
        return facts.stream().map(Evidence::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private void reference(String pointer, String target, Collection<String> known) {
        if (!known.contains(target)) {
            report(
                    "no-such-id",
                    pointer,
                    new Text("没有编号为 " + target + " 的事实", "there is no fact with the id " + target),
                    Suggest.fix(target, known));
        }
    }

    private void findings() {
        for (int i = 0; i < file.findings().size(); i++) {
            Finding f = file.findings().get(i);
            String at = "/findings/" + i;
            if (f.money().known() && !f.charges().isEmpty()) {
                report(
                        "money-twice",
                        at + "/money",
                        new Text("已列 charges，不再另填 money", "charges are listed; money is left out then"),
                        new Text(
                                "删去 money，违规部分写在 charges 各条的 irregular 中",
                                "remove money; put the irregular part into each charge's irregular"));
            }
            boolean recorded = f.records().stream()
                    .map(ids::get)
                    .anyMatch(r -> r != null && r.moneyKnown() && !r.portions().isEmpty());
            if (recorded && (f.money().known() || !f.charges().isEmpty())) {
                report(
                        "money-twice",
                        at + "/money",
                        new Text(
                                "金额已在所指的数据记录中，检查发现不再填",
                                "the money is in the records named; the finding does not state it again"),
                        new Text("删去检查发现中的 money 或 charges", "remove money or charges from the finding"));
            }
            for (int k = 0; k < f.charges().size(); k++) {
                var part = f.charges().get(k);
                boolean more = file.records().charges().stream()
                        .filter(c -> c.id().equals(part.id()))
                        .map(Charge::money)
                        .anyMatch(m -> part.irregular().known()
                                && part.irregular().amount().compareTo(m.amount()) > 0);
                if (more) {
                    report(
                            "money",
                            at + "/charges/" + k + "/irregular",
                            new Text("违规部分超过该条明细的金额", "the irregular part is more than the charge line"),
                            new Text("核对金额", "check the amount"));
                }
            }
        }
    }

    private void prescriptions() {
        for (int i = 0; i < file.records().prescriptions().size(); i++) {
            var p = file.records().prescriptions().get(i);
            if (p.money().known() && !p.charge().isEmpty()) {
                report(
                        "money-twice",
                        "/records/prescriptions/" + i + "/money",
                        new Text("已写明收费明细，不再另填 money", "the charge line is named; money is left out then"),
                        new Text("删去 money 或 charge", "remove money or charge"));
            }
        }
    }

    private void parameters() {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < file.parameters().size(); i++) {
            Parameter p = file.parameters().get(i);
            if (!seen.add(p.key())) {
                report(
                        "id-twice",
                        "/parameters/" + i + "/key",
                        new Text("参数 " + p.key() + " 写了两次", "parameter " + p.key() + " is stated twice"),
                        new Text("保留一处", "keep one"));
            }
            if (p.amount().signum() < 0 && !Blank.happened(p.date())) {
                report(
                        "missing",
                        "/parameters/" + i,
                        new Text("参数须有 amount 或 date", "a parameter needs an amount or a date"),
                        new Text("补上其一", "add one of them"));
            }
        }
    }

    private void sheets() {
        for (int i = 0; i < file.assessments().size(); i++) {
            Assessment a = file.assessments().get(i);
            String at = "/assessments/" + i;
            Sheet sheet = library.sheet(file.region(), a.sheet()).orElse(null);
            if (sheet == null) {
                report(
                        "unknown-code",
                        at + "/sheet",
                        new Text(file.region() + " 没有评分表 " + a.sheet(), file.region() + " has no sheet " + a.sheet()),
                        new Text("换用本地区的评分表", "use a sheet of this region"));
            } else {
                problems.addAll(sheet.check(a.rows(), name, at + "/rows"));
            }
            if (!a.agreement().isEmpty() && file.agreements().stream().noneMatch(g -> g.id().equals(a.agreement()))) {
                report(
                        "no-such-id",
                        at + "/agreement",
                        new Text("没有编号为 " + a.agreement() + " 的协议", "there is no agreement " + a.agreement()),
                        new Text("核对编号", "check the id"));
            }
        }
    }

    private void blanks() {
        boolean stated =
                file.parameters().stream().anyMatch(p -> p.key().equals("in-force-from") && Blank.happened(p.date()));
        library.rulebooks().values().stream()
                .filter(r -> r.info().region().equals(file.region())
                        && r.info().start() == Rulebook.Start.PARAMETER
                        && !stated)
                .forEach(r -> report(
                        "blank-date",
                        "/parameters",
                        new Text(
                                r.info().title().zh() + "没有写明施行日期，须由检查文书说明",
                                r.info().title().en()
                                        + " leaves its day of entry into force blank; the inspection must state it"),
                        new Text(
                                "补上 {\"key\": \"in-force-from\", \"date\": \"…\"}",
                                "add {\"key\": \"in-force-from\", \"date\": \"…\"}")));
    }

    private void agreements() {
        Set<List<String>> instruments = file.agreements().stream()
                .map(a -> library.rulebooks().values().stream()
                        .filter(r -> r.info().region().equals(file.region())
                                && r.info().kinds().contains(a.kind()))
                        .map(Rulebook::id)
                        .toList())
                .collect(Collectors.toSet());
        if (instruments.size() > 1) {
            report(
                    "several-agreements",
                    "/agreements",
                    new Text(
                            "这些协议适用不同的文本，不能混在一份文书中",
                            "these agreements fall under different texts and cannot share one document"),
                    new Text("每个协议一份检查文书", "hand in one inspection an agreement"));
        }
    }

    private void report(String code, String pointer, Text message, Text fix) {
        problems.add(Problem.at(code, name, pointer, message, fix));
    }
}
