package qiyue.workbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A robot's hand at the workbench, in a real browser; what it does is skipped, with the reason, where there is none. */
abstract class Robot {
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    /** Longer than anything takes on a machine that does other things too: what never comes is told all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How often it is looked whether something has come: the library's own half second is most of what such tests take. */
    private static final Duration LOOKING = Duration.ofMillis(100);

    /** One browser for the tests of a class: each is served at a port of its own, and so finds nothing kept by another. */
    @TempDir
    static Path profile;

    static @Nullable ChromeDriver started;

    @TempDir
    Path home;

    Served served;
    ChromeDriver browser;
    WebDriverWait patience;

    @BeforeAll
    static void start() {
        String chromium = BROWSERS.stream()
                .filter(b -> Files.isExecutable(Path.of(b)))
                .findFirst()
                .orElse("");
        assumeTrue(
                !chromium.isEmpty() && Files.isExecutable(DRIVER),
                "chromium and chromium-driver are not installed: the workbench is not tried in a browser");
        System.setProperty("SE_OFFLINE", "true");
        System.setProperty("SE_AVOID_STATS", "true");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-background-networking",
                "--no-first-run",
                "--window-size=1440,950",
                "--user-data-dir=" + profile.resolve("profile"));
        started = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .withLogFile(new File(profile.toFile(), "driver.txt"))
                        .build(),
                options);
    }

    @AfterAll
    static void end() {
        if (started != null) {
            started.quit();
            started = null;
            gone(profile.resolve("profile"));
        }
    }

    @BeforeEach
    void open() throws Exception {
        browser = Objects.requireNonNull(started);
        browser.switchTo().newWindow(WindowType.TAB);
        Files.createDirectories(home.resolve("downloads"));
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        home.resolve("downloads").toString()));
        served = new Served(home);
        patience = new WebDriverWait(browser, PATIENCE, LOOKING);
        browser.get(served.url());
        browser.get(served.url().replaceAll("\\?.*", "?lang=zh"));
        patience.until(
                b -> !b.findElements(By.cssSelector("body[data-ready=yes]")).isEmpty());
    }

    /** Leaves one empty page, as nothing that is still open may ask a server that is gone. */
    @AfterEach
    void close() {
        if (browser != null) {
            browser.switchTo().newWindow(WindowType.TAB);
            String empty = browser.getWindowHandle();
            for (String each : browser.getWindowHandles()) {
                if (!each.equals(empty)) {
                    browser.switchTo().window(each).close();
                }
            }
            browser.switchTo().window(empty);
        }
        if (served != null) {
            served.close();
        }
    }

    /** The browser's processes write to their profile for a while after it was told to end. */
    private static void gone(Path profile) {
        for (int i = 0; i < 50 && Files.exists(profile); i++) {
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
                Thread.sleep(200);
            } catch (IOException | UncheckedIOException e) {
                // it is still there; once more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    WebElement box(String pointer) {
        return patience.until(b -> b.findElement(By.cssSelector("[data-pointer='" + pointer
                + "'] input, [data-pointer='" + pointer + "'] textarea, [data-pointer='" + pointer + "'] select")));
    }

    /** A facility of one kind with one agreement, inspected on a day. */
    void begun(String region, String inspection, String day, String facility, String kind, String from, String to) {
        select("/region", region);
        type("/inspection/id", inspection);
        type("/inspection/inspectedOn", day);
        type("/facility/name", facility);
        browser.findElement(By.cssSelector("[data-pointer='/facility/kinds'] input[value=" + kind + "]"))
                .click();
        browser.findElement(By.cssSelector("[data-add='/agreements']")).click();
        type("/agreements/0/from", from);
        type("/agreements/0/to", to);
    }

    void type(String pointer, String text) {
        WebElement box = box(pointer);
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", box);
        box.sendKeys(text);
    }

    void select(String pointer, String code) {
        patience.until(b -> b.findElement(By.cssSelector("[data-pointer='" + pointer + "'] [value='" + code
                        + "'], [data-pointer='" + pointer + "'] [data-code='" + code + "']")))
                .click();
    }

    void press(String pointer, String code) {
        button("[data-pointer='" + pointer + "'] [data-code='" + code + "']").click();
    }

    /** A button, brought into sight. */
    WebElement button(String selector) {
        WebElement button = patience.until(b -> b.findElement(By.cssSelector(selector)));
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        return button;
    }

    void finding(String words, String index) {
        WebElement seek = browser.findElement(By.cssSelector("#findings .seek"));
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", seek);
        seek.sendKeys(words);
        patience.until(b -> !b.findElements(By.cssSelector("#findings .offers [aria-selected=true]"))
                .isEmpty());
        seek.sendKeys(Keys.ENTER);
        box("/findings/" + index + "/date");
    }

    /** Answers an open question on the right. */
    void answer(String question, String answer) {
        WebElement button = patience.until(b -> b.findElement(
                By.cssSelector("#decided [data-question='" + question + "'][data-answer='" + answer + "']")));
        ((JavascriptExecutor) browser).executeScript("arguments[0].click()", button);
        patience.until(b -> b.findElements(By.cssSelector("#decided [data-question='" + question + "']"))
                .isEmpty());
    }

    void paste(String kind, String text) {
        ((JavascriptExecutor) browser).executeScript("""
                        const view = document.querySelector(`[data-pointer='/records/${arguments[0]}'] .view`);
                        const data = new DataTransfer();
                        data.setData('text/plain', arguments[1]);
                        view.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                        """, kind, text);
    }

    /** Waits until the decision says all of these. */
    void until(String... texts) {
        new WebDriverWait(browser, PATIENCE, LOOKING)
                .withMessage(() -> "the decision says " + List.of(texts) + "; it says "
                        + browser.findElement(By.id("decided")).getText())
                .until(b -> {
                    String said = b.findElement(By.id("decided")).getText();
                    return Stream.of(texts).allMatch(said::contains);
                });
    }

    JsonNode document() throws Exception {
        return new ObjectMapper().readTree((String)
                ((JavascriptExecutor) browser).executeScript("return localStorage.getItem('qiyue.draft')"));
    }

    Path downloaded(String ending) {
        return patience.until(b -> {
            try (Stream<Path> files = Files.list(home.resolve("downloads"))) {
                return files.filter(f -> f.toString().endsWith(ending))
                        .findFirst()
                        .orElse(null);
            } catch (IOException e) {
                return null;
            }
        });
    }

    /** Texts on the page that are not told from what is behind them, 4.5 to 1 (WCAG 2.2, AA; large ones 3 to 1). */
    List<?> weak() {
        return (List<?>) ((JavascriptExecutor) browser).executeScript("""
                const rgb = (s) => (s.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
                const light = (c) => c.slice(0, 3).map((c) => c / 255)
                  .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                  .reduce((s, c, i) => s + c * [0.2126, 0.7152, 0.0722][i], 0);
                const behind = (e) => {
                  for (let at = e; at; at = at.parentElement) {
                    const c = rgb(getComputedStyle(at).backgroundColor);
                    if (c.length < 4 || c[3] === 1) return c;
                  }
                  return [255, 255, 255];
                };
                const faded = (e) => {
                  let kept = 1;
                  for (let at = e; at; at = at.parentElement) kept *= Number(getComputedStyle(at).opacity);
                  return kept;
                };
                const found = new Set();
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                  const e = walk.currentNode.parentElement;
                  const text = walk.currentNode.textContent.trim();
                  if (!text || !e.offsetParent || e.closest('.unseen, [aria-hidden=true], option, :disabled')) continue;
                  const style = getComputedStyle(e);
                  const [ground, kept] = [behind(e), faded(e)];
                  if (!kept) continue;
                  const ink = rgb(style.color).map((c, i) => c * kept + ground[i] * (1 - kept));
                  const [a, b] = [light(ink.slice(0, 3)), light(ground.slice(0, 3))];
                  const size = parseFloat(style.fontSize);
                  const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
                  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  if (ratio < enough) found.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${text.slice(0, 20)}`);
                }
                return [...found];
                """);
    }
}
