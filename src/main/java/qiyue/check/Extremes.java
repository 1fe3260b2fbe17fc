package qiyue.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** "At most" worked out as the larger of two sums, "at least" as the smaller: 以五千元为限 is lesserOf, 不低于一千元 greaterOf. */
final class Extremes implements Check {
    private static final String LESSER = "lesserOf";
    private static final String GREATER = "greaterOf";
    /** Neither 不超过五千元的, when a rule applies, nor 最高的一项, which of several is meant. */
    private static final Pattern MOST = Pattern.compile("为限|封顶|最(?:高|多)(?![的者一]|人民)|不(?:得)?超过[^，。；元倍]{0,20}[元倍](?!的)");

    private static final Pattern LEAST =
            Pattern.compile("最(?:低|少)(?![的者一])|不(?:得)?(?:少于|低于)[^，。；元倍]{0,20}[元倍](?!的)|不足[^，。；元]{0,20}元的?，?(?:按|以)");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                String text = Ledger.words(book, rule);
                boolean most = MOST.matcher(text).find();
                boolean least = LEAST.matcher(text).find();
                if (most != least) {
                    String meant = most ? LESSER : GREATER;
                    String other = most ? GREATER : LESSER;
                    Optional<Drl.Path> wrong = used(rule, other);
                    if (wrong.isPresent() && used(rule, meant).isEmpty()) {
                        report(found, file, wrong.get(), most, meant);
                    }
                }
            }
        }
    }

    /** Where the conclusion works something out by that function. */
    private static Optional<Drl.Path> used(Drl.Rule rule, String function) {
        return rule.then().steps().stream()
                .flatMap(s -> s.arguments().stream())
                .flatMap(Operands::parts)
                .flatMap(o -> o instanceof Drl.Path p ? Stream.of(p) : Stream.of())
                .filter(p -> FactTypes.function(p).isPresent()
                        && p.steps().get(0).name().equals(function))
                .findFirst();
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Path wrong, boolean most, String meant) {
        found.add(
                "words-unlike",
                file,
                wrong.pos(),
                new Text(
                        most ? "标题或登记说的是最多，规则取的是较大的一个" : "标题或登记说的是最少，规则取的是较小的一个",
                        most
                                ? "title or ledger say at most, and the rule takes the larger of both"
                                : "title or ledger say at least, and the rule takes the smaller of both"),
                new Text("写 " + meant + "( … )；或改标题、登记", "write " + meant + "( … ); or correct title and ledger"));
    }
}
