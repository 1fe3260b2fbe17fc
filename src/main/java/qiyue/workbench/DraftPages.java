package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qiyue.change.DecisionDiff;
import qiyue.decision.Decision;
import qiyue.decision.MeasureKind;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.report.CompareReport;
import qiyue.report.DecisionView;
import qiyue.report.DiffReport;
import qiyue.rulebook.Library;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;
import qiyue.shape.Shape;

/** What is asked about an inspection while it is entered: its decision, why, what another fact would change, and what is known. */
final class DraftPages {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How long single changes may be supposed. */
    private static final long REACH_NANOS = 8_000_000_000L;

    private final InUse inUse;
    private final Optional<Aids.History> earlier;
    private final Standing standing = new Standing();

    DraftPages(InUse inUse, Optional<Aids.History> earlier) {
        this.inUse = inUse;
        this.earlier = earlier;
    }

    List<Table.Route> routes() {
        return List.of(
                new Table.Route("POST", "/workbench/decide", this::decide),
                new Table.Route("POST", "/workbench/why", this::why),
                new Table.Route("POST", "/workbench/change", this::change),
                new Table.Route("POST", "/workbench/reach", this::reach),
                new Table.Route("POST", "/workbench/compare", this::compare),
                new Table.Route("POST", "/workbench/history", this::history));
    }

    /**
     * The decision on a document, or on one that is held with what was entered into it; a name for it comes with the decision alone.
     * Nothing is held of a text that could not be read: what the page has is another document than the empty one it was told of.
     */
    private Answer decide(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        Optional<String> on = request.query("on");
        Draft draft;
        if (on.isPresent()) {
            Optional<JsonNode> document = standing.with(on.get(), entered(request));
            if (document.isEmpty()) {
                return Answer.json(NODES.objectNode().put("held", "").toString());
            }
            draft = Draft.of(now.drafts(), "draft", document.get());
        } else {
            draft = Draft.of(now.drafts(), "draft", Wire.body(request));
        }
        ObjectNode answer = told(draft, now, Wire.lang(request));
        String held = draft.given().isEmpty() ? "" : standing.hold(draft.given());
        return Answer.json(answer.put("held", held).toString());
    }

    /** What cannot be read is told of the whole, where it has its place. */
    private static JsonNode entered(Request request) throws Refused {
        try {
            return Sources.json(Wire.body(request), "draft");
        } catch (Problems e) {
            return NODES.missingNode();
        }
    }

    /** The decision as the page shows it, and what is wrong where. */
    private static ObjectNode told(Draft draft, InUse.Worked now, String lang) {
        Spots spots = new Spots(draft.given(), now.library().vocabulary(), lang);
        ObjectNode answer = NODES.objectNode();
        answer.put("decided", draft.decision().isPresent());
        ArrayNode problems = answer.putArray("problems");
        draft.problems().stream().limit(500).forEach(p -> problems.add(Wire.problem(p, spots, lang)));
        answer.put(
                "html",
                draft.decision()
                        .map(d -> Panels.html(decided(d, draft, spots, now.library(), lang)))
                        .orElseGet(() -> Panels.html(new Panels.Waiting(
                                lang,
                                draft.problems().stream()
                                        .map(p -> spots.of(p.pointer())
                                                + new Text("：", ": ").in(lang)
                                                + Wire.said(p, lang))
                                        .limit(12)
                                        .toList()))));
        return answer;
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

    private Answer why(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        String lang = Wire.lang(request);
        String clause = request.query("clause").orElse("");
        String book = clause.substring(0, Math.max(0, clause.indexOf('#')));
        if (!now.library().rulebooks().containsKey(book)) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        Draft draft = Draft.sound(now.qiyue(), Wire.body(request));
        try {
            return Wire.html(new WhyPanel(
                            now.library(),
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

    /** The decision on a document, and what changed in it since another. */
    private Answer change(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        String lang = Wire.lang(request);
        JsonNode both;
        try {
            both = Sources.json(Wire.body(request), "draft");
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
        Draft before = Draft.of(now.drafts(), "before", both.path("before").toString());
        Draft after = Draft.of(now.drafts(), "after", both.path("after").toString());
        ObjectNode answer = told(after, now, lang);
        return Answer.json(answer.put("changes", Panels.html(changed(before, after, now, lang)))
                .toString());
    }

    private static Panels.Changed changed(Draft before, Draft after, InUse.Worked now, String lang) {
        if (before.decision().isEmpty() || after.decision().isEmpty()) {
            return new Panels.Changed(lang, List.of(), 0, true);
        }
        List<DecisionDiff.Change> changes =
                DecisionDiff.between(before.decision().get(), after.decision().get());
        return new Panels.Changed(
                lang,
                DiffReport.cited(changes, now.library(), lang),
                (int) changes.stream().filter(DecisionDiff.Change::remark).count(),
                false);
    }

    private Answer reach(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        String measure = request.query("measure").orElse("");
        if (!now.library().vocabulary().codes("measures").contains(measure)) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        try {
            return Wire.html(new Reaching(now.qiyue(), Wire.lang(request), REACH_NANOS)
                    .of(Draft.sound(now.qiyue(), Wire.body(request)), measure));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    private Answer compare(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        String lang = Wire.lang(request);
        Library library = now.library();
        try {
            CompareReport.Comparison comparison = now.qiyue()
                    .compare(Draft.sound(now.qiyue(), Wire.body(request)).text());
            return Wire.html(new Panels.Compared(
                    lang,
                    library.vocabulary().label("regions", comparison.own(), lang),
                    comparison.columns().stream()
                            .map(c -> library.vocabulary().label("regions", c.region(), lang))
                            .toList(),
                    CompareReport.without(comparison, library, lang),
                    CompareReport.tables(comparison, library, lang)));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }

    /** The document with what is known of the facility's earlier cases, and what was taken from where. */
    private Answer history(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        String lang = Wire.lang(request);
        Aids.History history = earlier.orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        try {
            Aids.Laid laid = history.onto(Sources.json(Wire.body(request), "draft"), now.qiyue());
            ObjectNode answer = NODES.objectNode();
            answer.set("document", laid.document());
            ArrayNode said = answer.putArray("said");
            Draft draft = Draft.of(now.qiyue(), "draft", laid.document().toString());
            draft.decision()
                    .map(d -> DecisionView.of(Shape.with(d, "notes", laid.notes()), now.library(), lang))
                    .ifPresent(view -> view.head().brought().forEach(said::add));
            return Answer.json(answer.toString());
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }
}
