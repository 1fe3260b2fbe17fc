package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import qiyue.Folders;
import qiyue.Shipped;
import qiyue.page.Pages;

/** {@code docs}: pages that are well-formed, lead somewhere, and need nothing from outside. */
class DocsCommandTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    @Test
    void all_pages_of_the_shipped_rulebooks_hold_together() throws Exception {
        Map<String, String> pages = Pages.of(Shipped.library(), List.of(), DocsCommandTest::rules, List.of("zh", "en"));
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        Map<String, Set<String>> ids = new TreeMap<>();
        pages.forEach((path, page) -> ids.put(path, found(ID, page)));
        List<String> dead = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            if (!page.getKey().endsWith(".html")) {
                continue;
            }
            parser.parse(new InputSource(new StringReader(page.getValue().substring("<!DOCTYPE html>".length()))));
            for (String link : found(LINK, page.getValue())) {
                Path folder = Path.of(page.getKey()).resolveSibling("");
                String file = link.startsWith("#")
                        ? page.getKey()
                        : folder.resolve(link.replaceAll("#.*", ""))
                                .normalize()
                                .toString()
                                .replace('\\', '/');
                String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
                if (!pages.containsKey(file)
                        || !(anchor.isEmpty()
                                || ids.getOrDefault(file, Set.of()).contains(anchor))) {
                    dead.add(page.getKey() + " -> " + link);
                }
            }
        }

        assertThat(pages).hasSizeGreaterThan(2000);
        assertThat(dead).as("links that lead nowhere or outside").isEmpty();
        assertThat(pages.values()).noneMatch(p -> p.contains("http:") || p.contains("url("));
    }

    @Test
    void titles_can_be_searched_from_disk() {
        Map<String, String> pages = Pages.of(Shipped.library(), List.of(), DocsCommandTest::rules, List.of("zh", "en"));

        assertThat(pages.get("zh/pages.js"))
                .contains("\"beijing/rules-2025/c-18.1.html\",\"第十八条第（一）项", "conducts.html#bed-hanging\",\"挂床");
        assertThat(pages.get("en/pages.js")).contains("art. 18 item 1");
        pages.get("zh/pages.js")
                .lines()
                .filter(l -> l.startsWith("["))
                .forEach(l -> assertThat(pages)
                        .containsKey("zh/" + l.substring(2, l.indexOf('"', 2)).replaceAll("#.*", "")));
        assertThat(pages.get("zh/beijing/rules-2025/c-18.1.html"))
                .contains("src=\"../../pages.js\"", "src=\"../../../search.js\"", "id=\"find\"");
    }

    @Test
    void index_and_page_count_alike() {
        Map<String, String> pages = Pages.of(Shipped.library(), List.of(), DocsCommandTest::rules, List.of("zh"));
        Shipped.library().rulebooks().forEach((id, book) -> {
            MatchResult row = Pattern.compile(
                            "href=\"" + id + "/index.html\">[^<]*</a></td><td>[^<]*</td><td>(\\d+)</td><td>(\\d+)</td>")
                    .matcher(pages.get("zh/index.html"))
                    .results()
                    .findFirst()
                    .orElseThrow();
            String page = pages.get("zh/" + id + "/index.html");
            int listed = page.split("<td><a href=\"c-", -1).length - 1;
            assertThat(row.group(1)).as(id).isEqualTo(String.valueOf(listed));
            assertThat(page).as(id).contains(row.group(1) + "：", "已编码 " + row.group(2), book.digest());
            assertThat(pages.get("zh/index.html")).contains(book.digest());
        });
    }

    @Test
    void the_map_of_conducts_has_a_page_of_its_own() {
        Map<String, String> pages = Pages.of(Shipped.library(), List.of(), DocsCommandTest::rules, List.of("zh", "en"));

        assertThat(pages.get("zh/conducts.html"))
                .contains("id=\"fake-stay\"", "何时填", "href=\"#bed-hanging\"", "第四十五条第（一）项");
        assertThat(pages.get("en/conducts.html")).contains("a real stay with the patient elsewhere");
        assertThat(found(ID, pages.get("zh/conducts.html")))
                .as("every conduct")
                .containsAll(Shipped.library().vocabulary().codes("conducts"));
    }

    @Test
    void a_page_shows_rule_cases_and_what_follows(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("pages");
        Run run = Run.of("docs", "--rules", "src/test/resources/diff/old", "--out", out.toString());
        String clause = Files.readString(out.resolve("zh/here/rules-2025/c-1.1.html"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(clause)
                .contains("第一条第（一）项", "<span class=\"t\">Finding</span>", "title=\"重复收费\"", "重复收费一次", "成立 1")
                .contains("c-1.p1.a.html", "../../vocabulary.html#conducts.double-billed");
        assertThat(Files.readString(out.resolve("en/here/rules-2025/index.html")))
                .contains("billing twice", "4 / 5");
    }

    @Test
    void declared_fields_and_their_codes_stand_on_the_page_of_the_vocabulary(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("rules");
        Folders.copy(Path.of("src/test/resources/diff/old"), rules);
        Files.writeString(rules.resolve("vocabulary/own.yaml"), """
                record-kinds:
                  complaints:
                    zh: 投诉
                    en: complaints
                    called: Complaint
                    fields:
                      channel: {type: code, zh: 渠道, en: channel, codes: {phone: {zh: 电话, en: telephone}}}
                """);
        Path out = folder.resolve("pages");

        Run run = Run.of("docs", "--rules", rules.toString(), "--out", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("zh/vocabulary.html")))
                .contains("声明的字段", "complaints.channel", "type=code", "complaints.channel.phone", "电话");
    }

    @Test
    void other_files_are_left_alone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Path out = folder.resolve("pages");

        assertThat(Run.of("docs", "--rules", "src/test/resources/diff/old", "--out", folder.toString())
                        .code())
                .isEqualTo(Main.BAD_INPUT);
        assertThat(folder.resolve("index.html")).doesNotExist();
        Run.of("docs", "--rules", "src/test/resources/diff/new", "--out", out.toString());
        Files.writeString(out.resolve("mine.txt"), "mine");
        Run.of("docs", "--rules", "src/test/resources/diff/old", "--lang", "zh", "--out", out.toString());
        assertThat(out.resolve("zh/here/rules-2025/c-1.3.html"))
                .as("a page no longer generated")
                .doesNotExist();
        assertThat(out.resolve("mine.txt")).exists();
    }

    @Test
    void a_browser_opens_them_from_disk(@TempDir Path folder) throws Exception {
        String chromium = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .filter(c -> Files.isExecutable(Path.of(c)))
                .findFirst()
                .orElse("");
        assumeTrue(!chromium.isEmpty(), "chromium is not installed: the pages are not opened in a browser");
        Path out = folder.resolve("pages");
        Run.of("docs", "--rules", "src/test/resources/diff/old", "--lang", "zh", "--out", out.toString());
        Path picture = folder.resolve("page.png");
        Process browser = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--screenshot=" + picture,
                        out.resolve("zh/here/rules-2025/c-1.1.html").toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.txt").toFile())
                .start();
        boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
        browser.destroyForcibly();

        assertThat(ended).as("the browser came to an end").isTrue();
        assertThat(picture).as("a page that is not blank").exists();
        assertThat(Files.size(picture)).isGreaterThan(10_000);
    }

    private static String rules(String file) {
        try {
            return Files.readString(Shipped.RULES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String page) {
        Set<String> all = new TreeSet<>();
        pattern.matcher(page).results().map((MatchResult m) -> m.group(1)).forEach(all::add);
        return all;
    }
}
