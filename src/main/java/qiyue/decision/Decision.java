package qiyue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/**
 * Everything put together, as data. Codes and clause ids throughout; labels are added where it is shown. All lists are in
 * an order that depends on nothing but their contents.
 *
 * @param inspection id of the inspection
 * @param facility name of the facility
 * @param facilityCode code of the facility; empty where the inspection states none
 * @param agency name of the agency; empty where the inspection states none
 * @param today the day the case is handled
 * @param program the program that decided, with the digest of its classes
 * @param rulebooks the rulebooks applied, with their digests
 * @param shared what they share, with its digest: vocabulary, calendar, readings
 * @param breaches clauses met, or met subject to doubt
 * @param measures what they allow, require or bring about
 * @param money heads of what must happen, each yuan once
 * @param ceiling the same heads, and what was chosen, with all that may be chosen beside it or hangs on something: at most so
 *     much, each yuan once. Of what cannot come together it has the side of which most is taken, so that it may be short of
 *     another side in a single head, never in all
 * @param duties steps of procedure and obligations started
 * @param questions what has to be answered, what settles most with the fewest answers first
 * @param outcomes every clause that could be met: whether it was, and whether it was examined
 * @param notes doubts of the text in clauses that were hit, facts without a governing edition, records not judged
 * @param readings the readings that clauses hit cite, in full: what the decision rests on where the text is unclear
 * @param scores score sheets
 * @param facts the facts breaches and measures rest on
 * @param settling what answering the first questions would settle
 */
public record Decision(
        String inspection,
        String region,
        String facility,
        String facilityCode,
        String agency,
        LocalDate today,
        String inputDigest,
        Applied program,
        List<Applied> rulebooks,
        List<Applied> shared,
        List<BreachLine> breaches,
        List<MeasureLine> measures,
        Heads money,
        Heads ceiling,
        List<DutyLine> duties,
        List<Question> questions,
        List<Outcome> outcomes,
        List<Note> notes,
        List<Cited> readings,
        List<SheetLine> scores,
        List<FactLine> facts,
        Settling settling) {

    /** The same decision said to be made by another program: what that one must have written, if it decided so. */
    public Decision madeBy(Applied another) {
        return new Decision(
                inspection,
                region,
                facility,
                facilityCode,
                agency,
                today,
                inputDigest,
                another,
                rulebooks,
                shared,
                breaches,
                measures,
                money,
                ceiling,
                duties,
                questions,
                outcomes,
                notes,
                readings,
                scores,
                facts,
                settling);
    }

    /**
     * A fact a breach or measure rests on, named for the reader.
     *
     * @param kind the kind of fact, such as {@code Finding}
     * @param code its conduct, matter or measure; empty if it has none
     * @param day the day it happened, which need not be the one it is judged by
     * @param worker the worker it is about, be it that of its stay; empty if it is about none
     * @param text the item, drug or remark it states; empty if none
     * @param source the file and cell it came from; empty where that is not stated
     * @param suspected whether it is only suspected, whatever else the line rests on that names it
     * @param weighs what it states of its own weight, such as the grade of an accident, by field; a code stands as it is
     */
    public record FactLine(
            String id,
            String kind,
            String code,
            LocalDate day,
            String worker,
            String text,
            String source,
            boolean suspected,
            Map<String, String> weighs) {
        public FactLine {
            weighs = Map.copyOf(weighs);
        }
    }

    /** A rulebook that was applied, or files that rulebooks share. */
    public record Applied(String id, String digest) {}

    /**
     * A reading that was taken.
     *
     * @param question what the text leaves unclear, by language ({@code zh}, {@code en})
     * @param taken what the rules follow, likewise
     * @param instead another reading that can be held, likewise; empty where there is none
     */
    public record Cited(
            String id, Map<String, String> question, Map<String, String> taken, Map<String, String> instead) {}

    /** What the agency's choices move beside what must happen, under the same heads. */
    public Heads byChoice(Map<String, MeasureKind> kinds) {
        return Totals.of(measures, kinds, MeasureLine::byChoice);
    }

    /** A clause met, with each time it was met. */
    public record BreachLine(String clause, Certainty certainty, List<Instance> instances) {}

    /** One time a clause was met: the facts, the day, the money. */
    public record Instance(
            Certainty certainty,
            List<String> facts,
            LocalDate day,
            String department,
            List<String> people,
            BigDecimal amount,
            boolean amountKnown,
            List<String> open,
            List<String> presumes) {}

    /**
     * Like measures united.
     *
     * @param clauses the clauses that give the measure
     * @param breaches the clauses breached behind it; empty where it rests on facts alone
     * @param presumes measures the agency would have to choose first
     * @param actor who takes it, where that is not the agency; else empty
     * @param payer who owes the sum, where the measure is a debt; else empty
     * @param payee whom it is owed to, likewise
     * @param amount yuan; negative where the measure moves no money, or nothing is known of the sum; where the text gives a
     *     range, the least
     * @param amountMost where the text gives a range, the most, yuan; else negative
     * @param amountKnown false where some sum is missing: {@code amount} is then what is known of it
     * @param absorbedBy a measure that makes this one pointless; its own kind where it comes anyway on other grounds; empty if
     *     none
     * @param endedBy where the agreement that it, or a measure it presumes, would strike was over before: the earlier measure
     *     that ended it, or the agreement itself where its term ran out; else empty
     * @param choice taken, declined, or empty where the agency has not said
     * @param chosen what was decided of a measure taken
     * @param fromDeposit of the amount, what is taken out of the deposit, yuan; negative where that is not known or cannot be
     * @param also other grounds for money that this line takes
     * @param taken where the amount comes from; adds up to it wherever it is taken from sources
     * @param sharedMoney lines in which this is the same draw on one money, each under another condition: alternatives, never
     *     to be added up; named by where the money lies and its first source; empty where there is no other
     * @param sharedMost what all of those take together if all come, yuan; negative where there is no other
     * @param sharedMore of that, what this one still takes once those before it have taken: they are surer, or of one class with
     *     it; negative where there is no other
     */
    public record MeasureLine(
            Modality modality,
            String kind,
            String subject,
            String actor,
            String payer,
            String payee,
            String department,
            String agreement,
            List<String> people,
            Terms terms,
            Certainty certainty,
            List<String> presumes,
            List<String> clauses,
            List<String> breaches,
            List<String> facts,
            List<String> open,
            BigDecimal amount,
            BigDecimal amountMost,
            boolean amountKnown,
            String absorbedBy,
            String endedBy,
            String choice,
            Chosen chosen,
            BigDecimal fromDeposit,
            List<Ground> also,
            List<Taken> taken,
            String sharedMoney,
            BigDecimal sharedMost,
            BigDecimal sharedMore) {

        /** Whether it must happen as things stand. */
        public boolean floor() {
            return certainty == Certainty.ESTABLISHED && modality != Modality.MAY && absorbedBy.isEmpty();
        }

        /** Whether it gives that measure, be it only as a further ground. */
        public boolean gives(String measure) {
            if (kind.equals(measure)) {
                return true;
            }
            for (Ground ground : also) {
                if (ground.kind().equals(measure)) {
                    return true;
                }
            }
            return false;
        }

        /** The clauses that give the measure, those of further grounds included. */
        public List<String> allClauses() {
            if (also.isEmpty()) {
                return clauses;
            }
            Set<String> all = new LinkedHashSet<>(clauses);
            for (Ground ground : also) {
                all.addAll(ground.clauses());
            }
            return List.copyOf(all);
        }

        /** Whether the agency may choose it as things stand. */
        public boolean optional() {
            return certainty == Certainty.ESTABLISHED && modality == Modality.MAY && absorbedBy.isEmpty();
        }

        /** Whether the agency takes it. */
        public boolean ofAgency() {
            return actor.isEmpty();
        }

        /** Whether the agency might leave it and decided to take it. */
        public boolean byChoice() {
            return optional() && ofAgency() && choice.equals("taken");
        }
    }

    /**
     * What the agency decided of a measure: all blank where it said nothing.
     *
     * @param months length in months
     * @param days length in days, beside the months
     * @param from first day
     * @param until last day
     * @param percent the share decided of a range
     * @param times the multiple decided of a range
     * @param amount the sum decided of a range, yuan
     * @param outside what the clause does not allow: {@code longer}, {@code shorter}, {@code other-first-day}, {@code higher},
     *     {@code lower}, {@code no-such-range}; empty if it fits
     */
    public record Chosen(
            BigDecimal months,
            int days,
            LocalDate from,
            LocalDate until,
            int percent,
            int times,
            BigDecimal amount,
            String outside) {
        /** Nothing said. */
        public static final Chosen NOTHING = new Chosen(
                Conclusion.UNSTATED,
                Blank.UNKNOWN,
                Blank.NEVER,
                Blank.NEVER,
                Blank.UNKNOWN,
                Blank.UNKNOWN,
                Conclusion.UNSTATED,
                "");
    }

    /**
     * A ground that calls for money which another line takes already: it stands, but takes nothing twice.
     *
     * @param amount what it would call for alone, yuan
     */
    public record Ground(
            Modality modality,
            String kind,
            Certainty certainty,
            List<String> presumes,
            List<String> clauses,
            List<String> breaches,
            List<String> facts,
            List<String> open,
            BigDecimal amount) {}

    /**
     * Part of a sum, and where it comes from.
     *
     * @param sources the charge, stay, finding or balance; several where only their sum can be told
     * @param pocket {@code unpaid}, {@code retained}, {@code paid} or {@code deposit}
     * @param clauses the clauses met by it, or that give the measure where none is
     * @param amount yuan; a multiple where the measure takes one
     */
    public record Taken(List<String> sources, String pocket, List<String> clauses, BigDecimal amount) {}

    /**
     * Yuan that must move, each once; a head is negative where nothing is known of it, and {@code known} false where a sum
     * is missing somewhere.
     *
     * @param owed what the facility owes beside what is taken: damages, liquidated sums; of a range the least
     */
    public record Heads(
            BigDecimal refuse,
            BigDecimal fromDeposit,
            BigDecimal recover,
            BigDecimal multiple,
            BigDecimal deposit,
            BigDecimal pay,
            BigDecimal retain,
            BigDecimal returned,
            BigDecimal owed,
            boolean known) {
        /** Whether anything is said of them: a part of a decision says nothing of what all of it comes to. */
        public boolean told() {
            return named().values().stream().anyMatch(head -> head.signum() >= 0);
        }

        /** What is taken from the facility, yuan, as far as it is known. */
        BigDecimal taken() {
            return sum(refuse, fromDeposit, recover, multiple, deposit, owed);
        }

        /** What is paid to it, given back or set aside for it, yuan, as far as it is known. */
        BigDecimal given() {
            return sum(pay, retain, returned);
        }

        private static BigDecimal sum(BigDecimal... heads) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal head : heads) {
                sum = sum.add(head.max(BigDecimal.ZERO));
            }
            return sum;
        }

        /** The heads by name, in the order they are shown in. */
        public Map<String, BigDecimal> named() {
            Map<String, BigDecimal> heads = new LinkedHashMap<>();
            heads.put("refuse", refuse);
            heads.put("from-deposit", fromDeposit);
            heads.put("recover", recover);
            heads.put("multiple", multiple);
            heads.put("deposit", deposit);
            heads.put("owed", owed);
            heads.put("pay", pay);
            heads.put("retain", retain);
            heads.put("returned", returned);
            return heads;
        }
    }

    /**
     * A step of procedure or an obligation.
     *
     * @param measures the measures it follows from
     * @param ifTaken of these, the ones that are only the agency's choice
     * @param mayFall whether it stands as things are, and an answer still open would take away what it follows from or is for
     * @param due last day, {@code NEVER} where the text sets none or the calendar does not reach
     * @param dueOpen why there is no day although the text sets a term: {@code beyond-calendar}, or empty
     * @param lasting whether {@code due} is the end of what has to last so long: the step may come on it or later, not before
     * @param agreement id of the agreement, where the document has several
     * @param ofRecord the record that has it for itself; empty where the case has it once
     * @param untilEvent a code of {@code events}: what it goes on until; empty where the text names none
     * @param dueAt where hours are counted, the moment they end; else {@code NEVER_AT}
     * @param done the day it was done; {@code NEVER} if no step fulfils it
     * @param doneAt where hours are counted, the moment a record says it was done; else {@code NEVER_AT}
     * @param state {@code done}, {@code late}; {@code repeated}: done, and done again; {@code early}: only before its cause;
     *     {@code wrong-actor}: only by another than the clause names; {@code overdue}: its day has passed and it is known not to
     *     be done; {@code not-stated}: its day has passed and nobody says whether it was done; {@code outstanding}: not done, its
     *     day has not passed
     * @param steps the steps taken that answer it, earliest first
     */
    public record DutyLine(
            Modality modality,
            String act,
            String actor,
            List<String> measures,
            List<String> ifTaken,
            List<String> clauses,
            Certainty certainty,
            boolean mayFall,
            int within,
            String unit,
            LocalDate due,
            String dueOpen,
            boolean lasting,
            LocalDateTime dueAt,
            LocalDate done,
            LocalDateTime doneAt,
            String state,
            List<String> presumes,
            String agreement,
            String ofRecord,
            String untilEvent,
            List<Step> steps) {
        /** Whether there is nothing left to do, be it that it was done late. */
        public boolean over() {
            return state.equals("done") || state.equals("late") || state.equals("repeated");
        }

        /** Whether its last day lies before a day. */
        public boolean passed(LocalDate today) {
            return Blank.happened(due) && !lasting && due.isBefore(today);
        }

        /** As any record's, written out as in {@link Note}: lines alike in all else are put in order by it. */
        @Override
        public String toString() {
            return "DutyLine[modality=" + modality + ", act=" + act + ", actor=" + actor + ", measures=" + measures
                    + ", ifTaken=" + ifTaken + ", clauses=" + clauses + ", certainty=" + certainty + ", mayFall="
                    + mayFall + ", within=" + within
                    + ", unit=" + unit + ", due=" + due + ", dueOpen=" + dueOpen + ", lasting=" + lasting + ", dueAt="
                    + dueAt + ", done=" + done + ", doneAt=" + doneAt + ", state=" + state + ", presumes=" + presumes
                    + ", agreement=" + agreement
                    + ", ofRecord=" + ofRecord + ", untilEvent=" + untilEvent + ", steps=" + steps + "]";
        }
    }

    /**
     * A step taken, measured against a duty.
     *
     * @param how {@code fulfils}, {@code late}, {@code before-cause}, {@code wrong-actor}, {@code repeated} or
     *     {@code cause-not-stated}: the decision it follows has no day
     */
    public record Step(String act, String actor, LocalDate date, String how) {}

    /** Answering the first so many questions settles so many of the measures that hang on questions. */
    public record Settling(int answers, int settled, int of) {}

    /**
     * Who may answer a question, and on what evidence.
     *
     * @param by a code of the vocabulary's answerers
     * @param evidence in both languages: {@code zh}, {@code en}
     * @param clauses where the text names who decides; empty where it names nobody
     */
    public record Answering(String by, Map<String, String> evidence, List<String> clauses) {
        /** Nothing is said. */
        public static final Answering UNSAID = new Answering("", Map.of(), List.of());

        /** Written out, as in {@link Note}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Answering o
                    && by.equals(o.by)
                    && evidence.equals(o.evidence)
                    && clauses.equals(o.clauses);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * by.hashCode() + evidence.hashCode()) + clauses.hashCode();
        }
    }

    /**
     * A question and the clauses that hang on it.
     *
     * @param question a question of the vocabulary; {@code amount}: state the money; {@code stated}: state the {@code field}
     * @param field the field of the fact that is not stated; empty for other questions
     * @param measures how many lines of measures hang on it
     * @param answering who may answer it, and on what evidence
     */
    public record Question(
            String question, String about, List<String> clauses, String field, int measures, Answering answering) {
        /** A question of which nothing is said yet but what hangs on it. */
        public Question(String question, String about, List<String> clauses, String field) {
            this(question, about, clauses, field, 0, Answering.UNSAID);
        }

        /** The same, with these clauses. */
        Question hangingOn(List<String> those) {
            return new Question(question, about, those, field, measures, answering);
        }

        /** The same, with the measures that hang on it. */
        public Question hanging(int lines) {
            return new Question(question, about, clauses, field, lines, answering);
        }

        /** The same, with who may answer it. */
        public Question answered(Answering by) {
            return new Question(question, about, clauses, field, measures, by);
        }

        /** What tells it from others: {@code question@about}, or {@code stated@about.field}. */
        public String key() {
            return question + "@" + about + (field.isEmpty() ? "" : "." + field);
        }
    }

    /**
     * A clause that findings or records can meet.
     *
     * @param state established, conditional, open, suspected, not-established, partly-examined or not-examined
     * @param unexamined conducts ({@code conduct:}) and kinds of record ({@code records:}) that were not examined, parameters
     *     ({@code parameter:}) that were not stated, and fields ({@code field:}) that records leave out
     * @param sampled kinds of record that were examined, but only as a sample: what a sample does not show is not ruled out
     */
    public record Outcome(String clause, String state, List<String> unexamined, List<String> sampled) {
        private static final List<String> STATES = List.of(
                "established",
                "conditional",
                "open",
                "suspected",
                "partly-examined",
                "not-established",
                "not-examined");

        /** The same clause held against other facts besides: the firmest it comes to; in part examined if only one was. */
        Outcome beside(Outcome other) {
            boolean unlike = !state.equals(other.state);
            String firmest = STATES.indexOf(state) <= STATES.indexOf(other.state) ? state : other.state;
            return new Outcome(
                    clause,
                    unlike && firmest.equals("not-established") ? "partly-examined" : firmest,
                    Together.union(unexamined, other.unexamined),
                    Together.union(sampled, other.sampled));
        }
    }

    /** Something the reader must know: {@code kind} doubt, ungoverned, unjudged, split or lapsed; {@code about} a clause or fact. */
    public record Note(String kind, String about, Map<String, String> details) {
        /** By kind, then by what they are about. */
        public static final Comparator<Note> ORDER =
                Comparator.comparing(Note::kind).thenComparing(Note::about, ClauseOrder.INSTANCE);

        /** Written out: what Java makes of itself is linked anew at every start. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Note o && kind.equals(o.kind) && about.equals(o.about) && details.equals(o.details);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * kind.hashCode() + about.hashCode()) + details.hashCode();
        }
    }

    /** A score sheet's rows and total. */
    public record SheetLine(
            String sheet,
            int year,
            String agreement,
            String application,
            List<RowLine> rows,
            BigDecimal total,
            List<String> missing,
            List<String> vetoes) {}

    /** A row: points out of the row's points. */
    public record RowLine(String row, BigDecimal points, BigDecimal of, boolean examined) {}
}
