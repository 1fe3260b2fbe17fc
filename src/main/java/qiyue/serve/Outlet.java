package qiyue.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes to a client in parts, each of which it has to take in time. */
final class Outlet extends OutputStream {
    private static final int PART = 1 << 15;

    private final OutputStream out;
    private final Deadlines deadlines;
    private final Duration toRead;
    private long sent;

    Outlet(OutputStream out, Deadlines deadlines, Duration toRead) {
        this.out = out;
        this.deadlines = deadlines;
        this.toRead = toRead;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at += PART) {
            int part = Math.min(PART, from + length - at);
            try (Deadlines.Deadline deadline = deadlines.within(toRead)) {
                out.write(bytes, at, part);
            }
            sent += part;
        }
    }

    @Override
    public void flush() throws IOException {
        try (Deadlines.Deadline deadline = deadlines.within(toRead)) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (Deadlines.Deadline deadline = deadlines.within(toRead)) {
            out.close();
        }
    }

    long sent() {
        return sent;
    }
}
