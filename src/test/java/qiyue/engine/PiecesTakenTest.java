package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What is taken over of a model that was compiled before: the rules of the same text, with the classes that they need and no others. */
class PiecesTakenTest {
    @TempDir
    private static Path folder;

    private static Rulebook book;
    private static CompiledModel kept;

    @BeforeAll
    static void compile_once() throws Exception {
        book = Library.load(TinyRules.in(folder.resolve("rules")).root())
                .rulebooks()
                .values()
                .iterator()
                .next();
        new Models(folder.resolve("models")).of(book);
        String own = book.modelPackage();
        kept = new ModelStore(folder.resolve("models"))
                .get(own.substring(own.lastIndexOf('.') + 1), Models.key(book))
                .orElseThrow();
    }

    /** The same classes, and what is known to make the first rule only. */
    private static CompiledModel first() {
        return new CompiledModel(kept.rules().subList(0, 1), kept.classes());
    }

    private static CompiledModel.Maker maker(int rule) {
        return kept.rules().get(rule);
    }

    @Test
    void what_was_compiled_of_the_same_text_lacks_nothing() {
        Map<String, byte[]> more = new TreeMap<>(kept.classes());
        more.put("elsewhere.Other", new byte[] {1});
        Pieces whole = Pieces.of(book, new CompiledModel(kept.rules(), more));

        assertThat(whole.lacking()).isEmpty();
        assertThat(whole.together().rules()).isEqualTo(kept.rules());
        assertThat(whole.together().classes()).isEqualTo(kept.classes());
        assertThat(kept.classes()).hasSizeGreaterThan(kept.rules().size());
        assertThat(Pieces.none(book).lacking()).isEqualTo(book.rules());
    }

    @Test
    void what_is_lacking_is_compiled_in_a_package_of_its_own() {
        Pieces second = Pieces.of(book, first());
        Pieces both = Pieces.none(book);

        assertThat(second.lacking()).containsExactly(book.rules().get(1));
        assertThat(second.lackingPackage()).matches(book.modelPackage() + "\\.p[0-9a-f]{24}");
        assertThat(second.lackingPackage()).isNotEqualTo(both.lackingPackage());
        assertThat(second.print()).contains("package " + second.lackingPackage());
        assertThat(both.print()).contains("package " + both.lackingPackage());
    }

    /** They are numbered by their place among what was lacking; what makes them keeps the text it was compiled from. */
    @Test
    void what_was_lacking_takes_its_place() {
        CompiledModel fresh = new CompiledModel(
                List.of(new CompiledModel.Maker("", maker(1).owner(), ModelCompiler.MAKES + "r1")), kept.classes());

        CompiledModel whole = Pieces.of(book, first()).with(fresh);

        assertThat(whole.rules())
                .containsExactly(
                        maker(0),
                        new CompiledModel.Maker(maker(1).text(), maker(1).owner(), ModelCompiler.MAKES + "r1"));
        assertThat(whole.classes()).isEqualTo(kept.classes());
        assertThat(Pieces.of(book, first())
                        .with(new CompiledModel(fresh.rules(), Map.of()))
                        .classes())
                .as("of what was there before")
                .containsKey(maker(0).owner());
        assertThatIllegalStateException()
                .isThrownBy(() -> Pieces.of(book, first()).with(CompiledModel.NONE))
                .withMessageContaining(ModelCompiler.MAKES + "r1");
    }

    @Test
    void what_makes_some_rules_is_found_by_their_numbers() {
        BitSet both = new BitSet();
        both.set(0, 2);
        BitSet second = new BitSet();
        second.set(1);

        assertThat(Pieces.made(book, kept, both)).isEqualTo(Map.of(0, maker(0), 1, maker(1)));
        assertThat(Pieces.made(book, kept, second)).isEqualTo(Map.of(1, maker(1)));
        assertThat(Pieces.made(book, first(), both)).isEqualTo(Map.of(0, maker(0)));
        assertThat(Pieces.made(book, kept, new BitSet())).isEmpty();
    }
}
