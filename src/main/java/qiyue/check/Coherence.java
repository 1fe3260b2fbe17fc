package qiyue.check;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.fact.Blank;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/**
 * What compiles and still cannot be meant: conditions that nothing meets, one clause that gives one measure different
 * terms, score bands with holes, sheets that do not add up, editions that overlap. It reports only what is certain.
 */
public final class Coherence {
    private final Library library;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String[]> lines = new HashMap<>();

    private Coherence(Library library) {
        this.library = library;
    }

    /** All that is found, in order of place; of rulebooks that are not sound only the dates are looked at. */
    public static List<Problem> of(Library library, Predicate<Rulebook> sound) {
        Coherence coherence = new Coherence(library);
        library.rulebooks().values().stream().filter(sound).forEach(coherence::rulebook);
        coherence.editions();
        return Library.place(library.root(), coherence.problems);
    }

    private void rulebook(Rulebook book) {
        order(book);
        for (Drl.RuleFile file : book.files()) {
            file.rules().forEach(r -> neverMet(file, r));
        }
        terms(book);
        scores(book);
        book.sheets().values().forEach(s -> sheet(book, s));
    }

    // --- The ledger in the order of the text: within one article or list, numbers and letters go up.

    private void order(Rulebook book) {
        Map<String, String> last = new HashMap<>();
        int i = 0;
        for (String id : book.ledger().keySet()) {
            String pointer = "/clauses/" + i++ + "/id";
            int dot = id.lastIndexOf('.');
            String parent = dot < 0 ? "" : id.substring(0, dot);
            String own = id.substring(dot + 1);
            String kind = parent + "/" + own.replaceAll("\\d+", "0").replaceAll("^[a-z]$", "a");
            String before = last.put(kind, own);
            if (before != null && before(own, before)) {
                problems.add(Problem.at(
                        "clause-order",
                        shown(book, "clauses.yaml"),
                        pointer,
                        new Text(
                                "条款 " + id + " 排在 " + (parent.isEmpty() ? "" : parent + ".") + before + " 之后，与文本次序不符",
                                "clause " + id + " stands after " + (parent.isEmpty() ? "" : parent + ".") + before
                                        + ", unlike in the text"),
                        new Text("按文本的次序排列", "keep the order of the text")));
            }
        }
    }

    private static boolean before(String a, String b) {
        String x = a.replaceAll("\\D", "");
        String y = b.replaceAll("\\D", "");
        if (x.isEmpty() != y.isEmpty() || x.length() > 9 || y.length() > 9) {
            return false;
        }
        return x.isEmpty()
                ? a.length() == 1 && b.length() == 1 && a.compareTo(b) < 0
                : Integer.parseInt(x) < Integer.parseInt(y);
    }

    // --- Conditions that no fact meets.

    private void neverMet(Drl.RuleFile file, Drl.Rule rule) {
        rule.patterns().forEach(p -> {
            Map<String, Bounds> left = Bounds.of(List.of());
            for (Drl.Constraint c : p.constraints()) {
                if (Bounds.add(left, c)) {
                    never(
                            file,
                            c.pos(),
                            new Text(
                                    "与同一事实的其他约束矛盾，永远不会满足：" + field(c),
                                    "contradicts another constraint of the same fact; it is never met: " + field(c)));
                }
            }
            total(file, p, left);
        });
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Group g && g.negated() && g.members().size() == 1) {
                Drl.Pattern denied = g.members().get(0);
                rule.positive()
                        .filter(p -> p.type().equals(denied.type()) && said(p).containsAll(said(denied)))
                        .findFirst()
                        .ifPresent(p -> never(
                                file,
                                g.pos(),
                                new Text(
                                        "这一行否定了第 " + p.pos().line() + " 行要求的事实，规则永远不会满足",
                                        "this line denies the fact that line "
                                                + p.pos().line() + " asks for; the rule is never met")));
            }
        }
    }

    private void total(Drl.RuleFile file, Drl.Pattern p, Map<String, Bounds> left) {
        Bounds total = left.get(".total[]");
        Bounds sheets = left.get(".sheet[]");
        if (!p.type().equals("Score")
                || total == null
                || sheets == null
                || sheets.codes().isEmpty()) {
            return;
        }
        List<Sheet> known = sheets(sheets.codes());
        boolean possible = known.isEmpty()
                || known.stream()
                        .anyMatch(s -> points(total.ends(), s.cap()).stream()
                                .anyMatch(n -> within(n, s.cap()) && total.holds(n)));
        if (!possible) {
            never(
                    file,
                    p.pos(),
                    new Text(
                            "得分在 0 到 " + known.get(0).cap() + " 之间，这个分数段不存在",
                            "scores lie between 0 and " + known.get(0).cap() + "; there is no such band"));
        }
    }

    private List<Sheet> sheets(Set<Object> names) {
        return library.rulebooks().values().stream()
                .flatMap(b -> b.sheets().values().stream())
                .filter(s -> names.contains(s.name()))
                .toList();
    }

    private void never(Drl.RuleFile file, Pos pos, Text message) {
        add(
                "never-met",
                file,
                pos,
                message,
                new Text("改正其中一个条件，或删去规则", "correct one of the conditions, or remove the rule"));
    }

    private static Set<String> said(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> !(c instanceof Drl.Bind))
                .map(Coherence::said)
                .collect(Collectors.toSet());
    }

    private static String said(Drl.Constraint c) {
        return c.toString().replaceAll("Pos\\[line=\\d+, column=\\d+\\]", "");
    }

    private static String field(Drl.Constraint c) {
        Drl.Operand left =
                c instanceof Drl.Compare x ? x.left() : c instanceof Drl.OneOf o ? o.left() : ((Drl.Flag) c).path();
        Drl.Path path = (Drl.Path) left;
        return path.root() + path.steps().stream().map(Drl.Step::name).collect(Collectors.joining("."));
    }

    // --- One clause that gives one measure different terms to one fact.

    private record Given(Drl.RuleFile file, Drl.Rule rule, String kind, String terms) {}

    private static final Set<String> TERMS =
            Set.of("months", "days", "years", "percent", "times", "amount", "from", "until");

    private static List<Given> given(Rulebook book) {
        List<Given> all = new ArrayList<>();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                Drl.Step maker = rule.then().steps().isEmpty()
                        ? null
                        : rule.then().steps().get(0);
                if (maker == null) {
                    continue;
                }
                String kind = rule.then().type() + " " + maker.name() + " "
                        + (rule.then().type().equals("Measure")
                                        && maker.arguments().size() > 1
                                ? value(maker.arguments().get(1))
                                : "");
                String on = rule.then().steps().stream()
                        .filter(s -> Set.of("on", "ifChosen", "costing").contains(s.name()))
                        .map(Coherence::step)
                        .collect(Collectors.joining());
                String terms = rule.then().steps().stream()
                        .filter(s -> TERMS.contains(s.name()))
                        .map(Coherence::step)
                        .sorted()
                        .collect(Collectors.joining(" "));
                all.add(new Given(file, rule, kind + on, terms));
            }
        }
        return all;
    }

    private static String step(Drl.Step s) {
        return s.name() + "(" + s.arguments().stream().map(Coherence::value).collect(Collectors.joining(", ")) + ")";
    }

    private static String value(Drl.Operand operand) {
        return operand instanceof Drl.Literal l
                ? l.value().toString()
                : ((Drl.Path) operand).root()
                        + ((Drl.Path) operand)
                                .steps().stream().map(s -> "." + step(s)).collect(Collectors.joining());
    }

    private void terms(Rulebook book) {
        List<Given> all = given(book).stream()
                .filter(g -> g.rule().then().type().equals("Measure"))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Given a = all.get(i);
                Given b = all.get(j);
                if (a.rule().clause().equals(b.rule().clause())
                        && a.kind().equals(b.kind())
                        && !a.terms().equals(b.terms())
                        && together(a.rule(), b.rule())) {
                    add(
                            "unequal-terms",
                            b.file(),
                            b.rule().pos(),
                            new Text(
                                    "条款 " + b.rule().clause() + " 对同一情形给出两种处理：此处 " + none(b.terms()) + "，"
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " 处 " + none(a.terms()),
                                    "clause " + b.rule().clause() + " treats the same case in two ways: here "
                                            + none(b.terms()) + ", at "
                                            + a.file().name() + ":"
                                            + a.rule().pos().line() + " " + none(a.terms())),
                            new Text(
                                    "使两条规则的条件互不相交，或统一处理",
                                    "make the conditions exclude each other, or the terms equal"));
                }
            }
        }
    }

    private static String none(String terms) {
        return terms.isEmpty() ? "—" : terms;
    }

    /** Whether nothing speaks against one fact meeting both rules; both must ask for the same kinds of fact. */
    private static boolean together(Drl.Rule a, Drl.Rule b) {
        List<String> types = a.positive().map(Drl.Pattern::type).sorted().toList();
        if (types.isEmpty()
                || !types.equals(b.positive().map(Drl.Pattern::type).sorted().toList())) {
            return false;
        }
        boolean groups = a.when().stream().anyMatch(c -> !(c instanceof Drl.Pattern))
                || b.when().stream().anyMatch(c -> !(c instanceof Drl.Pattern));
        if (groups) {
            return false;
        }
        return a.positive()
                .noneMatch(p -> b.positive()
                        .filter(q -> q.type().equals(p.type()))
                        .anyMatch(q -> Bounds.disjoint(p, q) || !relations(p).equals(relations(q))));
    }

    /** Constraints that speak of other facts: if they differ, whether both can hold is not for this check to say. */
    private static Set<String> relations(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> c instanceof Drl.Contains || (c instanceof Drl.Compare x && x.right() instanceof Drl.Path))
                .map(c -> said(c).replaceAll("\\$\\w+", "\\$"))
                .collect(Collectors.toSet());
    }

    // --- Score bands.

    private void scores(Rulebook book) {
        Map<String, List<Given>> chains = new TreeMap<>();
        for (Given g : given(book)) {
            String[] parts = g.rule().clause().split("\\.");
            String paragraph = parts[0] + (parts.length > 1 && parts[1].startsWith("p") ? "." + parts[1] : "");
            g.rule()
                    .positive()
                    .filter(p -> p.type().equals("Score"))
                    .findFirst()
                    .ifPresent(p -> {
                        Map<String, Bounds> left = Bounds.of(p.constraints());
                        Bounds sheets = left.get(".sheet[]");
                        if (sheets != null && left.containsKey(".total[]")) {
                            sheets.codes()
                                    .forEach(s -> chains.computeIfAbsent(
                                                    paragraph + "|" + s + "|" + g.kind(), k -> new ArrayList<>())
                                            .add(g));
                        }
                    });
        }
        Set<String> told = new HashSet<>();
        chains.forEach((key, chain) ->
                sheets(Set.of(key.split("\\|")[1])).stream().findFirst().ifPresent(sheet -> chain(sheet, chain, told)));
    }

    private void chain(Sheet sheet, List<Given> chain, Set<String> told) {
        Set<BigDecimal> ends = new TreeSet<>();
        chain.forEach(g -> ends.addAll(total(g).ends()));
        List<Given> bands = chain.stream()
                .filter(g -> points(List.copyOf(ends), sheet.cap()).stream()
                        .anyMatch(n -> within(n, sheet.cap()) && !total(g).holds(n)))
                .toList();
        if (bands.size() < 2) {
            return;
        }
        List<BigDecimal> points = points(List.copyOf(ends), sheet.cap()).stream()
                .filter(n -> within(n, sheet.cap()))
                .toList();
        int first = -1;
        int last = -1;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal n = points.get(i);
            if (bands.stream().anyMatch(g -> total(g).holds(n))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = first + 1; i >= 1 && i < last; i++) {
            int from = i;
            while (uncovered(bands, points.get(i))) {
                i++;
            }
            if (i > from) {
                BigDecimal n = points.get(from);
                Given above = nearest(bands, n);
                BigDecimal low = ends.contains(n) ? n : points.get(from - 1);
                BigDecimal high = ends.contains(points.get(i - 1)) ? points.get(i - 1) : points.get(i);
                String where = low.equals(high) ? plain(low) : plain(low) + "–" + plain(high);
                if (told.add(above.rule().name() + where)) {
                    add(
                            "score-bands",
                            above.file(),
                            score(above).pos(),
                            new Text("得分 " + where + " 不落在任何一档", "a score of " + where + " falls into no band"),
                            new Text(
                                    "各档首尾相接：下限用 >=，上限用 <",
                                    "let the bands meet: >= for the lower end, < for the upper"));
                }
            }
        }
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                Given a = bands.get(i);
                Given b = bands.get(j);
                List<BigDecimal> both = points.stream()
                        .filter(n -> total(a).holds(n) && total(b).holds(n))
                        .toList();
                boolean same = a.rule().clause().equals(b.rule().clause());
                if (!both.isEmpty()
                        && !a.terms().equals(b.terms())
                        && !same
                        && together(a.rule(), b.rule())
                        && told.add(a.rule().name() + b.rule().name())) {
                    add(
                            "score-bands",
                            b.file(),
                            score(b).pos(),
                            new Text(
                                    "得分 " + plain(both.get(0)) + " 同时落入条款 "
                                            + a.rule().clause() + " 和 "
                                            + b.rule().clause() + " 两档",
                                    "a score of " + plain(both.get(0)) + " falls into two bands, clauses "
                                            + a.rule().clause() + " and "
                                            + b.rule().clause()),
                            new Text(
                                    "各档首尾相接：下限用 >=，上限用 <",
                                    "let the bands meet: >= for the lower end, < for the upper"));
                }
            }
        }
    }

    private static boolean uncovered(List<Given> bands, BigDecimal n) {
        return bands.stream().noneMatch(g -> total(g).holds(n));
    }

    private static Given nearest(List<Given> bands, BigDecimal n) {
        return bands.stream()
                .filter(g -> total(g).ends().stream().anyMatch(e -> e.compareTo(n) <= 0))
                .max(java.util.Comparator.comparing(g -> total(g).ends().stream()
                        .filter(e -> e.compareTo(n) <= 0)
                        .max(java.util.Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO)))
                .orElse(bands.get(0));
    }

    private static Drl.Pattern score(Given g) {
        return g.rule()
                .positive()
                .filter(p -> p.type().equals("Score"))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds total(Given g) {
        return Bounds.of(score(g).constraints()).getOrDefault(".total[]", new Bounds());
    }

    /** The ends, and a point in every stretch between them, from 0 to the cap. */
    private static List<BigDecimal> points(List<BigDecimal> ends, BigDecimal cap) {
        TreeSet<BigDecimal> all = new TreeSet<>(ends);
        all.add(BigDecimal.ZERO);
        all.add(cap);
        List<BigDecimal> points = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal end : all) {
            if (before != null) {
                points.add(before.add(end).divide(BigDecimal.valueOf(2)));
            }
            points.add(end);
            before = end;
        }
        return points;
    }

    private static boolean within(BigDecimal n, BigDecimal cap) {
        return n.signum() >= 0 && n.compareTo(cap) <= 0;
    }

    private static String plain(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }

    // --- Score sheets.

    private void sheet(Rulebook book, Sheet sheet) {
        String file = shown(book, sheet.name() + ".yaml");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            row(file, "/rows/" + i, sheet.rows().get(i), ids);
        }
    }

    private void row(String file, String pointer, Sheet.Row row, Set<String> ids) {
        if (!ids.add(row.id())) {
            points(
                    "row-twice",
                    file,
                    pointer + "/id",
                    "行号 " + row.id() + " 用了两次",
                    "row id " + row.id() + " is used twice");
        }
        if (row.points().signum() < 0) {
            points("sheet-points", file, pointer + "/points", "分数不能为负", "points are not negative");
        }
        String part = row.way() == Sheet.Way.DEDUCT ? "/deduct/" : "/award/";
        for (int i = 0; i < row.steps().size(); i++) {
            BigDecimal step = row.steps().get(i).points();
            if (step.signum() <= 0 || step.compareTo(row.points()) > 0) {
                points(
                        "sheet-points",
                        file,
                        pointer + part + i,
                        "一次 " + plain(step) + " 分，本行满分 " + plain(row.points()) + " 分",
                        plain(step) + " points at a time in a row of " + plain(row.points()));
            }
        }
        row.choices().forEach((k, v) -> most(file, pointer + "/choice/of/" + k, row, v));
        Set<BigDecimal> starts = new TreeSet<>();
        for (int i = 0; i < row.bands().size(); i++) {
            Sheet.Band band = row.bands().get(i);
            most(file, pointer + "/bands/of/" + i + "/points", row, band.points());
            if (!starts.add(band.from().stripTrailingZeros())) {
                points(
                        "sheet-points",
                        file,
                        pointer + "/bands/of/" + i + "/from",
                        "两档都从 " + plain(band.from()) + " 起",
                        "two bands begin at " + plain(band.from()));
            }
        }
        if (!starts.isEmpty() && ((TreeSet<BigDecimal>) starts).first().signum() > 0) {
            BigDecimal lowest = ((TreeSet<BigDecimal>) starts).first();
            points(
                    "sheet-points",
                    file,
                    pointer + "/bands",
                    "低于 " + plain(lowest) + " 的没有档",
                    "there is no band below " + plain(lowest));
        }
    }

    private void most(String file, String pointer, Sheet.Row row, BigDecimal points) {
        if (points.compareTo(row.points()) > 0 || points.signum() < 0) {
            points(
                    "sheet-points",
                    file,
                    pointer,
                    plain(points) + " 分，本行满分 " + plain(row.points()) + " 分",
                    plain(points) + " points in a row of " + plain(row.points()));
        }
    }

    private void points(String code, String file, String pointer, String zh, String en) {
        problems.add(
                Problem.at(code, file, pointer, new Text(zh, en), new Text("对照文本核对", "check it against the text")));
    }

    // --- Editions of one instrument.

    private void editions() {
        List<Rulebook> dated = library.rulebooks().values().stream()
                .filter(b -> b.info().start() == Rulebook.Start.TEXT)
                .sorted(java.util.Comparator.comparing((Rulebook b) -> b.info().from())
                        .thenComparing(Rulebook::id))
                .toList();
        for (int i = 0; i < dated.size(); i++) {
            for (int j = i + 1; j < dated.size(); j++) {
                if (sameInstrument(dated.get(i), dated.get(j))) {
                    edition(dated.get(i), dated.get(j));
                    break;
                }
            }
        }
    }

    private static boolean sameInstrument(Rulebook a, Rulebook b) {
        return a.info().region().equals(b.info().region())
                && a.info().kinds().stream().anyMatch(b.info().kinds()::contains)
                && stem(a).equals(stem(b));
    }

    private static String stem(Rulebook book) {
        return book.info().title().zh().replaceAll("[（(〔\\[].*?[）)〕\\]]|[0-9]+年?|[版修订试行暂]", "");
    }

    private void edition(Rulebook before, Rulebook after) {
        LocalDate to = before.info().to();
        LocalDate from = after.info().from();
        if (!Blank.happened(to) || !to.isBefore(from)) {
            problems.add(Problem.at(
                    "edition-overlap",
                    shown(after, "rulebook.yaml"),
                    "/from",
                    new Text(
                            "自 " + from + " 起与 " + before.id() + " 同时有效",
                            "in force together with " + before.id() + " from " + from),
                    new Text(
                            "在 " + before.id() + "/rulebook.yaml 写 to: " + from.minusDays(1),
                            "write to: " + from.minusDays(1) + " in " + before.id() + "/rulebook.yaml")));
        } else if (to.plusDays(1).isBefore(from)) {
            problems.add(Problem.at(
                    "edition-gap",
                    shown(after, "rulebook.yaml"),
                    "/from",
                    new Text(
                            to.plusDays(1) + " 至 " + from.minusDays(1) + " 没有有效版本（前一版本 " + before.id() + "）",
                            "no edition is in force from " + to.plusDays(1) + " to " + from.minusDays(1)
                                    + " (the one before: " + before.id() + ")"),
                    new Text("核对两个版本的 from 和 to", "check from and to of both")));
        }
    }

    // --- Places.

    private String shown(Rulebook book, String name) {
        return library.root().relativize(book.folder().resolve(name)).toString().replace('\\', '/');
    }

    private void add(String code, Drl.RuleFile file, Pos pos, Text message, Text fix) {
        String[] text = lines.computeIfAbsent(file.name(), this::read);
        String source = pos.line() <= text.length ? text[pos.line() - 1] : "";
        problems.add(new Problem(code, file.name(), pos.line(), pos.column(), "", source, message, fix));
    }

    private String[] read(String name) {
        try {
            Path file = library.root().resolve(name);
            return Sources.text(file, name).split("\n", -1);
        } catch (Problems e) {
            return new String[0];
        }
    }
}
