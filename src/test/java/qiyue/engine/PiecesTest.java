package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.model.NamedModelItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** After an edit only the rules that are new are compiled, and what comes of it is numbered as if all had been. */
class PiecesTest {
    private static final String FURTHER = """

            rule "1.1 分解住院"
            when
                $f : Finding( conduct == "split-stay" )
            then
                insertLogical( Breach.of( "1.1", $f ) );
            end
            """;

    @TempDir
    private Path folder;

    private TinyRules rules;
    private Rulebook before;

    @BeforeEach
    void compile_once() throws Exception {
        rules = TinyRules.in(folder.resolve("rules"));
        before = read();
        new Models(cache()).of(before);
    }

    private Path cache() {
        return folder.resolve("models");
    }

    private Rulebook read() throws Problems {
        return Library.load(rules.root()).rulebooks().values().iterator().next();
    }

    private String text() throws IOException {
        return Files.readString(rules.root().resolve(TinyRules.DRL));
    }

    private CompiledModel kept(Rulebook rulebook) {
        String own = rulebook.modelPackage();
        return new ModelStore(cache())
                .get(own.substring(own.lastIndexOf('.') + 1), Models.key(rulebook))
                .orElseThrow();
    }

    private static List<String> packages(CompiledModel model) {
        return model.rules().stream()
                .map(m -> m.owner().substring(0, m.owner().lastIndexOf('.')))
                .distinct()
                .toList();
    }

    @Test
    void only_the_rule_that_is_new_is_compiled() throws Exception {
        int end = text().indexOf("rule \"");
        rules.write(TinyRules.DRL, text().substring(0, end) + FURTHER.strip() + "\n\n" + text().substring(end));
        Rulebook after = read();
        assertThat(Pieces.of(after, kept(before)).lacking())
                .extracting(r -> r.name())
                .containsExactly("1.1 分解住院");

        Model model = new Models(cache()).of(after);

        CompiledModel old = kept(before);
        CompiledModel now = kept(after);
        assertThat(now.rules().subList(1, now.rules().size())).isEqualTo(old.rules());
        assertThat(packages(now)).hasSize(2);
        assertThat(now.classes()).hasSizeGreaterThan(old.classes().size()).containsAllEntriesOf(old.classes());
        assertThat(model.getRules())
                .extracting(NamedModelItem::getName)
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(after.rules().size())
                        .map(i -> "r" + i)
                        .toList());
        assertThat(model.getRules()).extracting(NamedModelItem::getPackage).containsOnly(after.modelPackage());
    }

    @Test
    void what_no_rule_needs_any_more_is_left_out() throws Exception {
        String old = text();
        rules.write(TinyRules.DRL, old + FURTHER);
        new Models(cache()).of(read());
        rules.write(TinyRules.DRL, old + FURTHER.replace("split-stay", "bed-hanging"));
        Rulebook last = read();
        new Models(cache()).of(last);

        assertThat(packages(kept(last))).hasSize(2);
        assertThat(Pieces.of(last, kept(last)).lacking()).isEmpty();
    }

    @Test
    void rules_in_another_order_are_not_compiled_again() throws Exception {
        rules.write(TinyRules.DRL, text() + FURTHER);
        Rulebook two = read();
        new Models(cache()).of(two);
        int end = text().indexOf("rule \"");
        String first = text().substring(end, text().length() - FURTHER.length());
        rules.write(TinyRules.DRL, text().substring(0, end) + FURTHER.strip() + "\n\n" + first);
        Rulebook turned = read();

        assertThat(Pieces.of(turned, kept(two)).lacking()).isEmpty();
        assertThat(new Models(cache()).of(turned).getRules()).hasSameSizeAs(two.rules());
    }

    @Test
    void pieces_of_another_program_are_not_taken() {
        CompiledModel kept = kept(before);
        List<CompiledModel.Maker> others = kept.rules().stream()
                .map(m -> new CompiledModel.Maker("0".repeat(64), m.owner(), m.method()))
                .toList();

        assertThat(Pieces.of(before, new CompiledModel(others, kept.classes())).lacking())
                .isEqualTo(before.rules());
        assertThat(Pieces.of(before, kept).lacking()).isEmpty();
    }

    /** A sealed model whose classes are not what its rules were compiled to: nothing of it is used. */
    @Test
    void pieces_that_do_not_load_are_compiled_anew() throws Exception {
        CompiledModel kept = kept(before);
        String own = before.modelPackage();
        new ModelStore(cache())
                .put(
                        own.substring(own.lastIndexOf('.') + 1),
                        Models.key(before),
                        new CompiledModel(kept.rules(), Map.of()));
        rules.write(TinyRules.DRL, text() + FURTHER);
        Rulebook after = read();

        assertThat(new Models(cache()).of(after).getRules()).hasSameSizeAs(after.rules());
        assertThat(packages(kept(after))).hasSize(1);
    }
}
