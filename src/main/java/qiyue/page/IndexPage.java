package qiyue.page;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** All rulebooks, by region. */
record IndexPage(Frame frame, List<Region> regions, List<Named> digests) {

    record Region(String label, List<Book> books) {}

    /**
     * A rulebook.
     *
     * @param met how many of its encoded clauses are met in a case
     */
    record Book(Link link, String inForce, int clauses, int encoded, int rules, long met) {}

    static IndexPage of(Library library, Words words, Cases cases) {
        List<Region> regions = library.rulebooks().values().stream()
                .collect(Collectors.groupingBy(r -> r.info().region(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(region -> new Region(
                        words.label("regions", region.getKey()),
                        region.getValue().stream()
                                .map(b -> book(words, b, cases))
                                .toList()))
                .toList();
        return new IndexPage(
                Frame.of(words, "index.html", words.t("契约：规则册", "Qiyue: rulebooks")), regions, digests(library));
    }

    /** What decisions rest on, as they name it. */
    private static List<Named> digests(Library library) {
        return Stream.concat(
                        Stream.concat(
                                library.rulebooks().values().stream().map(b -> new Named(b.id(), b.digest())),
                                library.shared().entrySet().stream().map(d -> new Named(d.getKey(), d.getValue()))),
                        Stream.of(new Named(Program.id(), Program.digest())))
                .toList();
    }

    private static Book book(Words words, Rulebook book, Cases cases) {
        List<Rulebook.Clause> encoded = RulebookPage.encoded(book);
        return new Book(
                new Link(book.id() + "/index.html", book.info().title().in(words.lang())),
                words.inForce(book.info()),
                book.ledger().size(),
                encoded.size(),
                book.rules().size(),
                RulebookPage.met(book, encoded, cases));
    }

    List<String> header() {
        return List.of(
                frame.t("规则册", "rulebook"),
                frame.t("有效", "in force"),
                frame.t("条款", "clauses"),
                frame.t("已编码", "encoded"),
                frame.t("规则", "rules"),
                frame.t("有用例触及", "met in a case"));
    }
}
