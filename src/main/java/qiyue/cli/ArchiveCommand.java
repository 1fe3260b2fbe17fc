package qiyue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.WholeFile;
import qiyue.receipt.Archive;
import qiyue.receipt.Keys;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;

/** {@code archive}: a decision with all it was made of, in one file that {@code verify} decides again from. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "把一份检查的处理意见连同所依据的一切封存成一个文件：文书、处理意见、规则、词汇、日历、解读、程序版本、各条目摘要",
            "one file with a decision and all it was made of: inspection, decision, rules, vocabulary, calendar, readings, version of the program, digest of every entry"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue archive inspection.json --out case.zip --key key.pem",
            "  qiyue verify case.zip --key key.pub.pem"
        })
final class ArchiveCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = {"写到此文件（.zip）", "the file to write (.zip)"})
    private Path out = Path.of("");

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {"一并封存这个文件夹中的协议文本", "pack the texts of agreements in this folder too"})
    private Optional<Path> texts = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {"用此 Ed25519 私钥（PEM）签名", "sign with this Ed25519 private key (PEM)"})
    private Optional<Path> key = Optional.empty();

    @Parameters(
            paramLabel = "FILE",
            description = {
                "检查文书（JSON 或 .xlsx 检查表），或 - 表示标准输入",
                "an inspection (JSON or workbook), or - for standard input"
            })
    private String file = "";

    @Override
    public Integer call() throws IOException {
        byte[] input;
        InspectionText document;
        Map<String, byte[]> files = new TreeMap<>();
        try {
            input = file.equals("-") ? main.in.readAllBytes() : Sources.bytes(Path.of(file), file);
            String name =
                    file.equals("-") ? "<stdin>" : String.valueOf(Path.of(file).getFileName());
            if (Inputs.isWorkbook(file)) {
                InspectionText read = Documents.one(file, main.in, common);
                document = read.named(name);
                files.put(Archive.WORKBOOK, input);
                input = bytes(read.text());
            } else {
                document = new InspectionText(name, Sources.text(input, name));
            }
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        try {
            qiyue = common.open();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        try {
            files.put(Archive.INSPECTION, input);
            if (texts.isPresent()) {
                files.putAll(texts(texts.get()));
            }
            Optional<PrivateKey> signing = key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Keys.signing(
                            Sources.text(key.get(), key.get().toString()),
                            key.get().toString()));
            byte[] bytes = packed(qiyue, document, files, signing, out.toString());
            WholeFile.write(out, bytes);
            main.out.println(
                    common.lang().equals("en")
                            ? files.size() + " entries packed" + (key.isPresent() ? " and signed" : "") + ": " + out
                            : "已封存 " + files.size() + " 个条目" + (key.isPresent() ? "并签名" : "") + "：" + out);
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    /**
     * An archive: what is given, the decision as data and as text in both languages, and the rules it rests on.
     *
     * @param files the document as it came, and what else is kept beside it
     * @param shown what the archive is called in problems
     */
    static byte[] packed(
            Qiyue qiyue, InspectionText document, Map<String, byte[]> files, Optional<PrivateKey> signing, String shown)
            throws IOException, Problems {
        files.putAll(written(qiyue.decide(document), qiyue.library()));
        RulesFiles.of(qiyue.library().root()).forEach((path, bytes) -> {
            // cases prove rules to their authors; nothing is decided by them
            if (!path.contains("/cases/")) {
                files.put(Archive.RULES + path, bytes);
            }
        });
        byte[] bytes = Archive.of(document.name(), files, RulesFiles.digests(qiyue.library()), signing)
                .bytes();
        // what could not be verified is not written: too much, or a name that no file can have
        Archive.read(bytes, shown);
        return bytes;
    }

    /** A decision as an archive holds it. */
    static Map<String, byte[]> written(Decision decision, Library library) {
        return Map.of(
                Archive.DECISION,
                bytes(JsonReport.of(decision)),
                Archive.TEXT,
                bytes(TextReport.of(decision, library, "zh")),
                Archive.ENGLISH,
                bytes(TextReport.of(decision, library, "en")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> texts(Path folder) throws IOException, Problems {
        List<Path> found = RulesTree.linkless(folder);
        Map<String, byte[]> files = new TreeMap<>();
        for (Path each : found) {
            files.put(
                    Archive.TEXTS + folder.relativize(each).toString().replace('\\', '/'),
                    Sources.bytes(each, each.toString()));
        }
        return files;
    }
}
