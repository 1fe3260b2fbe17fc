package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;

/** What was stored under older rules, under newer ones. */
class UpgradeCheckTest {
    @TempDir
    private Path folder;

    private static String inspection(String id, String conduct) {
        return """
                {"region": "testland", "inspection": {"id": "%s", "inspectedOn": "2025-06-10"}, "scope": {}, "facility": {"name": "甲机构", "kinds": ["medical"]}, "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], "findings": [{"id": "f1", "conduct": "%s", "status": "confirmed", "date": "2025-05-06", "money": {"amount": 100}, "answers": {"serious": "yes"}}]}
                """.formatted(id, conduct);
    }

    @Test
    void what_was_decided_is_compared_and_what_is_not_read_is_said() throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        Path inputs = folder.resolve("in.ndjson");
        Files.writeString(inputs, inspection("i1", "bed-hanging") + inspection("i2", "split-stay"));
        Path decisions = folder.resolve("then.ndjson");
        String root = rules.root().toString();
        Files.writeString(
                decisions,
                Run.of("evaluate", "--format", "ndjson", "--rules", root, inputs.toString())
                        .out());

        Run same = Run.of(
                "upgrade-check",
                inputs.toString(),
                "--decisions",
                decisions.toString(),
                "--rules",
                root,
                "--lang",
                "en");
        assertThat(same.code()).as(same.out() + same.err()).isEqualTo(0);
        assertThat(same.out()).contains("the same: 2,");

        rules.change(TinyRules.DRL, "\"recover\"", "\"rectify\"");
        rules.change(TinyRules.WORDS, "split-stay: {topic: stays, zh: 分解住院, en: split stay}", "");
        Run changed = Run.of(
                "upgrade-check",
                inputs.toString(),
                "--decisions",
                decisions.toString(),
                "--rules",
                root,
                "--lang",
                "en");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out())
                .contains("i1  is decided otherwise", "rectify", "not read any more", "split-stay")
                .contains("the same: 0, decided otherwise: 1, not read any more: 1");
        assertThat(Run.of("upgrade-check", inputs.toString(), "--rules", root, "--format", "json")
                        .out())
                .contains("\"state\" : \"read\"", "\"state\" : \"unread\"");
    }
}
