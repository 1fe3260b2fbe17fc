package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;

/** What ledgers say of clauses is read by facilities and courts: whole, in plain words, and of parties by what they are. */
class LedgerWordsTest {
    private static final Pattern NOTES = Pattern.compile(
            "…|\\.\\.\\.|\\b(?:SHALL|MAY|MUST|NOT|SERIOUS)\\b|(?i:chapeau)|legal rep\\b|HR&SS|\\bB\\b|\\b(?:ask|asks|to|of|by|from) A\\b|^A (?:may|obeys|informs|deals)\\b");

    @Test
    void nothing_is_cut_off_shouted_or_in_notes_of_whoever_read_the_text() {
        List<String> odd = new ArrayList<>();
        Shipped.library()
                .rulebooks()
                .forEach((id, book) -> book.ledger().values().forEach(c -> {
                    if (NOTES.matcher(c.label().en()).find() || c.label().zh().contains("…")) {
                        odd.add(id + "#" + c.id() + " " + c.label().en());
                    }
                }));
        assertThat(odd).isEmpty();
    }
}
