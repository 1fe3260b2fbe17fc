package qiyue.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files are written whole or not at all: beside their place first, then moved into it. What a killed run left beside its place
 * goes when something is next written into that folder.
 */
public final class WholeFile {
    /** How a file under way is called: its name, and the process that writes it. */
    private static final Pattern FRESH = Pattern.compile("\\..+\\.(\\d{1,10})\\.new");

    /** So long nobody has written to what is taken for left behind, in milliseconds. */
    private static final long STILL = 1_000;

    /** Folders that were looked through already. */
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private WholeFile() {}

    /** A file or folder could not be written; what stood there before stands there still. */
    public static final class NotWritten extends IOException {
        private static final long serialVersionUID = 1;
        private final String file;
        private final transient Text why;

        NotWritten(Path file, IOException cause) {
            super("cannot write " + file, cause);
            this.file = file.toString();
            this.why = why(cause);
        }

        /** Which file, and why, in words. */
        public Text said() {
            String shown = Visible.line(file);
            return new Text("写不了 " + shown + "：" + why.zh(), "cannot write " + shown + ": " + why.en());
        }

        private static Text why(IOException cause) {
            String reason = cause instanceof FileSystemException f && f.getReason() != null
                    ? f.getReason()
                    : String.valueOf(cause.getMessage());
            if (cause instanceof java.nio.file.AccessDeniedException) {
                return new Text("没有权限", "no permission");
            }
            if (cause instanceof java.nio.file.FileAlreadyExistsException
                    || cause instanceof java.nio.file.NotDirectoryException) {
                return new Text("同名的文件挡在那里", "a file of that name is in the way");
            }
            if (cause instanceof java.nio.file.NoSuchFileException) {
                return new Text("没有这个文件夹", "there is no such folder");
            }
            if (reason.contains("No space left") || reason.contains("Disk quota")) {
                return new Text("磁盘已满", "the disk is full");
            }
            return reason.contains("Read-only")
                    ? new Text("只读", "it is read-only")
                    : new Text(Visible.line(reason), Visible.line(reason));
        }
    }

    /** Makes a folder and those above it. */
    public static void folder(Path folder) throws NotWritten {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new NotWritten(folder, e);
        }
    }

    /**
     * A new folder where the machine has its passing files, that nobody else can read; whoever makes it removes it.
     *
     * @param name how its name begins
     */
    public static Path passing(String name) throws NotWritten {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new NotWritten(passing(), e);
        }
    }

    /** The same for a file. */
    public static Path passingFile(String name) throws NotWritten {
        try {
            return Files.createTempFile(name, ".tmp");
        } catch (IOException e) {
            throw new NotWritten(passing(), e);
        }
    }

    private static Path passing() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    /** Writes a text in UTF-8; the folder it lies in is made if need be. */
    public static void write(Path file, String text) throws NotWritten {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes; the folder they lie in is made if need be. */
    public static void write(Path file, byte[] bytes) throws NotWritten {
        Path fresh = null;
        try {
            // a link goes on to point where it did
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = place.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
                sweep(folder);
            }
            fresh = place.resolveSibling(
                    "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".new");
            Files.deleteIfExists(fresh);
            Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            if (Files.exists(place) && Files.getFileAttributeView(place, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(place));
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(fresh);
            throw new NotWritten(file, e);
        }
    }

    /** Removes what processes that are no more had under way in the folder. */
    private static void sweep(Path folder) {
        if (!SWEPT.add(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*.new")) {
            for (Path file : left) {
                Matcher named = FRESH.matcher(String.valueOf(file.getFileName()));
                if (named.matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()
                        && System.currentTimeMillis()
                                        - Files.getLastModifiedTime(file).toMillis()
                                > STILL) {
                    discard(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // what cannot be looked through is left as it is
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path fresh) {
        try {
            if (fresh != null) {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // the error that is reported says enough
        }
    }
}
