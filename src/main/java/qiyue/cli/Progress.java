package qiyue.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long run is, at what rate and for how much longer: on standard error, if a person looks at it. */
final class Progress implements AutoCloseable {
    private static final int AFTER_MILLIS = 2000;
    private static final int WIDTH = 100;

    private final Inputs inputs;
    private final PrintWriter err;
    private final boolean shown;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    /** Progress through the inputs; the launcher says whether standard error is a terminal. */
    Progress(Inputs inputs, PrintWriter err) {
        this.inputs = inputs;
        this.err = err;
        this.shown = System.getProperty("qiyue.terminal", "").equals("yes");
    }

    /** So many are done. */
    void step(long done) {
        if (shown
                && bar == null
                && System.nanoTime() - start > Duration.ofMillis(AFTER_MILLIS).toNanos()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("qiyue")
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(inputs.total() == 0 ? -1 : inputs.total())
                    .setUnit(" MB", 1 << 20)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new DelegatingProgressBarConsumer(this::print, WIDTH))
                    .showSpeed()
                    .build();
        }
        ProgressBar now = bar;
        if (now != null) {
            now.stepTo(inputs.bytes());
            now.setExtraMessage(" " + done);
        }
    }

    private void print(String line) {
        err.print("\r" + line);
        err.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
        }
    }
}
