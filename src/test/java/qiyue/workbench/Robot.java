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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A robot's hand at the workbench, in a real browser; what it does is skipped, with the reason, where there is none. */
abstract class Robot {
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;

    Served served;
    ChromeDriver browser;
    WebDriverWait patience;

    @BeforeEach
    void open() throws Exception {
        String chromium = BROWSERS.stream()
                .filter(b -> Files.isExecutable(Path.of(b)))
                .findFirst()
                .orElse("");
        assumeTrue(
                !chromium.isEmpty() && Files.isExecutable(DRIVER),
                "chromium and chromium-driver are not installed: the workbench is not tried in a browser");
        System.setProperty("SE_OFFLINE", "true");
        System.setProperty("SE_AVOID_STATS", "true");
        served = new Served(home);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-background-networking",
                "--no-first-run",
                "--window-size=1440,950",
                "--user-data-dir=" + home.resolve("profile"));
        Files.createDirectories(home.resolve("downloads"));
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", home.resolve("downloads").toString()));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .withLogFile(new File(home.toFile(), "driver.txt"))
                        .build(),
                options);
        patience = new WebDriverWait(browser, PATIENCE);
        browser.get(served.url());
        browser.get(served.url().replaceAll("\\?.*", "?lang=zh"));
        patience.until(
                b -> !b.findElements(By.cssSelector("body[data-ready=yes]")).isEmpty());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
            gone(home.resolve("profile"));
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
        WebElement button = patience.until(
                b -> b.findElement(By.cssSelector("[data-pointer='" + pointer + "'] [data-code='" + code + "']")));
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
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
        patience.withMessage(() -> "the decision says " + List.of(texts) + "; it says "
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
}
