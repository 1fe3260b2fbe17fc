package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.YamlNode;

/**
 * What a person has said of a table: which column is which field, what words mean, what holds for every row, which columns count
 * for nothing. It is kept in a file and used the next time.
 *
 * @param columns field to heading
 * @param words field, then word (as {@link Headings#plain}) to what it means
 * @param fixed field to what every row has
 * @param unused headings that are left aside
 * @param whole whether every other heading is left aside too, so that a line taken out of the file is not guessed again
 */
public record Mapping(
        Map<String, String> columns,
        Map<String, Map<String, String>> words,
        Map<String, String> fixed,
        List<String> unused,
        boolean whole) {
    /** Nothing said. */
    public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of(), List.of(), false);

    private static final String LEFT_ASIDE = "不读";

    private static final Map<String, String> KEYS = Map.of(
            "数据", "kind", "kind", "kind", "列", "columns", "columns", "columns", "词", "words", "words", "words", "固定",
            "fixed");

    public Mapping {
        columns = Map.copyOf(columns);
        words = Map.copyOf(words);
        fixed = Map.copyOf(fixed);
        unused = List.copyOf(unused);
    }

    private static String key(String written) {
        return switch (written) {
            case "fixed" -> "fixed";
            case "不用", "unused" -> "unused";
            case "其余的列", "rest" -> "rest";
            default -> KEYS.getOrDefault(written, "");
        };
    }

    /** Reads a mapping file for a kind of record. */
    public static Mapping read(Path file, Kind kind, Headings headings) throws Problems {
        String shown = file.toString();
        JsonNode tree = file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? Sources.json(Sources.text(file, shown), shown)
                : Sources.yaml(file, shown);
        Layout layout = Layout.of(kind.name(), kind.shape(), headings);
        List<Problem> problems = new ArrayList<>();
        Map<String, String> columns = new TreeMap<>();
        Map<String, Map<String, String>> words = new TreeMap<>();
        Map<String, String> fixed = new TreeMap<>();
        List<String> unused = new ArrayList<>();
        boolean[] whole = new boolean[1];
        YamlNode.of(tree, shown, problems).fields((part, value) -> {
            String at = "/" + part;
            switch (key(part)) {
                case "kind" -> {
                    String said = value.text();
                    if (!said.equals(kind.name()) && !said.equals(kind.label().zh())) {
                        problems.add(Problem.at(
                                "mapping",
                                shown,
                                at,
                                new Text(
                                        "对照表用于 " + said + "，不是 " + kind.name(),
                                        "the mapping is for " + said + ", not for " + kind.name()),
                                new Text("换一份对照表，或改 --as", "take another mapping, or change --as")));
                    }
                }
                case "columns" ->
                    value.fields((name, heading) ->
                            field(name, layout, shown, at, problems).ifPresent(n -> columns.put(n, heading.text())));
                case "fixed" ->
                    value.fields((name, said) ->
                            field(name, layout, shown, at, problems).ifPresent(n -> fixed.put(n, said.text())));
                case "words" ->
                    value.fields((name, written) -> field(name, layout, shown, at, problems)
                            .ifPresent(n -> {
                                Map<String, String> said = new TreeMap<>();
                                written.fields((word, code) -> said.put(Headings.plain(word), code.text()));
                                words.put(n, said);
                            }));
                case "unused" -> value.items().forEach(h -> unused.add(h.text()));
                case "rest" -> {
                    whole[0] = List.of(LEFT_ASIDE, "unused").contains(value.text());
                    if (!whole[0]) {
                        problems.add(
                                Problem.at(
                                        "mapping",
                                        shown,
                                        at,
                                        new Text("不认识的写法 " + value.text(), "unknown word " + value.text()),
                                        new Text(
                                                "写“不读”；要按列名认其余的列，把这一行删去",
                                                "write unused; to have the other columns known by their headings, take the line out")));
                    }
                }
                default ->
                    problems.add(Problem.at(
                            "unknown-key",
                            shown,
                            at,
                            new Text("不认识的键 " + part, "unknown key " + part),
                            new Text("可用：数据、列、其余的列、词、固定、不用", "one of: kind, columns, rest, words, fixed, unused")));
            }
        });
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return new Mapping(columns, words, fixed, unused, whole[0]);
    }

    private static java.util.Optional<String> field(
            String written, Layout layout, String shown, String at, List<Problem> problems) {
        java.util.Optional<String> name = layout.headed(written).map(Column::name);
        if (name.isEmpty()) {
            problems.add(Problem.at(
                    "mapping",
                    shown,
                    at + "/" + written,
                    new Text("没有字段 " + written, "there is no field " + written),
                    Suggest.fix(
                            written,
                            layout.columns().stream().map(Column::heading).toList())));
        }
        return name;
    }

    /** Whether a person said what a column of that heading is. */
    boolean says(String heading) {
        String plain = Headings.plain(heading);
        return columns.values().stream().map(Headings::plain).anyMatch(plain::equals)
                || unused.stream().map(Headings::plain).anyMatch(plain::equals);
    }

    /** Whether a person said of a column of just that heading, remarks in brackets too, which field it is. */
    boolean names(String field, String heading) {
        String said = columns.get(field);
        return said != null && Headings.whole(said).equals(Headings.whole(heading));
    }

    /** Which headings of a row are left aside: the one that a person named, else all that differ from it by remarks in brackets. */
    Predicate<String> asideIn(List<String> row) {
        if (unused.isEmpty()) {
            return h -> false;
        }
        List<String> there = row.stream().map(Headings::whole).toList();
        Set<String> whole = new TreeSet<>();
        Set<String> plain = new TreeSet<>();
        for (String heading : unused) {
            if (there.contains(Headings.whole(heading))) {
                whole.add(Headings.whole(heading));
            } else {
                plain.add(Headings.plain(heading));
            }
        }
        return h -> whole.contains(Headings.whole(h)) || plain.contains(Headings.plain(h));
    }

    /** The same with more that every row has. */
    public Mapping with(Map<String, String> set, Kind kind, Headings headings) throws Problems {
        Layout layout = Layout.of(kind.name(), kind.shape(), headings);
        List<Problem> problems = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(fixed);
        set.forEach((name, value) -> field(name, layout, "--set", "", problems).ifPresent(n -> all.put(n, value)));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return new Mapping(columns, words, all, unused, whole);
    }

    /** As a file, in words people know. */
    static String written(
            Kind kind,
            Layout layout,
            Mapping mapping,
            Map<String, Map<String, String>> words,
            Map<String, List<String>> unknown) {
        StringBuilder text =
                new StringBuilder("# 表格对照表：qiyue import 读 " + kind.label().zh() + " 时用。左边是文书的字段，右边是表格里的列名；改了就照改的读。\n");
        text.append("数据: ").append(quoted(kind.label().zh())).append('\n');
        text.append("列:\n");
        for (Column column : layout.columns()) {
            String heading = mapping.columns().get(column.name());
            if (heading != null) {
                text.append("  ")
                        .append(quoted(column.heading()))
                        .append(": ")
                        .append(quoted(heading))
                        .append('\n');
            }
        }
        text.append("# 上面没有列出的列不读，删去一行那一列就不再读；要按列名认其余的列，删去下一行\n其余的列: ")
                .append(LEFT_ASIDE)
                .append('\n');
        Set<String> worded = new TreeSet<>(words.keySet());
        worded.addAll(unknown.keySet());
        if (!worded.isEmpty()) {
            text.append("# 表格里的写法: 取作什么\n词:\n");
        }
        for (String name : worded) {
            text.append("  ")
                    .append(quoted(layout.named(name).map(Column::heading).orElse(name)))
                    .append(":\n");
            words.getOrDefault(name, Map.of())
                    .forEach((word, code) -> text.append("    ")
                            .append(quoted(word))
                            .append(": ")
                            .append(quoted(code))
                            .append('\n'));
            // not known: to be said by whoever keeps the mapping, so it is not there yet
            unknown.getOrDefault(name, List.of())
                    .forEach(word -> text.append("    # ").append(quoted(word)).append(": 取作什么，写明后去掉行首的 #\n"));
        }
        if (!mapping.fixed().isEmpty()) {
            text.append("# 表格里没有、每一行都一样的\n固定:\n");
            new LinkedHashMap<>(new TreeMap<>(mapping.fixed()))
                    .forEach((name, value) -> text.append("  ")
                            .append(quoted(
                                    layout.named(name).map(Column::heading).orElse(name)))
                            .append(": ")
                            .append(quoted(value))
                            .append('\n'));
        }
        if (!mapping.unused().isEmpty()) {
            text.append("不用:\n");
            mapping.unused().forEach(h -> text.append("  - ").append(quoted(h)).append('\n'));
        }
        return text.toString();
    }

    /** In one line: of the blanks in a heading none counts. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + "\"";
    }
}
