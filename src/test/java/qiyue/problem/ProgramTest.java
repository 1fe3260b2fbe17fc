package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision tells which program made it. */
class ProgramTest {
    @TempDir
    private Path folder;

    private Path classes(String text) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/qiyue/fact"));
        Files.writeString(classes.resolve("A.class"), text);
        Files.writeString(classes.resolveSibling("B.class"), "b");
        return folder.resolve("classes");
    }

    private Path jar(String name, String other) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String[] entry :
                    new String[][] {{"META-INF/MANIFEST.MF", other}, {"qiyue/B.class", "b"}, {"qiyue/fact/A.class", "a"}
                    }) {
                zip.putNextEntry(new ZipEntry(entry[0]));
                zip.write(entry[1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    @Test
    void another_class_is_another_program() throws IOException {
        String before = Program.digest(classes("a"));

        assertThat(Program.digest(classes("a"))).isEqualTo(before);
        assertThat(Program.digest(classes("b"))).isNotEqualTo(before);
    }

    @Test
    void a_jar_and_the_folder_it_was_made_of_are_one_program() throws IOException {
        assertThat(Program.digest(jar("one.jar", "x")))
                .isEqualTo(Program.digest(classes("a")))
                .isEqualTo(Program.digest(jar("two.jar", "y")));
    }

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Program.VERSION);
        assertThat(Program.id()).isEqualTo("qiyue " + Program.VERSION);
    }
}
