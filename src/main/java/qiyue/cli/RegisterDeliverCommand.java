package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.register.Entry;
import qiyue.register.EntryKind;

/** {@code register … deliver}: a notice was served. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = {
            "登记送达：处理决定（decision，默认）或处理前的告知（defence）。决定自送达之日起计期，成为机构以往的处理",
            "enter the service of a notice: of the decision (default) or, before it, of facts and proposed handling (defence). From service on periods run, and measures are history"
        },
        footer = {"", "例 example: qiyue register 2025.db deliver 京昌检〔2025〕33号 --on 2025-09-28 --how 直接送达"})
final class RegisterDeliverCommand extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Mixin
    private Happened happened;

    @Parameters(
            paramLabel = "CASE",
            description = {"案件，即检查编号", "the case: the id of its inspection"})
    private String chain = "";

    @Option(
            names = "--notice",
            paramLabel = "decision|defence",
            description = {"送达的是什么", "what was served"})
    private String notice = "decision";

    @Option(
            names = "--how",
            paramLabel = "TEXT",
            description = {"送达方式", "how it was served"})
    private String how = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = {"说明", "remark"})
    private String note = "";

    @Override
    int run(Main main) throws Problems {
        if (!Set.of("decision", "defence").contains(notice)) {
            main.say("--notice 可用 decision、defence", "--notice: decision, defence");
            return Main.BAD_INPUT;
        }
        LocalDate day = happened.day();
        return enter(chain, EntryKind.SERVICE, day, filing, (before, register) -> {
            Entry decided = before.choices().stream()
                    .reduce((a, b) -> b)
                    .or(() -> before.last(EntryKind.DECISION, e -> true))
                    .orElseThrow();
            if (notice.equals("decision") && day.isBefore(decided.day())) {
                throw days(
                        register,
                        new Text(
                                "送达日 " + day + " 早于决定之日 " + decided.day() + "（" + decided.place() + "）",
                                "served on " + day + ", before it was decided on " + decided.day() + " ("
                                        + decided.place() + ")"));
            }
            ObjectNode body = body();
            body.put("notice", notice);
            put(body, "how", how);
            put(body, "note", note);
            return body;
        });
    }
}
