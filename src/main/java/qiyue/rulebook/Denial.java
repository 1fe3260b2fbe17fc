package qiyue.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * What on a record contradicts a conduct found in it, as the vocabulary says ({@code denied-by}): one or more ways, joined by
 * {@code or}; each is one or more terms of one record, joined by {@code and}; each term {@code kind.name = value}, where the
 * name is a question about that kind or a field of it.
 */
public record Denial(List<List<Term>> ways) {

    /** One term: the word for the kind of record, the question or field, the value. */
    public record Term(String about, String name, String value) {
        /** As it is written. */
        public String text() {
            return about + "." + name + " = " + value;
        }

        private boolean holds(Evidence fact) {
            return value.equals(fact.answers().get(name))
                    || Shape.value((Record) fact, name)
                            .filter(v -> v.toString().equals(value))
                            .isPresent();
        }
    }

    /** The denial so written; empty if it is not well written. */
    static Optional<Denial> parse(String text) {
        List<List<Term>> ways = new ArrayList<>();
        for (String way : text.split("\\s+or\\s+")) {
            List<Term> terms = new ArrayList<>();
            for (String term : way.split("\\s+and\\s+")) {
                String[] sides = term.strip().split("\\s*=\\s*|\\.");
                if (sides.length != 3) {
                    return Optional.empty();
                }
                terms.add(new Term(sides[0], sides[1], sides[2]));
            }
            if (terms.stream().map(Term::about).distinct().count() != 1) {
                return Optional.empty();
            }
            ways.add(List.copyOf(terms));
        }
        return Optional.of(new Denial(List.copyOf(ways)));
    }

    /** The first term that can never hold, because there is no such kind, question, field or value. */
    Optional<Term> senseless(Vocabulary vocabulary) {
        return ways.stream()
                .flatMap(List::stream)
                .filter(t -> !sensible(t, vocabulary))
                .findFirst();
    }

    private static boolean sensible(Term term, Vocabulary vocabulary) {
        if (vocabulary.property("questions", term.name(), "about").equals(term.about())) {
            return List.of("yes", "no").contains(term.value());
        }
        return FactKind.all().stream()
                .filter(k -> k.asks().equals(term.about()))
                .flatMap(k -> Shape.of(k.type()).field(term.name()).stream())
                .anyMatch(f -> takes(f, term.value(), vocabulary));
    }

    private static boolean takes(Field field, String value, Vocabulary vocabulary) {
        return switch (field.form()) {
            case TRUTH -> List.of("true", "false").contains(value);
            case TEXT -> vocabulary.codes(field).contains(value);
            default -> false;
        };
    }

    /** What the conduct says of that question about a record it was found in: the opposite of what alone would contradict it; empty where nothing does. */
    public String says(String question) {
        for (List<Term> way : ways) {
            if (way.size() == 1 && way.get(0).name().equals(question)) {
                return way.get(0).value().equals("yes") ? "no" : "yes";
            }
        }
        return "";
    }

    /** The terms that hold of the fact and contradict the conduct; empty if none do. */
    public List<Term> holding(Evidence fact) {
        String word = FactKind.of(fact).map(FactKind::asks).orElse("");
        return ways.stream()
                .filter(way -> way.stream().allMatch(t -> t.about().equals(word) && t.holds(fact)))
                .findFirst()
                .orElse(List.of());
    }
}
