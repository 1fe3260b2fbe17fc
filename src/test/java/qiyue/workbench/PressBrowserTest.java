package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What is drawn because an answer came or a name was changed takes no press and no key from the hand at work. */
class PressBrowserTest extends Robot {
    private static final String STATUS = "/findings/0/status";

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_press_in_a_shanxi_case_counts_whatever_is_drawn_while_it_lasts() throws Exception {
        begun("shanxi", "晋检〔2023〕9号", "2023-11-14", "丙医院", "medical", "2023-03-15", "2024-03-14");

        // what the map says of a conduct comes late and stands above the button the pointer is on
        run("""
                window.decided = 0;
                const real = window.fetch;
                window.fetch = async (to, how) => {
                  const answer = await real(to, how);
                  if (String(to).includes('/conducts/')) await new Promise((on) => setTimeout(on, 1500));
                  if (String(to).includes('/decide')) window.decided++;
                  return answer;
                };
                """);
        finding("挂床", "0");
        new Actions(browser).moveToElement(status("suspected")).perform();
        patience.until(b -> !b.findElements(By.cssSelector("[data-pointer='/findings/0'] .about .say"))
                .isEmpty());
        new Actions(browser).click().perform();
        assertThat(document().at(STATUS).asText()).isEqualTo("suspected");

        // a decision comes while a button in it is held down
        type("/findings/0/date", "2023-09-18");
        type("/findings/0/money/amount", "1000");
        until("嫌疑", "第四十三条第（一）项", "1000.00");
        new Actions(browser)
                .clickAndHold(button("#decided [data-status=confirmed]"))
                .perform();
        Object before = run("return window.decided");
        run("""
                const box = document.querySelector("[data-pointer='/findings/0/money/amount'] input");
                box.value = '2000';
                box.dispatchEvent(new Event('input', { bubbles: true }));
                """);
        patience.until(b -> !run("return window.decided").equals(before));
        Thread.sleep(300);
        new Actions(browser).release().perform();
        assertThat(document().at(STATUS).asText()).isEqualTo("confirmed");
        until("2000.00");

        // an id was changed: whatever points at it follows, when the box is left by the press
        type("/agreements/0/id", "x");
        new Actions(browser)
                .clickAndHold(status("cleared"))
                .pause(Duration.ofMillis(600))
                .release()
                .perform();
        assertThat(document().at(STATUS).asText()).isEqualTo("cleared");

        // what is sought is written in no document yet
        button("#who details.more > summary").click();
        type("/agreements/0/id", "y");
        WebElement seek = browser.findElement(By.cssSelector("#findings .seek"));
        seek.sendKeys("冒名");
        Thread.sleep(600);
        assertThat(seek.getAttribute("value")).isEqualTo("冒名");
        assertThat(browser.switchTo().activeElement()).isEqualTo(seek);
        assertThat((Boolean) run("return document.querySelector('#who details.more').open"))
                .as("what was opened stays open")
                .isTrue();
    }

    private WebElement status(String code) {
        return button("[data-pointer='" + STATUS + "'] [data-code='" + code + "']");
    }

    private Object run(String script) {
        Object said = ((JavascriptExecutor) browser).executeScript(script);
        return said == null ? "" : said;
    }
}
