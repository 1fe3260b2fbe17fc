package qiyue.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import qiyue.rulebook.Library;
import qiyue.rulebook.Problem;
import qiyue.rulebook.Problems;
import qiyue.suite.Suite;

/** {@code check}: everything wrong with a rules folder, without running a case. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"检查规则文件、条款登记、词汇、评分表和用例", "check rule files, ledgers, vocabulary, score sheets and cases"})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        List<Problem> problems = Library.check(common.root());
        if (problems.isEmpty()) {
            try {
                Library library = common.library();
                common.evaluator(library).warm();
                int cases =
                        new Suite(library, common.evaluator(library)).cases().size();
                long rules = library.rulebooks().values().stream()
                        .mapToLong(r -> r.rules().size())
                        .sum();
                main.out.println(
                        common.lang().equals("en")
                                ? library.rulebooks().size() + " rulebooks, " + rules + " rules, " + cases
                                        + " cases: no problem"
                                : library.rulebooks().size() + " 册，" + rules + " 条规则，" + cases + " 个用例：没有问题");
                return Main.DONE;
            } catch (Problems e) {
                problems = e.all();
            }
        }
        main.print(problems, common.lang());
        return Main.FAILED;
    }
}
