package qiyue.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.rulebook.FixedWords;
import qiyue.rulebook.Library;
import qiyue.rulebook.Particulars;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * What the rules of a clause look at of a fact beside its day, quantities and money: the codes of a bill line, what was answered.
 * It is why the fact stands under that clause, and what the facility is to confirm or deny.
 */
final class ClauseLooks {
    private final Library library;
    private final Particulars particulars;
    private final Map<String, List<Drl.Pattern>> patterns = new HashMap<>();

    ClauseLooks(Library library, Particulars particulars) {
        this.library = library;
        this.particulars = particulars;
    }

    /** It, as the fact states it; what is not stated or still open is left out, as is a code that no rule of the clause asks for. */
    List<String> of(Evidence fact, Collection<String> clauses) {
        List<Drl.Pattern> patterns =
                clauses.stream().flatMap(c -> patterns(c).stream()).toList();
        List<String> said = new ArrayList<>();
        if (fact instanceof Charge) {
            for (Field field : Shape.of(fact.getClass()).fields()) {
                if (!field.coded() || field.derived()) {
                    continue;
                }
                String value = field.in(fact).toString();
                if (patterns.stream()
                        .anyMatch(p -> p.type().equals("Charge")
                                && literals(p, field.name()).contains(value))) {
                    said.add(particulars.of(field, value));
                }
            }
        }
        patterns.stream()
                .filter(p -> p.type().equals("Answer"))
                .flatMap(p -> literals(p, "question").stream())
                .distinct()
                .sorted()
                .forEach(question -> {
                    String answer = fact.answers().getOrDefault(question, "open");
                    if (!answer.equals("open")) {
                        said.add(asked(question) + "：" + FixedWords.of(answer, "zh"));
                    }
                });
        return said;
    }

    /** The question without what explains it. */
    private String asked(String question) {
        return library.vocabulary().label("questions", question, "zh").replaceFirst("(?<=.)（.*", "");
    }

    private List<Drl.Pattern> patterns(String full) {
        return patterns.computeIfAbsent(full, c -> {
            Rulebook book = library.rulebooks().get(c.substring(0, Math.max(c.indexOf('#'), 0)));
            String id = c.substring(c.indexOf('#') + 1);
            return book == null
                    ? List.of()
                    : book.rules().stream()
                            .filter(r -> r.clause().equals(id))
                            .flatMap(Drl.Rule::patterns)
                            .toList();
        });
    }

    /** The values a pattern asks a field to be. */
    private static List<String> literals(Drl.Pattern pattern, String field) {
        return pattern.on(field).stream()
                .flatMap(c -> c instanceof Drl.Compare k
                                && k.operator().equals("==")
                                && k.right() instanceof Drl.Literal l
                        ? Stream.of(l)
                        : c instanceof Drl.OneOf o && !o.negated() ? o.values().stream() : Stream.<Drl.Literal>of())
                .map(l -> l.value().toString())
                .toList();
    }
}
