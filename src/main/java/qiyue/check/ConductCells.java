package qiyue.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.conduct.Cell;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductRow;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * No empty cell in the map of conducts, no reason for what a clause takes up, no conduct, question or act that nothing uses.
 * The whole folder is looked at, for a code unused here may be used there.
 */
final class ConductCells {
    /** Up to so many conducts without a place are told one by one: they were forgotten. More of them were never thought of. */
    private static final int SINGLY = 10;

    private static final int SHOWN = 3;

    private final Library library;
    private final Vocabulary vocabulary;
    private final Set<String> sound;
    private final Set<String> pending;

    /**
     * @param sound the rulebooks whose rules can be relied on and that are written to the end
     * @param pending those whose rules can be relied on, with clauses still to be encoded
     */
    ConductCells(Library library, Set<String> sound, Set<String> pending) {
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.sound = sound;
        this.pending = pending;
    }

    void look(Findings found) {
        ConductMap map = ConductMap.of(library);
        Set<String> young = sound.stream()
                .filter(b -> empty(map, b).size() > SINGLY)
                .collect(Collectors.toCollection(TreeSet::new));
        young.forEach(b -> many(map, b, found));
        Map<String, List<ConductRow>> alike = new LinkedHashMap<>();
        map.rows()
                .forEach(row -> alike.computeIfAbsent(without(row, young), b -> new ArrayList<>())
                        .add(row));
        alike.remove("");
        alike.forEach((books, rows) -> cells(books, rows, found));
        vocabulary.entries("nothing-follows").forEach(r -> reason(map, r, found));
        pending.forEach(book -> waiting(map, book, found));
        if (sound.containsAll(library.rulebooks().keySet())) {
            unused(map, found);
        }
    }

    private static List<ConductRow> empty(ConductMap map, String book) {
        return map.rows().stream()
                .filter(r -> r.cells().stream().anyMatch(c -> c.rulebook().equals(book) && c.empty()))
                .toList();
    }

    /** A rulebook that leaves so many alone lacks one thing, not as many as there are conducts. */
    private void many(ConductMap map, String book, Findings found) {
        Rulebook young = library.rulebooks().get(book);
        if (young == null) {
            return;
        }
        List<ConductRow> rows = empty(map, book);
        List<ConductRow> few = rows.subList(0, SHOWN);
        found.add(
                "conduct-unplaced",
                young,
                "clauses.yaml",
                "/clauses",
                new Text(
                        rows.size() + " 种行为没有去处，如 "
                                + few.stream()
                                        .map(r -> r.code() + "（" + r.label().zh() + "）")
                                        .collect(Collectors.joining("、"))
                                + "：没有条款受理，也没有写明为何没有后果",
                        rows.size() + " conducts have no place, such as "
                                + few.stream()
                                        .map(r -> r.code() + " (" + r.label().en() + ")")
                                        .collect(Collectors.joining(", "))
                                + ": no clause takes them up, and no reason is stated why nothing follows"),
                new Text(
                        "文本有“其他”之类兜底项的，写 conduct in rest；没有的，在词汇 nothing-follows 中写明理由，可以整个主题一起写：{in: [" + book
                                + "], topics: [ … ]}；还没有编完的条款在台账里留 pending。qiyue conducts "
                                + young.info().region() + " 列出全部",
                        "where the text has an 'any other' clause write conduct in rest; else state the reason under nothing-follows in the vocabulary, whole topics at once: {in: ["
                                + book
                                + "], topics: [ … ]}; keep clauses not yet encoded as pending. qiyue conducts "
                                + young.info().region() + " lists them all"));
    }

    /** The rulebooks in which the conduct has no place, where that is told conduct by conduct. */
    private String without(ConductRow row, Set<String> young) {
        return row.cells().stream()
                .filter(c -> sound.contains(c.rulebook()) && !young.contains(c.rulebook()) && c.empty())
                .map(Cell::rulebook)
                .collect(Collectors.joining(", "));
    }

    /** Conducts without a place in the same rulebooks lack it for one reason mostly, and are told together, at the first. */
    private void cells(String books, List<ConductRow> rows, Findings found) {
        found.add(
                "conduct-unplaced",
                vocabulary,
                "conducts",
                rows.get(0).code(),
                new Text(
                        "行为 "
                                + rows.stream()
                                        .map(r -> r.code() + "（" + r.label().zh() + "）")
                                        .collect(Collectors.joining("、"))
                                + "在 " + books.replace(", ", "、") + " 中没有去处：没有条款受理，也没有写明为何没有后果",
                        "no place in " + books + " for "
                                + rows.stream()
                                        .map(r -> r.code() + " (" + r.label().en() + ")")
                                        .collect(Collectors.joining(", "))
                                + ": no clause takes it up, and no reason is stated why nothing follows"),
                new Text(
                        "在相应条款的规则中写上它，或在词汇 nothing-follows 中写明理由",
                        "name it in the rules of a clause, or state the reason under nothing-follows in the vocabulary"));
    }

    /** One of the pending clauses may be about them, so they are counted and not told one by one. */
    private void waiting(ConductMap map, String book, Findings found) {
        List<ConductRow> empty = empty(map, book);
        Rulebook waiting = library.rulebooks().get(book);
        if (empty.isEmpty() || waiting == null) {
            return;
        }
        int at = 0;
        for (Rulebook.Clause clause : waiting.ledger().values()) {
            if (clause.status() == Rulebook.Status.PENDING) {
                break;
            }
            at++;
        }
        found.add(
                "conduct-pending",
                waiting,
                "clauses.yaml",
                "/clauses/" + at + "/status",
                new Text(
                        "还有 " + empty.size() + " 种行为没有条款受理，也没有写明理由；待编的条款可能受理它们",
                        empty.size()
                                + " conducts are taken up by no clause and no reason is stated; the clauses still pending may be about them"),
                new Text(
                        "编完待编的条款；文本不管的，在词汇 nothing-follows 中写明理由（qiyue conducts 列出全部）",
                        "encode what is pending; state under nothing-follows in the vocabulary why nothing follows from what the text leaves alone (qiyue conducts lists them)"));
    }

    /** A reason is of a rulebook, for something that no clause of it takes up; that of another folder's rulebook is idle here. */
    private void reason(ConductMap map, Vocabulary.Entry reason, Findings found) {
        for (String book : reason.named("in")) {
            if (elsewhere(book)) {
                continue;
            }
            if (!library.rulebooks().containsKey(book)) {
                found.add(
                        "reason-idle",
                        vocabulary,
                        "nothing-follows",
                        reason.code(),
                        new Text("没有规则册 " + book, "there is no rulebook " + book),
                        new Text(
                                "可用：" + String.join("、", library.rulebooks().keySet()),
                                "one of: "
                                        + String.join(", ", library.rulebooks().keySet())));
                continue;
            }
            Set<String> taken = new TreeSet<>();
            for (String code : reason.named("codes")) {
                map.row(code).stream()
                        .flatMap(r -> r.cells().stream())
                        .filter(c -> c.rulebook().equals(book)
                                && (sound.contains(book) || pending.contains(book))
                                && !c.clauses().isEmpty())
                        .forEach(c -> taken.add(code));
            }
            if (!taken.isEmpty()) {
                found.add(
                        "reason-idle",
                        vocabulary,
                        "nothing-follows",
                        reason.code(),
                        new Text(
                                "写了理由，而 " + book + " 有条款受理 " + String.join("、", taken),
                                "a reason is stated, but clauses of " + book + " take up " + String.join(", ", taken)),
                        new Text("删去理由，或改规则", "remove the reason, or change the rules"));
            }
        }
    }

    /** Whether it is of a region of which no rulebook is here: its folder is kept in another place. */
    private boolean elsewhere(String book) {
        String region = book.substring(0, Math.max(0, book.indexOf('/')));
        return vocabulary.codes("regions").contains(region)
                && library.rulebooks().values().stream().noneMatch(b -> b.id().startsWith(region + "/"));
    }

    private void unused(ConductMap map, Findings found) {
        Set<String> used = library.rulebooks().values().stream()
                .flatMap(b -> b.rules().stream())
                .flatMap(References::codes)
                .collect(Collectors.toSet());
        map.rows().stream()
                .filter(r -> r.cells().stream().allMatch(c -> c.clauses().isEmpty()))
                .filter(r -> r.cells().stream().noneMatch(Cell::empty))
                .forEach(r -> found.unused(vocabulary, "conducts", r.code(), new Text("行为", "conduct")));
        vocabulary.codes("questions").stream()
                .filter(q -> !used.contains(q))
                .forEach(q -> found.unused(vocabulary, "questions", q, new Text("问题", "question")));
        vocabulary.codes("acts").stream()
                .filter(a -> !used.contains(a))
                .forEach(a -> found.unused(vocabulary, "acts", a, new Text("步骤", "act")));
        vocabulary.codes("events").stream()
                .filter(e -> !used.contains(e))
                .forEach(e -> found.unused(vocabulary, "events", e, new Text("事情", "event")));
        new Words(library).unused(found);
    }
}
