package qiyue.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import qiyue.problem.Problems;
import qiyue.register.Entry;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.report.JsonReport;

/** {@code register … list}: the cases, by facility. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"列出各机构的案件和最近一步", "the cases of each facility and their latest step"},
        footer = {"", "例 example: qiyue register 2025.db list --facility 110114-0033"})
final class RegisterListCommand extends RegisterVerb {
    @Option(
            names = "--facility",
            paramLabel = "CODE",
            description = {"只列这一家（机构代码）", "only the facility of this code"})
    private Optional<String> facility = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Override
    int run(Main main) throws Problems {
        RegisterWords words = words(common().library().vocabulary());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        try (Register register = parent().open()) {
            var facilities = register.facilities();
            for (var known : facilities.entrySet()) {
                if (facility.isPresent() && !facility.get().equals(known.getKey())) {
                    continue;
                }
                if (!format.equals("json")) {
                    main.out.println(known.getKey() + "  " + String.join("、", known.getValue()));
                }
                for (Proceeding each : register.ofFacility(known.getKey())) {
                    Entry last = each.entries().get(each.entries().size() - 1);
                    if (format.equals("json")) {
                        ObjectNode node = all.addObject();
                        node.put("case", last.chain())
                                .put("region", last.region())
                                .put("facility", last.facility());
                        node.put("entries", last.number())
                                .put("last", last.kind().code());
                        node.put("day", last.day().toString()).put("digest", last.digest());
                    } else {
                        main.out.println("  " + last.chain() + "  " + words.line(last));
                    }
                }
            }
            if (format.equals("json")) {
                main.out.print(JsonReport.pretty(all));
            } else if (facilities.isEmpty()) {
                say("登记簿是空的", "the register is empty");
            }
        }
        return Main.DONE;
    }
}
