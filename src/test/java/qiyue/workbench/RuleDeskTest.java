package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.problem.Problems;

/** The copy of the rules that the workbench edits: links are neither shown nor copied nor written through. */
class RuleDeskTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_link_leads_to_is_not_part_of_the_rules() throws Exception {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path secret = Files.writeString(folder.resolve("secret"), "elsewhere");
        String linked = TinyRules.BOOK + "/zz.drl";
        Files.createSymbolicLink(tiny.root().resolve(linked), secret);
        Path copy = folder.resolve("copy");
        RuleDesk desk = new RuleDesk(tiny.root(), copy, folder.resolve("models"));

        assertThat(desk.text(linked, true)).isEmpty();
        assertThat(desk.text(TinyRules.DRL, true)).isPresent();
        desk.write(TinyRules.DRL, "package x\n");
        assertThat(copy.resolve(linked)).doesNotExist();
        assertThat(desk.changed()).containsExactly(TinyRules.DRL);

        Files.delete(copy.resolve(TinyRules.DRL));
        Files.createSymbolicLink(copy.resolve(TinyRules.DRL), secret);
        assertThatThrownBy(() -> desk.write(TinyRules.DRL, "package y\n")).isInstanceOf(Problems.class);
        assertThat(secret).hasContent("elsewhere");
        assertThat(desk.text(TinyRules.DRL, false).orElse("")).doesNotContain("elsewhere");
    }
}
