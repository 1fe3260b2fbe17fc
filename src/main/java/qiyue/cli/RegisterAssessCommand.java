package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.register.EntryKind;

/** {@code register … assess}: the result of a yearly assessment. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {"登记年度考核的结果", "enter the result of a yearly assessment"},
        footer = {"", "例 example: qiyue register 2025.db assess 京昌考〔2025〕8号 --year 2024 --result passed --score 86.5"})
final class RegisterAssessCommand extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Mixin
    private Happened happened;

    @Parameters(
            paramLabel = "CASE",
            description = {"案件，即考核文书的检查编号", "the case: the id of the inspection"})
    private String chain = "";

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YEAR",
            description = {"年度", "year"})
    private int year;

    @Option(
            names = "--result",
            required = true,
            paramLabel = "passed|failed",
            description = {"结果：passed 合格、failed 不合格", "result: passed or failed"})
    private String result = "";

    @Option(
            names = "--score",
            paramLabel = "NUMBER",
            description = {"得分", "score"})
    private Optional<BigDecimal> score = Optional.empty();

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = {"所属协议（文书中的编号）", "the agreement (its id in the document)"})
    private String agreement = "";

    @Override
    int run(Main main) throws Problems {
        if (!Set.of("passed", "failed").contains(result)) {
            main.say("--result 可用 passed、failed", "--result: passed, failed");
            return Main.BAD_INPUT;
        }
        return enter(chain, EntryKind.ASSESSMENT, happened.day(), filing, (before, register) -> {
            boolean there = agreement.isEmpty();
            for (var each : before.document().path("agreements")) {
                there |= each.path("id").asText().equals(agreement);
            }
            if (!there) {
                throw Problems.one(
                        "no-such-id",
                        register.path().toString(),
                        new Text("此案的文书没有协议 " + agreement, "the document of the case has no agreement " + agreement),
                        new Text("写文书中的协议编号", "give the id it has in the document"));
            }
            ObjectNode body = body();
            body.put("year", year).put("result", result);
            score.ifPresent(s -> body.put("score", s));
            put(body, "agreement", agreement);
            return body;
        });
    }
}
