package qiyue.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.drl.Drl;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;

/**
 * How the clauses of rulebooks that judge together come to be met: each clause's routes, what each needs examined, and on
 * which other rules it rests. Nothing here depends on a case.
 */
final class Ways {
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final String[] needs;

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
        List<List<String>> own = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>();
        for (Drl.Rule rule : rules) {
            own.add(Plan.Route.needs(rule));
            all.addAll(own.get(own.size() - 1));
        }
        this.needs = all.toArray(String[]::new);
        for (int i = 0; i < rules.size(); i++) {
            int[] some = new int[own.get(i).size()];
            for (int n = 0; n < some.length; n++) {
                some[n] = Arrays.binarySearch(needs, own.get(i).get(n));
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
        List<Drl.Pattern> patterns = rules.get(at).positive().toList();
        for (Drl.Pattern pattern : patterns) {
            if (pattern.type().equals("Breach") || pattern.type().equals("Measure")) {
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

    /** What can need to be examined, sorted: {@code conduct:…} and {@code records:…}. */
    String[] needs() {
        return needs;
    }
}
