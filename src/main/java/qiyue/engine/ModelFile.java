package qiyue.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import qiyue.problem.Digest;
import qiyue.problem.Seal;

/** A compiled model as one file: what it was compiled from, the seal of all that follows, what makes each rule, and the classes. */
final class ModelFile {
    private static final String MARK = "qiyue-model-3 ";
    private static final int HEAD = MARK.length() + 2 * Digest.LENGTH + 1;
    private static final int MOST_CLASSES = 100_000;
    private static final int LARGEST_CLASS = 16_000_000;

    private ModelFile() {}

    /** The bytes of the file; the same for the same classes. */
    static byte[] write(String key, CompiledModel model) {
        byte[] packed = pack(model);
        byte[] head = head(key, packed);
        byte[] file = Arrays.copyOf(head, head.length + packed.length);
        System.arraycopy(packed, 0, file, head.length, packed.length);
        return file;
    }

    /** The model without what it was compiled from and without seal, which the file of another user cannot have; the same for the same classes. */
    static byte[] pack(CompiledModel model) {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
                out.writeInt(model.rules().size());
                for (CompiledModel.Maker maker : model.rules()) {
                    out.writeUTF(maker.text());
                    out.writeUTF(maker.owner());
                    out.writeUTF(maker.method());
                }
                out.writeInt(model.classes().size());
                for (Map.Entry<String, byte[]> one : new TreeMap<>(model.classes()).entrySet()) {
                    out.writeUTF(one.getKey());
                    out.writeInt(one.getValue().length);
                    out.write(one.getValue());
                }
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written but memory", e);
        }
    }

    /** The model of the file; nothing if it is not whole, was changed, or was compiled from something else. */
    static Optional<CompiledModel> read(String key, byte[] file) {
        if (file.length < HEAD) {
            return Optional.empty();
        }
        byte[] packed = Arrays.copyOfRange(file, HEAD, file.length);
        return Arrays.equals(head(key, packed), Arrays.copyOf(file, HEAD)) ? unpack(packed) : Optional.empty();
    }

    /** The model that was packed so; nothing if it is not whole. */
    static Optional<CompiledModel> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int made = in.readInt();
            if (made < 0 || made > MOST_CLASSES) {
                return Optional.empty();
            }
            List<CompiledModel.Maker> rules = new ArrayList<>();
            for (int i = 0; i < made; i++) {
                rules.add(new CompiledModel.Maker(in.readUTF(), in.readUTF(), in.readUTF()));
            }
            int count = in.readInt();
            if (count < 0 || count > MOST_CLASSES) {
                return Optional.empty();
            }
            Map<String, byte[]> classes = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                String named = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > LARGEST_CLASS) {
                    return Optional.empty();
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    return Optional.empty();
                }
                classes.put(named, bytes);
            }
            return Optional.of(new CompiledModel(List.copyOf(rules), classes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] head(String key, byte[] packed) {
        return (MARK + key + Seal.of(packed) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
