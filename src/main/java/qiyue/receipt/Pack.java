package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/**
 * A rules folder in one file, so that a decision leads to the very rules it rests on: a ZIP with the files, a manifest with the
 * digest of each and the digests that decisions name, and, if a key was given, a signature of the manifest (Ed25519). Same rules,
 * same bytes.
 *
 * @param files the files by their path below the rules folder
 * @param manifest digests of files, rulebooks, and what rulebooks share
 * @param signature of the manifest, in Base64; empty: not signed
 */
public record Pack(Map<String, byte[]> files, JsonNode manifest, String signature) {
    private static final String FORMAT = "qiyue-rules/1";
    private static final String MANIFEST = "pack.json";
    private static final String SIGNATURE = "pack.sig";
    private static final String RULES = "rules/";

    /** Packs files; {@code digests} are those that decisions name, by id. */
    public static Pack of(Map<String, byte[]> files, Map<String, String> digests, Optional<PrivateKey> key) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        ObjectNode named = manifest.putObject("digests");
        new TreeMap<>(digests).forEach(named::put);
        ObjectNode held = manifest.putObject("files");
        new TreeMap<>(files).forEach((path, bytes) -> held.put(path, Digest.of(bytes)));
        return new Pack(
                new TreeMap<>(files),
                manifest,
                key.map(k -> Signing.sign(manifest, k)).orElse(""));
    }

    /** The digests that decisions name, by id. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        manifest.path("digests")
                .fields()
                .forEachRemaining(f -> digests.put(f.getKey(), f.getValue().asText()));
        return digests;
    }

    /** Whether the manifest was signed with the private half of the key. */
    public boolean signedBy(PublicKey key) {
        return Signing.isBy(manifest, signature, key);
    }

    /** The pack as one file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, MANIFEST, Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
            if (!signature.isEmpty()) {
                put(zip, SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, RULES + file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The earliest day a ZIP can state: the same rules give the same bytes on any day, in any zone.
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Reads a pack; what is not exactly what its manifest says is a problem. */
    public static Pack read(byte[] bytes, String file) throws Problems {
        Map<String, byte[]> entries = Entries.read(bytes, (zh, en) -> damaged(file, zh, en));
        byte[] stated = entries.remove(MANIFEST);
        if (stated == null) {
            throw damaged(file, "缺少 " + MANIFEST, MANIFEST + " is missing");
        }
        byte[] signature = entries.remove(SIGNATURE);
        JsonNode manifest = Sources.json(Sources.text(stated, file + "!" + MANIFEST), file + "!" + MANIFEST);
        if (!manifest.path("format").asText().equals(FORMAT)) {
            throw damaged(file, "格式不是 " + FORMAT, "its format is not " + FORMAT);
        }
        return new Pack(
                checked(entries, manifest, file),
                manifest,
                signature == null ? "" : new String(signature, StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> checked(Map<String, byte[]> entries, JsonNode manifest, String file)
            throws Problems {
        Map<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String path = entry.getKey().startsWith(RULES) ? entry.getKey().substring(RULES.length()) : "";
            if (!Entries.isSafe(path)
                    || !manifest.path("files").path(path).asText().equals(Digest.of(entry.getValue()))) {
                throw damaged(file, entry.getKey() + " 与清单不符", entry.getKey() + " is not what the manifest says");
            }
            files.put(path, entry.getValue());
        }
        if (files.size() != manifest.path("files").size()) {
            throw damaged(file, "缺少清单中的文件", "files of the manifest are missing");
        }
        return files;
    }

    private static Problems damaged(String file, String zh, String en) {
        return Problems.one(
                "pack",
                file,
                new Text("规则包不可用：" + zh, "the pack of rules cannot be used: " + en),
                new Text("用 qiyue rules pack 重新打包，或取原件", "pack it again with qiyue rules pack, or get the original"));
    }
}
