package qiyue.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;

/** A version of the rules: a folder, or a revision of the git repository the rules lie in, taken out into a folder of its own. */
final class Revision implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final boolean temporary;

    private Revision(String name, Path folder, boolean temporary) {
        this.name = name;
        this.folder = folder;
        this.temporary = temporary;
    }

    /** The version that the name means: a folder if there is one of that name, else a revision of the rules' repository. */
    static Revision of(String name, Path rules) throws Problems, IOException {
        Path folder = Path.of(name);
        if (Files.isDirectory(folder)) {
            boolean inside = !Files.exists(folder.resolve("vocabulary"))
                    && Files.isDirectory(folder.resolve("rules").resolve("vocabulary"));
            return new Revision(name, inside ? folder.resolve("rules") : folder, false);
        }
        String commit = commit(name, rules);
        byte[] archive = git(rules, "git-no-rules", name, "archive", "--format=zip", commit)
                .out();
        Path target = WholeFile.passing("qiyue-rules");
        Revision revision = new Revision(name, target, true);
        try {
            unpack(archive, target);
            return revision;
        } catch (IOException | RuntimeException e) {
            revision.close();
            throw e;
        }
    }

    /** The folder as it is, under the name. */
    static Revision folder(String name, Path folder) {
        return new Revision(name, folder, false);
    }

    /** How it was named. */
    String name() {
        return name;
    }

    /** The rules folder. */
    Path folder() {
        return folder;
    }

    private static String commit(String name, Path rules) throws Problems, IOException {
        if (name.startsWith("-") || name.isBlank()) {
            throw unknown(name);
        }
        Run run = run(rules, "rev-parse", "--verify", "--quiet", name + "^{commit}");
        if (run.code() != 0) {
            Run inside = run(rules, "rev-parse", "--git-dir");
            throw inside.code() == 0
                    ? unknown(name)
                    : Problems.one(
                            "git-repository",
                            name,
                            new Text(
                                    "没有文件夹 " + name + "；规则文件夹也不在可用的 git 仓库中：" + inside.first(),
                                    "there is no folder " + name
                                            + ", and the rules folder lies in no usable git repository: "
                                            + inside.first()),
                            new Text("写两个规则文件夹", "name two rules folders"));
        }
        return run.text();
    }

    private static Problems unknown(String name) {
        return Problems.one(
                "git-revision",
                name,
                new Text(
                        "没有文件夹 " + name + "，git 仓库中也没有这个版本",
                        "there is no folder " + name + ", and git knows no such revision"),
                new Text("用 git log --oneline 查看版本号", "see git log --oneline for revisions"));
    }

    private record Run(int code, byte[] out, byte[] err) {
        String text() {
            return new String(out, StandardCharsets.UTF_8).strip();
        }

        String first() {
            return new String(err, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    private static Run git(Path rules, String code, String name, String... arguments) throws Problems, IOException {
        Run run = run(rules, arguments);
        if (run.code() != 0) {
            throw Problems.one(
                    code,
                    name,
                    new Text(
                            "不能从版本 " + name + " 取出规则：" + run.first(),
                            "the rules of revision " + name + " cannot be taken out: " + run.first()),
                    new Text("换一个有此规则文件夹的版本", "choose a revision that has this rules folder"));
        }
        return run;
    }

    private static Run run(Path rules, String... arguments) throws Problems, IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", rules.toString()));
        command.addAll(List.of(arguments));
        Path err = WholeFile.passingFile("qiyue-git");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            return new Run(process.waitFor(), out, Files.readAllBytes(err));
        } catch (IOException e) {
            throw Problems.one(
                    "git-missing",
                    arguments[arguments.length - 1].replace("^{commit}", ""),
                    new Text(
                            "没有这个文件夹；要比较 git 版本，须先安装 git",
                            "there is no such folder; to compare git revisions, git must be installed"),
                    new Text("安装 git，或写两个规则文件夹", "install git, or name two rules folders"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git was running", e);
        } finally {
            Files.deleteIfExists(err);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent() == null ? target : file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    /** Removes the folder if it was taken out of git. */
    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
