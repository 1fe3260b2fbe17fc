package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.problem.Problems;

/** A measure that ends with something that happens says so wherever it is told. */
class UntilEventTest {
    private static final String FINDING =
            ", \"findings\": [{\"id\": \"f1\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"money\": {\"amount\": 1.00}}]";

    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void a_region_that_suspends_until_things_are_put_right() throws IOException {
        region = NewRegion.in(folder).clause("7", """
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Measure.shall( "7", "rectify", $f ).months( 1, 3 ).untilEvent( "put-right" ) );
                """);
        region.rules().append(TinyRules.WORDS, "events: {put-right: {zh: 整改到位, en: things are put right}}\n");
    }

    @Test
    void it_stands_beside_the_length_in_both_languages() throws Problems {
        assertThat(NewRegion.only(region.decide(FINDING), "rectify").terms().untilEvent())
                .isEqualTo("put-right");
        assertThat(region.text(FINDING, "zh")).contains("直至整改到位");
        assertThat(region.text(FINDING, "en")).contains("until things are put right");
    }

    @Test
    void measures_with_another_end_are_another_line() throws Problems, IOException {
        region.clause("8", """
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Measure.shall( "8", "rectify", $f ).months( 1, 3 ) );
                """);

        assertThat(region.decide(FINDING).measures())
                .extracting(m -> m.terms().untilEvent())
                .containsExactlyInAnyOrder("put-right", "");
    }
}
