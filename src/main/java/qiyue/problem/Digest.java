package qiyue.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and bytes, in hexadecimal. */
public final class Digest {
    /** So many digits has a digest. */
    public static final int LENGTH = 64;

    private final MessageDigest digest;

    private Digest(MessageDigest digest) {
        this.digest = digest;
    }

    /** A digest of pieces, each told apart from the next by its length. */
    public static Digest start() {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of the bytes alone. */
    public static String of(byte[] bytes) {
        Digest one = start();
        one.digest.update(bytes);
        return one.end();
    }

    /** Adds a piece. */
    public Digest add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** Adds a text. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all pieces. */
    public String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
