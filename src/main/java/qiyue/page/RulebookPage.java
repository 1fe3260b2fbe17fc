package qiyue.page;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.rulebook.Review;
import qiyue.rulebook.Rulebook;

/** A rulebook: its particulars, its score sheets, its clauses. */
record RulebookPage(Frame frame, List<Named> facts, List<Link> sheets, List<Line> lines) {

    /**
     * A clause.
     *
     * @param rules how many; empty if none are due
     * @param cases how many meet and miss it; empty if none are due
     * @param uncovered whether it is encoded and no case meets it
     */
    record Line(Link link, String id, String meaning, String status, String rules, String cases, boolean uncovered) {}

    static RulebookPage of(Rulebook book, Words words, Cases cases) {
        String title = book.info().title().in(words.lang());
        return new RulebookPage(
                Frame.of(words, book.id() + "/index.html", title),
                facts(book, words, cases),
                book.sheets().values().stream()
                        .map(s -> new Link(Places.sheet(s.name()), s.title().in(words.lang())))
                        .toList(),
                book.ledger().values().stream()
                        .map(c -> line(book, c, words, cases))
                        .toList());
    }

    List<String> header() {
        return List.of(
                frame.t("条款", "clause"),
                frame.t("含义", "meaning"),
                frame.t("状态", "status"),
                frame.t("规则", "rules"),
                frame.t("触及 / 未触及的用例", "cases that meet / miss it"));
    }

    /** The encoded clauses, rows of score sheets aside: those are no rules a case could meet. */
    static List<Rulebook.Clause> encoded(Rulebook book) {
        return book.ledger().values().stream()
                .filter(c -> c.encoded() && !isRow(book, c))
                .toList();
    }

    /** How many of the clauses some case meets. */
    static long met(Rulebook book, List<Rulebook.Clause> clauses, Cases cases) {
        return clauses.stream()
                .filter(c -> !cases.hits(Places.full(book, c)).isEmpty())
                .count();
    }

    private static boolean isRow(Rulebook book, Rulebook.Clause c) {
        return book.sheets().keySet().stream().anyMatch(s -> c.id().startsWith(s + "."));
    }

    private static List<Named> facts(Rulebook book, Words words, Cases cases) {
        Rulebook.Info info = book.info();
        List<Rulebook.Clause> encoded = encoded(book);
        // rows of score sheets apart, as on the index: they are no rules
        String statuses = book.ledger().size()
                + words.t("：", ": ")
                + words.and(book.ledger().values().stream()
                        .collect(Collectors.groupingBy(
                                c -> c.encoded() && isRow(book, c)
                                        ? words.t("评分表的行", "rows of score sheets")
                                        : words.status(c.status()),
                                TreeMap::new,
                                Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(s -> s.getKey() + " " + s.getValue())
                        .toList());
        return Named.said(
                new Named(words.t("编号", "id"), book.id()),
                new Named(words.t("文号", "number"), info.number()),
                new Named(words.t("摘要", "digest"), book.digest()),
                new Named(words.t("有效", "in force"), words.inForce(info)),
                new Named(
                        words.t("机构类别", "kinds of facility"),
                        words.and(info.kinds().stream()
                                .map(k -> words.label("facility-kinds", k))
                                .toList())),
                new Named(
                        words.t("说明", "note"),
                        info.note().map(n -> n.in(words.lang())).orElse("")),
                new Named(words.t("复核日", "reviewed"), review(book, words)),
                new Named(words.t("条款", "clauses"), statuses),
                new Named(
                        words.t("用例", "cases"),
                        words.t("已编码条款中 ", "of the encoded clauses, met in some case: ")
                                + met(book, encoded, cases) + " / " + encoded.size()
                                + words.t(" 条有用例触及", "")));
    }

    private static String review(Rulebook book, Words words) {
        Review review = book.info().reviewed();
        if (!review.dated()) {
            return "";
        }
        String state = switch (Review.stateOf(book, words.library().vocabulary())) {
            case DAY_ONLY -> "";
            case CURRENT -> words.t("；此后没有改动", "; unchanged since");
            case CHANGED -> words.t("；此后有改动，尚未复核", "; changed since, not yet reviewed again");
        };
        return review.on() + (review.by().isEmpty() ? "" : words.t("，", ", ") + review.by()) + state;
    }

    private static Line line(Rulebook book, Rulebook.Clause c, Words words, Cases cases) {
        String full = Places.full(book, c);
        boolean due = c.encoded() && !isRow(book, c);
        int hits = cases.hits(full).size();
        return new Line(
                new Link(Places.clause(c.id()), words.cite(c.id())),
                c.id(),
                c.label().in(words.lang()),
                words.status(c.status()),
                c.encoded() ? ClausePage.rules(book, c).size() + "" : "",
                due ? hits + " / " + cases.misses(full).size() : "",
                due && hits == 0);
    }
}
