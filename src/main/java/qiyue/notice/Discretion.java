package qiyue.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.Decision.MeasureLine;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.report.DecisionView;
import qiyue.rulebook.Library;
import qiyue.rulebook.YamlNode;

/**
 * An agency's own scale of discretion: what it proposes, by grades of its own, where a text leaves it to the agency whether or how
 * much. It fills proposals of papers, always named as the agency's; no decision depends on it, and which grade a case is of only
 * a person says.
 *
 * @param title what the scale is called
 * @param adoptedBy who adopted it
 * @param adoptedOn since when it holds
 */
public record Discretion(String title, String adoptedBy, LocalDate adoptedOn, List<Scale> scales) {
    /** Where a region's scale lies, below the rules folder. */
    static final String FILE = "/templates/discretion.yaml";

    /** What a grade may propose, and how much of it at most: as much as a choice may be of. */
    private static final Map<String, Long> MOST = most();

    private static final Set<String> KEYS = Set.of("title", "adopted-by", "adopted-on", "scale");

    private static Map<String, Long> most() {
        Map<String, Long> most = new LinkedHashMap<>();
        most.put("days", 36_500L);
        most.put("working-days", 36_500L);
        most.put("months", 1_200L);
        most.put("years", 100L);
        most.put("percent", 100L);
        most.put("times", 1_000L);
        most.put("amount", 9_999_999_999_999L);
        return Collections.unmodifiableMap(most);
    }

    /**
     * The grades of a measure.
     *
     * @param clauses full ids of the clauses it is for; none: whatever gives the measure
     */
    public record Scale(String measure, Set<String> clauses, List<Proposal> grades) {
        boolean of(String kind, List<String> given) {
            return measure.equals(kind) && (clauses.isEmpty() || given.stream().anyMatch(clauses::contains));
        }
    }

    /** The scale of a region; nothing where it has none. */
    static Optional<Discretion> of(Library library, String region) throws Problems {
        Path path = library.root().resolve(region + FILE);
        return Files.isRegularFile(path) ? Optional.of(read(path, region + FILE, library, region)) : Optional.empty();
    }

    static Discretion read(Path path, String shown, Library library, String region) throws Problems {
        Reading reading = new Reading(Sources.yaml(path, shown), shown, library, region);
        Discretion scale = reading.scale();
        if (!reading.problems.isEmpty()) {
            throw new Problems(reading.problems);
        }
        return scale;
    }

    private static final class Reading {
        private final YamlNode tree;
        private final Library library;
        private final String region;
        private final List<Problem> problems = new ArrayList<>();

        Reading(JsonNode tree, String shown, Library library, String region) {
            this.tree = YamlNode.of(tree, shown, problems);
            this.library = library;
            this.region = region;
        }

        private static void wrong(YamlNode node, Text what, Text fix) {
            node.report("discretion", what, fix);
        }

        Discretion scale() {
            tree.only(KEYS);
            return new Discretion(
                    tree.text("title"),
                    tree.text("adopted-by"),
                    tree.get("adopted-on").date(),
                    tree.list("scale").stream().map(this::one).toList());
        }

        private Scale one(YamlNode node) {
            node.only(Set.of("measure", "clauses", "grades"));
            String measure = node.text("measure");
            Set<String> clauses = node.list("clauses").stream()
                    .map(c -> region + "/" + c.text())
                    .collect(Collectors.toUnmodifiableSet());
            List<YamlNode> grades = node.list("grades");
            Scale scale = new Scale(
                    measure, clauses, grades.stream().map(Reading::grade).toList());
            held(scale, node, grades);
            return scale;
        }

        private static Proposal grade(YamlNode node) {
            node.only(units());
            List<String> units = MOST.keySet().stream().filter(node::has).toList();
            String propose = node.has("propose") ? node.text("propose") : units.isEmpty() ? "" : "take";
            String unit = units.size() == 1 ? units.get(0) : "";
            BigDecimal figure = unit.isEmpty() ? BigDecimal.ZERO : node.number(unit);
            if (!Set.of("take", "decline").contains(propose)
                    || units.size() > 1
                    || (!units.isEmpty() && propose.equals("decline"))
                    || (!unit.isEmpty()
                            && (figure.signum() <= 0
                                    || figure.compareTo(BigDecimal.valueOf(MOST.getOrDefault(unit, 0L))) > 0))) {
                wrong(
                        node,
                        new Text("这一档没有写全或写错", "this grade is not stated whole, or wrong"),
                        new Text(
                                "{grade: 一般, months: 3}，或 {grade: 较轻, propose: decline}；可用 "
                                        + String.join("、", MOST.keySet()),
                                "{grade: …, months: 3}, or {grade: …, propose: decline}; one of "
                                        + String.join(", ", MOST.keySet())));
            }
            return new Proposal(node.text("grade"), propose.equals("take"), unit, figure);
        }

        private static Set<String> units() {
            Set<String> keys = new TreeSet<>(MOST.keySet());
            keys.addAll(Set.of("grade", "propose"));
            return keys;
        }

        /** Each grade lies within what every clause it is for leaves open. */
        private void held(Scale scale, YamlNode node, List<YamlNode> grades) {
            Map<String, GivenMeasure> given = new TreeMap<>();
            GivenMeasure.of(library, region).stream()
                    .filter(g -> scale.of(g.kind(), List.of(g.clause())))
                    .forEach(g -> given.put(g.clause() + " " + g.terms() + " " + g.must(), g));
            if (given.isEmpty()) {
                Set<String> kinds = GivenMeasure.of(library, region).stream()
                        .map(GivenMeasure::kind)
                        .collect(Collectors.toCollection(TreeSet::new));
                wrong(
                        node.child("measure"),
                        new Text("本地区没有条款给出措施 " + scale.measure(), "no clause of the region gives " + scale.measure()),
                        Suggest.fix(scale.measure(), kinds));
            }
            for (int i = 0; i < scale.grades().size(); i++) {
                Proposal proposal = scale.grades().get(i);
                for (GivenMeasure g : given.values()) {
                    Text fault = g.fault(proposal);
                    if (!fault.zh().isEmpty()) {
                        wrong(
                                grades.get(i),
                                new Text(g.clause() + " " + fault.zh(), g.clause() + ": " + fault.en()),
                                within(given.values(), proposal));
                    }
                }
            }
        }

        /** What to do: keep within, or name the clauses of the region that leave room for it. */
        private Text within(Collection<GivenMeasure> given, Proposal proposal) {
            String roomy = given.stream()
                    .filter(g -> g.fault(proposal).zh().isEmpty())
                    .map(g -> g.clause().substring(g.clause().indexOf('/') + 1))
                    .distinct()
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining(", ", "clauses: [", "]"));
            return roomy.equals("clauses: []")
                    ? new Text("改在幅度之内", "keep within it")
                    : new Text(
                            "改在幅度之内；只用于容得下它的条款的，写 " + roomy,
                            "keep within it; for clauses with room for it only, write " + roomy);
        }
    }

    /**
     * What it proposes in a case, by the numbers of measures in the view: of the grade said, else of all.
     *
     * @param grades by measure, the grade a person found; that of the empty one is for all others
     */
    Map<Integer, String> proposals(DecisionView view, Map<String, String> grades, LocalDate today, String shown)
            throws Problems {
        Map<Integer, String> said = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        if (today.isBefore(adoptedOn)) {
            return said;
        }
        view.measures().stream().flatMap(g -> g.items().stream()).forEach(item -> {
            MeasureLine m = item.line();
            for (Scale scale : scales) {
                if (m.ofAgency()
                        && m.choice().isEmpty()
                        && m.absorbedBy().isEmpty()
                        && scale.of(m.kind(), m.clauses())) {
                    String wanted = grades.getOrDefault(m.kind(), grades.getOrDefault("", ""));
                    List<Proposal> meant = scale.grades().stream()
                            .filter(p -> wanted.isEmpty() || p.grade().equals(wanted))
                            .toList();
                    if (meant.isEmpty()) {
                        problems.add(Problem.at(
                                "discretion",
                                shown,
                                "",
                                new Text(
                                        "措施 " + m.kind() + " 没有“" + wanted + "”这一档",
                                        m.kind() + " has no grade '" + wanted + "'"),
                                Suggest.fix(
                                        wanted,
                                        scale.grades().stream()
                                                .map(Proposal::grade)
                                                .toList())));
                    }
                    for (Proposal p : meant) {
                        Text fault = p.fault(m);
                        if (!fault.zh().isEmpty()) {
                            problems.add(Problem.at(
                                    "discretion",
                                    shown,
                                    "",
                                    new Text("“" + p.grade() + "”档" + fault.zh(), p.grade() + ": " + fault.en()),
                                    new Text("改正基准", "correct the scale")));
                        }
                    }
                    used.add(m.kind());
                    said.put(item.number(), worded(meant, !wanted.isEmpty()));
                }
            }
        });
        grades.keySet().stream()
                .filter(k -> !k.isEmpty() && !used.contains(k))
                .forEach(k -> problems.add(Problem.at(
                        "discretion",
                        shown,
                        "",
                        new Text("本案没有待定的措施 " + k + " 可用这份基准", "no measure " + k + " of the case is open to the scale"),
                        Suggest.fix(k, used))));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return said;
    }

    private String worded(List<Proposal> meant, boolean graded) {
        String what = meant.stream().map(p -> "“" + p.grade() + "”档" + p.said()).collect(Collectors.joining("；"));
        return "裁量参考（" + adoptedBy + "自定的《" + title + "》，" + adoptedOn + " 起采用，不是协议文本的规定）：" + what
                + (graded ? "" : "；属哪一档由经办机构认定");
    }
}
