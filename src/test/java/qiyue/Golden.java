package qiyue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts that must stay as they were read and found good. With {@code -Dqiyue.golden=write} (never on a build server) a text that differs is
 * written, and the test fails all the same: somebody has to look at it.
 */
public final class Golden {
    private Golden() {}

    /** The text must be that of the file. */
    public static void assertSame(Path file, String actual) throws IOException {
        boolean there = Files.exists(file);
        if ("write".equals(System.getProperty("qiyue.golden")) && System.getenv("CI") == null) {
            if (!there || !Files.readString(file).equals(actual)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                fail(file + " was written; read it before you commit it");
            }
            return;
        }
        assertThat(there)
                .as("%s is missing; the text would be%n%s", file, actual)
                .isTrue();
        assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    }

    /** The folder holds a file for each of these names, and no other. */
    public static void assertComplete(Path folder, Set<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found = files.map(f -> f.getFileName().toString().replaceAll("\\.txt$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("texts in %s against tests", folder).isEqualTo(new TreeSet<>(names));
        }
    }
}
