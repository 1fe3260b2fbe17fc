package qiyue.serve;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Threads that wait for a client wait so long and no longer: then they are interrupted, which closes the connection they wait
 * on. The JDK's server has no such limit but one for all requests of a process, however long their bodies may be.
 */
final class Deadlines implements AutoCloseable {
    private static final long EACH_MILLIS = 100;

    /** What is said to the client before its connection is closed has so long to be said. */
    private static final long TO_SAY_MILLIS = 500;

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        watch.scheduleWithFixedDelay(this::look, EACH_MILLIS, EACH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What this thread does now has to be done by then (of {@link System#nanoTime}). */
    Deadline by(long nanos, Runnable late) {
        Deadline deadline = new Deadline(nanos, late);
        open.add(deadline);
        return deadline;
    }

    Deadline within(Duration time) {
        return by(System.nanoTime() + time.toNanos(), () -> {});
    }

    /** What else is looked at each time. */
    void also(Runnable look) {
        watch.scheduleWithFixedDelay(look, EACH_MILLIS, EACH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        for (Deadline deadline : open) {
            if (now - deadline.nanos > 0) {
                deadline.pass(now);
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** One of them; closed when it is done. */
    final class Deadline implements AutoCloseable {
        private final Thread waits = Thread.currentThread();
        private final long nanos;
        private final Runnable late;
        private boolean said;
        private boolean done;
        private long close;

        Deadline(long nanos, Runnable late) {
            this.nanos = nanos;
            this.late = late;
        }

        private synchronized void pass(long now) {
            if (done) {
                return;
            }
            if (!said) {
                said = true;
                close = now + TimeUnit.MILLISECONDS.toNanos(TO_SAY_MILLIS);
                // apart: it may have to wait for the client, too
                Thread thread = new Thread(late, "late");
                thread.setDaemon(true);
                thread.start();
            } else if (now - close > 0) {
                open.remove(this);
                waits.interrupt();
                done = true;
            }
        }

        /** Ends the wait now, without a word. */
        synchronized void cut() {
            if (!done) {
                open.remove(this);
                said = true;
                done = true;
                waits.interrupt();
            }
        }

        /** Whether it has passed. */
        synchronized boolean passed() {
            return said;
        }

        @Override
        public synchronized void close() {
            if (!done) {
                done = true;
                open.remove(this);
            } else {
                // interrupted for what is over now
                Thread.interrupted();
            }
        }
    }
}
