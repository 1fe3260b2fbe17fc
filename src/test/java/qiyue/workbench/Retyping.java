package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;

/** A hand that enters a whole document through the boxes and tables of the workbench, by whatever it enters with. */
abstract class Retyping extends Robot {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WRITTEN = Path.of("src/test/resources/retyped");

    /** Lists of records that have a card each, and those that stand in tables. */
    private static final List<String> CARDS = List.of(
            "/agreements",
            "/history/measures",
            "/history/assessments",
            "/handling",
            "/choices",
            "/parameters",
            "/sharedAnswers",
            "/assessments",
            "/applications");

    /** Presses a button or a fold, or ticks a box. */
    abstract void push(String selector);

    /** Takes a code of a list that folds down. */
    abstract void choose(String selector, String code);

    /** Writes into a box, in place of what stands there. */
    abstract void write(String selector, String text);

    /** Takes a conduct that was sought by these words. */
    abstract void take(String words, String conduct);

    /** Writes into a cell of a table. */
    abstract void cell(String selector, String text);

    /** A document written by hand, which must be sound. */
    static JsonNode written(String name) throws Exception {
        JsonNode written = JSON.readTree(WRITTEN.resolve(name + ".json").toFile());
        sound(written, name);
        return written;
    }

    private static void sound(JsonNode written, String name) throws Problems {
        InspectionReader.read(written, Shipped.library(), name);
    }

    /** Enters all of it. */
    void enter(JsonNode written) {
        fields("", JSON.createObjectNode().set("region", written.path("region")));
        fields("/inspection", written.path("inspection"));
        fields("/facility", written.path("facility"));
        cards("/agreements", written.path("agreements"));
        fields("/scope", written.path("scope"));
        for (int i = 0; i < written.path("findings").size(); i++) {
            finding(i, written.path("findings").get(i));
        }
        written.path("records").fields().forEachRemaining(e -> table(e.getKey(), e.getValue()));
        CARDS.stream().skip(1).forEach(place -> cards(place, written.at(place)));
        written.path("records").fields().forEachRemaining(e -> e.getValue().forEach(this::answers));
    }

    private void finding(int i, JsonNode finding) {
        String conduct = finding.path("conduct").asText();
        take(label("conducts", conduct), conduct);
        fields("/findings/" + i, ((ObjectNode) finding.deepCopy()).without("conduct"));
    }

    private void cards(String place, JsonNode records) {
        for (int i = 0; i < records.size(); i++) {
            push("[data-add='" + place + "']");
            fields(place + "/" + i, records.get(i));
        }
    }

    private void fields(String pointer, JsonNode record) {
        record.fields().forEachRemaining(e -> put(pointer + "/" + e.getKey(), e.getValue()));
    }

    /** One value into its box; what holds others is entered part by part. */
    private void put(String pointer, JsonNode value) {
        if (value.isObject()) {
            fields(pointer, value);
            return;
        }
        String at = shown(pointer);
        String text = value.asText();
        if (value.isArray() && value.path(0).isObject()) {
            parts(pointer, value);
        } else if (value.isArray() && has(at + " input[type=checkbox]")) {
            value.forEach(v -> push(at + " input[value='" + v.asText() + "']"));
        } else if (value.isArray()) {
            write(at, listed(value));
        } else if (has(at + " [data-code]")) {
            if (!has(at + " [data-code='" + text + "'][aria-checked=true]")) {
                push(at + " [data-code='" + text + "']");
            }
        } else if (has(at + " select")) {
            choose(at + " select", text);
        } else {
            write(at, text.equals("none") ? "无" : text);
        }
    }

    /** Charge lines of a finding: by their ids where that is all, else each with its part. */
    private void parts(String pointer, JsonNode parts) {
        push(shown(pointer) + " button");
        for (int i = 0; i < parts.size(); i++) {
            push(shown(pointer) + " > .inner > button:last-of-type");
            fields(pointer + "/" + i, parts.get(i));
        }
    }

    /** The box of a place, once what is folded away above it is open. */
    private String shown(String pointer) {
        String own = "[data-pointer='" + pointer + "']";
        for (String at = pointer;
                !has("#inspection " + own) && !at.isEmpty();
                at = at.substring(0, at.lastIndexOf('/'))) {
            unfold("#inspection [data-pointer='" + at + "'] details.more:not([open]) > summary");
        }
        if (!has("#inspection " + own)) {
            unfold("#inspection details.more:not([open]) > summary");
        }
        patience.until(b -> has("#inspection " + own));
        // what an answer makes necessary is drawn anew meanwhile
        patience.ignoring(StaleElementReferenceException.class).until(b -> {
            unfold("#inspection details.more:not([open]):has(" + own + ") > summary");
            return true;
        });
        return "#inspection " + own;
    }

    private void unfold(String selector) {
        for (int left = count(selector); left > 0; left--) {
            push(selector);
        }
    }

    /** A table, cell by cell; columns that are not there are asked for. */
    private void table(String kind, JsonNode records) {
        push("[data-kind='" + kind + "']");
        String place = "/records/" + kind;
        for (int i = 0; i < records.size(); i++) {
            for (Map.Entry<String, JsonNode> cell : cells("", records.get(i))) {
                String at = "[data-path='" + place + "/" + i + "/" + cell.getKey() + "']";
                if (!has(at)) {
                    choose("[data-pointer='" + place + "'] .tools select", cell.getKey());
                }
                cell(at, typed(cell.getValue()));
            }
        }
    }

    private static List<Map.Entry<String, JsonNode>> cells(String above, JsonNode record) {
        List<Map.Entry<String, JsonNode>> cells = new ArrayList<>();
        record.fields().forEachRemaining(e -> {
            if (e.getValue().isObject() && !e.getKey().equals("answers")) {
                cells.addAll(cells(above + e.getKey() + "/", e.getValue()));
            } else if (!e.getValue().isObject()) {
                cells.add(Map.entry(above + e.getKey(), e.getValue()));
            }
        });
        return cells;
    }

    private static String typed(JsonNode value) {
        return value.isArray()
                ? listed(value)
                : value.isBoolean()
                        ? value.asBoolean() ? "是" : "否"
                        : value.asText().equals("none") ? "无" : value.asText();
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("、"));
    }

    /** Questions about what stands in tables are answered beside the decision. */
    private void answers(JsonNode record) {
        record.path("answers").fields().forEachRemaining(e -> {
            String at = "#decided [data-question='" + e.getKey() + "'][data-about='"
                    + record.path("id").asText() + "']";
            patience.ignoring(StaleElementReferenceException.class).until(b -> {
                push(at + "[data-answer='" + e.getValue().asText() + "']");
                return true;
            });
        });
    }

    int count(String selector) {
        return browser.findElements(By.cssSelector(selector)).size();
    }

    boolean has(String selector) {
        return count(selector) > 0;
    }

    WebElement scrolled(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        return element;
    }

    private static String label(String list, String code) {
        return Shipped.library().vocabulary().label(list, code, "zh");
    }

    /** What was saved. */
    JsonNode saved() throws Exception {
        return JSON.readTree(downloaded(".json").toFile());
    }

    /** A document with numbers by their value, whatever their zeros. */
    static JsonNode plain(JsonNode node) {
        if (node.isNumber()) {
            return DecimalNode.valueOf(node.decimalValue().stripTrailingZeros());
        }
        if (node.isObject()) {
            ObjectNode made = JSON.createObjectNode();
            node.fields().forEachRemaining(e -> made.set(e.getKey(), plain(e.getValue())));
            return made;
        }
        if (node.isArray()) {
            var made = JSON.createArrayNode();
            node.forEach(e -> made.add(plain(e)));
            return made;
        }
        return node;
    }
}
