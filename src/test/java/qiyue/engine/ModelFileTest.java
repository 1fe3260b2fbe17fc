package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import qiyue.problem.Seal;

/** A sealed file is read as it was written; one whose numbers are out of all measure, or whose end is missing, is none. */
class ModelFileTest {
    private static final String KEY = "0".repeat(64);

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** A file with the right seal, whatever is in it. */
    private static Optional<CompiledModel> read(Writing writing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            writing.to(out);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(("qiyue-model-3 " + KEY + Seal.of(packed.toByteArray()) + "\n").getBytes(StandardCharsets.US_ASCII));
        file.write(packed.toByteArray());
        return ModelFile.read(KEY, file.toByteArray());
    }

    private static void many(DataOutputStream out, int declared, int written, int names) throws IOException {
        out.writeInt(declared);
        for (int i = 0; i < written * names; i++) {
            out.writeUTF("");
        }
    }

    private static void classes(DataOutputStream out, int declared, int written) throws IOException {
        out.writeInt(declared);
        for (int i = 0; i < written; i++) {
            out.writeUTF("");
            out.writeInt(0);
        }
    }

    private static void one(DataOutputStream out, int declared, int written) throws IOException {
        out.writeInt(0);
        out.writeInt(1);
        out.writeUTF("a.B");
        out.writeInt(declared);
        out.write(new byte[written]);
    }

    @Test
    void what_was_written_is_read() {
        CompiledModel model = new CompiledModel(
                List.of(new CompiledModel.Maker("text", "a.B", "r1"), new CompiledModel.Maker("", "a.C", "r2")),
                Map.of("a.B", new byte[] {1, 2}, "a.C", new byte[0]));

        byte[] file = ModelFile.write(KEY, model);
        CompiledModel found = ModelFile.read(KEY, file).orElseThrow();

        assertThat(found.rules()).isEqualTo(model.rules());
        assertThat(found.classes()).containsOnlyKeys("a.B", "a.C");
        assertThat(found.classes().get("a.B")).containsExactly(1, 2);
        assertThat(found.classes().get("a.C")).isEmpty();
        assertThat(file).isEqualTo(ModelFile.write(KEY, model));
        for (int length = 0; length < file.length; length++) {
            assertThat(ModelFile.read(KEY, Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void so_many_rules_and_no_more() throws IOException {
        assertThat(read(out -> {
                    many(out, 0, 0, 3);
                    classes(out, 0, 0);
                }))
                .isPresent();
        assertThat(read(out -> {
                    many(out, 100_000, 100_000, 3);
                    classes(out, 0, 0);
                }))
                .isPresent();
        assertThat(read(out -> {
                    many(out, 100_001, 100_001, 3);
                    classes(out, 0, 0);
                }))
                .isEmpty();
        assertThat(read(out -> {
                    many(out, -1, 0, 3);
                    classes(out, 0, 0);
                }))
                .isEmpty();
    }

    @Test
    void so_many_classes_and_no_more() throws IOException {
        assertThat(read(out -> {
                    many(out, 0, 0, 3);
                    classes(out, 100_000, 100_000);
                }))
                .isPresent();
        assertThat(read(out -> {
                    many(out, 0, 0, 3);
                    classes(out, 100_001, 100_001);
                }))
                .isEmpty();
        assertThat(read(out -> {
                    many(out, 0, 0, 3);
                    classes(out, -1, 0);
                }))
                .isEmpty();
    }

    @Test
    void a_class_of_such_a_size_and_no_larger() throws IOException {
        assertThat(read(out -> one(out, 16_000_000, 16_000_000))).isPresent();
        assertThat(read(out -> one(out, 16_000_001, 16_000_001))).isEmpty();
        assertThat(read(out -> one(out, 0, 0))).isPresent();
        assertThat(read(out -> one(out, -1, 0))).isEmpty();
        assertThat(read(out -> one(out, 4, 3))).as("cut short").isEmpty();
        assertThat(read(out -> out.writeInt(1))).as("nothing after it").isEmpty();
    }
}
