package qiyue.rulebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A library that was read and found sound, on its way to another machine. It is sealed there anew, and taken only for just the same
 * files, program and Java: whoever hands it over is trusted as whoever hands over the program.
 */
public final class CarriedLibrary {
    private CarriedLibrary() {}

    /** What is kept of all regions, by its key; nothing where nothing can be kept or the rules have changed since. */
    public static Optional<Map.Entry<String, byte[]>> of(Path root, Path kept) {
        return new LibraryStore(kept).packed(root, Set.of());
    }

    /** Keeps it in the folder, where {@link Library#load(Path, Set, Path, Library.Further)} looks for it. */
    public static void keep(Path root, Path kept, String key, byte[] carried) {
        new LibraryStore(kept).keep(root, Set.of(), key, carried);
    }
}
