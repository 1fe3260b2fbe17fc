package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Only;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.intake.Personal;
import qiyue.intake.Roster;
import qiyue.page.DecisionPage;
import qiyue.problem.GrowingFile;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.receipt.Chain;
import qiyue.receipt.Receipt;
import qiyue.report.Audience;
import qiyue.report.DecisionView;
import qiyue.report.JsonReport;
import qiyue.report.OnlyText;
import qiyue.report.Quoted;
import qiyue.report.TextReport;

/** Decides on one inspection after another, whoever asks. */
class Deciding {
    /**
     * What the answers are to be.
     *
     * @param failOn the measures asked about: {@code must}, {@code may}, {@code any}; empty: none
     * @param only the part of each decision that is printed, as {@link Only} names it; empty: all
     * @param audience whom text and page are worded for
     * @param personal {@code masked} or {@code shown}; empty: as the format has it
     * @param texts by full clause id, the user's own copy of its text
     * @param values whether problems come with what stands at their place
     * @param receipts whether receipts are kept
     * @param many whether each answer says which inspection it is on
     */
    record Manner(
            String format,
            String failOn,
            String only,
            String personal,
            String lang,
            Audience audience,
            Map<String, List<String>> texts,
            boolean values,
            boolean receipts,
            boolean many) {}

    /** Of a value no more is repeated, in signs. */
    private static final int LONGEST = 600;

    private final Main main;
    private final Manner manner;
    private final Qiyue qiyue;
    private final Qiyue used;
    private final Qiyue nameless;
    private final Roster roster = new Roster();
    private final boolean masks;
    private final Chain chain = new Chain();

    private final @Nullable Since earlier;

    Deciding(Main main, Manner manner, Qiyue qiyue, @Nullable Since earlier) {
        this.main = main;
        this.manner = manner;
        this.qiyue = qiyue;
        this.earlier = earlier;
        boolean masked = manner.personal().equals("masked")
                || (manner.personal().isEmpty() && !manner.format().endsWith("json"));
        this.nameless = qiyue.masked(roster);
        this.used = masked ? nameless : qiyue.shown();
        this.masks = masked || manner.receipts();
    }

    /** Takes note of whom an inspection names, in the order of the input, so that pseudonyms hold for the whole output. */
    void note(Inputs.Input input) {
        if (masks && input.document().isPresent()) {
            try {
                roster.note(input.document().get().tree(), qiyue.library().vocabulary());
            } catch (Problems e) {
                // what cannot be read names nobody; it is reported where it is decided
            }
        }
    }

    /** What is known, without deciding on it again, of an inspection that was done before: what it is called, or why it was refused. */
    Batch.Answer before(Inputs.Input input) {
        if (input.document().isEmpty()) {
            return failed(input, input.problems());
        }
        InspectionText document = input.document().get();
        try {
            String id = InspectionReader.read(document.tree(), qiyue.library(), document.name())
                    .inspection()
                    .id();
            return new Batch.Answer(input, "", id, false, false, List.of(), List.of());
        } catch (Problems e) {
            return failed(input, manner.personal().equals("shown") ? e.all() : nameless(document, e));
        }
    }

    /**
     * Passes over what was done before an interruption. What was refused is decided on once more where its problems are not written down
     * yet: the engine's are known in no other way.
     *
     * @return the first that was not done
     */
    Inputs.@Nullable Input passing(Inputs inputs, Inputs.@Nullable Input start, Results results) throws IOException {
        Inputs.Input next = start;
        for (long done = results.counts().all(); done > 0 && next != null; done--) {
            note(next);
            results.before(results.asksAgain() ? answer(next) : before(next));
            next = inputs.next();
        }
        return next;
    }

    /** What comes of an inspection; whatever fails inside is an answer too, so that the others are not lost. */
    Batch.Answer answer(Inputs.Input input) {
        if (input.document().isEmpty()) {
            return failed(input, input.problems());
        }
        InspectionText document = input.document().get();
        Optional<Since.Kept> before = earlier == null ? Optional.empty() : earlier.decision(document.digest());
        if (before.isPresent()) {
            String line = JsonReport.line(
                    before.get().text(),
                    input.source(),
                    input.line(),
                    before.get().basis());
            return new Batch.Answer(input, line + "\n", before.get().inspection(), false, true, List.of(), List.of());
        }
        try {
            Decision decision = decide(document);
            return new Batch.Answer(
                    input,
                    text(input, decision),
                    decision.inspection(),
                    decision.measures().stream().anyMatch(this::fails),
                    false,
                    List.of(),
                    List.of());
        } catch (Problems e) {
            return failed(input, manner.personal().equals("shown") ? e.all() : nameless(document, e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            main.trace(e);
            return failed(
                    input,
                    List.of(Problem.at(
                            "internal",
                            document.name(),
                            "",
                            new Text(
                                    "处理这份文书时程序出错：" + e.getClass().getSimpleName(),
                                    "the program failed on this inspection: "
                                            + e.getClass().getSimpleName()),
                            new Text(
                                    "附上文书反馈；加 --debug 显示详情", "report it with the inspection; --debug shows details"))));
        }
    }

    /** The decision itself. */
    Decision decide(InspectionText document) throws Problems {
        return decide(used, document);
    }

    /** The decision, names as that program has them. */
    Decision decide(Qiyue by, InspectionText document) throws Problems {
        return by.decide(document);
    }

    /** The receipt of the decision. */
    Receipt receipt(Qiyue by, InspectionText document, Chain receipts) throws Problems {
        return by.receipt(document, receipts);
    }

    private String text(Inputs.Input input, Decision decision) {
        Only only = Only.named(manner.only()).orElse(null);
        if (only == null) {
            return whole(input, decision);
        }
        Only.Part part = only.of(decision, qiyue.library()::readingsOf);
        if (only.isEmpty(part)) {
            return "";
        }
        return switch (manner.format()) {
            case "json" ->
                JsonReport.of(
                        part.decision(),
                        manner.many() ? input.source() : "",
                        input.line(),
                        only.code(),
                        part.leftOut());
            case "ndjson" ->
                JsonReport.line(part.decision(), input.source(), input.line(), only.code(), part.leftOut()) + "\n";
            default ->
                OnlyText.of(only, part.leftOut(), manner.lang())
                        + "\n"
                        + text(input, view(part.decision()), TextReport::ofPart);
        };
    }

    private String whole(Inputs.Input input, Decision decision) {
        return switch (manner.format()) {
            case "json" ->
                manner.many() ? JsonReport.of(decision, input.source(), input.line()) : JsonReport.of(decision);
            case "ndjson" ->
                JsonReport.line(decision, input.source(), input.line(), qiyue.basis(decision.region())) + "\n";
            case "html" -> {
                DecisionView view = view(decision);
                yield DecisionPage.of(view, Quoted.of(view, manner.texts()));
            }
            default -> text(input, view(decision), TextReport::of);
        };
    }

    private String text(Inputs.Input input, DecisionView view, BiFunction<DecisionView, Integer, String> worded) {
        return place(input)
                + worded.apply(view, Common.columns())
                + (manner.texts().isEmpty()
                        ? ""
                        : Quoted.text(Quoted.of(view, manner.texts()), manner.lang(), Common.columns()));
    }

    private DecisionView view(Decision decision) {
        return DecisionView.of(decision, qiyue.library(), manner.lang(), manner.audience());
    }

    private String place(Inputs.Input input) {
        String place = Visible.line(Inputs.name(input.source(), input.line()));
        return !manner.many() ? "" : manner.lang().equals("en") ? "from: " + place + "\n" : "文书：" + place + "\n";
    }

    private Batch.Answer failed(Inputs.Input input, List<Problem> problems) {
        List<String> values = new ArrayList<>();
        JsonNode shown = manner.values() ? shown(input, problems) : MissingNode.getInstance();
        UnaryOperator<String> words = words(input, shown);
        for (Problem problem : problems) {
            values.add(words.apply(value(shown, problem)));
        }
        return new Batch.Answer(input, "", "", false, false, problems, values);
    }

    /** The document of problems that have a place in it, without names unless they may be shown. */
    private JsonNode shown(Inputs.Input input, List<Problem> problems) {
        if (input.document().isEmpty()
                || problems.stream().allMatch(p -> p.pointer().length() < 2)) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode tree = input.document().get().tree();
            return manner.personal().equals("shown")
                    ? tree
                    : Personal.masked(tree, qiyue.library().vocabulary(), Personal.Texts.PSEUDONYMS, roster);
        } catch (Problems e) {
            return MissingNode.getInstance();
        }
    }

    /** How values are said: a name may have come into a field that is none. */
    private UnaryOperator<String> words(Inputs.Input input, JsonNode shown) {
        if (shown.isMissingNode() || manner.personal().equals("shown")) {
            return UnaryOperator.identity();
        }
        try {
            JsonNode tree = input.document().orElseThrow().tree();
            return Personal.words(tree, qiyue.library().vocabulary(), roster);
        } catch (Problems e) {
            return UnaryOperator.identity();
        }
    }

    /** What the document has at the place of the problem, as far as a person reads it. */
    private String value(JsonNode shown, Problem problem) {
        if (problem.code().equals("unknown-field") && !manner.personal().equals("shown")) {
            // whether a field that nobody knows says who somebody is nobody knows either
            return "";
        }
        try {
            JsonNode value = shown.at(problem.pointer());
            String text = value.isValueNode() ? value.asText() : "";
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The results, and where receipts are kept one for each decision, one after another as they come. */
    Batch.Sink keeping(Batch.Sink results, @Nullable GrowingFile receipts) {
        if (receipts == null) {
            return results;
        }
        return new Batch.Sink() {
            @Override
            public void take(Batch.Answer answer) throws IOException {
                InspectionText document = answer.input().document().orElse(null);
                if (document != null && answer.problems().isEmpty()) {
                    try {
                        receipts.add(receipt(nameless, document, chain).line() + "\n");
                    } catch (Problems e) {
                        results.take(failed(answer.input(), e.all()));
                        return;
                    }
                }
                results.take(answer);
            }

            @Override
            public void idle() throws IOException {
                receipts.flush();
                results.idle();
            }
        };
    }

    /** The line that ends the receipts. */
    String lastReceipt() {
        return chain.end() + "\n";
    }

    /** The same problems, found in the masked document. */
    private List<Problem> nameless(InspectionText document, Problems found) {
        try {
            decide(nameless, document);
            return found.all().stream()
                    .map(Personal.problems(document.tree(), qiyue.library().vocabulary(), roster))
                    .toList();
        } catch (Problems e) {
            return e.all();
        }
    }

    private boolean fails(MeasureLine line) {
        return switch (manner.failOn()) {
            case "must" -> line.floor();
            case "may" -> line.optional();
            case "any" -> line.floor() || line.optional();
            default -> false;
        };
    }
}
