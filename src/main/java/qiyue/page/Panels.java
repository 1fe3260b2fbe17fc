package qiyue.page;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.report.Citation;
import qiyue.report.CompareReport;
import qiyue.report.DecisionView;
import qiyue.report.DiffReport;

/** What the workbench shows that the program words: pieces of HTML, set into its one page as they change. */
public final class Panels {
    /** So many facts of one question are answered one by one; beyond, all at once or in the document. */
    private static final int SINGLY = 40;

    /** So many lines of money are shown of one measure. */
    private static final int ROWS = 60;

    /** So many ids are shown of one line. */
    private static final int FEW = 8;

    private Panels() {}

    /**
     * The page of the workbench.
     *
     * @param samples inspections to look at, by name
     * @param exports what the decision can be had as: format and label
     * @param register whether earlier cases can be looked up
     */
    public record Frame(String lang, List<Choice> samples, List<Choice> exports, boolean notices, boolean register) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }

        /** The language as HTML has it. */
        public String htmlLang() {
            return lang.equals("en") ? "en" : "zh-CN";
        }
    }

    /** Something to choose. */
    public record Choice(String code, String label) {}

    /**
     * A decision with what can be done from it.
     *
     * @param aside places left out because something is wrong with them, in words
     * @param span the least and the most that can come of it
     * @param answerers what those who answer questions are called, by code
     * @param labels what measures are called, by code
     */
    public record Decided(
            DecisionView view,
            List<String> aside,
            Span span,
            Map<String, String> answerers,
            Map<String, String> labels) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return view.t(zh, en);
        }

        /** How a clause is cited, without its text. */
        public String cite(String full) {
            return Citation.of(full.substring(full.indexOf('#') + 1), view.lang());
        }

        /** The id of a clause without its rulebook. */
        public String id(String full) {
            return full.substring(full.indexOf('#') + 1);
        }

        /** Whether the agency can choose the measure. */
        public boolean choosable(MeasureLine line) {
            return line.ofAgency()
                    && !line.subject().equals("agency")
                    && line.absorbedBy().isEmpty()
                    && (line.optional() || !line.choice().isEmpty());
        }

        /** Whether the question is answered yes or no. */
        public boolean answerable(Decision.Question question) {
            return question.field().isEmpty()
                    && !List.of("amount", "stated", "lapsed").contains(question.question());
        }

        /** What the questions are asked of, a line each: no id holds a line end. */
        public String about(List<Decision.Question> asked) {
            return asked.stream().map(Decision.Question::about).collect(Collectors.joining("\n"));
        }

        /** Those that are shown one by one. */
        public List<Decision.Question> singly(List<Decision.Question> asked) {
            return asked.size() > SINGLY ? asked.subList(0, SINGLY) : asked;
        }

        /** Who answers, and on what evidence. */
        public String answering(Decision.Question question) {
            String by = answerers.getOrDefault(question.answering().by(), "");
            String evidence = question.answering().evidence().getOrDefault(view.lang(), "");
            return by + (by.isEmpty() || evidence.isEmpty() ? "" : t("；凭：", "; on: ")) + evidence;
        }

        /** The findings a suspicion rests on. */
        public List<String> findings(MeasureLine line) {
            return view.decision().facts().stream()
                    .filter(f -> f.kind().equals("Finding") && line.facts().contains(f.id()))
                    .map(Decision.FactLine::id)
                    .toList();
        }

        /** How far the last day is from the day of handling; empty where there is none. */
        public String left(LocalDate due) {
            if (!Blank.happened(due)) {
                return "";
            }
            long days = ChronoUnit.DAYS.between(view.decision().today(), due);
            return days == 0
                    ? t("就在办理日", "on the day of handling")
                    : days > 0
                            ? t("还有 " + days + " 日", days + " days left")
                            : t("已过 " + -days + " 日", -days + " days ago");
        }

        /** What a measure is called. */
        public String label(MeasureLine line) {
            return labels.getOrDefault(line.kind(), line.kind());
        }

        /** Rows that are shown; the exported decision has all. */
        public List<Decision.Taken> some(List<Decision.Taken> rows) {
            return rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
        }

        /** Ids that are shown. */
        public List<String> few(List<String> ids) {
            return ids.size() > FEW ? ids.subList(0, FEW) : ids;
        }

        /** Where money stands. */
        public String pocket(String pocket) {
            return switch (pocket) {
                case "unpaid" -> t("未支付", "unpaid");
                case "retained" -> t("预留", "retained");
                case "paid" -> t("已支付", "paid");
                default -> t("保证金", "deposit");
            };
        }

        /** The outcomes of clauses that were not met. */
        public List<Choice> states() {
            return List.of(
                    new Choice("not-established", t("已检查，未成立", "examined, not met")),
                    new Choice("partly-examined", t("只检查了一部分", "examined in part")),
                    new Choice("not-examined", t("未检查（不等于合规）", "not examined (which is not compliance)")));
        }

        /** The clauses of one outcome. */
        public List<String> outcomes(String state) {
            return view.decision().outcomes().stream()
                    .filter(o -> o.state().equals(state))
                    .map(Decision.Outcome::clause)
                    .toList();
        }
    }

    /** No decision yet: what is wrong with the whole, each in words. */
    public record Waiting(String lang, List<String> needed) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }
    }

    /**
     * The least and the most that can come of a case.
     *
     * @param least the heaviest measure that must be taken, or that none must
     * @param leastSum yuan that must move
     * @param most the heaviest measure that could come of it
     * @param mostSum yuan that could move at most, if all that is open, suspected or to be chosen came true
     */
    public record Span(String least, BigDecimal leastSum, String most, BigDecimal mostSum) {
        /** The span of a decision: its groups stand in order, the heaviest measure first in each. */
        public static Span of(DecisionView view, ToIntFunction<String> weights) {
            String none = view.t("没有必须采取的措施", "nothing must be done");
            String least = none;
            String most = "";
            int heaviest = Integer.MIN_VALUE;
            for (DecisionView.MeasureGroup group : view.measures()) {
                boolean firm = group.standing().equals("must");
                for (DecisionView.MeasureItem item : group.items()) {
                    if (!item.line().absorbedBy().isEmpty() || group.standing().equals("may-facility")) {
                        continue;
                    }
                    if (firm && least.equals(none)) {
                        least = item.sentence();
                    }
                    int weight = weights.applyAsInt(item.line().kind());
                    if (weight > heaviest) {
                        heaviest = weight;
                        most = item.sentence();
                    }
                }
            }
            return new Span(
                    least, sum(view.money().heads()), most, sum(view.money().ceiling()));
        }

        private static BigDecimal sum(List<DecisionView.MoneyHead> heads) {
            return heads.stream().map(DecisionView.MoneyHead::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Why a clause was met, or what stopped it. */
    public record Why(
            String lang,
            String clause,
            String citation,
            String book,
            String meaning,
            List<String> states,
            String text,
            List<Applied> applied,
            List<Stopped> stopped,
            List<String> unexamined,
            List<Source> sources,
            String caseSum,
            List<String> cases) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }

        /** A state in words. */
        public String stateWord(String state) {
            return switch (state) {
                case "not-established" -> t("已检查，未成立", "examined, not met");
                case "partly-examined" -> t("只检查了一部分，未成立", "examined in part, not met");
                case "not-examined" -> t("未检查", "not examined");
                case "applied" -> t("已适用", "applied");
                case "not-applied" -> t("未适用", "not applied");
                case "without-rules" -> t("没有规则", "no rules");
                default -> certainty(state);
            };
        }

        /** How certain it is, in words. */
        public String certainty(String code) {
            return switch (code) {
                case "established" -> t("成立", "established");
                case "conditional" -> t("视本次选择而定", "conditional on today's choice");
                case "chosen" -> t("因本次选择而适用", "by today's choice");
                case "declined" -> t("本次不选择，因此不适用", "declined today, so without effect");
                case "open" -> t("待认定", "open");
                case "exempt" -> t("已除外", "exempt");
                default -> t("嫌疑", "suspected");
            };
        }
    }

    /** A rule applied: the facts that met it. */
    public record Applied(String rule, String certainty, List<Matched> facts, List<Choice> restsOn) {}

    /** A fact and the conditions it met, with the value found. */
    public record Matched(String kind, String id, List<Condition> conditions) {}

    /** A condition as the rule has it, and the value found. */
    public record Condition(String text, String found) {}

    /**
     * What stopped a rule.
     *
     * @param fact the fact that came furthest; empty if there was none
     * @param found the value found; empty if there was none
     */
    public record Stopped(String rule, String said, String needed, String fact, String found, List<String> met) {}

    /** A rule as written, those of its lines lit that facts met, and the one that stopped it. */
    public record Source(String where, List<Line> lines) {}

    /** A line of a rule: {@code met}, {@code failed} or neither. */
    public record Line(int number, String how, List<Highlight.Piece> pieces) {}

    /** What changed from one decision to another. */
    public record Changed(String lang, List<DiffReport.Said> changes, int remarks, boolean unreadable) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }
    }

    /**
     * How far a measure is.
     *
     * @param now how it stands
     * @param brings single facts that would bring it, or make it firmer
     * @param lifts single facts without which it would not come
     */
    public record Reach(
            String lang,
            String measure,
            String now,
            List<Supposed> brings,
            List<Supposed> lifts,
            int tried,
            boolean all) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }
    }

    /**
     * One change supposed.
     *
     * @param then how the measure would stand
     * @param patch what to set where, as JSON
     */
    public record Supposed(String what, String then, String patch) {}

    /**
     * The same case in each region.
     *
     * @param without why a region is not among them
     */
    public record Compared(
            String lang, String own, List<String> regions, List<String> without, List<CompareReport.Table> tables) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }
    }

    /**
     * What an edited rule does.
     *
     * @param failed cases that no longer hold, each with what differs
     * @param changed what changes in the inspection at hand
     * @param others cases whose decision says something else than before
     */
    public record Tried(
            String lang,
            int cases,
            List<Failed> failed,
            List<DiffReport.Said> changed,
            List<String> others,
            String where) {
        /** One of two texts. */
        public String t(String zh, String en) {
            return lang.equals("en") ? en : zh;
        }
    }

    /** A case that does not hold. */
    public record Failed(String name, String file, List<String> differences) {}

    /** Rule source as a page shows it, line by line. */
    public static Source source(String where, int first, List<String> lines, List<Integer> met, List<Integer> failed) {
        List<Line> made = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = first + i;
            made.add(new Line(
                    number,
                    failed.contains(number) ? "failed" : met.contains(number) ? "met" : "",
                    Highlight.of(lines.get(i), t -> "", t -> "")));
        }
        return new Source(where, List.copyOf(made));
    }

    /** The page of a clause, below the folder of a language. */
    public static String clausePage(String full) {
        return Places.book(full) + "/" + Places.clause(Places.id(full));
    }

    /** A panel as HTML; the template of the same name says how it looks. */
    public static String html(Record panel) {
        StringOutput page = new StringOutput();
        Templates.render(
                "workbench/" + panel.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ".jte", panel, page);
        return Templates.clean(page);
    }
}
