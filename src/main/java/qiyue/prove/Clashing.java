package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.drl.Drl;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;
import qiyue.fact.Terms;
import qiyue.rulebook.Library;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Rulebook;

/**
 * The clashes in a decision. What the agreement answers itself is none: a measure that is absorbed by a heavier one is not on
 * offer, an exception takes its clause away, and what comes only by a choice of the agency is not there without it.
 */
final class Clashing {
    private static final Set<String> NOT_PAID = Set.of("refuse", "recover", "withhold");

    private final Library library;

    Clashing(Library library) {
        this.library = library;
    }

    /** A measure that some clauses give, on the same ground. */
    private record Given(
            MeasureLine line, String kind, Modality modality, Terms terms, List<String> clauses, List<String> facts) {}

    List<Clash> in(Decision decision, ObjectNode document) {
        Set<String> standing = standing(decision);
        List<Given> given = new ArrayList<>();
        for (MeasureLine line : decision.measures()) {
            if (line.absorbedBy().isEmpty()
                    && line.certainty() == Certainty.ESTABLISHED
                    && line.presumes().isEmpty()) {
                given.add(new Given(line, line.kind(), line.modality(), line.terms(), line.clauses(), line.facts()));
                line.also().stream()
                        .filter(g -> g.certainty() == Certainty.ESTABLISHED
                                && g.presumes().isEmpty())
                        .forEach(g ->
                                given.add(new Given(line, g.kind(), g.modality(), Terms.NONE, g.clauses(), g.facts())));
            }
        }
        List<Clash> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                Given a = given.get(i);
                Given b = given.get(j);
                boolean oneFact = a.facts().stream()
                        .anyMatch(f -> !standing.contains(f) && b.facts().contains(f));
                if (oneFact && sameTarget(a.line(), b.line())) {
                    sort(a, b).ifPresent(sort -> clashes(sort, a, b, document, all));
                }
            }
        }
        // duties and fixed sums that are added up name no fact each: they speak of one where there is but one
        if (decision.facts().stream().filter(f -> !standing.contains(f.id())).count() == 1) {
            given.forEach(g -> sums(g, document, all));
            duties(decision, document, all);
        }
        return all;
    }

    /** Clauses that set different sums for one measure: the line has them added up, their rules have each. */
    private void sums(Given given, ObjectNode document, List<Clash> all) {
        for (String one : given.clauses()) {
            for (String other : given.clauses()) {
                Optional<Terms> a = one.compareTo(other) < 0 ? sum(one, given.kind()) : Optional.empty();
                Optional<Terms> b = a.isEmpty() ? a : sum(other, given.kind());
                if (b.isPresent() && !b.equals(a)) {
                    boolean disjoint = a.get().mostAmount().compareTo(b.get().amount()) < 0
                            || b.get().mostAmount().compareTo(a.get().amount()) < 0;
                    all.add(new Clash(
                            disjoint ? Clash.Sort.DISJOINT_RANGE : Clash.Sort.DIFFERENT_RANGE,
                            new Clash.Side(one, given.kind(), given.modality(), a.get()),
                            new Clash.Side(other, given.kind(), given.modality(), b.get()),
                            document,
                            readings(one, other)));
                }
            }
        }
    }

    /** The sum, or the range of one, that a clause sets in figures for the measure, where its rules set but one. */
    private Optional<Terms> sum(String clause, String measure) {
        List<List<BigDecimal>> set = giving(library, clause, measure, false).stream()
                .map(Clashing::amounts)
                .distinct()
                .toList();
        return set.size() == 1 && !set.get(0).isEmpty()
                ? Optional.of(Terms.NONE.withAmount(
                        set.get(0).get(0), set.get(0).get(set.get(0).size() - 1)))
                : Optional.empty();
    }

    private static List<BigDecimal> amounts(Drl.Rule rule) {
        return rule.then().steps().stream()
                .filter(s -> s.name().equals("amount"))
                .flatMap(s -> s.arguments().stream())
                .filter(a -> a instanceof Drl.Literal l && l.value() instanceof BigDecimal)
                .map(a -> (BigDecimal) ((Drl.Literal) a).value())
                .toList();
    }

    /** One step that one clause allows and another requires, within other times, or of somebody else. */
    private void duties(Decision decision, ObjectNode document, List<Clash> all) {
        List<DutyLine> duties = decision.duties().stream()
                .filter(d -> d.certainty() == Certainty.ESTABLISHED
                        && d.presumes().isEmpty()
                        && d.ifTaken().isEmpty())
                .toList();
        for (int i = 0; i < duties.size(); i++) {
            for (int j = i + 1; j < duties.size(); j++) {
                DutyLine a = duties.get(i);
                DutyLine b = duties.get(j);
                if (a.act().equals(b.act()) && a.agreement().equals(b.agreement()) && a.lasting() == b.lasting()) {
                    between(a, b).ifPresent(sort -> clashes(sort, a, b, document, all));
                }
            }
        }
    }

    private static Optional<Clash.Sort> between(DutyLine a, DutyLine b) {
        if (!a.actor().equals(b.actor())) {
            return a.actor().isEmpty() || b.actor().isEmpty() ? Optional.empty() : Optional.of(Clash.Sort.TWO_ACTORS);
        }
        if ((a.modality() == Modality.MAY) != (b.modality() == Modality.MAY)) {
            return Optional.of(Clash.Sort.MAY_AND_SHALL);
        }
        return a.unit().equals(b.unit())
                ? between(a.within(), a.within(), b.within(), b.within())
                : a.within() < 0 || b.within() < 0 ? Optional.empty() : Optional.of(Clash.Sort.DISJOINT_RANGE);
    }

    private void clashes(Clash.Sort sort, DutyLine a, DutyLine b, ObjectNode document, List<Clash> all) {
        for (String one : a.clauses()) {
            for (String other : b.clauses()) {
                boolean order = (one + a.modality()).compareTo(other + b.modality()) <= 0;
                Clash.Side first = side(one, a);
                Clash.Side second = side(other, b);
                all.add(new Clash(
                        sort, order ? first : second, order ? second : first, document, readings(one, other)));
            }
        }
    }

    private static Clash.Side side(String clause, DutyLine duty) {
        Terms term = duty.within() < 0 ? Terms.NONE : Terms.NONE.lasting(duty.within(), duty.within(), duty.unit());
        return new Clash.Side(clause, duty.act(), duty.modality(), term, true, duty.actor());
    }

    /** The rules of a clause that give the measure, or the step. */
    static List<Drl.Rule> giving(Library library, String clause, String what, boolean duty) {
        int hash = clause.indexOf('#');
        Rulebook book = library.rulebooks().get(clause.substring(0, hash));
        return book == null
                ? List.of()
                : book.rules().stream()
                        .filter(r -> r.clause().equals(clause.substring(hash + 1))
                                && r.then().type().equals(duty ? "Duty" : "Measure")
                                && what(r).equals(what))
                        .toList();
    }

    /** The measure or the step that a rule gives. */
    static String what(Drl.Rule rule) {
        List<Drl.Operand> arguments = rule.then().steps().get(0).arguments();
        return arguments.size() > 1 && arguments.get(1) instanceof Drl.Literal l
                ? l.value().toString()
                : "";
    }

    /** What every case rests on and is no fact of its own: an agreement is in two clauses without their speaking of one thing. */
    private static Set<String> standing(Decision decision) {
        Set<String> standing = new TreeSet<>();
        decision.facts().stream()
                .filter(f -> Set.of("Agreement", "Inspection", "Facility").contains(f.kind()))
                .forEach(f -> standing.add(f.id()));
        return standing;
    }

    private static boolean sameTarget(MeasureLine a, MeasureLine b) {
        return a.agreement().equals(b.agreement())
                && a.department().equals(b.department())
                && a.people().equals(b.people())
                && a.actor().equals(b.actor());
    }

    private Optional<Clash.Sort> sort(Given a, Given b) {
        if (!a.kind().equals(b.kind())) {
            return money(a, b);
        }
        if (!a.line().subject().equals(b.line().subject())) {
            return Optional.empty();
        }
        if ((a.modality() == Modality.MAY) != (b.modality() == Modality.MAY)) {
            return Optional.of(Clash.Sort.MAY_AND_SHALL);
        }
        return range(a.terms(), b.terms());
    }

    private Optional<Clash.Sort> money(Given a, Given b) {
        String one = way(a.kind());
        String other = way(b.kind());
        if (a.modality() == Modality.MAY || b.modality() == Modality.MAY) {
            return Optional.empty();
        }
        if (one.equals("pay") && NOT_PAID.contains(other) || other.equals("pay") && NOT_PAID.contains(one)) {
            return Optional.of(Clash.Sort.PAID_AND_NOT_PAID);
        }
        boolean refusedAndDeferred =
                one.equals("withhold") && other.equals("refuse") || one.equals("refuse") && other.equals("withhold");
        boolean twoBear = one.equals("bear") && other.equals("bear");
        return refusedAndDeferred || twoBear ? Optional.of(Clash.Sort.MONEY_TWO_WAYS) : Optional.empty();
    }

    private String way(String measure) {
        return library.vocabulary().property("measures", measure, "money");
    }

    /** Whether two lengths, shares or multiples are not the same; one that is left open contradicts nothing. */
    private static Optional<Clash.Sort> range(Terms a, Terms b) {
        List<Optional<Clash.Sort>> each = List.of(
                a.unit().equals(b.unit())
                        ? between(a.least(), a.most(), b.least(), b.most())
                        : between(days(a, a.least()), days(a, a.most()), days(b, b.least()), days(b, b.most())),
                between(
                        a.percent(),
                        most(a.percent(), a.percentMost()),
                        b.percent(),
                        most(b.percent(), b.percentMost())),
                between(a.times(), most(a.times(), a.timesMost()), b.times(), most(b.times(), b.timesMost())));
        return each.stream().flatMap(Optional::stream).findFirst();
    }

    private static int most(int least, int most) {
        return most < 0 ? least : most;
    }

    private static int days(Terms terms, int number) {
        return switch (terms.unit()) {
            case "years" -> number * 365;
            case "months" -> number * 30;
            case "working-days" -> number * 7 / 5;
            default -> number;
        };
    }

    private static Optional<Clash.Sort> between(int a, int aMost, int b, int bMost) {
        if (a < 0 || b < 0 || (a == b && aMost == bMost)) {
            return Optional.empty();
        }
        return Optional.of(aMost < b || bMost < a ? Clash.Sort.DISJOINT_RANGE : Clash.Sort.DIFFERENT_RANGE);
    }

    private void clashes(Clash.Sort sort, Given a, Given b, ObjectNode document, List<Clash> all) {
        for (String one : a.clauses()) {
            for (String other : b.clauses()) {
                Clash.Side first = new Clash.Side(one, a.kind(), a.modality(), a.terms());
                Clash.Side second = new Clash.Side(other, b.kind(), b.modality(), b.terms());
                boolean order = (one + a.kind() + a.modality()).compareTo(other + b.kind() + b.modality()) <= 0;
                all.add(new Clash(
                        sort, order ? first : second, order ? second : first, document, readings(one, other)));
            }
        }
    }

    /** The readings that both lines of the ledger cite. */
    private List<String> readings(String one, String other) {
        List<String> both = new ArrayList<>(cited(one));
        both.retainAll(cited(other));
        return both;
    }

    private List<String> cited(String clause) {
        int hash = clause.indexOf('#');
        Rulebook book = library.rulebooks().get(clause.substring(0, hash));
        Rulebook.Clause line = book == null ? null : book.ledger().get(clause.substring(hash + 1));
        return line == null ? List.of() : Readings.cited(line.reading());
    }
}
