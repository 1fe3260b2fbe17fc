package qiyue.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mark of what this program keeps for itself between runs: a digest keyed with a secret of the user, which lies in the
 * user's own cache folder and nowhere in a project. A file that came from elsewhere (in an archive, a checkout, a shared
 * folder) has not got it, however well it is made and whoever owns it now.
 */
public final class Seal {
    private static final String NAME = "seal.key";
    private static final int BYTES = 32;

    private Seal() {}

    /** The mark of some content, as long as a digest. */
    public static String of(byte[] content) {
        byte[] key = Key.SECRET;
        String inner = Digest.start().add(key).add(content).end();
        return Digest.start().add(key).add(inner).end();
    }

    /** The cache folder of the user, where one is known. */
    public static Optional<Path> folder() {
        Map<String, String> set = System.getenv();
        String home = System.getProperty("user.home", "");
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String base = windows ? set.getOrDefault("LOCALAPPDATA", "") : set.getOrDefault("XDG_CACHE_HOME", "");
        if (base.isEmpty() && !home.isEmpty() && !home.equals("?")) {
            base = home + "/.cache";
        }
        try {
            Path folder = Path.of(base, "qiyue");
            return folder.isAbsolute() ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Read when first needed; made where there is none. */
    private static final class Key {
        static final byte[] SECRET = folder().map(Seal::secret).orElseGet(Seal::fresh);
    }

    /** The secret that lies in the folder; one for this run alone where none can lie there, so that nothing kept is taken. */
    static byte[] secret(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Optional<byte[]> known = read(file);
            if (known.isPresent()) {
                return known.get();
            }
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            byte[] secret = fresh();
            write(file, secret);
            return secret;
        } catch (FileAlreadyExistsException e) {
            // another run made it just now
            return read(file).orElseGet(Seal::fresh);
        } catch (IOException | UnsupportedOperationException e) {
            return fresh();
        }
    }

    /** The secret in the file, if nobody else can have read or written it. */
    private static Optional<byte[]> read(Path file) {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || !Trusted.is(file) || readable(file)) {
                return Optional.empty();
            }
            byte[] secret = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return secret.length == BYTES ? Optional.of(secret) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean readable(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return false;
        }
        Set<PosixFilePermission> given = view.readAttributes().permissions();
        return given.contains(PosixFilePermission.GROUP_READ) || given.contains(PosixFilePermission.OTHERS_READ);
    }

    /** Writes it whole beside its place and gives it its name, which fails where there is one by now. */
    private static void write(Path file, byte[] secret) throws IOException {
        Path half =
                file.resolveSibling("." + NAME + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(half);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(half);
        }
        try {
            Files.writeString(half, HexFormat.of().formatHex(secret), StandardCharsets.US_ASCII);
            Files.createLink(file, half);
        } catch (UnsupportedOperationException e) {
            Files.move(half, file);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static byte[] fresh() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
