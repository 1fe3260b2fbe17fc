package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.intake.FactList;
import qiyue.intake.Schemas;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.WholeFile;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** {@code schema}: the JSON Schema of what goes in or comes out or of a rulebook's files, or the facts rules may name. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "输出检查文书、处理意见或规则册各文件的 JSON Schema，或规则可用的事实",
            "the JSON Schema of inspections, decisions or the files of a rulebook, or the facts rules may name"
        },
        footer = {"", "例 example:", "  qiyue schema inspection > inspection.schema.json", "  qiyue schema facts"})
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = {"把全部 Schema 写入文件夹，如 schemas", "write all schemas into a folder, such as schemas"})
    private Optional<Path> folder = Optional.empty();

    @Parameters(
            paramLabel = "inspection|decision|rulebook|clauses|sheet|vocabulary|cases|facts",
            arity = "0..1",
            description = {"默认 inspection", "inspection by default"})
    private String what = "inspection";

    @Override
    public Integer call() throws IOException {
        try {
            if (what.equals("facts") && folder.isEmpty()) {
                main.out.print(FactList.of(vocabulary(), common.lang()));
                return Main.DONE;
            }
            Map<String, ObjectNode> schemas = Schemas.all(vocabulary());
            if (folder.isPresent()) {
                for (Map.Entry<String, ObjectNode> schema : schemas.entrySet()) {
                    WholeFile.write(
                            folder.get().resolve(schema.getKey() + ".schema.json"),
                            JsonReport.pretty(schema.getValue()));
                }
                return Main.DONE;
            }
            ObjectNode schema = schemas.get(what);
            if (schema == null) {
                String known = String.join(", ", schemas.keySet()) + ", facts";
                main.say("可用：" + known, "one of: " + known);
                return Main.BAD_INPUT;
            }
            main.out.print(JsonReport.pretty(schema));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    /** What is declared counts, so a folder with no rulebook yet will do. */
    private Vocabulary vocabulary() throws Problems {
        Library.Examined examined = Library.examine(common.root());
        List<Problem> errors = examined.problems().stream()
                .filter(p -> !p.warning() && !p.code().equals("no-rulebook"))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problems(errors);
        }
        return examined.library().vocabulary();
    }
}
