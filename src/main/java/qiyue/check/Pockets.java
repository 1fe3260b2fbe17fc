package qiyue.check;

import java.util.Map;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * A conclusion that reaches past what its own conditions ask for: a refusal, which takes what is not paid, of breaches that must have
 * something paid, or a recovery the other way round; a measure on a department that rests on an earlier one against a person.
 */
final class Pockets implements Check {
    private static final String CODE = "against-itself";

    /** Kinds of money, and the yes/no field of a breach that says there is something for them. */
    private static final Map<String, String> OF = Map.of("refuse", "unpaid", "withhold", "unpaid", "recover", "paid");

    private final Vocabulary vocabulary;

    Pockets(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (rule.then().type().equals("Measure")) {
                    money(found, file, rule);
                    struck(found, file, rule);
                }
            }
        }
    }

    private void money(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Drl.Step first = rule.then().steps().get(0);
        String measure = first.arguments().size() > 1 && first.arguments().get(1) instanceof Drl.Literal l
                ? String.valueOf(l.value())
                : "";
        String needed = OF.get(vocabulary.property("measures", measure, "money"));
        if (needed == null) {
            return;
        }
        String other = needed.equals("paid") ? "unpaid" : "paid";
        rule.positive()
                .filter(p -> p.type().equals("Breach") && asks(p, other) && !asks(p, needed))
                .flatMap(p -> p.constraints().stream())
                .filter(c -> c instanceof Drl.Flag && other.equals(c.field()))
                .forEach(
                        c -> found.add(
                                CODE,
                                file,
                                c.pos(),
                                new Text(
                                        measure + " 取的是" + zh(needed) + "的部分，条件要的却是有" + zh(other) + "的",
                                        measure + " takes what is " + needed + ", and the condition asks for something "
                                                + other),
                                new Text(
                                        "对照文本：拒付、暂不付看 unpaid，追回看 paid；不必有钱的，两个都不写",
                                        "by the text: refusals and deferrals go by unpaid, recoveries by paid; where money does not matter write neither")));
    }

    private static boolean asks(Drl.Pattern breach, String field) {
        return breach.on(field).stream().anyMatch(c -> c instanceof Drl.Flag f && !f.negated());
    }

    private static String zh(String part) {
        return part.equals("paid") ? "已支付" : "未支付";
    }

    /** Whom the measure strikes, beside whom the earlier measure struck that it goes on from. */
    private static void struck(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        rule.then().steps().stream()
                .filter(s -> s.name().equals("on") && s.arguments().get(0) instanceof Drl.Literal)
                .forEach(s -> {
                    Object on = ((Drl.Literal) s.arguments().get(0)).value();
                    rule.positive()
                            .filter(p -> p.type().equals("PriorMeasure"))
                            .flatMap(p -> p.on("subject").stream())
                            .flatMap(c -> c instanceof Drl.Compare k
                                            && k.operator().equals("==")
                                            && k.right() instanceof Drl.Literal l
                                            && !l.value().equals(on)
                                    ? Stream.of(l.value())
                                    : Stream.empty())
                            .findFirst()
                            .ifPresent(of -> found.add(
                                    CODE,
                                    file,
                                    s.pos(),
                                    new Text(
                                            "条件要的是对 " + of + " 的以往处理，.on( … ) 却是 " + on,
                                            "the rule asks for an earlier measure on " + Text.a(of.toString())
                                                    + ", and .on( … ) is " + on),
                                    new Text(
                                            "对照文本，subject == 和 .on( … ) 写成一样",
                                            "by the text, let subject == and .on( … ) agree")));
                });
    }
}
