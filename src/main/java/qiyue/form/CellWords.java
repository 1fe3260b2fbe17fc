package qiyue.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/** Problems of a document as who fills in a form reads them: fields by what stands above their column or beside their line. */
final class CellWords {
    private static final Text FILL = new Text("在这一格填写", "fill in this cell");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w./\"-])[a-z][A-Za-z]*(?:\\.[a-z][A-Za-z]*){0,9}(?![\\w-])");

    private final FormPlan plan;

    /** What fields are called, by the list or the part of the document they belong to; the empty one: by their whole names. */
    private final Map<String, Map<String, String>> names = new TreeMap<>();

    CellWords(FormPlan plan) {
        this.plan = plan;
        plan.caseLines().stream().filter(e -> e.code().isEmpty()).forEach(e -> {
            int cut = e.pointer().lastIndexOf('/');
            name(e.pointer().substring(0, cut), e.pointer().substring(cut + 1), e.label());
            name("", e.pointer().substring(1).replace('/', '.'), e.label());
        });
        plan.kinds().values().forEach(kind -> {
            String list = "/" + String.join("/", kind.path());
            plan.layout(kind).columns().forEach(c -> {
                name(list, c.name(), c.heading());
                name(list, c.path().get(c.path().size() - 1), c.heading());
                name(list, c.path().get(0), c.heading());
            });
            name("", kind.name(), kind.label().zh());
        });
        plan.children().values().stream()
                .filter(c -> !c.rows())
                .forEach(child -> plan.layout(child)
                        .columns()
                        .forEach(c -> name(
                                "/" + String.join("/", child.parent().path())
                                        + "/"
                                        + child.field().name(),
                                c.name(),
                                c.heading())));
    }

    private void name(String of, String field, String heading) {
        names.computeIfAbsent(of, o -> new HashMap<>()).putIfAbsent(field, heading);
    }

    /** The problem of a document, in the words of the form. */
    Problem of(Problem problem) {
        Map<String, String> known = new LinkedHashMap<>(names.getOrDefault("", Map.of()));
        String list = problem.pointer().replaceAll("/\\d+(?=/|$)", "");
        for (String at = list; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (names.containsKey(at)) {
                known.putAll(names.getOrDefault(at, Map.of()));
                break;
            }
        }
        if (problem.code().equals("blank-date")) {
            return said(
                    problem,
                    problem.message(),
                    new Text(
                            "在“" + known.getOrDefault("parameters", "parameters") + "”表写一行：参数选“" + plan.startDay()
                                    + "”，再填日期",
                            "add a row to the sheet of parameters: the day of entry into force, and the day"));
        }
        if (problem.code().equals("missing")) {
            String field = problem.pointer().substring(problem.pointer().lastIndexOf('/') + 1);
            String sheet = plan.kinds().values().stream()
                    .filter(k -> problem.pointer().equals("/" + String.join("/", k.path())))
                    .map(k -> k.label().zh())
                    .findFirst()
                    .orElse("");
            if (!sheet.isEmpty()) {
                return said(
                        problem,
                        new Text("“" + sheet + "”表一行也没有", problem.message().en()),
                        new Text("至少填写一行", "fill in at least one row"));
            }
            if (known.containsKey(field)) {
                return said(
                        problem,
                        new Text(
                                "没有填“" + known.get(field) + "”",
                                problem.message().en()),
                        FILL);
            }
            return said(problem, problem.message(), FILL);
        }
        return said(
                problem,
                new Text(
                        worded(problem.message().zh(), known), problem.message().en()),
                new Text(worded(problem.fix().zh(), known), problem.fix().en()));
    }

    private static Problem said(Problem problem, Text message, Text fix) {
        return Problem.at(problem.code(), problem.file(), problem.pointer(), message, fix)
                .differing(problem.varying())
                .counting(problem.more());
    }

    private static String worded(String text, Map<String, String> known) {
        Matcher name = NAME.matcher(text);
        return name.replaceAll(m ->
                Matcher.quoteReplacement(known.containsKey(m.group()) ? "“" + known.get(m.group()) + "”" : m.group()));
    }
}
