package qiyue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.register.Entry;
import qiyue.register.Proceeding;
import qiyue.register.Register;

/** {@code register … add}: an inspection and the decision on it. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "登记检查文书和对它的处理意见；同一检查编号是同一案，改过的文书接着登记，没有变的不重复。没有登记簿的，新建",
            "enter inspections and the decisions on them; one inspection id is one case, a changed document follows, an unchanged one is not entered again. Makes the register if there is none"
        },
        footer = {"", "例 example: qiyue register 2025.db add 检查.json --by 王敏"})
final class RegisterAddCommand extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Option(
            names = "--facility",
            paramLabel = "CODE",
            description = {
                "是登记簿中的哪一家（机构代码），文书没有写代码或名称相近时用",
                "which facility of the register it is (its code), where the document states none or names are alike"
            })
    private Optional<String> facility = Optional.empty();

    @Parameters(
            paramLabel = "INSPECTION",
            arity = "1..*",
            description = {"检查文书", "inspections"})
    private List<String> files = List.of();

    @Override
    int run(Main main) throws Problems {
        List<Problem> problems = new ArrayList<>();
        List<InspectionText> documents = Documents.read(files, main.in, problems, common());
        Qiyue qiyue;
        try {
            qiyue = common().open(documents);
        } catch (Problems e) {
            main.print(e.all(), common().lang());
            return Main.NO_RULES;
        }
        Register.Filing filed = filing.filing();
        try (Register register = parent().openOrMake()) {
            for (InspectionText document : documents) {
                try {
                    CaseWork work = new CaseWork(qiyue, register, facility, filed);
                    String chain = document.tree().path("inspection").path("id").asText();
                    List<Entry> chosen = register.proceeding(chain).choices();
                    CaseWork.Entered entered = work.document(document);
                    Proceeding now = register.proceeding(chain);
                    said(chain, entered.added(), now.entries().size());
                    RegisterWords words = words(qiyue.library().vocabulary());
                    entered.decision().ifPresent(d -> main.out.println("  " + words.decision(d)));
                    if (now.choices().isEmpty() && !chosen.isEmpty()) {
                        main.out.println("  " + lapsed(chosen, words));
                    }
                } catch (Problems e) {
                    problems.addAll(e.all());
                }
            }
        }
        if (!problems.isEmpty()) {
            main.print(problems, common().lang());
            return Main.BAD_INPUT;
        }
        return Main.DONE;
    }

    /** What was chosen on the document before, which does not hold for this one. */
    private static String lapsed(List<Entry> chosen, RegisterWords words) {
        return words.t(
                        "文书改过，此前的选择不再算，仍要的重新登记：",
                        "the document changed, choices made before hold no more; enter again what is still meant: ")
                + chosen.stream().map(words::choice).collect(Collectors.joining(words.t("、", ", ")));
    }
}
