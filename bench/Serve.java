import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the service for decisions on connections that are kept, as fast as it answers, and says how fast that was. */
public final class Serve {
    private static final String TOKEN = System.getenv("QIYUE_TOKEN");

    private Serve() {}

    public static void main(String[] args) throws Exception {
        URI url = URI.create(args[1]);
        List<byte[]> inspections = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            inspections.add(line.getBytes(StandardCharsets.UTF_8));
        }
        int clients = Integer.parseInt(args[3]);
        HttpClient http = HttpClient.newHttpClient();
        while (http.send(HttpRequest.newBuilder(url.resolve("/readyz")).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                != 200) {
            Thread.sleep(500);
        }
        if (args[0].equals("load")) {
            round(url, inspections.subList(0, inspections.size() / 4), clients); // warm
            for (int n : new int[] {1, clients, clients * 4}) {
                long before = spent(args[4]);
                Round round = round(url, inspections, n);
                said(n + " clients, one inspection a request", round, inspections.size(), spent(args[4]) - before);
            }
            long before = spent(args[4]);
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(url.resolve("/v1/decisions"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofFile(Path.of(args[2])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "one stream: %d lines, %.0f a second, %.2f ms of CPU each%n",
                    answer.body().lines().count(),
                    inspections.size() / seconds,
                    (spent(args[4]) - before) / (double) inspections.size());
        } else {
            soak(url, inspections, clients, Integer.parseInt(args[4]), args[5]);
        }
    }

    private record Round(long[] micros, double seconds) {}

    private static Round round(URI url, List<byte[]> inspections, int clients) throws Exception {
        long[] micros = new long[inspections.size()];
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        AtomicLong failed = new AtomicLong();
        long began = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                try (Connection connection = new Connection(url)) {
                    for (int at = next.getAndIncrement(); at < micros.length; at = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        if (connection.ask(inspections.get(at)) != 200) {
                            failed.incrementAndGet();
                        }
                        micros[at] = (System.nanoTime() - start) / 1000;
                    }
                } catch (IOException e) {
                    failed.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " failed");
        }
        return new Round(micros, (System.nanoTime() - began) / 1e9);
    }

    /** What the process has spent of the CPU, in milliseconds. */
    private static long spent(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
    }

    private static void said(String what, Round round, int count, long spent) {
        Arrays.sort(round.micros());
        System.out.printf(
                "%s: %.0f a second, %.2f ms of CPU each; ms at 50 %% %.1f, 90 %% %.1f, 99 %% %.1f, 99.9 %% %.1f, most %.1f%n",
                what,
                count / round.seconds(),
                spent / (double) count,
                at(round, 0.5),
                at(round, 0.9),
                at(round, 0.99),
                at(round, 0.999),
                at(round, 1));
    }

    private static double at(Round round, double part) {
        return round.micros()[(int) Math.min(round.micros().length - 1, part * round.micros().length)] / 1000.0;
    }

    private static void soak(URI url, List<byte[]> inspections, int clients, int minutes, String pid) throws Exception {
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        List<Long> memory = new ArrayList<>();
        AtomicLong asked = new AtomicLong();
        Thread sampler = new Thread(() -> {
            try {
                for (int i = 0; System.nanoTime() < end; i++) {
                    Thread.sleep(5000);
                    memory.add(resident(pid));
                    if (i % 12 == 0) {
                        System.out.printf("%d asked, %d MB%n", asked.get(), memory.get(memory.size() - 1) >> 10);
                    }
                }
            } catch (InterruptedException | IOException e) {
                System.out.println("no more samples: " + e);
            }
        });
        sampler.start();
        while (System.nanoTime() < end) {
            round(url, inspections, clients);
            asked.addAndGet(inspections.size());
        }
        sampler.join();
        // the first fifth warms it
        List<Long> warm = memory.subList(memory.size() / 5, memory.size());
        int half = warm.size() / 2;
        System.out.printf(
                "%d inspections, none failed; memory %d MB in the first half after warming, %d MB in the second, most %d MB%n",
                asked.get(),
                median(warm.subList(0, half)) >> 10,
                median(warm.subList(half, warm.size())) >> 10,
                memory.stream().mapToLong(Long::longValue).max().orElse(0) >> 10);
    }

    private static long median(List<Long> some) {
        return some.stream().sorted().skip(some.size() / 2).findFirst().orElse(0L);
    }

    private static long resident(String pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }

    /** One connection that is kept. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final String head;

        Connection(URI url) throws IOException {
            socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            head = "POST /v1/decisions HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer " + TOKEN
                    + "\r\nContent-Type: application/json\r\nContent-Length: ";
        }

        int ask(byte[] inspection) throws IOException {
            byte[] start = (head + inspection.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] all = Arrays.copyOf(start, start.length + inspection.length);
            System.arraycopy(inspection, 0, all, start.length, inspection.length);
            socket.getOutputStream().write(all);
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).trim());
                }
            }
            in.skipNBytes(length);
            return status;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("closed");
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
