package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.prove.Smallest;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Scaffold;

/** {@code new}: beginnings of what people then fill in. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {"新建规则册、规则、用例、检查文书的骨架", "beginnings: a rulebook, a rule, a case, an inspection"},
        footer = {
            "",
            "例 examples:",
            "  qiyue new rulebook beijing/trial-2026 --kinds medical --from 2026-01-01",
            "  qiyue new rule beijing/trial-2026 5.1",
            "  qiyue new case beijing/trial-2026 5.1",
            "  qiyue new case beijing/rules-2025 --for 18.9",
            "  qiyue new inspection --region beijing --kind medical --out inspection.json"
        },
        subcommands = NewInspectionCommand.class)
final class NewCommand implements Callable<Integer> {
    private static final String RULEBOOK = "[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*";

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    Main main() {
        return main;
    }

    @Override
    public Integer call() {
        String kinds = String.join("、", spec.subcommands().keySet());
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
        Scaffold scaffold = new Scaffold(common.root());
        scaffold.rulebook(id, kinds, from);
        return done(scaffold);
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

    private int clause(Common common, String id, String clause, boolean aCase) throws IOException {
        if (!id.matches(RULEBOOK)) {
            return misnamed(id);
        }
        if (!clause.matches("[A-Za-z0-9.-]{1,60}")) {
            return wrong("条款编号写成 18.9 这样：" + clause, "a clause id is like 18.9: " + clause);
        }
        try {
            Library library = common.library();
            Rulebook book = library.rulebooks().get(id);
            if (book == null) {
                return wrong(
                        "没有规则册 " + id + "；"
                                + Suggest.fix(id, library.rulebooks().keySet()).zh(),
                        "no rulebook " + id + "; "
                                + Suggest.fix(id, library.rulebooks().keySet()).en());
            }
            Scaffold scaffold = new Scaffold(common.root());
            if (aCase) {
                LocalDate day = book.info().start() == Rulebook.Start.TEXT
                        ? book.info().from().plusMonths(3)
                        : LocalDate.of(2025, 3, 3);
                scaffold.addCase(
                        id, clause, book.info().region(), book.info().kinds().get(0), day.toString());
            } else {
                Rulebook.Clause listed = book.ledger().get(clause);
                scaffold.rule(id, clause, listed != null, listed != null && !listed.encoded());
            }
            return done(scaffold);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int smallest(Common common, String id, String wanted) throws IOException {
        try {
            Library library = common.sound();
            Rulebook book = library.rulebooks().get(id);
            List<Drl.Rule> rules = book == null
                    ? List.of()
                    : book.rules().stream()
                            .filter(r -> r.name().equals(wanted) || r.clause().equals(wanted))
                            .toList();
            if (book == null || rules.isEmpty()) {
                return wrong(id + " 中没有规则或条款 " + wanted, "there is no rule and no clause " + wanted + " in " + id);
            }
            Scaffold scaffold = new Scaffold(common.root());
            Smallest smallest = new Smallest(library, Smallest.documents(library));
            boolean all = true;
            for (Drl.Rule rule : rules) {
                Optional<ObjectNode> document = smallest.of(book, rule);
                all &= document.isPresent();
                if (document.isPresent()) {
                    scaffold.addCase(id, rule.clause(), rule.name(), document.get());
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
    private int done(Scaffold scaffold) {
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

    private int wrong(String zh, String en) {
        main.say(zh, en);
        return Main.BAD_INPUT;
    }
}
