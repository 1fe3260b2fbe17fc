package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own copies of the instruments beside decisions, explanations and pages; never a text that is not certain. */
class OwnTextsTest {
    private static final String SAMPLE = "samples/beijing-combined.json";

    @TempDir
    private Path folder;

    @BeforeEach
    void text() throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("文本")).resolve("beijing-rules-2025.txt"),
                "第十八条 自备的一段话。\n（一）自备的一项。\n");
    }

    private String texts() {
        return folder.resolve("文本").toString();
    }

    @Test
    void a_decision_ends_with_the_clauses_it_cites_as_text_and_as_page() {
        Run plain = Run.of("evaluate", SAMPLE);
        Run text = Run.of("evaluate", SAMPLE, "--texts", texts());
        Run page = Run.of("evaluate", SAMPLE, "--format", "html", "--texts", texts());
        Run json = Run.of("evaluate", SAMPLE, "--format", "json", "--texts", texts());

        assertThat(text.out()).startsWith(plain.out()).contains("条款原文（自备文本）").contains("自备的一段话。");
        assertThat(page.out()).contains("条款原文（自备文本）", "自备的一段话。");
        assertThat(json.code()).isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void an_explanation_has_the_text_below_its_clause() {
        Run run = Run.of("explain", SAMPLE, "--clause", "18.1", "--texts", texts());

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(run.out()).contains("原文：（一）自备的一项。");
    }

    @Test
    void a_link_in_the_folder_is_not_packed() throws Exception {
        Path secret = Files.writeString(folder.resolve("别处.txt"), "别处的内容");
        Files.createSymbolicLink(folder.resolve("文本/链接.txt"), secret);
        Path out = folder.resolve("封存.zip");
        Run run = Run.of("archive", SAMPLE, "--texts", texts(), "--out", out.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("链接.txt").contains("不能有链接");
        assertThat(out).doesNotExist();
    }
}
