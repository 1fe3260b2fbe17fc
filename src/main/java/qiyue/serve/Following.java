package qiyue.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import qiyue.problem.Problems;

/**
 * Notices that files of a rules folder changed (length or time, looked at every two seconds) and reads the rules again once
 * nothing has changed for two looks: somebody who saves three files is done by then. Rules that are not sound change nothing.
 */
public final class Following implements AutoCloseable {
    private static final long EACH_MILLIS = 2000;

    private final Look look;
    private final Rules rules;
    private final Log log;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "following");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, String> read = Map.of();
    private Map<Path, String> seen = Map.of();

    /** The files that rules are read from, each with what changes when it is saved. */
    @FunctionalInterface
    public interface Look {
        Map<Path, String> files() throws IOException;
    }

    private Following(Look look, Rules rules, Log log) {
        this.look = look;
        this.rules = rules;
        this.log = log;
    }

    /** Follows the files that rules were read from just now. */
    public static Following of(Look look, Rules rules, Log log) {
        return every(EACH_MILLIS, look, rules, log);
    }

    static Following every(long millis, Look look, Rules rules, Log log) {
        Following following = new Following(look, rules, log);
        following.read = following.files();
        following.seen = following.read;
        following.watch.scheduleWithFixedDelay(following::again, millis, millis, TimeUnit.MILLISECONDS);
        return following;
    }

    private void again() {
        Map<Path, String> now = files();
        boolean quiet = now.equals(seen);
        seen = now;
        if (!quiet || now.equals(read)) {
            return;
        }
        read = now;
        try {
            rules.again();
            log.event("rules", Map.of("id", "files", "read", rules.times()));
        } catch (Problems e) {
            log.event("rules", Map.of("id", "files", "problems", e.all().size()));
        } catch (RuntimeException e) {
            log.event("rules", Map.of("id", "files", "failed", e.getClass().getSimpleName()));
        }
    }

    /** The files as they are; as last seen where they cannot be looked at. */
    private Map<Path, String> files() {
        try {
            return look.files();
        } catch (IOException e) {
            return seen;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
