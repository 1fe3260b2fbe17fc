package qiyue.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ForKinds;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Restriction;
import qiyue.fact.FactKind;
import qiyue.intake.Skeleton.Code;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;

/** What the clauses of some rulebooks take up: the kinds of record they look at and, of each list of the vocabulary, the codes. */
final class TakenUp {
    private static final Text NO_NOTE = new Text("", "");

    private final Vocabulary vocabulary;
    private final List<Rulebook> books;
    private final String region;
    private final String kind;
    private final boolean whole;
    private final List<Drl.Pattern> patterns;
    private final Set<String> written;
    private final ReadFields fields;

    /** The conducts some clause takes up, each with whether one names it; the others are only taken as one of the rest. */
    private final Map<String, Boolean> conducts = new TreeMap<>();

    TakenUp(Library library, List<Rulebook> books, String region, String kind, boolean whole) {
        this.vocabulary = library.vocabulary();
        this.books = books;
        this.region = region;
        this.kind = kind;
        this.whole = whole;
        List<Drl.Rule> rules = books.stream()
                .flatMap(b -> b.rules().stream().filter(r -> possible(b, r)))
                .toList();
        this.patterns = rules.stream().flatMap(Drl.Rule::patterns).toList();
        this.written = rules.stream().flatMap(TakenUp::texts).collect(Collectors.toCollection(TreeSet::new));
        this.fields = new ReadFields(rules, written);
        Set<String> ids = books.stream().map(Rulebook::id).collect(Collectors.toSet());
        ConductMap.of(library).rows().stream()
                .filter(r -> occurs("conducts", r.code()))
                .forEach(r -> r.cells().stream()
                        .filter(c -> ids.contains(c.rulebook()))
                        .flatMap(c -> c.clauses().stream())
                        .filter(t -> kind.isEmpty() || t.kinds().contains(kind))
                        .forEach(t -> conducts.merge(r.code(), !t.residual(), Boolean::logicalOr)));
    }

    /** Whether a conduct, or a kind of record, can occur in a facility of the kind. */
    boolean occurs(String list, String code) {
        List<String> kinds =
                vocabulary.entry(list, code).map(e -> e.named("kinds")).orElse(List.of());
        return kind.isEmpty() || kinds.isEmpty() || kinds.contains(kind);
    }

    /** Whether the rule can be met in a facility of the kind, and by a conduct that can occur there where it names conducts. */
    private boolean possible(Rulebook book, Drl.Rule rule) {
        return kind.isEmpty()
                || (ForKinds.met(book, rule, kind)
                        && rule.positive()
                                .filter(p -> p.type().equals("Finding"))
                                .map(p -> Restriction.of(p, "conduct"))
                                .allMatch(named -> named.only()
                                        .map(o -> o.stream().anyMatch(c -> named.admits(c) && occurs("conducts", c)))
                                        .orElse(true)));
    }

    /** What rules call the facts they look at. */
    Set<String> types() {
        return patterns.stream().map(Drl.Pattern::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields of records they look at. */
    ReadFields fields() {
        return fields;
    }

    /** The kinds of record among them that the vocabulary declares, by their place. */
    Set<String> kinds() {
        // a checked rule names the class and says the kind
        Stream<String> said = patterns.stream()
                .filter(p -> p.type().equals("Entry"))
                .flatMap(p -> p.on("kind").stream())
                .flatMap(c -> c instanceof Drl.Compare k && k.right() instanceof Drl.Literal l
                        ? Stream.of(l.value().toString())
                        : Stream.of());
        return Stream.concat(
                        types().stream()
                                .map(t -> vocabulary.own().types().get(t))
                                .filter(t -> t != null && !t.kind().isEmpty())
                                .map(FactTypes.FactType::kind),
                        said)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The kinds of record whose examination covers what the rules look at. */
    private Set<String> examined() {
        return Stream.concat(
                        kinds().stream(),
                        types().stream()
                                .flatMap(t -> FactKind.named(t).stream())
                                .map(FactKind::examined))
                .collect(Collectors.toSet());
    }

    /**
     * The codes a field takes.
     *
     * @param asks the word by which questions are asked about what has the field
     */
    List<Code> codes(Field field, Class<?> type, String asks) {
        if (field.code().isEmpty()) {
            return field.codes().stream()
                    .map(c -> new Code(c, vocabulary.own().label(field, c).orElse(new Text(c, c)), NO_NOTE))
                    .toList();
        }
        if (!field.codes().isEmpty() && field.form() != Form.MAP) {
            return vocabulary.codes(field).stream()
                    .map(c -> new Code(c, vocabulary.label(field.code(), c), NO_NOTE))
                    .toList();
        }
        Set<String> known = vocabulary.codes(field.code());
        if (whole
                && !List.of("regions", "facility-kinds", "sheets", "questions").contains(field.code())) {
            return coded(field, known::contains);
        }
        return switch (field.code()) {
            case "regions" -> coded(field, region::equals);
            case "facility-kinds" ->
                coded(
                        field,
                        c -> (kind.isEmpty() || kind.equals(c))
                                && books.stream().anyMatch(b -> b.info().kinds().contains(c)));
            case "conducts" ->
                Stream.concat(
                                coded(field, c -> conducts.getOrDefault(c, false)).stream(),
                                coded(field, c -> !conducts.getOrDefault(c, true)).stream())
                        .toList();
            case "topics" ->
                coded(
                        field,
                        t -> conducts.keySet().stream()
                                .anyMatch(c -> vocabulary
                                        .property("conducts", c, "topic")
                                        .equals(t)));
            case "questions" ->
                coded(
                        field,
                        q -> (whole || written.contains(q))
                                && (asks.isEmpty()
                                        || vocabulary
                                                .property("questions", q, "about")
                                                .equals(asks)));
            case "sheets" ->
                coded(
                        field,
                        s -> books.stream()
                                .flatMap(b -> Optional.ofNullable(b.sheets().get(s)).stream())
                                .anyMatch(sheet -> kind.isEmpty() || sheet.serves(kind)));
            case "record-kinds" -> {
                Set<String> examined = examined();
                yield coded(field, k -> examined.contains(k) && occurs("record-kinds", k));
            }
            case "measures", "acts", "parameters" -> coded(field, written::contains);
            default -> coded(field, admitted(field, type, known)::contains);
        };
    }

    private List<Code> coded(Field field, Predicate<String> which) {
        return vocabulary.entries(field.code()).stream()
                .filter(e -> which.test(e.code()))
                .map(e -> new Code(e.code(), e.label(), note(field.code(), e.code())))
                .toList();
    }

    /** When to take a conduct, what to write for a parameter. */
    private Text note(String list, String code) {
        String field = list.equals("parameters") ? Skeleton.STATING.getOrDefault(vocabulary.stated(code), "") : "";
        return list.equals("conducts")
                ? vocabulary.entry("uses", code).map(Vocabulary.Entry::label).orElse(NO_NOTE)
                : field.isEmpty() ? NO_NOTE : new Text("必须写 " + field, field + " has to be stated");
    }

    /** The codes some pattern of that type admits; all of them where none looks at the type. */
    private Collection<String> admitted(Field field, Class<?> type, Set<String> known) {
        List<Restriction> looks = patterns.stream()
                .filter(p -> vocabulary.own().types().containsKey(p.type())
                        && vocabulary.own().types().get(p.type()).factClass() == type)
                .map(p -> Restriction.of(p, field.name()))
                .toList();
        List<String> admitted = known.stream()
                .filter(c -> looks.stream().anyMatch(l -> l.admits(c)))
                .toList();
        return admitted.isEmpty() ? known : admitted;
    }

    /** Every text a rule writes, in conditions and in what it concludes: codes are among them. */
    private static Stream<String> texts(Drl.Rule rule) {
        Stream<Drl.Operand> conditions =
                rule.patterns().flatMap(p -> p.constraints().stream()).flatMap(TakenUp::operands);
        Stream<Drl.Operand> concluded = rule.then().steps().stream().flatMap(s -> s.arguments().stream());
        return Stream.concat(conditions, concluded).flatMap(TakenUp::literals);
    }

    private static Stream<Drl.Operand> operands(Drl.Constraint constraint) {
        return constraint instanceof Drl.OneOf o
                ? Stream.concat(Stream.of(o.left()), o.values().stream())
                : constraint.operands().stream();
    }

    private static Stream<String> literals(Drl.Operand operand) {
        List<String> found = new ArrayList<>();
        if (operand instanceof Drl.Literal l && l.value() instanceof String text) {
            found.add(text);
        } else if (operand instanceof Drl.Path p) {
            p.steps().forEach(s -> s.arguments().forEach(a -> literals(a).forEach(found::add)));
        }
        return found.stream();
    }
}
