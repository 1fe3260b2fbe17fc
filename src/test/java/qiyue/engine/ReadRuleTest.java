package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** When rules are run as they were read; that they conclude the same is held by TwoEnginesTest. */
class ReadRuleTest {
    @TempDir
    private Path folder;

    @Test
    void the_first_inspection_after_an_edit_compiles_nothing_and_the_second_does() throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        Path cache = folder.resolve("models");
        Rulebook book =
                Library.load(rules.root()).rulebooks().values().iterator().next();
        BitSet all = new BitSet();
        all.set(0, book.rules().size());

        Models.AtOnce first = new Models(cache).atOnce(book, all);
        assertThat(first.compiled()).isEmpty();
        assertThat(first.model().getRules()).hasSameSizeAs(book.rules());
        assertThat(Files.exists(cache)).isFalse();

        new Models(cache).of(book);
        assertThat(new Models(cache).atOnce(book, all).compiled()).isPresent();
    }
}
