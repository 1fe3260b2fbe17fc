package qiyue.api;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;

/** Where decisions are worked out: one thread a core, whoever waits for them. */
final class Desk implements AutoCloseable {
    private final ExecutorService workers;
    private final Duration most;

    Desk(int cores, Duration most) {
        this.workers = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "decide");
            thread.setDaemon(true);
            return thread;
        });
        this.most = most;
    }

    <T> Future<T> give(Callable<T> work) {
        return workers.submit(work);
    }

    /** The result, or why there is none in the words of HTTP. */
    <T> T wait(Future<T> work) throws Refused {
        try {
            return work.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(false);
            throw Refused.because(Refusal.TAKES_TOO_LONG).with("Retry-After", "60");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.because(Refusal.STOPPING);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problems problems) {
                throw refused(problems);
            }
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw Refused.because(Refusal.INTERNAL);
        }
    }

    static Refused refused(Problems problems) {
        boolean engine = problems.all().stream().map(Problem::code).anyMatch("engine"::equals);
        return Refused.because(engine ? Refusal.INTERNAL : Refusal.NOT_SOUND, problems.all());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
