package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/**
 * A decision with all it was made of, in one file: the inspection, the decision as data and text, the rules with vocabulary,
 * calendar and readings, the agency's own texts where they were given, and a manifest with the program, the digests the
 * decision names and the digest of every entry, signed if a key was given (Ed25519). Same contents, same bytes; a file that
 * is not byte for byte what its contents make is refused.
 *
 * @param files entries by path
 * @param manifest what they are
 * @param signature of the manifest; empty: not signed
 */
public record Archive(Map<String, byte[]> files, JsonNode manifest, String signature) {
    /** The inspection as it was handed in. */
    public static final String INSPECTION = "input/inspection.json";

    /** The workbook the inspection was read from, where it was one. */
    public static final String WORKBOOK = "input/inspection.xlsx";

    /** The decision as data. */
    public static final String DECISION = "decision/decision.json";

    /** The decision as text; with the language before the ending where it is not Chinese. */
    public static final String TEXT = "decision/decision.txt";

    /** The decision as English text. */
    public static final String ENGLISH = "decision/decision.en.txt";

    /** The folder of the rules. */
    public static final String RULES = "rules/";

    /** The folder of the agency's own texts. */
    public static final String TEXTS = "texts/";

    private static final String FORMAT = "qiyue-archive/1";
    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.sig";

    /**
     * Packs files.
     *
     * @param name what the inspection was called when it was handed in
     * @param digests those the decision names, by id
     */
    public static Archive of(
            String name, Map<String, byte[]> files, Map<String, String> digests, Optional<PrivateKey> key) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        manifest.put("inspection", name);
        manifest.putObject("program").put("id", Program.id()).put("digest", Program.digest());
        ObjectNode named = manifest.putObject("digests");
        new TreeMap<>(digests).forEach(named::put);
        ObjectNode held = manifest.putObject("entries");
        new TreeMap<>(files).forEach((path, bytes) -> held.put(path, Digest.of(bytes)));
        return new Archive(
                new TreeMap<>(files),
                manifest,
                key.map(k -> Signing.sign(manifest, k)).orElse(""));
    }

    /** The archive as one file. */
    public byte[] bytes() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
        if (!signature.isEmpty()) {
            entries.put(SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
        }
        entries.putAll(files);
        return Entries.stored(entries);
    }

    /** Whether the manifest was signed with the private half of the key. */
    public boolean signedBy(PublicKey key) {
        return Signing.isBy(manifest, signature, key);
    }

    /** A program, by its id and the digest of its classes. */
    public record Made(String id, String digest) {}

    /** The program that made the decision. */
    public Made program() {
        JsonNode program = manifest.path("program");
        return new Made(program.path("id").asText(), program.path("digest").asText());
    }

    /** An entry that every archive has. */
    public byte[] file(String path) {
        return held(files, path);
    }

    private static byte[] held(Map<String, byte[]> files, String path) {
        byte[] file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("an archive that was read has " + path);
        }
        return file;
    }

    /** The files below a folder, by their path there. */
    public Map<String, byte[]> below(String folder) {
        Map<String, byte[]> below = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), bytes);
            }
        });
        return below;
    }

    /** Whether a file may be one: every ZIP begins so. */
    public static boolean looksLike(byte[] beginning) {
        return beginning.length > 1 && beginning[0] == 'P' && beginning[1] == 'K';
    }

    /** Reads an archive; whatever is not exactly what its manifest says is named. */
    public static Archive read(byte[] bytes, String file) throws Problems {
        Map<String, byte[]> entries = Entries.read(bytes, (zh, en) -> damaged(file, zh, en));
        byte[] stated = entries.remove(MANIFEST);
        if (stated == null) {
            throw damaged(file, "缺少 " + MANIFEST, MANIFEST + " is missing");
        }
        byte[] signature = entries.remove(SIGNATURE);
        JsonNode manifest = Sources.own(Sources.text(stated, file + "!" + MANIFEST), file + "!" + MANIFEST);
        if (!manifest.path("format").asText().equals(FORMAT)) {
            throw damaged(file, "格式不是 " + FORMAT, "its format is not " + FORMAT);
        }
        complete(manifest, file);
        List<String> wrong = wrong(entries, manifest);
        if (!wrong.isEmpty()) {
            throw damaged(
                    file,
                    "下列条目与清单不符：" + String.join("、", wrong),
                    "entries that are not what the manifest says: " + String.join(", ", wrong));
        }
        for (String path : List.of(INSPECTION, DECISION, TEXT, ENGLISH)) {
            if (!entries.containsKey(path)) {
                throw damaged(file, "缺少 " + path, path + " is missing");
            }
        }
        if (entries.keySet().stream().noneMatch(path -> path.startsWith(RULES))) {
            throw damaged(file, "没有规则（" + RULES + "）", "there are no rules in it (" + RULES + ")");
        }
        agrees(
                manifest,
                Sources.own(Sources.text(held(entries, DECISION), file + "!" + DECISION), file + "!" + DECISION),
                file);
        Archive archive =
                new Archive(entries, manifest, signature == null ? "" : new String(signature, StandardCharsets.UTF_8));
        if (!Arrays.equals(archive.bytes(), bytes)) {
            throw damaged(
                    file,
                    "条目都与清单相符，但文件被重新打包过，或另有夹带（清单、签名的写法也算）",
                    "all entries are what the manifest says, but the file was packed anew or holds something besides (the writing of manifest and signature counts too)");
        }
        return archive;
    }

    /** Every field of a manifest says something, and there is none that nobody checks. */
    private static void complete(JsonNode manifest, String file) throws Problems {
        List<String> faulty = new ArrayList<>();
        texts(manifest, Set.of("format", "inspection"), Set.of("program", "digests", "entries"), "", faulty);
        texts(manifest.path("program"), Set.of("id", "digest"), Set.of(), "program/", faulty);
        for (String map : List.of("digests", "entries")) {
            JsonNode held = manifest.path(map);
            Set<String> names = new TreeSet<>();
            held.fieldNames().forEachRemaining(names::add);
            texts(held, names, Set.of(), map + "/", faulty);
            if (names.isEmpty()) {
                faulty.add(map);
            }
        }
        if (!faulty.isEmpty()) {
            String named = faulty.stream().distinct().map(Visible::line).collect(Collectors.joining(", "));
            throw damaged(
                    file, "清单的这些项缺失、为空或不应有：" + named, "of the manifest these are missing, empty or too many: " + named);
        }
    }

    private static void texts(
            JsonNode node, Set<String> texts, Set<String> objects, String prefix, List<String> faulty) {
        Set<String> names = new TreeSet<>(texts);
        names.addAll(objects);
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode held = node.path(name);
            boolean sound = texts.contains(name)
                    ? held.isTextual() && !held.asText().isBlank()
                    : objects.contains(name) && held.isObject();
            if (!sound) {
                faulty.add(prefix + name);
            }
        }
    }

    /** The decision names its program and each digest as the manifest does. */
    private static void agrees(JsonNode manifest, JsonNode decision, String file) throws Problems {
        List<String> other = new ArrayList<>();
        if (!manifest.path("program").equals(decision.path("program"))) {
            other.add("program");
        }
        for (String list : List.of("rulebooks", "shared")) {
            for (JsonNode applied : decision.path(list)) {
                String id = applied.path("id").asText();
                if (!manifest.path("digests").path(id).equals(applied.path("digest"))) {
                    other.add("digests/" + Visible.line(id));
                }
            }
        }
        if (!other.isEmpty()) {
            String named = String.join(", ", other);
            throw damaged(file, "清单与处理意见所记不同：" + named, "the manifest and the decision name different ones: " + named);
        }
    }

    private static List<String> wrong(Map<String, byte[]> entries, JsonNode manifest) {
        List<String> wrong = new ArrayList<>();
        entries.forEach((path, content) -> {
            if (!manifest.path("entries").path(path).asText().equals(Digest.of(content))) {
                wrong.add(Visible.line(path));
            }
        });
        manifest.path("entries").fieldNames().forEachRemaining(path -> {
            if (!entries.containsKey(path)) {
                wrong.add(Visible.line(path));
            }
        });
        return wrong;
    }

    private static Problems damaged(String file, String zh, String en) {
        return Problems.one(
                "archive",
                file,
                new Text("封存文件不可用：" + zh, "the archive cannot be used: " + en),
                new Text("取原件", "get the original"));
    }
}
