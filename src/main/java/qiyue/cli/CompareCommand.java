package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.engine.Evaluator;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.CompareReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** {@code compare}: one inspection as every region would deal with it, expressly hypothetical. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "把一份检查文书假设放到各个地区处理，并列比较",
            "one inspection as every region would deal with it, side by side (hypothetical)"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）、json", "output: text (default), json"})
    private String format = "text";

    @Parameters(
            paramLabel = "FILE",
            description = {"一份检查文书（JSON），或 - 表示标准输入", "one inspection (JSON), or - for standard input"})
    private String file = "";

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json").contains(format)) {
            main.err.println("--format 可用 text、json / --format: text, json");
            return Main.BAD_INPUT;
        }
        Library library;
        try {
            library = common.library();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        List<Problem> problems = new ArrayList<>();
        List<Documents.Document> documents = Documents.read(List.of(file), main.in, problems);
        if (!problems.isEmpty()) {
            main.print(problems, common.lang());
            return Main.BAD_INPUT;
        }
        if (documents.size() != 1) {
            main.err.println("compare 一次比较一份文书 / compare takes one inspection at a time");
            return Main.BAD_INPUT;
        }
        try {
            CompareReport.Comparison comparison = compare(documents.get(0), library);
            if (comparison.columns().isEmpty()) {
                main.err.println("没有适用于该类机构的规则册 / no rulebook governs this kind of facility");
                return Main.BAD_INPUT;
            }
            main.out.print(
                    format.equals("json")
                            ? CompareReport.json(comparison, library)
                            : CompareReport.text(comparison, library, common.lang()));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return e.all().stream().anyMatch(p -> p.code().equals("engine")) ? Main.NO_RULES : Main.BAD_INPUT;
        }
    }

    private CompareReport.Comparison compare(Documents.Document document, Library library) throws Problems {
        JsonNode tree = Sources.json(document.text(), document.name());
        CaseFile inspection = InspectionReader.readAsSupposed(tree, library, document.name());
        Evaluator evaluator = common.evaluator(library);
        List<CompareReport.Column> columns = new ArrayList<>();
        for (Map.Entry<String, List<Rulebook>> region :
                regions(library, inspection).entrySet()) {
            columns.add(new CompareReport.Column(
                    region.getKey(),
                    region.getValue(),
                    evaluator.evaluateAs(inspection, document.digest(), region.getValue())));
        }
        columns.sort(Comparator.comparing(c -> !c.region().equals(inspection.region())));
        return new CompareReport.Comparison(
                inspection.inspection().id(),
                inspection.region(),
                !inspection.assessments().isEmpty(),
                columns);
    }

    /** By region, the rulebooks for the kinds of facility; of several editions of one instrument, the one in force then, else the newest. */
    private static Map<String, List<Rulebook>> regions(Library library, CaseFile inspection) {
        Set<String> kinds = new TreeSet<>(inspection.facility().kinds());
        if (!inspection.agreements().isEmpty()) {
            kinds.clear();
            inspection.agreements().forEach(a -> kinds.add(a.kind()));
        }
        LocalDate today = inspection.inspection().today();
        Map<String, Rulebook> instruments = new TreeMap<>();
        library.rulebooks().values().stream()
                .filter(r -> r.info().kinds().stream().anyMatch(kinds::contains))
                .forEach(r -> instruments.merge(
                        r.id().replaceAll("-\\d{4}$", ""),
                        r,
                        (a, b) -> a.info().inForce(today, a.info().from()) ? a : b));
        return instruments.values().stream()
                .collect(Collectors.groupingBy(r -> r.info().region(), TreeMap::new, Collectors.toList()));
    }
}
