package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
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
     * @param same whether decision, texts and digests are the same: byte for byte, or, where another program made it, the
     *     decision in every field and the texts byte for byte; and the original, where one was asked for, is there
     * @param original of the inspection in it: {@code found}, {@code missing}, or empty where none was asked for
     * @param made the program that made it
     * @param program this program
     * @param bytes whether all is the same byte for byte
     * @param texts of the decision as text: {@code same}; {@code other}; {@code not-checked} where another program may have
     *     worded it otherwise
     * @param differences what differs in the decision and in the digests of the rules
     */
    record Line(
            String file,
            String inspection,
            int entries,
            boolean signed,
            boolean same,
            String original,
            String made,
            String program,
            boolean bytes,
            String texts,
            List<Difference> differences) {}

    /** What the rules in an archive give now. */
    private record Now(Map<String, byte[]> files, Map<String, String> digests) {}

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

    /**
     * Checks and decides again.
     *
     * @param originals digests of the inspections one of which it must hold; empty: none was asked for
     */
    Line of(Path file, Path models, Optional<Path> key, Optional<Set<String>> originals) throws IOException, Problems {
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
        Now now = decided(archive, document, models, shown);
        boolean texts = Stream.of(Archive.TEXT, Archive.ENGLISH).allMatch(t -> same(archive, now, t));
        boolean bytes = texts && same(archive, now, Archive.DECISION);
        List<Difference> differences = differences(archive, now, shown);
        String made = archive.program().id() + " " + archive.program().digest();
        String program = Program.id() + " " + Program.digest();
        boolean another = !made.equals(program);
        boolean there = originals.map(all -> all.contains(document.digest())).orElse(true);
        return new Line(
                shown,
                decision(archive.file(Archive.DECISION), shown)
                        .path("inspection")
                        .asText(),
                archive.files().size(),
                !archive.signature().isEmpty(),
                there && differences.isEmpty() && (bytes || (another && texts)),
                originals.isEmpty() ? "" : there ? "found" : "missing",
                made,
                program,
                bytes,
                texts ? "same" : another ? "not-checked" : "other",
                differences);
    }

    private static boolean same(Archive archive, Now now, String path) {
        return Arrays.equals(archive.file(path), now.files().get(path));
    }

    /** Decides, and writes it down under the name of the program that made the archive: all else must be equal. */
    private static Now decided(Archive archive, InspectionText document, Path models, String shown)
            throws IOException, Problems {
        Path folder = WholeFile.passing("qiyue-archive");
        try {
            Path rules = folder.resolve("rules");
            for (Map.Entry<String, byte[]> file : archive.below(Archive.RULES).entrySet()) {
                WholeFile.write(rules.resolve(file.getKey()), file.getValue());
            }
            Qiyue qiyue = open(rules, models, shown);
            return new Now(
                    ArchiveCommand.written(
                            qiyue.decide(document)
                                    .madeBy(new Decision.Applied(
                                            archive.program().id(),
                                            archive.program().digest())),
                            qiyue.library()),
                    RulesFiles.digests(qiyue.library()));
        } finally {
            remove(folder);
        }
    }

    /** The rules that were taken out; what is wrong with them is told of the archive, not of where they lie for now. */
    private static Qiyue open(Path rules, Path models, String shown) throws Problems {
        try {
            return Qiyue.open(rules, models, Set.of());
        } catch (Problems e) {
            String prefix = shown + "!" + Archive.RULES;
            throw new Problems(e.all().stream()
                    .map(p -> new Problem(
                            p.code(),
                            p.file().equals(rules.toString()) ? prefix : prefix + p.file(),
                            p.line(),
                            p.column(),
                            p.pointer(),
                            p.source(),
                            p.message(),
                            p.fix(),
                            p.varying(),
                            p.more()))
                    .toList());
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

    private static List<Difference> differences(Archive archive, Now now, String shown) throws Problems {
        byte[] decided = Objects.requireNonNull(now.files().get(Archive.DECISION));
        ObjectNode digests = JsonNodeFactory.instance.objectNode();
        now.digests().forEach(digests::put);
        return Stream.concat(
                        Differences.between(archive.manifest().path("digests"), digests).stream()
                                .map(d -> new Difference("/digests" + d.pointer(), d.of(), d.then(), d.now())),
                        Differences.between(decision(archive.file(Archive.DECISION), shown), decision(decided, shown))
                                .stream())
                .toList();
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
                .append(head(line, en))
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
        if (line.original().equals("missing")) {
            text.append(en ? VerifyCommand.MISSING.en() : VerifyCommand.MISSING.zh());
        }
        boolean another = !line.made().equals(line.program());
        if (another) {
            text.append(
                    en
                            ? "  made by another program\n    then " + line.made() + "\n    now  " + line.program()
                                    + "\n"
                            : "  由另一版本的程序作出\n    当时 " + line.made() + "\n    现在 " + line.program() + "\n");
        }
        if (line.bytes()) {
            text.append(
                    en
                            ? "  decided again from the rules in it: the decision is the same, byte for byte\n"
                            : "  依其中的规则重新处理：处理意见逐字节相同\n");
        } else if (another) {
            if (line.differences().isEmpty()) {
                text.append(en ? "  the data compared by field: every field is the same\n" : "  数据按字段比较：各字段都相同\n");
            }
            text.append(
                    line.texts().equals("same")
                            ? en ? "  the text of the decision is the same, byte for byte\n" : "  文字稿逐字节相同\n"
                            : en
                                    ? "  the text of the decision was not checked: it is not what this program writes; verify it with the program that made it\n"
                                    : "  文字稿未核对：与现在的程序所写不同，请用当时的程序核对\n");
        } else if (line.differences().isEmpty()) {
            text.append(en ? "  the data are the same; the text of the decision is not\n" : "  数据相同，文字稿不同\n");
        }
        for (Difference d : line.differences()) {
            text.append("    ")
                    .append(d.place())
                    .append(en ? "  then " : "  当时 ")
                    .append(shown(d.then()))
                    .append(en ? ", now " : "，现在 ")
                    .append(shown(d.now()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String head(Line line, boolean en) {
        if (line.same()) {
            return en ? "the same" : "相符";
        }
        return line.differences().isEmpty()
                        && line.texts().equals("not-checked")
                        && !line.original().equals("missing")
                ? en ? "the text was not checked" : "文字稿未核对"
                : en ? "not the same" : "不符";
    }

    private String shown(String value) {
        return value.isEmpty() ? main.english() ? "(nothing)" : "（无）" : value;
    }
}
