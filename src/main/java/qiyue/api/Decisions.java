package qiyue.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.explain.Explanation;
import qiyue.intake.InspectionText;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.report.AskedClauses;
import qiyue.report.CompareReport;
import qiyue.report.JsonReport;
import qiyue.serve.Answer;
import qiyue.serve.Counters;
import qiyue.serve.Log;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Rules;

/** Inspections in, decisions out: one document, or one a line for as long as they come. */
final class Decisions {
    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    /** What an inspection that came over the network is called in problems. */
    private static final String NAME = "request";

    private static final int UNDER_WAY = Runtime.getRuntime().availableProcessors() * 8;

    private final Rules rules;
    private final Desk desk;
    private final Counters counters;
    private final Log log;
    private final int most;

    /** @param most bytes of inspections of one stream that are under way at once */
    Decisions(Rules rules, Desk desk, Counters counters, Log log, int most) {
        this.rules = rules;
        this.desk = desk;
        this.counters = counters;
        this.log = log;
        this.most = most;
    }

    /** One decided, on one line. */
    private record Decided(String line, String document, String decision, String basis, long nanos) {}

    Answer decide(Request request) throws Refused {
        Qiyue qiyue = rules(request);
        if (request.type().equals(LINES)) {
            return Answer.stream(LINES, out -> stream(request, qiyue, out));
        }
        InspectionText document = document(request, JSON, LINES);
        Decided decided = desk.wait(desk.give(() -> decided(qiyue, document, 0)));
        note(request, decided, 0);
        return Answer.json(decided.line() + "\n").with("X-Qiyue-Basis", decided.basis());
    }

    Answer explain(Request request) throws Refused {
        Qiyue qiyue = rules(request);
        AskedClauses asked = AskedClauses.of(qiyue.library(), request.queries("clause"));
        if (!asked.unknown().isEmpty()) {
            String unknown = String.join(" ", asked.unknown());
            throw Refused.because(Refusal.NOT_ASKABLE, "没有这样的条款：" + unknown, "no such clause: " + unknown);
        }
        InspectionText document = document(request, JSON);
        request.note("document", document.digest());
        return Answer.json(desk.wait(desk.give(() -> {
            Qiyue.Explained explained = qiyue.explain(document, asked.ids());
            List<String> idle = asked.unexplained(
                    explained.clauses().stream().map(Explanation::clause).toList());
            if (!idle.isEmpty()) {
                Text why = AskedClauses.idle(idle);
                throw Refused.because(Refusal.NOT_ASKABLE, why.zh(), why.en());
            }
            return JsonReport.ofAll(explained.clauses());
        })));
    }

    Answer compare(Request request) throws Refused {
        Qiyue qiyue = rules(request);
        InspectionText document = document(request, JSON);
        request.note("document", document.digest());
        return Answer.json(desk.wait(desk.give(() -> {
            CompareReport.Comparison comparison = qiyue.compare(document);
            if (comparison.columns().isEmpty()) {
                throw Refused.because(
                        Refusal.NOT_ASKABLE, "没有适用于该类机构的规则册", "no rulebook governs this kind of facility");
            }
            return CompareReport.json(comparison, qiyue.library());
        })));
    }

    /** Names of people are shown, as in every JSON of the program, unless pseudonyms are asked for. */
    private Qiyue rules(Request request) throws Refused {
        String personal = request.query("personal").orElse("shown");
        return switch (personal) {
            case "shown" -> rules.now();
            case "masked" -> rules.now().masked();
            default ->
                throw Refused.because(Refusal.BAD_REQUEST, "personal 可用 masked、shown", "personal: masked, shown");
        };
    }

    private static InspectionText document(Request request, String... types) throws Refused {
        if (!request.type().equals(JSON)) {
            String taken = String.join(", ", types);
            throw Refused.because(Refusal.WRONG_TYPE, "此处只收 " + taken, "only " + taken + " is taken here")
                    .with("Accept-Post", taken);
        }
        try {
            return new InspectionText(NAME, Sources.text(request.body().bytes(), NAME));
        } catch (Problems e) {
            throw Desk.refused(e);
        } catch (IOException e) {
            throw Refused.because(Refusal.BAD_REQUEST, "正文没有收全", "the body did not come whole");
        }
    }

    private static Decided decided(Qiyue qiyue, InspectionText document, int line) throws Problems {
        long began = System.nanoTime();
        Decision decision = qiyue.decide(document);
        String basis = qiyue.basis(decision.region());
        String text = JsonReport.line(decision);
        String digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        return new Decided(
                line > 0 ? JsonReport.line(decision, NAME, line, basis) : text,
                document.digest(),
                digest,
                basis,
                System.nanoTime() - began);
    }

    private void note(Request request, Decided decided, int line) {
        counters.count("qiyue_decisions_total", "inspections decided", 1);
        Map<String, Object> fields = new java.util.HashMap<>(Map.of(
                "id",
                request.id(),
                "document",
                decided.document(),
                "decision",
                decided.decision(),
                "basis",
                decided.basis(),
                "millis",
                Log.millis(decided.nanos())));
        if (line > 0) {
            fields.put("line", line);
        }
        log.event("decision", fields);
    }

    /** One line of a stream, being decided. */
    private record Pending(int line, int length, Future<Decided> work) {}

    /**
     * In the order they came. As long as more is there it is decided on all cores; what is done is sent before anything is
     * waited for, so that a client may wait for each answer before it goes on.
     */
    private void stream(Request request, Qiyue qiyue, OutputStream out) throws IOException {
        Deque<Pending> pending = new ArrayDeque<>();
        int number = 0;
        int length = 0;
        try {
            while (true) {
                if (!request.body().ready()) {
                    while (!pending.isEmpty()) {
                        length -= send(request, pending.remove(), out);
                    }
                    out.flush();
                }
                byte[] line = next(request, number + 1, pending);
                if (line == null) {
                    break;
                }
                number++;
                if (!isBlank(line)) {
                    byte[] document = line;
                    int at = number;
                    length += line.length;
                    pending.add(new Pending(at, line.length, desk.give(() -> decided(qiyue, text(document), at))));
                }
                while (pending.size() > UNDER_WAY || length > most) {
                    length -= send(request, pending.remove(), out);
                }
            }
            while (!pending.isEmpty()) {
                send(request, pending.remove(), out);
            }
        } catch (Refused e) {
            // what came before is answered; what would come after cannot be found any more
            while (!pending.isEmpty()) {
                send(request, pending.remove(), out);
            }
            refuse(request, number + 1, e, out);
        } finally {
            pending.forEach(p -> p.work().cancel(false));
        }
        request.note("lines", number);
    }

    /** The next line; one that is too long is refused for itself, and left. */
    private static byte @Nullable [] next(Request request, int number, Deque<Pending> pending)
            throws Refused, IOException {
        try {
            return request.body().line();
        } catch (Refused e) {
            if (e.refusal() != Refusal.TOO_LARGE) {
                throw e;
            }
            pending.add(new Pending(number, 0, CompletableFuture.failedFuture(e)));
            request.body().leaveLine();
            return new byte[0];
        }
    }

    private static InspectionText text(byte[] line) throws Problems {
        return new InspectionText(NAME, Sources.text(line, NAME));
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private int send(Request request, Pending next, OutputStream out) throws IOException {
        try {
            Decided decided = desk.wait(next.work());
            note(request, decided, next.line());
            out.write((decided.line() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (Refused e) {
            refuse(request, next.line(), e, out);
        }
        return next.length();
    }

    private void refuse(Request request, int line, Refused why, OutputStream out) throws IOException {
        counters.count("qiyue_lines_refused_total", "lines of streams that got no decision", 1);
        String problem = why.json(request.lang(), request.id()).toString();
        out.write(("{\"line\":" + line + ",\"problem\":" + problem + "}\n").getBytes(StandardCharsets.UTF_8));
    }
}
