package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run left beside the place of its file does not stay. */
class WholeFileTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void what_processes_left_that_are_no_more_goes_and_what_others_write_stays() throws IOException {
        long alive = ProcessHandle.current().pid();
        Path dead = old(".a.json." + Integer.MAX_VALUE + ".new");
        Path others = old(".a.json." + alive + ".new");
        Path user = old(".mine.new");
        Path fresh = Files.writeString(folder.resolve(".b.json." + Integer.MAX_VALUE + ".new"), "x");

        WholeFile.write(folder.resolve("c.json"), "x");

        assertThat(dead).doesNotExist();
        assertThat(others).exists();
        assertThat(user).exists();
        assertThat(fresh).as("just written, perhaps elsewhere").exists();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(4);
        }
    }

    private Path old(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }
}
