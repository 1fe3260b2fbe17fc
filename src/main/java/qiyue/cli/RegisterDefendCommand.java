package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.register.EntryKind;

/** {@code register … defend}: the facility stated its case. */
@Command(
        name = "defend",
        mixinStandardHelpOptions = true,
        description = {
            "登记机构的陈述申辩；事实因此有变的，改了文书再 add，即重新处理",
            "enter what the facility states in its defence; where facts change by it, add the changed document, which is decided anew"
        },
        footer = {"", "例 example: qiyue register 2025.db defend 京昌检〔2025〕33号 --on 2025-09-22 --note 称患者请假外出"})
final class RegisterDefendCommand extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Mixin
    private Happened happened;

    @Parameters(
            paramLabel = "CASE",
            description = {"案件，即检查编号", "the case: the id of its inspection"})
    private String chain = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = {"要点", "its gist"})
    private String note = "";

    @Override
    int run(Main main) throws Problems {
        return enter(chain, EntryKind.DEFENCE, happened.day(), filing, (before, register) -> {
            ObjectNode body = body();
            put(body, "note", note);
            return body;
        });
    }
}
