package qiyue.prove;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.fact.Assessment;
import qiyue.fact.FactKind;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** Where documents hold what a pattern asks for, and of what it is made. */
final class Kinds {
    private final Vocabulary vocabulary;

    Kinds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A kind of thing in a document. */
    record Held(String place, Shape shape) {
        boolean single() {
            return place.equals("/inspection") || place.equals("/facility");
        }

        String idOf(int number) {
            return place.replaceAll(".*/", "").replaceAll("s$", "") + number;
        }

        Optional<Field> field(String name) {
            return shape.field(name).filter(f -> !f.derived());
        }
    }

    /** What a pattern asks for; empty for what no document holds. */
    Optional<Held> of(Drl.Pattern pattern) {
        return switch (pattern.type()) {
            case "Score" -> Optional.of(new Held("/assessments", Shape.of(Assessment.class)));
            case "PriorPenalty" -> of("Penalty");
            case "StayDay" -> of("Stay");
            case "Entry" -> entry(pattern);
            default -> of(pattern.type());
        };
    }

    private Optional<Held> of(String type) {
        return FactKind.named(type).filter(k -> !k.place().isEmpty()).map(this::held);
    }

    private Held held(FactKind kind) {
        return new Held(kind.place(), vocabulary.own().of(kind.type()));
    }

    private Optional<Held> entry(Drl.Pattern pattern) {
        for (Drl.Constraint c : pattern.on("kind")) {
            if (c instanceof Drl.Compare k && k.right() instanceof Drl.Literal l) {
                String place = l.value().toString();
                Shape shape = vocabulary.own().shapes().get(place);
                return Optional.ofNullable(shape).map(s -> new Held("/records/" + place, s));
            }
        }
        return Optional.empty();
    }

    /** The thing held in a place of the document, such as {@code /records/stays/0}. */
    Optional<Held> at(String place) {
        String list = place.replaceAll("/\\d+$", "");
        if (list.equals("/assessments")) {
            return Optional.of(new Held(list, Shape.of(Assessment.class)));
        }
        Shape declared = vocabulary.own().shapes().get(list.replaceFirst("^/records/", ""));
        if (declared != null) {
            return Optional.of(new Held(list, declared));
        }
        return FactKind.all().stream()
                .filter(k -> k.place().equals(list))
                .findFirst()
                .map(this::held);
    }

    /** The codes a field takes, in order; none if it takes any text. */
    List<String> codes(Field field) {
        if (!field.codes().isEmpty() && field.form() != Form.MAP) {
            return field.codes();
        }
        return field.code().isEmpty() || field.form() == Form.MAP
                ? List.of()
                : List.copyOf(vocabulary.codes(field.code()));
    }

    /** The questions that are put about what is held there. */
    Set<String> questions(String word) {
        Set<String> about = new LinkedHashSet<>();
        vocabulary.entries("questions").stream()
                .filter(q -> q.properties().getOrDefault("about", "").equals(word))
                .forEach(q -> about.add(q.code()));
        return about;
    }
}
