package qiyue.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.problem.Kept;
import qiyue.problem.Problems;

/**
 * Libraries that were read and found sound, kept as bytes. What is kept holds for just these files, this program and this
 * Java; on any doubt the rules are read and checked anew. Rules that are not sound are never kept.
 */
final class LibraryStore {
    private static final int GENERATIONS = 12;

    private final Kept kept;

    LibraryStore(Path folder) {
        this.kept = new Kept(folder, "library", 2, GENERATIONS);
    }

    /** The library of these regions, kept or read. */
    Library load(Path root, Set<String> regions, Library.Further further) throws Problems {
        // what lies in folders that the key leaves out (cases, templates) is read too, by others
        RulesTree.demandPlain(root);
        Optional<String> key = RulesKey.deciding(root, regions);
        Optional<Library> found = key.flatMap(k -> get(k, root));
        if (found.isPresent()) {
            return found.get();
        }
        Library library = Library.load(root, regions);
        further.hold(library);
        key.ifPresent(k -> put(k, library, regions));
        return library;
    }

    /** The library of all regions, kept or read; what does not stand the further check is not kept, and no less known. */
    Library known(Path root, Library.Further further) throws Problems {
        RulesTree.demandPlain(root);
        Optional<String> key = RulesKey.deciding(root, Set.of());
        Optional<Library> found = key.flatMap(k -> get(k, root));
        if (found.isPresent()) {
            return found.get();
        }
        Library library = Library.load(root);
        try {
            further.hold(library);
            key.ifPresent(k -> put(k, library, Set.of()));
        } catch (Problems e) {
            // who decides by it is told; what its codes are called is known all the same
        }
        return library;
    }

    /** What is kept of the rules as they are now, by its key. */
    Optional<Map.Entry<String, byte[]>> packed(Path root, Set<String> regions) {
        Optional<String> key = RulesKey.deciding(root, regions);
        return key.flatMap(k -> kept.get(k).map(bytes -> Map.entry(k, bytes)));
    }

    /** Keeps what was packed elsewhere, if it is of just these rules, this program and this Java. */
    void keep(Path root, Set<String> regions, String key, byte[] packed) {
        if (Optional.of(key).equals(RulesKey.deciding(root, regions))) {
            kept.put(key, packed);
        }
    }

    private Optional<Library> get(String key, Path root) {
        return kept.get(key).flatMap(bytes -> {
            try {
                return Optional.of(LibraryUnpacker.unpack(bytes, 0, root));
            } catch (RuntimeException e) {
                // whatever that file holds, the rules are read as if it were not there
                return Optional.empty();
            }
        });
    }

    /** Keeps it; what was edited while it was read is not: the next run sees what it is now. */
    void put(String key, Library library, Set<String> regions) {
        if (!Optional.of(key).equals(RulesKey.deciding(library.root(), regions))) {
            return;
        }
        try {
            kept.put(key, LibraryPacker.pack(library));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }
}
