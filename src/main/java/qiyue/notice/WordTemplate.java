package qiyue.notice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/**
 * A Word file with tags. {@code {{机构名称}}} is replaced by its value; a paragraph or table row with {@code {{每项:清单}}} is
 * repeated for every entry of the list; one with {@code {{如有:…}}} stays only where there is something to say, one with
 * {@code {{如无:…}}} only where there is not. A tag that is not known is an error, found before anything is written.
 */
final class WordTemplate {
    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern DIRECTIVE = Pattern.compile("(每项|如有|如无)[:：](.*)");

    /** Every entry of the file written has this time: the same data give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final long LONGEST = 16L << 20;
    private static final long LONGEST_UNPACKED = 64L << 20;
    private static final int MOST_SAID = 200;

    /** What a zip ends with: without it the file was cut off, and only what was whole of it would be read. */
    private static final String END = "PK\u0005\u0006";

    private final XWPFDocument document;
    private final NoticeData data;
    private final String shown;
    private final List<Problem> problems = new ArrayList<>();
    private int sections;
    private int parts;

    private WordTemplate(XWPFDocument document, NoticeData data, String shown) {
        this.document = document;
        this.data = data;
        this.shown = shown;
    }

    /** A paper, as a Word file and as a page. */
    record Paper(byte[] word, String html) {}

    /** The template filled with the data. */
    static Paper fill(Path file, String shown, NoticeData data, String title) throws Problems {
        try (XWPFDocument document = open(file, shown)) {
            WordTemplate template = new WordTemplate(document, data, shown);
            template.fill();
            if (!template.problems.isEmpty()) {
                throw new Problems(template.problems);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            byte[] word = timeless(out.toByteArray(), Deflater.DEFAULT_COMPRESSION);
            // read again unpacked: a long paper packs so well that its own reader takes it for a bomb
            byte[] unpacked = timeless(word, Deflater.NO_COMPRESSION);
            try (XWPFDocument filled = new XWPFDocument(new ByteArrayInputStream(unpacked))) {
                return new Paper(word, new WordPage(filled, title).html());
            }
        } catch (IOException | POIXMLException e) {
            throw unreadable(shown);
        }
    }

    private static Problems unreadable(String shown) {
        return new Problems(List.of(Problem.at(
                "template",
                shown,
                "",
                new Text("读不了这个 Word 模板", "the Word template cannot be read"),
                new Text("用 Word 另存为 .docx", "save it as .docx with Word"))));
    }

    /** The file of an agency: whatever its reader makes of one that is none is told alike. */
    private static XWPFDocument open(Path file, String shown) throws Problems {
        try {
            XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes(file)));
            Optional<String> reach = WordReach.of(document.getPackage());
            if (reach.isEmpty()) {
                return document;
            }
            document.close();
            throw reaching(reach.get(), shown);
        } catch (IOException | RuntimeException e) {
            throw unreadable(shown);
        }
    }

    /** What keeps a template from being used at all; the tags in it are looked at once there is a case to fill it with. */
    static List<Problem> problems(Path file, String shown) {
        try {
            open(file, shown).close();
            return List.of();
        } catch (Problems e) {
            return e.all();
        } catch (IOException e) {
            return unreadable(shown).all();
        }
    }

    private static Problems reaching(String what, String shown) {
        String said = Visible.line(what.length() > MOST_SAID ? what.substring(0, MOST_SAID) : what);
        return new Problems(List.of(Problem.at(
                "template",
                shown,
                "",
                new Text(
                        "模板中有程序、外部链接或取用别处内容的域：" + said,
                        "the template holds programs, links to other files, or fields that fetch: " + said),
                new Text(
                        "删去它，另存为 .docx；网址超链接和页码可以保留",
                        "remove it and save as .docx; links to pages and page numbers may stay"))));
    }

    /** The file, once it is known that it unpacks to no more than so much. */
    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("too long for a template");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(END)) {
            throw new IOException("cut off");
        }
        long unpacked = 0;
        byte[] some = new byte[1 << 16];
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (in.getNextEntry() != null) {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    unpacked += read;
                    if (unpacked > LONGEST_UNPACKED) {
                        throw new IOException("too long for a template once it is unpacked");
                    }
                }
            }
        }
        return bytes;
    }

    private void fill() {
        body(document);
        document.getHeaderList().forEach(this::body);
        document.getFooterList().forEach(this::body);
    }

    private void body(IBody body) {
        for (IBodyElement element : List.copyOf(body.getBodyElements())) {
            if (element.getElementType() == BodyElementType.PARAGRAPH) {
                paragraph((XWPFParagraph) element);
            } else if (element.getElementType() == BodyElementType.TABLE) {
                table((XWPFTable) element);
            }
        }
    }

    /** What stands before everything in a paragraph or row: repeat it, or keep it only if. */
    private record Directive(String how, String of) {}

    private Directive directive(String text) {
        Directive found = new Directive("", "");
        for (Matcher m = TAG.matcher(text); m.find(); ) {
            Matcher d = DIRECTIVE.matcher(m.group(1).strip());
            if (d.matches()) {
                found = new Directive(d.group(1), d.group(2).strip());
                boolean known = found.how().equals("每项")
                        ? data.isList(found.of())
                        : data.isList(found.of()) || data.known("").contains(found.of());
                if (!known) {
                    List<String> some = new ArrayList<>(data.lists());
                    if (!found.how().equals("每项")) {
                        some.addAll(data.known(""));
                    }
                    unknown(m.group(), found.of(), some);
                }
            }
        }
        return found;
    }

    private boolean dropped(Directive d) {
        return (d.how().equals("如有") && !data.says(d.of())) || (d.how().equals("如无") && data.says(d.of()));
    }

    private void paragraph(XWPFParagraph paragraph) {
        Directive d = directive(paragraph.getText());
        IBody body = paragraph.getBody();
        if (d.how().equals("每项")) {
            check(paragraph.getText(), d.of());
            List<Map<String, String>> entries = data.entries(d.of());
            CTP pattern = (CTP) paragraph.getCTP().copy();
            for (int i = 0; i < entries.size(); i++) {
                XWPFParagraph copy = paragraph;
                if (i < entries.size() - 1) {
                    copy = document.insertNewParagraph(paragraph.getCTP().newCursor());
                    copy.getCTP().set(pattern);
                    copy = new XWPFParagraph(copy.getCTP(), body);
                }
                Runs.write(copy, data, entries.get(i));
            }
            if (entries.isEmpty()) {
                remove(paragraph);
            }
        } else if (dropped(d)) {
            remove(paragraph);
        } else {
            check(paragraph.getText(), "");
            count(paragraph.getText());
            Runs.write(paragraph, data, Map.of());
        }
    }

    /** Headings count only those that stay, so that no number is left out where a part has nothing to say. */
    private void count(String text) {
        if (text.contains("{{" + NoticeData.SECTION + "}}")) {
            data.value(NoticeData.SECTION, NoticeData.numeral(++sections));
            parts = 0;
        }
        if (text.contains("{{" + NoticeData.PART + "}}")) {
            data.value(NoticeData.PART, NoticeData.numeral(++parts));
        }
    }

    /** A paragraph of a cell or of a header cannot go: a cell without one is no cell. */
    private void remove(XWPFParagraph paragraph) {
        int at = document.getPosOfParagraph(paragraph);
        if (at >= 0) {
            document.removeBodyElement(at);
        } else {
            Runs.empty(paragraph);
        }
    }

    private void table(XWPFTable table) {
        if (table.getRows().stream().anyMatch(r -> dropped(directive(text(r))) && table.getRow(0) == r)
                && directive(text(table.getRow(0))).how().startsWith("如")) {
            document.removeBodyElement(document.getPosOfTable(table));
            return;
        }
        for (int at = 0; at < table.getNumberOfRows(); at++) {
            XWPFTableRow row = table.getRow(at);
            Directive d = directive(text(row));
            if (d.how().equals("每项")) {
                check(text(row), d.of());
                at += repeat(table, at, data.entries(d.of())) - 1;
            } else if (dropped(d)) {
                table.removeRow(at--);
            } else {
                check(text(row), "");
                row(row, Map.of());
            }
        }
    }

    /** The row once for each entry; how many rows stand there now. */
    private int repeat(XWPFTable table, int at, List<Map<String, String>> entries) {
        CTRow pattern = (CTRow) table.getRow(at).getCtRow().copy();
        table.removeRow(at);
        for (int i = 0; i < entries.size(); i++) {
            XWPFTableRow row = new XWPFTableRow((CTRow) pattern.copy(), table);
            row(row, entries.get(i));
            table.addRow(row, at + i);
        }
        return entries.size();
    }

    private void row(XWPFTableRow row, Map<String, String> entry) {
        for (XWPFTableCell cell : row.getTableCells()) {
            cell.getParagraphs().forEach(p -> Runs.write(p, data, entry));
        }
    }

    private static String text(XWPFTableRow row) {
        StringBuilder text = new StringBuilder();
        row.getTableCells().forEach(c -> text.append(c.getText()).append('\n'));
        return text.toString();
    }

    private void check(String text, String list) {
        if (!list.isEmpty() && !data.isList(list)) {
            return;
        }
        for (Matcher m = TAG.matcher(text); m.find(); ) {
            String tag = m.group(1).strip();
            if (!DIRECTIVE.matcher(tag).matches() && !data.known(list).contains(tag)) {
                List<String> some = new ArrayList<>(data.known(list));
                unknown(m.group(), tag, some);
            }
        }
    }

    private void unknown(String written, String tag, List<String> known) {
        problems.add(Problem.at(
                "template-tag",
                shown,
                "",
                new Text("不认识的标记 " + written, "unknown tag " + written),
                Suggest.fix(tag, known)));
    }

    /** Whether a text is an instruction rather than a value. */
    static boolean directs(String tag) {
        return DIRECTIVE.matcher(tag).matches();
    }

    /** The same file with one time for all its entries. */
    static byte[] timeless(byte[] file, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(level);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(TIME);
                out.putNextEntry(same);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
