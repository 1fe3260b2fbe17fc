package qiyue.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.fact.CaseFile;
import qiyue.fact.Entry;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.History;
import qiyue.fact.Records;
import qiyue.fact.Stay;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * What belongs into an inspection of one region: the kinds of record its clauses look at, the fields of each, and of the
 * vocabulary only the codes its clauses take up. Whoever lays out a form to be filled in, whatever its format, asks here.
 */
public final class Skeleton {
    /** The field in which a parameter states a day, and that in which it states a figure. */
    static final Map<String, String> STATING = Map.of(Vocabulary.DAY, "date", Vocabulary.FIGURE, "amount");

    private final Library library;
    private final TakenUp taken;
    private final List<Rulebook> books;
    private final Set<Class<?>> named;
    private final List<Part> parts;
    private final String kind;
    private final boolean whole;

    private Skeleton(Library library, String region, String kind, boolean whole) {
        this.library = library;
        this.whole = whole;
        this.kind = kind;
        this.books = library.rulebooks().values().stream()
                .filter(b -> b.info().region().equals(region))
                .filter(b -> kind.isEmpty() || b.info().kinds().contains(kind))
                .toList();
        this.taken = new TakenUp(library, books, region, kind, whole);
        this.named = looked();
        this.parts = List.copyOf(gathered());
    }

    /**
     * Of a region, for one kind of facility and agreement.
     *
     * @param kind a code of {@code facility-kinds}; empty: all the region has a text for
     */
    public static Skeleton of(Library library, String region, String kind) {
        return new Skeleton(library, region, kind, false);
    }

    /** The same with every kind of record and every code, for one who writes the rules of a new region. */
    public static Skeleton whole(Library library, String region, String kind) {
        return new Skeleton(library, region, kind, true);
    }

    /**
     * Fields that stand together in a document: once ({@code inspection}) or in a list ({@code records.charges}).
     *
     * @param place the names that lead there, such as {@code records}, {@code charges}; none: the document itself
     * @param label what it is called
     * @param list whether there can be many
     * @param needed whether every document has it
     */
    public record Part(List<String> place, Text label, boolean list, boolean needed, List<Column> columns) {
        /** The place as people write it, such as {@code records.charges}. */
        public String path() {
            return String.join(".", place);
        }
    }

    /**
     * A field to be filled in.
     *
     * @param codes the codes it takes, those that lead to its values where it is a map ({@code answers}); none: anything of its
     *     form. Conducts that a clause names stand before those only taken as one of the rest
     * @param within its own fields, where it holds a record or a list of them, such as {@code money}
     */
    public record Column(Field field, List<Code> codes, List<Column> within) {
        /** Whether a document may leave it out. */
        public boolean optional() {
            return field.optional();
        }
    }

    /**
     * A code that may be written.
     *
     * @param note when to take it, or empty
     */
    public record Code(String code, Text label, Text note) {}

    /** All parts, in the order of a document; the first is the document itself. */
    public List<Part> parts() {
        return parts;
    }

    /** The rulebooks it is for. */
    public List<Rulebook> books() {
        return books;
    }

    /** The score sheets that may be filled in. */
    public List<Sheet> sheets() {
        return books.stream()
                .flatMap(b -> b.sheets().values().stream())
                .filter(s -> kind.isEmpty() || s.serves(kind))
                .toList();
    }

    /** What a parameter states: {@code day} or {@code figure}; empty where the vocabulary does not say. */
    String stated(String parameter) {
        return library.vocabulary().stated(parameter);
    }

    private List<Part> gathered() {
        List<Part> all = new ArrayList<>();
        Shape document = Shape.of(CaseFile.class);
        all.add(new Part(
                List.of(),
                new Text(document.zh(), document.en()),
                false,
                true,
                columns(
                        document.fields().stream()
                                .filter(f -> f.form() != Form.RECORD && f.form() != Form.LIST)
                                // where facts came from is noted by what reads tables, not by people
                                .filter(f -> f.form() != Form.MAP || !f.code().isEmpty())
                                .toList(),
                        CaseFile.class,
                        "case")));
        for (Field field : document.fields()) {
            if (field.type() == Records.class) {
                Shape.of(Records.class).fields().stream()
                        .filter(f -> !f.derived() && used(f.element()) && occurs(f.name()))
                        .forEach(f -> all.add(part(List.of(field.name(), f.name()), f)));
                declared(field.name(), all);
            } else if (field.type() == History.class) {
                Shape.of(History.class).fields().forEach(f -> all.add(part(List.of(field.name(), f.name()), f)));
            } else if ((field.form() == Form.RECORD || field.form() == Form.LIST) && used(field.element())) {
                all.add(part(List.of(field.name()), field));
            }
        }
        return all;
    }

    private Part part(List<String> place, Field field) {
        Shape shape = library.vocabulary().own().of(field.element());
        return new Part(
                place,
                new Text(field.zh(), field.en()),
                field.form() == Form.LIST,
                !field.optional(),
                columns(shape.fields(), field.element(), asks(field.element())));
    }

    private static String asks(Class<?> type) {
        return FactKind.of(type).map(FactKind::asks).orElse("");
    }

    /** The kinds the vocabulary declares that a rule of the region names. */
    private void declared(String records, List<Part> all) {
        library.vocabulary().own().shapes().forEach((kind, shape) -> {
            if (whole || taken.kinds().contains(kind) && occurs(kind)) {
                all.add(new Part(
                        List.of(records, kind),
                        new Text(shape.zh(), shape.en()),
                        true,
                        false,
                        columns(
                                shape.fields(),
                                Entry.class,
                                library.vocabulary().own().askedAs(kind))));
            }
        });
    }

    private List<Column> columns(List<Field> fields, Class<?> type, String asks) {
        return fields.stream()
                .filter(f -> !f.derived() && offered(f, type))
                .map(f -> new Column(f, taken.codes(f, type, asks), within(f)))
                .toList();
    }

    private List<Column> within(Field field) {
        return Record.class.isAssignableFrom(field.element())
                ? columns(Shape.of(field.element()).fields(), field.element(), "")
                : List.of();
    }

    /** Whether a field can be meant: it points at nothing that cannot be there, and something may look at it. */
    private boolean offered(Field field, Class<?> type) {
        return whole || (there(field.pointsAt()) && taken.fields().bears(type, field, there(Stay.class)));
    }

    /** Whether records of the type have a place in the form, or it is no type of records. */
    private boolean there(Class<?> type) {
        return FactKind.of(type)
                .filter(k -> k.place().startsWith("/records/"))
                .map(k -> used(type) && occurs(k.examined()))
                .orElse(true);
    }

    /** Whether the form has a place for it: what no document lacks, what is no fact, and what some rule looks at. */
    private boolean used(Class<?> type) {
        Optional<FactKind> kind = FactKind.of(type);
        return whole || kind.isEmpty() || kind.get().examined().isEmpty() || named.contains(type);
    }

    /** Whether records of the kind can be there in a facility of the kind in hand. */
    private boolean occurs(String records) {
        return whole || taken.occurs("record-kinds", records);
    }

    /** The types the rules look at, and those their records point at. */
    private Set<Class<?>> looked() {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (String type : taken.types()) {
            FactKind.named(type)
                    .ifPresent(k -> FactKind.all().stream()
                            .filter(o -> o.type() == k.type()
                                    || (!o.place().isEmpty()
                                            && !k.examined().isEmpty()
                                            && o.examined().equals(k.examined())))
                            .forEach(o -> add(o.type(), all)));
        }
        add(qiyue.fact.Finding.class, all);
        return all;
    }

    private static void add(Class<?> type, Collection<Class<?>> all) {
        if (all.contains(type) || !Record.class.isAssignableFrom(type)) {
            return;
        }
        all.add(type);
        for (Field field : Shape.of(type).pointing()) {
            Class<?> to = field.pointsAt() == void.class ? field.element() : field.pointsAt();
            if (to != Evidence.class) {
                add(to, all);
            }
        }
    }
}
