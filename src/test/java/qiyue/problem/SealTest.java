package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret behind the seal is the user's alone, and made anew whenever it could be another's. */
class SealTest {
    @TempDir
    private Path folder;

    private Path key() {
        return folder.resolve("own/seal.key");
    }

    private byte[] secret() {
        return Seal.secret(folder.resolve("own"));
    }

    @Test
    void it_is_made_once_and_readable_by_its_owner_only() throws Exception {
        byte[] first = secret();

        assertThat(first).hasSize(32);
        assertThat(secret()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("own"))) {
            assertThat(files).as("nothing half is left").hasSize(1);
        }
    }

    @Test
    void one_that_others_could_read_or_write_or_that_is_a_link_or_broken_is_made_anew() throws Exception {
        for (String permissions : new String[] {"rw-r--r--", "rw--w--w-"}) {
            byte[] first = secret();
            Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString(permissions));
            assertThat(secret()).as(permissions).isNotEqualTo(first);
        }
        byte[] first = secret();
        Path elsewhere = Files.move(key(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(key(), elsewhere);
        assertThat(secret()).isNotEqualTo(first);
        Files.writeString(key(), "no key");
        assertThat(secret()).hasSize(32);
        assertThat(secret()).isEqualTo(secret());
    }

    @Test
    void where_none_can_lie_it_is_another_every_time() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "x").resolve("qiyue");

        assertThat(Seal.secret(blocked)).hasSize(32).isNotEqualTo(Seal.secret(blocked));
    }

    @Test
    void a_seal_is_no_digest_and_changes_with_the_content() {
        assertThat(Seal.of(new byte[] {1})).hasSize(Digest.LENGTH).isNotEqualTo(Digest.of(new byte[] {1}));
        assertThat(Seal.of(new byte[] {1})).isEqualTo(Seal.of(new byte[] {1})).isNotEqualTo(Seal.of(new byte[] {2}));
    }
}
