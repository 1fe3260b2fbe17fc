package qiyue.rulebook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import qiyue.drl.Names;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/**
 * What belongs to a rules folder: the regular files in it. A link below it leads to what nobody looked at as rules, and would
 * be read, shown and packed as if it lay there; it is refused. The folder itself may be named by a link.
 */
public final class RulesTree {
    private static final Text NO_LINK = new Text("规则文件夹中不能有链接", "there must be no link in a rules folder");

    /** Folders of the root that all regions share. */
    public static final Set<String> SHARED = Set.of("vocabulary", "calendar", "templates");

    private RulesTree() {}

    /**
     * The region of what lies in a rules folder: the first folder of its path there.
     *
     * @param place a file of the folder, or the id of a rulebook or of one of its clauses
     * @return empty where it lies in the folder itself
     */
    public static String region(String place) {
        return place.substring(0, Math.max(0, place.indexOf('/')));
    }

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

    /**
     * Throws what makes a rules folder something else than it looks like: links, pipes and devices, files whose names are not
     * seen whole or are the same to other systems, more than can be read. Each has its place; nothing of the folder has been
     * read then.
     */
    public static void demandPlain(Path root) throws Problems {
        Plain plain = new Plain(root);
        try {
            walk(root, plain::look);
        } catch (IOException e) {
            // a folder that cannot be read is reported where it is read
        }
        if (!plain.problems.isEmpty()) {
            throw new Problems(plain.problems.stream().sorted().toList());
        }
    }

    /** What a look at the folder from outside finds. */
    private static final class Plain {
        private static final int FILES = 5_000;
        private static final long BYTES = 64L << 20;

        /** Where a file of this name lies, what should be read there is not looked for. */
        private static final Set<String> FOLDERS = Set.of("vocabulary", "calendar", "cases", "templates");

        private final Path root;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, String> alike = new HashMap<>();
        private int files;
        private long bytes;
        private boolean full;

        Plain(Path root) {
            this.root = root;
        }

        void look(Path file, BasicFileAttributes attributes) {
            if (full || problems.size() > FILES) {
                return;
            }
            String shown = shown(root, file);
            if (isLink(attributes)) {
                problems.add(link(shown, NO_LINK));
                return;
            }
            if (!attributes.isRegularFile()) {
                problems.add(Problem.at(
                        "unreadable",
                        shown,
                        "",
                        new Text("不是普通文件", "this is no regular file"),
                        new Text("删去它", "remove it")));
                return;
            }
            if (FOLDERS.contains(String.valueOf(file.getFileName()))) {
                problems.add(Problem.at(
                        "stray-file",
                        shown,
                        "",
                        new Text("这里应当是文件夹，却是文件，不会被读取", "a folder is meant to be here; this is a file, and not read"),
                        new Text("删去它，或换成文件夹", "remove it, or make it a folder")));
                return;
            }
            String low = shown.toLowerCase(Locale.ROOT);
            if (!likeRules(file)) {
                return;
            }
            files++;
            bytes += attributes.size();
            if (files > FILES || bytes > BYTES) {
                problems.clear();
                problems.add(Problem.at(
                        "too-many",
                        root.toString(),
                        "",
                        new Text(
                                "文件夹中的规则文件超过 5000 个或 64 MB", "the folder has more than 5,000 files of rules, or 64 MB"),
                        new Text("看看是不是指错了文件夹", "see whether another folder is meant")));
                full = true;
                return;
            }
            named(file, shown, low);
        }

        private void named(Path file, String shown, String low) {
            for (Path part : root.relativize(file)) {
                String name = part.toString();
                if (name.startsWith(".")) {
                    problems.add(Problem.at(
                            "stray-file",
                            shown,
                            "",
                            new Text("以点开头的文件看不见，不会被读取", "a file that begins with a point is not seen, and not read"),
                            new Text("删去，或改名", "remove it, or give it another name")));
                    return;
                }
                int wrong = Names.wrongInTitle(name.replace('_', '-'));
                if (wrong >= 0) {
                    String sign = Visible.sign(name.codePointAt(wrong));
                    problems.add(Problem.at(
                            "name-syntax",
                            shown,
                            "",
                            new Text("文件名中不能有 " + sign, "the name of a file may not hold " + sign),
                            new Text("用字母、汉字、数字、点和连字符", "letters, Chinese signs, digits, points and hyphens")));
                    return;
                }
            }
            String other = alike.put(low, shown);
            if (other != null) {
                problems.add(Problem.at(
                        "name-syntax",
                        shown,
                        "",
                        new Text(
                                "与 " + other + " 只差大小写，在别的系统上是同一个文件",
                                "differs from " + other + " in capitals only; to other systems it is the same file"),
                        new Text("改名", "rename one")));
            }
        }
    }

    /** Whether it is called as rules and data are; their number and length are bounded, that of other files is not. */
    static boolean likeRules(Path file) {
        String low = file.toString().toLowerCase(Locale.ROOT);
        return low.endsWith(".drl") || low.endsWith(".yaml") || low.endsWith(".yml");
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
                links.add(link(shown(root, file), refused));
            }
        });
        return links.stream().sorted().toList();
    }

    private static Problem link(String shown, Text refused) {
        return Problem.at(
                "unreadable",
                shown,
                "",
                refused,
                new Text("删去链接，把文件本身放在这里", "remove the link and put the file itself here"));
    }

    private static String shown(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private interface Each {
        void file(Path file, BasicFileAttributes attributes);
    }

    private static void walk(Path root, Each each) throws IOException {
        Path real = root.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // under the name of a file it would be passed over as if there were none
                if (!folder.equals(real)
                        && (likeRules(folder) || folder.toString().endsWith(".docx"))) {
                    each.file(root.resolve(real.relativize(folder)), attributes);
                }
                return FileVisitResult.CONTINUE;
            }

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
