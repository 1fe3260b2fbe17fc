package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.Qiyue;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductRow;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.intake.InspectionText;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.rulebook.FixedWords;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * How far a measure is: single changes are supposed one after another and decided by the engine itself, until all were tried
 * or the time is over. What the agency answers and chooses comes first, then what was found, then what else could be found.
 */
final class Reaching {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Qiyue qiyue;
    private final Library library;
    private final String lang;
    private final long nanos;

    /** @param nanos how long it may take */
    Reaching(Qiyue qiyue, String lang, long nanos) {
        this.qiyue = qiyue;
        this.library = qiyue.library();
        this.lang = lang;
        this.nanos = nanos;
    }

    /** A change of one place. */
    private record Change(String what, String pointer, JsonNode value, boolean out) {}

    Panels.Reach of(Draft draft, String measure) throws Problems {
        long end = System.nanoTime() + nanos;
        Decision now = draft.decision().orElseThrow();
        ObjectNode tree = draft.tree();
        int standing = standing(now, measure);
        List<Panels.Supposed> brings = new ArrayList<>();
        List<Panels.Supposed> lifts = new ArrayList<>();
        List<Change> changes = changes(now, tree);
        int tried = 0;
        for (Change change : changes) {
            if (System.nanoTime() > end) {
                break;
            }
            tried++;
            JsonNode supposed = applied(tree, change);
            try {
                int then =
                        standing(qiyue.decide(new InspectionText(draft.text().name(), supposed.toString())), measure);
                if (then != standing) {
                    (then > standing ? brings : lifts)
                            .add(new Panels.Supposed(change.what(), word(then), patch(change)));
                }
            } catch (Problems e) {
                // such a change makes no sound document, so it is none that could happen
                continue;
            }
        }
        return new Panels.Reach(
                lang,
                library.vocabulary().label("measures", measure, lang),
                word(standing),
                List.copyOf(brings),
                List.copyOf(lifts),
                tried,
                tried == changes.size());
    }

    /** How firmly it stands: 4 must, 3 may, 2 if something is chosen, 1 if something open or suspected is so, 0 not at all. */
    private static int standing(Decision decision, String measure) {
        int highest = 0;
        for (MeasureLine line : decision.measures()) {
            if (line.kind().equals(measure)
                    && line.absorbedBy().isEmpty()
                    && !line.choice().equals("declined")) {
                highest = Math.max(highest, standing(line));
            }
        }
        return highest;
    }

    private static int standing(MeasureLine line) {
        return line.floor()
                ? 4
                : line.certainty() == Certainty.ESTABLISHED ? 3 : line.certainty() == Certainty.CONDITIONAL ? 2 : 1;
    }

    private String word(int standing) {
        return switch (standing) {
            case 4 -> t("必须", "must");
            case 3 -> t("可以", "may");
            case 2 -> t("取决于本次选择", "depends on today's choice");
            case 1 -> t("取决于未定的事", "depends on what is open");
            default -> t("不会", "does not follow");
        };
    }

    private List<Change> changes(Decision now, ObjectNode tree) {
        List<Change> all = new ArrayList<>();
        now.questions().forEach(q -> answers(q, tree, all));
        choices(now, tree, all);
        statuses(tree, all);
        for (String list : List.of("/findings", "/history/measures", "/history/assessments", "/agreements")) {
            outs(list, tree, all);
        }
        tree.path("records").fieldNames().forEachRemaining(k -> {
            if (tree.path("records").path(k).size() <= 40) {
                outs("/records/" + k, tree, all);
            }
        });
        further(now, tree, all);
        return all;
    }

    private void answers(Decision.Question q, ObjectNode tree, List<Change> all) {
        if (!library.vocabulary().codes("questions").contains(q.question())) {
            return;
        }
        String at = q.about().equals("case") ? "" : place(tree, q.about());
        if (at == null) {
            return;
        }
        String asked = library.vocabulary().label("questions", q.question(), lang)
                + (q.about().equals("case") ? "" : t("（", " (") + q.about() + t("）", ")"));
        for (String answer : List.of("yes", "no")) {
            all.add(new Change(
                    asked + t("：答", ": answered ") + FixedWords.of(answer, lang),
                    at + "/answers/" + q.question(),
                    NODES.textNode(answer),
                    false));
        }
    }

    private void choices(Decision now, ObjectNode tree, List<Change> all) {
        Set<String> done = new TreeSet<>();
        int next = tree.path("choices").size();
        for (MeasureLine line : now.measures()) {
            if (line.optional()
                    && line.ofAgency()
                    && line.choice().isEmpty()
                    && done.add(line.kind() + line.agreement())) {
                ObjectNode choice =
                        NODES.objectNode().put("measure", line.kind()).put("choice", "taken");
                if (!line.agreement().isEmpty()) {
                    choice.put("agreement", line.agreement());
                }
                all.add(new Change(
                        t("本次选择：", "chosen today: ") + library.vocabulary().label("measures", line.kind(), lang),
                        "/choices/" + next,
                        choice,
                        false));
            }
        }
    }

    private void statuses(ObjectNode tree, List<Change> all) {
        for (int i = 0; i < tree.path("findings").size(); i++) {
            JsonNode finding = tree.path("findings").path(i);
            for (String status : List.of("confirmed", "cleared")) {
                if (!finding.path("status").asText().equals(status)) {
                    all.add(new Change(
                            named(finding) + t("：", ": ") + FixedWords.of(status, lang),
                            "/findings/" + i + "/status",
                            NODES.textNode(status),
                            false));
                }
            }
        }
    }

    private void outs(String list, ObjectNode tree, List<Change> all) {
        JsonNode held = tree.at(list);
        for (int i = 0; i < held.size(); i++) {
            all.add(new Change(t("没有 ", "without ") + named(held.path(i)), list + "/" + i, NODES.nullNode(), true));
        }
    }

    private String named(JsonNode record) {
        String conduct = record.path("conduct").asText("");
        String kind = record.path("kind").asText("");
        String what = !conduct.isEmpty()
                ? library.vocabulary().label("conducts", conduct, lang)
                : !kind.isEmpty() ? library.vocabulary().label("measures", kind, lang) : "";
        return record.path("id").asText("") + (what.isEmpty() ? "" : t("（", " (") + what + t("）", ")"));
    }

    /** One further finding of each conduct that the texts in force take up, established, its questions all answered one way or the other. */
    private void further(Decision now, ObjectNode tree, List<Change> all) {
        Set<String> books = new LinkedHashSet<>();
        now.rulebooks().forEach(r -> books.add(r.id()));
        String day = Blank.happened(now.today())
                ? tree.path("inspection").path("inspectedOn").asText(now.today().toString())
                : "";
        int next = tree.path("findings").size();
        for (ConductRow row : ConductMap.of(library).rows()) {
            Set<String> asked = new LinkedHashSet<>();
            boolean named = false;
            for (var cell : row.cells()) {
                if (books.contains(cell.rulebook()) && !cell.named().isEmpty()) {
                    named = true;
                    asked.addAll(cell.questions());
                }
            }
            if (!named || !known(books) || kinds(tree).stream().noneMatch(row::occurs)) {
                continue;
            }
            asked.removeIf(
                    q -> !library.vocabulary().property("questions", q, "about").equals("finding"));
            for (String answer : asked.isEmpty() ? List.of("") : List.of("yes", "no")) {
                ObjectNode finding = NODES.objectNode();
                finding.put("id", t("假设", "supposed"))
                        .put("conduct", row.code())
                        .put("status", "confirmed")
                        .put("date", day);
                if (!row.money().equals("none")) {
                    finding.putObject("money").put("amount", 0);
                }
                if (!answer.isEmpty()) {
                    ObjectNode answers = finding.putObject("answers");
                    asked.forEach(q -> answers.put(q, answer));
                }
                all.add(new Change(
                        t("再查实一项：", "one more established: ")
                                + row.label().in(lang)
                                + (answer.isEmpty()
                                        ? ""
                                        : t("（认定均答", " (all answered ") + FixedWords.of(answer, lang) + t("）", ")")),
                        "/findings/" + next,
                        finding,
                        false));
            }
        }
    }

    /** The kinds of facility and agreement the document speaks of. */
    private static Set<String> kinds(ObjectNode tree) {
        Set<String> kinds = new TreeSet<>();
        tree.at("/facility/kinds").forEach(k -> kinds.add(k.asText()));
        tree.path("agreements").forEach(a -> kinds.add(a.path("kind").asText()));
        return kinds;
    }

    private boolean known(Set<String> books) {
        return library.rulebooks().values().stream().map(Rulebook::id).anyMatch(books::contains);
    }

    /** Where the record of that id stands; null if there is none. */
    private static @Nullable String place(JsonNode tree, String id) {
        for (String list : List.of("/findings", "/agreements", "/history/measures", "/applications")) {
            for (int i = 0; i < tree.at(list).size(); i++) {
                if (tree.at(list).path(i).path("id").asText().equals(id)) {
                    return list + "/" + i;
                }
            }
        }
        List<String> kinds = new ArrayList<>();
        tree.path("records").fieldNames().forEachRemaining(kinds::add);
        for (String kind : kinds) {
            JsonNode list = tree.path("records").path(kind);
            for (int i = 0; i < list.size(); i++) {
                if (list.path(i).path("id").asText().equals(id)) {
                    return "/records/" + kind + "/" + i;
                }
            }
        }
        return null;
    }

    private static JsonNode applied(ObjectNode tree, Change change) {
        ObjectNode copy = tree.deepCopy();
        String[] steps = change.pointer().substring(1).split("/");
        JsonNode held = copy;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = held.isArray() ? held.path(Integer.parseInt(steps[i])) : held.path(steps[i]);
            if (next.isMissingNode() && held instanceof ObjectNode object) {
                next = steps[i + 1].matches("\\d+") ? object.putArray(steps[i]) : object.putObject(steps[i]);
            }
            held = next;
        }
        String last = steps[steps.length - 1];
        if (held instanceof ArrayNode array) {
            if (change.out()) {
                array.remove(Integer.parseInt(last));
            } else {
                array.add(change.value());
            }
        } else if (held instanceof ObjectNode object) {
            object.set(last, change.value());
        }
        return copy;
    }

    private static String patch(Change change) {
        ObjectNode patch = NODES.objectNode().put("pointer", change.pointer());
        patch.set("value", change.value());
        return patch.toString();
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
