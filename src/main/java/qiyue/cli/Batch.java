package qiyue.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import qiyue.problem.Problem;

/**
 * Many inspections, decided on by all cores and given out in the order they came in. Only so many are under way at once,
 * however many there are; what is decided is handed on before the next is waited for.
 */
final class Batch {
    private static final int UNDER_WAY_A_CORE = 8;

    /** So many signs of text are under way at once, or one inspection: a batch of long ones takes no more memory than one. */
    private static final int UNDER_WAY = InputFile.LONGEST;

    /** So long results are held back for more to follow. */
    private static final int PATIENCE_MILLIS = 20;

    private static final Future<Answer> END = CompletableFuture.completedFuture(null);

    /**
     * What came of one inspection.
     *
     * @param text what is printed of it; empty if nothing
     * @param id what the inspection is called; empty if it could not be read
     * @param found whether there is a measure that was asked about
     * @param kept whether the decision was taken over from an earlier run
     * @param problems why there is no decision
     * @param values what stands at the places of the problems, as the document has it
     */
    record Answer(
            Inputs.Input input,
            String text,
            String id,
            boolean found,
            boolean kept,
            List<Problem> problems,
            List<String> values) {
        boolean decided() {
            return problems.isEmpty();
        }

        /** Whether one of its problems has that code. */
        boolean has(String code) {
            for (Problem problem : problems) {
                if (problem.code().equals(code)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where answers go. */
    interface Sink {
        /** Takes the next answer. */
        void take(Answer answer) throws IOException;

        /** Nothing more is there for now: hands on what is held back. */
        void idle() throws IOException;
    }

    private Batch() {}

    /**
     * Decides on all of them; what is thrown comes from the sink.
     *
     * @param note sees each inspection before it is decided, in order
     */
    static void run(
            Inputs inputs,
            Inputs.@Nullable Input first,
            Consumer<Inputs.Input> note,
            Function<Inputs.Input, Answer> work,
            Sink sink)
            throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        Semaphore room = new Semaphore(UNDER_WAY);
        BlockingQueue<Future<Answer>> queue = new ArrayBlockingQueue<>(cores * UNDER_WAY_A_CORE);
        ExecutorService workers = Executors.newFixedThreadPool(cores, task -> daemon(task, "decide"));
        Thread reader = daemon(() -> read(inputs, first, note, work, workers, queue, room), "read");
        reader.start();
        try {
            for (Future<Answer> next = next(queue, sink); next != END; next = next(queue, sink)) {
                Answer answer = answer(next, sink);
                sink.take(answer);
                room.release(length(answer.input()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void read(
            Inputs inputs,
            Inputs.@Nullable Input first,
            Consumer<Inputs.Input> note,
            Function<Inputs.Input, Answer> work,
            ExecutorService workers,
            BlockingQueue<Future<Answer>> queue,
            Semaphore room) {
        try {
            for (Inputs.Input next = first; next != null; next = inputs.next()) {
                Inputs.Input input = next;
                room.acquire(length(input));
                note.accept(input);
                queue.put(workers.submit(() -> work.apply(input)));
            }
            queue.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            queue.clear();
            queue.add(CompletableFuture.failedFuture(e));
        }
    }

    private static int length(Inputs.Input input) {
        return Math.min(UNDER_WAY, input.document().map(d -> d.text().length()).orElse(0));
    }

    private static Future<Answer> next(BlockingQueue<Future<Answer>> queue, Sink sink)
            throws IOException, InterruptedException {
        Future<Answer> next = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
            sink.idle();
            next = queue.take();
        }
        return next;
    }

    private static Answer answer(Future<Answer> next, Sink sink) throws IOException, InterruptedException {
        try {
            try {
                return next.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                sink.idle();
                return next.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading failed", e.getCause());
        }
    }
}
