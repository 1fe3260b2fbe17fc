package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.intake.InspectionReader;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;
import qiyue.rulebook.Vocabulary;

/** The case files against ledgers and vocabulary, without running a case. */
final class CaseCheck {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})");

    /** What a length, a share or a multiple looks like. */
    private static final Pattern SPAN = Pattern.compile("\\d{1,6}(\\.\\.\\d{1,6})?");

    /** How a step stands. */
    private static final Set<String> STEPS =
            Set.of("done", "late", "repeated", "outstanding", "overdue", "early", "wrong-actor", "not-stated");

    private static final Set<String> STATES = Set.of("established", "conditional", "open", "suspected");

    private static final Set<String> OUTCOMES = Set.of(
            "established", "conditional", "open", "suspected", "not-established", "partly-examined", "not-examined");

    private final Library library;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> tested = new TreeMap<>();

    CaseCheck(Library library) {
        this.library = library;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The clauses that cases name, of one rulebook. */
    Set<String> tested(String book) {
        return tested.getOrDefault(book, Set.of());
    }

    /** One file: its expectations, and the facts of every case. */
    void file(List<Case> cases, Places places, Vocabulary vocabulary) {
        Set<String> told = new TreeSet<>();
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            String at = "/cases/" + i;
            // what is missing is told first: who fills it in sees the rest
            if (Unwritten.is(c) && !c.expect().isEmpty() && !c.readFrom().isBlank()) {
                problems.add(
                        Problem.at("to-fill", c.file(), at + "/" + Unwritten.where(c), Unwritten.SAID, Unwritten.FIX));
            }
            if (elsewhere(c, at, places, told)) {
                continue;
            }
            expectations(c, at + "/expect", vocabulary);
            facts(c, at, places, told);
        }
    }

    /** An inspection of another region than the folder's: none of its rules would be asked. Of a region nobody knows the reader tells. */
    private boolean elsewhere(Case c, String at, Places places, Set<String> told) {
        String folder = RulesTree.region(c.file());
        String region = c.given().path("region").asText();
        if (region.equals(folder)
                || !library.vocabulary().codes("regions").contains(region)
                || !library.vocabulary().codes("regions").contains(folder)) {
            return false;
        }
        String pointer = places.has(at + "/given/region") ? at + "/given/region" : "/base/region";
        if (told.add(pointer)) {
            problems.add(Problem.at(
                    "case-region",
                    c.file(),
                    pointer,
                    new Text(
                            "用例写的地区是 " + region + "，放在 " + folder + " 的文件夹里：这一册的条款一条也用不上",
                            "the case is of the region " + region + " and lies in the folder of " + folder
                                    + ": no clause of this rulebook is asked"),
                    new Text(
                            "写 region: " + folder + "，或移到 " + region + " 的 cases 中",
                            "write region: " + folder + ", or move it to the cases of " + region)));
        }
        return true;
    }

    private void facts(Case c, String at, Places places, Set<String> told) {
        try {
            InspectionReader.read(c.given(), library, c.file());
        } catch (Problems e) {
            for (Problem p : e.all()) {
                String own = at + "/given" + (p.pointer().equals("/") ? "" : p.pointer());
                String base = "/base" + (p.pointer().equals("/") ? "" : p.pointer());
                String pointer =
                        depth(places, at + "/given", p.pointer()) >= depth(places, "/base", p.pointer()) ? own : base;
                if (told.add(pointer + p.message().zh())) {
                    problems.add(p.moved(c.file(), pointer));
                }
            }
        }
    }

    /** How much of the pointer the document has below the prefix. */
    private static int depth(Places places, String prefix, String pointer) {
        String at = pointer.equals("/") ? "" : pointer;
        while (!at.isEmpty() && !places.has(prefix + at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at.length();
    }

    private void expectations(Case c, String at, Vocabulary vocabulary) {
        JsonNode expect = c.expect();
        expect.path("breaches").fields().forEachRemaining(f -> {
            String pointer = at + "/breaches/" + f.getKey();
            clause(c, f.getKey(), pointer, "unknown-clause");
            if (!f.getValue().isContainerNode()) {
                known(c, f.getValue().asText(), STATES, pointer);
            }
            f.getValue()
                    .fields()
                    .forEachRemaining(g -> known(c, g.getValue().asText(), STATES, pointer + "/" + g.getKey()));
        });
        int i = 0;
        for (JsonNode measure : expect.path("measures")) {
            String pointer = at + "/measures/" + i++;
            // where a key is not known, it may be the one that names the measure
            boolean named = !keys(c, measure, MeasureLines.KEYS, pointer);
            for (String modality : MeasureLines.MODALITIES) {
                if (measure.has(modality)) {
                    named = true;
                    known(c, measure.path(modality).asText(), vocabulary.codes("measures"), pointer + "/" + modality);
                }
            }
            if (!named && measure.isObject()) {
                problems.add(Problem.at(
                        "missing",
                        c.file(),
                        pointer,
                        new Text("没有写明措施", "no measure is named"),
                        new Text("写 may、shall 或 automatic", "write may, shall or automatic")));
            }
            ranges(c, measure, pointer);
            days(c, measure, List.of("from", "until"), pointer);
            event(c, measure, pointer);
            clauses(c, measure.path("by"), pointer + "/by");
            clauses(c, measure.path("for"), pointer + "/for");
        }
        i = 0;
        for (JsonNode duty : expect.path("duties")) {
            String pointer = at + "/duties/" + i++;
            keys(c, duty, DutyLines.KEYS, pointer);
            days(c, duty, List.of("due", "done"), pointer);
            event(c, duty, pointer);
            if (!duty.has("act")) {
                problems.add(Problem.at(
                        "missing",
                        c.file(),
                        pointer,
                        new Text("没有写明是哪一步", "no step is named"),
                        new Text("补上 act: …", "add act: …")));
            } else {
                known(c, duty.path("act").asText(), vocabulary.codes("acts"), pointer + "/act");
            }
            if (duty.has("state")) {
                known(c, duty.path("state").asText(), STEPS, pointer + "/state");
            }
            clauses(c, duty.path("by"), pointer + "/by");
        }
        expect.path("outcomes").fields().forEachRemaining(f -> {
            String pointer = at + "/outcomes/" + f.getKey();
            clause(c, f.getKey(), pointer, "unknown-clause");
            known(c, f.getValue().asText(), OUTCOMES, pointer);
        });
        expect.path("scores")
                .fieldNames()
                .forEachRemaining(s -> known(c, s, vocabulary.codes("sheets"), at + "/scores/" + s));
        asked(c, expect.path("open"), at + "/open");
        clauses(c, expect.path("not-examined"), at + "/not-examined");
        clauses(c, expect.path("not-established"), at + "/not-established");
    }

    /** What is held against a day is one. */
    private void days(Case c, JsonNode line, List<String> keys, String pointer) {
        for (String key : keys) {
            String day = line.path(key).asText();
            if (line.has(key) && !DAY.matcher(day).matches()) {
                boolean event = library.vocabulary().codes("events").contains(day);
                problems.add(Problem.at(
                        "type",
                        c.file(),
                        pointer + "/" + key,
                        new Text("“" + day + "”不是日期", "'" + day + "' is no day"),
                        event
                                ? new Text("终点是一件事的写 untilEvent: " + day, "an event is untilEvent: " + day)
                                : new Text("写成 2025-01-31", "write it as 2025-01-31")));
            }
        }
    }

    private void event(Case c, JsonNode line, String pointer) {
        if (line.has("untilEvent")) {
            known(c, line.path("untilEvent").asText(), library.vocabulary().codes("events"), pointer + "/untilEvent");
        }
    }

    /** No measure has a range that begins above its end, so a case that expects one never passes. */
    private void ranges(Case c, JsonNode measure, String pointer) {
        if (measure.has("working-days") && measure.has("workingDays")) {
            problems.add(Problem.at(
                    "listed-twice",
                    c.file(),
                    pointer + "/workingDays",
                    new Text(
                            "working-days 和 workingDays 是一回事，写了两次",
                            "working-days and workingDays are one thing, stated twice"),
                    new Text("只留一个", "keep one")));
        }
        for (String key : List.of("months", "days", "working-days", "workingDays", "years", "percent", "times")) {
            Matcher range = RANGE.matcher(measure.path(key).asText());
            if (measure.has(key) && !SPAN.matcher(measure.path(key).asText()).matches()) {
                problems.add(Problem.at(
                        "value",
                        c.file(),
                        pointer + "/" + key,
                        new Text(
                                key + " 写 " + measure.path(key).asText() + " 无效",
                                key + ": " + measure.path(key).asText() + " is no number and no range"),
                        new Text("写一个数，或两个数的幅度，如 2..3", "write a number, or a range such as 2..3")));
            } else if (range.matches() && Integer.parseInt(range.group(1)) >= Integer.parseInt(range.group(2))) {
                problems.add(Problem.at(
                        "value",
                        c.file(),
                        pointer + "/" + key,
                        new Text("幅度应先写少的，再写多的", "a range has the least first, then the most"),
                        new Text(
                                "写成 " + range.group(2) + ".." + range.group(1) + "；只有一个数的，只写一个",
                                "write " + range.group(2) + ".." + range.group(1) + "; write one where there is one")));
            }
        }
    }

    /** Whether all keys are known. */
    private boolean keys(Case c, JsonNode node, Set<String> known, String pointer) {
        int before = problems.size();
        node.fieldNames().forEachRemaining(k -> {
            if (!known.contains(k)) {
                problems.add(Problem.at(
                        "unknown-key",
                        c.file(),
                        pointer + "/" + k,
                        new Text("不认识的键 " + k, "unknown key " + k),
                        modal(k).orElseGet(() -> Suggest.fix(k, known))));
            }
        });
        return problems.size() == before;
    }

    /** Another word for may or shall. */
    private static Optional<Text> modal(String key) {
        String meant = switch (key) {
            case "can", "might", "可", "可以" -> "may";
            case "must", "should", "will", "应", "应当" -> "shall";
            default -> "";
        };
        return meant.isEmpty() ? Optional.empty() : Optional.of(new Text("改为 " + meant, "write " + meant));
    }

    /** Questions that are to stay open: each is one that there is, of a fact. */
    private void asked(Case c, JsonNode list, String pointer) {
        Set<String> questions = new TreeSet<>(library.vocabulary().codes("questions"));
        questions.addAll(List.of("stated", "amount", "lapsed"));
        for (int i = 0; i < list.size(); i++) {
            String key = list.get(i).asText();
            int at = key.indexOf('@');
            if (at < 0 && questions.contains(key)) {
                problems.add(Problem.at(
                        "value",
                        c.file(),
                        pointer + "/" + i,
                        new Text("没有写就哪一个事实提出：" + key, "of which fact it is asked is not said: " + key),
                        new Text("写成 " + key + "@f1，整个案件的写 @case", "write " + key + "@f1, of the whole case @case")));
            } else {
                known(c, at < 0 ? key : key.substring(0, at), questions, pointer + "/" + i);
            }
        }
    }

    private void clauses(Case c, JsonNode list, String pointer) {
        if (list.isTextual() || list.isNumber()) {
            clause(c, list.asText(), pointer, "unknown-clause");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            clause(c, list.get(i).asText(), pointer + "/" + i, "unknown-clause");
        }
    }

    private void clause(Case c, String id, String pointer, String code) {
        int hash = id.indexOf('#');
        String book = hash < 0 ? c.rulebook() : id.substring(0, hash);
        String own = id.substring(hash + 1);
        Rulebook found = library.rulebooks().get(book);
        if (found == null) {
            if (hash >= 0 || c.rulebook().isEmpty()) {
                problems.add(Problem.at(
                        code,
                        c.file(),
                        pointer,
                        new Text(
                                "条款 " + id + " 没有写明规则册，或没有这个规则册",
                                "clause " + id + " names no rulebook, or none that exists"),
                        Suggest.fix(book, library.rulebooks().keySet())));
            }
            return;
        }
        if (found.ledger().isEmpty()) {
            return;
        }
        tested.computeIfAbsent(book, b -> new TreeSet<>()).add(own);
        // a rule of the clause tells already that the ledger has no line for it
        if (!found.ledger().containsKey(own)
                && found.rules().stream().noneMatch(r -> r.clause().equals(own))) {
            problems.add(Problem.at(
                    code,
                    c.file(),
                    pointer,
                    new Text(
                            "条款 " + own + " 不在 " + book + " 的 clauses.yaml 中",
                            "clause " + own + " is not in the clauses.yaml of " + book),
                    Suggest.clause(own, found.ledger().keySet())));
        }
    }

    private void known(Case c, String value, Collection<String> known, String pointer) {
        if (!known.contains(value)) {
            problems.add(Problem.at(
                    "unknown-code",
                    c.file(),
                    pointer,
                    new Text("“" + value + "”无效", "'" + value + "' cannot stand here"),
                    Suggest.fix(value, known)));
        }
    }

    /** Encoded clauses that no case names; rows of sheets are tested by the totals. */
    void untested(List<String> faulty) {
        library.rulebooks().values().forEach(book -> {
            if (faulty.stream().anyMatch(f -> f.startsWith(book.id() + "/"))
                    || problems.stream().anyMatch(p -> p.file().startsWith(book.id() + "/cases/"))) {
                return;
            }
            Set<String> named = new TreeSet<>(tested.getOrDefault(book.id(), Set.of()));
            book.sheets().values().forEach(sheet -> sheet.rows().forEach(r -> named.add(sheet.name() + "." + r.id())));
            // a proviso shows in the clauses it takes out of play, which the cases name
            book.rules().stream().filter(r -> r.then().type().equals("Exempt")).forEach(r -> named.add(r.clause()));
            List<String> without = new ArrayList<>();
            int first = -1;
            int i = 0;
            for (Rulebook.Clause clause : book.ledger().values()) {
                if (clause.encoded() && !named.contains(clause.id())) {
                    without.add(clause.id());
                    first = first < 0 ? i : first;
                }
                i++;
            }
            if (!without.isEmpty()) {
                problems.add(Problem.at(
                        "no-case",
                        book.id() + "/clauses.yaml",
                        "/clauses/" + first + "/id",
                        new Text(
                                "没有用例的条款：" + String.join("、", without),
                                "clauses without a case: " + String.join(", ", without)),
                        new Text(
                                "在 cases/ 中各写一个用例，期望中列出此条款；最小的文书：qiyue new case " + book.id() + " --for "
                                        + without.get(0),
                                "write cases in cases/ that name them; the smallest inspection: qiyue new case "
                                        + book.id() + " --for " + without.get(0))));
            }
        });
    }
}
