package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.intake.Schemas;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** A text that brings a kind of its own needs a line in the vocabulary and no program; what the program knows stays known. */
class NewKindsTest {
    @TempDir
    private Path folder;

    @Test
    void a_kind_of_penalty_of_its_own_is_read_judged_and_offered() throws Exception {
        NewRegion region = NewRegion.in(folder);
        region.rules().append(TinyRules.WORDS, """
                authorities: {health: {zh: 卫生健康部门, en: health department}}
                penalty-kinds: {practice-suspended: {zh: 责令暂停执业, en: practice suspended, lasts: from-its-day}}
                """);
        region.clause("4.1", """
                when
                    $p : Penalty( kind == "practice-suspended" )
                then
                    insertLogical( Breach.of( "4.1", $p ) );
                """);
        region.clause("4.2", """
                when
                    $p : Penalty( kind == "licence-revoked" )
                then
                    insertLogical( Breach.of( "4.2", $p ) );
                """);

        Decision decision = region.decide("""
                , "records": {"penalties": [
                  {"id": "p1", "kind": "practice-suspended", "by": "health", "date": "2025-05-06"},
                  {"id": "p2", "kind": "licence-revoked", "by": "health", "date": "2025-05-06"}]}""");

        assertThat(decision.breaches())
                .extracting(b -> b.clause())
                .containsExactly("testland/rules-2025#4.1", "testland/rules-2025#4.2");
        Vocabulary words = Library.load(region.rules().root()).vocabulary();
        assertThat(words.lastsFrom("practice-suspended")).isTrue();
        assertThat(words.lastsFrom("licence-revoked"))
                .as("the vocabulary does not say it")
                .isFalse();
        assertThat(Schemas.inspection(words)
                        .at("/$defs/Penalty/properties/kind/enum")
                        .toString())
                .contains("practice-suspended", "licence-revoked");
    }
}
