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
import qiyue.rulebook.Vocabulary;

/**
 * What was examined of each clause. Silence is never compliance: a clause no rule met counts as not established only if
 * the conducts or records its rules look at were examined.
 */
final class Examination {
    /** What a document gives whole or not at all. */
    private static final Set<String> WHOLE = Set.of("applications", "assessments", "parameters");

    private static final Routes NONE = new Routes(new BitSet(), new BitSet(), false);

    private final Set<String> conducts = new HashSet<>();
    private final CaseFile file;
    private final Ways ways;
    private final boolean[] examined;
    private final boolean[] sampled;
    private final @Nullable Routes[] known;

    private Examination(Ways ways, CaseFile file, Vocabulary vocabulary) {
        this.ways = ways;
        this.file = file;
        conducts.addAll(file.scope().conducts());
        for (Finding finding : file.findings()) {
            conducts.add(finding.conduct());
        }
        if (!file.scope().topics().isEmpty()) {
            for (Vocabulary.Entry conduct : vocabulary.entries("conducts")) {
                if (file.scope().topics().contains(conduct.properties().getOrDefault("topic", ""))) {
                    conducts.add(conduct.code());
                }
            }
        }
        String[] needs = ways.needs();
        this.examined = new boolean[needs.length];
        this.sampled = new boolean[needs.length];
        for (int i = 0; i < needs.length; i++) {
            examined[i] = examined(needs[i]);
            sampled[i] = examined[i] && sampled(needs[i]);
        }
        this.known = new Routes[ways.nodes().size()];
    }

    /** One outcome for every clause that a rule can find breached, in the order of the ledgers. */
    static List<Outcome> outcomes(
            Ways ways, CaseFile file, List<BreachLine> breaches, List<MeasureLine> measures, Vocabulary vocabulary) {
        Examination examination = new Examination(ways, file, vocabulary);
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
        List<Outcome> outcomes = new ArrayList<>();
        for (Ways.Clause clause : ways.clauses()) {
            if ((applies || !clause.forApplicants())
                    && (!given.contains(clause.full()) || met.containsKey(clause.full()))) {
                outcomes.add(examination.outcome(clause, met.get(clause.full())));
            }
        }
        return outcomes;
    }

    private Outcome outcome(Ways.Clause clause, @Nullable BreachLine met) {
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
        String state = met != null
                ? met.certainty().code()
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
            if (!examined[need]) {
                missing.set(need);
            } else if (sampled[need]) {
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

    private boolean sampled(String need) {
        String kind = need.substring(need.indexOf(':') + 1);
        return need.startsWith("records:")
                && !WHOLE.contains(kind)
                && !file.scope().records().getOrDefault(kind, "").equals("complete");
    }

    private boolean examined(String need) {
        String what = need.substring(need.indexOf(':') + 1);
        return need.startsWith("conduct:")
                ? conducts.contains(what)
                : file.scope().records().containsKey(what) || handedIn(what);
    }

    /** Records handed in without a word on how complete they are count as a sample. */
    private boolean handedIn(String kind) {
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
