package qiyue.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long run is, at what rate and for how much longer: on standard error, if a person looks at it, from the second second
 * on. A thread of its own looks from time to time; who works does not wait for it.
 */
final class Progress implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final AtomicLong steps = new AtomicLong();
    private final long total;
    private final String unit;
    private final long size;
    private final LongSupplier at;
    private final Supplier<String> more;
    private final @Nullable Thread looker;

    private Progress(
            PrintWriter err, long total, String unit, long size, @Nullable LongSupplier at, Supplier<String> more) {
        this.err = err;
        this.total = total;
        this.unit = unit;
        this.size = size;
        this.at = at == null ? steps::get : at;
        this.more = more;
        // the launcher says whether standard error is a terminal
        this.looker =
                System.getProperty("qiyue.terminal", "").equals("yes") ? new Thread(this::look, "progress") : null;
        if (looker != null) {
            looker.setDaemon(true);
            looker.start();
        }
    }

    /** Progress by the bytes read, of which there may be no number (0), and what is said besides. */
    static Progress ofBytes(PrintWriter err, long total, LongSupplier at, Supplier<String> more) {
        return new Progress(err, total == 0 ? -1 : total, " MB", 1 << 20, at, more);
    }

    /** Progress by steps, of which there may be no number (-1). */
    static Progress ofSteps(PrintWriter err, long total) {
        return new Progress(err, total, "", 1, null, () -> "");
    }

    /** One is done. */
    void step() {
        steps.incrementAndGet();
    }

    private void look() {
        try {
            Thread.sleep(QUIET.toMillis());
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName("qiyue")
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(total)
                    .setUnit(unit, size)
                    .setUpdateIntervalMillis((int) PACE.toMillis())
                    .setConsumer(new DelegatingProgressBarConsumer(this::print, WIDTH))
                    .showSpeed()
                    .build()) {
                while (!Thread.currentThread().isInterrupted()) {
                    bar.stepTo(at.getAsLong());
                    bar.setExtraMessage(" " + more.get());
                    Thread.sleep(PACE.toMillis());
                }
            } finally {
                err.println();
                err.flush();
            }
        } catch (InterruptedException e) {
            // the run is over
        }
    }

    private void print(String line) {
        err.print("\r" + line);
        err.flush();
    }

    @Override
    public void close() {
        if (looker == null) {
            return;
        }
        looker.interrupt();
        try {
            looker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
