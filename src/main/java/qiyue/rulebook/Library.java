package qiyue.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** All rulebooks of a rules folder with the vocabulary and the calendar they share. Loading checks everything and reports everything. */
public final class Library {
    private final Path root;
    private final Vocabulary vocabulary;
    private final Calendar calendar;
    private final Map<String, Rulebook> rulebooks;
    private final Map<String, Readings> readings;

    private Library(
            Path root,
            Vocabulary vocabulary,
            Calendar calendar,
            Map<String, Rulebook> rulebooks,
            Map<String, Readings> readings) {
        this.root = root;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
        this.rulebooks = rulebooks;
        this.readings = readings;
    }

    /** Loads a rules folder; every error is in the exception, warnings are not. */
    public static Library load(Path root) throws Problems {
        return load(root, Set.of());
    }

    /** Loads only the rulebooks of these regions, which is quicker; all of them if none is named. */
    public static Library load(Path root, Set<String> regions) throws Problems {
        Examined examined = examine(root, regions);
        List<Problem> errors =
                examined.problems().stream().filter(p -> !p.warning()).toList();
        if (!errors.isEmpty()) {
            throw new Problems(errors);
        }
        return examined.library();
    }

    /** Every error and warning in reading a rules folder; empty when it is sound. */
    public static List<Problem> check(Path root) {
        try {
            return examine(root).problems();
        } catch (Problems e) {
            return e.all();
        }
    }

    /** A rules folder as far as it can be read, and what is wrong with it. Not for deciding. */
    public record Examined(Library library, List<Problem> problems) {}

    /** Reads a rules folder whatever is wrong with it, so that the rest of it can be checked too. */
    public static Examined examine(Path root) throws Problems {
        return examine(root, Set.of());
    }

    private static Examined examine(Path root, Set<String> regions) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Library library = new Loader(root, regions, problems).load();
        return new Examined(library, place(root, problems));
    }

    /** The problems with their lines, where a pointer into a YAML file of the folder is all they have. */
    public static List<Problem> place(Path root, List<Problem> problems) {
        Map<String, Optional<Places>> places = new TreeMap<>();
        return problems.stream()
                .map(p -> p.pointer().isEmpty() || p.line() > 0
                        ? p
                        : places.computeIfAbsent(p.file(), f -> places(root.resolve(f), f))
                                .map(known -> known.place(p))
                                .orElse(p))
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<Places> places(Path file, String shown) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Places.yaml(Sources.text(file, shown))) : Optional.empty();
        } catch (Problems e) {
            return Optional.empty();
        }
    }

    /** The rules folder. */
    public Path root() {
        return root;
    }

    /** The shared codes. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The working-day calendar. */
    public Calendar calendar() {
        return calendar;
    }

    /** All rulebooks, by id. */
    public Map<String, Rulebook> rulebooks() {
        return rulebooks;
    }

    /** The readings taken of the texts of a region. */
    public Readings readings(String region) {
        return readings.getOrDefault(region, Readings.none());
    }

    /** The score sheet of that name and the rulebook it belongs to, among the rulebooks of the region. */
    public Optional<Sheet> sheet(String region, String name) {
        return rulebooks.values().stream()
                .filter(r -> r.info().region().equals(region) && r.sheets().containsKey(name))
                .map(r -> r.sheets().get(name))
                .findFirst();
    }

    /** One walk over the folder. */
    private static final class Loader {
        private static final Set<String> IDLE = Set.of("no-effect", "pending");

        private final Path root;
        private final Set<String> regions;
        private final List<Problem> problems;
        private final Set<Path> unread = new HashSet<>();
        private final Map<String, Readings> readings = new TreeMap<>();

        Loader(Path root, Set<String> regions, List<Problem> problems) {
            this.root = root;
            this.regions = regions;
            this.problems = problems;
        }

        Library load() throws Problems {
            if (!Files.isDirectory(root)) {
                throw new Problems(List.of(Problem.at(
                        "no-rules",
                        root.toString(),
                        "",
                        new Text("没有这个规则文件夹", "there is no such rules folder"),
                        new Text("用 --rules 指明 rules 文件夹", "name the rules folder with --rules"))));
            }
            Vocabulary vocabulary = Vocabulary.read(files(root.resolve("vocabulary"), ".yaml"), root, problems);
            Calendar calendar = calendar();
            List<Path> folders = walk(root)
                    .filter(p -> p.endsWith("rulebook.yaml"))
                    .map(Path::getParent)
                    .filter(f -> regions.isEmpty() || regions.contains(region(f)))
                    .toList();
            Set<String> ids = new HashSet<>();
            folders.forEach(f -> ids.add(shown(f)));
            Map<Path, Map<String, Sheet>> sheets = new LinkedHashMap<>();
            for (Path folder : folders) {
                sheets.put(folder, sheets(folder));
                sheets.get(folder).values().forEach(s -> vocabulary.sheet(s.name(), s.title()));
            }
            if (unread.stream().anyMatch(f -> !f.endsWith("clauses.yaml"))) {
                vocabulary.lacks("sheets");
            }
            folders.stream().map(this::region).distinct().forEach(r -> {
                Path file = root.resolve(r).resolve("readings.yaml");
                readings.put(r, Files.exists(file) ? Readings.read(file, shown(file), problems) : Readings.none());
            });
            Map<Path, Map<String, Rulebook.Clause>> ledgers = new LinkedHashMap<>();
            Set<String> allClauses = new HashSet<>();
            for (Path folder : folders) {
                ledgers.put(folder, ledger(folder));
                allClauses.addAll(ledgers.get(folder).keySet());
            }
            Map<String, Rulebook> rulebooks = new TreeMap<>();
            for (Path folder : folders) {
                rulebook(
                                folder,
                                vocabulary,
                                ids,
                                ledgers.getOrDefault(folder, Map.of()),
                                allClauses,
                                sheets.getOrDefault(folder, Map.of()))
                        .ifPresent(r -> rulebooks.put(r.id(), r));
            }
            if (folders.isEmpty()) {
                problems.add(Problem.at(
                        "no-rulebook",
                        root.toString(),
                        "",
                        new Text("此文件夹中没有规则册", "there is no rulebook in this folder"),
                        new Text("每个规则册文件夹中有一个 rulebook.yaml", "every rulebook folder holds a rulebook.yaml")));
            }
            return new Library(root, vocabulary, calendar, rulebooks, readings);
        }

        private String region(Path folder) {
            return root.relativize(folder).getName(0).toString();
        }

        private Calendar calendar() {
            Set<Integer> years = new HashSet<>();
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> work = new HashSet<>();
            for (Path file : files(root.resolve("calendar"), ".yaml")) {
                try {
                    Node year = new Node(Sources.yaml(file, shown(file)), shown(file), "", problems);
                    year.only(Set.of("year", "notice", "issued", "off", "work"));
                    years.add((int) year.number("year").longValue());
                    year.list("off").forEach(d -> off.add(d.date()));
                    year.list("work").forEach(d -> work.add(d.date()));
                } catch (Problems e) {
                    problems.addAll(e.all());
                }
            }
            return new Calendar(years, off, work);
        }

        private Optional<Rulebook> rulebook(
                Path folder,
                Vocabulary vocabulary,
                Set<String> ids,
                Map<String, Rulebook.Clause> ledger,
                Collection<String> allClauses,
                Map<String, Sheet> sheets) {
            String id = shown(folder);
            Optional<Rulebook.Info> info = info(folder, vocabulary);
            List<Drl.RuleFile> parsed = new ArrayList<>();
            Map<String, String> names = new TreeMap<>();
            boolean whole = true;
            for (Path file : files(folder, ".drl")) {
                try {
                    String text = Sources.text(file, shown(file));
                    DrlParser.Parsed read = DrlParser.parse(shown(file), text, problems);
                    Drl.RuleFile rules = read.file();
                    new DrlCheck(shown(file), text, vocabulary, ledger.keySet(), allClauses, ids, problems)
                            .check(read, Rulebook.packageName(id));
                    for (Drl.Rule rule : rules.rules()) {
                        if (rule.name().isEmpty()) {
                            continue;
                        }
                        String before = names.put(
                                rule.name(), shown(file) + ":" + rule.pos().line());
                        if (before != null) {
                            problems.add(new Problem(
                                    "rule-twice",
                                    shown(file),
                                    rule.pos().line(),
                                    rule.pos().column(),
                                    "",
                                    text.split("\n", -1)[rule.pos().line() - 1],
                                    new Text(
                                            "规则名“" + rule.name() + "”与 " + before + " 重复",
                                            "the rule name \"" + rule.name() + "\" is used at " + before + " already"),
                                    new Text("改标题", "change the title")));
                        }
                    }
                    parsed.add(rules);
                    whole &= rules.rules().stream().allMatch(r -> ledger.containsKey(r.clause()));
                } catch (Problems e) {
                    problems.addAll(e.all());
                    whole = false;
                }
            }
            if (!strayFiles(folder) && whole) {
                ledgerAgainstRules(folder, ledger, parsed, sheets);
            }
            return info.map(
                    i -> new Rulebook(id, i, ledger, List.copyOf(parsed), sheets, folder, digest(folder), false));
        }

        /** Files that look as if they belonged to the rulebook but are not read: {@code .drl.txt}, {@code .yml}. */
        private boolean strayFiles(Path folder) {
            boolean rules = false;
            for (Path file : files(folder, "")) {
                String name = file.getFileName().toString();
                if (name.matches("(?i).*\\.(drl|yaml|yml)(\\.txt)?") && !name.matches(".*\\.(drl|yaml)")) {
                    String better = name.toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("\\.txt$", "")
                            .replaceAll("\\.yml$", ".yaml");
                    problems.add(Problem.at(
                            "stray-file",
                            shown(file),
                            "",
                            new Text("这个文件不会被读取", "this file is not read"),
                            new Text("改名为 " + better, "rename it to " + better)));
                    rules |= better.endsWith(".drl");
                }
            }
            return rules;
        }

        private void ledgerAgainstRules(
                Path folder, Map<String, Rulebook.Clause> ledger, List<Drl.RuleFile> files, Map<String, Sheet> sheets) {
            Set<String> applied = new HashSet<>();
            sheets.values().forEach(s -> s.rows().forEach(r -> applied.add(s.name() + "." + r.id())));
            files.forEach(f -> f.rules().forEach(r -> applied.add(r.clause())));
            // a rule that could not be read is not a rule that is missing
            boolean unread = problems.stream()
                    .anyMatch(p ->
                            p.file().startsWith(shown(folder) + "/") && p.file().endsWith(".drl"));
            List<String> order = List.copyOf(ledger.keySet());
            ledger.values().forEach(c -> {
                String file = shown(folder) + "/clauses.yaml";
                String pointer = "/clauses/" + order.indexOf(c.id()) + "/status";
                if (c.status().equals("encoded") && !applied.contains(c.id()) && !unread) {
                    problems.add(Problem.at(
                            "no-rule",
                            file,
                            pointer,
                            new Text(
                                    "条款 " + c.id() + " 标为 encoded，却没有规则",
                                    "clause " + c.id() + " is marked encoded but has no rule"),
                            new Text(
                                    "写规则，或改为 pending / no-effect", "write the rule, or mark it pending or no-effect")));
                }
                if (IDLE.contains(c.status()) && applied.contains(c.id())) {
                    problems.add(Problem.at(
                            "ledger",
                            file,
                            pointer,
                            new Text(
                                    "条款 " + c.id() + " 有规则，应标为 encoded",
                                    "clause " + c.id() + " has rules; mark it encoded"),
                            new Text("status: encoded", "status: encoded")));
                }
            });
        }

        private Optional<Rulebook.Info> info(Path folder, Vocabulary vocabulary) {
            Path file = folder.resolve("rulebook.yaml");
            try {
                Node node = new Node(Sources.yaml(file, shown(file)), shown(file), "", problems);
                node.only(Set.of(
                        "title",
                        "number",
                        "region",
                        "kinds",
                        "from",
                        "to",
                        "lapse",
                        "applicants",
                        "supersedes",
                        "note",
                        "reviewed"));
                List<String> kinds = node.list("kinds").stream()
                        .map(k -> k.code(vocabulary, "facility-kinds"))
                        .toList();
                String from = node.text("from");
                Rulebook.Start start = from.equals("agreement")
                        ? Rulebook.Start.AGREEMENT
                        : from.equals("parameter") ? Rulebook.Start.PARAMETER : Rulebook.Start.TEXT;
                return Optional.of(new Rulebook.Info(
                        node.label("title"),
                        node.optional("number"),
                        node.get("region").code(vocabulary, "regions"),
                        kinds,
                        start,
                        start == Rulebook.Start.TEXT ? node.get("from").date() : Blank.NEVER,
                        node.has("to") ? node.get("to").date() : Blank.NEVER,
                        node.optional("lapse").equals("decide-by-then"),
                        node.has("applicants")
                                ? Optional.of(node.list("applicants").stream()
                                        .map(n -> n.number().intValue())
                                        .toList())
                                : Optional.empty(),
                        node.has("note") ? Optional.of(node.label("note")) : Optional.empty(),
                        node.get("reviewed").date()));
            } catch (Problems e) {
                problems.addAll(e.all());
                return Optional.empty();
            }
        }

        private Map<String, Rulebook.Clause> ledger(Path folder) {
            Map<String, Rulebook.Clause> clauses = new LinkedHashMap<>();
            Path file = folder.resolve("clauses.yaml");
            try {
                Node tree = new Node(Sources.yaml(file, shown(file)), shown(file), "", problems);
                tree.only(Set.of("clauses"));
                for (Node line : tree.list("clauses")) {
                    line.only(Set.of("id", "status", "zh", "en", "why", "reading", "ask"));
                    String id = line.text("id");
                    String status = line.get("status").code(Set.of("encoded", "no-effect", "pending"));
                    if (IDLE.contains(status) && !line.has("why")) {
                        line.report(
                                "missing",
                                new Text(
                                        "条款 " + id + " 未编码，须写明 why",
                                        "clause " + id + " is not encoded and must say why"),
                                new Text("补上 why: …", "add why: …"));
                    }
                    cited(line, readings.getOrDefault(region(folder), Readings.none()));
                    Text why = new Text(line.optional("why"), line.optional("why"));
                    Text ask = new Text(line.optional("ask"), line.optional("ask"));
                    if (clauses.put(
                                    id,
                                    new Rulebook.Clause(
                                            id,
                                            status,
                                            new Text(line.text("zh"), line.text("en")),
                                            why,
                                            line.optional("reading"),
                                            ask))
                            != null) {
                        line.report(
                                "clause-twice",
                                new Text("条款 " + id + " 列了两次", "clause " + id + " is listed twice"),
                                new Text("保留一行", "keep one line"));
                    }
                }
            } catch (Problems e) {
                problems.addAll(e.all());
                unread.add(file);
                return Map.of();
            }
            return clauses;
        }

        private static void cited(Node line, Readings known) {
            for (String id : Readings.cited(line.optional("reading"))) {
                if (known.of(id).isEmpty()) {
                    line.report(
                            "unknown-reading",
                            new Text("readings.yaml 中没有解读 " + id, "readings.yaml has no reading " + id),
                            known.ids().isEmpty()
                                    ? new Text("在本地区的 readings.yaml 中写一条", "write it in the region's readings.yaml")
                                    : Suggest.fix(id, known.ids()));
                }
            }
        }

        private Map<String, Sheet> sheets(Path folder) {
            Map<String, Sheet> sheets = new TreeMap<>();
            for (Path file : files(folder, ".yaml")) {
                if (Set.of("rulebook.yaml", "clauses.yaml")
                        .contains(file.getFileName().toString())) {
                    continue;
                }
                try {
                    int before = problems.size();
                    Node node = new Node(Sources.yaml(file, shown(file)), shown(file), "", problems);
                    node.only(Set.of("sheet", "title", "cap", "sum", "rows"));
                    String name = node.text("sheet");
                    if (!file.getFileName().toString().equals(name + ".yaml")) {
                        node.report(
                                "name",
                                new Text("评分表名应与文件名相同", "the sheet must be named like its file"),
                                new Text(
                                        "改为 sheet: "
                                                + file.getFileName().toString().replace(".yaml", ""),
                                        "name it like the file"));
                    }
                    Sheet sheet = new Sheet(
                            name,
                            node.label("title"),
                            node.number("cap"),
                            node.list("rows").stream().map(this::row).toList());
                    sheets.put(name, sheet);
                    if (problems.size() == before) {
                        sum(node, sheet, node.has("sum") ? node.number("sum") : sheet.cap());
                    }
                } catch (Problems e) {
                    problems.addAll(e.all());
                    unread.add(file);
                }
            }
            return sheets;
        }

        /** The rows add up to the cap, or to what {@code sum} says the text's own rows add up to. */
        private void sum(Node node, Sheet sheet, BigDecimal wanted) {
            Set<String> kinds = new java.util.TreeSet<>();
            sheet.rows().forEach(r -> kinds.addAll(r.kinds()));
            for (String kind : kinds.isEmpty() ? Set.of("") : kinds) {
                BigDecimal sum = sheet.rows().stream()
                        .filter(r ->
                                !r.bonus() && (r.kinds().isEmpty() || r.kinds().contains(kind)))
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

        private Sheet.Row row(Node row) {
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
            Sheet.Way way = row.has("deduct")
                    ? Sheet.Way.DEDUCT
                    : row.has("award")
                            ? Sheet.Way.AWARD
                            : row.has("bands")
                                    ? Sheet.Way.BANDS
                                    : row.has("choice")
                                            ? Sheet.Way.CHOICE
                                            : row.has("discretion") ? Sheet.Way.DISCRETION : Sheet.Way.VETO;
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
            Node graded = way == Sheet.Way.BANDS ? row.get("bands") : way == Sheet.Way.CHOICE ? row.get("choice") : row;
            boolean keyed = way == Sheet.Way.BANDS || way == Sheet.Way.CHOICE;
            List<Sheet.Band> bands = way == Sheet.Way.BANDS
                    ? graded.list("of").stream()
                            .map(b -> new Sheet.Band(b.number("from"), b.number("points")))
                            .toList()
                    : List.of();
            Map<String, BigDecimal> choices = new TreeMap<>();
            if (way == Sheet.Way.CHOICE) {
                graded.get("of").fields((k, v) -> choices.put(k, v.number()));
            }
            return new Sheet.Row(
                    row.text("id"),
                    new Text(row.optional("zh"), row.optional("en")),
                    way,
                    way == Sheet.Way.VETO ? BigDecimal.ZERO : row.number("points"),
                    row.has("bonus"),
                    row.list("kinds").stream().map(Node::text).toList(),
                    steps,
                    keyed ? graded.text("key") : "",
                    bands,
                    choices);
        }

        private Sheet.Step step(Node step) {
            step.only(Set.of("key", "each", "once", "zh", "en"));
            boolean once = step.has("once");
            return new Sheet.Step(
                    step.text("key"),
                    step.number(once ? "once" : "each"),
                    once,
                    new Text(step.optional("zh"), step.optional("en")));
        }

        private String shown(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }

        private List<Path> files(Path folder, String ending) {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
            } catch (IOException e) {
                problems.add(Problem.at(
                        "unreadable",
                        shown(folder),
                        "",
                        new Text("读不到文件夹", "the folder cannot be read"),
                        new Text("检查权限", "check permissions")));
                return List.of();
            }
        }

        private Stream<Path> walk(Path folder) {
            try (Stream<Path> files = Files.walk(folder, 4)) {
                return files.sorted().toList().stream();
            } catch (IOException e) {
                problems.add(Problem.at(
                        "unreadable",
                        folder.toString(),
                        "",
                        new Text("读不到文件夹", "the folder cannot be read"),
                        new Text("检查权限", "check permissions")));
                return Stream.of();
            }
        }

        private String digest(Path folder) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (Path file : walk(folder)
                        .filter(Files::isRegularFile)
                        .filter(f -> !shown(f).contains("/cases/"))
                        .toList()) {
                    digest.update(shown(file).getBytes(StandardCharsets.UTF_8));
                    digest.update(Sources.text(file, shown(file)).getBytes(StandardCharsets.UTF_8));
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (Problems e) {
                return "";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** A node of a YAML file that knows where it stands and reports what does not fit. */
    static final class Node {
        private final JsonNode node;
        private final String file;
        private final String pointer;
        private final List<Problem> problems;

        Node(JsonNode node, String file, String pointer, List<Problem> problems) {
            this.node = node;
            this.file = file;
            this.pointer = pointer;
            this.problems = problems;
        }

        void only(Set<String> keys) {
            if (!node.isObject()) {
                report(
                        "type",
                        new Text("此处应为“键: 值”", "entries 'key: value' are needed here"),
                        new Text(
                                "可用的键：" + String.join("、", new java.util.TreeSet<>(keys)),
                                "keys: " + String.join(", ", new java.util.TreeSet<>(keys))));
            }
            node.fieldNames().forEachRemaining(k -> {
                if (!keys.contains(k)) {
                    problems.add(unknownKey(k, keys, file, pointer + "/" + k));
                }
            });
        }

        /** A key nobody knows; often the colon is full-width, or the blank after it is missing. */
        static Problem unknownKey(String key, Collection<String> keys, String file, String pointer) {
            int colon = key.indexOf('：') >= 0 ? key.indexOf('：') : key.indexOf(':');
            if (colon > 0 && keys.contains(key.substring(0, colon).strip())) {
                String meant = key.substring(0, colon).strip();
                return Problem.at(
                        "key-syntax",
                        file,
                        pointer,
                        key.charAt(colon) == '：'
                                ? new Text(
                                        "键 " + meant + " 后用了全角冒号",
                                        "the colon after the key " + meant + " is full-width")
                                : new Text(
                                        "键 " + meant + " 的冒号后缺少空格", "a blank is missing after the colon of " + meant),
                        new Text("写成 " + meant + ": 值", "write " + meant + ": value"));
            }
            return Problem.at(
                    "unknown-key",
                    file,
                    pointer,
                    new Text("不认识的键 " + key, "unknown key " + key),
                    Suggest.fix(key, keys));
        }

        boolean has(String key) {
            return node.hasNonNull(key);
        }

        Node get(String key) {
            if (!has(key) && node.isObject() && !miswritten(key)) {
                report(
                        "missing",
                        new Text("缺少 " + key, key + " is missing"),
                        new Text("补上 " + key + ": …", "add " + key + ": …"));
            }
            return new Node(node.path(key), file, pointer + "/" + key, problems);
        }

        /** Whether the key is there, but misspelt or with a wrong colon: that is reported already. */
        private boolean miswritten(String key) {
            for (java.util.Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                boolean misspelt = key.length() > 3
                        && name.length() > 3
                        && !name.equals(key)
                        && Suggest.near(key, List.of(name)).contains(name);
                if (misspelt || name.matches(java.util.regex.Pattern.quote(key) + "\\s*[：:].*")) {
                    return true;
                }
            }
            return false;
        }

        List<Node> list(String key) {
            List<Node> items = new ArrayList<>();
            if (has(key) && !node.path(key).isArray()) {
                get(key).report(
                                "type",
                                new Text(key + " 应为列表", key + " must be a list"),
                                new Text(
                                        "每项一行，以 - 开头；或写成 [ …, … ]",
                                        "one line for each item, beginning with -; or [ …, … ]"));
                return items;
            }
            int i = 0;
            for (JsonNode item : node.path(key)) {
                items.add(new Node(item, file, pointer + "/" + key + "/" + i++, problems));
            }
            return items;
        }

        void fields(java.util.function.BiConsumer<String, Node> each) {
            node.fields()
                    .forEachRemaining(f -> each.accept(
                            f.getKey(), new Node(f.getValue(), file, pointer + "/" + f.getKey(), problems)));
        }

        String text(String key) {
            return get(key).text();
        }

        String text() {
            return node.asText("");
        }

        String optional(String key) {
            return node.path(key).asText("");
        }

        Text label(String key) {
            Node label = get(key);
            return new Text(label.text("zh"), label.text("en"));
        }

        String code(Vocabulary vocabulary, String list) {
            return vocabulary.incomplete(list) ? text() : code(vocabulary.codes(list));
        }

        String code(Collection<String> known) {
            if (!node.isMissingNode() && !known.contains(text())) {
                report(
                        "unknown-code",
                        new Text("“" + text() + "”无效", "'" + text() + "' is not known"),
                        Suggest.fix(text(), known));
            }
            return text();
        }

        BigDecimal number(String key) {
            return get(key).number();
        }

        BigDecimal number() {
            if (node.isMissingNode()) {
                return BigDecimal.ZERO; // reported where it is missing
            }
            if (!node.isNumber()) {
                report(
                        "type",
                        new Text("此处应为数字", "a number is needed here"),
                        new Text("写数字，不加引号", "write a number without quotes"));
                return BigDecimal.ZERO;
            }
            return node.decimalValue();
        }

        LocalDate date() {
            if (node.isMissingNode()) {
                return Blank.NEVER;
            }
            try {
                return LocalDate.parse(text());
            } catch (DateTimeParseException e) {
                report(
                        "type",
                        new Text("“" + text() + "”不是日期", "'" + text() + "' is no day"),
                        new Text("写成 2025-01-31", "write it as 2025-01-31"));
                return Blank.NEVER;
            }
        }

        void report(String code, Text message, Text fix) {
            problems.add(Problem.at(code, file, pointer.isEmpty() ? "/" : pointer, message, fix));
        }
    }
}
