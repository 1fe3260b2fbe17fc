package qiyue.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.TinyRules;
import qiyue.Zips;
import qiyue.cli.Run;
import qiyue.problem.Problems;

/** Templates of papers by a hostile hand: what runs, fetches or never ends in them comes into no paper. */
class HostileTemplatesTest {
    private static final String BODY = "word/document.xml";
    private static final String LINKS = "word/_rels/document.xml.rels";
    private static final String TYPES = "[Content_Types].xml";
    private static final String KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    private Path folder;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    @FunctionalInterface
    private interface Edit {
        void in(HostileTemplatesTest test);
    }

    @BeforeEach
    void read() throws IOException {
        parts.putAll(Zips.entries(Files.readAllBytes(Path.of("rules/templates/check.docx"))));
        // no tags: nothing of a case is needed
        change(BODY, "\\{\\{[^{}]*}}", "甲");
        parts.keySet().removeIf(p -> p.matches("word/(header|footer)\\d*\\.xml"));
        change(LINKS, "<Relationship [^>]*(header|footer)[^>]*/>", "");
        change(BODY, "<w:(header|footer)Reference[^>]*/>", "");
        change(TYPES, "<Override [^>]*(header|footer)[^>]*/>", "");
    }

    private void change(String part, String from, String to) {
        parts.computeIfPresent(
                part,
                (p, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll(from, to)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Throwable filled(byte[] file) throws IOException {
        Path template = Files.write(folder.resolve("t.docx"), file);
        NoticeData data = new NoticeData(PaperDays.PLAIN);
        data.value(NoticeData.SECTION, "");
        return catchThrowable(() -> WordTemplate.fill(template, "t.docx", data, "x"));
    }

    private void link(String kind, String target, String mode) {
        change(
                LINKS,
                "</Relationships>",
                "<Relationship Id=\"rIdX\" Type=\"" + KIND + kind + "\" Target=\"" + target + "\"" + mode
                        + "/></Relationships>");
    }

    private void paragraph(String xml) {
        change(BODY, "<w:body>", Matcher.quoteReplacement("<w:body>" + xml));
    }

    private static final String BEGIN = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private static final String SHOWN = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    private static String field(String... pieces) {
        return BEGIN + Stream.of(pieces).map(HostileTemplatesTest::instruction).collect(Collectors.joining()) + END;
    }

    private static String instruction(String said) {
        return "<w:r><w:instrText>" + said + "</w:instrText></w:r>";
    }

    /** A field with something between what it says. */
    private static String within(String before, String after, String between) {
        return BEGIN + instruction(before) + between.replaceAll("</?w:p>", "") + instruction(after) + END;
    }

    private static Map<String, Edit> attacks() {
        Map<String, Edit> all = new LinkedHashMap<>();
        for (String kind : List.of(
                "attachedTemplate", "image", "oleObject", "frame", "aFChunk", "subDocument", "settings", "hyperlink")) {
            all.put("elsewhere: " + kind, t -> t.link(kind, "file:////host/share/x.dotm", " TargetMode=\"External\""));
        }
        all.put("a page as picture", t -> t.link("image", "http://host/x.png", " TargetMode=\"External\""));
        for (String kind : List.of("oleObject", "package", "vbaProject", "aFChunk", "control")) {
            all.put("within: " + kind, t -> {
                t.link(kind, "x.bin", "");
                t.parts.put("word/x.bin", new byte[] {1, 2, 3});
                t.change(TYPES, "</Types>", "<Default Extension=\"bin\" ContentType=\"application/x\"/></Types>");
            });
        }
        all.put("macros", t -> t.change(TYPES, "wordprocessingml.document.main", "wordprocessingml.macroEnabled.main"));
        all.put("macros beside", t -> {
            t.parts.put("word/vbaProject.bin", new byte[] {1, 2, 3});
            t.change(
                    TYPES,
                    "</Types>",
                    "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
        });
        for (String code : List.of(
                "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/c calc\"",
                "ddeauto x",
                "INCLUDETEXT \"/etc/passwd\"",
                "INCLUDEPICTURE \"http://host/x\"",
                "LINK Excel.Sheet x",
                "DATABASE x",
                "MACROBUTTON x",
                "QUOTE 68 68 69",
                "RD \"file:///etc/passwd\"",
                "ADDIN x",
                "DATA x",
                "AUTOTEXT x",
                "HTMLCONTROL x",
                "ASK x \"?\"",
                "FILLIN \"?\"",
                "PRINT 27",
                "anything",
                "HYPERLINK \"file:///etc/passwd\"",
                "HYPERLINK \"FILE:c:/x\"",
                "HYPERLINK \"javascript:x\"",
                "HYPERLINK \"x.docm\"",
                "HYPERLINK x.docm",
                "HYPERLINK \"\\\\\\\\host\\\\share\\\\x\"",
                "HYPERLINK \\\\host\\share",
                "HYPERLINK \\o \"https://example.org\" \"file:x\"",
                "HYPERLINK \\o \\l \"file:x\"",
                "HYPERLINK \"https://example.org\" \"file:x\"",
                "HYPERLINK \"ms-word:ofe|u|https://example.org/x.docx\"")) {
            all.put("field " + code, t -> t.paragraph(field(code)));
        }
        all.put("a field in pieces", t -> t.paragraph(field("D", "DE", " AUTO x")));
        all.put("a field behind a remark", t -> t.paragraph(field("<!-- PAGE -->DDEAUTO x")));
        all.put("a field that another begins", t -> t.paragraph(within("", "AUTO x", field("PAGE"))));
        all.put("a link that another leads", t -> t.paragraph(within("HYPERLINK ", "", field("PAGE"))));
        all.put("a field in what a field shows", t -> t.paragraph(within("PAGE", "", SHOWN + field("DDEAUTO x"))));
        all.put("a field without end", t -> t.paragraph(BEGIN + instruction("DDEAUTO x") + "</w:p>"));
        all.put(
                "a field that reads otherwise without a change",
                t -> t.paragraph(within(
                        "PAGE ",
                        "",
                        "<w:ins w:id=\"1\" w:author=\"x\"><w:r><w:instrText>x</w:instrText></w:r></w:ins>")));
        all.put("an instruction of no field", t -> t.paragraph("<w:p>" + instruction("PAGE") + "</w:p>"));
        all.put("letters for many", t -> t.paragraph("<w:mailMerge><w:query w:val=\"x\"/></w:mailMerge>"));
        all.put(
                "a picture by its address",
                t -> t.paragraph("<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata"
                        + " src=\"http://host/x.png\"/></v:shape></w:pict></w:r></w:p>"));
        all.put("a field told apart from what is read", t -> t.paragraph(field("<![CDATA[DDEAUTO x]]>")));
        all.put(
                "a field that was deleted",
                t -> t.paragraph("<w:p><w:r><w:delInstrText>DDEAUTO x</w:delInstrText></w:r></w:p>"));
        all.put(
                "a field of one",
                t -> t.paragraph("<w:p><w:fldSimple w:instr=\"INCLUDETEXT x\"><w:r/></w:fldSimple></w:p>"));
        all.put(
                "an entity",
                t -> t.change(BODY, "(<\\?xml[^>]*>)", "$1<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]>"));
        all.put("brackets without end", t -> t.paragraph("<w:p><w:r><w:t>" + "<w:x>".repeat(2_000)));
        all.put("no body", t -> t.parts.remove(BODY));
        all.put("nothing in the body", t -> t.parts.put(BODY, new byte[0]));
        all.put("no kinds", t -> t.parts.remove(TYPES));
        all.put("a part elsewhere", t -> t.link("image", "../../../../etc/passwd", ""));
        return all;
    }

    /** What is no Word file any more; all else is told for what it reaches for. */
    private static final List<String> DAMAGED = List.of(
            "an entity", "brackets without end", "no body", "nothing in the body", "no kinds", "a part elsewhere");

    static List<String> names() {
        return List.copyOf(attacks().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_no_template(String name) throws IOException {
        attacks().get(name).in(this);

        assertThat(filled(Zips.of(parts)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).allSatisfy(p -> {
                            assertThat(p.code()).isEqualTo("template");
                            assertThat(p.render("zh")).contains(DAMAGED.contains(name) ? "读不了" : "模板中有程序");
                            assertThat(p.render("zh") + p.render("en")).doesNotContain("Exception", "org.");
                        }));
    }

    @Test
    void what_people_write_is() throws IOException {
        link("hyperlink", "https://example.org/a", " TargetMode=\"External\"");
        paragraph(field("PAGE"));
        for (String link : List.of(
                "HYPERLINK \"https://example.org/a\"",
                "HYPERLINK \"https://example.org/LINK?ask=QUOTE&amp;DDE=1\" \\o \"file: INCLUDETEXT\" \\t \"_blank\"",
                "HYPERLINK \"mailto:ask@example.org\" \\h \\* MERGEFORMAT",
                "HYPERLINK \\l \"_Toc1\"",
                "hyperlink https://example.org",
                "TOC \\o \"1-3\" \\h \\z \\u",
                "= 1 + 2",
                "REF LINK \\h")) {
            paragraph(field(link));
        }
        paragraph(within("IF ", " = 1 \"甲\" \"乙\"", field("PAGE")));
        paragraph(within("PAGE", "", SHOWN + "<w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>1</w:t></w:r></w:ins>"));
        paragraph(field("PRINTDATE"));
        paragraph("<w:p><w:r><w:t>{{节}}</w:t></w:r></w:p>".repeat(120));

        assertThat(filled(Zips.of(parts))).isNull();
    }

    @Test
    void what_unpacks_without_end_is_not_unpacked() throws IOException {
        parts.put("word/media/a.png", new byte[65 << 20]);
        byte[] file = Zips.of(parts);

        assertThat(file.length).isLessThan(1 << 20);
        assertThat(filled(file)).isInstanceOf(Problems.class);
    }

    /** Tables in tables, and the like: told or filled, and never the end of the program. */
    @ParameterizedTest
    @ValueSource(ints = {50, 3_000})
    void what_is_deep_ends_nothing(int deep) throws IOException {
        paragraph("<w:tbl><w:tr><w:tc>".repeat(deep) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(deep));

        assertThat(filled(Zips.of(parts)))
                .satisfiesAnyOf(e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(Problems.class));
    }

    @Test
    void a_file_cut_anywhere_is_told() throws IOException {
        byte[] whole = Zips.of(parts);
        for (int parts = 0; parts < 24; parts++) {
            assertThat(filled(Arrays.copyOf(whole, whole.length * parts / 24))).isInstanceOf(Problems.class);
        }
    }

    /** Who puts a template into the rules learns from {@code check} that it cannot be used, and once it is mended nothing of it is kept. */
    @Test
    void a_template_that_is_no_Word_file_is_told_by_check() throws IOException {
        Path rules = TinyRules.in(folder.resolve("rules")).root();
        Path template = rules.resolve("testland/templates/check.docx");
        Files.createDirectories(Objects.requireNonNull(template.getParent()));
        byte[] sound = Files.readAllBytes(Path.of("rules/templates/check.docx"));
        for (byte[] file : List.of("甲".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(sound, sound.length / 2))) {
            Files.write(template, file);
            Run wrong = Run.of("check", "--rules", rules.toString());
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.out()).contains("testland/templates/check.docx", "读不了这个 Word 模板");

            Files.write(template, sound);
            assertThat(Run.of("check", "--rules", rules.toString()).out()).doesNotContain("templates/check.docx");
        }
    }
}
