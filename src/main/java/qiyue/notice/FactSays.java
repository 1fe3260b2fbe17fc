package qiyue.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Charge;
import qiyue.fact.ChargePart;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Prescription;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Score;
import qiyue.fact.Stay;
import qiyue.fact.Stretches;
import qiyue.problem.Digits;
import qiyue.report.DecisionView;
import qiyue.report.DecisionView.ScoreItem;
import qiyue.report.FactNames;
import qiyue.report.MadeIds;
import qiyue.rulebook.Library;
import qiyue.rulebook.Particulars;
import qiyue.shape.Shape;

/** A fact told to the facility by what it says: its day, what it is, where, of whom, how much. Ids and cells are the program's. */
final class FactSays {
    private static final String GAP = "\u3000";

    /** So many lines of a bill are told with a finding that names them; more stand in the table of money. */
    private static final int LINES = 10;

    private final Map<String, Evidence> facts = new HashMap<>();
    private final Map<String, Decision.FactLine> lines = new HashMap<>();
    private final Map<String, ScoreItem> scores = new HashMap<>();
    private final Library library;
    private final MadeIds made;
    private final Particulars particulars;
    private final ClauseLooks looks;
    private final Pattern ids;

    FactSays(CaseFile file, DecisionView view, Library library) {
        Decision decision = view.decision();
        this.library = library;
        this.made = new MadeIds(decision, library, "zh");
        this.particulars = new Particulars(library.vocabulary(), "zh");
        this.looks = new ClauseLooks(library, particulars);
        FactKind.all().forEach(kind -> kind.in(file).forEach(f -> facts.putIfAbsent(f.id(), f)));
        decision.facts().forEach(f -> lines.putIfAbsent(f.id(), f));
        for (int i = 0; i < view.scores().size(); i++) {
            SheetLine s = decision.scores().get(i);
            scores.put(
                    Score.id(s.sheet(), s.year(), s.agreement(), s.application()),
                    view.scores().get(i));
        }
        String any = Stream.concat(facts.keySet().stream(), lines.keySet().stream())
                .filter(id -> !(facts.get(id) instanceof Agreement))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.ids = Pattern.compile("(?<=[（、：就 　])(?:" + (any.isEmpty() ? "(?!)" : any) + ")(?=[）、 　，；])");
    }

    /** Whether the fact itself is more than a suspicion. */
    boolean sure(String id) {
        Evidence fact = facts.get(id);
        return fact == null || fact.certainty() != Certainty.SUSPECTED;
    }

    /** Whether it is something that happened, was found, decided or scored, rather than an agreement or a number outside the text. */
    boolean tells(String id) {
        Evidence fact = facts.get(id);
        return scores.containsKey(id) || (fact != null && !(fact instanceof Agreement) && !(fact instanceof Parameter));
    }

    /**
     * The fact with its own day and department, and all it says.
     *
     * @param clauses under which it is told: what they look at of it is told with it
     * @param beside facts that are told beside it
     */
    String whole(String id, Collection<String> clauses, Collection<String> beside) {
        Evidence fact = facts.get(id);
        ScoreItem score = scores.get(id);
        if (score != null) {
            return gaps(score.total(), score.rows().isEmpty() ? "" : "其中：" + String.join("；", score.rows()));
        }
        return gaps(
                when(id),
                brief(id),
                fact == null ? "" : fact.department(),
                more(id, beside),
                fact == null ? "" : String.join("，", looks.of(fact, clauses)));
    }

    /** Whether the fact says that sum itself, as what it is about. */
    boolean states(String id, BigDecimal sum) {
        Evidence fact = facts.get(id);
        return fact != null
                && !(fact instanceof Charge)
                && !(fact instanceof Finding)
                && Shape.value((Record) fact, "money").orElse("") instanceof Money m
                && m.known()
                && m.amount().compareTo(sum) == 0;
    }

    /** The money a finding states, behind it; that of records is among what they say. */
    String sum(String id) {
        return facts.get(id) instanceof Finding f && f.money().known()
                ? GAP + number("涉及金额", f.money().amount(), " 元")
                : "";
    }

    /** The day and what it is of, for a row of money. */
    String row(String id) {
        if (id.endsWith(Stay.DRUGS)) {
            return made.drugs(id, this::row);
        }
        return gaps(when(id), brief(id));
    }

    /** A sentence of the view with every id in brackets put in words. */
    String plainly(String text) {
        return ids.matcher(text).replaceAll(m -> Matcher.quoteReplacement(row(m.group())));
    }

    private String brief(String id) {
        Evidence fact = facts.get(id);
        String who = worker(id);
        String people = fact == null ? "" : String.join("、", fact.people());
        String in = Stream.of(who, people.isEmpty() ? "" : "相关人员 " + people)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("，"));
        return what(id) + (in.isEmpty() ? "" : "（" + in + "）");
    }

    private String what(String id) {
        Evidence fact = facts.get(id);
        if (fact instanceof Agreement a) {
            return "服务协议（" + a.id() + "，" + a.from() + " 至 " + a.to() + "）";
        }
        if (fact instanceof PriorMeasure p) {
            return "此前" + label("measures", p.kind()) + span(p.from(), p.until());
        }
        if (fact instanceof Finding f) {
            return label("conducts", f.conduct());
        }
        if (fact instanceof Charge c && !c.item().isEmpty()) {
            return c.item();
        }
        if (fact instanceof Stay s) {
            return "住院" + (Blank.happened(s.dischargedOn()) ? "，" + s.dischargedOn() + " 出院" : "");
        }
        Decision.FactLine line = lines.get(id);
        if (line == null || Stretches.Made.of(id).isPresent()) {
            String plain = made.plain(id);
            return fact != null && plain.equals(id) ? kind(fact) : plain;
        }
        String list = switch (line.kind()) {
            case "Change" -> "change-matters";
            case "Entry" -> "record-kinds";
            default -> "";
        };
        return !list.isEmpty()
                ? label(list, line.code())
                : line.text().isEmpty() ? FactNames.of(line.kind(), "zh") : line.text();
    }

    private static String kind(Evidence fact) {
        return FactNames.of(fact.getClass().getSimpleName(), "zh");
    }

    private String worker(String id) {
        Evidence fact = facts.get(id);
        Decision.FactLine line = lines.get(id);
        String own = fact instanceof Finding f
                ? f.worker()
                : fact instanceof Charge c ? c.worker() : line != null ? line.worker() : "";
        return own.isEmpty() && fact != null && facts.get(fact.stayId()) instanceof Stay s ? s.worker() : own;
    }

    /** What a bill line says of quantities and money, a finding of how often and of its remark. */
    private String quantities(Charge c) {
        return Stream.of(
                        number("计费", c.billed(), ""),
                        number("医嘱", c.ordered(), ""),
                        number("执行", c.used(), ""),
                        c.money().known() ? number("收费", c.money().amount(), " 元") : "",
                        number("应收", c.allowed(), " 元"),
                        c.duplicates().isEmpty() ? "" : "与 " + row(c.duplicates()) + " 重复")
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private String more(String id, Collection<String> beside) {
        Evidence fact = facts.get(id);
        if (fact instanceof Charge c) {
            return gaps(quantities(c), declared(c));
        }
        if (fact instanceof Finding f) {
            return gaps(
                    f.count() > 1 ? f.count() + " 次（份）" : "",
                    declared(f),
                    f.note().isEmpty() ? "" : "说明：" + f.note(),
                    lines(f, beside));
        }
        if (fact == null || fact instanceof PriorMeasure || fact instanceof Agreement) {
            return "";
        }
        // what a record is called by may be its remark, which is not told twice
        String called = what(id);
        String own = particulars.of(fact).stream()
                .filter(p -> !p.endsWith(" " + called))
                .collect(Collectors.joining("，"));
        return fact instanceof Prescription p && facts.get(p.charge()) instanceof Charge c
                ? gaps(own, quantities(c))
                : own;
    }

    private String declared(Evidence fact) {
        return String.join("，", particulars.declared(fact));
    }

    /** The lines of a bill that a finding names, each with what is irregular of it. */
    private String lines(Finding f, Collection<String> beside) {
        List<ChargePart> own = f.charges().stream()
                .filter(c -> facts.get(c.id()) instanceof Charge && !beside.contains(c.id()))
                .toList();
        List<String> told = own.stream()
                .limit(LINES)
                .map(c -> gaps(row(c.id()), quantities(c.id()), irregular(c)))
                .toList();
        return told.isEmpty()
                ? ""
                : "所涉明细：" + String.join("；", told) + (own.size() > told.size() ? " 等 " + own.size() + " 条" : "");
    }

    private String quantities(String id) {
        return facts.get(id) instanceof Charge c ? quantities(c) : "";
    }

    private static String irregular(ChargePart c) {
        return c.irregular().known() ? number("违规部分", c.irregular().amount(), " 元") : "";
    }

    private static String stay(String drugs) {
        return drugs.substring(0, drugs.length() - Stay.DRUGS.length());
    }

    /** The first day of a fact; {@code Blank.NEVER} where it has none. */
    LocalDate day(String id) {
        Evidence fact = facts.get(id.endsWith(Stay.DRUGS) ? stay(id) : id);
        Decision.FactLine line = lines.get(id);
        return fact != null ? fact.happenedOn() : line != null ? line.day() : Blank.NEVER;
    }

    private String when(String id) {
        Evidence fact = facts.get(id);
        LocalDate day = day(id);
        return fact instanceof Agreement || !Blank.happened(day)
                ? ""
                : fact instanceof Finding f
                                && Blank.happened(f.until())
                                && !f.until().equals(day)
                        ? day + " 至 " + f.until()
                        : day.toString();
    }

    private static String span(LocalDate from, LocalDate until) {
        return Stream.of(Blank.happened(from) ? "自 " + from : "", Blank.happened(until) ? "至 " + until : "")
                .filter(t -> !t.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), t -> t.isEmpty() ? "" : "（" + t + "）"));
    }

    private static String number(String name, BigDecimal value, String unit) {
        return value.signum() < 0 ? "" : name + " " + plain(value, unit);
    }

    private static String plain(BigDecimal value, String unit) {
        return unit.isEmpty() ? Digits.plain(value) : value.setScale(2).toPlainString() + unit;
    }

    private static String gaps(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                said.add(part);
            }
        }
        return String.join(GAP, said);
    }

    private String label(String list, String code) {
        return library.vocabulary().label(list, code, "zh");
    }
}
