package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import qiyue.Qiyue;
import qiyue.Zips;
import qiyue.decision.Decision;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.notice.Extras;
import qiyue.notice.NoticeKind;
import qiyue.notice.Notices;
import qiyue.page.BatchPage;
import qiyue.page.DecisionPage;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.DecisionView;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;
import qiyue.tally.Tally;

/**
 * One document that fills every field of text there is. Whatever is written into them, every output says the same but for what
 * things are called: no name draws a line, runs, is computed, or is taken for a tag, a day, a blank or another's id.
 */
class EveryFieldTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BODY = "word/document.xml";

    private static final Library LIBRARY = Served.rules().library();

    /** Nothing is wrapped. */
    private static final int WIDE = 1_000_000;

    private static final JsonNode SCHEMA = tree("schemas/inspection.schema.json");
    private static final JsonNode DOCUMENT = tree("src/test/resources/every-field.json");

    @TempDir
    private Path folder;

    private static JsonNode tree(String file) {
        try {
            return JSON.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** A text of the document that may be any: the field of its record, where it stands. */
    private record Place(String field, String pointer) {}

    /** The document with every such text renamed; where they stand goes into {@code met}. */
    private static JsonNode renamed(UnaryOperator<String> name, List<Place> met) {
        return renamed(SCHEMA, DOCUMENT, new Place("", ""), name, met);
    }

    private static JsonNode renamed(
            JsonNode schema, JsonNode value, Place at, UnaryOperator<String> name, List<Place> met) {
        String defined = schema.path("$ref").asText();
        if (!defined.isEmpty()) {
            String record = defined.substring(defined.lastIndexOf('/') + 1);
            return renamed(SCHEMA.at("/$defs/" + record), value, new Place(record, at.pointer()), name, met);
        }
        if (value.isTextual() && isFree(schema)) {
            met.add(at);
            return TextNode.valueOf(name.apply(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                Place each = new Place(at.field(), at.pointer() + "/" + i);
                all.add(renamed(schema.path("items"), value.get(i), each, name, met));
            }
            return all;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        value.fields().forEachRemaining(f -> {
            JsonNode own = schema.path("properties").path(f.getKey());
            JsonNode said = own.isMissingNode() ? schema.path("additionalProperties") : own;
            String field = own.isMissingNode() ? at.field() : at.field().replaceAll("\\..*", "") + "." + f.getKey();
            JsonNode now = renamed(said, f.getValue(), new Place(field, at.pointer() + "/" + f.getKey()), name, met);
            all.set(at.field().endsWith(".sources") ? name.apply(f.getKey()) : f.getKey(), now);
        });
        return all;
    }

    private static boolean isFree(JsonNode schema) {
        return schema.path("type").asText().equals("string")
                && !schema.has("enum")
                && !schema.has("format")
                && !schema.has("pattern");
    }

    /** Every such field of every record. */
    private static Set<String> free() {
        Set<String> free = new TreeSet<>();
        SCHEMA.path("$defs")
                .fields()
                .forEachRemaining(record -> record.getValue()
                        .path("properties")
                        .fields()
                        .forEachRemaining(f -> {
                            JsonNode field = f.getValue();
                            if (isFree(field)
                                    || isFree(field.path("items"))
                                    || isFree(field.path("additionalProperties"))) {
                                free.add(record.getKey() + "." + f.getKey());
                            }
                        }));
        return free;
    }

    private record Told(CaseFile file, Decision decision) {
        /** With the digest of the document as it is, whatever was renamed. */
        static Told of(JsonNode document) throws Problems {
            InspectionText plain = new InspectionText("x.json", DOCUMENT.toString());
            Qiyue.Handled handled = Served.rules().handle(plain, document);
            return new Told(handled.file(), handled.decision());
        }

        DecisionView view(String lang) {
            return DecisionView.of(decision, LIBRARY, lang);
        }

        Notices.Paper paper(NoticeKind kind) throws Problems {
            return Notices.write(kind, file, view("zh"), LIBRARY, Extras.NONE);
        }
    }

    /** What is said of a document in that language and in these papers, all of it text. */
    private static Map<String, String> outputs(JsonNode document, String lang, List<NoticeKind> papers)
            throws Exception {
        Told told = Told.of(document);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("json", JsonReport.of(told.decision()));
        all.put("text", TextReport.of(told.view(lang), WIDE));
        all.put("page", DecisionPage.of(told.view(lang)));
        for (NoticeKind kind : papers) {
            Notices.Paper paper = told.paper(kind);
            all.put(kind.code() + ".html", paper.html());
            all.put(kind.code() + ".docx", texts(Zips.entries(paper.word()).getOrDefault(BODY, new byte[0])));
        }
        return all;
    }

    /** The texts of a Word file, each in a line of its own, by whatever way they are written there. */
    private static String texts(byte[] body) throws Exception {
        NodeList all = xml(new String(body, StandardCharsets.UTF_8)).getElementsByTagName("w:t");
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < all.getLength(); i++) {
            texts.append(all.item(i).getTextContent()).append('\n');
        }
        return texts.toString();
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        text.replaceFirst("^<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    }

    /** What was put before each name, as it may stand in an output: as it is, in JSON, in markup that escapes more or less of it. */
    private static Pattern written(String before) {
        Set<String> ways = new LinkedHashSet<>();
        String markup = before.replace("&", "&amp;").replace("<", "&lt;");
        for (String end : List.of(markup, markup.replace("]]>", "]]&gt;"), markup.replace(">", "&gt;"))) {
            for (String quotes : List.of(end, end.replace("\"", "&quot;"), end.replace("\"", "&#34;"))) {
                ways.add(quotes);
                ways.add(quotes.replace("'", "&#39;"));
            }
        }
        ways.add(before);
        ways.add(before.replace("\\", "\\\\").replace("\"", "\\\""));
        return Pattern.compile(ways.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** Lines of two texts that are not the same, the first few of them. */
    private static List<String> unlike(String one, String other) {
        List<String> a = one.lines().toList();
        List<String> b = other.lines().toList();
        return IntStream.range(0, Math.max(a.size(), b.size()))
                .filter(i -> i >= a.size() || i >= b.size() || !a.get(i).equals(b.get(i)))
                .limit(6)
                .mapToObj(i -> parting(i < a.size() ? a.get(i) : "", i < b.size() ? b.get(i) : ""))
                .toList();
    }

    /** Two lines from a little before they part. */
    private static String parting(String one, String other) {
        int at = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()) - 40);
        return one.substring(at, Math.min(one.length(), at + 160)) + "\n"
                + other.substring(at, Math.min(other.length(), at + 160));
    }

    @Test
    void the_document_fills_every_field_of_text() {
        List<Place> met = new ArrayList<>();
        renamed(UnaryOperator.identity(), met);

        Set<String> filled = new TreeSet<>();
        met.forEach(p -> filled.add(p.field()));
        assertThat(filled).isEqualTo(free()).hasSizeGreaterThan(90);
    }

    /** Names that would be a formula, markup and a tag, in Chinese; names that would be a day and a heading, in English. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "=cmd|'/C calc'!A0:</td><script>alert(1)</script>\"'>&amp;]]>{{文号}}${x}%s$1\\、 ~ zh",
                "（就 2025-05-06）、a.b c: ~ en"
            })
    void names_change_nothing_but_names(String before, String lang) throws Exception {
        // each paper with one of both
        List<NoticeKind> papers = Stream.of(NoticeKind.values())
                .filter(k -> k.ordinal() % 2 == (lang.equals("zh") ? 0 : 1))
                .toList();
        Map<String, String> plain = outputs(DOCUMENT, lang, papers);
        Map<String, String> hostile = outputs(renamed(before::concat, new ArrayList<>()), lang, papers);

        Pattern written = written(before);
        for (String form : plain.keySet()) {
            String said = hostile.getOrDefault(form, "");
            if (form.contains("page") || form.contains("html")) {
                xml(said);
            }
            assertThat(unlike(
                            plain.getOrDefault(form, ""), written.matcher(said).replaceAll("")))
                    .as(form)
                    .isEmpty();
        }
    }

    /** The elements of an answer in order, whether it is a page or holds pieces of one. */
    private static List<String> markup(String answer) throws IOException {
        String html =
                answer.startsWith("{") ? String.join("", JSON.readTree(answer).findValuesAsText("html")) : answer;
        return Pattern.compile("</?[a-zA-Z][^\\s>/]*")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void names_are_texts_in_the_workbench_too() throws Exception {
        String before = "</td><script>alert(1)</script>\"'>&amp;]]>";
        String hostile = renamed(before::concat, new ArrayList<>()).toString();
        try (Served served = new Served(folder)) {
            for (String what :
                    List.of("decide?lang=en", "compare?lang=zh", "why?lang=zh&clause=shanxi/medical-2022%2342.1")) {
                String plain =
                        served.post("/workbench/" + what, DOCUMENT.toString()).body();
                String said = served.post("/workbench/" + what, hostile).body();
                assertThat(markup(said)).as(what).isNotEmpty().isEqualTo(markup(plain));
            }
        }
    }

    /** The sheets of the workbook, as they are written. */
    private List<String> sheets(Tally tally) throws IOException {
        Path book = folder.resolve("all.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            tally.workbook(out);
        }
        List<String> sheets = new ArrayList<>();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(sheets).isNotEmpty();
        return sheets;
    }

    /** As a spreadsheet and as a page of many: a name is no formula and no markup there either. */
    @Test
    void names_are_texts_where_many_decisions_are_told() throws Exception {
        String before = "=cmd|'/C calc'!A0:</td><script>alert(1)</script>\"'>";
        try (Tally tally = new Tally(LIBRARY, "zh", true)) {
            tally.add(JSON.readTree(JsonReport.line(
                    Told.of(renamed(before::concat, new ArrayList<>())).decision(), "x", 1, "")));
            sheets(tally).forEach(sheet -> assertThat(sheet).doesNotContain("<f>", "<script"));
            assertThat(BatchPage.of(tally.overview())).doesNotContain("<script");
        }
    }

    /** Signs that are not seen, turn the direction of reading or end a line are refused at every such place, remarks of several lines aside. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "\u2066", "\n", "\t"})
    void signs_that_are_not_seen_are_refused_in_every_field(String sign) {
        List<Place> places = new ArrayList<>();
        renamed(UnaryOperator.identity(), places);
        places.removeIf(p -> p.field().endsWith(".note") && List.of("\n", "\t").contains(sign));
        // what turns the direction is refused in the text as it comes, at whatever place; else twenty problems are told
        // at most
        boolean whole = sign.equals("\u202e") || sign.equals("\u2066");
        int each = whole ? 1 : 10;
        for (int from = 0; from < places.size(); from += each) {
            List<String> some = places.subList(from, Math.min(from + each, places.size())).stream()
                    .map(Place::pointer)
                    .toList();
            String written = with(sign, some).toString();
            Problems found = catchThrowableOfType(
                    Problems.class,
                    () -> InspectionReader.read(
                            new InspectionText(
                                            "x.json", Sources.text(written.getBytes(StandardCharsets.UTF_8), "x.json"))
                                    .tree(),
                            LIBRARY,
                            "x.json"));
            assertThat(found).as(some.toString()).isNotNull();
            assertThat(found.all())
                    .filteredOn(p -> p.code().equals("hidden-sign"))
                    .extracting(Problem::pointer)
                    .containsAll(whole ? List.of("") : some);
        }
    }

    /** The document with a sign in the texts that stand there. */
    private static JsonNode with(String sign, List<String> pointers) {
        ObjectNode document = DOCUMENT.deepCopy();
        for (String pointer : pointers) {
            int cut = pointer.lastIndexOf('/');
            JsonNode holder = document.at(pointer.substring(0, cut));
            String last = pointer.substring(cut + 1);
            String text = document.at(pointer).asText() + sign + "x";
            if (holder instanceof ArrayNode list) {
                list.set(Integer.parseInt(last), TextNode.valueOf(text));
            } else {
                ((ObjectNode) holder).put(last, text);
            }
        }
        return document;
    }

    /** Forty thousand signs, 120 kB, in many a text that is no id: every output comes, and a cell holds no more than a spreadsheet can. */
    @Test
    void long_texts_come_through_and_fit_into_cells() throws Exception {
        Set<String> ids = new TreeSet<>();
        DOCUMENT.findValuesAsText("id").forEach(ids::add);
        String more = "长".repeat(40_000);
        // one text in eight, the same wherever it stands: so long a text is the same work at every place
        JsonNode document = renamed(
                t -> ids.contains(t) || (t.hashCode() % 8 != 0 && !t.equals("甲医院")) ? t : t + more, new ArrayList<>());
        Told told = Told.of(document);

        assertThat(DecisionPage.of(told.view("zh"))).contains("甲医院" + more);
        assertThat(TextReport.of(told.view("zh"), TextReport.COLUMNS)).contains("长长长");
        assertThat(told.paper(NoticeKind.DECISION).html()).contains("甲医院" + more);
        try (Tally tally = new Tally(LIBRARY, "zh", true)) {
            tally.add(JSON.readTree(JsonReport.line(told.decision(), "x", 1, "")));
            sheets(tally)
                    .forEach(sheet -> assertThat(Pattern.compile("<t[^>]*>([^<]*)</t>")
                                    .matcher(sheet)
                                    .results()
                                    .mapToInt(m -> m.group(1)
                                            .replaceAll("&#?\\w+;", "x")
                                            .length())
                                    .max()
                                    .orElse(0))
                            .isLessThanOrEqualTo(32_767));
        }
    }
}
