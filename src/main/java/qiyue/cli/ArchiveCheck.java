package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.receipt.Archive;
import qiyue.receipt.Differences;
import qiyue.receipt.Differences.Difference;
import qiyue.receipt.Keys;

/** Decides again from nothing but what an archive holds, and compares with the decision in it. */
final class ArchiveCheck {
    private final Main main;

    ArchiveCheck(Main main) {
        this.main = main;
    }

    /**
     * What came of an archive.
     *
     * @param same whether the decision is the same: byte for byte, or, where another program made it, in every field
     * @param made the program that made it
     * @param program this program
     * @param bytes whether all is the same byte for byte
     * @param differences what differs, but the program
     */
    record Line(
            String file,
            String inspection,
            int entries,
            boolean signed,
            boolean same,
            String made,
            String program,
            boolean bytes,
            List<Difference> differences) {}

    /** Whether the file is an archive. */
    static boolean is(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Archive.looksLike(in.readNBytes(2));
        } catch (IOException e) {
            return false;
        }
    }

    /** Checks and decides again. */
    Line of(Path file, Path models, Optional<Path> key) throws IOException, Problems {
        String shown = file.toString();
        Archive archive = Archive.read(Sources.bytes(file, shown), shown);
        if (key.isPresent()
                && !archive.signedBy(Keys.checking(
                        Sources.text(key.get(), key.get().toString()), key.get().toString()))) {
            throw Problems.one(
                    "signature",
                    shown,
                    new Text("封存文件没有此公钥对应的签名", "the archive is not signed for this key"),
                    new Text("换用封存者的公钥，或取原件", "take the key of who packed it, or get the original"));
        }
        String name = archive.manifest().path("inspection").asText();
        InspectionText document = new InspectionText(name, Sources.text(archive.file(Archive.INSPECTION), name));
        Map<String, byte[]> now = decided(archive, document, models);
        boolean bytes = now.entrySet().stream().allMatch(e -> Arrays.equals(archive.file(e.getKey()), e.getValue()));
        List<Difference> differences = bytes ? List.of() : differences(archive, now);
        String made = archive.manifest().path("program").path("id").asText() + " "
                + archive.manifest().path("program").path("digest").asText();
        String program = Program.id() + " " + Program.digest();
        return new Line(
                shown,
                decision(archive.file(Archive.DECISION), shown)
                        .path("inspection")
                        .asText(),
                archive.files().size(),
                !archive.signature().isEmpty(),
                bytes || (!made.equals(program) && differences.isEmpty()),
                made,
                program,
                bytes,
                differences);
    }

    private static Map<String, byte[]> decided(Archive archive, InspectionText document, Path models)
            throws IOException, Problems {
        Path folder = Files.createTempDirectory("qiyue-archive");
        try {
            Path rules = folder.resolve("rules");
            for (Map.Entry<String, byte[]> file : archive.below(Archive.RULES).entrySet()) {
                WholeFile.write(rules.resolve(file.getKey()), file.getValue());
            }
            return ArchiveCommand.decided(Qiyue.open(rules, models, Set.of()), document);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static JsonNode decision(byte[] bytes, String file) throws Problems {
        return Sources.own(new String(bytes, StandardCharsets.UTF_8), file + "!" + Archive.DECISION);
    }

    private static List<Difference> differences(Archive archive, Map<String, byte[]> now) throws Problems {
        byte[] decided = java.util.Objects.requireNonNull(now.get(Archive.DECISION));
        List<Difference> all = new ArrayList<>(
                Differences.between(decision(archive.file(Archive.DECISION), "archive"), decision(decided, "now")));
        all.removeIf(d -> d.pointer().startsWith("/program"));
        return List.copyOf(all);
    }

    /** What came of it, in words. */
    String text(Line line) {
        boolean en = main.english();
        StringBuilder text = new StringBuilder();
        text.append(en ? "archive " : "封存 ")
                .append(line.file())
                .append("  ")
                .append(line.inspection())
                .append("  ")
                .append(line.same() ? en ? "the same" : "相符" : en ? "not the same" : "不符")
                .append('\n');
        text.append(
                en
                        ? "  whole: " + line.entries() + " entries are what the manifest says\n"
                        : "  完整：" + line.entries() + " 个条目与清单相符\n");
        if (!line.signed()) {
            text.append(
                    en
                            ? "  not signed: it agrees with itself, which does not show who made it\n"
                            : "  没有签名：只说明内容自洽，不说明由谁封存\n");
        }
        if (line.bytes()) {
            text.append(
                    en
                            ? "  decided again from the rules in it: the decision is the same, byte for byte\n"
                            : "  依其中的规则重新处理：处理意见逐字节相同\n");
        } else if (!line.made().equals(line.program())) {
            text.append(
                    en
                            ? "  made by another program, so bytes may differ; compared by field\n    then "
                                    + line.made() + "\n    now  " + line.program() + "\n"
                            : "  由另一版本的程序作出，字节可能不同；按字段比较\n    当时 " + line.made() + "\n    现在 " + line.program() + "\n");
            if (line.differences().isEmpty()) {
                text.append(en ? "  every field is the same\n" : "  各字段都相同\n");
            }
        } else if (line.differences().isEmpty()) {
            text.append(en ? "  the data are the same; the text of the decision is not\n" : "  数据相同，文字稿不同\n");
        }
        for (Difference d : line.differences()) {
            text.append("    ")
                    .append(d.pointer())
                    .append(en ? "  then " : "  当时 ")
                    .append(shown(d.then()))
                    .append(en ? ", now " : "，现在 ")
                    .append(shown(d.now()))
                    .append('\n');
        }
        return text.toString();
    }

    private String shown(String value) {
        return value.isEmpty() ? main.english() ? "(nothing)" : "（无）" : value;
    }
}
