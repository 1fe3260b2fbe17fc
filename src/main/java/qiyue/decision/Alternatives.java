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
import org.jspecify.annotations.Nullable;
import qiyue.fact.Money;

/**
 * Which lines are alternatives to each other: drawn on one money, each class of them for itself, so that their sums added up
 * would be more than there is. Nothing of what each takes is changed; it is said what they could take together.
 */
final class Alternatives {
    private final List<Sums.Drawn> lines;
    private final List<Sum> sums;
    private final List<Rank> ranks;
    private final Function<Sums.Drawn, String> balance;

    /**
     * @param sums what each of the lines takes
     * @param ranks what each of them shares its money with
     * @param balance the deposit under the agreement of a line; empty where none is known
     */
    Alternatives(List<Sums.Drawn> lines, List<Sum> sums, List<Rank> ranks, Function<Sums.Drawn, String> balance) {
        this.lines = lines;
        this.sums = sums;
        this.ranks = ranks;
        this.balance = balance;
    }

    /**
     * The money a line has in common with others, and what they take of it together.
     *
     * @param money where it lies and its first source, which names it
     * @param own what this line takes of it once the lines before it have taken
     */
    record Shared(String money, BigDecimal most, BigDecimal own) {}

    /**
     * The lines that have alternatives, by their place.
     *
     * @param inTurn what each of them takes after those before it
     */
    Map<Integer, Shared> of(Map<Integer, Sum> inTurn) {
        Map<String, List<Integer>> byMoney = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (possible(i)) {
                for (String money : moneys(i)) {
                    byMoney.computeIfAbsent(money, k -> new ArrayList<>()).add(i);
                }
            }
        }
        byMoney.values()
                .removeIf(some -> some.stream().map(ranks::get).distinct().count() < 2);
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
            BigDecimal apart = BigDecimal.ZERO;
            BigDecimal together = BigDecimal.ZERO;
            for (int i : some) {
                apart = apart.add(known(sums.get(i)));
                together = together.add(known(inTurn.get(i)));
            }
            if (apart.compareTo(together) > 0) {
                for (int i : some) {
                    shared.put(i, new Shared(names.getOrDefault(lead, ""), together, known(inTurn.get(i))));
                }
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

    private static BigDecimal known(@Nullable Sum sum) {
        return Money.yuan(sum == null ? BigDecimal.ZERO : sum.amount().max(BigDecimal.ZERO));
    }

    private boolean possible(int i) {
        return Exclusions.mayCome(lines.get(i)) && sums.get(i).amount().signum() > 0;
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
