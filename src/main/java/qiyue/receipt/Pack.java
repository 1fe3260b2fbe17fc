package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 64L << 20;

    /** Packs files; {@code digests} are those that decisions name, by id. */
    public static Pack of(Map<String, byte[]> files, Map<String, String> digests, Optional<PrivateKey> key) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        ObjectNode named = manifest.putObject("digests");
        new TreeMap<>(digests).forEach(named::put);
        ObjectNode held = manifest.putObject("files");
        new TreeMap<>(files).forEach((path, bytes) -> held.put(path, Digest.of(bytes)));
        return new Pack(
                new TreeMap<>(files), manifest, key.map(k -> sign(manifest, k)).orElse(""));
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
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
            return !signature.isEmpty() && verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String sign(JsonNode manifest, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519, and the key is one", e);
        }
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
        Map<String, byte[]> entries = new TreeMap<>();
        long room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
                room -= content.length;
                if (room < 0 || entries.size() >= MOST_FILES) {
                    throw damaged(file, "内容过多", "it holds too much");
                }
                if (entries.put(entry.getName(), content) != null) {
                    throw damaged(file, entry.getName() + " 出现两次", entry.getName() + " is in it twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, "不是完整的 ZIP", "it is no whole ZIP");
        }
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
            if (!safe(path) || !manifest.path("files").path(path).asText().equals(Digest.of(entry.getValue()))) {
                throw damaged(file, entry.getKey() + " 与清单不符", entry.getKey() + " is not what the manifest says");
            }
            files.put(path, entry.getValue());
        }
        if (files.size() != manifest.path("files").size()) {
            throw damaged(file, "缺少清单中的文件", "files of the manifest are missing");
        }
        return files;
    }

    /** A path that stays below the folder it is unpacked to, on every system. */
    private static boolean safe(String path) {
        return !path.isEmpty()
                && path.length() < 300
                && path.matches("[^\\\\:\\p{Cntrl}]+")
                && java.util.Arrays.stream(path.split("/", -1))
                        .noneMatch(p -> p.isEmpty() || p.equals(".") || p.equals(".."));
    }

    private static Problems damaged(String file, String zh, String en) {
        return Problems.one(
                "pack",
                file,
                new Text("规则包不可用：" + zh, "the pack of rules cannot be used: " + en),
                new Text("用 qiyue rules pack 重新打包，或取原件", "pack it again with qiyue rules pack, or get the original"));
    }
}
