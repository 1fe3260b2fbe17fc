package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.RulesTree;

/** The files of a rules folder, and the digests decisions name them by. */
final class RulesFiles {
    private RulesFiles() {}

    /** The files by path below the folder. */
    static Map<String, byte[]> of(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : RulesTree.files(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (Stream.of(".drl", ".yaml", ".md").anyMatch(path::endsWith)) {
                files.put(path, Files.readAllBytes(file));
            }
        }
        return files;
    }

    static Map<String, String> digests(Library library) {
        Map<String, String> digests = library.rulebooks().values().stream()
                .collect(Collectors.toMap(Rulebook::id, Rulebook::digest, (a, b) -> a, TreeMap::new));
        library.rulebooks()
                .values()
                .forEach(r -> digests.putAll(library.shared(r.info().region())));
        return digests;
    }
}
