package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import qiyue.Shipped;

/** A whole inspection, a rule and a telephone, by a robot's hand in a real browser. */
class BrowserTest extends Robot {
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_whole_inspection_is_entered_questions_are_answered_the_decision_is_seen_and_exported() throws Exception {
        select("/region", "beijing");
        type("/inspection/id", "京检〔2025〕1号");
        type("/inspection/inspectedOn", "2025年6月10日");
        type("/inspection/feedbackOn", "2025/6/16");
        type("/facility/name", "甲医院<script>alert(1)</script>");
        browser.findElement(By.cssSelector("[data-pointer='/facility/kinds'] input[value=medical]"))
                .click();
        browser.findElement(By.cssSelector("[data-add='/agreements']")).click();
        type("/agreements/0/from", "20250101");
        type("/agreements/0/to", "2025-12-31");
        for (String topic : List.of("admissions", "charging", "supervision")) {
            browser.findElement(By.cssSelector("[data-pointer='/scope/topics'] input[value=" + topic + "]"))
                    .click();
        }

        finding("挂床", "0");
        press("/findings/0/status", "confirmed");
        type("/findings/0/date", "2025-5-6");
        type("/findings/0/money/amount", "1,000.00");
        type("/findings/0/money/paid", "900");
        type("/findings/0/money/retained", "100");
        until("追回", "900.00");

        finding("拒绝监督检查", "1");
        press("/findings/1/status", "confirmed");
        type("/findings/1/date", "2025-06-10");
        until("情节是否恶劣", "待回答的问题");
        answer("good-reason", "no");
        answer("vile", "yes");
        until("解除服务协议");

        // a grid, from the keyboard alone
        browser.findElement(By.cssSelector("[data-kind=charges]")).click();
        paste(
                "charges",
                "编号\t费用发生日\t项目名称\t类别\t金额（元）\t计费数量\t医嘱或处方数量\n"
                        + "c1\t2025/5/8\t\"运动疗法\n\"\"上肢\"\"\"\t治疗\t300.00\t6\t4\n");
        assertThat(document()
                        .path("records")
                        .path("charges")
                        .path(0)
                        .path("ordered")
                        .asInt())
                .isEqualTo(4);
        // headings and words of a hospital's system, as a file of it is read
        paste("charges", "收费时间\t收费项目\t费用类别\t总价\t次序\n2025/5/9\t腰椎CT\t检查费\t1,260.00\t甲1\n");
        patience.until(b -> b.findElements(By.cssSelector("dialog.told")).size() == 1);
        assertThat(browser.findElement(By.cssSelector("dialog.told")).getText())
                .contains("总价 → 金额", "检查费 → 检查化验", "次序");
        browser.findElement(By.cssSelector("dialog.told button")).click();
        JsonNode pasted = document().path("records").path("charges").path(1);
        assertThat(pasted.path("category").asText()).isEqualTo("test");
        assertThat(pasted.path("money").path("amount").asInt()).isEqualTo(1260);
        assertThat(document().has("sources")).as("no file has what was pasted").isFalse();
        new Actions(browser)
                .sendKeys(Keys.chord(Keys.CONTROL, Keys.HOME))
                .sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
                .perform();

        JsonNode document = document();
        assertThat(document.path("inspection").path("inspectedOn").asText()).isEqualTo("2025-06-10");
        assertThat(document.path("findings")
                        .path(0)
                        .path("money")
                        .path("amount")
                        .asInt())
                .isEqualTo(1000);
        assertThat(browser.findElements(By.cssSelector("#case script"))).isEmpty();

        // nothing is lost when the page is read again
        browser.navigate().refresh();
        patience.until(
                b -> !b.findElements(By.cssSelector("body[data-ready=yes]")).isEmpty());
        until("解除服务协议");
        assertThat(document()).isEqualTo(document);

        browser.findElement(By.cssSelector("#decided .conclusion [data-why]")).click();
        patience.until(b -> b.findElements(By.cssSelector("#drawer .line.met")).size() > 0);
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        assertThat(browser.findElement(By.id("drawer")).isDisplayed()).isFalse();

        // what if
        new Actions(browser).keyDown(Keys.ALT).sendKeys("w").keyUp(Keys.ALT).perform();
        press("/findings/1/status", "cleared");
        patience.until(b -> b.findElement(By.id("changes")).getText().contains("解除服务协议"));
        browser.findElement(By.cssSelector("[data-do=drop]")).click();
        until("解除服务协议");
        assertThat(document()).isEqualTo(document);

        browser.findElements(By.cssSelector(".menu summary")).get(0).click();
        browser.findElement(By.cssSelector("[data-export=json]")).click();
        Path exported = downloaded("-decision.json");
        assertThat(new ObjectMapper()
                        .readTree(exported.toFile())
                        .path("measures")
                        .toString())
                .contains("terminate");
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys("s")
                .keyUp(Keys.CONTROL)
                .perform();
        JsonNode saved = new ObjectMapper().readTree(downloaded("号.json").toFile());
        assertThat(saved.path("findings")).hasSize(2);
        assertThat(saved.path("region").asText()).isEqualTo("beijing");
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_rule_is_found_and_edited_on_a_copy_with_its_check_beside_it() throws Exception {
        browser.findElement(By.cssSelector("#tabs [data-view=rules]")).click();
        patience.until(b -> !b.findElements(By.cssSelector("#page h1")).isEmpty());
        assertThat(weak()).as("of the pages of rules").isEmpty();
        browser.findElement(By.cssSelector(".search input")).sendKeys("挂床 十八条");
        patience.until(b -> !b.findElements(By.cssSelector("#hits a")).isEmpty());
        ((JavascriptExecutor) browser)
                .executeScript("[...document.querySelectorAll('#hits li')].find(l => l.textContent.includes('beijing'))"
                        + ".querySelector('a').click()");
        patience.until(
                b -> !b.findElements(By.cssSelector("#page .where button")).isEmpty());
        browser.findElement(By.cssSelector("#page .where button")).click();
        patience.until(b -> !b.findElements(By.cssSelector("#desk textarea")).isEmpty());
        WebElement area = browser.findElement(By.cssSelector("#desk textarea"));
        String file = browser.findElement(By.cssSelector("#desk h2")).getText();
        String before = Files.readString(Shipped.RULES.resolve(file));
        area.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "\nrule \"x\"\n");
        patience.until(
                b -> !b.findElements(By.cssSelector("#desk .checked .grave")).isEmpty());
        assertThat(weak()).as("of the desk with mistakes").isEmpty();
        assertThat(Files.readString(Shipped.RULES.resolve(file)))
                .as("the rules in use")
                .isEqualTo(before);
        assertThat(Files.readString(home.resolve("target/workbench/rules").resolve(file)))
                .contains("rule \"x\"");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void every_box_has_a_name_and_a_telephone_shows_no_page_wider_than_itself() {
        browser.findElements(By.cssSelector(".menu summary")).get(1).click();
        browser.findElement(By.cssSelector("[data-sample=beijing-second-suspension]"))
                .click();
        until("742.00");
        assertThat((List<?>) ((JavascriptExecutor) browser).executeScript("""
                                return [...document.querySelectorAll('input, select, textarea, button')]
                                  .filter(e => e.offsetParent && !e.hidden && e.getAttribute('aria-hidden') !== 'true')
                                  .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.textContent.trim())
                                  .map(e => e.outerHTML.slice(0, 120))
                                """)).isEmpty();
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        assertThat((Long) ((JavascriptExecutor) browser)
                        .executeScript("return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        browser.findElement(By.cssSelector("#tabs .narrow")).click();
        assertThat(browser.findElement(By.id("decided")).isDisplayed()).isTrue();
        assertThat((Long) ((JavascriptExecutor) browser)
                        .executeScript("return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
    }

    /** Article 44 of Xilingol offers the same suspension of the facility and of the departments: the one pressed is the one taken. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void of_one_measure_offered_in_two_places_the_one_pressed_is_taken() throws Exception {
        begun("xilingol", "锡检〔2025〕9号", "2025-05-12", "丙康复医院", "rehabilitation", "2025-01-01", "2025-12-31");
        finding("招揽病人", "0");
        press("/findings/0/status", "confirmed");
        type("/findings/0/date", "2025-04-03");
        until("机构是否为二级以上公立医院");
        answer("public-level-two", "yes");
        String offered = "#decided [data-choose=%s][data-measure=suspend-service][data-subject=%s]";
        for (String subject : List.of("facility", "department")) {
            By taken = By.cssSelector(offered.formatted("taken", subject));
            patience.until(b -> !b.findElements(taken).isEmpty());
            ((JavascriptExecutor) browser).executeScript("arguments[0].click()", browser.findElement(taken));
            patience.until(
                    b -> !b.findElements(By.cssSelector(offered.formatted("taken", subject) + "[aria-pressed=true]"))
                            .isEmpty());
        }
        assertThat(browser.findElement(By.id("decided")).getText()).doesNotContain("可以落在不止一处");
        assertThat(document().path("choices").findValuesAsText("subject")).containsExactly("facility", "department");
    }

    /** Another region, a suspicion, and how far the next tier is; each page told from its ground, and on paper the decision alone. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_suspicion_in_xilingol_is_supposed_to_be_confirmed_and_the_way_to_termination_is_shown() throws Exception {
        begun("xilingol", "锡检〔2025〕3号", "2025-05-12", "乙康复医院", "rehabilitation", "2025-01-01", "2025-12-31");
        finding("无指征住院", "0");
        press("/findings/0/status", "suspected");
        assertThat(document().at("/findings/0/status").asText()).isEqualTo("suspected");
        type("/findings/0/date", "2025-05-06");
        type("/findings/0/money/amount", "1200");
        until("嫌疑", "第四十三条第（九）项");
        assertThat(weak()).as("of a whole case").isEmpty();

        new Actions(browser).keyDown(Keys.ALT).sendKeys("w").keyUp(Keys.ALT).perform();
        press("/findings/0/status", "confirmed");
        patience.until(b -> b.findElement(By.id("changes")).getText().contains("拒付（不予支付）"));
        assertThat(weak()).as("of what is supposed").isEmpty();
        browser.findElement(By.cssSelector("[data-do=drop]")).click();
        until("嫌疑");
        assertThat(document().at("/findings/0/status").asText()).isEqualTo("suspected");

        ((JavascriptExecutor) browser)
                .executeScript("document.querySelector('#decided [data-reach=terminate]').click()");
        patience.until(b -> b.findElement(By.id("reach")).getText().contains("解除服务协议"));
        assertThat(weak()).as("of the way to the next tier").isEmpty();
        JavascriptExecutor script = (JavascriptExecutor) browser;
        script.executeScript("""
                const real = window.fetch;
                window.fetch = async (...asked) => {
                  const answer = await real(...asked);
                  if (String(asked[0]).includes('/workbench/reach')) {
                    await new Promise((done) => (window.letGo = done));
                    setTimeout(() => (window.went = true), 200);
                  }
                  return answer;
                };
                document.querySelector('#decided [data-reach=terminate]').click();
                """);
        patience.until(b -> Boolean.TRUE.equals(script.executeScript("return Boolean(window.letGo)")));
        type("/findings/0/money/amount", "1300");
        patience.until(b -> b.findElement(By.id("reach")).getText().isEmpty());
        script.executeScript("window.letGo()");
        patience.until(b -> Boolean.TRUE.equals(script.executeScript("return Boolean(window.went)")));
        assertThat(browser.findElement(By.id("reach")).getText())
                .as("what was supposed of a document that is no more")
                .isEmpty();

        // what is wrong stands at its box, and is told from its ground too
        type("/findings/0/until", "2025-13-40");
        patience.until(b -> b.findElements(By.cssSelector("#inspection .wrong")).stream()
                .anyMatch(w -> !w.getText().isBlank()));
        assertThat(weak()).as("of mistakes").isEmpty();

        // a sheet of paper is narrower than many a screen
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 718, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        assertThat(browser.findElement(By.id("decided")).isDisplayed()).isTrue();
        assertThat(browser.findElement(By.id("inspection")).isDisplayed()).isFalse();
        assertThat(browser.findElement(By.id("tabs")).isDisplayed()).isFalse();
        assertThat(weak()).as("on paper").isEmpty();
    }
}
