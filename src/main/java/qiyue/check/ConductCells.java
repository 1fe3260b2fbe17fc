package qiyue.check;

import java.util.ArrayList;
import java.util.Collection;
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
import qiyue.rulebook.RulesTree;
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
    private final ConductMap map;

    /** Those written to the end, those with clauses still to be encoded, and those of the first that leave many conducts alone. */
    private final Set<String> sound;

    private final Set<String> pending;
    private final Set<String> sparse;

    /**
     * @param usable the rulebooks whose rules can be relied on; one still being written is not asked for all conducts, for a clause
     *     yet to come may be about them
     */
    ConductCells(Library library, Set<String> usable) {
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.map = ConductMap.of(library);
        this.pending = library.rulebooks().values().stream()
                .filter(b -> usable.contains(b.id()))
                .filter(b -> b.ledger().values().stream().anyMatch(c -> c.status() == Rulebook.Status.PENDING))
                .map(Rulebook::id)
                .collect(Collectors.toCollection(TreeSet::new));
        this.sound = usable.stream().filter(b -> !pending.contains(b)).collect(Collectors.toCollection(TreeSet::new));
        this.sparse =
                sound.stream().filter(b -> empty(b).size() > SINGLY).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What single rulebooks lack, and the reasons stated for them. */
    void look(Findings found) {
        sparse.forEach(b -> many(b, found));
        vocabulary.entries("nothing-follows").forEach(r -> reason(r, found));
        pending.forEach(book -> waiting(book, found));
    }

    /**
     * Conducts that lack a place, told together for the rulebooks they lack it in, and words that nothing uses.
     *
     * @param all whether no rulebook of the folder is missing
     */
    void among(boolean all, Findings found) {
        Map<String, List<ConductRow>> alike = new LinkedHashMap<>();
        map.rows()
                .forEach(row -> alike.computeIfAbsent(without(row), b -> new ArrayList<>())
                        .add(row));
        alike.remove("");
        alike.forEach((books, rows) -> cells(books, rows, found));
        if (all) {
            vocabulary.entries("nothing-follows").forEach(r -> ofNoRegion(r, found));
        }
        if (all && sound.containsAll(library.rulebooks().keySet())) {
            unused(found);
        }
    }

    private List<ConductRow> empty(String book) {
        return map.rows().stream()
                .filter(r -> r.cells().stream().anyMatch(c -> c.rulebook().equals(book) && c.empty()))
                .toList();
    }

    /** A rulebook that leaves so many alone lacks one thing, not as many as there are conducts. */
    private void many(String book, Findings found) {
        Rulebook young = library.rulebooks().get(book);
        if (young == null) {
            return;
        }
        List<ConductRow> rows = empty(book);
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
    private String without(ConductRow row) {
        return row.cells().stream()
                .filter(c -> sound.contains(c.rulebook()) && !sparse.contains(c.rulebook()) && c.empty())
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
    private void waiting(String book, Findings found) {
        List<ConductRow> empty = empty(book);
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

    /** A reason is of a rulebook, for something that no clause of it takes up. */
    private void reason(Vocabulary.Entry reason, Findings found) {
        for (String book : reason.named("in")) {
            List<String> beside = ofRegion(book);
            if (!beside.isEmpty() && !beside.contains(book)) {
                ofNone(reason, book, beside, found);
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

    /** The rulebooks here of the region that one is of: none where its folder is kept in another place, or looked at by itself. */
    private List<String> ofRegion(String book) {
        String region = RulesTree.region(book);
        return library.rulebooks().keySet().stream()
                .filter(b -> !region.isEmpty() && region.equals(RulesTree.region(b)))
                .toList();
    }

    private void ofNone(Vocabulary.Entry reason, String book, Collection<String> known, Findings found) {
        found.add(
                "reason-idle",
                vocabulary,
                "nothing-follows",
                reason.code(),
                new Text("没有规则册 " + book, "there is no rulebook " + book),
                new Text("可用：" + String.join("、", known), "one of: " + String.join(", ", known)));
    }

    /** A reason for a rulebook of a region that nobody knows; one of a region kept in another place is idle here. */
    private void ofNoRegion(Vocabulary.Entry reason, Findings found) {
        reason.named("in").stream()
                .filter(b -> ofRegion(b).isEmpty())
                .filter(b -> !vocabulary.codes("regions").contains(RulesTree.region(b)))
                .forEach(b -> ofNone(reason, b, library.rulebooks().keySet(), found));
    }

    private void unused(Findings found) {
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
