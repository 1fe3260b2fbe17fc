package qiyue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, each as soon as it is there, none longer than is sensible. */
final class Lines {
    /** So much is passed over, in bytes, to come to the end of a line that is too long, or of blank lines. */
    private static final long PATIENCE = 1L << 28;

    /** What a line costs besides, in bytes. */
    private static final int A_LINE = 15;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long passed;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** What comes is no text: a line without end, or nothing but blanks, as a packed file may hold with little effort. */
    static final class Endless extends IOException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("a line without end");
        }
    }

    /**
     * A line.
     *
     * @param bytes the line with its line feed; of no meaning where it is too long
     */
    record Line(byte[] bytes, boolean tooLong) {
        boolean blank() {
            if (tooLong) {
                return false;
            }
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                    return false;
                }
            }
            return true;
        }

        /** Whether it begins a document. */
        boolean begins() {
            return bytes.length > 0 && bytes[0] == '{';
        }

        /** Whether as many brackets close as open, and some do. */
        boolean closed() {
            int depth = 0;
            boolean text = false;
            boolean any = false;
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                if (text) {
                    i += b == '\\' ? 1 : 0;
                    text = b != '"';
                } else if (b == '"') {
                    text = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                    any = true;
                } else if (b == '}' || b == ']') {
                    depth--;
                }
            }
            return any && depth == 0 && !text;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = null;
        boolean tooLong = false;
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean whole = at < end;
            at += whole ? 1 : 0;
            line = line == null ? new ByteArrayOutputStream(at - from) : line;
            if (!tooLong && line.size() + at - from <= longest) {
                line.write(buffer, from, at - from);
            } else {
                tooLong = true;
                // nothing of it is of use any more
                line = new ByteArrayOutputStream(0);
                pass(at - from);
            }
            if (whole) {
                break;
            }
        }
        if (line == null) {
            return null;
        }
        Line next = new Line(line.toByteArray(), tooLong);
        if (!tooLong && next.blank()) {
            pass(next.bytes().length + A_LINE);
        } else {
            passed = 0;
        }
        return next;
    }

    private void pass(int bytes) throws Endless {
        passed += bytes;
        if (passed > PATIENCE) {
            throw new Endless();
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
