package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Outcome;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Parameter;
import qiyue.rulebook.Vocabulary;

/**
 * What was examined of each clause. Silence is never compliance: a clause no rule met counts as not established only if
 * the conducts or records its rules look at were examined.
 */
final class Examination {
    /** What a document gives whole or not at all. */
    private static final Set<String> WHOLE = Set.of("applications", "assessments", "parameters");

    private static final Routes NONE = new Routes(new BitSet(), new BitSet(), false);

    private final Ways ways;
    private final BitSet examined;
    private final BitSet sampled;
    private final @Nullable Routes[] known;

    private Examination(Ways ways, BitSet examined, BitSet sampled) {
        this.ways = ways;
        this.examined = examined;
        this.sampled = sampled;
        this.known = new Routes[ways.nodes().size()];
    }

    /**
     * One outcome for every clause that a rule can find breached, in the order of the ledgers.
     *
     * @param unstated by clause, the fields that records leave out and that could bring them under it: what nobody stated of
     *     them was not examined
     */
    static List<Outcome> outcomes(
            Ways ways,
            CaseFile file,
            List<BreachLine> breaches,
            List<MeasureLine> measures,
            Vocabulary vocabulary,
            Map<String, List<String>> unstated) {
        BitSet examined = examined(ways, file, vocabulary);
        BitSet sampled = sampled(ways, file, examined);
        // whatever else a document holds, of clauses not met only what was examined matters
        List<Outcome> unmet = ways.unmet(examined, sampled, () -> unmet(new Examination(ways, examined, sampled)));
        Map<String, BreachLine> met = new HashMap<>();
        for (BreachLine breach : breaches) {
            met.put(breach.clause(), breach);
        }
        Set<String> given = new HashSet<>();
        for (MeasureLine measure : measures) {
            given.addAll(measure.allClauses());
        }
        // clauses on applications concern only those who apply
        boolean applies = !file.applications().isEmpty();
        List<Outcome> outcomes = new ArrayList<>(unmet.size());
        for (int i = 0; i < unmet.size(); i++) {
            Ways.Clause clause = ways.clauses().get(i);
            BreachLine breach = met.get(clause.full());
            if ((applies || !clause.forApplicants()) && (breach != null || !given.contains(clause.full()))) {
                List<String> left = unstated.get(clause.full());
                Outcome outcome = left == null ? unmet.get(i) : without(unmet.get(i), left);
                outcomes.add(
                        breach == null
                                ? outcome
                                : new Outcome(
                                        outcome.clause(),
                                        breach.certainty().code(),
                                        outcome.unexamined(),
                                        outcome.sampled()));
            }
        }
        return outcomes;
    }

    /** The outcome where these fields are left out: examined it is in part at most. */
    private static Outcome without(Outcome outcome, List<String> fields) {
        List<String> unexamined = new ArrayList<>(outcome.unexamined());
        fields.forEach(f -> unexamined.add("field:" + f));
        return new Outcome(
                outcome.clause(),
                outcome.state().equals("not-established") ? "partly-examined" : outcome.state(),
                List.copyOf(unexamined),
                outcome.sampled());
    }

    private static List<Outcome> unmet(Examination examination) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Ways.Clause clause : examination.ways.clauses()) {
            outcomes.add(examination.unmet(clause));
        }
        return List.copyOf(outcomes);
    }

    private Outcome unmet(Ways.Clause clause) {
        BitSet missing = new BitSet();
        BitSet samples = new BitSet();
        boolean someRoute = false;
        boolean everyRoute = true;
        for (int rule : clause.routes()) {
            Routes routes = routes(rule);
            missing.or(routes.missing());
            samples.or(routes.sampled());
            someRoute |= routes.some();
            everyRoute &= routes.missing().isEmpty();
        }
        // what any conduct may meet is never examined whole; where nothing was, not at all
        String state = clause.routes().length == 0
                ? examined.isEmpty() ? "not-examined" : "partly-examined"
                : everyRoute ? "not-established" : someRoute ? "partly-examined" : "not-examined";
        return new Outcome(clause.full(), state, named(missing, 0), named(samples, "records:".length()));
    }

    private List<String> named(BitSet some, int from) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            names.add(ways.needs()[i].substring(from));
        }
        return List.copyOf(names);
    }

    /**
     * The ways a rule could be met, those of the conclusions it rests on included.
     *
     * @param missing what was not examined of them
     * @param sampled the kinds of record examined only as a sample
     * @param some whether one of the ways was examined wholly
     */
    private record Routes(BitSet missing, BitSet sampled, boolean some) {}

    private Routes routes(int rule) {
        Routes before = known[rule];
        if (before != null) {
            return before;
        }
        // A circle of rules adds no way of its own.
        known[rule] = NONE;
        Ways.Node node = ways.nodes().get(rule);
        BitSet missing = new BitSet();
        BitSet samples = new BitSet();
        for (int need : node.needs()) {
            if (!examined.get(need)) {
                missing.set(need);
            } else if (sampled.get(need)) {
                samples.set(need);
            }
        }
        boolean some = missing.isEmpty();
        for (int[] under : node.under()) {
            boolean any = false;
            for (int other : under) {
                Routes below = routes(other);
                missing.or(below.missing());
                samples.or(below.sampled());
                any |= below.some();
            }
            some &= any;
        }
        Routes found = new Routes(missing, samples, some);
        known[rule] = found;
        return found;
    }

    /** Of what rules need examined, what was. */
    private static BitSet examined(Ways ways, CaseFile file, Vocabulary vocabulary) {
        BitSet examined = new BitSet();
        for (String conduct : file.scope().conducts()) {
            ways.mark(conduct, examined);
        }
        for (Finding finding : file.findings()) {
            ways.mark(finding.conduct(), examined);
        }
        for (String topic : file.scope().topics()) {
            examined.or(ways.topic(topic, vocabulary));
        }
        ways.records().forEach((kind, need) -> {
            if (file.scope().records().containsKey(kind) || handedIn(file, kind)) {
                examined.set(need);
            }
        });
        ways.parameters().forEach((key, need) -> {
            if (file.scope().records().containsKey("parameters") || states(file, key)) {
                examined.set(need);
            }
        });
        return examined;
    }

    /** Of what was examined, the records that were not examined whole. */
    private static BitSet sampled(Ways ways, CaseFile file, BitSet examined) {
        BitSet sampled = new BitSet();
        ways.records().forEach((kind, need) -> {
            if (examined.get(need)
                    && !WHOLE.contains(kind)
                    && !file.scope().records().getOrDefault(kind, "").equals("complete")) {
                sampled.set(need);
            }
        });
        return sampled;
    }

    /** Whether the parameter is stated: that another one is tells nothing of it. */
    private static boolean states(CaseFile file, String key) {
        for (Parameter parameter : file.parameters()) {
            if (parameter.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Records handed in without a word on how complete they are count as a sample. */
    private static boolean handedIn(CaseFile file, String kind) {
        if (kind.equals("assessments") && !file.assessments().isEmpty()) {
            return true;
        }
        for (FactKind fact : FactKind.all()) {
            if (fact.examined().equals(kind) && !fact.in(file).isEmpty()) {
                return true;
            }
        }
        return file.records().entries().stream().anyMatch(e -> e.kind().equals(kind));
    }
}
