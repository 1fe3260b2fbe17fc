package qiyue.rulebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** Reads the score sheets of a rulebook: every YAML file beside the particulars and the ledger. */
final class SheetFiles {
    private static final Set<String> OTHERS = Set.of("rulebook.yaml", "clauses.yaml");

    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9]{1,60}([.-][a-zA-Z0-9]{1,60}){0,9}");

    private final RulesFolder files;
    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private boolean unread;

    SheetFiles(RulesFolder files, Vocabulary vocabulary, List<Problem> problems) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** Whether a sheet could not be read, so that its name may be missing. */
    boolean unread() {
        return unread;
    }

    /** The sheets in the rulebook's folder, by name. */
    Map<String, Sheet> read(Path folder) {
        Map<String, Sheet> sheets = new TreeMap<>();
        for (Path file : files.in(folder, ".yaml")) {
            if (OTHERS.contains(file.getFileName().toString())) {
                continue;
            }
            try {
                int before = problems.size();
                YamlNode node = files.yaml(file);
                node.only(Set.of("sheet", "title", "kinds", "cap", "sum", "rows"));
                String name = node.text("sheet");
                if (!file.getFileName().toString().equals(name + ".yaml")) {
                    node.report(
                            "name",
                            new Text("评分表名应与文件名相同", "the sheet must be named like its file"),
                            new Text(
                                    "改为 sheet: " + file.getFileName().toString().replace(".yaml", ""),
                                    "name it like the file"));
                    // rules that call it as the file is called are not at fault
                    name = file.getFileName().toString().replace(".yaml", "");
                }
                twice(node.list("rows"));
                Sheet sheet = new Sheet(
                        name,
                        node.label("title"),
                        node.list("kinds").stream()
                                .map(k -> k.code(vocabulary, "facility-kinds"))
                                .toList(),
                        cap(node),
                        node.list("rows").stream().map(this::row).toList());
                if (sheet.rows().isEmpty() && problems.size() == before) {
                    none(node.child("rows"));
                }
                sheets.put(name, sheet);
                if (problems.size() == before) {
                    sum(node, sheet, node.has("sum") ? node.number("sum") : sheet.cap());
                }
            } catch (Problems e) {
                problems.addAll(e.all());
                unread = true;
            }
        }
        return sheets;
    }

    /** Of two rows with one id only one would count. */
    private static void twice(List<YamlNode> rows) {
        Set<String> before = new HashSet<>();
        for (YamlNode row : rows) {
            String id = row.optional("id");
            if (!id.isEmpty() && !before.add(id)) {
                row.child("id")
                        .report(
                                "code-twice",
                                new Text("行号 " + id + " 写了两次", "the row " + id + " is listed twice"),
                                new Text("改正其中一个", "correct one of them"));
            }
        }
    }

    /** The most a sheet can give. */
    private BigDecimal cap(YamlNode node) {
        int before = problems.size();
        BigDecimal cap = node.number("cap");
        if (problems.size() == before && node.has("cap") && node.get("cap").isNumber() && cap.signum() <= 0) {
            node.get("cap")
                    .report(
                            "number",
                            new Text("满分应大于 0", "cap must be more than 0"),
                            new Text("对照文本改正", "correct it by the text"));
        }
        return cap;
    }

    /** The rows add up to the cap, or to what {@code sum} says the text's own rows add up to. */
    private void sum(YamlNode node, Sheet sheet, BigDecimal wanted) {
        Set<String> kinds = new TreeSet<>();
        sheet.rows().forEach(r -> kinds.addAll(r.kinds()));
        for (String kind : kinds.isEmpty() ? Set.of("") : kinds) {
            BigDecimal sum = sheet.rows().stream()
                    .filter(r -> !r.bonus() && (r.kinds().isEmpty() || r.kinds().contains(kind)))
                    .map(Sheet.Row::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0 && sum.compareTo(wanted) != 0) {
                String key = node.has("sum") ? "sum" : "cap";
                String of = kind.isEmpty() ? "" : "（" + kind + "）";
                node.get(key)
                        .report(
                                "sheet-sum",
                                new Text(
                                        "各行分数之和" + of + "为 " + sum.toPlainString() + "，与 " + key + ": "
                                                + wanted.toPlainString() + " 不符（加分行不计）",
                                        "the rows" + (kind.isEmpty() ? "" : " for " + kind) + " add up to "
                                                + sum.toPlainString()
                                                + ", unlike " + key + ": " + wanted.toPlainString()
                                                + " (bonus rows not counted)"),
                                new Text(
                                        "对照文本核对各行 points；文本本来如此的，加一行 sum: " + sum.toPlainString(),
                                        "check the points against the text; if that is how the text is, add sum: "
                                                + sum.toPlainString()));
                return;
            }
        }
    }

    private Sheet.Row row(YamlNode row) {
        row.only(Set.of(
                "id",
                "zh",
                "en",
                "points",
                "kinds",
                "bonus",
                "deduct",
                "award",
                "bands",
                "choice",
                "discretion",
                "veto"));
        Sheet.Way way = Stream.of(Sheet.Way.values())
                .filter(w -> row.has(w.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Sheet.Way.VETO);
        List<String> ways = Stream.of(Sheet.Way.values())
                .map(w -> w.name().toLowerCase(Locale.ROOT))
                .filter(row::has)
                .toList();
        if (ways.size() > 1) {
            row.report(
                    "unknown-key",
                    new Text(
                            "此行写了几种计分方式：" + String.join("、", ways),
                            "the row is scored in several ways: " + String.join(", ", ways)),
                    new Text("保留一种；另一种另写一行", "keep one; write a row of its own for the other"));
        }
        for (String said : List.of("veto", "discretion")) {
            if (row.has(said) && !row.truth(said)) {
                row.report(
                        "type",
                        new Text(said + ": false 没有意义", said + ": false means nothing"),
                        new Text("写 true，或换一种计分方式", "write true, or score it another way"));
            }
        }
        if (way == Sheet.Way.VETO && !row.has("veto")) {
            row.report(
                    "missing",
                    new Text("此行没有说明怎样计分", "the row does not say how it is scored"),
                    new Text(
                            "写 deduct、award、bands、choice、discretion 或 veto",
                            "write deduct, award, bands, choice, discretion or veto"));
        }
        List<Sheet.Step> steps = row.list(way == Sheet.Way.DEDUCT ? "deduct" : "award").stream()
                .map(this::step)
                .toList();
        YamlNode graded = way == Sheet.Way.BANDS ? row.get("bands") : way == Sheet.Way.CHOICE ? row.get("choice") : row;
        boolean keyed = way == Sheet.Way.BANDS || way == Sheet.Way.CHOICE;
        if (keyed) {
            graded.only(Set.of("key", "of"));
        }
        List<Sheet.Band> bands = way == Sheet.Way.BANDS
                ? graded.list("of").stream().map(SheetFiles::band).toList()
                : List.of();
        Map<String, BigDecimal> choices = new TreeMap<>();
        if (way == Sheet.Way.CHOICE) {
            graded.get("of").fields((k, v) -> choices.put(k, v.number()));
        }
        YamlNode scored = row.child(way.name().toLowerCase(Locale.ROOT));
        // what is no list where one is needed is told as such
        boolean listed = keyed || !scored.holds();
        if (way != Sheet.Way.VETO
                && way != Sheet.Way.DISCRETION
                && listed
                && steps.size() + bands.size() + choices.size() == 0) {
            none(scored);
        }
        return new Sheet.Row(
                code(row, "id"),
                said(row),
                way,
                way == Sheet.Way.VETO ? BigDecimal.ZERO : row.number("points"),
                row.truth("bonus"),
                row.list("kinds").stream()
                        .map(k -> k.code(vocabulary, "facility-kinds"))
                        .toList(),
                steps,
                keyed ? code(graded, "key") : "",
                bands,
                choices);
    }

    /** A list of nothing gives everybody the same points, which no text means. */
    private static void none(YamlNode empty) {
        empty.report("missing", new Text("一项也没有列", "nothing is listed"), new Text("对照文本补上", "fill it in by the text"));
    }

    private Sheet.Step step(YamlNode step) {
        step.only(Set.of("key", "each", "once", "zh", "en"));
        boolean once = step.has("once");
        if (once && step.has("each")) {
            step.get("each")
                    .report(
                            "unknown-key",
                            new Text("一项只写 each 或 once", "each or once, not both"),
                            new Text("每一个都计的写 each，只计一次的写 once", "each for every one, once for one time only"));
        }
        return new Sheet.Step(code(step, "key"), step.number(once ? "once" : "each"), once, said(step));
    }

    private static Sheet.Band band(YamlNode band) {
        band.only(Set.of("from", "points"));
        return new Sheet.Band(band.number("from"), band.number("points"));
    }

    private static Text said(YamlNode node) {
        return new Text(node.has("zh") ? node.text("zh") : "", node.has("en") ? node.text("en") : "");
    }

    /** What documents write for a row or an entry. */
    private static String code(YamlNode node, String key) {
        String code = node.text(key);
        if (node.has(key) && !CODE.matcher(code).matches()) {
            node.get(key)
                    .report(
                            "code",
                            new Text("代码用英文字母、数字和连字符", "codes are letters, digits and hyphens"),
                            new Text("改写代码", "rewrite the code"));
        }
        return code;
    }
}
