package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which lines are alternatives to each other: drawn on one money, each class of them for itself, so that their sums added up
 * would be more than there is. Nothing of what each takes is changed; it is said what they could take together.
 */
final class Alternatives {
    private final List<Sums.Drawn> lines;
    private final List<Sum> sums;
    private final Function<Sums.Drawn, String> balance;

    /**
     * @param sums what each of the lines takes
     * @param balance the deposit under the agreement of a line; empty where none is known
     */
    Alternatives(List<Sums.Drawn> lines, List<Sum> sums, Function<Sums.Drawn, String> balance) {
        this.lines = lines;
        this.sums = sums;
        this.balance = balance;
    }

    /** What a line takes out of drawers that others have taken from. */
    interface Draw {
        Sum of(int line, Drawers drawers);
    }

    /**
     * The money a line has in common with others, and what they take of it together.
     *
     * @param money where it lies and its first source, which names it; empty where there is no other
     * @param own what this line takes of it once the lines before it have taken
     */
    record Shared(String money, BigDecimal most, Sum own) {}

    /** The lines that have alternatives, by their place. */
    Map<Integer, Shared> of(Drawers firm, Draw draw) {
        Map<String, List<Integer>> byMoney = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (possible(i)) {
                for (String money : moneys(i)) {
                    byMoney.computeIfAbsent(money, k -> new ArrayList<>()).add(i);
                }
            }
        }
        byMoney.values()
                .removeIf(some -> some.stream().map(this::rank).distinct().count() < 2);
        int[] leads = new int[lines.size()];
        for (int i = 0; i < leads.length; i++) {
            leads[i] = i;
        }
        byMoney.values().forEach(some -> some.forEach(i -> leads[lead(leads, i)] = lead(leads, some.get(0))));
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, Set<Integer>> groups = new TreeMap<>();
        byMoney.forEach((money, some) -> {
            int lead = lead(leads, some.get(0));
            names.putIfAbsent(lead, money);
            groups.computeIfAbsent(lead, k -> new TreeSet<>()).addAll(some);
        });
        Map<Integer, Shared> shared = new TreeMap<>();
        groups.forEach((lead, some) -> {
            Drawers drawers = firm.after();
            BigDecimal apart = BigDecimal.ZERO;
            BigDecimal together = BigDecimal.ZERO;
            Map<Integer, Sum> inTurn = new TreeMap<>();
            for (int i : some) {
                Sum own = draw.of(i, drawers);
                inTurn.put(i, own);
                apart = apart.add(sums.get(i).amount().max(BigDecimal.ZERO));
                together = together.add(own.amount().max(BigDecimal.ZERO));
            }
            if (apart.compareTo(together) > 0) {
                BigDecimal most = together;
                inTurn.forEach((i, own) -> shared.put(i, new Shared(names.getOrDefault(lead, ""), most, own)));
            }
        });
        return shared;
    }

    private static int lead(int[] leads, int of) {
        int lead = of;
        while (leads[lead] != lead) {
            leads[lead] = leads[leads[lead]];
            lead = leads[lead];
        }
        return lead;
    }

    private Rank rank(int i) {
        return Rank.of(lines.get(i).shown());
    }

    private boolean possible(int i) {
        Rank rank = rank(i);
        return !rank.firm()
                && !rank.absorbed()
                && !lines.get(i).shown().choice().equals("declined")
                && sums.get(i).amount().signum() > 0;
    }

    /** Where the money of a line lies: what is refused out of the deposit lies there too. */
    private Set<String> moneys(int i) {
        Sum sum = sums.get(i);
        Set<String> moneys = new HashSet<>();
        for (String reach : sum.reach()) {
            int at = reach.indexOf(':');
            moneys.add(at < 0 ? reach : reach.substring(0, at).toLowerCase(Locale.ROOT) + reach.substring(at));
        }
        String deposit = balance.apply(lines.get(i));
        if (sum.fromDeposit().signum() > 0 && !deposit.isEmpty()) {
            moneys.add(deposit);
        }
        return moneys;
    }
}
