package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;

/** Inspections written by hand, entered anew through the boxes and tables of the workbench alone: what is saved is what was written. */
class RetypedBrowserTest extends Robot {
    private static final ObjectMapper JSON = new ObjectMapper();
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

    /** One region in every build, for each takes minutes of a browser; the property names others, with commas. */
    static List<String> regions() {
        return List.of(System.getProperty("qiyue.retyped", "xilingol").split(","));
    }

    @ParameterizedTest
    @MethodSource("regions")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void an_inspection_typed_anew_is_the_one_that_was_written(String region) throws Exception {
        JsonNode written = JSON.readTree(WRITTEN.resolve(region + ".json").toFile());
        InspectionReader.read(written, Shipped.library(), region);

        fields("", pick(written, "region"));
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

        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys("s")
                .keyUp(Keys.CONTROL)
                .perform();
        JsonNode saved = JSON.readTree(downloaded(".json").toFile());
        assertThat(plain(saved)).isEqualTo(plain(written));
    }

    private static ObjectNode pick(JsonNode from, String name) {
        return JSON.createObjectNode().set(name, from.path(name));
    }

    private void finding(int i, JsonNode finding) {
        WebElement seek = button("#findings .seek");
        seek.sendKeys(label("conducts", finding.path("conduct").asText()));
        button("#findings .offers [data-conduct='" + finding.path("conduct").asText() + "']")
                .click();
        fields("/findings/" + i, ((ObjectNode) finding.deepCopy()).without("conduct"));
    }

    private void cards(String place, JsonNode records) {
        for (int i = 0; i < records.size(); i++) {
            button("[data-add='" + place + "']").click();
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
            value.forEach(v -> button(at + " input[value='" + v.asText() + "']").click());
        } else if (value.isArray()) {
            write(
                    at,
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining("、")));
        } else if (has(at + " [data-code]")) {
            if (!has(at + " [data-code='" + text + "'][aria-checked=true]")) {
                button(at + " [data-code='" + text + "']").click();
            }
        } else if (has(at + " select")) {
            new Select(button(at + " select")).selectByValue(text);
        } else {
            write(at, text.equals("none") ? "无" : text);
        }
    }

    /** Charge lines of a finding: by their ids where that is all, else each with its part. */
    private void parts(String pointer, JsonNode parts) {
        button(shown(pointer) + " button").click();
        for (int i = 0; i < parts.size(); i++) {
            List<WebElement> buttons = browser.findElements(By.cssSelector(shown(pointer) + " > .inner > button"));
            scrolled(buttons.get(buttons.size() - 1)).click();
            fields(pointer + "/" + i, parts.get(i));
        }
    }

    /** The box of a place, once what is folded away above it is open. */
    private String shown(String pointer) {
        String own = "[data-pointer='" + pointer + "']";
        for (String at = pointer;
                !has("#inspection " + own) && !at.isEmpty();
                at = at.substring(0, at.lastIndexOf('/'))) {
            for (WebElement fold : browser.findElements(
                    By.cssSelector("#inspection [data-pointer='" + at + "'] details.more:not([open]) > summary"))) {
                scrolled(fold).click();
            }
        }
        if (!has("#inspection " + own)) {
            browser.findElements(By.cssSelector("#inspection details.more:not([open]) > summary"))
                    .forEach(fold -> scrolled(fold).click());
        }
        patience.until(b -> has("#inspection " + own));
        // what an answer makes necessary is drawn anew meanwhile
        patience.ignoring(StaleElementReferenceException.class).until(b -> {
            for (WebElement fold : browser.findElements(By.cssSelector("#inspection details.more:not([open])"))) {
                if (!fold.findElements(By.cssSelector(own)).isEmpty()) {
                    scrolled(fold.findElement(By.tagName("summary"))).click();
                }
            }
            return true;
        });
        return "#inspection " + own;
    }

    private void write(String at, String text) {
        WebElement box = button(at + " input:not([type=date]), " + at + " textarea");
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    /** A table, cell by cell from the keyboard; columns that are not there are asked for. */
    private void table(String kind, JsonNode records) {
        button("[data-kind='" + kind + "']").click();
        String place = "/records/" + kind;
        for (int i = 0; i < records.size(); i++) {
            for (Map.Entry<String, JsonNode> cell : cells("", records.get(i))) {
                String at = "[data-path='" + place + "/" + i + "/" + cell.getKey() + "']";
                if (!has(at)) {
                    new Select(button("[data-pointer='" + place + "'] .tools select")).selectByValue(cell.getKey());
                }
                into(at);
                new Actions(browser)
                        .sendKeys(typed(cell.getValue()))
                        .sendKeys(Keys.ENTER)
                        .perform();
            }
        }
    }

    /** A cell may be drawn anew, by an answer that came, between being found and being pressed. */
    private void into(String at) {
        patience.ignoring(StaleElementReferenceException.class).until(b -> {
            new Actions(browser).moveToElement(button(at)).click().perform();
            return has(at + ".active");
        });
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
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("、"))
                : value.isBoolean()
                        ? value.asBoolean() ? "是" : "否"
                        : value.asText().equals("none") ? "无" : value.asText();
    }

    /** Questions about what stands in tables are answered beside the decision. */
    private void answers(JsonNode record) {
        record.path("answers").fields().forEachRemaining(e -> {
            String at = "#decided [data-question='" + e.getKey() + "'][data-about='"
                    + record.path("id").asText() + "']";
            patience.ignoring(StaleElementReferenceException.class).until(b -> {
                button(at + "[data-answer='" + e.getValue().asText() + "']").click();
                return true;
            });
        });
    }

    private boolean has(String selector) {
        return !browser.findElements(By.cssSelector(selector)).isEmpty();
    }

    private WebElement scrolled(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        return element;
    }

    private static String label(String list, String code) {
        return Shipped.library().vocabulary().label(list, code, "zh");
    }

    /** A document with numbers by their value, whatever their zeros. */
    private static JsonNode plain(JsonNode node) {
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
