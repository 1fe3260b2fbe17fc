package qiyue.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        byte[] sound = Files.readAllBytes(Path.of("rules/templates/check.docx"));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(sound))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
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

    private byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
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
        change(BODY, "<w:body>", "<w:body>" + xml);
    }

    private static String field(String... pieces) {
        StringBuilder xml = new StringBuilder("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        for (String piece : pieces) {
            xml.append("<w:r><w:instrText>").append(piece).append("</w:instrText></w:r>");
        }
        return xml.append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").toString();
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
                "QUOTE 68 68 69")) {
            all.put("field " + code, t -> t.paragraph(field(code)));
        }
        all.put("a field in pieces", t -> t.paragraph(field("D", "DE", " AUTO x")));
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

    static List<String> names() {
        return List.copyOf(attacks().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_no_template(String name) throws IOException {
        attacks().get(name).in(this);

        assertThat(filled(packed()))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.all()).allSatisfy(p -> {
                            assertThat(p.code()).isEqualTo("template");
                            assertThat(p.render("zh") + p.render("en")).doesNotContain("Exception", "org.");
                        }));
    }

    @Test
    void what_people_write_is() throws IOException {
        link("hyperlink", "https://example.org/a", " TargetMode=\"External\"");
        paragraph(field("PAGE"));
        paragraph(field("HYPERLINK \"https://example.org/a\""));
        paragraph(field("PRINTDATE"));
        paragraph("<w:p><w:r><w:t>{{节}}</w:t></w:r></w:p>".repeat(120));

        assertThat(filled(packed())).isNull();
    }

    @Test
    void what_unpacks_without_end_is_not_unpacked() throws IOException {
        parts.put("word/media/a.png", new byte[65 << 20]);
        byte[] file = packed();

        assertThat(file.length).isLessThan(1 << 20);
        assertThat(filled(file)).isInstanceOf(Problems.class);
    }

    /** Tables in tables, and the like: told or filled, and never the end of the program. */
    @ParameterizedTest
    @ValueSource(ints = {50, 3_000})
    void what_is_deep_ends_nothing(int deep) throws IOException {
        paragraph("<w:tbl><w:tr><w:tc>".repeat(deep) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(deep));

        assertThat(filled(packed()))
                .satisfiesAnyOf(e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(Problems.class));
    }

    @Test
    void a_file_cut_anywhere_is_told() throws IOException {
        byte[] whole = packed();
        for (int parts = 0; parts < 24; parts++) {
            assertThat(filled(Arrays.copyOf(whole, whole.length * parts / 24))).isInstanceOf(Problems.class);
        }
    }
}
