package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import qiyue.fact.CaseFile;
import qiyue.problem.Text;
import qiyue.report.Citation;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Places of a document in words: {@code /findings/0/date} is 发现1（挂床住院）发生日. */
final class Spots {
    private final JsonNode document;
    private final Vocabulary words;
    private final String lang;

    Spots(JsonNode document, Vocabulary words, String lang) {
        this.document = document;
        this.words = words;
        this.lang = lang;
    }

    /** The place in words, as short as it can be told apart. */
    String of(String pointer) {
        StringBuilder said = new StringBuilder();
        Shape shape = Shape.of(CaseFile.class);
        JsonNode node = document;
        for (String step : pointer.split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            String name = step.replace("~1", "/").replace("~0", "~");
            if (node.isArray()) {
                node = node.path(index(name));
                said.append(record(node, name));
                continue;
            }
            node = node.path(name);
            Field field = shape == null ? null : shape.field(name).orElse(null);
            Shape own = words.own().shapes().get(name);
            if (own != null && said.indexOf(" ") < 0 && field == null) {
                said.append(blank(said)).append(lang.equals("en") ? own.en() : own.zh());
                shape = own;
            } else if (field == null) {
                String label = words.label("questions", name, lang);
                said.append(blank(said)).append(label.isEmpty() ? name : label);
                shape = null;
            } else if (!name.equals("records") && !name.equals("history")) {
                said.append(blank(said)).append(label(field));
                shape = field.element().isRecord() ? words.own().of(field.element()) : null;
            } else {
                shape = field.element().isRecord() ? words.own().of(field.element()) : null;
            }
        }
        return said.isEmpty() ? new Text("文书", "the document").in(lang) : said.toString();
    }

    private static int index(String name) {
        return name.matches("\\d{1,7}") ? Integer.parseInt(name) : -1;
    }

    private String record(JsonNode node, String index) {
        String id = node.path("id").asText("");
        String conduct = node.path("conduct").asText("");
        String named = id.isEmpty() ? String.valueOf(index(index) + 1) : id;
        return " " + named
                + (conduct.isEmpty()
                        ? ""
                        : new Text("（", " (").in(lang)
                                + words.label("conducts", conduct, lang)
                                + new Text("）", ")").in(lang));
    }

    private String label(Field field) {
        String meaning = lang.equals("en") ? field.en() : field.zh();
        String brief = meaning.split(lang.equals("en") ? "[(;,]" : "[（，；：]")[0].strip();
        return brief.isEmpty() ? field.name() : brief;
    }

    private static String blank(StringBuilder said) {
        return said.isEmpty() ? "" : " ";
    }

    /** Clauses as they are cited, separated. */
    static String cited(List<String> clauses, String lang) {
        return String.join(
                new Text("、", ", ").in(lang),
                clauses.stream()
                        .map(c -> Citation.of(c.substring(c.indexOf('#') + 1), lang))
                        .toList());
    }
}
