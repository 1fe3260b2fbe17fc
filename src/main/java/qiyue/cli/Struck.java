package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** Whom a measure strikes, where a case has it more than once. */
final class Struck {
    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = {"哪一份协议（文书中的编号），有几份时写", "which agreement (its id in the document), where there are several"})
    private String agreement = "";

    @Option(
            names = "--subject",
            paramLabel = "facility|department|person",
            description = {"对机构、科室还是人员", "the facility, a department or a person"})
    private String subject = "";

    @Option(
            names = "--department",
            paramLabel = "NAME",
            description = {"科室", "department"})
    private String department = "";

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = {"人员，可重复", "member of staff; may be repeated"})
    private List<String> people = List.of();

    void into(ObjectNode body) {
        RegisterVerb.put(body, "agreement", agreement);
        RegisterVerb.put(body, "subject", subject);
        RegisterVerb.put(body, "department", department);
        people.forEach(body.withArray("/people")::add);
    }
}
