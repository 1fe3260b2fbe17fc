package qiyue.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the program worked out of files and keeps as bytes, one file for each key. It is taken only if it is whole, was written
 * for that key, and nobody else can have written it; it may be lost at any time, and where nothing can be written nothing is kept.
 */
public final class Kept {
    private static final long LARGEST = 64_000_000;

    private final Path folder;
    private final String kind;
    private final String form;
    private final int generations;

    /**
     * A place where things of a kind are kept.
     *
     * @param kind the ending of their files, such as {@code library}
     * @param version of how they are written
     * @param generations how many of them stay
     */
    public Kept(Path folder, String kind, int version, int generations) {
        this.folder = folder;
        this.kind = kind;
        this.form = "qiyue " + kind + " " + version + "\n";
        this.generations = generations;
    }

    /**
     * What is kept for that key.
     *
     * @param key a digest of everything it came of
     */
    public Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            if (!Trusted.is(folder) || !Trusted.is(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int start = form.length() + 2 * Digest.LENGTH;
            if (bytes.length <= start
                    || !text(bytes, 0, form.length() + Digest.LENGTH).equals(form + key)) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(bytes, start, bytes.length);
            return text(bytes, start - Digest.LENGTH, start).equals(Seal.of(body))
                    ? Optional.of(body)
                    : Optional.empty();
        } catch (IOException e) {
            // as if it were not there
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Keeps it, whole or not at all, and removes what is no longer needed. */
    public void put(String key, byte[] body) {
        try {
            byte[] head = (form + key + Seal.of(body)).getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            WholeFile.folder(folder);
            if (!Trusted.is(folder)) {
                return;
            }
            Path file = file(key);
            if (!Trusted.is(file)) {
                // what a link leads to is not ours to write, and what others may write stays so when it is written
                // again
                Files.deleteIfExists(file);
            }
            WholeFile.write(file, whole);
            tidy();
        } catch (IOException e) {
            // where nothing can be written nothing is kept
        }
    }

    private Path file(String key) {
        return folder.resolve(key + "." + kind);
    }

    private void tidy() throws IOException {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*." + kind)) {
            files.forEach(kept::add);
        }
        kept.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                .reversed());
        for (Path old : kept.subList(Math.min(generations, kept.size()), kept.size())) {
            Files.deleteIfExists(old);
        }
    }
}
