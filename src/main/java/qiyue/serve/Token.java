package qiyue.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What only those know who may ask. */
public final class Token {
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** One nobody can guess. */
    public static Token random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether a text can serve as one: long enough, and of signs that stand in an address and in a header as they are. */
    public static boolean fit(String text) {
        return text.length() >= SHORTEST
                && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0));
    }

    /** One that was agreed before. */
    public static Token of(String text) {
        if (!fit(text)) {
            throw new IllegalArgumentException("no token");
        }
        return new Token(text);
    }

    boolean is(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself. */
    public String text() {
        return text;
    }
}
