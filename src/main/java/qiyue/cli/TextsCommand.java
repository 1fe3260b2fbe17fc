package qiyue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.official.OfficialTexts;
import qiyue.problem.Problems;
import qiyue.report.Citation;
import qiyue.report.Page;
import qiyue.rulebook.Library;

/** {@code texts}: which clauses of the ledgers the user's own copies of the texts have. */
@Command(
        name = "texts",
        mixinStandardHelpOptions = true,
        description = {
            "自备的协议文本与条款台账逐条对应：找到、不止一处、找不到",
            "your own copies of the instruments against the ledgers: found, ambiguous, orphaned"
        },
        footer = {"", "例 example: qiyue texts 文本/   (文本/beijing-rules-2025.txt)", "docs/texts.md"})
final class TextsCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--quote",
            description = {"列出每条找到的原文", "print what was found for each clause"})
    private boolean quote;

    @Parameters(
            paramLabel = "DIR",
            description = {"文本文件夹，一份文本一个 .txt", "the folder of texts, one .txt an instrument"})
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Problems {
        Library library;
        try {
            library = common.library();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        Page out = new Page(Common.columns());
        boolean whole = true;
        for (OfficialTexts.Bound b : OfficialTexts.of(folder, library).all()) {
            whole &= b.ambiguous().isEmpty() && b.orphaned().isEmpty();
            out.line(b.rulebook()
                    + t("　找到 ", "  found ")
                    + b.found().size()
                    + t(" 条，不止一处 ", ", ambiguous ")
                    + b.ambiguous().size()
                    + t(" 条，找不到 ", ", orphaned ")
                    + b.orphaned().size()
                    + t(" 条", ""));
            clauses(out, t("不止一处，不引用：", "ambiguous, not quoted: "), b.ambiguous());
            clauses(out, t("找不到：", "orphaned: "), b.orphaned());
            if (!b.unclaimed().isEmpty()) {
                out.line("  " + t("台账没有的条：", "articles no ledger line names: ") + b.unclaimed());
            }
            if (quote) {
                b.found()
                        .forEach((clause, text) -> out.line("  " + Citation.of(clause, common.lang()) + " [" + clause
                                + "] " + text.replace("\n", " ")));
            }
        }
        main.out.print(out.text());
        return whole ? Main.DONE : Main.FAILED;
    }

    private void clauses(Page out, String what, List<String> clauses) {
        if (!clauses.isEmpty()) {
            out.line("  " + what + String.join(t("、", ", "), clauses));
        }
    }

    private String t(String zh, String en) {
        return common.lang().equals("en") ? en : zh;
    }
}
