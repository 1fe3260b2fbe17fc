package qiyue.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A page of another origin may send requests here, and by a name of its own that it lets point here even read the
 * answers: so the host must be one we are called by, the origin must be ours, and who asks must know the token. The cookie is
 * for browsers only: with it a change is taken only from a page of ours.
 */
final class Gate {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Token token;
    private final Set<String> hosts;
    private final Set<String> open;
    private final String cookie;

    /** @param open paths that everybody may ask */
    Gate(Token token, Set<String> hosts, int port, Set<String> open) {
        this.token = token;
        this.hosts = hosts;
        this.open = open;
        this.cookie = "qiyue-" + port;
    }

    /** The parts of the path, decoded; nothing in them leads anywhere. */
    static List<String> parts(HttpExchange exchange) throws Refused {
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        if (uri.isAbsolute() || uri.getRawAuthority() != null || path == null || !path.startsWith("/")) {
            throw Refused.because(Refusal.BAD_REQUEST);
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            String decoded;
            try {
                decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw Refused.because(Refusal.BAD_REQUEST);
            }
            if (decoded.equals(".")
                    || decoded.equals("..")
                    || decoded.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7F)) {
                throw Refused.because(Refusal.BAD_REQUEST);
            }
            parts.add(decoded);
        }
        return parts;
    }

    /** Lets through who may ask; may answer in the stead of what is asked. */
    Optional<Answer> answer(Request request, HttpExchange exchange) throws Refused {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1) {
            throw Refused.because(Refusal.BAD_REQUEST, "要有一个 Host 请求头", "there has to be one Host header");
        }
        if (!hosts.contains(host.get(0).toLowerCase(Locale.ROOT))) {
            throw Refused.because(Refusal.FOREIGN);
        }
        if (headers.containsKey("Transfer-Encoding") && headers.containsKey("Content-Length")) {
            throw Refused.because(Refusal.BAD_REQUEST);
        }
        String packed = request.header("Content-Encoding");
        if (!packed.isEmpty() && !packed.equalsIgnoreCase("identity")) {
            throw Refused.because(Refusal.WRONG_TYPE, "不收压缩的正文", "packed bodies are not taken")
                    .with("Accept-Encoding", "identity");
        }
        boolean safe = SAFE.contains(request.method());
        Optional<String> offered = request.query("token");
        if (offered.isPresent() && request.method().equals("GET") && token.is(offered.get())) {
            return Optional.of(Answer.seeOther(exchange.getRequestURI().getRawPath())
                    .with("Set-Cookie", cookie + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict"));
        }
        String origin = request.header("Origin");
        if (!origin.isEmpty() && !origin.equalsIgnoreCase("http://" + host.get(0))) {
            throw Refused.because(Refusal.FOREIGN);
        }
        String site = request.header("Sec-Fetch-Site");
        if (!site.isEmpty() && !site.equals("same-origin") && !site.equals("none")) {
            throw Refused.because(Refusal.FOREIGN);
        }
        if (open.contains(request.path())) {
            return Optional.empty();
        }
        String bearer = request.header("Authorization");
        if (bearer.regionMatches(true, 0, "Bearer ", 0, 7)
                && token.is(bearer.substring(7).trim())) {
            return Optional.empty();
        }
        if (token.is(cookies(headers).getOrDefault(cookie, ""))) {
            if (!safe && origin.isEmpty()) {
                throw Refused.because(Refusal.FOREIGN);
            }
            return Optional.empty();
        }
        throw Refused.because(
                        Refusal.NO_TOKEN,
                        "用启动时显示的地址打开，或带上请求头 Authorization: Bearer 令牌",
                        "open the address shown at the start, or send the header Authorization: Bearer TOKEN")
                .with("WWW-Authenticate", "Bearer realm=\"qiyue\"");
    }

    private static Map<String, String> cookies(Headers headers) {
        Map<String, String> cookies = new java.util.HashMap<>();
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            for (String pair : line.split(";")) {
                int is = pair.indexOf('=');
                if (is > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, is).trim(), pair.substring(is + 1).trim());
                }
            }
        }
        return cookies;
    }
}
