package qiyue.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A chain of receipts shows what was done to it. */
class ChainTest {
    private final Chain chain = new Chain();
    private final List<String> lines = IntStream.range(0, 4)
            .mapToObj(i -> chain.next("00" + i, json("{\"n\": " + i + ".50}"), json("{\"sum\": 10.00}"))
                    .line())
            .toList();

    @Test
    void whatWasWrittenIsReadBack() throws Problems {
        List<Receipt> read = Chain.read(text(lines), "r.ndjson");
        assertThat(read).extracting(Receipt::number).containsExactly(1, 2, 3, 4);
        assertThat(read).extracting(Receipt::line).isEqualTo(lines);
        assertThat(read.get(1).previous()).isEqualTo(read.get(0).digest());
    }

    @Test
    void aChangedFigureShows() {
        refused(text(lines).replaceFirst("\"sum\":10", "\"sum\":11"), "receipt-altered", "r.ndjson#1");
    }

    @Test
    void aChangedDigestOfTheOriginalShows() {
        refused(text(lines).replaceFirst("\"001\"", "\"009\""), "receipt-altered", "r.ndjson#2");
    }

    @Test
    void aReceiptTakenOutShows() {
        refused(text(List.of(lines.get(0), lines.get(2), lines.get(3))), "chain-broken", "r.ndjson#2");
    }

    @Test
    void aReceiptTakenOffTheFrontShows() {
        refused(text(lines.subList(1, 4)), "chain-broken", "r.ndjson#1");
    }

    @Test
    void receiptsThatChangedPlacesShow() {
        refused(text(List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3))), "chain-broken", "r.ndjson#2");
    }

    @Test
    void aReceiptOfAnotherChainShows() {
        String other = new Chain().next("00", json("{}"), json("{}")).line();
        refused(text(List.of(lines.get(0), other)), "chain-broken", "r.ndjson#2");
    }

    @Test
    void anEndCutOffShows() {
        refused(String.join("\n", lines) + "\n", "chain-broken", "r.ndjson");
        refused(text(lines.subList(0, 3)), "chain-broken", "r.ndjson#4");
    }

    @Test
    void whatComesAfterTheEndShows() {
        refused(text(lines) + lines.get(3) + "\n", "chain-broken", "r.ndjson#5");
    }

    @Test
    void aHalfLineShows() {
        String whole = String.join("\n", lines);
        refused(whole.substring(0, whole.length() - 40), "syntax", "r.ndjson#4");
    }

    @Test
    void anEmptyFileIsNoChain() {
        refused("", "not-a-receipt", "r.ndjson");
    }

    @Test
    void somethingElseIsNoReceipt() {
        refused("{\"region\": \"beijing\"}\n{\"region\": \"jinhua\"}\n", "not-a-receipt", "r.ndjson#1");
    }

    private static void refused(String text, String code, String place) {
        assertThatThrownBy(() -> Chain.read(text, "r.ndjson"))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).singleElement().satisfies(p -> {
                            assertThat(p.code()).isEqualTo(code);
                            assertThat(p.file()).isEqualTo(place);
                        }));
    }

    private String text(List<String> some) {
        return some.stream().collect(Collectors.joining("\n", "", "\n" + chain.end() + "\n"));
    }

    private static JsonNode json(String text) {
        try {
            return Sources.json(text, "test");
        } catch (Problems e) {
            throw new AssertionError(e);
        }
    }
}
