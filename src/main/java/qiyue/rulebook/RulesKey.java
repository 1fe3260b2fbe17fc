package qiyue.rulebook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Digest;
import qiyue.problem.Program;

/** What is worked out of a rules folder is kept under: a digest of the files it comes of, of the program and of the Java. */
public final class RulesKey {
    /** What decides nothing. */
    private static final Set<String> ASIDE = Set.of("cases", "templates");

    /** More than rules may come to together. */
    private static final long LARGEST = 256L << 20;

    private RulesKey() {}

    /** Of all that decides in these regions, or in all of them if none is named; empty if some of it cannot be read. */
    public static Optional<String> deciding(Path root, Set<String> regions) {
        return of(root, regions, ASIDE);
    }

    /** Of all that lies there for these regions, cases and templates with it; empty if some of it cannot be read. */
    public static Optional<String> whole(Path root, Set<String> regions) {
        return of(root, regions, Set.of());
    }

    private static Optional<String> of(Path named, Set<String> regions, Set<String> aside) {
        if (!Files.isDirectory(named)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        try {
            // where the folder is named by a link, what the link leads to is looked at and not the link
            Path root = named.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                private long bytes;

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean other = root.equals(folder.getParent())
                            && !regions.isEmpty()
                            && !regions.contains(name)
                            && !RulesTree.SHARED.contains(name);
                    return other || (!folder.equals(root) && aside.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    // a pipe or a device would be waited for; whoever reads the rules refuses it by its place
                    if (RulesTree.likeRules(file) || isTemplate(file)) {
                        bytes += attributes.size();
                        if (!attributes.isRegularFile() || bytes > LARGEST) {
                            throw new IOException(file + " is not read");
                        }
                    }
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
                if (RulesTree.likeRules(file) || isTemplate(file)) {
                    digest.add(Files.readAllBytes(file));
                }
            }
            return Optional.of(digest.end());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A template of a paper: where templates count at all, what it holds does. */
    private static boolean isTemplate(Path file) {
        Path folder = file.getParent();
        return folder != null
                && String.valueOf(folder.getFileName()).equals("templates")
                && file.toString().endsWith(".docx");
    }
}
