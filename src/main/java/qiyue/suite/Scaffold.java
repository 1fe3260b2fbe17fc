package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.WholeFile;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;

/** Beginnings of rulebooks, rules and cases. What only a person can fill in is marked 待填 and reported by check. */
public final class Scaffold {
    private final Path root;
    private final Library library;
    private final StubCodes codes;
    private final List<Path> written = new ArrayList<>();

    /**
     * Scaffolds below a rules folder.
     *
     * @param library the folder, as far as it can be read
     */
    public Scaffold(Path root, Library library) {
        this.root = root;
        this.library = library;
        this.codes = new StubCodes(library.vocabulary());
    }

    /** The files written or added to. */
    public List<Path> written() {
        return written.stream().distinct().toList();
    }

    /** A region: its entry in the vocabulary, and its first rulebook with a stub of each kind of clause and its cases. */
    public void region(String region, String zh, String en, String book, List<String> kinds, String from)
            throws IOException {
        RegionStubs stubs = new RegionStubs(region, book, kinds.get(0), from, codes);
        rulebook(region + "/" + book, kinds, from, stubs.ledger());
        for (RegionStubs.StubFile file : stubs.files()) {
            write(root.resolve(region).resolve(book).resolve(file.name()), file.text());
        }
        // the region's entry comes last: what a run that was ended left behind is gone on with
        write(root.resolve("vocabulary").resolve(region + ".yaml"), RegionStubs.vocabulary(region, zh, en));
    }

    /** Where the calendar of a year lies. */
    public static Path calendar(Path root, int year) {
        return root.resolve("calendar").resolve(year + ".yaml");
    }

    /** The calendar of a year: the holidays there are by law, each with its days to be filled in. */
    public void calendar(int year) throws IOException {
        write(calendar(root, year), """
                # %1$d年节假日安排，照国务院办公厅通知逐日填。未列出的周一至周五为工作日，周六、周日为休息日。
                # off：放假、调休的每一天，连同其中的周末；work：上班的周六、周日。还没有填完的不会被采用。
                year: %1$d
                notice: 待填：通知的文号
                issued: 待填：通知印发的日期
                holidays: 13   # 法定节假日的天数；放假的工作日减去调休上班的，应与它相等
                off: [
                  "待填：元旦放假的每一天，如 %1$d-01-01",
                  "待填：春节放假调休的每一天，如 %1$d-02-06",
                  "待填：清明节放假的每一天，如 %1$d-04-05",
                  "待填：劳动节放假调休的每一天，如 %1$d-05-01",
                  "待填：端午节放假的每一天，如 %1$d-06-09",
                  "待填：中秋节放假的每一天，如 %1$d-09-15",
                  "待填：国庆节放假调休的每一天，如 %1$d-10-01"]
                work: [
                  "待填：调休上班的每个周六、周日，如 %1$d-10-09"]
                """.formatted(year));
    }

    /** A rulebook folder: particulars, a ledger with one pending clause, a place for cases. */
    public void rulebook(String id, List<String> kinds, String from) throws IOException {
        rulebook(id, kinds, from, """
                clauses:
                  - {id: "1", status: pending, why: 待填：为什么还没有规则, zh: 待填：这一条的大意, en: to be filled in}
                """);
    }

    private void rulebook(String id, List<String> kinds, String from, String ledger) throws IOException {
        Path folder = root.resolve(id);
        WholeFile.folder(folder.resolve("cases"));
        String region = RulesTree.region(id);
        write(folder.resolve("rulebook.yaml"), """
                # 一个版本一册。from 可写日期、agreement（协议有效期）或 parameter（文本留空，由检查文书说明）。
                # reviewed 是对照文本核对的那一天，核对之后改正。
                title: {zh: 待填：文件名称, en: to be filled in}
                region: %s
                kinds: [%s]
                from: %s
                reviewed: 2026-01-01
                """.formatted(region, String.join(", ", kinds), from));
        write(
                folder.resolve("clauses.yaml"),
                "# 条款台账：文本的每一条都要有一行，按文本顺序。status：encoded、no-effect（写明 why）、pending（写明 why）。\n" + ledger);
    }

    /**
     * A rule at the end of the article's file, its line in the ledger, and a case where there is none: what is left to do is
     * marked, and nothing contradicts it.
     */
    public void rule(Rulebook book, String clause) throws IOException {
        Path file = ruleFile(book, clause);
        String head = Files.exists(file) ? "" : "package " + book.packageName() + "\n\nimport qiyue.fact.*\n";
        boolean measure = ofBreaches(book, clause);
        append(
                file,
                head + "\n"
                        + (measure
                                ? codes.measure(clause, title(book, clause))
                                : codes.breach(clause, title(book, clause))));
        Path ledger = book.folder().resolve("clauses.yaml");
        LedgerText text = new LedgerText(Files.readString(ledger, StandardCharsets.UTF_8));
        boolean changed = book.ledger().containsKey(clause) && text.encode(clause);
        if (!book.ledger().containsKey(clause)) {
            text.add(clause, "- {id: \"" + clause + "\", status: encoded, zh: 待填：这一条的大意, en: to be filled in}");
            changed = true;
        }
        if (changed) {
            WholeFile.write(ledger, text.text());
            written.add(ledger);
        }
        if (!Suite.names(library, book.id(), clause)) {
            addCase(book, clause, measure);
        }
    }

    /** Whether the clause says what follows from breaches of its article, as far as its number and the rules tell. */
    private static boolean ofBreaches(Rulebook book, String clause) {
        return clause.matches("\\d+\\.p\\d.*")
                && book.rules().stream()
                        .anyMatch(r -> r.then().type().equals("Breach")
                                && r.clause().matches(clause.replaceFirst("\\..*", "") + "\\.\\d.*"));
    }

    /** No two rules of a rulebook have one name. */
    private static String title(Rulebook book, String clause) {
        Set<String> names = Set.copyOf(book.rules().stream().map(r -> r.name()).toList());
        String title = "待填：标题";
        for (int i = 2; names.contains(clause + " " + title); i++) {
            title = "待填：标题" + i;
        }
        return title;
    }

    /** A case at the end of the case file that belongs to the clause's rule file. */
    public void addCase(Rulebook book, String clause) throws IOException {
        addCase(book, clause, ofBreaches(book, clause));
    }

    private void addCase(Rulebook book, String clause, boolean measure) throws IOException {
        Path file = book.folder()
                .resolve("cases")
                .resolve(ruleFile(book, clause).getFileName().toString().replace(".drl", ".yaml"));
        String kind = book.info().kinds().get(0);
        String day = book.info().start() == Rulebook.Start.TEXT
                ? book.info().from().plusMonths(3).toString()
                : "2025-03-03";
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String head = before.isEmpty() ? codes.base(book.info().region(), kind, day) : "";
        int number = 1;
        while (before.contains("待填：" + clause + " 的用例" + number)) {
            number++;
        }
        append(file, head + codes.aCase(clause, number, day, measure));
    }

    /**
     * A case with this document, its expectations left open: beside the other cases of the clause's rule file where their base
     * leaves it as it is, in a file of its own otherwise.
     */
    public void addCase(Rulebook book, String clause, String about, ObjectNode document) throws IOException, Problems {
        Path folder = book.folder();
        String name = String.valueOf(ruleFile(book, clause).getFileName()).replace(".drl", "");
        String label = "待填：" + about.replaceAll("[\":#{}\\[\\],&*?|<>=!%@`']", " ");
        for (String file : List.of(name, name.replaceFirst("-.*", "") + "-smallest", name + "-smallest")) {
            Path cases = folder.resolve("cases").resolve(file + ".yaml");
            boolean there = Files.exists(cases);
            JsonNode base = there ? Sources.yaml(cases, cases.toString()).path("base") : NewCase.shared(document);
            Optional<ObjectNode> given =
                    NewCase.beyond(base.isObject() ? (ObjectNode) base : document.objectNode(), document);
            if (given.isPresent()) {
                WholeFile.folder(folder.resolve("cases"));
                append(cases, (there ? "" : NewCase.head(document)) + NewCase.open(label, given.get()));
                return;
            }
        }
        throw new IllegalStateException("a file of its own has no base that says too much");
    }

    private static Path ruleFile(Rulebook book, String clause) throws IOException {
        String article = clause.matches("\\d{1,4}(\\D.*)?")
                ? "a%02d-".formatted(Integer.parseInt(clause.replaceFirst("\\D.*", "")))
                : "other-";
        // where the clause has a rule already, its file is the one
        Optional<Path> there = book.files().stream()
                .filter(f -> f.rules().stream().anyMatch(r -> r.clause().equals(clause)))
                .map(f -> book.folder().resolve(f.name().substring(f.name().lastIndexOf('/') + 1)))
                .findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        try (Stream<Path> files = Files.list(book.folder())) {
            return files.filter(f -> f.getFileName().toString().startsWith(article)
                            && f.toString().endsWith(".drl"))
                    .sorted()
                    .findFirst()
                    .orElse(book.folder().resolve(article + "rules.drl"));
        }
    }

    private void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            WholeFile.write(file, text);
            written.add(file);
        }
    }

    private void append(Path file, String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        WholeFile.write(file, before + gap + text);
        written.add(file);
    }
}
