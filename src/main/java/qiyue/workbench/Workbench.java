package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import qiyue.Qiyue;
import qiyue.change.DecisionDiff;
import qiyue.decision.Decision;
import qiyue.decision.MeasureKind;
import qiyue.engine.Evaluator;
import qiyue.notice.NoticeKind;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.report.CompareReport;
import qiyue.report.DecisionView;
import qiyue.report.DiffReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;
import qiyue.serve.Answer;
import qiyue.serve.Assets;
import qiyue.serve.Pages;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;
import qiyue.shape.Shape;

/**
 * The workbench: its page, the files it is made of, and what it asks for while an inspection is entered. Nothing of an
 * inspection is kept here; the draft lies in the browser.
 */
public final class Workbench implements Pages {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How long single changes may be supposed. */
    private static final long REACH_NANOS = 8_000_000_000L;

    private static final List<String> FILES = List.of(
            "workbench.css",
            "app.js",
            "api.js",
            "decision.js",
            "dom.js",
            "findings.js",
            "forms.js",
            "grid.js",
            "inspection.js",
            "rules.js",
            "sheets.js",
            "store.js",
            "tables.js",
            "values.js",
            "why.js");

    private final Supplier<Qiyue> rules;
    private final Aids aids;
    private final Path models;
    private final Path samples;
    private final List<Pages> parts;

    /** What is worked out of one library, while it is the one in use. */
    private volatile Worked worked;

    private record Worked(
            Qiyue qiyue,
            Covering covering,
            Map<String, RulePages> pages,
            Map<String, String> forms,
            Map<String, List<String>> texts) {}

    /**
     * A workbench over rules.
     *
     * @param rules those in use, asked for once a request
     * @param home the folder of the program: samples lie in it, and what was made lies in its {@code target}
     */
    public Workbench(Supplier<Qiyue> rules, Path home, Aids aids) {
        this.aids = aids;
        this.rules = rules;
        this.models = home.resolve("target").resolve("models");
        this.samples = home.resolve("samples");
        Qiyue now = rules.get();
        this.worked = worked(now);
        RuleDesk desk = new RuleDesk(
                now.library().root(),
                home.resolve("target").resolve("workbench").resolve("rules"),
                models);
        Map<String, String> files =
                FILES.stream().collect(Collectors.toMap(f -> "/workbench/assets/" + f, f -> "qiyue/workbench/" + f));
        this.parts = List.of(
                new Assets(Workbench.class.getClassLoader(), files),
                new Table(routes()),
                new Table(new TableFiles(rules, home.resolve("rules")).routes()),
                new Table(new RuleCopies(desk, rules).routes()));
    }

    private List<Table.Route> routes() {
        return List.of(
                new Table.Route("GET", "/", this::frame),
                new Table.Route("GET", "/workbench/form", this::form),
                new Table.Route("GET", "/workbench/conducts", this::conducts),
                new Table.Route("GET", "/workbench/conducts/{code}", this::conduct),
                new Table.Route("GET", "/workbench/sample/{name}", this::sample),
                new Table.Route("POST", "/workbench/decide", this::decide),
                new Table.Route("POST", "/workbench/why", this::why),
                new Table.Route("POST", "/workbench/change", this::change),
                new Table.Route("POST", "/workbench/reach", this::reach),
                new Table.Route("POST", "/workbench/compare", this::compare),
                new Table.Route("POST", "/workbench/history", this::history),
                new Table.Route("POST", "/workbench/export", this::export),
                new Table.Route("POST", "/workbench/notice", this::notice),
                new Table.Route("GET", "/workbench/search", this::search));
    }

    @Override
    public Optional<Answer> answer(Request request) throws Refused {
        for (Pages part : parts) {
            Optional<Answer> answer = part.answer(request);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return page(request);
    }

    private Worked worked(Qiyue qiyue) {
        return new Worked(
                qiyue,
                new Covering(qiyue.library(), new Evaluator(qiyue.library(), models)),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                texts(qiyue.library()));
    }

    /** Texts that cannot be read any more are not shown; whether they can was said when they were named. */
    private Map<String, List<String>> texts(Library library) {
        try {
            return aids.texts().isPresent() ? aids.texts().get().of(library) : Map.of();
        } catch (Problems e) {
            return Map.of();
        }
    }

    /** What belongs to the rules in use now; begun anew when they were read again. */
    private Worked now() {
        Qiyue qiyue = rules.get();
        Worked known = worked;
        if (known.qiyue() != qiyue) {
            known = worked(qiyue);
            worked = known;
        }
        return known;
    }

    private Answer frame(Request request) {
        String lang = request.lang();
        return Wire.html(new Panels.Frame(
                lang,
                Samples.of(samples, lang),
                exports(lang),
                true,
                aids.history().isPresent()));
    }

    private List<Panels.Choice> exports(String lang) {
        return Exports.formats(lang).stream()
                .filter(c ->
                        !c.code().equals(Exports.ARCHIVE) || aids.archiving().isPresent())
                .toList();
    }

    private Answer form(Request request) {
        Worked now = now();
        return Answer.json(now.forms()
                .computeIfAbsent(
                        Wire.lang(request),
                        l -> Catalogue.of(now.qiyue().library(), l).toString()));
    }

    private ConductFinder finder(Request request) {
        Set<String> kinds = Arrays.stream(request.query("kinds").orElse("").split(","))
                .filter(k -> !k.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new ConductFinder(
                now().qiyue().library(), request.query("region").orElse(""), kinds, Wire.lang(request));
    }

    private Answer conducts(Request request) {
        return Answer.json(finder(request).find(request.query("q").orElse("")).toString());
    }

    private Answer conduct(Request request) {
        return Answer.json(finder(request).one(request.variable("code")).toString());
    }

    private Answer sample(Request request) throws Refused {
        return Samples.text(samples, request.variable("name"))
                .map(Answer::json)
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private Answer decide(Request request) throws Refused {
        String lang = Wire.lang(request);
        Worked now = now();
        String body = Wire.body(request);
        Draft draft = Draft.of(now.qiyue(), "draft", body);
        Spots spots = spots(body, now.qiyue().library().vocabulary(), lang);
        ObjectNode answer = NODES.objectNode();
        answer.put("decided", draft.decision().isPresent());
        ArrayNode problems = answer.putArray("problems");
        draft.problems().stream().limit(500).forEach(p -> problems.add(Wire.problem(p, spots, lang)));
        answer.put(
                "html",
                draft.decision()
                        .map(d ->
                                Panels.html(decided(d, draft, spots, now.qiyue().library(), lang)))
                        .orElseGet(() -> Panels.html(new Panels.Waiting(
                                lang,
                                draft.problems().stream()
                                        .map(p -> spots.of(p.pointer())
                                                + new Text("：", ": ").in(lang)
                                                + Wire.said(p, lang))
                                        .limit(12)
                                        .toList()))));
        return Answer.json(answer.toString());
    }

    private static Spots spots(String body, Vocabulary words, String lang) {
        JsonNode tree;
        try {
            tree = Sources.json(body, "draft");
        } catch (Problems e) {
            tree = NODES.objectNode();
        }
        return new Spots(tree, words, lang);
    }

    private static Panels.Decided decided(Decision decision, Draft draft, Spots spots, Library library, String lang) {
        DecisionView view = DecisionView.of(decision, library, lang);
        Map<String, MeasureKind> kinds = library.vocabulary().measureKinds();
        return new Panels.Decided(
                view,
                draft.aside().stream().map(spots::of).toList(),
                Panels.Span.of(view, k -> {
                    MeasureKind kind = kinds.get(k);
                    return kind == null ? 0 : kind.weight();
                }),
                labels(library, "answerers", lang),
                labels(library, "measures", lang));
    }

    private static Map<String, String> labels(Library library, String list, String lang) {
        Map<String, String> labels = new TreeMap<>();
        library.vocabulary()
                .entries(list)
                .forEach(e -> labels.put(e.code(), e.label().in(lang)));
        return labels;
    }

    /** A document that can be decided on, be it without the records that are wrong. */
    private static Draft sound(Qiyue qiyue, String body) throws Refused {
        Draft draft = Draft.of(qiyue, "draft", body);
        if (draft.decision().isEmpty()) {
            throw Refused.because(Refusal.NOT_SOUND, draft.problems());
        }
        return draft;
    }

    private Answer why(Request request) throws Refused {
        Worked now = now();
        String lang = Wire.lang(request);
        String clause = request.query("clause").orElse("");
        String book = clause.substring(0, Math.max(0, clause.indexOf('#')));
        if (!now.qiyue().library().rulebooks().containsKey(book)) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        Draft draft = sound(now.qiyue(), Wire.body(request));
        try {
            return Wire.html(new WhyPanel(
                            now.qiyue().library(),
                            lang,
                            c -> String.join("\n", now.texts().getOrDefault(c, List.of())))
                    .of(
                            clause,
                            now.qiyue().explain(draft.text(), List.of(clause)),
                            now.covering().of(book),
                            now.covering().counted(book)));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    private Answer change(Request request) throws Refused {
        Worked now = now();
        String lang = Wire.lang(request);
        JsonNode both;
        try {
            both = Sources.json(Wire.body(request), "draft");
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
        Draft before = Draft.of(now.qiyue(), "before", both.path("before").toString());
        Draft after = Draft.of(now.qiyue(), "after", both.path("after").toString());
        if (before.decision().isEmpty() || after.decision().isEmpty()) {
            return Wire.html(new Panels.Changed(lang, List.of(), 0, true));
        }
        List<DecisionDiff.Change> changes =
                DecisionDiff.between(before.decision().get(), after.decision().get());
        return Wire.html(new Panels.Changed(
                lang,
                DiffReport.said(changes, now.qiyue().library(), lang),
                (int) changes.stream().filter(DecisionDiff.Change::remark).count(),
                false));
    }

    private Answer reach(Request request) throws Refused {
        Worked now = now();
        String measure = request.query("measure").orElse("");
        if (!now.qiyue().library().vocabulary().codes("measures").contains(measure)) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        try {
            return Wire.html(new Reaching(now.qiyue(), Wire.lang(request), REACH_NANOS)
                    .of(sound(now.qiyue(), Wire.body(request)), measure));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    private Answer compare(Request request) throws Refused {
        Worked now = now();
        String lang = Wire.lang(request);
        Library library = now.qiyue().library();
        try {
            CompareReport.Comparison comparison =
                    now.qiyue().compare(sound(now.qiyue(), Wire.body(request)).text());
            return Wire.html(new Panels.Compared(
                    lang,
                    library.vocabulary().label("regions", comparison.own(), lang),
                    comparison.columns().stream()
                            .map(c -> library.vocabulary().label("regions", c.region(), lang))
                            .toList(),
                    CompareReport.tables(comparison, library, lang)));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    /** The document with what is known of the facility's earlier cases, and what was taken from where. */
    private Answer history(Request request) throws Refused {
        Worked now = now();
        String lang = Wire.lang(request);
        Aids.History history = aids.history().orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        try {
            Aids.Laid laid = history.onto(Sources.json(Wire.body(request), "draft"), now.qiyue());
            ObjectNode answer = NODES.objectNode();
            answer.set("document", laid.document());
            ArrayNode said = answer.putArray("said");
            Draft draft = Draft.of(now.qiyue(), "draft", laid.document().toString());
            draft.decision()
                    .map(d -> DecisionView.of(
                            Shape.with(d, "notes", laid.notes()), now.qiyue().library(), lang))
                    .ifPresent(view -> view.head().brought().forEach(said::add));
            return Answer.json(answer.toString());
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    private Answer export(Request request) throws Refused {
        Worked now = now();
        Draft draft = sound(now.qiyue(), Wire.body(request));
        if (!draft.aside().isEmpty()) {
            throw Refused.because(Refusal.NOT_SOUND, draft.problems());
        }
        String format = request.query("format").orElse("");
        try {
            Optional<Answer> paper = Exports.word(format, draft, now.qiyue().library());
            if (paper.isPresent()) {
                return paper.get();
            }
            if (format.equals(Exports.ARCHIVE) && aids.archiving().isPresent()) {
                return Exports.archive(aids.archiving().get().of(now.qiyue(), draft.text()));
            }
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        } catch (IOException e) {
            throw Refused.because(Refusal.INTERNAL);
        }
        return Exports.of(format, draft.decision().orElseThrow(), now.qiyue().library(), Wire.lang(request))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /** The paper as a page, to look at before it is written. */
    private Answer notice(Request request) throws Refused {
        Worked now = now();
        NoticeKind kind = NoticeKind.named(request.query("kind").orElse("defence"))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        try {
            return Answer.page(
                    200,
                    Exports.paper(
                                    kind,
                                    sound(now.qiyue(), Wire.body(request)),
                                    now.qiyue().library())
                            .html());
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    private RulePages pages(Worked now, String lang) {
        return now.pages().computeIfAbsent(lang, l -> RulePages.of(now.qiyue().library(), l));
    }

    /** The pages of the rules lie as deep as their rulebooks do. */
    private Optional<Answer> page(Request request) {
        String prefix = "/workbench/pages/";
        if (!request.path().startsWith(prefix) || !request.method().equals("GET")) {
            return Optional.empty();
        }
        String path = request.path().substring(prefix.length());
        String lang = path.startsWith("en/") ? "en" : "zh";
        return pages(now(), lang).page(path).map(p -> Answer.page(200, p));
    }

    private Answer search(Request request) {
        String lang = Wire.lang(request);
        return Answer.json(
                pages(now(), lang).find(request.query("q").orElse(""), lang).toString());
    }
}
