package qiyue.conduct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.fact.FactKind;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * For every conduct and rulebook one cell: the clauses that take it up with the questions each asks, or the residual clause,
 * or the stated reason why nothing follows. It is read off the parsed rules, so it cannot differ from what they do.
 */
public final class ConductMap {
    private static final Text NOTHING = new Text("", "");

    private final Map<String, ConductRow> rows = new LinkedHashMap<>();
    private final Map<String, Book> books = new TreeMap<>();
    private final Vocabulary vocabulary;

    private ConductMap(Library library) {
        this.vocabulary = library.vocabulary();
        library.rulebooks().values().forEach(b -> books.put(b.id(), new Book(b)));
        for (Vocabulary.Entry conduct : vocabulary.conducts()) {
            rows.put(conduct.code(), row(conduct));
        }
    }

    /** The map of a library, worked out when first asked for. */
    public static ConductMap of(Library library) {
        return library.once(ConductMap.class, ConductMap::new);
    }

    /** All conducts, in order of code. */
    public List<ConductRow> rows() {
        return List.copyOf(rows.values());
    }

    /** The row of a conduct. */
    public Optional<ConductRow> row(String conduct) {
        return Optional.ofNullable(rows.get(conduct));
    }

    private ConductRow row(Vocabulary.Entry conduct) {
        Optional<Vocabulary.Entry> use = vocabulary.entry("uses", conduct.code());
        List<Cell> cells = books.values().stream().map(b -> cell(b, conduct)).toList();
        return new ConductRow(
                conduct.code(),
                conduct.label(),
                conduct.properties().getOrDefault("topic", ""),
                conduct.money(),
                use.map(Vocabulary.Entry::label).orElse(NOTHING),
                use.map(u -> u.named("near")).orElse(List.of()),
                use.map(u -> u.named("words")).orElse(List.of()),
                conduct.named("kinds"),
                records(conduct),
                cells);
    }

    private Cell cell(Book book, Vocabulary.Entry conduct) {
        Map<String, Takes> named = new LinkedHashMap<>();
        Map<String, Takes> residual = new LinkedHashMap<>();
        for (Ask ask : book.asks()) {
            if (ask.admits().admits(conduct.code())) {
                (ask.residual() ? residual : named)
                        .computeIfAbsent(ask.clause(), c -> new Takes())
                        .add(ask);
            }
        }
        List<Taken> clauses = new ArrayList<>();
        for (String clause : book.ledger()) {
            Takes takes = named.get(clause);
            if (takes != null) {
                takes.add(residual.getOrDefault(clause, new Takes()));
                clauses.add(takes.taken(clause, false));
            }
        }
        for (String clause : book.ledger()) {
            Takes takes = residual.get(clause);
            if (takes != null && !named.containsKey(clause)) {
                clauses.add(takes.taken(clause, true));
            }
        }
        return new Cell(book.id(), List.copyOf(clauses), reason(vocabulary, book.id(), conduct.code()));
    }

    /** What the rules of one clause ask of a conduct, and for which kinds. */
    private record Takes(Set<String> questions, Set<String> kinds) {
        Takes() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(Ask ask) {
            questions.addAll(ask.questions());
            kinds.addAll(ask.kinds());
        }

        void add(Takes other) {
            questions.addAll(other.questions());
            kinds.addAll(other.kinds());
        }

        Taken taken(String clause, boolean rest) {
            return new Taken(clause, rest, List.copyOf(questions), List.copyOf(kinds));
        }
    }

    /** The reason stated why nothing follows from the conduct under the rulebook; blank where none is. */
    static Text reason(Vocabulary vocabulary, String book, String conduct) {
        return vocabulary.entries("nothing-follows").stream()
                .filter(r -> r.named("in").contains(book)
                        && vocabulary.members("nothing-follows", r.code()).contains(conduct))
                .map(Vocabulary.Entry::label)
                .findFirst()
                .orElse(NOTHING);
    }

    /** The kinds of record that show the same: those that can contradict it, and those stated. */
    private List<String> records(Vocabulary.Entry conduct) {
        Set<String> kinds = new TreeSet<>();
        Stream.of("denied-by", "beside")
                .flatMap(p -> Stream.of(conduct.properties().getOrDefault(p, "").split(" or | and ")))
                .map(t -> t.strip().split("\\.")[0])
                .filter(k -> FactKind.words().contains(k))
                .forEach(kinds::add);
        vocabulary.entry("uses", conduct.code()).ifPresent(u -> kinds.addAll(u.named("records")));
        return List.copyOf(kinds);
    }

    /** How one rule takes conducts up. */
    private record Ask(
            String clause, Restriction admits, boolean residual, List<String> questions, List<String> kinds) {}

    /** A rulebook's clauses in their order, and how its rules take conducts up. */
    private record Book(String id, List<String> ledger, List<Ask> asks) {
        Book(Rulebook book) {
            this(
                    book.id(),
                    List.copyOf(book.ledger().keySet()),
                    book.rules().stream().flatMap(r -> asks(book, r)).toList());
        }

        private static Stream<Ask> asks(Rulebook book, Drl.Rule rule) {
            return rule.positive()
                    .filter(p -> p.type().equals("Finding"))
                    .filter(p -> Restriction.of(p, "conduct").only().isPresent() || others(rule, p))
                    .map(p -> new Ask(
                            rule.clause(),
                            Restriction.of(p, "conduct"),
                            others(rule, p) || (Restriction.takesRest(p) && !Restriction.calls(p, Drl.Sort.ITEMS)),
                            questions(rule),
                            ForKinds.of(book, rule)));
        }
    }

    /** Whether the rule finds a breach in any conduct but some: a residual clause too. */
    private static boolean others(Drl.Rule rule, Drl.Pattern p) {
        return rule.then().type().equals("Breach")
                && Restriction.of(p, "conduct").only().isEmpty()
                && Restriction.of(p, "conduct").restricts();
    }

    /** The questions a rule puts, in its order. */
    static List<String> questions(Drl.Rule rule) {
        return rule.patterns()
                .filter(p -> p.type().equals("Answer"))
                .flatMap(p -> Restriction.of(p, "question").only().stream().flatMap(Set::stream))
                .distinct()
                .toList();
    }
}
