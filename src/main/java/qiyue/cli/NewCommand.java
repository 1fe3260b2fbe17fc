package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.drl.Drl;
import qiyue.drl.Names;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.prove.Smallest;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;
import qiyue.suite.Scaffold;

/** {@code new}: beginnings of what people then fill in. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "新建地区、规则册、规则、用例、检查文书、工作日历的骨架",
            "beginnings: a region, a rulebook, a rule, a case, an inspection, a year of the calendar"
        },
        footer = {
            "",
            "例 examples:",
            "  qiyue new region example --zh 示例市 --kinds medical --from 2026-01-01",
            "  qiyue new rulebook beijing/trial-2026 --kinds medical --from 2026-01-01",
            "  qiyue new rule beijing/trial-2026 5.1",
            "  qiyue new case beijing/trial-2026 5.1",
            "  qiyue new case beijing/rules-2025 --for 18.9",
            "  qiyue new calendar 2027",
            "  qiyue new inspection --region beijing --kind medical --out inspection.json"
        },
        subcommands = {NewRegionCommand.class, NewInspectionCommand.class})
final class NewCommand implements Callable<Integer> {
    private static final String RULEBOOK = "[a-z0-9]+(-[a-z0-9]+)*+/[a-z0-9]+(-[a-z0-9]+)*+";

    @ParentCommand
    private Main main;

    Main main() {
        return main;
    }

    @Override
    public Integer call() {
        String kinds = String.join("、", new CommandLine(this).getSubcommands().keySet());
        return wrong("写明新建什么：" + kinds, "name what to begin: " + kinds.replace("、", ", "));
    }

    @Command(
            name = "rulebook",
            mixinStandardHelpOptions = true,
            description = {"新建一册：名称、登记、用例的文件夹", "a rulebook: its particulars, a ledger, a folder of cases"},
            footer = {"", "例 example:", "  qiyue new rulebook beijing/trial-2026 --kinds medical --from 2026-01-01"})
    int rulebook(
            @Mixin Common common,
            @Parameters(
                            paramLabel = "REGION/NAME-YEAR",
                            description = {"规则册，如 beijing/rules-2025", "the rulebook, such as beijing/rules-2025"})
                    String id,
            @Option(
                            names = "--kinds",
                            split = ",",
                            defaultValue = "medical",
                            paramLabel = "KIND",
                            description = {"机构类别，逗号分隔", "facility kinds, comma separated"})
                    List<String> kinds,
            @Option(
                            names = "--from",
                            defaultValue = "agreement",
                            paramLabel = "DAY|agreement|parameter",
                            description = {"施行日", "first day in force"})
                    String from)
            throws IOException {
        if (!id.matches(RULEBOOK)) {
            return misnamed(id);
        }
        // the ledger comes last: what a run that was ended left behind is gone on with
        if (Files.exists(common.root().resolve(id).resolve("clauses.yaml"))) {
            return wrong("已有此规则册：" + id, "there is such a rulebook already: " + id);
        }
        try {
            Library library = Library.examine(common.root()).library();
            Optional<Text> wrong = NewRegionCommand.unknown(library, kinds);
            if (wrong.isPresent()) {
                return wrong(wrong.get().zh(), wrong.get().en());
            }
            String region = RulesTree.region(id);
            Set<String> regions = library.vocabulary().codes("regions");
            if (!regions.contains(region)) {
                Text near = Suggest.fix(region, regions);
                return wrong(
                        "词汇里没有地区 " + region + "。是新地区的，先运行 qiyue new region " + region + " --zh 名称；写错了的，" + near.zh(),
                        "the vocabulary has no region " + region + ". If it is a new one, first run qiyue new region "
                                + region + " --zh NAME; if it is misspelt: " + near.en());
            }
            Scaffold scaffold = new Scaffold(common.root(), library);
            scaffold.rulebook(id, kinds, from);
            return done(scaffold);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    @Command(
            name = "rule",
            mixinStandardHelpOptions = true,
            description = {"在该条的规则文件末尾写一条规则的草稿", "a draft of a rule at the end of its article's file"},
            footer = {"", "例 example:", "  qiyue new rule beijing/trial-2026 5.1"})
    int rule(
            @Mixin Common common,
            @Parameters(
                            paramLabel = "RULEBOOK",
                            description = {"规则册，如 beijing/rules-2025", "a rulebook, such as beijing/rules-2025"})
                    String id,
            @Parameters(
                            paramLabel = "CLAUSE",
                            description = {"条款编号，如 18.9", "a clause id, such as 18.9"})
                    String clause)
            throws IOException {
        return clause(common, id, clause, false);
    }

    @Command(
            name = "case",
            mixinStandardHelpOptions = true,
            description = {"在该条的用例文件末尾写一个用例的草稿", "a draft of a case at the end of its article's cases"},
            footer = {"", "例 example:", "  qiyue new case beijing/trial-2026 5.1"})
    int testCase(
            @Mixin Common common,
            @Parameters(
                            index = "0",
                            paramLabel = "RULEBOOK",
                            description = {"规则册，如 beijing/rules-2025", "a rulebook, such as beijing/rules-2025"})
                    String id,
            @Option(
                            names = "--for",
                            defaultValue = "",
                            paramLabel = "RULE",
                            description = {
                                "写出满足这条规则的最小文书：规则名，或条款编号（该条款的每条规则一个用例）",
                                "the smallest document that meets this rule: its name, or a clause id for each of its rules"
                            })
                    String forRule,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "CLAUSE",
                            defaultValue = "",
                            description = {"条款编号，如 18.9", "a clause id, such as 18.9"})
                    String clause)
            throws IOException {
        if (!forRule.isEmpty()) {
            return id.matches(RULEBOOK) ? smallest(common, id, forRule) : misnamed(id);
        }
        return clause(common, id, clause, true);
    }

    @Command(
            name = "calendar",
            mixinStandardHelpOptions = true,
            description = {
                "新建一年的工作日历，照国务院办公厅的放假通知逐日填",
                "a year of the calendar, to be filled in by the State Council's notice"
            },
            footer = {"", "例 example: qiyue new calendar 2027"})
    int calendar(
            @Mixin Common common,
            @Parameters(
                            paramLabel = "YEAR",
                            description = {"年份，如 2027", "the year, such as 2027"})
                    int year)
            throws IOException {
        try {
            Library library = Library.examine(common.root()).library();
            Set<Integer> years = library.calendar().years();
            if (years.contains(year) || Files.exists(Scaffold.calendar(common.root(), year))) {
                return wrong("已有 " + year + " 年的日历", "there is a calendar of " + year + " already");
            }
            if (!years.isEmpty() && year != Collections.max(years) + 1) {
                int next = Collections.max(years) + 1;
                return wrong("日历一年接一年：下一年是 " + next, "the calendar goes year by year: the next is " + next);
            }
            Scaffold scaffold = new Scaffold(common.root(), library);
            scaffold.calendar(year);
            return done(scaffold);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int clause(Common common, String id, String clause, boolean aCase) throws IOException {
        if (!id.matches(RULEBOOK)) {
            return misnamed(id);
        }
        if (!Names.isClause(clause)) {
            return wrong("条款编号写成 18.9 这样：" + clause, "a clause id is like 18.9: " + clause);
        }
        try {
            // an encoded line without a rule is in error, and just what a rule is begun for
            Library library =
                    Library.examine(common.root(), Books.regions(List.of(id))).library();
            Rulebook book = library.rulebooks().get(id);
            if (book == null) {
                Text near = Suggest.fix(
                        id, Library.examine(common.root()).library().rulebooks().keySet());
                return wrong("没有规则册 " + id + "；" + near.zh(), "no rulebook " + id + "; " + near.en());
            }
            if (!aCase && book.sheets().keySet().stream().anyMatch(n -> clause.startsWith(n + "."))) {
                return wrong(
                        "评分表的行写在评分表里，不写规则：" + clause,
                        "a row of a sheet stands in the sheet and has no rule: " + clause);
            }
            Scaffold scaffold = new Scaffold(common.root(), library);
            if (aCase) {
                scaffold.addCase(book, clause);
            } else {
                scaffold.rule(book, clause);
            }
            return done(scaffold);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int smallest(Common common, String id, String wanted) throws IOException {
        try {
            Library library = common.sound(Books.regions(List.of(id)));
            Rulebook book = library.rulebooks().get(id);
            List<Drl.Rule> rules = book == null
                    ? List.of()
                    : book.rules().stream()
                            .filter(r -> r.name().equals(wanted) || r.clause().equals(wanted))
                            .toList();
            if (book == null || rules.isEmpty()) {
                return wrong(id + " 中没有规则或条款 " + wanted, "there is no rule and no clause " + wanted + " in " + id);
            }
            Scaffold scaffold = new Scaffold(common.root(), library);
            Smallest smallest = new Smallest(library);
            boolean all = true;
            for (Drl.Rule rule : rules) {
                Optional<ObjectNode> document = smallest.of(book, rule);
                all &= document.isPresent();
                if (document.isPresent()) {
                    scaffold.addCase(book, rule.clause(), rule.name(), document.get());
                } else {
                    main.say(
                            "没有找到满足“" + rule.name() + "”的文书，须由人写",
                            "no document was found that meets \"" + rule.name() + "\"; write it by hand");
                }
            }
            int said = done(scaffold);
            return all ? said : Main.FAILED;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    /** Says what was written and what remains to be done. */
    int done(Scaffold scaffold) {
        String written = main.english() ? "written  " : "已写入  ";
        scaffold.written().forEach(f -> main.out.println(written + f));
        main.say(
                "把“待填”之处填好，再运行 qiyue check 和 qiyue test",
                "fill in what is marked 待填, then run qiyue check and qiyue test");
        return Main.DONE;
    }

    private int misnamed(String id) {
        return wrong("规则册写成“地区/名称-年份”，英文小写：" + id, "name a rulebook as region/name-year in lower case: " + id);
    }

    int wrong(String zh, String en) {
        main.say(zh, en);
        return Main.BAD_INPUT;
    }
}
