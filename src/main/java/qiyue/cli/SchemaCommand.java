package qiyue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.intake.FactList;
import qiyue.intake.Schemas;
import qiyue.report.JsonReport;
import qiyue.rulebook.Problems;

/** {@code schema}: the JSON Schema of inspections or decisions, or the list of facts rules may name. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "输出检查文书或处理意见的 JSON Schema，或规则可用的事实",
            "the JSON Schema of inspections or decisions, or the facts rules may name"
        })
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "inspection|decision|facts",
            arity = "0..1",
            description = {"默认 inspection", "inspection by default"})
    private String what = "inspection";

    @Override
    public Integer call() {
        try {
            switch (what) {
                case "inspection" ->
                    main.out.print(JsonReport.pretty(
                            Schemas.inspection(common.library().vocabulary())));
                case "decision" -> main.out.print(JsonReport.pretty(Schemas.decision()));
                case "facts" -> main.out.print(FactList.of(common.lang()));
                default -> {
                    main.err.println("可用：inspection、decision、facts / one of: inspection, decision, facts");
                    return Main.BAD_INPUT;
                }
            }
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }
}
