package qiyue.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.problem.Problems;

/** A pack of rules is what its manifest says, or it is refused. */
class PackTest {
    private static final Map<String, byte[]> FILES =
            Map.of("a/clauses.yaml", bytes("x"), "a/one.drl", bytes("rule"), "b.yaml", bytes("y"));
    private static final Map<String, String> DIGESTS = Map.of("a", "12ab");

    @Test
    void whatWasPackedIsReadBack() throws Problems {
        Pack read = Pack.read(Pack.of(FILES, DIGESTS, Optional.empty()).bytes(), "p.zip");
        assertThat(read.files()).containsOnlyKeys(FILES.keySet());
        assertThat(read.files().get("a/one.drl")).isEqualTo(bytes("rule"));
        assertThat(read.digests()).isEqualTo(DIGESTS);
        assertThat(read.signature()).isEmpty();
    }

    @Test
    void sameRulesGiveTheSameBytes() {
        assertThat(Pack.of(FILES, DIGESTS, Optional.empty()).bytes())
                .isEqualTo(Pack.of(Map.copyOf(FILES), DIGESTS, Optional.empty()).bytes());
    }

    @Test
    void aSignatureHoldsForItsKeyAndItsContentsOnly() throws Exception {
        KeyPair ours = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Pack pack = Pack.read(
                Pack.of(FILES, DIGESTS, Optional.of(ours.getPrivate())).bytes(), "p.zip");
        assertThat(pack.signedBy(ours.getPublic())).isTrue();
        assertThat(pack.signedBy(others.getPublic())).isFalse();
        Pack other = Pack.of(Map.of("a/one.drl", bytes("other")), DIGESTS, Optional.empty());
        assertThat(new Pack(other.files(), other.manifest(), pack.signature()).signedBy(ours.getPublic()))
                .isFalse();
        assertThat(other.signedBy(ours.getPublic())).isFalse();
        assertThat(new Pack(pack.files(), pack.manifest(), "%%%").signedBy(ours.getPublic()))
                .isFalse();
    }

    @Test
    void keysComeFromPem() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder lines = Base64.getMimeEncoder(64, bytes("\n"));
        String secret = "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        String open = "-----BEGIN PUBLIC KEY-----\n"
                + lines.encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        assertThat(Keys.signing(secret, "k")).isEqualTo(pair.getPrivate());
        assertThat(Keys.checking(open, "k")).isEqualTo(pair.getPublic());
        assertThatThrownBy(() -> Keys.signing(open, "k")).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> Keys.checking("", "k")).isInstanceOf(Problems.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.drl", "/etc/x.drl", "a/../../x", "a//b", "c:/x", "a\\b", "./x"})
    void aPathThatLeadsOutIsRefused(String path) {
        refused(Pack.of(Map.of(path, bytes("x")), DIGESTS, Optional.empty()).bytes());
    }

    @Test
    void aFileThatIsNotAsTheManifestSaysIsRefused() {
        Pack pack = Pack.of(FILES, DIGESTS, Optional.empty());
        refused(new Pack(Map.of("b.yaml", bytes("z")), pack.manifest(), "").bytes());
        refused(new Pack(Map.of("b.yaml", bytes("y")), pack.manifest(), "").bytes());
    }

    @Test
    void aCutFileAndSomethingElseAreRefused() {
        byte[] whole = Pack.of(FILES, DIGESTS, Optional.empty()).bytes();
        refused(java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(bytes("no zip"));
        refused(new byte[0]);
    }

    @Test
    void aFileThatSwellsIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("rules/bomb"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 70; i++) {
                zip.write(zeros);
            }
        }
        refused(out.toByteArray());
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> Pack.read(bytes, "p.zip"))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all())
                                .singleElement()
                                .satisfies(p -> assertThat(p.code()).isEqualTo("pack")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
