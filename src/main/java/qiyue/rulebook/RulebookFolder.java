package qiyue.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import qiyue.drl.Discipline;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.drl.OwnFieldCalls;
import qiyue.fact.Blank;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** Reads one rulebook: its particulars and its rule files, checked against what else the library holds. */
final class RulebookFolder {
    /** What editors and careful people leave beside a file: {@code a01.drl~}, {@code clauses.yaml.bak}. */
    private static final Pattern BACKUP = Pattern.compile("(?i).*\\.(drl|yaml)(~|\\.(bak|old|orig))");

    private static final int OF_A_CLAUSE = 200;
    private static final int OF_A_BOOK = 2_000;

    private final RulesFolder files;
    private final LedgerFile ledgers;
    private final List<Problem> problems;

    RulebookFolder(RulesFolder files, LedgerFile ledgers, List<Problem> problems) {
        this.files = files;
        this.ledgers = ledgers;
        this.problems = problems;
    }

    /**
     * The rulebook of the folder, if its particulars can be read.
     *
     * @param codes what its rules may name
     */
    Optional<Rulebook> read(
            Path folder, KnownCodes codes, Map<String, Rulebook.Clause> ledger, Map<String, Sheet> sheets) {
        String id = files.shown(folder);
        Optional<Rulebook.Info> info = info(folder, codes.vocabulary());
        List<Drl.RuleFile> parsed = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> clauses = new TreeMap<>();
        boolean whole = true;
        for (Path file : files.in(folder, ".drl")) {
            try {
                String text = Sources.edited(file, files.shown(file));
                DrlParser.Parsed read = DrlParser.parse(files.shown(file), text, problems);
                Drl.RuleFile rules = read.file();
                if (many(rules, clauses)) {
                    whole = false;
                    break;
                }
                Discipline.check(read, text, Rulebook.packageName(id), codes, problems);
                twice(rules, text, names);
                parsed.add(rules);
                whole &= rules.rules().stream().allMatch(r -> ledger.containsKey(r.clause()));
            } catch (Problems e) {
                problems.addAll(e.all());
                whole = false;
            }
        }
        if (!strayFiles(folder) && whole) {
            ledgers.holdAgainst(folder, ledger, parsed, sheets);
        }
        List<Drl.RuleFile> plain = NamedSets.writtenOut(parsed, codes.vocabulary()).stream()
                .map(f -> OwnFieldCalls.writtenOut(f, codes.types(), id))
                .toList();
        return info.map(i -> {
            Rulebook read = new Rulebook(id, i, ledger, plain, sheets, folder, files.digest(folder), "", false);
            // what is not sound is never given to the engine
            return problems.stream().allMatch(Problem::warning) ? read.withPrinted() : read;
        });
    }

    /** Rules are held against each other, those of one clause each against each: of too many none is looked at. */
    private boolean many(Drl.RuleFile file, Map<String, Integer> clauses) {
        file.rules().forEach(r -> clauses.merge(r.clause(), 1, Integer::sum));
        int all = clauses.values().stream().mapToInt(Integer::intValue).sum();
        Optional<String> clause = clauses.entrySet().stream()
                .filter(c -> c.getValue() > OF_A_CLAUSE)
                .map(Map.Entry::getKey)
                .findFirst();
        if (all <= OF_A_BOOK && clause.isEmpty()) {
            return false;
        }
        String of = clause.orElse("");
        problems.add(Problem.at(
                "too-many",
                file.name(),
                "",
                clause.isPresent()
                        ? new Text(
                                "条款 " + of + " 的规则超过 " + OF_A_CLAUSE + " 条",
                                "clause " + of + " has more than " + OF_A_CLAUSE + " rules")
                        : new Text("一册的规则超过 " + OF_A_BOOK + " 条", "the rulebook has more than " + OF_A_BOOK + " rules"),
                new Text("合并：几个代码写在一个 in ( … ) 里", "unite them: several codes go into one in ( … )")));
        return true;
    }

    /** No two rules of a rulebook have one name. */
    private void twice(Drl.RuleFile rules, String text, Map<String, String> names) {
        String[] lines = text.split("\n", -1);
        for (Drl.Rule rule : rules.rules()) {
            if (rule.name().isEmpty()) {
                continue;
            }
            String before =
                    names.put(rule.name(), rules.name() + ":" + rule.pos().line());
            if (before != null) {
                problems.add(new Problem(
                        "rule-twice",
                        rules.name(),
                        rule.pos().line(),
                        rule.pos().column(),
                        "",
                        lines[rule.pos().line() - 1],
                        new Text(
                                "规则名“" + rule.name() + "”与 " + before + " 重复",
                                "the rule name \"" + rule.name() + "\" is used at " + before + " already"),
                        new Text("改标题", "change the title")));
            }
        }
    }

    /** Files that look as if they belonged to the rulebook but are not read: {@code .drl.txt}, {@code .yml}. */
    private boolean strayFiles(Path folder) {
        boolean rules = false;
        for (Path file : files.in(folder, "")) {
            String name = file.getFileName().toString();
            if (BACKUP.matcher(name).matches()) {
                problems.add(Problem.at(
                        "stray-file",
                        files.shown(file),
                        "",
                        new Text("备份文件不会被读取", "a backup is not read"),
                        new Text("删去，或移到 rules 之外", "delete it, or move it out of the rules folder")));
            } else if (name.matches("(?i).*\\.(drl|yaml|yml)(\\.txt)?") && !name.matches(".*\\.(drl|yaml)")) {
                String better =
                        name.toLowerCase(Locale.ROOT).replaceAll("\\.txt$", "").replaceAll("\\.yml$", ".yaml");
                problems.add(Problem.at(
                        "stray-file",
                        files.shown(file),
                        "",
                        new Text("这个文件不会被读取", "this file is not read"),
                        new Text("改名为 " + better, "rename it to " + better)));
                rules |= better.endsWith(".drl");
            }
        }
        return rules;
    }

    private Optional<Rulebook.Info> info(Path folder, Vocabulary vocabulary) {
        Path file = folder.resolve("rulebook.yaml");
        try {
            YamlNode node = files.yaml(file);
            node.only(Set.of(
                    "title",
                    "short",
                    "number",
                    "region",
                    "kinds",
                    "from",
                    "to",
                    "lapse",
                    "applicants",
                    "note",
                    "reviewed"));
            int before = problems.size();
            List<String> kinds = node.list("kinds").stream()
                    .map(k -> k.code(vocabulary, "facility-kinds"))
                    .toList();
            if (kinds.isEmpty() && problems.size() == before) {
                node.report(
                        "missing",
                        new Text(
                                "kinds 没有写机构类别，这一册不会适用于任何机构",
                                "kinds names no kind of facility; the rulebook would govern none"),
                        new Text("写 kinds: [medical]", "write kinds: [medical]"));
            }
            if (node.has("lapse")) {
                node.get("lapse").code(List.of("decide-by-then"));
            }
            String from = node.text("from");
            Rulebook.Start start = from.equals("agreement")
                    ? Rulebook.Start.AGREEMENT
                    : from.equals("parameter") ? Rulebook.Start.PARAMETER : Rulebook.Start.TEXT;
            if (start == Rulebook.Start.TEXT
                    && node.has("to")
                    && Blank.happened(node.get("to").date())
                    && node.get("to").date().isBefore(node.get("from").date())) {
                node.get("to")
                        .report(
                                "dates",
                                new Text(
                                        "to 早于 from，这一册没有一天有效",
                                        "to is before from; the rulebook is in force on no day"),
                                new Text("对照文本改正日期", "correct the days by the text"));
            }
            return Optional.of(new Rulebook.Info(
                    node.label("title"),
                    node.label(node.has("short") ? "short" : "title"),
                    node.optional("number"),
                    node.get("region").code(vocabulary, "regions"),
                    kinds,
                    start,
                    start == Rulebook.Start.TEXT ? node.get("from").date() : Blank.NEVER,
                    node.has("to") ? node.get("to").date() : Blank.NEVER,
                    node.optional("lapse").equals("decide-by-then"),
                    node.has("applicants")
                            ? Optional.of(node.list("applicants").stream()
                                    .map(n -> n.count(9999))
                                    .toList())
                            : Optional.empty(),
                    node.has("note") ? Optional.of(node.label("note")) : Optional.empty(),
                    Review.read(node.get("reviewed"))));
        } catch (Problems e) {
            problems.addAll(e.all());
            return Optional.empty();
        }
    }
}
