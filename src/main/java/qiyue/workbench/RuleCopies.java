package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import qiyue.Qiyue;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;

/** What the workbench asks about rule files edited on a copy. */
final class RuleCopies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RuleDesk desk;
    private final Supplier<Qiyue> rules;

    /** Files of the desk, tried beside the rules in use. */
    RuleCopies(RuleDesk desk, Supplier<Qiyue> rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Table.Route> routes() {
        return List.of(
                new Table.Route("GET", "/workbench/copy", this::copied),
                new Table.Route("POST", "/workbench/copy", this::copy),
                new Table.Route("POST", "/workbench/copy/test", this::tried),
                new Table.Route("GET", "/workbench/copy/elsewhere", this::elsewhere),
                new Table.Route("GET", "/workbench/copies", this::copies));
    }

    private Answer copied(Request request) throws Refused {
        String text = desk.text(
                        request.query("file").orElse(""),
                        request.query("original").isPresent())
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        return Answer.json(NODES.objectNode()
                .put("folder", desk.folder())
                .put("text", text)
                .toString());
    }

    private Answer copies(Request request) throws Refused {
        ObjectNode answer = NODES.objectNode().put("folder", desk.folder());
        ArrayNode files = answer.putArray("files");
        try {
            desk.changed().forEach(files::add);
        } catch (IOException e) {
            throw Refused.because(Refusal.INTERNAL);
        }
        return Answer.json(answer.toString());
    }

    private Answer copy(Request request) throws Refused {
        String lang = Wire.lang(request);
        String file = named(request);
        Spots spots = new Spots(NODES.objectNode(), rules.get().library().vocabulary(), lang);
        ObjectNode answer = NODES.objectNode();
        ArrayNode problems = answer.putArray("problems");
        try {
            JsonNode text = Sources.json(Wire.body(request), "copy").path("text");
            if (!text.isTextual()) {
                throw Refused.because(Refusal.NOT_SOUND, "text 要是文字", "text has to be a text");
            }
            desk.write(file, text.textValue()).forEach(p -> problems.add(Wire.problem(p, spots, lang)));
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        } catch (IOException e) {
            throw Refused.because(
                    Refusal.INTERNAL, "副本写不进 " + desk.folder(), "the copy cannot be written to " + desk.folder());
        }
        return Answer.json(answer.toString());
    }

    private Answer elsewhere(Request request) throws Refused {
        String lang = Wire.lang(request);
        Spots spots = new Spots(NODES.objectNode(), rules.get().library().vocabulary(), lang);
        ObjectNode answer = NODES.objectNode();
        ArrayNode problems = answer.putArray("problems");
        try {
            desk.elsewhere(named(request)).forEach(p -> problems.add(Wire.problem(p, spots, lang)));
        } catch (Problems e) {
            throw Refused.because(Refusal.RULES_NOT_SOUND, e.all());
        }
        return Answer.json(answer.toString());
    }

    /** A rule file that is there. */
    private String named(Request request) throws Refused {
        String file = request.query("file").orElse("");
        if (desk.text(file, true).isEmpty()) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        return file;
    }

    private Answer tried(Request request) throws Refused {
        Qiyue qiyue = rules.get();
        String lang = Wire.lang(request);
        try {
            return Wire.html(
                    desk.tried(named(request), Draft.of(qiyue, "draft", Wire.body(request)), qiyue.library(), lang));
        } catch (Problems e) {
            throw Refused.because(Refusal.RULES_NOT_SOUND, e.all());
        }
    }
}
