package qiyue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import qiyue.problem.Problem;
import qiyue.problem.Problems;

/** Tries seeds one after another; an answer other than a result or problems in words, or none in time, names its seed. */
final class Fuzz {
    private static final int TRIES = Integer.getInteger("qiyue.fuzz", 300);
    private static final long SEED = Long.getLong("qiyue.seed", 20250101);
    /** Of this thread alone: what else the machine does is no fault of what is tried. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final int WIDEST = 4_000;

    private Fuzz() {}

    /** What is tried with a seed. {@code input} says what it was, for the report. */
    record Attempt(String input, Callable<?> run) {}

    /** Runs the given share of the tries, in hundredths. Of many, some must come through and some be refused, or nothing was tried. */
    static void all(int share, LongFunction<Attempt> make) {
        int tries = Math.max(1, TRIES * share / 100);
        int refused = 0;
        for (int i = 0; i < tries; i++) {
            long seed = SEED + i;
            Attempt attempt = make.apply(seed);
            long started = CLOCK.getCurrentThreadCpuTime();
            try {
                attempt.run().call();
            } catch (Problems e) {
                refused++;
                e.all().forEach(p -> inWords(seed, attempt, p));
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw failed(seed, attempt, "the program fails: " + e, e);
            }
            if (CLOCK.getCurrentThreadCpuTime() - started > SLOW.toNanos()) {
                throw failed(seed, attempt, "it took over " + SLOW.toSeconds() + " s", null);
            }
        }
        if (tries >= 20) {
            assertThat(refused).as("refused of " + tries).isBetween(1, tries - 1);
        }
    }

    private static void inWords(long seed, Attempt attempt, Problem problem) {
        for (String lang : new String[] {"zh", "en"}) {
            String text = problem.render(lang);
            if (text.length() > WIDEST
                    || text.contains("Exception")
                    || text.contains("com.fasterxml")
                    || text.contains("org.drools")
                    || text.codePoints().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x202e || c == 0x7f)) {
                throw failed(seed, attempt, "not words: " + text.substring(0, Math.min(text.length(), 600)), null);
            }
        }
    }

    private static AssertionError failed(long seed, Attempt attempt, String what, Throwable cause) {
        String input = attempt.input();
        return new AssertionError(
                "%s%nonce more with -Dqiyue.seed=%d -Dqiyue.fuzz=1%n%s"
                        .formatted(what, seed, input.substring(0, Math.min(input.length(), 20_000))),
                cause);
    }
}
