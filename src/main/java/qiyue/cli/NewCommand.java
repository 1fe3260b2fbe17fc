package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Scaffold;

/** {@code new}: beginnings of rulebooks, rules and cases. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {"新建规则册、规则或用例的骨架", "scaffolds: a rulebook, a rule, a case"})
final class NewCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = {"机构类别，逗号分隔（新规则册）", "facility kinds, comma separated (new rulebook)"})
    private List<String> kinds = List.of("medical");

    @Option(
            names = "--from",
            paramLabel = "DAY|agreement|parameter",
            description = {"施行日（新规则册）", "first day in force (new rulebook)"})
    private String from = "agreement";

    @Parameters(
            index = "0",
            paramLabel = "rulebook|rule|case",
            description = {"新建什么", "what to begin"})
    private String what = "";

    @Parameters(
            index = "1",
            paramLabel = "RULEBOOK",
            description = {"规则册，如 beijing/rules-2025", "a rulebook, such as beijing/rules-2025"})
    private String rulebook = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "CLAUSE",
            description = {"条款编号，如 18.9（新规则、新用例）", "a clause id, such as 18.9 (rule, case)"})
    private String clause = "";

    @Override
    public Integer call() throws IOException {
        Scaffold scaffold = new Scaffold(common.root());
        if (!rulebook.matches("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")) {
            return wrong(
                    "规则册写成“地区/名称-年份”，英文小写：" + rulebook,
                    "name a rulebook as region/name-year in lower case: " + rulebook);
        }
        if (what.equals("rulebook")) {
            // the ledger comes last: what a run that was ended left behind is gone on with
            if (Files.exists(common.root().resolve(rulebook).resolve("clauses.yaml"))) {
                return wrong("已有此规则册：" + rulebook, "there is such a rulebook already: " + rulebook);
            }
            scaffold.rulebook(rulebook, kinds, from);
            return done(scaffold);
        }
        if (!List.of("rule", "case").contains(what) || !clause.matches("[A-Za-z0-9.-]{1,60}")) {
            String forms =
                    "qiyue new rulebook REGION/NAME · qiyue new rule RULEBOOK CLAUSE · qiyue new case RULEBOOK CLAUSE";
            return wrong("用法：" + forms, "usage: " + forms);
        }
        try {
            Library library = common.library();
            Rulebook book = library.rulebooks().get(rulebook);
            if (book == null) {
                String known = String.join(" ", library.rulebooks().keySet());
                return wrong(
                        "没有这个规则册：" + rulebook + "；可用：" + known, "no such rulebook: " + rulebook + "; one of: " + known);
            }
            Rulebook.Clause listed = book.ledger().get(clause);
            if (what.equals("rule")) {
                scaffold.rule(rulebook, clause, listed != null, listed != null && !listed.encoded());
            } else {
                LocalDate day = book.info().start() == Rulebook.Start.TEXT
                        ? book.info().from().plusMonths(3)
                        : LocalDate.of(2025, 3, 3);
                scaffold.addCase(
                        rulebook,
                        clause,
                        book.info().region(),
                        book.info().kinds().get(0),
                        day.toString());
            }
            return done(scaffold);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int done(Scaffold scaffold) {
        String written = main.english() ? "written  " : "已写入  ";
        scaffold.written().forEach(f -> main.out.println(written + f));
        main.say(
                "把“待填”之处填好，再运行 qiyue check 和 qiyue test",
                "fill in what is marked 待填, then run qiyue check and qiyue test");
        return Main.DONE;
    }

    private int wrong(String zh, String en) {
        main.say(zh, en);
        return Main.BAD_INPUT;
    }
}
