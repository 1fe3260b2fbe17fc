package qiyue.serve;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read requests and write answers. Who does not send its headers in time is left; where every thread is taken
 * and others wait for one, those that have been sending headers longest are left at once: headers come in one go from whoever
 * means to ask.
 */
final class Threads implements Executor, AutoCloseable {
    private static final long KEEP_SECONDS = 30;

    /** So long nobody is left for others. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Somebody whose headers are being read. */
    private record Beginning(Deadlines.Deadline deadline, long since) {}

    private final Deadlines deadlines;
    private final Duration toBegin;
    private final ThreadLocal<Beginning> reading = new ThreadLocal<>();
    private final Deque<Beginning> beginning = new ConcurrentLinkedDeque<>();
    private final ThreadPoolExecutor pool;

    Threads(int most, Duration toBegin, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.toBegin = toBegin;
        this.pool = new ThreadPoolExecutor(
                most, most, KEEP_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "serve");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        deadlines.also(this::makeRoom);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(() -> {
            try (Deadlines.Deadline deadline = deadlines.within(toBegin)) {
                Beginning one = new Beginning(deadline, System.nanoTime());
                reading.set(one);
                beginning.addLast(one);
                task.run();
            } finally {
                read();
                reading.remove();
            }
        });
    }

    /** The headers are there. */
    void read() {
        Beginning one = reading.get();
        if (one != null) {
            beginning.remove(one);
            one.deadline().close();
        }
    }

    private void makeRoom() {
        int waiting = pool.getQueue().size();
        long now = System.nanoTime();
        while (waiting > 0) {
            Beginning oldest = beginning.peekFirst();
            if (oldest == null || now - oldest.since() < PATIENCE_NANOS) {
                return;
            }
            beginning.remove(oldest);
            oldest.deadline().cut();
            waiting--;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
