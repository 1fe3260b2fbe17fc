package qiyue.page;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;

/**
 * Static pages on everything a library holds: rulebooks, clauses with their rules and cases, score sheets, the map of conducts, vocabulary. They
 * open from disk and reach for nothing outside their folder. A script looks through their titles; without it all else is there.
 *
 * <p>What a page says is a record of this package; how it looks is the template of the same name in {@code src/main/jte},
 * which escapes by context and is compiled with the program.
 */
public final class Pages {
    /**
     * A case of the suites and what its decision says of each clause.
     *
     * @param file the case file, relative to the rules folder
     * @param states full clause id → established, conditional, open, suspected; applied (it gives a measure or duty);
     *     not-established, partly-examined
     */
    public record CaseLine(String file, String name, String readFrom, Map<String, String> states) {}

    /**
     * The text of rule files, by the name the parsed rules carry.
     */
    public interface Texts {
        /** The text of the file. */
        String of(String file);

        /** The user's own copy of a clause, by its full id; empty where there is none. */
        default String official(String clause) {
            return "";
        }
    }

    private final Map<String, String> pages = new TreeMap<>();

    private Pages() {}

    /** All pages, by path below the folder they are to lie in. */
    public static Map<String, String> of(Library library, List<CaseLine> cases, Texts texts, List<String> languages) {
        Pages pages = new Pages();
        References references = new References(library);
        Cases known = new Cases(cases);
        for (String lang : languages) {
            pages.write(library, references, known, texts, new Words(library, lang, languages));
        }
        pages.pages.put("style.css", Templates.resource("style.css"));
        pages.pages.put("search.js", Templates.resource("search.js"));
        pages.render(
                "index.html",
                "start",
                languages.stream()
                        .map(l -> new Link(l + "/index.html", Words.language(l)))
                        .toList());
        return pages.pages;
    }

    private void write(Library library, References references, Cases cases, Texts texts, Words words) {
        SearchList list = new SearchList();
        IndexPage index = IndexPage.of(library, words, cases);
        page("index", index.frame(), index);
        VocabularyPage vocabulary = VocabularyPage.of(library, references, words);
        page("vocabulary", vocabulary.frame(), vocabulary);
        ConductsPage conducts = ConductsPage.of(library, words);
        page("conducts", conducts.frame(), conducts);
        ClausePages clauses = new ClausePages(library, references, cases, texts, words);
        for (Rulebook book : library.rulebooks().values()) {
            RulebookPage rulebook = RulebookPage.of(book, words, cases);
            page("rulebook", rulebook.frame(), rulebook);
            list.add(rulebook.frame().path(), rulebook.frame().title());
            for (ClausePage clause : clauses.of(book)) {
                page("clause", clause.frame(), clause);
                list.add(
                        clause.frame().path(),
                        clause.frame().title()
                                + words.t("　", "  ")
                                + book.info().title().in(words.lang()));
            }
            book.sheets().values().stream()
                    .map(s -> SheetPage.of(book, s, words))
                    .forEach(s -> {
                        page("sheet", s.frame(), s);
                        list.add(s.frame().path(), s.frame().title());
                    });
        }
        for (String codes : List.of("questions", "measures", "acts")) {
            library.vocabulary()
                    .codes(codes)
                    .forEach(code -> list.add(
                            "vocabulary.html#" + codes + "." + code,
                            words.label(codes, code) + words.t("　", "  ") + code));
        }
        library.vocabulary()
                .codes("conducts")
                .forEach(code ->
                        list.add("conducts.html#" + code, words.label("conducts", code) + words.t("　", "  ") + code));
        pages.put(words.lang() + "/pages.js", list.script());
    }

    private void page(String template, Frame frame, Object model) {
        render(frame.words().lang() + "/" + frame.path(), template, model);
    }

    private void render(String path, String template, Object model) {
        StringOutput page = new StringOutput();
        Templates.render(template + ".jte", model, page);
        pages.put(path, Templates.clean(page));
    }
}
