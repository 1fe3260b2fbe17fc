package qiyue.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The JDK's server with what it lacks: who may ask, how much and how long, how it stops. Each request is answered by the first
 * of the pages that knows its path.
 */
public final class Server implements AutoCloseable {
    static {
        // without it each answer on a kept connection waits for a timer of the network
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // beyond its own number it closes without a word; up to this one we can say why
        System.setProperty("sun.net.httpserver.maxReqHeaders", "2000");
        // so many connections are held at once, whoever holds them: files of the process do not run out
        System.setProperty("jdk.httpserver.maxConnections", "1000");
        // who holds connections and says nothing keeps others out that much shorter; in seconds, and milliseconds
        // between two looks
        System.setProperty("sun.net.httpserver.idleInterval", "10");
        System.setProperty("sun.net.httpserver.clockTick", "1000");
    }

    /** Paths that everybody may ask. */
    public static final Set<String> OPEN = Set.of("/healthz", "/readyz");

    private static final int MOST_HEADERS = 100;
    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final Limits limits;
    private final Log log;
    private final Counters counters;
    private final Gate gate;
    private final List<Pages> pages;
    private final Deadlines deadlines = new Deadlines();
    private final Threads threads;
    private final Semaphore room;
    private final Semaphore underWay = new Semaphore(Integer.MAX_VALUE);
    private final AtomicLong ids = new AtomicLong();
    private final Token token;
    private volatile boolean stopping;

    private Server(
            HttpServer server,
            Token token,
            Set<String> names,
            Limits limits,
            Log log,
            Counters counters,
            List<Pages> pages) {
        this.server = server;
        this.token = token;
        this.limits = limits;
        this.log = log;
        this.counters = counters;
        this.pages = List.copyOf(pages);
        this.threads = new Threads(limits.threads(), limits.toBegin(), deadlines);
        this.room = new Semaphore(limits.atOnce());
        int port = server.getAddress().getPort();
        Set<String> hosts = new TreeSet<>();
        for (String name : names) {
            hosts.add(name.toLowerCase(Locale.ROOT) + ":" + port);
        }
        this.gate = new Gate(token, hosts, port, OPEN);
        counters.gauge(
                "qiyue_requests_under_way",
                "requests being answered",
                () -> Integer.MAX_VALUE - underWay.availablePermits());
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @param names by which it may be called, such as {@code localhost}
     */
    public static Server start(
            InetAddress address,
            int port,
            Token token,
            Set<String> names,
            Limits limits,
            Log log,
            Counters counters,
            List<Pages> pages)
            throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        Server server = new Server(http, token, names, limits, log, counters, pages);
        http.setExecutor(server.threads);
        http.createContext("/", server::exchange);
        http.start();
        return server;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** The address to open, with the token. */
    public String url() {
        return "http://127.0.0.1:" + address().getPort() + "/?token=" + token.text();
    }

    /** Whether it is about to stop. */
    public boolean stopping() {
        return stopping;
    }

    /** Takes no more requests, waits for those under way as long as they have, and ends. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (underWay.tryAcquire(Integer.MAX_VALUE, limits.toStop().toMillis(), TimeUnit.MILLISECONDS)) {
                underWay.release(Integer.MAX_VALUE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.close();
        deadlines.close();
    }

    private void exchange(HttpExchange http) {
        threads.read();
        underWay.acquireUninterruptibly();
        try {
            new Exchange(http, Long.toString(ids.incrementAndGet(), Character.MAX_RADIX)).run();
        } finally {
            underWay.release();
        }
    }

    /** One request and its answer. */
    private final class Exchange {
        private final HttpExchange http;
        private final String id;
        private final long began = System.nanoTime();
        private final Body body;
        private boolean answered;
        private int status;

        Exchange(HttpExchange http, String id) {
            this.http = http;
            this.id = id;
            this.body = new Body(
                    http.getRequestBody(), declared(http), limits.body(), limits.toSend(), deadlines, this::tooSlow);
        }

        void run() {
            Request request = new Request(http, id, body, List.of());
            long sent = 0;
            try {
                request = new Request(http, id, body, Gate.parts(http));
                sent = write(request, answer(request));
            } catch (Refused e) {
                sent = refuse(request, e);
            } catch (IOException e) {
                // the client went away, or took too long to read
                request.note("lost", "yes");
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                request.note("failed", e.getClass().getSimpleName());
                sent = refuse(request, Refused.because(Refusal.INTERNAL));
            } finally {
                end(request, sent);
            }
        }

        private Answer answer(Request request) throws Refused {
            Headers headers = http.getRequestHeaders();
            int signs = 0;
            int count = 0;
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                for (String value : header.getValue()) {
                    count++;
                    signs += header.getKey().length() + value.length();
                }
            }
            if (signs > limits.headers() || count > MOST_HEADERS) {
                throw Refused.because(Refusal.HEADERS_TOO_LARGE);
            }
            Optional<Answer> instead = gate.answer(request, http);
            if (instead.isPresent()) {
                return instead.get();
            }
            boolean open = OPEN.contains(request.path());
            if (stopping && !open) {
                throw Refused.because(Refusal.STOPPING).with("Retry-After", "5");
            }
            if (open) {
                return pages(request);
            }
            if (!room.tryAcquire()) {
                throw Refused.because(Refusal.BUSY).with("Retry-After", "1");
            }
            held = true;
            return pages(request);
        }

        private boolean held;

        private Answer pages(Request request) throws Refused {
            for (Pages one : pages) {
                Optional<Answer> answer = one.answer(request);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw Refused.because(Refusal.NOT_FOUND, "没有这个地址", "there is nothing at this address");
        }

        private long refuse(Request request, Refused why) {
            try {
                return write(request, why.answer(request));
            } catch (IOException e) {
                return 0;
            }
        }

        private long write(Request request, Answer answer) throws IOException {
            synchronized (this) {
                if (answered) {
                    return 0;
                }
                answered = true;
                status = answer.status();
            }
            Headers headers = http.getResponseHeaders();
            Protection.add(headers);
            headers.set("X-Request-Id", id);
            answer.headers().forEach(headers::set);
            if (stopping || (!body.ended() && answer.status() >= 400 && hasBody())) {
                headers.set("Connection", "close");
            }
            boolean head = http.getRequestMethod().equals("HEAD");
            try (Deadlines.Deadline deadline = deadlines.within(limits.toRead())) {
                if (head && answer.length() > 0) {
                    headers.set("Content-Length", Long.toString(answer.length()));
                }
                // 0 stands for an unknown length here, -1 for none
                http.sendResponseHeaders(
                        answer.status(), head || answer.length() == 0 ? -1 : Math.max(answer.length(), 0));
            }
            if (head || answer.length() == 0) {
                return 0;
            }
            Outlet out = new Outlet(http.getResponseBody(), deadlines, limits.toRead());
            answer.content().write(out);
            out.close();
            return out.sent();
        }

        private boolean hasBody() {
            return http.getRequestHeaders().containsKey("Transfer-Encoding") || declared(http) != 0;
        }

        /** How long the content is said to be; what is no number was refused by Java's server before, unless it comes in chunks. */
        private static long declared(HttpExchange http) {
            Headers headers = http.getRequestHeaders();
            String length = headers.getFirst("Content-Length");
            return length == null || headers.containsKey("Transfer-Encoding") ? 0 : Long.parseLong(length);
        }

        /** From another thread, while this one waits for the client. */
        private void tooSlow() {
            refuse(new Request(http, id, body, List.of()), Refused.because(Refusal.TOO_SLOW));
        }

        private void end(Request request, long sent) {
            if (held) {
                room.release();
            }
            try (Deadlines.Deadline deadline = deadlines.within(limits.toRead())) {
                http.close();
            }
            long nanos = System.nanoTime() - began;
            Map<String, Object> fields = new HashMap<>(request.notes());
            String route = String.valueOf(
                    fields.getOrDefault("route", OPEN.contains(request.path()) ? request.path() : "other"));
            fields.put("route", route);
            fields.put("id", id);
            fields.put("method", request.method());
            fields.put("status", status);
            fields.put("received", body.taken());
            fields.put("sent", sent);
            fields.put("millis", Log.millis(nanos));
            counters.request(route, status, nanos);
            log.event("request", fields);
        }
    }
}
