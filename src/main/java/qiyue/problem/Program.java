package qiyue.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which program decides: its version, and a digest of its classes, which differs where only the version would not. */
public final class Program {
    /** The version. */
    public static final String VERSION = "0.2.0";

    private static final String OURS = "qiyue/";

    private Program() {}

    /** Its name, as decisions give it. */
    public static String id() {
        return "qiyue " + VERSION;
    }

    /** The digest of its classes, in hexadecimal. */
    public static String digest() {
        return Known.DIGEST;
    }

    /** The digest of those of its classes that are in these packages, in hexadecimal. */
    public static String digest(Package... packages) {
        Map<String, Long> some = new TreeMap<>();
        for (Package one : packages) {
            String folder = one.getName().replace('.', '/') + "/";
            Known.SUMS.forEach((name, sum) -> {
                if (name.startsWith(folder)) {
                    some.put(name, sum);
                }
            });
        }
        return digest(some);
    }

    private static final class Known {
        static final Map<String, Long> SUMS = found();
        static final String DIGEST = digest(SUMS);

        private static Map<String, Long> found() {
            try {
                return sums(Path.of(Program.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
            } catch (IOException | java.net.URISyntaxException e) {
                throw new IllegalStateException("the program cannot find itself", e);
            }
        }
    }

    /**
     * The digest of names and check sums of all its classes: the same for a jar and for the folder it was made of. It tells
     * builds apart, it does not prove one: whoever replaces the program can have it name any digest.
     */
    static String digest(Path place) throws IOException {
        return digest(sums(place));
    }

    private static Map<String, Long> sums(Path place) throws IOException {
        return Files.isDirectory(place) ? folder(place) : jar(place);
    }

    /** Names as their hashes: a check sum covers a class with its name, and every start reckons this. */
    private static String digest(Map<String, Long> sums) {
        ByteBuffer all = ByteBuffer.allocate((Integer.BYTES + Long.BYTES) * sums.size());
        for (Map.Entry<String, Long> one : sums.entrySet()) {
            all.putInt(one.getKey().hashCode()).putLong(one.getValue());
        }
        return Digest.of(all.array());
    }

    private static Map<String, Long> jar(Path jar) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(OURS)) {
                    sums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return sums;
    }

    private static Map<String, Long> folder(Path folder) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (var files = Files.walk(folder.resolve(OURS))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                sums.put(folder.relativize(file).toString().replace('\\', '/'), sum.getValue());
            }
        }
        return sums;
    }
}
