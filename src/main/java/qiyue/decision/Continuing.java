package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import qiyue.fact.Agreement;
import qiyue.fact.Belonging;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;

/**
 * Facts of days after the term of an agreement that goes on if both sides agreed to it. While nobody says whether they did, what
 * rests on such a fact supposes that they did.
 */
public final class Continuing {
    private final CaseFile file;
    private final Renewals renewals;
    private final BiPredicate<Agreement, LocalDate> over;
    private final Map<String, List<Supposed>> known = new HashMap<>();

    /** What a fact supposes, or the part of it that speaks of some days. */
    private record Supposed(LocalDate from, LocalDate to, List<String> answers) {
        boolean speaksOf(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * Nothing is known of any fact yet.
     *
     * @param over whether an agreement had ended by a day for another reason than its term: then there is nothing to go on
     */
    public Continuing(CaseFile file, Renewals renewals, BiPredicate<Agreement, LocalDate> over) {
        this.file = file;
        this.renewals = renewals;
        this.over = over;
    }

    /** None goes on that is not stated to: for a case without facts. */
    static Continuing none(CaseFile file, Renewals renewals) {
        return new Continuing(file, renewals, (agreement, day) -> true);
    }

    /**
     * A fact of days after every term, under the agreement that goes on or may: the last that ran out before them. If it only may,
     * the fact is known to suppose that it does. Empty if none does. Where several ran out on one day, it names none.
     *
     * @param whole whether all of the fact lies there, and not only what it says of the days from the one to the other
     */
    public Optional<Evidence> under(Evidence fact, LocalDate from, LocalDate to, boolean whole) {
        List<Agreement> last = last(fact, from);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        List<String> open =
                last.stream().flatMap(a -> renewals.open(a).stream()).toList();
        if (open.size() == last.size()) {
            known.computeIfAbsent(fact.id(), k -> new ArrayList<>())
                    .add(whole ? new Supposed(LocalDate.MIN, LocalDate.MAX, open) : new Supposed(from, to, open));
        }
        return Optional.of(
                last.size() == 1 && Belonging.ofOne(fact)
                        ? (Evidence) Derivation.with(
                                (Record) fact, "agreement", last.get(0).id())
                        : fact);
    }

    private List<Agreement> last(Evidence fact, LocalDate day) {
        LocalDate last = file.agreements().stream()
                .map(Agreement::to)
                .filter(to -> to.isBefore(day))
                .max(Comparator.naturalOrder())
                .orElse(day);
        return file.agreements().stream()
                .filter(a -> a.to().equals(last) && a.to().isBefore(day))
                .filter(a -> Set.of("", a.id()).contains(fact.agreement()))
                .filter(a -> renewals.mayGoOn(a) && !over.test(a, day))
                .toList();
    }

    /**
     * The conclusion, hanging on what its facts suppose: of one that was divided, on what the part of its day does. A duty that comes
     * with a measure hangs on that; what a rule asked the question for is left to its own answer.
     */
    Conclusion supposing(Conclusion conclusion) {
        if (known.isEmpty() || (conclusion instanceof Duty d && !d.measure().isEmpty())) {
            return conclusion;
        }
        Set<String> open = new TreeSet<>(conclusion.open());
        for (String root : conclusion.roots()) {
            for (Supposed supposed : known.getOrDefault(root, List.of())) {
                for (String answer : supposed.speaksOf(conclusion.day()) ? supposed.answers() : List.<String>of()) {
                    if (!open.contains(answer + "=no")) {
                        open.add(answer + "=yes");
                    }
                }
            }
        }
        return open.size() == conclusion.open().size()
                ? conclusion
                : Choices.regrounded(conclusion, conclusion.grounds().hangingOn(List.copyOf(open)));
    }
}
