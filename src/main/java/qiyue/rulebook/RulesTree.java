package qiyue.rulebook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * What belongs to a rules folder: the regular files in it. A link below it leads to what nobody looked at as rules, and would
 * be read, shown and packed as if it lay there; it is refused. The folder itself may be named by a link.
 */
public final class RulesTree {
    private RulesTree() {}

    /** The regular files below the folder, in order; links are not among them and not followed. */
    public static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        walk(root, (file, attributes) -> {
            if (attributes.isRegularFile()) {
                files.add(file);
            }
        });
        return files.stream().sorted().toList();
    }

    /**
     * Rule files and their likes below the folder, cases aside, each with its length and time: where two looks give the same,
     * nothing that decides was saved between them.
     */
    public static Map<Path, String> stamps(Path root) throws IOException {
        Map<Path, String> stamps = new TreeMap<>();
        walk(root, (file, attributes) -> {
            String name = file.toString();
            boolean ofCases = StreamSupport.stream(root.relativize(file).spliterator(), false)
                    .anyMatch(part -> part.toString().equals("cases"));
            if (!ofCases && (name.endsWith(".drl") || name.endsWith(".yaml"))) {
                stamps.put(file, attributes.size() + " " + attributes.lastModifiedTime());
            }
        });
        return stamps;
    }

    /** Throws the links below the folder, each with its place; nothing of the folder has been read then. */
    public static void demandNoLinks(Path root) throws Problems {
        List<Problem> problems = List.of();
        try {
            problems = links(root, new Text("规则文件夹中不能有链接", "there must be no link in a rules folder"));
        } catch (IOException e) {
            // a folder that cannot be read is reported where it is read
        }
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
    }

    /** Whether a regular file lies there below the folder, with no link on the way from the folder to it. */
    public static boolean holds(Path root, Path file) {
        Path place = root;
        for (Path part : root.relativize(file)) {
            if (place != root && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            place = place.resolve(part);
        }
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether it is a link, or something else that leads away, such as a junction. */
    static boolean isLink(BasicFileAttributes attributes) {
        return attributes.isSymbolicLink() || (attributes.isOther() && attributes.isDirectory());
    }

    /** The regular files of a folder that a user names for another purpose; a link in it is refused, for the same reason. */
    public static List<Path> linkless(Path folder) throws IOException, Problems {
        List<Problem> links = links(folder, new Text("文件夹中不能有链接", "there must be no link in the folder"));
        if (!links.isEmpty()) {
            throw new Problems(links);
        }
        return files(folder);
    }

    private static List<Problem> links(Path root, Text refused) throws IOException {
        List<Problem> links = new ArrayList<>();
        walk(root, (file, attributes) -> {
            if (isLink(attributes)) {
                links.add(Problem.at(
                        "unreadable",
                        root.relativize(file).toString().replace('\\', '/'),
                        "",
                        refused,
                        new Text("删去链接，把文件本身放在这里", "remove the link and put the file itself here")));
            }
        });
        return links.stream().sorted().toList();
    }

    private interface Each {
        void file(Path file, BasicFileAttributes attributes);
    }

    private static void walk(Path root, Each each) throws IOException {
        Path real = root.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                each.file(root.resolve(real.relativize(file)), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // reported where it is read
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
