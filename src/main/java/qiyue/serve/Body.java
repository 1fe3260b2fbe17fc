package qiyue.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The content of a request: no longer than is taken, and no slower. */
public final class Body {
    private static final int PART = 1 << 16;

    /** So much of a line that is not taken is read to find the next. */
    private static final long LONGEST_LEFT = 256L << 20;

    private final InputStream in;
    private final long declared;
    private final int most;
    private final Duration toSend;
    private final Deadlines deadlines;
    private final Runnable late;
    private byte[] part = new byte[0];
    private int from;
    private int to;
    private boolean ended;
    private long taken;
    private boolean begun;

    /** @param declared how long it is said to be; 0 where nothing says */
    Body(InputStream in, long declared, int most, Duration toSend, Deadlines deadlines, Runnable late) {
        this.in = in;
        this.declared = declared;
        this.most = most;
        this.toSend = toSend;
        this.deadlines = deadlines;
        this.late = late;
    }

    /**
     * All of it. One that is said to be more than twice as long as is taken is not waited for; one a little too long is read as far as it is taken,
     * for who still sends when the connection is closed may never see the answer.
     */
    public byte[] bytes() throws Refused, IOException {
        if (declared / 2 > most) {
            throw tooLarge();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long by = System.nanoTime() + toSend.toNanos();
        while (fill(by)) {
            all.write(part, from, to - from);
            from = to;
            if (all.size() > most) {
                throw tooLarge();
            }
        }
        return all.toByteArray();
    }

    /** The next line, without its end; null when there is none. Each line has its own time. */
    public byte @Nullable [] line() throws Refused, IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long by = System.nanoTime() + toSend.toNanos();
        boolean any = false;
        while (fill(by)) {
            any = true;
            int end = from;
            while (end < to && part[end] != '\n') {
                end++;
            }
            line.write(part, from, end - from);
            if (line.size() > most) {
                throw tooLarge();
            }
            if (end < to) {
                from = end + 1;
                return line.toByteArray();
            }
            from = to;
        }
        return any ? line.toByteArray() : null;
    }

    /** Leaves what is left of a line that was too long, without keeping it; of one that has no end, the rest is not read. */
    public void leaveLine() throws Refused, IOException {
        long by = System.nanoTime() + toSend.toNanos();
        long left = 0;
        while (fill(by)) {
            while (from < to) {
                if (part[from++] == '\n') {
                    return;
                }
                if (++left > LONGEST_LEFT) {
                    throw Refused.because(
                            Refusal.TOO_LARGE,
                            "一行超过 256 MB，其余部分没有读",
                            "a line is longer than 256 MB; the rest was not read");
                }
            }
        }
    }

    /** Whether more can be read without waiting for the client. */
    public boolean ready() throws IOException {
        return from < to || ended || in.available() > 0;
    }

    /** Bytes read so far. */
    long taken() {
        return taken;
    }

    /** Whether all of it was read. */
    boolean ended() {
        return ended;
    }

    private Refused tooLarge() {
        return Refused.because(
                Refusal.TOO_LARGE,
                "一份文书不超过 " + (most >> 10) + " KB",
                "one inspection is no longer than " + (most >> 10) + " KB");
    }

    private boolean fill(long by) throws Refused, IOException {
        if (!begun) {
            begun = true;
            part = new byte[PART];
        }
        if (from < to) {
            return true;
        }
        if (ended) {
            return false;
        }
        int read;
        try (Deadlines.Deadline deadline = deadlines.by(by, late)) {
            try {
                read = in.read(part);
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw Refused.because(Refusal.TOO_SLOW);
                }
                throw e;
            } catch (RuntimeException e) {
                // the length of a chunk that fits no number
                throw new IOException("not sent as HTTP sends", e);
            }
            if (read >= 0 && deadline.passed()) {
                throw Refused.because(Refusal.TOO_SLOW);
            }
        }
        ended = read < 0;
        from = 0;
        to = Math.max(read, 0);
        taken += to;
        return !ended;
    }
}
