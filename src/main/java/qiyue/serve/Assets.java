package qiyue.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files of the program itself, by a fixed list: no path asked for ever leads to a file. */
public final class Assets implements Pages {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "html", "text/html; charset=utf-8",
            "json", "application/json");

    private final Map<String, String> resources;
    private final ClassLoader loader;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /**
     * These.
     *
     * @param resources by path, such as {@code /style.css}, the name in the class path, such as {@code qiyue/page/style.css}
     */
    public Assets(ClassLoader loader, Map<String, String> resources) {
        this.loader = loader;
        this.resources = Map.copyOf(resources);
    }

    @Override
    public Optional<Answer> answer(Request request) {
        String resource = resources.get(request.path());
        if (resource == null
                || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
            return Optional.empty();
        }
        String type = TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), "application/octet-stream");
        return Optional.of(Answer.of(200, type, read.computeIfAbsent(resource, this::bytes)));
    }

    private byte[] bytes(String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot be read", e);
        }
    }
}
