package qiyue.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import qiyue.conduct.ConductMap;
import qiyue.conduct.ConductRow;
import qiyue.conduct.ConductSearch;
import qiyue.fact.Blank;
import qiyue.intake.Schemas;
import qiyue.problem.Program;
import qiyue.report.ConductReport;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Rules;

/** What the rules in use know: rulebooks, conducts, schemas. */
final class Known {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Rules rules;

    Known(Rules rules) {
        this.rules = rules;
    }

    Answer rulebooks(Request request) {
        Library library = rules.now().library();
        ObjectNode root = NODES.objectNode();
        root.put("program", Program.id()).put("programDigest", Program.digest());
        ArrayNode books = root.putArray("rulebooks");
        for (Rulebook book : library.rulebooks().values()) {
            Rulebook.Info info = book.info();
            ObjectNode node = books.addObject();
            node.put("id", book.id()).put("region", info.region());
            node.putObject("title")
                    .put("zh", info.title().zh())
                    .put("en", info.title().en());
            ArrayNode kinds = node.putArray("kinds");
            info.kinds().forEach(kinds::add);
            node.put("start", info.start().name().toLowerCase(java.util.Locale.ROOT));
            if (info.start() == Rulebook.Start.TEXT) {
                node.put("from", info.from().toString());
            }
            if (Blank.happened(info.to())) {
                node.put("to", info.to().toString());
            }
            node.put("rules", book.rules().size()).put("digest", book.digest());
        }
        ObjectNode shared = root.putObject("shared");
        library.shared().forEach(shared::put);
        return Answer.json(JsonReport.pretty(root));
    }

    Answer conducts(Request request) throws Refused {
        Library library = rules.now().library();
        String place = request.query("region").orElse("");
        if (!place.isEmpty()
                && library.rulebooks().keySet().stream().noneMatch(b -> (b + "/").startsWith(place + "/"))) {
            throw Refused.because(Refusal.NOT_FOUND, "没有这个地区或规则册", "no such region or rulebook");
        }
        List<String> words =
                request.query("q").map(q -> List.of(q.trim().split("\\s+"))).orElse(List.of());
        boolean all = words.isEmpty() || words.get(0).isEmpty();
        List<ConductRow> rows = all
                ? ConductMap.of(library).rows()
                : ConductSearch.of(library, words).rows();
        return Answer.json(new ConductReport(
                        library, rows, b -> place.isEmpty() || (b + "/").startsWith(place + "/"), request.lang())
                .json());
    }

    Answer schemas(Request request) {
        ObjectNode root = NODES.objectNode();
        ArrayNode names = root.putArray("schemas");
        Schemas.all(rules.now().library().vocabulary()).keySet().forEach(names::add);
        return Answer.json(JsonReport.pretty(root));
    }

    Answer schema(Request request) throws Refused {
        ObjectNode schema = Schemas.all(rules.now().library().vocabulary()).get(request.variable("name"));
        if (schema == null) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        return Answer.of(
                200,
                "application/schema+json",
                JsonReport.pretty(schema).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
