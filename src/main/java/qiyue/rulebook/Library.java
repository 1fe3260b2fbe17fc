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
import qiyue.fact.Blank;
import qiyue.fact.Calendar;

/** All rulebooks of a rules folder with the vocabulary and the calendar they share. Loading checks everything and reports everything. */
public final class Library {
    private final Path root;
    private final Vocabulary vocabulary;
    private final Calendar calendar;
    private final Map<String, Rulebook> rulebooks;

    private Library(Path root, Vocabulary vocabulary, Calendar calendar, Map<String, Rulebook> rulebooks) {
        this.root = root;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
        this.rulebooks = rulebooks;
    }

    /** Loads a rules folder; everything wrong with it is in the exception. */
    public static Library load(Path root) throws Problems {
        return load(root, Set.of());
    }

    /** Loads only the rulebooks of these regions, which is quicker; all of them if none is named. */
    public static Library load(Path root, Set<String> regions) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Library library = new Loader(root, regions, problems).load();
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        return library;
    }

    /** Everything wrong with a rules folder; empty when it is sound. */
    public static List<Problem> check(Path root) {
        try {
            load(root);
            return List.of();
        } catch (Problems e) {
            return e.all();
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

    /** The score sheet of that name and the rulebook it belongs to, among the rulebooks of the region. */
    public Optional<Sheet> sheet(String region, String name) {
        return rulebooks.values().stream()
                .filter(r -> r.info().region().equals(region) && r.sheets().containsKey(name))
                .map(r -> r.sheets().get(name))
                .findFirst();
    }

    /** One walk over the folder. */
    private static final class Loader {
        private final Path root;
        private final Set<String> regions;
        private final List<Problem> problems;

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
                    .filter(f -> regions.isEmpty()
                            || regions.contains(root.relativize(f).getName(0).toString()))
                    .toList();
            Set<String> ids = new HashSet<>();
            folders.forEach(f -> ids.add(shown(f)));
            Map<Path, Map<String, Sheet>> sheets = new LinkedHashMap<>();
            for (Path folder : folders) {
                sheets.put(folder, sheets(folder));
                sheets.get(folder).values().forEach(s -> vocabulary.sheet(s.name(), s.title()));
            }
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
            return new Library(root, vocabulary, calendar, rulebooks);
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
            for (Path file : files(folder, ".drl")) {
                try {
                    String text = Sources.text(file, shown(file));
                    Drl.RuleFile rules = DrlParser.parse(shown(file), text, problems);
                    new DrlCheck(shown(file), text, vocabulary, ledger.keySet(), allClauses, ids, problems)
                            .check(rules, Rulebook.packageName(id));
                    for (Drl.Rule rule : rules.rules()) {
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
                } catch (Problems e) {
                    problems.addAll(e.all());
                }
            }
            ledgerAgainstRules(folder, ledger, parsed, sheets);
            return info.map(i -> new Rulebook(id, i, ledger, List.copyOf(parsed), sheets, folder, digest(folder)));
        }

        private void ledgerAgainstRules(
                Path folder, Map<String, Rulebook.Clause> ledger, List<Drl.RuleFile> files, Map<String, Sheet> sheets) {
            Set<String> applied = new HashSet<>();
            sheets.values().forEach(s -> s.rows().forEach(r -> applied.add(s.name() + "." + r.id())));
            files.forEach(f -> f.rules().forEach(r -> applied.add(r.clause())));
            ledger.values().forEach(c -> {
                String file = shown(folder) + "/clauses.yaml";
                if (c.status().equals("encoded") && !applied.contains(c.id())) {
                    problems.add(Problem.at(
                            "no-rule",
                            file,
                            "/" + c.id(),
                            new Text(
                                    "条款 " + c.id() + " 标为 encoded，却没有规则",
                                    "clause " + c.id() + " is marked encoded but has no rule"),
                            new Text(
                                    "写规则，或改为 pending / no-effect", "write the rule, or mark it pending or no-effect")));
                }
                if (!c.status().equals("encoded") && applied.contains(c.id())) {
                    problems.add(Problem.at(
                            "ledger",
                            file,
                            "/" + c.id(),
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
                        "title", "number", "region", "kinds", "from", "to", "lapse", "supersedes", "note", "reviewed"));
                List<String> kinds = node.list("kinds").stream()
                        .map(k -> k.code(vocabulary.codes("facility-kinds")))
                        .toList();
                String from = node.text("from");
                Rulebook.Start start = from.equals("agreement")
                        ? Rulebook.Start.AGREEMENT
                        : from.equals("parameter") ? Rulebook.Start.PARAMETER : Rulebook.Start.TEXT;
                return Optional.of(new Rulebook.Info(
                        node.label("title"),
                        node.optional("number"),
                        node.get("region").code(vocabulary.codes("regions")),
                        kinds,
                        start,
                        start == Rulebook.Start.TEXT ? node.get("from").date() : Blank.NEVER,
                        node.has("to") ? node.get("to").date() : Blank.NEVER,
                        node.optional("lapse").equals("decide-by-then"),
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
                    if (!status.equals("encoded") && !line.has("why")) {
                        line.report(
                                "missing",
                                new Text(
                                        "条款 " + id + " 未编码，须写明 why",
                                        "clause " + id + " is not encoded and must say why"),
                                new Text("补上 why: …", "add why: …"));
                    }
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
            }
            return clauses;
        }

        private Map<String, Sheet> sheets(Path folder) {
            Map<String, Sheet> sheets = new TreeMap<>();
            for (Path file : files(folder, ".yaml")) {
                if (Set.of("rulebook.yaml", "clauses.yaml")
                        .contains(file.getFileName().toString())) {
                    continue;
                }
                try {
                    Node node = new Node(Sources.yaml(file, shown(file)), shown(file), "", problems);
                    node.only(Set.of("sheet", "title", "cap", "rows"));
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
                    sheets.put(
                            name,
                            new Sheet(
                                    name,
                                    node.label("title"),
                                    node.number("cap"),
                                    node.list("rows").stream().map(this::row).toList()));
                } catch (Problems e) {
                    problems.addAll(e.all());
                }
            }
            return sheets;
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
            node.fieldNames().forEachRemaining(k -> {
                if (!keys.contains(k)) {
                    problems.add(Problem.at(
                            "unknown-key",
                            file,
                            pointer + "/" + k,
                            new Text("不认识的键 " + k, "unknown key " + k),
                            Suggest.fix(k, keys)));
                }
            });
        }

        boolean has(String key) {
            return node.hasNonNull(key);
        }

        Node get(String key) {
            if (!has(key)) {
                report(
                        "missing",
                        new Text("缺少 " + key, key + " is missing"),
                        new Text("补上 " + key + ": …", "add " + key + ": …"));
            }
            return new Node(node.path(key), file, pointer + "/" + key, problems);
        }

        List<Node> list(String key) {
            List<Node> items = new ArrayList<>();
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

        String code(Collection<String> known) {
            if (!known.contains(text())) {
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
            problems.add(Problem.at(code, file, pointer, message, fix));
        }
    }
}
