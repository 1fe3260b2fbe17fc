package qiyue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import qiyue.conduct.Cell;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductRow;
import qiyue.conduct.Taken;
import qiyue.fact.FactKind;
import qiyue.report.FactNames;
import qiyue.rulebook.Library;

/**
 * The map of conducts: when to take each and when its neighbour, and what every rulebook makes of it. All on one page, so that
 * the browser's own search finds a word.
 */
record ConductsPage(Frame frame, List<Topic> topics) {

    record Topic(String code, String title, List<Conduct> conducts) {}

    /**
     * A conduct.
     *
     * @param facts when to take it, what money and which records belong to it
     * @param near its neighbours on this page
     */
    record Conduct(String code, String label, List<Named> facts, List<Link> near, List<Book> books) {}

    /**
     * What one rulebook makes of it.
     *
     * @param why where no clause takes it up
     */
    record Book(String name, List<Clause> clauses, String why) {}

    /** A clause that takes it up, with what it asks. */
    record Clause(Link link, String asks) {}

    static ConductsPage of(Library library, Words words) {
        Map<String, List<Conduct>> byTopic = new TreeMap<>();
        for (ConductRow row : ConductMap.of(library).rows()) {
            byTopic.computeIfAbsent(row.topic(), t -> new ArrayList<>()).add(conduct(library, row, words));
        }
        List<Topic> topics = byTopic.entrySet().stream()
                .map(t -> new Topic(t.getKey(), words.label("topics", t.getKey()), t.getValue()))
                .toList();
        return new ConductsPage(
                Frame.of(words, "conducts.html", words.t("行为：何时填，归哪一条", "Conducts: when to take which")), topics);
    }

    private static Conduct conduct(Library library, ConductRow row, Words words) {
        List<Named> facts = new ArrayList<>();
        if (!row.use().zh().isEmpty()) {
            facts.add(new Named(words.t("何时填", "when"), row.use().in(words.lang())));
        }
        if (!row.words().isEmpty() && words.lang().equals("zh")) {
            facts.add(new Named("也叫", String.join("、", row.words())));
        }
        facts.add(new Named(words.t("金额", "money"), money(row.money(), words)));
        if (!row.kinds().isEmpty()) {
            facts.add(new Named(
                    words.t("只见于", "only in"),
                    words.and(row.kinds().stream()
                            .map(k -> words.label("facility-kinds", k))
                            .toList())));
        }
        if (!row.records().isEmpty()) {
            facts.add(new Named(
                    words.t("同一事实的数据", "records of the same"),
                    words.and(row.records().stream().map(r -> record(r, words)).toList())));
        }
        List<Link> near = row.near().stream()
                .map(n -> new Link("#" + n, words.label("conducts", n)))
                .toList();
        List<Book> books =
                row.cells().stream().map(c -> book(library, c, words)).toList();
        return new Conduct(row.code(), row.label().in(words.lang()), facts, near, books);
    }

    private static String record(String kind, Words words) {
        return FactKind.all().stream()
                .filter(f -> f.asks().equals(kind))
                .findFirst()
                .map(f -> FactNames.of(f.name(), words.lang()))
                .orElse(kind);
    }

    private static String money(String money, Words words) {
        return switch (money) {
            case "claim" -> words.t("本身就是费用问题，要填", "it is itself a matter of cost: state the sum");
            case "none" -> words.t("与费用无关", "none belongs to it");
            default -> words.t("有涉及的就填", "state it where there is some");
        };
    }

    private static Book book(Library library, Cell cell, Words words) {
        List<Clause> clauses = cell.clauses().stream()
                .map(t -> new Clause(
                        new Link(cell.rulebook() + "/" + Places.clause(t.clause()), words.cite(t.clause())),
                        asks(t, words)))
                .toList();
        return new Book(
                Objects.requireNonNull(library.rulebooks().get(cell.rulebook()), cell.rulebook())
                        .info()
                        .title()
                        .in(words.lang()),
                clauses,
                cell.why().in(words.lang()));
    }

    private static String asks(Taken taken, Words words) {
        String rest = taken.residual() ? words.t("（其他）", " (the rest)") : "";
        List<String> asked =
                taken.questions().stream().map(q -> words.label("questions", q)).toList();
        return asked.isEmpty() ? rest : rest + words.t("：", ": ") + words.and(asked);
    }
}
