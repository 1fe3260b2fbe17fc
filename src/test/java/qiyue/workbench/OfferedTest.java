package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;

/** What the workbench offers first: what the texts of the region name, and what can occur in such a facility. */
class OfferedTest {
    private static final JsonNode NAMED = Catalogue.of(Shipped.library(), "zh").path("named");

    /** Read off the agreements: what each may take, and what it may not. */
    @ParameterizedTest
    @CsvSource({
        "beijing, interview suspend-payment suspend-agreement terminate, criticise defer-payment",
        "xilingol, interview criticise suspend-payment suspend-service terminate deduct-deposit, multiple-deduction",
        "jinhua, terminate, interview criticise deduct-deposit"
    })
    void earlier_measures_are_first_those_the_texts_of_the_region_name(String region, String those, String not) {
        List<String> named = codes(region, "measures");

        assertThat(named).contains(those.split(" ")).doesNotContain(not.split(" "));
        assertThat(named.size())
                .isLessThan(Shipped.library().vocabulary().codes("measures").size());
    }

    /** Only the text of Jinhua leaves its day of entry into force blank. */
    @Test
    void the_day_a_text_leaves_blank_is_asked_for_where_it_does() {
        assertThat(codes("jinhua", "parameters")).contains("in-force-from");
        for (String region : List.of("beijing", "shanxi", "xilingol")) {
            assertThat(codes(region, "parameters")).doesNotContain("in-force-from");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "beijing, medical, 回访, device-no-follow-up",
        "shanxi, rehabilitation, 保修, device-warranty-missing",
        "xilingol, assistive-device, 挂床, bed-hanging",
        "beijing, assistive-device, 挂床住院, bed-hanging",
        "shanxi, assistive-device, 处方, split-prescriptions"
    })
    void what_cannot_occur_in_such_a_facility_stands_behind_all_that_can(
            String region, String kind, String words, String elsewhere) {
        boolean only = false;
        boolean found = false;
        for (JsonNode row : new ConductFinder(Shipped.library(), region, Set.of(kind), "zh")
                .find(words)
                .path("rows")) {
            assertThat(only && !row.has("only"))
                    .as(row.path("code").asText() + " can occur in " + kind)
                    .isFalse();
            only |= row.has("only");
            found |= row.path("code").asText().equals(elsewhere) && row.has("only");
        }
        assertThat(found).as(elsewhere + " is found, and said to be of others").isTrue();
    }

    private static List<String> codes(String region, String list) {
        List<String> codes = new ArrayList<>();
        NAMED.path(region).path(list).forEach(c -> codes.add(c.asText()));
        return codes;
    }
}
