package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.Zips;

/** Archives: decided again from what they hold, and refused where they were touched. */
class ArchiveCommandTest {
    private static final String INSPECTION = """
            {"region": "testland",
             "inspection": {"id": "1", "agency": "a", "inspectedOn": "2025-05-05"},
             "scope": {"topics": ["stays"]},
             "facility": {"name": "h", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-04-01",
                           "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}}]}
            """;

    @TempDir
    private Path folder;

    private Path packed(String... more) throws IOException {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path document = Files.writeString(folder.resolve("one.json"), INSPECTION);
        Path out = folder.resolve("case.zip");
        java.util.List<String> words = new java.util.ArrayList<>(java.util.List.of(
                "archive",
                document.toString(),
                "--out",
                out.toString(),
                "--rules",
                tiny.root().toString()));
        words.addAll(java.util.List.of(more));
        Run run = Run.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return out;
    }

    @Test
    void what_was_decided_is_decided_again_after_the_rules_moved_on() throws IOException {
        Path archive = packed();
        byte[] first = Files.readAllBytes(archive);
        TinyRules.in(folder.resolve("rules")).change(TinyRules.DRL, "Measure.shall", "Measure.may");

        Run verified = Run.of("verify", archive.toString());
        assertThat(verified.out()).contains("相符", "逐字节相同", "没有签名");
        assertThat(verified.code()).isZero();
        Files.delete(archive);
        TinyRules.in(folder.resolve("rules"));
        assertThat(Files.readAllBytes(packed())).isEqualTo(first);
    }

    @Test
    void the_original_is_the_one_in_it_or_the_archive_does_not_hold() throws IOException {
        String archive = packed().toString();
        String original = folder.resolve("one.json").toString();
        Path other = Files.writeString(folder.resolve("other.json"), INSPECTION.replace("100", "101"));

        Run found = Run.of("verify", archive, "--original", original);
        assertThat(found.code()).as(found.out() + found.err()).isZero();
        Run missing = Run.of("verify", archive, "--original", other.toString());
        assertThat(missing.code()).isEqualTo(Main.FAILED);
        assertThat(missing.out()).contains("不符", "所给原件中没有它的原件", "逐字节相同");
        assertThat(Run.of("verify", archive, "--original", other.toString(), "--format", "json")
                        .out())
                .contains("\"original\" : \"missing\"");
        assertThat(Run.of("verify", archive, "--original", original + ".gone").code())
                .isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void rules_named_beside_an_archive_are_said_not_to_be_used() throws IOException {
        String archive = packed().toString();
        Run run = Run.of("verify", archive, "--rules", folder.resolve("rules").toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("依其中的规则核对", "explain");
    }

    @Test
    void each_entry_that_was_touched_is_named() throws IOException {
        Path archive = packed();
        Map<String, byte[]> entries = Zips.entries(Files.readAllBytes(archive));
        assertThat(entries.keySet())
                .contains("manifest.json", "input/inspection.json", "decision/decision.json", "decision/decision.txt");
        for (String name : entries.keySet()) {
            Map<String, byte[]> touched = new LinkedHashMap<>(entries);
            byte[] bytes = touched.get(name).clone();
            bytes[bytes.length / 2] ^= 1;
            touched.put(name, bytes);
            Files.write(archive, Zips.of(touched));
            Run run = Run.of("verify", archive.toString());
            assertThat(run.code()).as(name).isEqualTo(Main.BAD_INPUT);
            assertThat(run.err()).as(name).contains(name.equals("manifest.json") ? "case.zip" : name);
        }
    }

    @Test
    void what_is_added_taken_out_or_packed_anew_is_refused() throws IOException {
        Path archive = packed();
        Map<String, byte[]> entries = Zips.entries(Files.readAllBytes(archive));

        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put("rules/extra.drl", new byte[1]);
        Files.write(archive, Zips.of(more));
        assertThat(Run.of("verify", archive.toString()).err()).contains("rules/extra.drl");

        Map<String, byte[]> fewer = new LinkedHashMap<>(entries);
        fewer.remove("decision/decision.txt");
        Files.write(archive, Zips.of(fewer));
        assertThat(Run.of("verify", archive.toString()).err()).contains("decision/decision.txt");

        Files.write(archive, Zips.of(entries));
        assertThat(Run.of("verify", archive.toString()).err()).contains("重新打包");

        Map<String, byte[]> slipped = new LinkedHashMap<>(entries);
        slipped.put("../outside", new byte[1]);
        Files.write(archive, Zips.of(slipped));
        assertThat(Run.of("verify", archive.toString()).err()).contains("../outside");

        Map<String, byte[]> bomb = new LinkedHashMap<>(entries);
        bomb.put("texts/zeros", new byte[80 << 20]);
        Files.write(archive, Zips.of(bomb));
        assertThat(Run.of("verify", archive.toString()).err()).contains("内容过多");

        Files.write(archive, twice());
        assertThat(Run.of("verify", archive.toString()).err()).contains("出现两次");
    }

    @Test
    void a_key_asks_for_its_signature() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path secret = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        Path open = pem("PUBLIC KEY", pair.getPublic().getEncoded());

        Path unsigned = packed();
        assertThat(Run.of("verify", unsigned.toString(), "--key", open.toString())
                        .err())
                .contains("没有此公钥对应的签名");
        Path signed = packed("--key", secret.toString());
        Run run = Run.of("verify", signed.toString(), "--key", open.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("没有签名");
    }

    private Path pem(String kind, byte[] bytes) throws IOException {
        return Files.writeString(
                folder.resolve(kind),
                "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + kind
                        + "-----\n");
    }

    /** An archive with one name twice, which the JDK does not write: two names of one length, one changed after. */
    private static byte[] twice() throws IOException {
        byte[] two = Zips.of(new TreeMap<>(Map.of("aaaa", new byte[1], "bbbb", new byte[1])));
        return new String(two, StandardCharsets.ISO_8859_1)
                .replace("bbbb", "aaaa")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
