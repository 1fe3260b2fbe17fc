package qiyue.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
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

    private final Path root;
    private final Rules rules;
    private final Log log;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "following");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, String> read = Map.of();
    private Map<Path, String> seen = Map.of();

    private Following(Path root, Rules rules, Log log) {
        this.root = root;
        this.rules = rules;
        this.log = log;
    }

    /** Follows the files of a folder that rules were read from just now. */
    public static Following of(Path root, Rules rules, Log log) {
        return every(EACH_MILLIS, root, rules, log);
    }

    static Following every(long millis, Path root, Rules rules, Log log) {
        Following following = new Following(root, rules, log);
        following.read = following.files();
        following.seen = following.read;
        following.watch.scheduleWithFixedDelay(following::look, millis, millis, TimeUnit.MILLISECONDS);
        return following;
    }

    private void look() {
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

    /** Rule files and their likes; links are not followed, and what cannot be looked at counts as gone. */
    private Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.toString();
                    if (name.endsWith(".drl") || name.endsWith(".yaml")) {
                        files.put(file, attributes.size() + " " + attributes.lastModifiedTime());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith("cases") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return seen;
        }
        return files;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
