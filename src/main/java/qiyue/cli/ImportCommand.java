package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.form.DocumentText;
import qiyue.form.FormWriter;
import qiyue.form.Headings;
import qiyue.form.ImportText;
import qiyue.form.Imported;
import qiyue.form.Importer;
import qiyue.form.Kind;
import qiyue.form.Mapping;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.rulebook.Vocabulary;

/** {@code import}: tables of other systems as records of an inspection. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "把医院、系统导出的表格（xlsx、csv）读成检查文书的数据",
            "read tables of other systems (xlsx, csv) as records of an inspection"
        },
        footer = {
            "",
            "例 examples:",
            "  qiyue import 费用明细.csv --as charges --set 类别=治疗 --save-map 对照表.yaml --out 费用.json",
            "  qiyue import 住院.xlsx --as stays --into 检查.json --out 检查.json",
            "  qiyue import 费用.csv --as charges --into 检查表.xlsx --out 检查表2.xlsx"
        })
final class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "KIND",
            description = {
                "每行是什么：charges 收费明细、stays 住院、uploads、prescriptions、bedChecks、findings …",
                "what each row is: charges, stays, uploads, prescriptions, bedChecks, findings …"
            })
    private String as = "";

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = {"读这些工作表", "read these sheets"})
    private List<String> sheets = List.of();

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = {"按对照表读", "read as the mapping file says"})
    private Optional<Path> map = Optional.empty();

    @Option(
            names = "--save-map",
            paramLabel = "FILE",
            description = {"把这次的对照写下来，下次用", "write down what was taken for what, for the next time"})
    private Optional<Path> saved = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = {"每一行都一样、表格里没有的，如 类别=治疗", "what all rows have and no column says, such as category=drug"})
    private Map<String, String> set = Map.of();

    @Option(
            names = "--ids",
            paramLabel = "WORD",
            description = {"没有编号的行，编号以此开头，后接行号", "what ids of rows without one begin with; the row number follows"})
    private String ids = "";

    @Option(
            names = "--round",
            description = {
                "多于两位小数的金额四舍五入到分，并说明相差多少",
                "round sums with more than two decimals, and say what that changes"
            })
    private boolean round;

    @Option(
            names = "--into",
            paramLabel = "INSPECTION",
            description = {"并入这份检查文书，并检查合并后的文书", "put them into this inspection, and check the whole"})
    private Optional<Path> into = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "写入文件，而不写到标准输出：.json 文书，或 .xlsx 检查表（要有 --into；写成新文件）",
                "write to the file instead of standard output: a document (.json), or with --into a form (.xlsx, a new file)"
            })
    private Optional<Path> out = Optional.empty();

    @Parameters(
            paramLabel = "FILE",
            description = {"表格：xlsx，或 UTF-8、GBK 的 csv、tsv", "a table: xlsx, or csv or tsv in UTF-8 or GBK"})
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        Optional<Text> refused = out.flatMap(this::refused);
        if (refused.isPresent()) {
            main.say(refused.get().zh() + "；什么也没有写出", refused.get().en() + "; nothing was written");
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        Headings headings;
        try {
            qiyue = common.open();
            headings = common.headings();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        Vocabulary vocabulary = qiyue.library().vocabulary();
        Kind kind = Kind.all(vocabulary).stream()
                .filter(k -> k.name().equals(as) || k.label().zh().equals(as))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            List<String> known = new ArrayList<>();
            Kind.all(vocabulary)
                    .forEach(k -> known.add(k.name() + " " + k.label().in(common.lang())));
            String all = String.join(" · ", known);
            main.say("--as 不能是 " + as + "；可用：" + all, "--as cannot be " + as + "; one of: " + all);
            return Main.BAD_INPUT;
        }
        try {
            Mapping mapping = (map.isPresent() ? Mapping.read(map.get(), kind, headings) : Mapping.NONE)
                    .with(set, kind, headings);
            String prefix = ids.isEmpty() ? kind.label().zh() : ids;
            return read(qiyue, kind, Importer.read(file, sheets, kind, vocabulary, headings, mapping, prefix, round));
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    private static boolean workbook(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** Why nothing may be written there: text in place of a workbook, a form in place of one that holds notes and sheets of its own. */
    private Optional<Text> refused(Path file) {
        if (!workbook(file)) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                    ? Optional.empty()
                    : Optional.of(new Text(
                            "--out 须以 .json 或 .xlsx 结尾，如 --out " + json(file),
                            "--out must end in .json or .xlsx, such as --out " + json(file)));
        }
        if (into.isEmpty()) {
            return Optional.of(new Text(
                    "写成检查表（.xlsx）要用 --into 指明并入哪份检查文书；只要数据的，改为 --out " + json(file),
                    "a form (.xlsx) needs --into: the inspection it is to hold; for the records alone say --out "
                            + json(file)));
        }
        return Files.exists(file)
                ? Optional.of(
                        new Text(
                                "已经有 " + file + "：检查表写成新的文件，不写在原有的工作簿上（草稿、批注会丢失）；换一个名称",
                                "there is a file " + file
                                        + " already: a form is written anew, never over a workbook (its drafts and notes would be lost); choose another name"))
                : Optional.empty();
    }

    private static String json(Path file) {
        return file.toString().replaceFirst("\\.[^./\\\\]*$", "") + ".json";
    }

    private int read(Qiyue qiyue, Kind kind, Imported imported) throws IOException, Problems {
        ImportText.of(imported, common.lang()).forEach(main.err::println);
        if (saved.isPresent()) {
            WholeFile.write(saved.get(), imported.mapping());
            main.say("对照表已写入 " + saved.get(), "the mapping was written to " + saved.get());
        }
        if (!imported.problems().isEmpty()) {
            main.print(imported.problems(), common.lang());
            main.say("有单元格没有读懂，什么也没有写出", "some cells could not be read; nothing was written");
            return Main.BAD_INPUT;
        }
        String list = "/" + String.join("/", kind.path());
        InspectionText before = into.isPresent() ? whole(into.get(), qiyue) : null;
        ObjectNode document = before == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) before.tree();
        int first = document.withArray(list).size();
        ObjectNode sources = document.withObject("/sources");
        imported.sources().forEach(sources::put);
        if (sources.isEmpty()) {
            document.remove("sources");
        }
        String text = DocumentText.of(document, list, imported.records());
        if (before != null) {
            check(qiyue, before, text, imported, first);
        }
        if (out.isPresent()) {
            if (workbook(out.get())) {
                WholeFile.write(out.get(), form(qiyue, (ObjectNode) new InspectionText("", text).tree()));
            } else {
                WholeFile.write(out.get(), text);
            }
            main.say("已写入 " + out.get(), "written to " + out.get());
        } else {
            main.out.print(text);
        }
        return imported.sumsFit() ? Main.DONE : Main.FAILED;
    }

    /** The whole inspection as a form to go on with in a spreadsheet, of its kind of facility where it has one. */
    private byte[] form(Qiyue qiyue, ObjectNode document) throws IOException, Problems {
        JsonNode kinds = document.at("/facility/kinds");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(
                bytes,
                qiyue.library(),
                common.headings(),
                document.path("region").asText(),
                kinds.size() == 1 ? kinds.path(0).asText() : "",
                document);
        return bytes.toByteArray();
    }

    private InspectionText whole(Path inspection, Qiyue qiyue) throws Problems {
        try (Inputs inputs = new Inputs(List.of(inspection.toString()), main.in, common)) {
            Inputs.@Nullable Input input = inputs.next();
            if (input == null || input.document().isEmpty()) {
                throw new Problems(input == null ? List.of() : input.problems());
            }
            InspectionText document = input.document().get();
            if (!document.tree().isObject()) {
                // the reader says what is wrong with it
                InspectionReader.read(document.tree(), qiyue.library(), document.name());
            }
            return document;
        }
    }

    /** What is wrong with the whole: with the cell where it concerns the table, with the line where it does not. */
    private static void check(Qiyue qiyue, InspectionText before, String text, Imported imported, int first)
            throws Problems {
        try {
            InspectionText whole = new InspectionText(before.name(), text);
            InspectionReader.read(whole.tree(), qiyue.library(), whole.name());
        } catch (Problems e) {
            throw before.placed(new Problems(imported.moved(e.all(), first)));
        }
    }
}
