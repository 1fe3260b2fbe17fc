package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive of loaded classes the launcher starts Java with. Java says nothing of one that it cannot use (cut off, of another
 * build, not an archive at all) and starts without it, several times slower, for good. So its key is taken away, and the launcher
 * makes another at the next start.
 */
final class ClassArchive {
    private ClassArchive() {}

    /**
     * Takes the key away where the archive is not used; where that cannot be done, as in a read-only installation, nothing.
     *
     * @param key the launcher's file; blank where it starts without an archive, or with options that may rightly keep it unused
     * @param virtualMachine what Java says of itself: {@code mixed mode, sharing} where an archive is used
     */
    static void check(String key, String virtualMachine) {
        if (!key.isEmpty() && !virtualMachine.contains("sharing")) {
            try {
                Files.deleteIfExists(Path.of(key));
            } catch (IOException e) {
                // not ours to write: the next start is as slow as this one
            }
        }
    }
}
