package qiyue.check;

import java.util.Optional;
import java.util.regex.Pattern;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * {@code yes} for {@code no}: the rule's title says the question's own words with a negation (无正当理由) and the rule wants yes, or
 * says them plainly (造成基金损失) and the rule wants no. Titles that do not use the question's words are left alone, and so are
 * provisos and titles with an exception: there the answer stands for what is taken out.
 */
final class Polarity implements Check {
    private static final Pattern ASIDE = Pattern.compile("除外|例外|是否|但|以外");
    private static final Pattern NEGATIVE = Pattern.compile("[无没未不非]");
    private static final Pattern BEFORE = Pattern.compile("(无|没有|未|不|非)(有|经|以|被|造成|导致|属于|为|致|达|达到|能|曾|是)?$");
    /** What may or shall be done is not said to have been. */
    private static final Pattern MODAL = Pattern.compile("(可以?|应当?|必?须)$");

    private static final Pattern FRAME = Pattern.compile("是否|是不是|有无|已经|[，。？（）]");

    /** A title that is shorter says nothing of the question. */
    private static final int SHARED = 3;

    private static final int TELLING = 4;

    private final Vocabulary vocabulary;

    Polarity(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (!rule.then().type().equals("Exempt")
                        && !ASIDE.matcher(rule.title()).find()) {
                    rule.positive().filter(p -> p.type().equals("Answer")).forEach(p -> answer(found, file, rule, p));
                }
            }
        }
    }

    private void answer(Findings found, Drl.RuleFile file, Drl.Rule rule, Drl.Pattern p) {
        Optional<Boolean> wanted = wanted(p);
        String question = question(p);
        String label =
                FRAME.matcher(vocabulary.label("questions", question, "zh")).replaceAll("");
        Optional<Boolean> said = wanted.isEmpty() ? Optional.empty() : said(rule.title(), label);
        if (said.isPresent() && !said.equals(wanted)) {
            found.add(
                    "answer-unlike",
                    file,
                    p.pos(),
                    new Text(
                            "标题说的是“" + (said.get() ? "是" : "否") + "”（"
                                    + vocabulary.label("questions", question, "zh") + "），规则要的是“"
                                    + (wanted.orElse(true) ? "是" : "否") + "”",
                            "the title says " + (said.get() ? "yes" : "no") + " ("
                                    + vocabulary.label("questions", question, "en") + "), and the rule wants "
                                    + (wanted.orElse(true) ? "yes" : "no")),
                    new Text(
                            "写的是什么会推翻它：要“是”才成立的写 answer != \"no\"，要“否”才成立的写 answer != \"yes\"；标题说错的改标题",
                            "write what would defeat it: answer != \"no\" where yes is needed, answer != \"yes\" where no is; or correct the title"));
        }
    }

    /** The question that an answer is asked for by its code; empty if by none. */
    static String question(Drl.Pattern p) {
        return p.on("question").stream()
                .filter(c -> c instanceof Drl.Compare k && k.right() instanceof Drl.Literal)
                .map(c -> String.valueOf(((Drl.Literal) ((Drl.Compare) c).right()).value()))
                .findFirst()
                .orElse("");
    }

    /** Whether the rule needs yes: true, no: false. */
    static Optional<Boolean> wanted(Drl.Pattern p) {
        for (Drl.Constraint c : p.on("answer")) {
            if (c instanceof Drl.Compare k
                    && k.right() instanceof Drl.Literal l
                    && !l.value().equals("open")) {
                return Optional.of(k.operator().equals("==") == l.value().equals("yes"));
            }
        }
        return Optional.empty();
    }

    /** What the title says of the question, by the longest words that both have; nothing where it is not plain. */
    private static Optional<Boolean> said(String title, String label) {
        if (NEGATIVE.matcher(label).find()) {
            return Optional.empty();
        }
        for (int n = label.length(); n >= SHARED; n--) {
            for (int i = 0; i + n <= label.length(); i++) {
                int at = title.indexOf(label.substring(i, i + n));
                if (at >= 0) {
                    if (BEFORE.matcher(title.substring(0, at)).find()) {
                        return Optional.of(false);
                    }
                    if (MODAL.matcher(title.substring(0, at)).find()) {
                        return Optional.empty();
                    }
                    boolean predicate = i + n == label.length() && (n >= TELLING || n == label.length());
                    return predicate && !NEGATIVE.matcher(title).find() ? Optional.of(true) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
