package qiyue.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Zips;
import qiyue.problem.Problems;

/** Files that are no tables, or more than a table may be, are answered in words and within bounds. */
class HostileTablesTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private String refused(Path file) {
        Problems e = catchThrowableOfType(Problems.class, () -> {
            try (Table table = Tables.open(file, "f")) {
                for (String sheet : table.sheets()) {
                    table.rows(sheet, row -> true);
                }
            }
        });
        assertThat(e).as("%s is refused", file).isNotNull();
        return e.all().get(0).render("zh");
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path text(String name, String text) throws IOException {
        return written(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void other_files_are_named() throws IOException {
        assertThat(refused(written("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})))
                .contains("旧格式（.xls）");
        assertThat(refused(text("b.xls", "<html><table><tr><td>金额</td></tr></table></html>")))
                .contains("网页或 XML");
        assertThat(refused(text("c.xlsx", "PK\u0003\u0004 nothing"))).contains("已损坏");
        assertThat(refused(written("d.csv", new byte[] {1, 0, 2, 0, 3}))).contains("不是电子表格");
        assertThat(refused(written("e.csv", new byte[] {'a', (byte) 0xFF, (byte) 0xFF, ','})))
                .contains("既不是 UTF-8");
        assertThat(refused(folder.resolve("none.csv"))).contains("没有这个文件");
        assertThat(refused(zip("f.xlsx", "word/document.xml", "<x/>"))).contains("是 Word 文件");
    }

    private Path zip(String name, String... parts) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            entries.put(parts[i], parts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return written(name, Zips.of(entries));
    }

    @Test
    void a_workbook_that_unpacks_without_end_is_not_unpacked() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] much = "<row><c><v>1</v></c></row>".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // what is packed matters, not how well
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry(SHEET));
            for (int i = 0; i < 1100; i++) {
                zip.write(much);
            }
        }

        assertThat(Files.size(bomb)).isLessThan(10L << 20);
        assertThat(refused(bomb)).contains("超过 1 GB");
    }

    @Test
    void a_cell_without_end_is_not_read() throws IOException {
        String cell = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>" + "字".repeat(400_000);
        assertThat(refused(zip("g.xlsx", "xl/workbook.xml", "<workbook/>", SHEET, cell)))
                .contains("超过一百万字");
        assertThat(refused(text("h.csv", "a,\"" + "字".repeat(1_100_000)))).contains("引号没有成对");
        assertThat(refused(text("i.csv", "a,b\n" + ",".repeat(400)))).contains("超过 300 列");
    }

    @Test
    void what_stands_for_something_elsewhere_is_not_followed() throws IOException {
        String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><workbook>&e;</workbook>";
        assertThat(refused(zip("j.xlsx", "xl/workbook.xml", xml))).contains("已损坏");
    }

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** A workbook with one sheet of one column, and one text that cells point at. */
    private Path book(String name, String part, String before, String rows, boolean texts) throws IOException {
        return zip(
                name,
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/words\" ContentType=\"" + TYPES + "sharedStrings+xml\"/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"费用\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"" + part + "\"/></Relationships>",
                "xl/" + part,
                before + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
                texts ? "xl/words" : "xl/none",
                "<sst><!-- <si/> --><si><t>金额</t></si></sst>");
    }

    @Test
    void a_workbook_without_styles_is_read() throws Exception {
        Path file =
                book("k.xlsx", "s.bin", "", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c><v>7</v></c></row>", true);
        java.util.List<String> cells = new java.util.ArrayList<>();
        try (Table table = Tables.open(file, "f")) {
            table.rows("费用", row -> cells.add(row.cells().toString()));
        }

        assertThat(cells).hasSize(1);
        assertThat(cells.get(0)).contains("金额").contains("7");
    }

    @Test
    void a_cell_that_points_at_no_text_is_damaged_and_not_empty() throws IOException {
        for (String index : new String[] {"1", "99999999", "abc", "-1", "99999999999", "&#49;"}) {
            String rows = "<row r=\"2\"><c r=\"E2\" t='s'><v>" + index + "</v></c></row>";
            assertThat(refused(book("l.xlsx", "s.bin", "", rows, true)))
                    .contains("f 费用!E2：")
                    .contains("指向的文字不在");
        }
        String rows = "<row r=\"2\"><c r=\"E2\" t=\"s\"><v>0</v></c></row>";
        assertThat(refused(book("m.xlsx", "s.bin", "", rows, false))).contains("费用!E2");
    }

    @Test
    void places_that_no_sheet_has_are_refused_before_room_is_made_for_them() throws IOException {
        for (String place : new String[] {"ZZZZZZ2", "XFE2", "A1048577", "A0", "7", "A", "&#65;2", "A-2"}) {
            String rows = "<row r=\"2\"><c s=\">\" r=\"" + place + "\"><v>1</v></c></row>";
            assertThat(refused(book("n.xlsx", "s.bin", "", rows, true)))
                    .as(place)
                    .contains("没有这个单元格");
        }
        for (String row : new String[] {"-5", "0", "1048577", "99999999999", "x"}) {
            assertThat(refused(book("o.xlsx", "s.bin", "", "<row r=\"" + row + "\"/>", true)))
                    .as(row)
                    .contains("没有第 " + row + " 行");
        }
    }

    @Test
    void sheets_are_measured_whatever_they_are_called() throws IOException {
        String entity = "<!DOCTYPE a [<!ENTITY x \"y\">]>";
        String cell = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        assertThat(refused(book("p.xlsx", "s.bin", entity, cell.formatted("&x;"), true)))
                .contains("已损坏");
        assertThat(refused(book("q.xlsx", "s.bin", "", cell.formatted("a".repeat(1 << 21)), true)))
                .contains("超过一百万字");
    }

    @Test
    void what_the_reader_cannot_read_is_told_by_sheet_and_row() throws IOException {
        String rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c s=\"many\"><v>1</v></c></row>";
        assertThat(refused(book("r.xlsx", "s.bin", "", rows, true)))
                .contains("f 费用!A2：")
                .contains("读不下去");
        assertThat(refused(book("s.xlsx", "s.bin", "", "<row><c><v>1</w></c></row>", true)))
                .contains("f 费用!A1：");
    }
}
