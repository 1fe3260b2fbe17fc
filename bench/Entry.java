import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry into the workbench costs in a real browser, from the entry to the decision on the screen; several workbenches in turns.
 * Speaks to chromedriver, of which the program has no part: {@code Entry DRIVER DOCUMENT ROUNDS PAUSE ADDRESS…}, the pause before
 * each entry in milliseconds.
 */
public final class Entry {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String LOAD =
            """
            const done = arguments[arguments.length - 1];
            localStorage.clear();
            localStorage.setItem('qiyue.draft', arguments[0]);
            location.reload();
            done('');
            """;

    private static final String READY = "return String(document.body.dataset.ready === 'yes' && Boolean(document.querySelector('#took')?.dataset.n))";

    /** One sum of one charge line becomes another; then what passed before it was sent, until the answer was there, and until it was seen. */
    private static final String ENTER =
            """
            const done = arguments[arguments.length - 1];
            import('/workbench/assets/store.js').then((store) => {
              performance.clearResourceTimings();
              const line = Number(arguments[0]) % store.at('/records/charges').length;
              const begun = performance.now();
              document.addEventListener('decided', () => requestAnimationFrame(() => setTimeout(() => {
                const seen = performance.now();
                const asked = performance.getEntriesByType('resource').filter((r) => r.name.includes('/workbench/decide')).pop();
                done([asked.startTime - begun, asked.responseEnd - asked.startTime, seen - asked.responseEnd, seen - begun].join(' '));
              })), { once: true });
              store.set('/records/charges/' + line + '/money', { amount: 100 + Number(arguments[0]) });
            });
            """;

    private Entry() {}

    public static void main(String[] args) throws Exception {
        String driver = args[0];
        String document = Files.readString(Path.of(args[1]));
        int rounds = Integer.parseInt(args[2]);
        long pause = Long.parseLong(args[3]);
        List<String> addresses = List.of(args).subList(4, args.length);
        List<String> sessions = new ArrayList<>();
        List<List<double[]>> taken = new ArrayList<>();
        try {
            for (String address : addresses) {
                String session = session(driver);
                sessions.add(session);
                taken.add(new ArrayList<>());
                ask(session + "/timeouts", "{\"script\": 120000}");
                ask(session + "/url", "{\"url\": " + quoted(address) + "}");
                async(session, LOAD, document);
                while (!ask(session + "/execute/sync", script(READY)).contains("true")) {
                    Thread.sleep(200);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < sessions.size(); i++) {
                    Thread.sleep(pause);
                    int which = round % 2 == 0 ? i : sessions.size() - 1 - i;
                    String[] said = async(sessions.get(which), ENTER, String.valueOf(round)).split(" ");
                    double[] times = new double[said.length];
                    for (int k = 0; k < times.length; k++) {
                        times[k] = Double.parseDouble(said[k]);
                    }
                    taken.get(which).add(times);
                }
            }
        } finally {
            for (String session : sessions) {
                HTTP.send(HttpRequest.newBuilder(URI.create(session)).DELETE().build(), HttpResponse.BodyHandlers.ofString());
            }
        }
        for (int i = 0; i < addresses.size(); i++) {
            List<double[]> second = taken.get(i).subList(rounds / 2, rounds);
            System.out.printf(
                    "%s: %d entries, the second half: %.0f ms in the middle, from %.0f to %.0f; before sending %.0f, until answered %.0f, until seen %.0f%n",
                    addresses.get(i).replaceAll("\\?.*", ""),
                    rounds,
                    middle(second, 3),
                    second.stream().mapToDouble(t -> t[3]).min().orElse(0),
                    second.stream().mapToDouble(t -> t[3]).max().orElse(0),
                    middle(second, 0),
                    middle(second, 1),
                    middle(second, 2));
        }
    }

    private static double middle(List<double[]> all, int part) {
        List<Double> sorted = new ArrayList<>(all.stream().map(t -> t[part]).toList());
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String session(String driver) throws Exception {
        String made = ask(
                driver + "/session",
                "{\"capabilities\": {\"alwaysMatch\": {\"goog:chromeOptions\": {\"binary\": \"/usr/bin/chromium\", \"args\": [\"--headless=new\","
                        + " \"--no-sandbox\", \"--disable-background-networking\", \"--no-first-run\", \"--window-size=1440,950\"]}}}}");
        Matcher id = Pattern.compile("\"sessionId\":\"([^\"]+)\"").matcher(made);
        if (!id.find()) {
            throw new IOException("no browser: " + made);
        }
        return driver + "/session/" + id.group(1);
    }

    private static String async(String session, String script, String argument) throws Exception {
        String answer = ask(
                session + "/execute/async",
                "{\"script\": " + quoted(script) + ", \"args\": [" + quoted(argument) + "]}");
        Matcher value = Pattern.compile("\"value\":\"([^\"]*)\"").matcher(answer);
        if (!value.find()) {
            throw new IOException(answer);
        }
        return value.group(1);
    }

    private static String script(String text) {
        return "{\"script\": " + quoted(text) + ", \"args\": []}";
    }

    private static String ask(String address, String body) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
