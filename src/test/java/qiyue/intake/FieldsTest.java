package qiyue.intake;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import qiyue.Golden;
import qiyue.Shipped;

/** docs/fields.md says what the schema says. */
class FieldsTest {
    @Test
    void the_page_of_fields_is_that_of_the_schema() throws IOException {
        Golden.assertSame(
                Path.of("docs", "fields.md"),
                FieldsText.markdown(Shipped.library().vocabulary()));
    }
}
