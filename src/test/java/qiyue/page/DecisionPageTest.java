package qiyue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.report.Audience;
import qiyue.report.DecisionView;
import qiyue.report.TextReport;

/** A decision as a page: one whole file of its own, parts that can stand alone, nothing of a document taken for markup. */
class DecisionPageTest {
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /** Each sample is decided once for all tests, and told once in each language. */
    private static final Map<Path, Decision> DECIDED = new ConcurrentHashMap<>();

    private static final Map<String, Paged> PAGED = new ConcurrentHashMap<>();

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Decision decision(String text) throws Exception {
        InspectionText document = new InspectionText("inspection.json", text);
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(document.tree(), Shipped.library(), document.name()), "");
    }

    private static Decision decision(Path sample) {
        return DECIDED.computeIfAbsent(sample, s -> {
            try {
                return decision(Files.readString(s));
            } catch (Exception e) {
                throw new IllegalStateException(s.toString(), e);
            }
        });
    }

    /** A decision in one language, and its page. */
    private record Paged(DecisionView view, String page) {}

    private static Paged paged(Path sample, String lang) {
        return PAGED.computeIfAbsent(lang + sample, k -> {
            DecisionView view = DecisionView.of(decision(sample), Shipped.library(), lang);
            return new Paged(view, DecisionPage.of(view));
        });
    }

    private static void wellFormed(String xml) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_one_whole_page_that_says_what_the_text_says(Path sample) throws Exception {
        Decision decision = decision(sample);
        for (String lang : LANGUAGES) {
            DecisionView view = paged(sample, lang).view();
            String page = paged(sample, lang).page();

            wellFormed(page.substring("<!DOCTYPE html>".length()));
            assertThat(page).doesNotContain("<script", "http:", "https:", "url(", "<link", "<img");
            assertThat(DecisionPage.of(DecisionView.of(decision, Shipped.library(), lang)))
                    .isEqualTo(page);
            String plain = plain(page);
            view.measures()
                    .forEach(g -> g.items().forEach(i -> assertThat(plain).contains(plain(i.sentence()))));
            view.breaches()
                    .forEach(b -> b.times().forEach(t -> assertThat(plain).contains(plain(t))));
            view.duties().forEach(g -> g.items().forEach(i -> assertThat(plain).contains(plain(i.what()))));
            view.annexes().money().forEach(m -> {
                assertThat(m.rows()).isNotEmpty();
                assertThat(plain).contains(m.sum().toPlainString());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_part_stands_alone(Path sample) throws Exception {
        DecisionView view = paged(sample, "zh").view();
        String page = paged(sample, "zh").page();
        for (DecisionPage.Part part : DecisionPage.Part.values()) {
            String alone = DecisionPage.part(part, view);
            wellFormed("<div>" + alone + "</div>");
            assertThat(page).contains(alone.strip());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void marks_lie_on_the_line_in_order(Path sample) throws Exception {
        DecisionView view = paged(sample, "zh").view();
        DecisionView.Timeline line = view.timeline();
        TimeScale scale = TimeScale.of(line);

        assertThat(line.marks()).anyMatch(m -> m.kind().equals("handled"));
        assertThat(line.marks()).isSortedAccordingTo(java.util.Comparator.comparing(DecisionView.Mark::from));
        assertThat(line.marks()).allSatisfy(m -> {
            assertThat(m.from()).isBetween(line.first(), line.last());
            assertThat(m.to()).isBetween(m.from(), line.last());
            assertThat(scale.from(m)).isBetween(0L, 1000L);
            assertThat(scale.from(m) + scale.width(m)).isBetween(0L, 1000L);
        });
    }

    @Test
    void what_a_document_says_is_never_markup() throws Exception {
        String hostile = Files.readString(Path.of("samples/beijing-combined.json"))
                .replace("北京永宁路骨伤医院", "<script>alert(1)</script>\\\" onload=x '&amp;")
                .replace("膝关节CT平扫", "</td><img src=x onerror=y>");
        String page = DecisionPage.of(DecisionView.of(decision(hostile), Shipped.library(), "zh"));

        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;", "&lt;/td&gt;&lt;img src=x");
        wellFormed(page.substring("<!DOCTYPE html>".length()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_is_worded_as_decided_for_the_facility_that_checks_itself(Path sample) throws Exception {
        Decision decision = decision(sample);
        DecisionView zh = DecisionView.of(decision, Shipped.library(), "zh", Audience.FACILITY);
        DecisionView en = DecisionView.of(decision, Shipped.library(), "en", Audience.FACILITY);

        assertThat(zh.measures())
                .allSatisfy(g -> assertThat(g.items())
                        .allSatisfy(i ->
                                assertThat(i.sentence()).doesNotStartWith("应当").doesNotStartWith("可以")));
        assertThat(en.measures())
                .allSatisfy(
                        g -> assertThat(g.items()).noneMatch(i -> i.sentence().startsWith("shall")));
        assertThat(TextReport.of(zh, 80))
                .startsWith("自查意见")
                .contains("不是经办机构的处理决定", "按所填事实的违约", "将会处理的金额")
                .doesNotContain("必须处理的金额", "本次选择而定", "另有依据（可以", "另有依据（应当");
        assertThat(TextReport.of(en, 80))
                .contains("Breaches, on the facts as stated", "Money that would move")
                .doesNotContain(
                        "must move", "today's choice", "further ground (may", "further ground (shall", "(may: ");
        assertThat(en.notes()).allSatisfy(n -> assertThat(n.text()).doesNotMatch("(art[^,:]+), \\1[,:].*"));
        assertThat(DecisionPage.of(zh)).contains("<h1>自查意见</h1>");
        // the same measures, whoever reads
        assertThat(zh.measures().stream().flatMap(g -> g.items().stream()).map(DecisionView.MeasureItem::line))
                .containsExactlyElementsOf(paged(sample, "zh").view().measures().stream()
                        .flatMap(g -> g.items().stream())
                        .map(DecisionView.MeasureItem::line)
                        .toList());
    }

    @Test
    void text_stands_out_from_its_ground() throws IOException {
        String style = DecisionPage.style();
        for (String rule : style.split("}")) {
            List<String> colours = Pattern.compile("(?:^|[ ;{])(color|background): (#[0-9a-f]{6}|#[0-9a-f]{3})\\b")
                    .matcher(rule)
                    .results()
                    .map(m -> m.group(1) + m.group(2))
                    .toList();
            String text = colours.stream()
                    .filter(c -> c.startsWith("color"))
                    .findFirst()
                    .orElse("color#1b1f24");
            String ground = colours.stream()
                    .filter(c -> c.startsWith("background"))
                    .findFirst()
                    .orElse("background#ffffff");
            if (colours.stream().anyMatch(c -> c.startsWith("color"))) {
                assertThat(contrast(text.substring(5), ground.substring(10)))
                        .as(rule.strip())
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String six = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        double[] part = Stream.of(six.substring(1, 3), six.substring(3, 5), six.substring(5, 7))
                .mapToDouble(h -> Integer.parseInt(h, 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        assertThat(Arrays.stream(part).allMatch(c -> c <= 1)).isTrue();
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", "");
    }
}
