package qiyue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Vocabulary;

/** All codes, and the clauses that name them; of conducts the {@link ConductsPage} says more. */
record VocabularyPage(Frame frame, List<Codes> lists) {
    private static final Set<String> NAMED_BY_RULES = Set.of("conducts", "questions", "measures", "acts");

    record Codes(String name, String title, List<Entry> entries) {}

    record Entry(String code, String label, String properties, List<Book> books) {}

    /** The clauses of one rulebook that name a code. */
    record Book(String name, List<Link> clauses) {}

    static VocabularyPage of(Library library, References references, Words words) {
        List<Codes> lists = Words.LISTS.stream()
                .map(list -> new Codes(
                        list,
                        words.list(list),
                        library.vocabulary().entries(list).stream()
                                .map(e -> new Entry(
                                        e.code(),
                                        e.label().in(words.lang()),
                                        list.equals("questions")
                                                ? properties(e, words) + words.t("；", "; ") + words.answering(e.code())
                                                : properties(e, words),
                                        NAMED_BY_RULES.contains(list) ? named(references, e.code(), words) : List.of()))
                                .toList()))
                .filter(codes -> !codes.entries().isEmpty())
                .toList();
        return new VocabularyPage(Frame.of(words, "vocabulary.html", words.t("词汇", "Vocabulary")), lists);
    }

    private static List<Book> named(References references, String code, Words words) {
        return references.readBy(code).stream()
                .collect(Collectors.groupingBy(Places::book, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(book -> new Book(
                        book.getKey() + words.t("：", ": "),
                        book.getValue().stream()
                                .map(c -> new Link(book.getKey() + "/" + Places.clause(Places.id(c)), Places.id(c)))
                                .toList()))
                .toList();
    }

    private static String properties(Vocabulary.Entry e, Words words) {
        List<String> shown = new ArrayList<>();
        new TreeMap<>(e.properties())
                .forEach((k, v) -> shown.add(k + "=" + (k.equals("topic") ? words.label("topics", v) : v)));
        if (!e.absorbs().isEmpty()) {
            shown.add("absorbs="
                    + words.and(e.absorbs().stream()
                            .map(a -> words.label("measures", a))
                            .toList()));
        }
        return String.join(words.t("；", "; "), shown);
    }

    List<String> header() {
        return List.of(
                frame.t("代码", "code"),
                frame.t("含义", "meaning"),
                frame.t("性质", "properties"),
                frame.t("哪些条款用到", "clauses that name it"));
    }
}
