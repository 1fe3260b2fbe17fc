package qiyue.register;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the driver of SQLite unpacks its library: a folder of this process alone, which goes with it. What processes left that
 * were killed is cleared away by the next one.
 */
final class NativeLibrary {
    private static final String PLACE = "org.sqlite.tmpdir";
    private static final String NAME = "qiyue-sqlite-";

    private NativeLibrary() {}

    /** Makes the folder, once, unless the user names one. */
    static synchronized void place() {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        clear(all);
        try {
            Path own = Files.createTempDirectory(
                    all, NAME + ProcessHandle.current().pid() + "-");
            // before the driver marks its files: what is marked last goes first, and the folder must be empty to go
            own.toFile().deleteOnExit();
            System.setProperty(PLACE, own.toString());
        } catch (IOException e) {
            // the driver takes the common folder, as it would without us
        }
    }

    private static void clear(Path all) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(all, NAME + "*")) {
            for (Path folder : left) {
                if (isDead(folder.getFileName().toString())) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            // what cannot be looked through is left as it is
        }
    }

    private static boolean isDead(String name) {
        String[] parts = name.substring(NAME.length()).split("-");
        try {
            return ProcessHandle.of(Long.parseLong(parts[0])).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (java.nio.file.AccessDeniedException e) {
            // another user's
        }
    }
}
