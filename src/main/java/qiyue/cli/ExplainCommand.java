package qiyue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.explain.Explanation;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.JsonReport;

/** {@code explain}: why a clause was met, and why not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {"说明条款为什么成立、为什么不成立", "explain why clauses were met and why not"})
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--clause",
            paramLabel = "ID",
            description = {"只说明这些条款，如 18.9 或 beijing/rules-2025#18.9", "only these clauses, such as 18.9"})
    private List<String> clauses = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Option(
            names = "--personal",
            paramLabel = "masked|shown",
            description = {
                "姓名等个人信息：masked 以假名代替（默认），shown 照写",
                "names of people: masked by pseudonyms (default) or shown"
            })
    private String personal = "masked";

    @Parameters(
            paramLabel = "FILE",
            description = {"检查文书（JSON）", "an inspection (JSON)"})
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (!Set.of("masked", "shown").contains(personal)) {
            main.say("--personal 可用 masked、shown", "--personal: masked, shown");
            return Main.BAD_INPUT;
        }
        InspectionText document;
        try {
            document = new InspectionText(file.toString(), Sources.text(file, file.toString()));
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        try {
            qiyue = common.open(List.of(document));
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        try {
            Qiyue.Explained explained = (personal.equals("shown") ? qiyue : qiyue.masked()).explain(document, clauses);
            List<Explanation> all = explained.clauses();
            if (!clauses.isEmpty() && all.isEmpty()) {
                main.say(
                        "没有这样的条款，或该条款没有规则：" + String.join(" ", clauses),
                        "no such clause, or it has no rule: " + String.join(" ", clauses));
                return Main.BAD_INPUT;
            }
            // without a clause named: what was met; the rest on request
            List<Explanation> shown = clauses.isEmpty() && format.equals("text")
                    ? all.stream().filter(e -> !e.applications().isEmpty()).toList()
                    : all;
            main.out.print(
                    format.equals("json")
                            ? JsonReport.ofAll(shown)
                            : new ExplanationText(qiyue.library(), explained.decision(), common.lang()).of(shown));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }
}
