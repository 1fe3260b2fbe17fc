package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;

/** What the pages for people say is so: links lead somewhere, and the inspections shown are read. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern SNIPPET = Pattern.compile("(<!-- full -->\n)?```json\n(.*?)```", Pattern.DOTALL);

    /** Where the language of the page is not that of a heading's first words, an anchor may also be set by hand. */
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(Path.of("rules/README.md"), Path.of("samples/README.md"), Path.of("docs/readings/README.md")));
        for (String folder : List.of(".", "docs")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(f -> f.toString().endsWith(".md")).forEach(f -> pages.add(f.normalize()));
            }
        }
        return pages;
    }

    @Test
    void links_lead_somewhere() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path page : pages()) {
            for (Matcher m = LINK.matcher(Files.readString(page)); m.find(); ) {
                if (m.group(1).startsWith("http")) {
                    continue;
                }
                Path to = m.group(1).isEmpty()
                        ? page
                        : Path.of(".").resolve(page).resolveSibling(m.group(1)).normalize();
                if (!Files.exists(to)
                        || m.group(2) != null
                                && to.toString().endsWith(".md")
                                && !anchors(to).contains(m.group(2))) {
                    lost.add(page + ": " + m.group());
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** Headings as the usual viewers make anchors of them. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        String text = Files.readString(page);
        for (String line : text.lines().toList()) {
            if (line.matches("#{1,6} .*")) {
                anchors.add(line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        for (Matcher m = ANCHOR.matcher(text); m.find(); ) {
            anchors.add(m.group(1));
        }
        return anchors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/inspection.md", "docs/inspection.zh-CN.md"})
    void inspections_shown_are_read(String page) throws Exception {
        String text = Files.readString(Path.of(page));
        ObjectNode small = null;
        int shown = 0;
        for (Matcher m = SNIPPET.matcher(text); m.find(); shown++) {
            ObjectNode snippet = (ObjectNode) Sources.json(m.group(2), page);
            if (m.group(1) != null) {
                small = snippet;
            }
            ObjectNode whole = small == snippet ? snippet : completed(small, snippet);
            InspectionReader.read(whole, Shipped.library(), page);
        }
        assertThat(shown).isGreaterThan(8);
    }

    /** The rest is as in the small inspection, without its findings and records. */
    private static ObjectNode completed(ObjectNode small, ObjectNode snippet) {
        ObjectNode whole = small.deepCopy();
        whole.remove(List.of("findings", "records"));
        whole.withObject("/scope").removeAll();
        whole.setAll(snippet);
        kinds(whole);
        return whole;
    }

    /** Each region's text has its own kinds; a snippet shows only what it is about. */
    private static void kinds(ObjectNode whole) {
        if (whole.path("region").asText().equals("xilingol")) {
            for (JsonNode a : (ArrayNode) whole.path("agreements")) {
                ((ObjectNode) a).put("kind", "rehabilitation");
            }
            ((ObjectNode) whole.path("facility")).putArray("kinds").add("rehabilitation");
        }
    }
}
