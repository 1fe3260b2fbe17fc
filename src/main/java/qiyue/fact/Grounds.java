package qiyue.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a conclusion inherits from the facts it rests on: the weakest certainty, every open question and presumed choice,
 * the money traced to its sources, day and stay of the first fact that has one, and the department, where the facts name but
 * one. All lists are sorted and without doubles, so that equal conclusions are equal objects.
 */
public record Grounds(
        Certainty certainty,
        List<String> open,
        List<String> presumes,
        LocalDate day,
        String stay,
        String department,
        String agreement,
        List<String> people,
        List<Portion> portions,
        boolean moneyKnown,
        List<String> roots,
        List<String> clauses) {

    private static final int SPREAD = 0x9E3779B1;

    static Grounds of(Evidence... facts) {
        Certainty certainty = Certainty.ESTABLISHED;
        LocalDate day = Blank.NEVER;
        String stay = "";
        String department = "";
        boolean several = false;
        String agreement = "";
        boolean moneyKnown = true;
        List<List<String>> open = new ArrayList<>(facts.length);
        List<List<String>> presumes = new ArrayList<>(facts.length);
        List<List<String>> people = new ArrayList<>(facts.length);
        List<List<Portion>> portions = new ArrayList<>(facts.length);
        List<List<String>> roots = new ArrayList<>(facts.length);
        List<List<String>> clauses = new ArrayList<>(facts.length);
        for (Evidence fact : facts) {
            certainty = certainty.and(fact.certainty());
            day = Blank.happened(day) ? day : Blank.happened(fact.day()) ? fact.day() : Blank.NEVER;
            stay = stay.isEmpty() ? fact.stayId() : stay;
            several |= !department.isEmpty() && !fact.department().isEmpty() && !department.equals(fact.department());
            department = department.isEmpty() ? fact.department() : department;
            agreement = agreement.isEmpty() && !(fact instanceof PriorMeasure) ? fact.agreement() : agreement;
            moneyKnown &= fact.moneyKnown();
            add(open, fact.open());
            add(presumes, fact.presumes());
            add(people, fact.people());
            add(portions, fact.portions());
            add(roots, fact.roots());
            if (fact instanceof Breach breach) {
                clauses.add(List.of(breach.fullClause()));
            }
        }
        return new Grounds(
                certainty,
                union(open),
                union(presumes),
                day,
                stay,
                several ? "" : department,
                agreement,
                union(people),
                union(portions),
                moneyKnown,
                union(roots),
                union(clauses));
    }

    Grounds costing(Evidence fact) {
        return costing(union(List.of(fact.portions())), fact.moneyKnown());
    }

    Grounds costing(Portion portion) {
        return costing(List.of(portion), portion.money().known());
    }

    private Grounds costing(List<Portion> money, boolean known) {
        return of(day, money, known);
    }

    Grounds presuming(String measure) {
        return with(certainty.and(Certainty.CONDITIONAL), open, union(List.of(presumes, List.of(measure))));
    }

    /** The same grounds, presuming just these choices; where none is left, they hang on nothing but what is open. */
    public Grounds presuming(List<String> measures) {
        boolean free = measures.isEmpty() && certainty == Certainty.CONDITIONAL;
        return with(free ? Certainty.ESTABLISHED : certainty, open, measures);
    }

    /** Suspicion is enough for the clause: it does not weaken the conclusion. */
    Grounds onSuspicion() {
        return with(certainty == Certainty.SUSPECTED ? firm(open) : certainty, open, presumes);
    }

    /** The same grounds, hanging on just these suppositions; where none is left, as sure as the rest allows. */
    public Grounds hangingOn(List<String> suppositions) {
        return with(certainty == Certainty.SUSPECTED ? certainty : firm(suppositions), suppositions, presumes);
    }

    /** The same grounds, hanging on these suppositions too. */
    public Grounds hangingAlsoOn(Collection<String> suppositions) {
        Set<String> all = new TreeSet<>(open);
        all.addAll(suppositions);
        return hangingOn(List.copyOf(all));
    }

    /** How sure they are where nothing is only suspected. */
    private Certainty firm(List<String> suppositions) {
        return !suppositions.isEmpty()
                ? Certainty.OPEN
                : presumes.isEmpty() ? Certainty.ESTABLISHED : Certainty.CONDITIONAL;
    }

    private Grounds with(Certainty sure, List<String> suppositions, List<String> choices) {
        return new Grounds(
                sure,
                suppositions,
                choices,
                day,
                stay,
                department,
                agreement,
                people,
                portions,
                moneyKnown,
                roots,
                clauses);
    }

    /** The same grounds under another agreement. */
    public Grounds under(String agreementId) {
        return of(agreementId, people);
    }

    /** The same grounds, of just these persons. */
    public Grounds striking(List<String> persons) {
        return of(agreement, List.copyOf(persons));
    }

    private Grounds of(String agreementId, List<String> persons) {
        return new Grounds(
                certainty,
                open,
                presumes,
                day,
                stay,
                department,
                agreementId,
                persons,
                portions,
                moneyKnown,
                roots,
                clauses);
    }

    /** The same grounds, of another day. */
    public Grounds on(LocalDate other) {
        return of(other, portions, moneyKnown);
    }

    /** The same grounds, of that source a sum that is not known. */
    public Grounds withoutSum(String source) {
        return of(day, portions.stream().filter(p -> !p.source().equals(source)).toList(), false);
    }

    /** The same grounds, with no money of their own. */
    public Grounds withoutMoney() {
        return of(day, List.of(), true);
    }

    private Grounds of(LocalDate other, List<Portion> money, boolean known) {
        return new Grounds(
                certainty, open, presumes, other, stay, department, agreement, people, money, known, roots, clauses);
    }

    /** The facts it rests on as ids of conclusions name them. */
    String named() {
        return roots.size() == 1 ? roots.get(0) : String.join("+", roots);
    }

    private static <T> void add(List<List<T>> all, List<T> some) {
        if (!some.isEmpty()) {
            all.add(some);
        }
    }

    /** All of them, sorted, once each; a list that is so already is passed on as it is. */
    private static <T extends Comparable<T>> List<T> union(List<List<T>> lists) {
        if (lists.isEmpty()) {
            return List.of();
        }
        List<T> first = lists.get(0);
        if (lists.size() == 1 && rising(first)) {
            return List.copyOf(first);
        }
        List<T> all = new ArrayList<>();
        for (List<T> list : lists) {
            all.addAll(list);
        }
        all.sort(null);
        List<T> once = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            // what compares as equal need not be equal: the first of each is kept, as they came
            if (i == 0 || !all.get(i).equals(all.get(i - 1))) {
                once.add(all.get(i));
            }
        }
        return List.copyOf(once);
    }

    private static <T extends Comparable<T>> boolean rising(List<T> list) {
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).compareTo(list.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** As any record's; written out, it takes a tenth of the time, and conclusions alike in their ids are put in order by it. */
    @Override
    public String toString() {
        return "Grounds[certainty=" + certainty + ", open=" + open + ", presumes=" + presumes + ", day=" + day
                + ", stay="
                + stay + ", department=" + department + ", agreement=" + agreement + ", people=" + people
                + ", portions=" + portions + ", moneyKnown=" + moneyKnown + ", roots=" + roots + ", clauses=" + clauses
                + "]";
    }

    /** By what tells grounds apart most often; conclusions are looked up by it again and again. */
    @Override
    public int hashCode() {
        int hash = (31 * open.hashCode() + presumes.hashCode()) * SPREAD;
        for (String root : roots) {
            // ids differ in a digit or two: pairs of them would come to the same few sums
            hash = Integer.rotateLeft((hash ^ root.hashCode()) * SPREAD, 15);
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Grounds o
                        && roots.equals(o.roots)
                        && open.equals(o.open)
                        && presumes.equals(o.presumes)
                        && certainty == o.certainty
                        && day.equals(o.day)
                        && stay.equals(o.stay)
                        && department.equals(o.department)
                        && agreement.equals(o.agreement)
                        && people.equals(o.people)
                        && portions.equals(o.portions)
                        && moneyKnown == o.moneyKnown
                        && clauses.equals(o.clauses));
    }
}
