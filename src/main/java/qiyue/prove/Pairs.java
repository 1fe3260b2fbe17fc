package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import qiyue.check.Bounds;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Clauses of a region that can rest on one fact and clash. Every rule that rests on facts alone is frozen to its smallest document;
 * two that may speak of one fact are laid over one another; the engine decides every such document, and what it gives is looked
 * through. Nothing is called a clash that no decision showed.
 */
public final class Pairs {
    /** What is on every document, so that two rules that ask for it do not speak of one thing. */
    private static final Set<String> STANDING = Set.of("Agreement", "Inspection", "Facility", "Answer");

    /** What two rules on one measure or step may say differently. */
    private static final Set<String> SAID = Set.of(
            "months", "days", "workingDays", "years", "percent", "times", "amount", "within", "withinHours", "by");

    private final Library library;
    private final Evaluator engine;
    private final String region;
    private final Kinds kinds;
    private final Clashing clashing;
    private final List<Ground> grounds = new ArrayList<>();
    private final Map<String, Clash> found = new TreeMap<>(ClauseOrder.INSTANCE);
    private final Set<ObjectNode> run = new HashSet<>();
    private final List<String> unmet = new ArrayList<>();
    private int rules;
    private int pairs;
    private int untried;
    private int apart;

    private Pairs(Library library, Evaluator engine, String region) {
        this.library = library;
        this.engine = engine;
        this.region = region;
        this.kinds = new Kinds(library.vocabulary());
        this.clashing = new Clashing(library);
    }

    /** A rule that rests on facts alone, and the rules of the measures and steps it can lead to. */
    private record Ground(Rulebook book, Drl.Rule rule, Set<Drl.Rule> measures) {
        String name() {
            return book.id() + "#" + rule.name();
        }
    }

    /**
     * The clashes of a region.
     *
     * @param over whether the time given is over
     * @param step called for every rule frozen and every pair decided
     */
    public static Pairs of(Library library, Evaluator engine, String region, BooleanSupplier over, Runnable step)
            throws Problems {
        Pairs pairs = new Pairs(library, engine, region);
        pairs.run(over, step);
        return pairs;
    }

    private void run(BooleanSupplier over, Runnable step) throws Problems {
        grounds();
        List<Two> twos = twos();
        Set<Ground> needed = new LinkedHashSet<>();
        twos.forEach(t -> needed.addAll(List.of(t.a(), t.b())));
        // one rule may lead to two measures that are at odds
        grounds.stream().filter(g -> atOdds(g, g)).forEach(needed::add);
        rules = needed.size();
        pairs = twos.size();
        Smallest smallest = new Smallest(library);
        Map<Ground, ObjectNode> frozen = new LinkedHashMap<>();
        for (Ground ground : needed) {
            if (over.getAsBoolean()) {
                untried++;
                continue;
            }
            Optional<ObjectNode> document = smallest.of(ground.book(), ground.rule());
            document.ifPresentOrElse(d -> frozen.put(ground, d), () -> unmet.add(ground.name()));
            if (document.isPresent()) {
                decide(document.get());
            }
            step.run();
        }
        for (Two two : twos) {
            ObjectNode one = frozen.get(two.a());
            ObjectNode other = frozen.get(two.b());
            if (over.getAsBoolean()) {
                untried++;
            } else if (one != null && other != null) {
                together(
                        two.a(),
                        two.b(),
                        two.shared().place(),
                        Overlay.of(
                                one, other, two.shared().place(), two.shared().also()));
                step.run();
            }
        }
        for (Map.Entry<String, Clash> each : found.entrySet()) {
            each.setValue(over.getAsBoolean() ? each.getValue() : shrunk(each.getValue()));
            step.run();
        }
    }

    /** Two rules that may speak of one fact and be at odds. */
    private record Two(Ground a, Ground b, Shared shared) {}

    private List<Two> twos() {
        List<Two> twos = new ArrayList<>();
        for (int i = 0; i < grounds.size(); i++) {
            for (int j = i + 1; j < grounds.size(); j++) {
                Ground a = grounds.get(i);
                Ground b = grounds.get(j);
                if (together(a.book(), b.book()) && atOdds(a, b)) {
                    shared(a.rule(), b.rule()).ifPresent(shared -> twos.add(new Two(a, b, shared)));
                }
            }
        }
        return twos;
    }

    /** One agreement is the ground of both, so that both have to be about agreements of its kind. */
    private static boolean together(Rulebook a, Rulebook b) {
        return a == b || a.info().kinds().stream().anyMatch(b.info().kinds()::contains);
    }

    /** The rules that rest on facts alone and lead to a measure that some other could be at odds with. */
    private void grounds() {
        Leading leading = new Leading(library, region);
        for (Leading.At at : leading.grounds()) {
            Set<Drl.Rule> measures = leading.measures(at);
            if (!measures.isEmpty()) {
                grounds.add(new Ground(at.book(), at.rule(), measures));
            }
        }
        grounds.removeIf(g -> grounds.stream().noneMatch(o -> atOdds(g, o)));
    }

    private boolean atOdds(Ground a, Ground b) {
        return a.measures().stream().anyMatch(m -> b.measures().stream().anyMatch(o -> o != m && atOdds(m, o)));
    }

    /** Whether what two rules give may be at odds, as far as their words tell. */
    private boolean atOdds(Drl.Rule a, Drl.Rule b) {
        String one = Clashing.what(a);
        String other = Clashing.what(b);
        boolean duty = a.then().type().equals("Duty");
        if (duty != b.then().type().equals("Duty") || duty && !one.equals(other)) {
            return false;
        }
        if (!one.equals(other)) {
            String ways = way(one) + " " + way(other);
            return Set.of("bear bear", "withhold refuse", "refuse withhold").contains(ways)
                    || ways.contains("pay ")
                    || ways.endsWith(" pay");
        }
        return !said(a).equals(said(b));
    }

    private String way(String measure) {
        return library.vocabulary().property("measures", measure, "money");
    }

    /** May or shall, and the terms; days differ with the facts and say nothing. */
    private static String said(Drl.Rule rule) {
        boolean may = rule.then().steps().get(0).name().equals("may");
        return may
                + rule.then().steps().stream()
                        .filter(s -> SAID.contains(s.name()))
                        .map(s -> s.name()
                                + s.arguments().stream()
                                        .map(a -> a instanceof Drl.Literal l
                                                ? l.value().toString()
                                                : "?")
                                        .toList())
                        .sorted()
                        .collect(Collectors.joining());
    }

    /** The kind of fact that both rules may speak of. */
    private record Shared(String place, Map<String, List<JsonNode>> also) {}

    private Optional<Shared> shared(Drl.Rule a, Drl.Rule b) {
        for (Drl.Pattern one : a.positive().toList()) {
            for (Drl.Pattern other : b.positive().toList()) {
                Optional<Kinds.Held> held = STANDING.contains(one.type()) ? Optional.empty() : kinds.of(one);
                if (one.type().equals(other.type())
                        && held.isPresent()
                        && held.equals(kinds.of(other))
                        && !Bounds.disjoint(one, other)) {
                    return Optional.of(new Shared(held.get().place(), common(one, other)));
                }
            }
        }
        return Optional.empty();
    }

    /** Codes that both lists hold: where each document took another one, one of these does for both. */
    private static Map<String, List<JsonNode>> common(Drl.Pattern one, Drl.Pattern other) {
        Map<String, List<JsonNode>> also = new HashMap<>();
        for (Drl.Constraint c : one.constraints()) {
            if (c instanceof Drl.OneOf o
                    && !o.negated()
                    && o.left() instanceof Drl.Path p
                    && p.steps().size() == 1) {
                String field = p.steps().get(0).name();
                List<String> theirs = other.on(field).stream()
                        .flatMap(x -> Numbers.codes(x).stream())
                        .toList();
                o.values().stream()
                        .filter(v -> theirs.contains(v.value().toString()))
                        .limit(1)
                        .forEach(v -> also.computeIfAbsent(field, f -> new ArrayList<>())
                                .add(Written.json(v.value())));
            }
        }
        return also;
    }

    private void together(Ground a, Ground b, String place, List<ObjectNode> documents) throws Problems {
        boolean both = false;
        for (ObjectNode document : documents) {
            Optional<Decision> decision = decide(document);
            if (decision.isPresent() && hit(decision.get(), a) && hit(decision.get(), b)) {
                // what is refused or recovered hangs on a sum, which the rules of the breach may not ask for
                if (!both && document.at(place).path(0) instanceof ObjectNode fact && !fact.has("money")) {
                    ObjectNode costing = document.deepCopy();
                    ((ObjectNode) costing.at(place).path(0)).putObject("money").put("amount", 1000);
                    decide(costing);
                }
                both = true;
            }
        }
        apart += both ? 0 : 1;
    }

    private static boolean hit(Decision decision, Ground ground) {
        String clause = ground.book().id() + "#" + ground.rule().clause();
        return decision.breaches().stream().anyMatch(x -> x.clause().equals(clause))
                || decision.measures().stream().anyMatch(m -> m.allClauses().contains(clause));
    }

    private Optional<Decision> decide(ObjectNode document) throws Problems {
        Optional<Decision> decision = decision(document);
        if (run.add(document) && decision.isPresent()) {
            clashing.in(decision.get(), document).stream()
                    .filter(c -> !sameRule(c))
                    .forEach(c -> found.merge(c.key(), c, Pairs::shorter));
        }
        return decision;
    }

    private Optional<Decision> decision(ObjectNode document) throws Problems {
        try {
            return Optional.of(engine.evaluate(InspectionReader.read(document, library, "pair"), ""));
        } catch (Problems e) {
            if (e.all().stream().anyMatch(p -> p.code().equals("engine"))) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** One rule whose length hangs on the fact gives two facts two lengths: that is no clash. */
    private boolean sameRule(Clash clash) {
        return clash.one().clause().equals(clash.other().clause())
                && clash.one().measure().equals(clash.other().measure())
                && rules(clash.one()).size() < 2;
    }

    private static Clash shorter(Clash a, Clash b) {
        return b.document().toString().length() < a.document().toString().length() ? b : a;
    }

    private Clash shrunk(Clash clash) {
        ObjectNode small = Shrinking.of(clash.document(), d -> {
            try {
                return decision(d)
                        .filter(x ->
                                clashing.in(x, d).stream().anyMatch(c -> c.key().equals(clash.key())))
                        .isPresent();
            } catch (Problems e) {
                return false;
            }
        });
        return new Clash(clash.sort(), clash.one(), clash.other(), small, clash.readings());
    }

    private List<Drl.Rule> rules(Clash.Side side) {
        return Clashing.giving(library, side.clause(), side.measure(), side.duty());
    }

    /** Where a clause gives the measure: file and line of each rule. */
    public List<String> places(Clash.Side side) {
        List<Drl.Rule> rules = rules(side);
        Rulebook book =
                library.rulebooks().get(side.clause().substring(0, side.clause().indexOf('#')));
        return book == null
                ? List.of()
                : book.files().stream()
                        .flatMap(f -> f.rules().stream()
                                .filter(rules::contains)
                                .map(r -> f.name() + ":" + r.pos().line()))
                        .toList();
    }

    /** What was found, by clause. */
    public List<Clash> clashes() {
        return List.copyOf(found.values());
    }

    /** How many rules rest on facts alone and lead to a measure that another could be at odds with. */
    public int rules() {
        return rules;
    }

    /** How many pairs of them may speak of one fact. */
    public int pairs() {
        return pairs;
    }

    /** Of the pairs, those of which no document was found that meets both. */
    public int apart() {
        return apart;
    }

    /** Rules and pairs that the time did not suffice for. */
    public int untried() {
        return untried;
    }

    /** Rules of which no smallest document was found; what they clash with is not known. */
    public List<String> unmet() {
        return List.copyOf(unmet);
    }
}
