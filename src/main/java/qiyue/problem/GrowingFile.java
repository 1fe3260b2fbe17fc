package qiyue.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A long result written piece by piece: beside its place, under the name with {@code .part}, and moved into it once it is
 * whole. What an interrupted run left behind can be gone on with from any point it had reached.
 */
public final class GrowingFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final Path part;
    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int held;
    private long length;

    private GrowingFile(Path place, Path part, RandomAccessFile file, long length) {
        this.place = place;
        this.part = part;
        this.file = file;
        this.length = length;
    }

    /**
     * Opens the part of a file.
     *
     * @param kept how many bytes of what lies there are kept; 0 to begin anew
     */
    public static GrowingFile open(Path place, long kept) throws WholeFile.NotWritten {
        Path part = part(place);
        try {
            Path folder = place.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (kept > 0 && Files.notExists(part) && Files.exists(place) && Files.size(place) == kept) {
                // the run was interrupted when this one had taken its place, and before all had
                Files.move(place, part, StandardCopyOption.ATOMIC_MOVE);
            }
            RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw");
            if (file.length() < kept) {
                file.close();
                throw new IOException(part + " is shorter than it was");
            }
            file.setLength(kept);
            file.seek(kept);
            return new GrowingFile(place, part, file, kept);
        } catch (IOException e) {
            throw new WholeFile.NotWritten(place, e);
        }
    }

    private static Path part(Path place) {
        return place.resolveSibling(place.getFileName() + ".part");
    }

    /** Adds a text, in UTF-8. */
    public void add(String text) throws WholeFile.NotWritten {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file for writers that want a stream; closing that does not end the file. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int sign) throws IOException {
                add(new byte[] {(byte) sign});
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                add(Arrays.copyOfRange(bytes, from, from + count));
            }
        };
    }

    private void add(byte[] bytes) throws WholeFile.NotWritten {
        if (held + bytes.length > BUFFER) {
            flush();
        }
        length += bytes.length;
        if (bytes.length > BUFFER) {
            put(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, held, bytes.length);
            held += bytes.length;
        }
    }

    /** Hands over what is still held back; the answer is how long the file is now. */
    public long flush() throws WholeFile.NotWritten {
        put(buffer, held);
        held = 0;
        return length;
    }

    private void put(byte[] bytes, int count) throws WholeFile.NotWritten {
        try {
            file.write(bytes, 0, count);
        } catch (IOException e) {
            throw new WholeFile.NotWritten(place, e);
        }
    }

    /** The file is whole: it takes its place. */
    public void finish() throws WholeFile.NotWritten {
        try {
            flush();
            file.getFD().sync();
            file.close();
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (WholeFile.NotWritten e) {
            throw e;
        } catch (IOException e) {
            throw new WholeFile.NotWritten(place, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
