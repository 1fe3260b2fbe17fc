package qiyue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Qiyue;
import qiyue.TinyRules;
import qiyue.rulebook.RulesTree;

/** Edited rules are noticed; rules that are not sound change nothing. */
class FollowingTest {
    @TempDir
    private Path folder;

    @Test
    void an_edited_rule_is_read_again_and_an_unsound_one_is_not() throws Exception {
        TinyRules tiny = TinyRules.in(folder.resolve("rules"));
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Rules rules = new Rules(() -> Qiyue.open(tiny.root(), folder.resolve("models"), Set.of()));
        Qiyue first = rules.now();
        try (Following following =
                Following.every(50, () -> RulesTree.stamps(tiny.root()), rules, new Log(log::add, Clock.systemUTC()))) {
            tiny.change(TinyRules.LEDGER, "en: serious bed hanging", "en: serious and empty beds");
            until(() -> rules.times() == 2);
            Qiyue second = rules.now();
            assertThat(second.basis("testland")).isNotEqualTo(first.basis("testland"));

            String drl = Files.readString(tiny.root().resolve(TinyRules.DRL));
            tiny.write(TinyRules.DRL, drl.replace("conduct ==", "conduct is"));
            until(() -> log.stream().anyMatch(l -> l.contains("\"problems\"")));
            assertThat(rules.now()).isSameAs(second);

            tiny.write(TinyRules.DRL, drl + "\n");
            until(() -> rules.times() == 3);
        }
    }

    private static void until(java.util.function.BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 600 && !holds.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
