package qiyue.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import qiyue.decision.Decision.Outcome;
import qiyue.drl.Drl;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * How the clauses of rulebooks that judge together come to be met: each clause's routes, what each needs examined, and on
 * which other rules it rests. Nothing here depends on a case.
 */
final class Ways {
    private static final int KNOWN = 256;

    private final List<Clause> clauses = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final String[] needs;
    private final Map<String, Integer> conducts = new HashMap<>();
    private final Map<String, Integer> records = new TreeMap<>();
    private final Map<String, Integer> parameters = new TreeMap<>();
    private final Map<String, BitSet> topics = new ConcurrentHashMap<>();
    private final Map<List<BitSet>, List<Outcome>> unmet = new ConcurrentHashMap<>();

    /**
     * A clause that rules can find breached.
     *
     * @param full its id with its rulebook
     * @param forApplicants whether it concerns only those who apply
     * @param routes the rules that lead to it, as numbers; those open to every conduct left out
     */
    record Clause(String full, boolean forApplicants, int[] routes) {}

    /**
     * A rule.
     *
     * @param needs what it needs examined, as numbers
     * @param under for each conclusion it rests on, the rules that can come to it, as numbers
     */
    record Node(int[] needs, int[][] under) {}

    Ways(List<Rulebook> books, List<Plan> plans) {
        Map<Drl.Rule, Integer> numbers = new IdentityHashMap<>();
        List<Drl.Rule> rules = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        List<References.Concluded> concluded = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            for (Drl.Rule rule : plans.get(i).rules()) {
                numbers.put(rule, rules.size());
                rules.add(rule);
                owners.add(books.get(i).id());
                concluded.add(References.Concluded.by(books.get(i).id(), rule));
            }
        }
        List<Set<String>> own = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>();
        for (Plan plan : plans) {
            for (Drl.Rule rule : plan.rules()) {
                Set<String> some = plan.needs(rule);
                own.add(some);
                all.addAll(some);
            }
        }
        this.needs = all.toArray(String[]::new);
        for (int i = 0; i < needs.length; i++) {
            String what = needs[i].substring(needs[i].indexOf(':') + 1);
            Map<String, Integer> kind = needs[i].startsWith("conduct:")
                    ? conducts
                    : needs[i].startsWith("parameter:") ? parameters : records;
            kind.put(what, i);
        }
        for (int i = 0; i < rules.size(); i++) {
            int[] some = new int[own.get(i).size()];
            int n = 0;
            for (String need : own.get(i)) {
                some[n++] = Arrays.binarySearch(needs, need);
            }
            nodes.add(new Node(some, under(i, rules, owners, concluded)));
        }
        for (int i = 0; i < books.size(); i++) {
            Map<String, List<Plan.Route>> routes = new TreeMap<>(plans.get(i).routes());
            for (String clause : books.get(i).ledger().keySet()) {
                List<Plan.Route> applying = routes.get(clause);
                if (applying != null) {
                    clauses.add(clause(books.get(i).id() + "#" + clause, applying, numbers));
                }
            }
        }
    }

    private static Clause clause(String full, List<Plan.Route> routes, Map<Drl.Rule, Integer> numbers) {
        List<Integer> some = new ArrayList<>();
        boolean forApplicants = true;
        for (Plan.Route route : routes) {
            forApplicants &= route.forApplicants();
            Integer number = numbers.get(route.rule());
            if (!route.anyConduct() && number != null) {
                some.add(number);
            }
        }
        return new Clause(full, forApplicants, array(some));
    }

    private static int[][] under(
            int at, List<Drl.Rule> rules, List<String> owners, List<References.Concluded> concluded) {
        List<int[]> under = new ArrayList<>();
        for (Drl.Condition condition : rules.get(at).when()) {
            if (condition instanceof Drl.Pattern pattern
                    && (pattern.type().equals("Breach") || pattern.type().equals("Measure"))) {
                List<Integer> some = new ArrayList<>();
                for (int i = 0; i < rules.size(); i++) {
                    if (i != at && References.speaksOf(pattern, owners.get(at), concluded.get(i))) {
                        some.add(i);
                    }
                }
                under.add(array(some));
            }
        }
        return under.toArray(int[][]::new);
    }

    private static int[] array(List<Integer> some) {
        int[] array = new int[some.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = some.get(i);
        }
        return array;
    }

    /** The clauses, in the order of the ledgers. */
    List<Clause> clauses() {
        return clauses;
    }

    /** The rules, by number. */
    List<Node> nodes() {
        return nodes;
    }

    /** What can need to be examined, sorted: {@code conduct:…}, {@code parameter:…} and {@code records:…}. */
    String[] needs() {
        return needs;
    }

    /** The kinds of record that can need to be examined, with their numbers. */
    Map<String, Integer> records() {
        return records;
    }

    /** The parameters that rules look for by their codes, with their numbers. */
    Map<String, Integer> parameters() {
        return parameters;
    }

    /** Marks the conduct, if it can need to be examined. */
    void mark(String conduct, BitSet examined) {
        Integer need = conducts.get(conduct);
        if (need != null) {
            examined.set(need);
        }
    }

    /** The conducts of a topic that can need to be examined. */
    BitSet topic(String topic, Vocabulary vocabulary) {
        return topics.computeIfAbsent(topic, k -> {
            BitSet found = new BitSet();
            for (Vocabulary.Entry conduct : vocabulary.entries("conducts")) {
                if (conduct.properties().getOrDefault("topic", "").equals(topic)) {
                    mark(conduct.code(), found);
                }
            }
            return found;
        });
    }

    /** The outcomes of all clauses, none of them met, where this was examined and of it this as a sample; worked out once. */
    List<Outcome> unmet(BitSet examined, BitSet sampled, Supplier<List<Outcome>> outcomes) {
        List<BitSet> key = List.of(examined, sampled);
        List<Outcome> before = unmet.get(key);
        if (before != null) {
            return before;
        }
        if (unmet.size() > KNOWN) {
            unmet.clear();
        }
        List<Outcome> found = outcomes.get();
        unmet.put(key, found);
        return found;
    }
}
