package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff;
import qiyue.change.LibraryDiff;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Whether a new version of the rules is ever more lenient or stricter than the old one, clause by clause, and on what smallest
 * document. Where no rule that differs is met the decisions are the same; so every rule that differs is frozen to its smallest
 * document, in both versions, and both engines are run on it and on the points around each bound. What is no plain conjunction
 * of facts is tried in the same way and named as tried only.
 */
public final class Proof {
    /** Which way a clause turned. */
    public enum Turn {
        /** It lays more on the facility. */
        STRICTER,
        /** It lays less on it. */
        MORE_LENIENT,
        /** It says something else that is neither. */
        OTHER
    }

    /** A clause that turned, and the smallest document that shows it. */
    public record Witness(
            String clause, Turn turn, String rule, ObjectNode document, List<DecisionDiff.Change> changes) {}

    /** A rule that differs and was only tried, and why that is no proof. */
    public record Bounded(String rule, Why why) {}

    /** Why something is no proof. */
    public enum Why {
        /** It asks for what must not be there, or counts. */
        NO_PLAIN_CONJUNCTION,
        /** No document was found that meets it. */
        NO_DOCUMENT,
        /** It compares a figure worked out of several: points around its bounds were run, not all there are. */
        WORKED_OUT,
        /** On no document that was run the two versions say different things of its clause. */
        NOTHING_DIFFERENT,
        /** Not a rule differs but something else; the cases were run. */
        NO_RULE
    }

    private final Library oldLibrary;
    private final Library newLibrary;
    private final Evaluator oldEngine;
    private final Evaluator newEngine;
    private final Map<String, Map<Turn, Witness>> witnesses = new TreeMap<>(ClauseOrder.INSTANCE);
    private final Set<Bounded> bounded = new java.util.LinkedHashSet<>();
    /** The documents run, each with the clauses that turned on it. */
    private final Map<ObjectNode, Set<String>> run = new HashMap<>();

    private final Set<String> shown = new TreeSet<>();
    private int rules;

    private Proof(Library oldLibrary, Library newLibrary, Evaluator oldEngine, Evaluator newEngine) {
        this.oldLibrary = oldLibrary;
        this.newLibrary = newLibrary;
        this.oldEngine = oldEngine;
        this.newEngine = newEngine;
    }

    /** Compares two versions. */
    public static Proof of(Library oldLibrary, Library newLibrary, Evaluator oldEngine, Evaluator newEngine)
            throws Problems {
        Proof proof = new Proof(oldLibrary, newLibrary, oldEngine, newEngine);
        proof.run(LibraryDiff.between(oldLibrary, newLibrary));
        return proof;
    }

    private void run(List<LibraryDiff.Entry> differences) throws Problems {
        Set<String> touched = new TreeSet<>();
        for (LibraryDiff.Entry entry : differences) {
            if (entry.kind() == LibraryDiff.Kind.RULE) {
                touched.add(entry.rulebook() + "#" + entry.name());
            } else if (entry.kind() != LibraryDiff.Kind.LEDGER) {
                bounded.add(new Bounded(
                        Stream.of(entry.rulebook(), entry.clause(), entry.name())
                                .filter(s -> !s.isEmpty())
                                .reduce((a, b) -> a + " " + b)
                                .orElse(""),
                        Why.NO_RULE));
            }
        }
        for (Library library : List.of(oldLibrary, newLibrary)) {
            Smallest smallest = new Smallest(library);
            for (Rulebook book : library.rulebooks().values()) {
                for (Drl.Rule rule : book.rules()) {
                    if (touched.contains(book.id() + "#" + rule.name())) {
                        rule(library, smallest, book, rule);
                    }
                }
            }
        }
        boolean others = bounded.stream().anyMatch(b -> b.why() == Why.NO_RULE)
                || Stream.of(oldLibrary, newLibrary)
                        .flatMap(l -> l.rulebooks().values().stream())
                        .flatMap(b -> b.rules().stream().filter(r -> touched.contains(b.id() + "#" + r.name())))
                        .anyMatch(r -> r.then().type().equals("Exempt"));
        if (others) {
            for (var document : Smallest.documents(newLibrary)) {
                compare("", document.deepCopy());
            }
        }
        for (String name : touched) {
            if (!shown.contains(name)
                    && bounded.stream().noneMatch(b -> b.rule().equals(name) && b.why() == Why.NO_DOCUMENT)) {
                bounded.add(new Bounded(name, Why.NOTHING_DIFFERENT));
            }
        }
        shrink();
    }

    private void rule(Library library, Smallest smallest, Rulebook book, Drl.Rule rule) throws Problems {
        rules++;
        String name = book.id() + "#" + rule.name();
        if (!rule.when().stream().allMatch(Drl.Pattern.class::isInstance)) {
            bounded.add(new Bounded(name, Why.NO_PLAIN_CONJUNCTION));
        }
        if (Numbers.work(rule)) {
            bounded.add(new Bounded(name, Why.WORKED_OUT));
        }
        Optional<ObjectNode> document = smallest.of(book, rule);
        if (document.isEmpty()) {
            bounded.add(new Bounded(name, Why.NO_DOCUMENT));
            return;
        }
        List<Drl.Rule> bounds = Stream.of(oldLibrary, newLibrary)
                .flatMap(l -> l.rulebooks().values().stream())
                .filter(b -> b.id().equals(book.id()))
                .flatMap(b -> b.rules().stream())
                .filter(r -> r.clause().equals(rule.clause()))
                .toList();
        for (ObjectNode point : Points.of(document.get(), bounds, library.calendar())) {
            Set<String> turned = compare(name, point);
            // an exemption concludes nothing that is decided: other clauses turn for it
            if (turned.contains(book.id() + "#" + rule.clause())
                    || (rule.then().type().equals("Exempt") && !turned.isEmpty())) {
                shown.add(name);
            }
        }
    }

    /** Both versions on one document: the clauses that turn; one that either cannot read shows nothing. */
    private Set<String> compare(String rule, ObjectNode document) throws Problems {
        Set<String> known = run.get(document);
        if (known != null) {
            return known;
        }
        Set<String> turned = new TreeSet<>();
        run.put(document, turned);
        Optional<Two> two = decide(document);
        if (two.isEmpty()) {
            return turned;
        }
        for (String clause : two.get().clauses()) {
            for (Turn turn : two.get().turns(clause)) {
                turned.add(clause);
                witnesses
                        .computeIfAbsent(clause, c -> new TreeMap<>())
                        .merge(turn, new Witness(clause, turn, rule, document, List.of()), Proof::shorter);
            }
        }
        return turned;
    }

    private static Witness shorter(Witness one, Witness other) {
        return other.document().toString().length() < one.document().toString().length() ? other : one;
    }

    /** The same document under both versions. */
    private record Two(Decision before, Decision after) {
        Set<String> clauses() {
            Set<String> clauses = new TreeSet<>();
            Stream.of(before, after).forEach(d -> {
                d.breaches().forEach(b -> clauses.add(b.clause()));
                d.measures().forEach(m -> clauses.addAll(m.clauses()));
                d.duties().forEach(u -> clauses.addAll(u.clauses()));
            });
            return clauses;
        }

        Set<Turn> turns(String clause) {
            Burden was = Burden.of(before, clause);
            Burden is = Burden.of(after, clause);
            Set<Turn> turns = new TreeSet<>();
            if (is.heavierThan(was)) {
                turns.add(Turn.STRICTER);
            }
            if (was.heavierThan(is)) {
                turns.add(Turn.MORE_LENIENT);
            }
            if (turns.isEmpty() && !duties(before, clause).equals(duties(after, clause))) {
                turns.add(Turn.OTHER);
            }
            return turns;
        }

        private static List<String> duties(Decision decision, String clause) {
            return decision.duties().stream()
                    .filter(d -> d.clauses().contains(clause))
                    .map(d -> d.act() + " " + d.actor() + " " + d.modality() + " " + d.certainty() + " " + d.within()
                            + " " + d.unit() + " " + d.due() + " " + d.state())
                    .sorted()
                    .toList();
        }
    }

    private Optional<Two> decide(ObjectNode document) throws Problems {
        Decision before;
        Decision after;
        try {
            before = oldEngine.evaluate(InspectionReader.read(document, oldLibrary, "point"), "");
            after = newEngine.evaluate(InspectionReader.read(document, newLibrary, "point"), "");
        } catch (Problems e) {
            if (e.all().stream().anyMatch(p -> p.code().equals("engine"))) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(new Two(before, after));
    }

    /** Every witness with no more in it than it needs, run once more by both engines. */
    private void shrink() throws Problems {
        for (Map<Turn, Witness> turns : witnesses.values()) {
            for (Map.Entry<Turn, Witness> each : turns.entrySet()) {
                Witness w = each.getValue();
                ObjectNode small = Shrinking.of(w.document(), d -> {
                    try {
                        return decide(d)
                                .filter(t -> t.turns(w.clause()).contains(w.turn()))
                                .isPresent();
                    } catch (Problems e) {
                        return false;
                    }
                });
                List<DecisionDiff.Change> changes = decide(small)
                        .map(t -> DecisionDiff.between(t.before(), t.after()).stream()
                                .filter(c -> !c.remark())
                                .toList())
                        .orElse(List.of());
                each.setValue(new Witness(w.clause(), w.turn(), w.rule(), small, changes));
            }
        }
    }

    /** How many rules were frozen. */
    public int rules() {
        return rules;
    }

    /** How many documents were run under both versions. */
    public int documents() {
        return run.size();
    }

    /** The clauses that turned, each with the smallest documents that show which way. */
    public Map<String, List<Witness>> clauses() {
        Map<String, List<Witness>> all = new LinkedHashMap<>();
        witnesses.forEach((clause, turns) -> all.put(
                clause,
                turns.values().stream()
                        .sorted(Comparator.comparing(Witness::turn))
                        .toList()));
        return all;
    }

    /** What was tried and is not proved. */
    public List<Bounded> bounded() {
        return new ArrayList<>(bounded);
    }
}
