package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.problem.Problems;

/** What was made of rules serves elsewhere for the same rules and for no others. */
class MadeTest {
    private static final String RULE = """
            package testland.rules2025

            import qiyue.fact.*

            rule "1.1 行为"
            when
                $f : Finding( conduct == "c1" )
            then
                insertLogical( Breach.of( "1.1", $f ) );
            end
            """;

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void rules() throws IOException {
        rules = written("here", RULE);
    }

    private Path written(String place, String rule) throws IOException {
        Path root = folder.resolve(place).resolve("rules");
        write(root.resolve("vocabulary/words.yaml"), """
                regions: {testland: {zh: 试验地, en: Testland}}
                facility-kinds: {medical: {zh: 医疗机构, en: medical institution}}
                topics: {all: {zh: 全部, en: all}}
                conducts:
                  c1: {topic: all, zh: 行为, en: conduct}
                """);
        write(root.resolve("testland/rules-2025/rulebook.yaml"), """
                title: {zh: 试验协议, en: Test agreement}
                region: testland
                kinds: [medical]
                from: 2025-01-01
                reviewed: 2025-01-02
                """);
        write(root.resolve("testland/rules-2025/clauses.yaml"), """
                clauses:
                  - {id: "1.1", status: encoded, zh: 行为, en: conduct}
                """);
        write(root.resolve("testland/rules-2025/all.drl"), rule);
        return root;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Path models(Path rules) {
        return rules.resolveSibling("models");
    }

    private Made made() throws Problems {
        return Made.of(Qiyue.open(rules, models(rules), Set.of()).library(), models(rules));
    }

    private static Set<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            all.forEach(f -> names.add(f.getFileName().toString()));
            return names;
        }
    }

    @Test
    void what_was_made_is_found_beside_the_same_rules() throws Exception {
        Made made = made();
        Path there = written("there", RULE);

        made.keep(there, models(there));

        assertThat(made.libraries()).hasSize(1);
        assertThat(made.models()).hasSize(1);
        assertThat(files(models(there))).isEqualTo(files(models(rules)));
        assertThat(files(models(there).resolveSibling("library")))
                .isEqualTo(files(models(rules).resolveSibling("library")));
    }

    @Test
    void what_is_found_there_is_taken() throws Exception {
        Made made = made();
        Path there = written("there", RULE);
        made.keep(there, models(there));
        long longAgo = 1_000_000_000_000L;
        for (Path kept : kept(there.getParent())) {
            Files.setLastModifiedTime(kept, FileTime.fromMillis(longAgo));
        }

        Qiyue opened = Qiyue.open(there, models(there), Set.of());
        opened.warm();

        assertThat(kept(there.getParent()))
                .hasSize(2)
                .allSatisfy(kept -> assertThat(Files.getLastModifiedTime(kept))
                        .as("not kept anew: %s", kept)
                        .isEqualTo(FileTime.fromMillis(longAgo)));
        assertThat(Made.of(opened.library(), models(there)))
                .usingRecursiveComparison()
                .isEqualTo(made);
    }

    private static List<Path> kept(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().matches(".*\\.(library|model)")).toList();
        }
    }

    @Test
    void a_library_of_other_rules_is_not_kept() throws Exception {
        Made made = made();
        Path there = written("there", RULE.replace("c1", "c1\", status == \"confirmed"));

        made.keep(there, models(there));

        assertThat(files(models(there).resolveSibling("library"))).isEmpty();
    }

    @Test
    void what_is_no_model_is_not_kept() throws Exception {
        Made made = made();
        String name = made.models().keySet().iterator().next();

        new Made(Map.of(), Map.of(name, new byte[] {1, 2, 3})).keep(rules, folder.resolve("elsewhere/models"));

        assertThat(files(folder.resolve("elsewhere/models"))).isEmpty();
    }

    @Test
    void where_nothing_was_kept_only_models_are_carried() throws Exception {
        Qiyue opened = Qiyue.open(rules, models(rules), Set.of());
        Files.writeString(rules.resolve("testland/rules-2025/all.drl"), RULE + "\n// edited since\n");

        Made made = Made.of(opened.library(), models(rules));

        assertThat(made.libraries()).as("of what the files are now").isEmpty();
        assertThat(made.models()).as("of what was opened").hasSize(1);
    }

    @Test
    void it_travels_as_java_writes_it() throws Exception {
        Made made = made();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(made);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).usingRecursiveComparison().isEqualTo(made);
        }
    }
}
