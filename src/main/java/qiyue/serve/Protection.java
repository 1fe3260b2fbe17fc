package qiyue.serve;

import com.sun.net.httpserver.Headers;
import java.util.Map;

/** Headers of every answer: no script but the program's own files, nothing guessed, nothing kept, nothing framed. */
final class Protection {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private Protection() {}

    static void add(Headers headers) {
        HEADERS.forEach(headers::set);
    }
}
