package qiyue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.report.FactNames;
import qiyue.rulebook.Library;
import qiyue.rulebook.Readings;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** Makes the pages of clauses in one language. */
final class ClausePages {
    private final Library library;
    private final References references;
    private final Cases cases;
    private final Pages.Texts texts;
    private final Words words;

    ClausePages(Library library, References references, Cases cases, Pages.Texts texts, Words words) {
        this.library = library;
        this.references = references;
        this.cases = cases;
        this.texts = texts;
        this.words = words;
    }

    /** The pages of a rulebook, in the order of its ledger. */
    List<ClausePage> of(Rulebook book) {
        List<Rulebook.Clause> clauses = List.copyOf(book.ledger().values());
        List<ClausePage> pages = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            List<Link> neighbours = new ArrayList<>();
            if (i > 0) {
                String before = clauses.get(i - 1).id();
                neighbours.add(new Link(Places.clause(before), "← " + words.cite(before)));
            }
            if (i + 1 < clauses.size()) {
                String after = clauses.get(i + 1).id();
                neighbours.add(new Link(Places.clause(after), words.cite(after) + " →"));
            }
            pages.add(page(book, clauses.get(i), neighbours));
        }
        return pages;
    }

    private ClausePage page(Rulebook book, Rulebook.Clause c, List<Link> neighbours) {
        String full = Places.full(book, c);
        String lang = words.lang();
        List<Drl.Rule> rules = ClausePage.rules(book, c);
        return new ClausePage(
                Frame.of(
                        words,
                        book.id() + "/" + Places.clause(c.id()),
                        words.cite(c.id()) + words.t("　", "  ") + c.label().in(lang),
                        new Link("index.html", book.info().title().in(lang))),
                neighbours,
                Named.said(
                        new Named(words.t("编号", "id"), full),
                        new Named(words.t("含义", "meaning"), c.label().in(lang)),
                        new Named(words.t("状态", "status"), words.status(c.status())),
                        new Named(words.t("理由", "why"), c.why().in(lang)),
                        new Named(words.t("解读", "reading"), c.reading()),
                        new Named(
                                words.t("版本", "edition"),
                                words.t("有效 ", "in force ")
                                        + words.inForce(book.info())
                                        + words.t("；规则册摘要 ", "; digest of the rulebook ")
                                        + book.digest()),
                        new Named(
                                words.t("文本留下的疑问", "doubt the text leaves"),
                                c.ask().in(lang))),
                texts.official(full).lines().toList(),
                readings(book, c),
                words.and(facts(rules)),
                Stream.of(codes(book, rules, "conducts"), codes(book, rules, "questions"))
                        .flatMap(Optional::stream)
                        .toList(),
                Stream.of(
                                related(
                                        book,
                                        words.t("依据的结论", "Rests on what these clauses conclude"),
                                        references.restsOn(full),
                                        full),
                                related(
                                        book,
                                        words.t("由此引出", "What follows from it"),
                                        references.followsFrom(full),
                                        full))
                        .filter(r -> !r.clauses().isEmpty())
                        .toList(),
                sources(book, c),
                rows(book, c),
                c.encoded() ? cases.sum(words, full) : "",
                c.encoded() ? cases.lists(words, full) : List.of());
    }

    private List<ClausePage.Reading> readings(Rulebook book, Rulebook.Clause c) {
        Readings known = library.readings(book.info().region());
        return Readings.cited(c.reading()).stream()
                .flatMap(id -> known.of(id).stream())
                .map(r -> new ClausePage.Reading(
                        r.id(),
                        r.question().in(words.lang()),
                        Named.said(
                                new Named(words.t("所采", "taken"), r.taken().in(words.lang())),
                                new Named(
                                        words.t("另解", "otherwise"), r.instead().in(words.lang())),
                                new Named(words.t("理由", "why"), r.why().in(words.lang())))))
                .toList();
    }

    private List<String> facts(List<Drl.Rule> rules) {
        Set<String> facts = rules.stream()
                .flatMap(Drl.Rule::patterns)
                .map(Drl.Pattern::type)
                .filter(f -> !f.equals("Answer"))
                .map(f -> FactNames.of(f, words.lang()))
                .collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(facts);
    }

    private Optional<ClausePage.Codes> codes(Rulebook book, List<Drl.Rule> rules, String list) {
        Set<String> codes = rules.stream()
                .flatMap(References::codes)
                .filter(library.vocabulary().codes(list)::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClausePage.Codes(
                        words.list(list),
                        codes.stream()
                                .map(code -> new ClausePage.Code(
                                        new Link(
                                                Places.up(book) + "vocabulary.html#" + list + "." + code,
                                                words.label(list, code)),
                                        code,
                                        list.equals("questions")
                                                ? words.answering(library.vocabulary()
                                                        .answering(
                                                                code,
                                                                book.info().region()))
                                                : ""))
                                .toList()));
    }

    private ClausePage.Related related(Rulebook book, String title, Set<String> clauses, String self) {
        return new ClausePage.Related(
                title,
                clauses.stream()
                        .filter(c -> !c.equals(self))
                        .map(c -> new ClausePage.Other(
                                new Link(
                                        Places.to(book, c),
                                        words.cite(Places.id(c)) + " "
                                                + (Places.book(c).equals(book.id()) ? Places.id(c) : c)),
                                meaning(c)))
                        .toList());
    }

    private String meaning(String full) {
        Rulebook book = library.rulebooks().get(Places.book(full));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(Places.id(full));
        return clause == null ? "" : clause.label().in(words.lang());
    }

    private List<ClausePage.Source> sources(Rulebook book, Rulebook.Clause c) {
        return book.files().stream()
                .flatMap(file -> file.rules().stream()
                        .filter(rule -> rule.clause().equals(c.id()))
                        .map(rule -> new ClausePage.Source(
                                rule.title(),
                                file.name() + ":" + rule.pos().line(),
                                Highlight.of(
                                        source(file, rule),
                                        words::meaning,
                                        text -> Places.ofText(library, book, text)))))
                .toList();
    }

    /** The rule with the comment lines just above it. */
    private String source(Drl.RuleFile file, Drl.Rule rule) {
        List<String> lines = texts.of(file.name()).lines().toList();
        int first = rule.pos().line() - 1;
        while (first > 0 && lines.get(first - 1).strip().startsWith("//")) {
            first--;
        }
        return String.join("\n", lines.subList(first, Math.min(Math.max(rule.endLine(), first + 1), lines.size())));
    }

    private List<ClausePage.Row> rows(Rulebook book, Rulebook.Clause c) {
        List<ClausePage.Row> rows = new ArrayList<>();
        for (Sheet sheet : book.sheets().values()) {
            for (Sheet.Row row : sheet.rows()) {
                if (c.id().equals(sheet.name() + "." + row.id())) {
                    rows.add(new ClausePage.Row(
                            new Link(Places.sheet(sheet.name()), sheet.title().in(words.lang())),
                            words.t("　第 ", "  row ") + row.id() + words.t(" 行：", ": ") + words.way(row)));
                }
            }
        }
        return rows;
    }
}
