package qiyue.suite;

import java.util.ArrayList;
import java.util.List;
import qiyue.drl.Drl;
import qiyue.problem.Problem;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * Words of the vocabulary that nothing uses because a rule says something else than its title: that is told of the rule, and the
 * word, which comes into use again when the rule is mended, is not told once more.
 */
final class Unused {
    private static final String EVENTS = "/events/";

    private final Vocabulary vocabulary;
    private final List<Drl.Rule> unlike = new ArrayList<>();

    /** Looks up the rules of which the problems tell so. */
    Unused(Library library, List<Problem> problems) {
        this.vocabulary = library.vocabulary();
        List<Problem> told =
                problems.stream().filter(p -> p.code().equals("words-unlike")).toList();
        if (told.isEmpty()) {
            return;
        }
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.RuleFile file : book.files()) {
                for (Drl.Rule rule : file.rules()) {
                    if (told.stream()
                            .anyMatch(p -> p.file().equals(file.name())
                                    && p.line() >= rule.pos().line()
                                    && p.line() <= rule.endLine())) {
                        unlike.add(rule);
                    }
                }
            }
        }
    }

    /** Whether the word is an event that the title of such a rule names, or a field of records that such a rule looks at. */
    boolean told(Problem unused) {
        String code = unused.pointer().substring(unused.pointer().lastIndexOf('/') + 1);
        if (unused.pointer().startsWith(EVENTS)) {
            String label = vocabulary.label("events", code, "zh");
            return unlike.stream().anyMatch(r -> r.title().contains(label));
        }
        return unlike.stream()
                .flatMap(Drl.Rule::patterns)
                .flatMap(p -> vocabulary.own().field(p, code).stream())
                .anyMatch(f -> Vocabulary.pointer(OwnFields.FIELDS, f.code()).equals(unused.pointer()));
    }
}
