package qiyue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.problem.Seal;
import qiyue.problem.Trusted;

/**
 * Where compiled models are kept: beside the program where that can be written, else in the user's own cache folder. A file
 * is taken only if it is whole, was compiled from this very text, and belongs to this user or to whoever owns the program,
 * with nobody else able to write it; whatever is not taken is compiled again. It may be lost at any time.
 */
final class ModelStore {
    private static final Pattern KEPT = Pattern.compile("r[0-9a-f]+-([0-9a-f]{64})\\.model");
    private static final Pattern UNFINISHED = Pattern.compile("\\.r[0-9a-f]+-[0-9a-f]{64}\\.model\\.(\\d+)-\\d+");
    /** Folders of former versions: one a model, and what they left unfinished. */
    private static final Pattern FORMER = Pattern.compile("[0-9a-f]{64}|new[0-9]+");

    private static final int GENERATIONS = 6;
    private static final long LARGEST = 200_000_000;

    private final List<Path> folders;

    ModelStore(Path preferred) {
        List<Path> places = new ArrayList<>();
        places.add(preferred);
        Seal.folder()
                .map(o -> o.resolve("models"))
                .filter(o -> !o.equals(preferred))
                .ifPresent(places::add);
        this.folders = List.copyOf(places);
    }

    /** What is kept for that key. */
    Optional<CompiledModel> get(String rulebook, String key) {
        for (Path folder : folders) {
            Path file = folder.resolve(name(rulebook, key));
            if (Trusted.is(folder) && Trusted.is(file)) {
                try {
                    if (Files.size(file) <= LARGEST) {
                        Optional<CompiledModel> found = ModelFile.read(key, Files.readAllBytes(file));
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                } catch (IOException e) {
                    // as if it were not there: it is compiled again
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What was kept last of the rulebook, whatever text it was compiled from: where models are kept now. Another folder of rules
     * may have a rulebook of that name, and what it left in the user's own folder is none of this one's past.
     */
    Optional<CompiledModel> last(String rulebook) {
        for (Path folder : folders) {
            if (Trusted.is(folder)) {
                for (Path file : generations(folder, rulebook)) {
                    Matcher kept = KEPT.matcher(String.valueOf(file.getFileName()));
                    Optional<CompiledModel> found = kept.matches() ? get(rulebook, kept.group(1)) : Optional.empty();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            if (writable(folder)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether models can be kept there, so that no other folder is used. */
    private static boolean writable(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(there);
    }

    /** What is kept of the rulebook in the folder, the newest first. */
    private static List<Path> generations(Path folder, String rulebook) {
        List<Path> generations = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, rulebook + "-*.model")) {
            files.forEach(generations::add);
        } catch (IOException | DirectoryIteratorException e) {
            // as if nothing were there
        }
        generations.sort(Comparator.comparing(ModelStore::written).reversed().thenComparing(Comparator.naturalOrder()));
        return generations;
    }

    /** Keeps a model, whole or not at all, and removes what is no longer needed; where nothing can be written, nothing is kept. */
    void put(String rulebook, String key, CompiledModel model) {
        byte[] bytes = ModelFile.write(key, model);
        for (Path folder : folders) {
            Path fresh = folder.resolve(
                    "." + name(rulebook, key) + "." + ProcessHandle.current().pid() + "-"
                            + Thread.currentThread().getId());
            try {
                Files.createDirectories(folder);
                if (!Trusted.is(folder)) {
                    continue;
                }
                Files.deleteIfExists(fresh);
                Files.write(
                        fresh,
                        bytes,
                        java.nio.file.StandardOpenOption.CREATE_NEW,
                        java.nio.file.StandardOpenOption.WRITE);
                Files.move(fresh, folder.resolve(name(rulebook, key)), StandardCopyOption.ATOMIC_MOVE);
                tidy(folder, rulebook);
                return;
            } catch (IOException e) {
                discard(fresh);
            }
        }
    }

    private static String name(String rulebook, String key) {
        return rulebook + "-" + key + ".model";
    }

    /** Removes older generations of the rulebook, and what a program that was killed left unfinished. */
    private static void tidy(Path folder, String rulebook) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                Matcher unfinished = UNFINISHED.matcher(name);
                if (unfinished.matches() && !runs(unfinished.group(1))) {
                    discard(file);
                } else if (FORMER.matcher(name).matches() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    discardFolder(file);
                }
            }
        }
        generations(folder, rulebook).stream().skip(GENERATIONS).forEach(ModelStore::discard);
    }

    private static boolean runs(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Removes a folder and what is in it; links are removed, not followed. */
    private static void discardFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ModelStore::discard);
        } catch (IOException | UncheckedIOException e) {
            // it lies there until the next time
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it lies there until the next time
        }
    }
}
