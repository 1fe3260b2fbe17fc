package qiyue.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Seal;
import qiyue.problem.Trusted;
import qiyue.problem.WholeFile;

/**
 * Libraries that were read and found sound, kept as bytes. What is kept holds for just these files, this program and this
 * Java; it is taken only if it is whole and nobody else can have written it, and otherwise read and checked anew. Rules that
 * are not sound are never kept.
 */
final class LibraryStore {
    private static final String FORM = "qiyue library 2\n";
    private static final int GENERATIONS = 12;
    private static final long LARGEST = 64_000_000;
    private static final String CASES = "cases";

    private final Path folder;
    private final Library.Further further;

    LibraryStore(Path folder, Library.Further further) {
        this.folder = folder;
        this.further = further;
    }

    /** The library of these regions, kept or read. */
    Library load(Path root, Set<String> regions) throws Problems {
        // what lies in folders that the key leaves out (cases, templates) is read too, by others
        RulesTree.demandPlain(root);
        Optional<String> key = key(root, regions);
        if (key.isEmpty()) {
            return read(root, regions);
        }
        Optional<Library> kept = get(key.get(), root);
        if (kept.isPresent()) {
            return kept.get();
        }
        Library library = read(root, regions);
        // edited while it was read: the next run sees what it is now
        if (key.equals(key(root, regions))) {
            put(key.get(), library);
        }
        return library;
    }

    private Library read(Path root, Set<String> regions) throws Problems {
        Library library = Library.load(root, regions);
        further.hold(library);
        return library;
    }

    private Optional<Library> get(String key, Path root) {
        Path file = file(key);
        try {
            if (!Trusted.is(folder) || !Trusted.is(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int body = FORM.length() + 2 * Digest.LENGTH;
            if (bytes.length <= body
                    || !text(bytes, 0, FORM.length()).equals(FORM)
                    || !text(bytes, FORM.length(), FORM.length() + Digest.LENGTH)
                            .equals(key)
                    || !text(bytes, FORM.length() + Digest.LENGTH, body)
                            .equals(Seal.of(Arrays.copyOfRange(bytes, body, bytes.length)))) {
                return Optional.empty();
            }
            return Optional.of(LibraryUnpacker.unpack(bytes, body, root));
        } catch (IOException | RuntimeException e) {
            // whatever that file holds, the rules are read as if it were not there
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void put(String key, Library library) {
        try {
            byte[] body = LibraryPacker.pack(library);
            byte[] head = (FORM + key + Seal.of(body)).getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            WholeFile.folder(folder);
            Path file = file(key);
            if (!Trusted.is(folder)) {
                return;
            }
            if (Files.isSymbolicLink(file)) {
                // what it leads to is not ours to write
                Files.delete(file);
            }
            WholeFile.write(file, whole);
            tidy();
        } catch (IOException e) {
            // where nothing can be written nothing is kept
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".library");
    }

    private void tidy() throws IOException {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.library")) {
            files.forEach(kept::add);
        }
        kept.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                .reversed());
        for (Path old : kept.subList(Math.min(GENERATIONS, kept.size()), kept.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** Digest of everything the library is read from, the program and the Java; empty if some of it cannot be read. */
    private static Optional<String> key(Path root, Set<String> regions) {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean other = root.equals(folder.getParent())
                            && !regions.isEmpty()
                            && !regions.contains(String.valueOf(folder.getFileName()))
                            && !folder.endsWith("vocabulary")
                            && !folder.endsWith("calendar");
                    return other || folder.endsWith(CASES) || folder.endsWith("templates")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
            files.sort(Comparator.naturalOrder());
            Digest digest = Digest.start()
                    .add(Program.digest())
                    .add(System.getProperty("java.specification.version", ""))
                    .add(String.join(" ", new TreeSet<>(regions)));
            for (Path file : files) {
                digest.add(root.relativize(file).toString());
                // of all else that lies there only the name can matter
                if (RulesTree.likeRules(file)) {
                    digest.add(Files.readAllBytes(file));
                }
            }
            return Optional.of(digest.end());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
