package qiyue.serve;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that read requests and write answers. Who does not send its headers in time is left. */
final class Threads implements Executor, AutoCloseable {
    private static final long KEEP_SECONDS = 30;

    private final Deadlines deadlines;
    private final Duration toSend;
    private final ThreadLocal<Deadlines.Deadline> reading = new ThreadLocal<>();
    private final ThreadPoolExecutor pool;

    Threads(int most, Duration toSend, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.toSend = toSend;
        this.pool = new ThreadPoolExecutor(
                most, most, KEEP_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "serve");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(() -> {
            try (Deadlines.Deadline deadline = deadlines.within(toSend)) {
                reading.set(deadline);
                task.run();
            } finally {
                reading.remove();
            }
        });
    }

    /** The headers are there. */
    void read() {
        Deadlines.Deadline deadline = reading.get();
        if (deadline != null) {
            deadline.close();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
