package qiyue.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pages by method and path. A path known under other methods is refused with their names. */
public final class Table implements Pages {
    /** Answers one route. */
    public interface Handler {
        /** The answer, or why there is none. */
        Answer answer(Request request) throws Refused;
    }

    /**
     * What is answered where.
     *
     * @param method in capitals; {@code GET} answers {@code HEAD} too
     * @param path such as {@code /v1/schemas/{name}}: what stands for a part in braces is {@link Request#variable}
     */
    public record Route(String method, String path, Handler handler) {}

    private record Known(Route route, List<String> parts) {
        @Nullable
        Map<String, String> variables(List<String> asked) {
            if (asked.size() != parts.size()) {
                return null;
            }
            Map<String, String> found = new HashMap<>();
            for (int i = 0; i < asked.size(); i++) {
                String part = parts.get(i);
                if (part.startsWith("{")) {
                    found.put(part.substring(1, part.length() - 1), asked.get(i));
                } else if (!part.equals(asked.get(i))) {
                    return null;
                }
            }
            return found;
        }
    }

    private final List<Known> known;

    /** These routes; the first that fits answers. */
    public Table(List<Route> routes) {
        this.known = routes.stream()
                .map(r -> new Known(r, List.of(r.path().substring(1).split("/", -1))))
                .toList();
    }

    /** The routes, as given. */
    public List<Route> routes() {
        return known.stream().map(Known::route).toList();
    }

    @Override
    public Optional<Answer> answer(Request request) throws Refused {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> others = new ArrayList<>();
        for (Known one : known) {
            Map<String, String> variables = one.variables(request.parts());
            if (variables != null && one.route().method().equals(method)) {
                return Optional.of(
                        one.route().handler().answer(request.at(one.route().path(), variables)));
            }
            if (variables != null) {
                others.add(one.route().method());
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (others.contains("GET")) {
            others.add("HEAD");
        }
        String allowed = String.join(", ", new TreeSet<>(others));
        throw Refused.because(Refusal.METHOD_NOT_ALLOWED, "这里用 " + allowed, "it is asked by " + allowed + " here")
                .with("Allow", allowed);
    }
}
