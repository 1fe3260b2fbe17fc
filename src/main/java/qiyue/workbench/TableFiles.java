package qiyue.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import qiyue.Qiyue;
import qiyue.form.FormReader;
import qiyue.form.Headings;
import qiyue.form.ImportText;
import qiyue.form.Imported;
import qiyue.form.Importer;
import qiyue.form.Kind;
import qiyue.form.Mapping;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.rulebook.Vocabulary;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;

/**
 * Workbooks and text tables sent from the browser, read as {@code import} and {@code evaluate} read them: nothing of a table is
 * taken where a cell cannot be read. The file lies in a folder of its own while it is read.
 */
final class TableFiles {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String BYTES = "application/octet-stream";

    /** As many as a screen holds; the rest is counted. */
    private static final int MOST = 200;

    /** What is done with the file while it is there. */
    private interface Reading {
        Answer of(Path file) throws Problems;
    }

    private final Supplier<Qiyue> rules;
    private final Path rulesOfProgram;

    /** @param rulesOfProgram where headings are known if the rules folder has none */
    TableFiles(Supplier<Qiyue> rules, Path rulesOfProgram) {
        this.rules = rules;
        this.rulesOfProgram = rulesOfProgram;
    }

    List<Table.Route> routes() {
        return List.of(
                new Table.Route("POST", "/workbench/table/{kind}", this::records),
                new Table.Route("POST", "/workbench/workbook", this::form));
    }

    /** Rows as records of a kind, with what was taken for what. */
    private Answer records(Request request) throws Refused {
        String lang = Wire.lang(request);
        Vocabulary vocabulary = rules.get().library().vocabulary();
        Kind kind =
                Kind.named(request.variable("kind"), vocabulary).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        List<String> sheets = request.queries("sheet");
        return with(request, file -> {
            Imported imported = Importer.read(
                    file,
                    sheets,
                    kind,
                    vocabulary,
                    headings(),
                    Mapping.NONE,
                    request.query("ids")
                            .filter(p -> !p.isBlank())
                            .orElse(kind.label().zh()),
                    false);
            ObjectNode answer = NODES.objectNode();
            ArrayNode records = answer.putArray("records");
            if (imported.problems().isEmpty()) {
                for (String record : imported.records()) {
                    records.add(Sources.own(record, "record"));
                }
                ObjectNode sources = answer.putObject("sources");
                imported.sources().forEach(sources::put);
            }
            ArrayNode said = answer.putArray("said");
            ImportText.of(imported, lang).forEach(said::add);
            return told(answer, imported.problems(), lang);
        });
    }

    /** A workbook that is an inspection. */
    private Answer form(Request request) throws Refused {
        String lang = Wire.lang(request);
        return with(request, file -> {
            if (!FormReader.isForm(file)) {
                throw Problems.one(
                        "not-a-form",
                        String.valueOf(file.getFileName()),
                        new Text("这不是检查表", "this workbook is no inspection"),
                        new Text("数据表在“数据记录”中相应的表格里导入", "tables of data are imported at their grid under Records"));
            }
            InspectionText document = FormReader.read(
                    file, String.valueOf(file.getFileName()), rules.get().library(), headings());
            ObjectNode answer = NODES.objectNode();
            answer.set("document", document.tree());
            return told(answer, List.of(), lang);
        });
    }

    private Headings headings() throws Problems {
        Path own = rules.get().library().root();
        return Headings.of(Files.exists(own.resolve(Headings.FILE)) ? own : rulesOfProgram);
    }

    private static Answer told(ObjectNode answer, List<Problem> problems, String lang) {
        ArrayNode all = answer.putArray("problems");
        problems.stream()
                .limit(MOST)
                .forEach(p -> all.addObject()
                        .put("where", p.file())
                        .put("message", p.message().in(lang))
                        .put("fix", p.fix().in(lang)));
        return Answer.json(answer.put("found", problems.size()).toString());
    }

    private Answer with(Request request, Reading reading) throws Refused {
        if (!request.type().equals(BYTES)) {
            throw Refused.because(Refusal.WRONG_TYPE, "此处只收 " + BYTES, "only " + BYTES + " is taken here");
        }
        String lang = Wire.lang(request);
        try {
            byte[] bytes = request.body().bytes();
            Path folder = WholeFile.passing("qiyue-table");
            Path file = folder.resolve(name(request.query("name").orElse("")));
            try {
                WholeFile.write(file, bytes);
                return reading.of(file);
            } catch (Problems e) {
                return told(NODES.objectNode(), e.all(), lang);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw Refused.because(
                    Refusal.BAD_REQUEST, "文件没有收全，或放不下", "the file did not come whole, or there is no room for it");
        }
    }

    /** What the user calls the file, where that can be no path and no trick; it stands in messages. */
    private static String name(String given) {
        return given.matches("[\\p{L}\\p{N}（）()_ -][\\p{L}\\p{N}（）()_. -]{0,100}\\.[A-Za-z]{3,4}")
                ? given
                : "table.xlsx";
    }
}
