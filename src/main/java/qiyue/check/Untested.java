package qiyue.check;

import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** Figures that a rule concludes with and never looks at: left out of a document, the conclusion would be drawn without them. */
final class Untested implements Check {
    private final Vocabulary vocabulary;

    Untested(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether the vocabulary declares the field, of the kind of record the rule names, as one that no document leaves out. */
    private boolean required(Drl.Rule rule, Drl.Path path) {
        Drl.Step step = path.last();
        String field = Declaring.written(step).name();
        return !field.equals(step.name())
                && rule.positive()
                        .filter(p -> p.binding().equals(path.root()))
                        .anyMatch(p -> vocabulary
                                .own()
                                .field(p, field)
                                .filter(e -> e.properties()
                                        .getOrDefault("required", "")
                                        .equals("true"))
                                .isPresent());
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                for (Drl.Path path : Stated.untested(rule)) {
                    Drl.Step last = path.last();
                    String name = Declaring.written(last).name();
                    if (required(rule, path)) {
                        continue;
                    }
                    found.add(
                            "figure-untested",
                            file,
                            path.pos(),
                            new Text(
                                    name + " 可能没有写明，结论却直接用了它",
                                    name + " may be left out, and the conclusion uses it all the same"),
                            new Text(
                                    "在 when 中先比较，如 " + name + " > 0：没有写明的就不得出结论，并会提问",
                                    "compare it in when first, such as " + name
                                            + " > 0: left out, nothing is concluded and it is asked for"));
                }
            }
        }
    }
}
