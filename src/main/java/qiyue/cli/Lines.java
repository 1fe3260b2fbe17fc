package qiyue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, each as soon as it is there, none longer than is sensible. */
final class Lines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private boolean tooLong;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line with its line feed; null at the end. Of a line that is too long only the beginning is kept. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = null;
        tooLong = false;
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean whole = at < end;
            at += whole ? 1 : 0;
            line = line == null ? new ByteArrayOutputStream(at - from) : line;
            if (line.size() + at - from <= longest) {
                line.write(buffer, from, at - from);
            } else {
                tooLong = true;
            }
            if (whole) {
                break;
            }
        }
        return line == null ? null : line.toByteArray();
    }

    /** Whether the line last read was too long. */
    boolean tooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
