package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Inspections written by hand, entered anew through the boxes and tables of the workbench alone: what is saved is what was written. */
class RetypedBrowserTest extends Retyping {

    /** One region in every build, for each takes minutes of a browser; the property names others, with commas. */
    static List<String> regions() {
        return List.of(System.getProperty("qiyue.retyped", "xilingol").split(","));
    }

    @ParameterizedTest
    @MethodSource("regions")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void an_inspection_typed_anew_is_the_one_that_was_written(String region) throws Exception {
        JsonNode written = written(region);

        enter(written);

        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys("s")
                .keyUp(Keys.CONTROL)
                .perform();
        assertThat(plain(saved())).isEqualTo(plain(written));
    }

    @Override
    void push(String selector) {
        button(selector).click();
    }

    @Override
    void choose(String selector, String code) {
        new Select(button(selector)).selectByValue(code);
    }

    @Override
    void write(String selector, String text) {
        WebElement box = button(selector + " input:not([type=date]), " + selector + " textarea");
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    @Override
    void take(String words, String conduct) {
        button("#findings .seek").sendKeys(words);
        button("#findings .offers [data-conduct='" + conduct + "']").click();
    }

    /** A cell may be drawn anew, by an answer that came, between being found and being pressed. */
    @Override
    void cell(String selector, String text) {
        patience.ignoring(StaleElementReferenceException.class).until(b -> {
            new Actions(browser).moveToElement(button(selector)).click().perform();
            return has(selector + ".active");
        });
        new Actions(browser).sendKeys(text).sendKeys(Keys.ENTER).perform();
    }
}
