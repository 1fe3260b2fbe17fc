package qiyue.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.decision.MeasureKind;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;

/** What a vocabulary says of a measure must be something the program knows how to treat. */
final class MeasureChecks {
    private static final Set<String> LEVELS = Set.of("agreement", "application");

    private final Vocabulary vocabulary;
    private final EntrySlips slips;

    MeasureChecks(Vocabulary vocabulary, EntrySlips slips) {
        this.vocabulary = vocabulary;
        this.slips = slips;
    }

    /** What a measure says of its money, its level, what it absorbs, needs, ends and weighs. */
    void check(Entry measure) {
        slips.word(LEVELS, "measures", measure, "level");
        int i = 0;
        for (String absorbed : measure.absorbs()) {
            if (absorbed.equals(measure.code()) || absorbs(absorbed, measure.code(), new HashSet<>())) {
                slips.wrong(
                        "measures",
                        measure,
                        "absorbs/" + i,
                        absorbed.equals(measure.code())
                                ? new Text("措施不能吸收自己", "no measure absorbs itself")
                                : new Text(
                                        absorbed + " 也吸收它，成了一个圈，两者都会不见",
                                        absorbed + " absorbs it too: in such a circle both would be gone"),
                        new Text("删去", "remove it"));
            }
            slips.measure("measures", measure, "absorbs/" + i++, absorbed);
        }
        slips.codes("measures", measure, "absorbed-by", "measures");
        slips.word(MeasureKind.NEEDS, "measures", measure, "needs");
        slips.word(Set.of(MeasureKind.CERTAINLY), "measures", measure, "suspends");
        ends(measure);
        slips.oneOf(
                MeasureKind.MONEY,
                "measures",
                measure,
                "money",
                measure.properties().getOrDefault("money", ""));
        debt(measure);
        String weight = measure.properties().getOrDefault("weight", "");
        if (!weight.isEmpty() && weight(measure).isEmpty()) {
            slips.wrong(
                    "measures",
                    measure,
                    "weight",
                    new Text("weight 写 " + weight + " 无效", "weight: " + weight + " is not a weight"),
                    new Text(
                            "写 0 至 " + MeasureKind.HEAVIEST + " 的整数，大的在前",
                            "write a whole number from 0 to " + MeasureKind.HEAVIEST + "; the larger stands first"));
        }
    }

    /** Whether a measure absorbs another, by way of others too. */
    private boolean absorbs(String measure, String other, Set<String> seen) {
        return seen.add(measure)
                && vocabulary.entries("measures").stream()
                        .filter(m -> m.code().equals(measure))
                        .flatMap(m -> m.absorbs().stream())
                        .anyMatch(a -> a.equals(other) || absorbs(a, other, seen));
    }

    /** A measure ends an agreement, or its name does not tell, or a question does. */
    private void ends(Entry measure) {
        String ends = measure.properties().getOrDefault("ends", "");
        if (!ends.isEmpty() && !vocabulary.incomplete("questions")) {
            Set<String> words = new TreeSet<>(vocabulary.codes("questions"));
            words.add(MeasureKind.CERTAINLY);
            words.add(MeasureKind.UNSAID);
            words.add(MeasureKind.AT_EXPIRY);
            slips.oneOf(words, "measures", measure, "ends", ends);
        }
    }

    /** A debt says who owes it and to whom; nothing else does. */
    private void debt(Entry measure) {
        String money = measure.properties().getOrDefault("money", "");
        boolean owed = money.equals(MeasureKind.OWE);
        List<String> without = Stream.of("payer", "payee")
                .filter(p -> measure.properties().getOrDefault(p, "").isEmpty())
                .toList();
        if (owed && !without.isEmpty()) {
            slips.lacking(
                    "measures",
                    measure,
                    new Text(
                            "money: owe 须写明 " + String.join("、", without),
                            "money: owe needs " + String.join(", ", without)),
                    new Text(
                            "写明由谁付给谁，如 payer: facility, payee: agency",
                            "say who pays whom: payer: facility, payee: agency"));
        }
        String payer = measure.properties().getOrDefault("payer", "");
        if (owed && !payer.isEmpty() && payer.equals(measure.properties().getOrDefault("payee", ""))) {
            slips.wrong(
                    "measures",
                    measure,
                    "payee",
                    new Text("付钱的和收钱的是同一方", "the one who pays is the one who is paid"),
                    new Text(
                            "写明由谁付给谁，如 payer: facility, payee: agency",
                            "say who pays whom: payer: facility, payee: agency"));
        }
        // a word for money that there is not is told as such
        boolean unknown = !money.isEmpty() && !MeasureKind.MONEY.contains(money);
        for (String party : List.of("payer", "payee")) {
            String who = measure.properties().getOrDefault(party, "");
            if (!owed && !who.isEmpty() && !unknown) {
                slips.wrong(
                        "measures",
                        measure,
                        party,
                        new Text(party + " 只用于 money: owe", party + " is only for money: owe"),
                        new Text("删去，或写 money: owe", "remove it, or write money: owe"));
            } else if (!who.isEmpty() && !vocabulary.incomplete("actors")) {
                slips.oneOf(vocabulary.codes("actors"), "measures", measure, party, who);
            }
        }
    }

    /** The weight a measure states; empty where it states none, or none that there can be. */
    static OptionalInt weight(Entry measure) {
        String weight = measure.properties().getOrDefault("weight", "");
        return weight.matches("[0-9]{1,2}") ? OptionalInt.of(Integer.parseInt(weight)) : OptionalInt.empty();
    }
}
