package qiyue.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.VocabularyLists;

/** What differs between two versions of the rules, by what the rules say and not by how the files are laid out. */
public final class LibraryDiff {
    /** What kind of thing differs. */
    public enum Kind {
        /** A whole rulebook, there in one version only. */
        RULEBOOK,
        /** A line of rulebook.yaml. */
        PARTICULARS,
        /** A rule. */
        RULE,
        /** A line of the ledger. */
        LEDGER,
        /** A row or the cap of a score sheet. */
        SHEET,
        /** A code of the vocabulary. */
        VOCABULARY,
        /** A year of the calendar. */
        CALENDAR
    }

    /** What became of it. */
    public enum How {
        /** Only in the new version. */
        ADDED,
        /** Only in the old version. */
        REMOVED,
        /** In both, different. */
        CHANGED
    }

    /**
     * One difference.
     *
     * @param rulebook the rulebook; empty for vocabulary and calendar
     * @param clause the clause a rule or ledger line is about, the name of a sheet, the list of a code; else empty
     * @param name the rule's name, the row, the code, the year
     * @param before as it was, several lines; empty if it was not there
     * @param after as it is
     */
    public record Entry(Kind kind, How how, String rulebook, String clause, String name, String before, String after) {
        /** The clause with its rulebook. */
        public String fullClause() {
            return rulebook + "#" + clause;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private LibraryDiff() {}

    /** All differences, in the order of rulebooks and kinds. */
    public static List<Entry> between(Library before, Library after) {
        LibraryDiff diff = new LibraryDiff();
        TreeSet<String> ids = new TreeSet<>(before.rulebooks().keySet());
        ids.addAll(after.rulebooks().keySet());
        ids.forEach(id -> diff.rulebook(
                id,
                before.rulebooks().values().stream()
                        .filter(r -> r.id().equals(id))
                        .toList(),
                after.rulebooks().values().stream()
                        .filter(r -> r.id().equals(id))
                        .toList()));
        Stream.concat(VocabularyLists.names().stream(), Stream.of(OwnFields.FIELDS, OwnFields.CODES))
                .forEach(list -> diff.compare(
                        Kind.VOCABULARY,
                        "",
                        list,
                        LibraryLines.codes(before.vocabulary(), list),
                        LibraryLines.codes(after.vocabulary(), list)));
        diff.compare(Kind.CALENDAR, "", "", LibraryLines.calendar(before.root()), LibraryLines.calendar(after.root()));
        return List.copyOf(diff.entries);
    }

    /** What differs between two rulebooks' rules and sheets; both named as the second one. */
    public static List<Entry> between(Rulebook before, Rulebook after) {
        LibraryDiff diff = new LibraryDiff();
        diff.contents(after.id(), before, after);
        return List.copyOf(diff.entries);
    }

    /** A rule as the loader understands it, without its rulebook's name: layout, comments and order of fields aside. */
    public static String text(Drl.Rule rule) {
        String printed = DrlPrinter.written(rule);
        return printed.substring(printed.indexOf("\nwhen") + 1)
                .replace("rulebook == \"\", ", "")
                .replace("rulebook == \"\" ", "")
                .replace("\"#", "\"")
                .strip();
    }

    private void rulebook(String id, List<Rulebook> before, List<Rulebook> after) {
        if (before.isEmpty() || after.isEmpty()) {
            Rulebook only = before.isEmpty() ? after.get(0) : before.get(0);
            String title = only.info().title().zh();
            entries.add(new Entry(
                    Kind.RULEBOOK,
                    before.isEmpty() ? How.ADDED : How.REMOVED,
                    id,
                    "",
                    id,
                    before.isEmpty() ? "" : title,
                    before.isEmpty() ? title : ""));
            return;
        }
        compare(
                Kind.PARTICULARS,
                id,
                "",
                LibraryLines.particulars(before.get(0)),
                LibraryLines.particulars(after.get(0)));
        contents(id, before.get(0), after.get(0));
    }

    private void contents(String id, Rulebook before, Rulebook after) {
        rules(id, before, after);
        compare(Kind.LEDGER, id, "", LibraryLines.ledger(before), LibraryLines.ledger(after));
        TreeSet<String> sheets = new TreeSet<>(before.sheets().keySet());
        sheets.addAll(after.sheets().keySet());
        sheets.forEach(s -> compare(
                Kind.SHEET,
                id,
                s,
                LibraryLines.sheet(before.sheets().get(s)),
                LibraryLines.sheet(after.sheets().get(s))));
    }

    /** A rule under another name counts as the same one if only one rule of the clause was left over on either side. */
    private void rules(String id, Rulebook before, Rulebook after) {
        int first = entries.size();
        Map<String, Drl.Rule> old = byName(before);
        Map<String, Drl.Rule> now = byName(after);
        List<Drl.Rule> gone =
                old.values().stream().filter(r -> !now.containsKey(r.name())).toList();
        List<Drl.Rule> fresh =
                now.values().stream().filter(r -> !old.containsKey(r.name())).toList();
        Map<String, List<Drl.Rule>> goneBy = gone.stream().collect(Collectors.groupingBy(Drl.Rule::clause));
        Map<String, List<Drl.Rule>> freshBy = fresh.stream().collect(Collectors.groupingBy(Drl.Rule::clause));
        for (Drl.Rule rule : gone) {
            List<Drl.Rule> heirs = freshBy.getOrDefault(rule.clause(), List.of());
            if (heirs.size() == 1
                    && goneBy.getOrDefault(rule.clause(), List.of()).size() == 1) {
                rule(id, rule, heirs.get(0));
            } else {
                entries.add(new Entry(Kind.RULE, How.REMOVED, id, rule.clause(), rule.name(), text(rule), ""));
            }
        }
        for (Drl.Rule rule : fresh) {
            if (freshBy.getOrDefault(rule.clause(), List.of()).size() != 1
                    || goneBy.getOrDefault(rule.clause(), List.of()).size() != 1) {
                entries.add(new Entry(Kind.RULE, How.ADDED, id, rule.clause(), rule.name(), "", text(rule)));
            }
        }
        now.values().forEach(r -> {
            Drl.Rule was = old.get(r.name());
            if (was != null) {
                rule(id, was, r);
            }
        });
        entries.subList(first, entries.size())
                .sort(Comparator.comparing(Entry::clause, ClauseOrder.INSTANCE).thenComparing(Entry::name));
    }

    private void rule(String id, Drl.Rule before, Drl.Rule after) {
        String was = text(before);
        String is = text(after);
        if (!was.equals(is)) {
            entries.add(new Entry(Kind.RULE, How.CHANGED, id, after.clause(), after.name(), was, is));
        }
    }

    private static Map<String, Drl.Rule> byName(Rulebook book) {
        return book.rules().stream()
                .collect(Collectors.toMap(Drl.Rule::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void compare(
            Kind kind, String rulebook, String clause, Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(Comparator.comparing(n -> n, ClauseOrder.INSTANCE));
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                How how = !before.containsKey(name) ? How.ADDED : !after.containsKey(name) ? How.REMOVED : How.CHANGED;
                entries.add(new Entry(kind, how, rulebook, kind == Kind.LEDGER ? name : clause, name, was, is));
            }
        }
    }
}
