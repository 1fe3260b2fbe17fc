package qiyue.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. Whatever protects the reader (what scripts may run, nothing kept, nothing guessed) is added to each. */
public final class Answer {
    /** Writes what is answered, as it comes. */
    public interface Content {
        /** Writes all of it; what is flushed is sent. */
        void write(OutputStream out) throws IOException;
    }

    /** How long it is, where that is not known before. */
    static final long UNKNOWN = -1;

    private final int status;
    private final Map<String, String> headers;
    private final long length;
    private final Content content;

    private Answer(int status, Map<String, String> headers, long length, Content content) {
        this.status = status;
        this.headers = headers;
        this.length = length;
        this.content = content;
    }

    /** Bytes of a type. */
    public static Answer of(int status, String type, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", type), bytes.length, out -> out.write(bytes));
    }

    /** A page. */
    public static Answer page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON text. */
    public static Answer json(String json) {
        return of(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing but the status. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), 0, out -> {});
    }

    /** Elsewhere, to be asked with GET. */
    public static Answer seeOther(String path) {
        return empty(303).with("Location", path);
    }

    /** What is written while it is worked out. */
    public static Answer stream(String type, Content content) {
        return new Answer(200, Map.of("Content-Type", type), UNKNOWN, content);
    }

    /** The same with a header. */
    public Answer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, length, content);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    long length() {
        return length;
    }

    Content content() {
        return content;
    }
}
