package qiyue.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.fact.Application;
import qiyue.fact.BedCheck;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Rectification;
import qiyue.fact.SampleAudit;
import qiyue.fact.Stay;
import qiyue.problem.Text;
import qiyue.rulebook.Denial;
import qiyue.rulebook.Library;
import qiyue.rulebook.SameQuestion;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Facts that cannot both be so: each is an error that names both places. */
final class Contradictions {
    /** What a fact has in common with the facts it points at. */
    private static final List<String> SHARED = List.of("stay", "worker", "agreement", "application");

    private final Document document;
    private final Library library;
    private final Slips slips;

    Contradictions(Document document, Library library, Slips slips) {
        this.document = document;
        this.library = library;
        this.slips = slips;
    }

    void check() {
        for (Document.Placed placed : document.facts()) {
            links(placed);
            if (placed.fact() instanceof Finding f) {
                finding(placed, f);
            } else if (placed.fact() instanceof BedCheck b) {
                bedCheck(placed, b);
            } else if (placed.fact() instanceof Rectification r) {
                rectification(placed, r);
            } else if (placed.fact() instanceof SampleAudit a && a.sampled() > a.claims()) {
                against(
                        placed.at() + "/sampled",
                        "抽查份数 " + a.sampled() + " 多于申报总份数 " + a.claims() + "（" + placed.at() + "/claims）",
                        a.sampled() + " claims were sampled of " + a.claims() + " declared (" + placed.at()
                                + "/claims)");
            } else if (placed.fact() instanceof Application a
                    && a.physicians().signum() >= 0
                    && a.seniorPhysicians().compareTo(a.physicians()) > 0) {
                against(
                        placed.at() + "/seniorPhysicians",
                        "副高以上医师 " + a.seniorPhysicians() + " 名，多于全部医师 " + a.physicians() + " 名（" + placed.at()
                                + "/physicians）",
                        a.seniorPhysicians() + " senior physicians of " + a.physicians() + " in all (" + placed.at()
                                + "/physicians)");
            } else if (placed.fact() instanceof Stay s
                    && s.money().known()
                    && s.drugAmount().compareTo(s.money().amount()) > 0) {
                against(
                        placed.at() + "/drugAmount",
                        "药品费用 " + s.drugAmount() + " 多于住院总费用（" + placed.at() + "/money）",
                        "the drugs, " + s.drugAmount() + ", cost more than the whole stay (" + placed.at() + "/money)");
            }
        }
    }

    private void finding(Document.Placed placed, Finding f) {
        if (f.count() == 0 && !f.status().equals("cleared")) {
            against(
                    placed.at() + "/count",
                    "次数为 0，却是" + (f.status().equals("confirmed") ? "已核实" : "涉嫌") + "（" + placed.at() + "/status）",
                    "it happened 0 times and yet is " + f.status() + " (" + placed.at() + "/status)");
        }
        if (f.status().equals("confirmed")) {
            answers(placed, f);
        }
        Denial denial = library.vocabulary().denial(f.conduct());
        if (f.status().equals("cleared") || denial.ways().isEmpty()) {
            return;
        }
        targets(f)
                .forEach((field, linked) -> linked.forEach(other -> {
                    List<Denial.Term> terms = denial.holding(other.fact());
                    if (!terms.isEmpty()) {
                        String said = terms.stream()
                                .map(t -> t.name() + " = " + t.value())
                                .collect(Collectors.joining(", "));
                        against(
                                placed.at() + "/conduct",
                                "检查发现“" + library.vocabulary().label("conducts", f.conduct(), "zh") + "”与所指 "
                                        + other.fact().id() + "（" + other.at() + "）的 " + said + " 不能同时成立",
                                "the finding '" + library.vocabulary().label("conducts", f.conduct(), "en")
                                        + "' cannot stand beside " + said + " of "
                                        + other.fact().id() + " (" + other.at() + "), which it names");
                    }
                }));
    }

    /**
     * What is asked of the finding and of the one record it names is one question: it has one answer. Where several findings name the
     * record each of them is asked for itself.
     */
    private void answers(Document.Placed placed, Finding f) {
        for (SameQuestion same : library.vocabulary().sameQuestions()) {
            String own = f.answers().getOrDefault(same.finding(), "open");
            if (own.equals("open") || !same.conducts().contains(f.conduct())) {
                continue;
            }
            List<Document.Placed> records = new ArrayList<>();
            for (String id : f.records()) {
                Document.Placed named = document.byId().get(id);
                if (named != null
                        && FactKind.of(named.fact())
                                .map(FactKind::asks)
                                .orElse("")
                                .equals(same.about())) {
                    records.add(named);
                }
            }
            String theirs =
                    records.size() == 1 && isOnly(f, same, records.get(0).fact())
                            ? records.get(0).fact().answers().getOrDefault(same.question(), "open")
                            : "open";
            if (!theirs.equals("open") && !theirs.equals(own)) {
                String at = records.get(0).at() + "/answers/" + same.question();
                against(
                        placed.at() + "/answers/" + same.finding(),
                        "答 " + own + "，所指的是同一事实，" + at + " 却答 " + theirs,
                        "it is answered " + own + ", but " + at + " of the same fact is answered " + theirs);
            }
        }
    }

    /** Whether no other confirmed finding that is asked the same names the record. */
    private boolean isOnly(Finding f, SameQuestion same, Evidence record) {
        return document.file().findings().stream()
                .noneMatch(o -> !o.id().equals(f.id())
                        && o.status().equals("confirmed")
                        && same.conducts().contains(o.conduct())
                        && o.records().contains(record.id()));
    }

    /** A fact and those it points at have stay, worker, agreement and application in common, where both state them. */
    private void links(Document.Placed placed) {
        Map<String, List<Document.Placed>> targets = targets((Record) placed.fact());
        if (targets.isEmpty()) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (Map.Entry<String, List<Document.Placed>> linked : targets.entrySet()) {
            if (!linked.getKey().equals("duplicates")) {
                for (Document.Placed other : linked.getValue()) {
                    for (String name : SHARED) {
                        shared(placed, name, other, told);
                    }
                }
            }
        }
    }

    private void shared(Document.Placed placed, String name, Document.Placed other, Set<String> told) {
        String own = text(placed.fact(), name);
        if (own.isEmpty()) {
            return;
        }
        String theirs = name.equals("stay") && other.fact() instanceof Stay
                ? other.fact().id()
                : text(other.fact(), name);
        if (!theirs.isEmpty() && !own.equals(theirs) && told.add(other.at() + name)) {
            against(
                    placed.at() + "/" + name,
                    "写的是 " + own + "，所指 " + other.fact().id() + "（" + other.at() + "）却是 " + theirs,
                    "it says " + own + ", but " + other.fact().id() + " (" + other.at() + "), which it names, says "
                            + theirs);
        }
    }

    private static String text(Evidence fact, String field) {
        Shape shape = Shape.of((Record) fact);
        int at = shape.index(field);
        return at < 0 ? "" : shape.fields().get(at).in(fact).toString();
    }

    /** The facts a record points at, by the field that does. */
    private Map<String, List<Document.Placed>> targets(Record record) {
        Map<String, List<Document.Placed>> found = Map.of();
        for (Field field : Shape.of(record).pointing()) {
            boolean points = field.pointsAt() != void.class;
            List<Document.Placed> linked = new ArrayList<>();
            Object value = field.in(record);
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                if (points) {
                    Document.Placed placed = document.byId().get(item.toString());
                    if (placed != null) {
                        linked.add(placed);
                    }
                } else {
                    targets((Record) item).values().forEach(linked::addAll);
                }
            }
            if (!linked.isEmpty()) {
                found = found.isEmpty() ? new LinkedHashMap<>() : found;
                found.put(field.name(), linked);
            }
        }
        return found;
    }

    private void bedCheck(Document.Placed placed, BedCheck check) {
        Document.Placed named = document.byId().get(check.stay());
        if (named != null
                && named.fact() instanceof Stay s
                && (check.date().isBefore(s.admittedOn()) || check.date().isAfter(s.dischargedOn()))) {
            String stay = s.admittedOn() + (Blank.happened(s.dischargedOn()) ? " – " + s.dischargedOn() : "");
            against(
                    placed.at() + "/date",
                    "在院检查的日期 " + check.date() + " 不在所属住院 " + s.id() + "（" + named.at() + "，" + stay + "）之内",
                    "the bed check of " + check.date() + " lies outside its stay " + s.id() + " (" + named.at() + ", "
                            + stay + ")");
        }
    }

    private void rectification(Document.Placed placed, Rectification r) {
        if ((r.result().equals("passed") || r.result().equals("failed"))
                && Blank.happened(r.inspectedOn())
                && (r.inspectedOn().isBefore(r.orderedOn())
                        || r.inspectedOn().isAfter(document.file().inspection().today()))) {
            against(
                    placed.at() + "/result",
                    "已有检查结果 " + r.result() + "，检查验收日 " + r.inspectedOn() + "（" + placed.at()
                            + "/inspectedOn）却早于责令日或晚于办理日",
                    "there is a result, " + r.result() + ", of an inspection on " + r.inspectedOn() + " (" + placed.at()
                            + "/inspectedOn), which is before the order or after the day of handling");
        }
        Document.Placed named = document.byId().get(r.measure());
        if (named != null && named.fact() instanceof PriorMeasure m) {
            phase(placed, r, named, m);
        }
    }

    /** A rectification that belongs to a suspension for a violation is one during that, one that belongs to another measure is not. */
    private void phase(Document.Placed placed, Rectification r, Document.Placed named, PriorMeasure m) {
        boolean during = library.vocabulary().suspends(m.kind()) && m.cause().equals("violation");
        if (r.phase().equals(during ? "plain" : "suspension")) {
            against(
                    placed.at() + "/phase",
                    "整改写的是" + (during ? "不在" : "在") + "因违规中止（暂停）期间，所附的处理 " + m.id() + "（" + named.at() + "）却"
                            + (during ? "就是" : "不是") + "一次因违规的中止（暂停）",
                    "it says it was " + (during ? "not " : "") + "during a suspension for a violation, but "
                            + m.id() + " (" + named.at() + "), to which it belongs, is "
                            + (during ? "such a suspension" : "none"));
        }
    }

    private void against(String pointer, String zh, String en) {
        slips.report(
                "contradiction", pointer, new Text(zh, en), new Text("核对两处，改正其一", "check both places and correct one"));
    }
}
