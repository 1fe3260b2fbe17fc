package qiyue.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.rulebook.Library;

/**
 * What a decision says to its reader, in one language, part by part: every sentence is worded, nothing is laid out. Text,
 * page, notice and workbench show the same view and so cannot say different things. Sums are yuan; all lists are in the order
 * in which they are shown; a list is empty where there is nothing to say.
 *
 * @param decision the decision itself, for whoever needs codes beside words
 * @param lang {@code zh} or {@code en}
 */
public record DecisionView(
        Decision decision,
        String lang,
        Audience audience,
        Head head,
        List<MeasureGroup> measures,
        String noMeasure,
        List<BreachItem> breaches,
        MoneyPart money,
        Timeline timeline,
        List<DutyGroup> duties,
        List<String> furtherDuties,
        QuestionPart questions,
        List<ScoreItem> scores,
        List<OutcomeLine> others,
        List<Remark> notes,
        Annexes annexes,
        Foot foot) {

    /** What a decision says to the agency. */
    public static DecisionView of(Decision decision, Library library, String lang) {
        return of(decision, library, lang, Audience.AGENCY);
    }

    /** What a decision says to that reader. */
    public static DecisionView of(Decision decision, Library library, String lang, Audience audience) {
        return new Viewing(decision, library, lang, audience).view();
    }

    /** One of two texts, by the language of the view. */
    public String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    /** Above the breaches: nothing is found yet of a facility that checks itself. */
    public String breachTitle() {
        return audience == Audience.FACILITY
                ? t("按所填事实的违约", "Breaches, on the facts as stated")
                : t("违约认定", "Breaches");
    }

    /** Above the sums. */
    public String moneyTitle() {
        return audience == Audience.FACILITY
                ? t("将会处理的金额（每一元只计一次）", "Money that would move (every yuan once)")
                : t("必须处理的金额（每一元只计一次）", "Money that must move (every yuan once)");
    }

    /** Above the annex of the clauses cited. */
    public String clausesTitle() {
        return annex(1, t("所引条款", "Clauses cited"));
    }

    /** Above the annex of money by line. */
    public String linesTitle() {
        return annex(annexes.ofMoney(), t("金额明细", "Money by line"));
    }

    /** Above the annex of the clauses that were not examined. */
    public String unexaminedTitle() {
        return annex(annexes.ofUnexamined(), t("未检查的条款", "Clauses not examined"));
    }

    private String annex(int number, String title) {
        return t("附" + Citation.chinese(number) + "、", "Annex " + number + ". ") + title;
    }

    /** Before a sum that moves because the agency chose so. */
    public String byChoice() {
        return audience == Audience.FACILITY
                ? t("按经办机构的选择另处理：", "beside, by the agency's choice: ")
                : t("按本次选择另处理：", "beside, by today's choice: ");
    }

    /** Whether some money moves for certain, be it that the agency chose so. */
    public boolean moves() {
        return !money.heads().isEmpty()
                || !money.chosen().isEmpty()
                || !money.more().isEmpty();
    }

    /**
     * What stands above everything.
     *
     * @param under the texts applied, with their numbers; one line that none governs where there is none
     * @param brought what was taken from a register and what was left there, a line each; empty where none was asked
     */
    public record Head(
            String title,
            String inspection,
            String facility,
            String region,
            LocalDate handled,
            List<Instrument> under,
            List<String> brought) {}

    /** A text that was applied; its number is empty where it has none. */
    public record Instrument(String id, String title, String number) {}

    /** Measures of one standing: what must happen, what may, what hangs on something. */
    public record MeasureGroup(String standing, String title, List<MeasureItem> items) {}

    /**
     * A measure.
     *
     * @param number counts through all groups, from 1
     * @param sentence what happens to whom, how long, how much
     * @param under the clauses, and for which breaches
     * @param facts ids of the facts behind it; empty if none
     * @param rests what was chosen today and brings it about, a line each
     * @param also other grounds of the same money, and measures that draw on it instead, a line each
     * @param conditions what has to be chosen or answered first, a line each
     * @param further other grounds of the same, a line each
     */
    public record MeasureItem(
            int number,
            String sentence,
            String under,
            String facts,
            List<String> rests,
            List<String> also,
            List<String> conditions,
            List<String> further,
            Pieces pieces,
            Decision.MeasureLine line) {}

    /**
     * A measure in pieces, for papers that put them together themselves; each is empty where nothing is set.
     *
     * @param name the measure and whom it strikes, without any verb
     * @param terms length, percent, multiple, days, as the text sets them
     * @param ranged whether some of the terms are a range, of which the agency chooses
     * @param amount yuan; where the text gives a range, its least and most
     * @param chosen the length and days the agency chose
     */
    public record Pieces(String name, String terms, boolean ranged, String amount, String chosen) {}

    /**
     * A clause met.
     *
     * @param certainty established, conditional, open or suspected
     * @param state the same in words
     * @param times each time it was met, many alike told together
     */
    public record BreachItem(
            String clause, String citation, String meaning, String certainty, String state, List<String> times) {}

    /**
     * Money that must move.
     *
     * @param chosen what moves beside because the agency chose so, under the same heads
     * @param more said where further sums are not known; else empty
     * @param ceiling all that can come of it, the above included
     * @param most the same in words; empty where nothing can come beside the above
     */
    public record MoneyPart(
            List<MoneyHead> heads, List<MoneyHead> chosen, String more, List<MoneyHead> ceiling, String most) {
        /** All that moves: of each head what must and what was chosen, in the order of the heads. */
        public List<MoneyHead> decided() {
            List<MoneyHead> all = new ArrayList<>();
            Stream.concat(heads.stream(), chosen.stream())
                    .sorted(Comparator.comparingInt(MoneyHead::place))
                    .forEach(h -> {
                        int last = all.size() - 1;
                        if (last >= 0 && all.get(last).place() == h.place()) {
                            all.set(
                                    last,
                                    new MoneyHead(
                                            h.name(),
                                            h.label(),
                                            all.get(last).amount().add(h.amount()),
                                            h.place()));
                        } else {
                            all.add(h);
                        }
                    });
            return List.copyOf(all);
        }

        /** What of a head was chosen, yuan. */
        public BigDecimal chosenOf(MoneyHead head) {
            return chosen.stream()
                    .filter(h -> h.place() == head.place())
                    .map(MoneyHead::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * A head of money, yuan.
     *
     * @param name as in the JSON: {@code refuse}, {@code from-deposit}, {@code recover} …
     * @param place among the heads, from 0
     */
    public record MoneyHead(String name, String label, BigDecimal amount, int place) {}

    /** Duties that go together. */
    public record DutyGroup(String title, List<DutyItem> items) {}

    /**
     * A duty, or several alike.
     *
     * @param what who does what, for which measures
     * @param when its days; empty where there are none
     * @param state what became of it; empty while nothing is to be said
     * @param steps steps that do not simply fulfil it, a line each
     * @param due the last day; {@code Blank.NEVER} where there is none, or several are told together
     */
    public record DutyItem(String what, String when, String state, String under, List<String> steps, LocalDate due) {}

    /**
     * The open questions.
     *
     * @param settling what answering the first would settle; empty if nothing is to be said
     * @param hint how one answer for many is stated; empty where no question is asked of many
     */
    public record QuestionPart(
            String settling, List<QuestionItem> items, String hint, String who, List<Answerer> answerers) {}

    /**
     * A question, be it of one fact or of many.
     *
     * @param bears the clauses it bears on
     * @param asked the questions of the decision it stands for
     */
    public record QuestionItem(String text, String bears, List<Decision.Question> asked) {}

    /** Who may answer, and on what evidence, a line for each sort of question. */
    public record Answerer(String by, List<String> lines) {}

    /** A score sheet: its total, and rows that lost points. */
    public record ScoreItem(String total, List<String> rows) {}

    /**
     * A line on clauses that were not met.
     *
     * @param within whether it is part of the line before
     */
    public record OutcomeLine(String text, boolean within) {}

    /**
     * Something the reader must know.
     *
     * @param below lines that belong to it
     * @param kind the kind of note it is
     */
    public record Remark(String text, List<String> below, String kind) {}

    /** What a reader looks up. */
    public record Annexes(List<CitedText> clauses, List<MoneyTable> money, List<Topic> unexamined) {
        /** The number of the annex of sums: those with nothing in them do not come, and are not counted. */
        int ofMoney() {
            return clauses.isEmpty() ? 1 : 2;
        }

        /** The number of the annex of clauses that were not examined. */
        int ofUnexamined() {
            return ofMoney() + (money.isEmpty() ? 0 : 1);
        }
    }

    /** The clauses cited of one text. */
    public record CitedText(String id, String title, List<ClauseLine> clauses) {}

    /** A clause by its full id, its id in its rulebook, how it is cited, what it says in brief. */
    public record ClauseLine(String full, String id, String citation, String meaning) {}

    /** Where the money of a measure comes from; the rows add up to it. */
    public record MoneyTable(String measure, List<MoneyRow> rows, Decision.MeasureLine line) {
        /** The sum of the rows, yuan. */
        public BigDecimal sum() {
            return rows.stream().map(MoneyRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A part of a sum, yuan: what it is of, whether paid or not, the clauses. */
    public record MoneyRow(String from, String pocket, BigDecimal amount, String under) {}

    /** Clauses not examined, by topic. */
    public record Topic(String topic, String clauses) {}

    /** What stands below everything: what the decision is good for, and the digests it can be checked by. */
    public record Foot(String purpose, List<String> digests) {}

    /**
     * Days drawn on one line.
     *
     * @param first the first day drawn
     * @param last the last day drawn
     * @param marks days and spans with a place on the line, earliest first
     * @param dayless what has a length but no day yet, in words
     */
    public record Timeline(LocalDate first, LocalDate last, List<Mark> marks, List<String> dayless) {}

    /**
     * A day or a span on the line.
     *
     * @param kind conduct, handled, measure, deadline or earliest
     * @param to the last day of a span; the day itself for a day
     * @param open whether the span goes on beyond the line
     * @param when its days in words
     */
    public record Mark(String kind, String label, LocalDate from, LocalDate to, boolean open, String when) {}
}
