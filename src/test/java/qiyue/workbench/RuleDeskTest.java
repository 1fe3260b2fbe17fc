package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Qiyue;
import qiyue.TinyRules;
import qiyue.page.Panels;
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

    @Test
    void before_anything_is_changed_the_rules_tried_are_those_in_use() throws Exception {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        Path models = folder.resolve("models");
        Qiyue qiyue = Qiyue.open(tiny.root(), models, Set.of());
        RuleDesk desk = new RuleDesk(tiny.root(), folder.resolve("copy"), models);

        Panels.Tried tried = desk.tried(TinyRules.DRL, Draft.of(qiyue, "draft", "{}"), qiyue.library(), "zh");
        assertThat(tried.failed()).isEmpty();
        assertThat(tried.others()).isEmpty();
        assertThat(desk.elsewhere(TinyRules.DRL)).isEmpty();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void what_is_wrong_with_the_file_edited_is_said_first_and_what_is_wrong_elsewhere_after_it() throws Exception {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        tiny.write("otherland/rules-2025/rulebook.yaml", "title: 3\n");
        RuleDesk desk = new RuleDesk(tiny.root(), folder.resolve("copy"), folder.resolve("models"));

        assertThat(desk.write(TinyRules.DRL, "package x\n"))
                .isNotEmpty()
                .allMatch(p -> p.file().startsWith("testland/"));
        assertThat(desk.elsewhere(TinyRules.DRL))
                .anyMatch(p -> p.file().startsWith("otherland/"))
                .noneMatch(p -> p.file().startsWith("testland/"));
    }
}
