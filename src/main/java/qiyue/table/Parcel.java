package qiyue.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * A workbook looked through before it is read: what it holds unpacked is counted, so that nothing that is small on the disk fills
 * the memory; and the merged cells, which stand after the rows, are known before the first row.
 */
final class Parcel {
    private static final long MOST_UNPACKED = 1L << 30;
    private static final long MOST_WORDS = 256L << 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_TAG = 1 << 16;
    private static final int MOST_PARTS = 10_000;
    private static final Pattern PART = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sId=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("\\sTarget=\"([^\"]*)\"");
    private static final Pattern REF =
            Pattern.compile("ref=\"\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})\"");

    private final String shown;
    private final byte[] buffer = new byte[1 << 16];
    private long unpacked;

    /** Merged cells that go over several rows; rows and columns from 1, both ends included. */
    record Merged(int column, int row, int lastRow) {}

    private Parcel(String shown) {
        this.shown = shown;
    }

    /** The merged cells of each sheet, by the id the workbook gives it. */
    static Map<String, List<Merged>> look(Path file, String shown) throws Problems {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Parcel(shown).look(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(shown);
        }
    }

    static Problems damaged(String shown) {
        return Problems.one(
                "not-a-table",
                shown,
                new Text("工作簿已损坏或不完整", "the workbook is damaged or not whole"),
                new Text("在 Excel 中打开，另存为 .xlsx", "open it in Excel and save it as .xlsx"));
    }

    private Map<String, List<Merged>> look(ZipFile zip) throws IOException, Problems {
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw Problems.one(
                    "not-a-table",
                    shown,
                    new Text(
                            "这不是 .xlsx 工作簿" + kind(zip).zh(),
                            "this is no .xlsx workbook" + kind(zip).en()),
                    new Text("在 Excel 或 WPS 中另存为 .xlsx", "save it as .xlsx in Excel or WPS"));
        }
        if (zip.size() > MOST_PARTS) {
            throw tooMuch();
        }
        Map<String, List<Merged>> byPart = new HashMap<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!entry.isDirectory() && (name.endsWith(".xml") || name.endsWith(".rels"))) {
                List<Merged> merged = new ArrayList<>();
                try (InputStream in = zip.getInputStream(entry)) {
                    scan(in, name.endsWith("sharedStrings.xml") ? MOST_WORDS : MOST_UNPACKED, merged);
                }
                if (!merged.isEmpty()) {
                    byPart.put(name, merged);
                }
            }
        }
        return byPart.isEmpty() ? Map.of() : bySheet(zip, byPart);
    }

    private static Text kind(ZipFile zip) {
        return zip.getEntry("word/document.xml") != null
                ? new Text("，是 Word 文件", ", but a Word file")
                : zip.getEntry("xl/workbook.bin") != null
                        ? new Text("，是二进制工作簿（.xlsb）", ", but a binary workbook (.xlsb)")
                        : zip.getEntry("content.xml") != null
                                ? new Text("，是 .ods 一类的文件", ", but a file such as .ods")
                                : new Text("，是其他压缩包", ", but some other archive");
    }

    private Map<String, List<Merged>> bySheet(ZipFile zip, Map<String, List<Merged>> byPart) throws IOException {
        ZipEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (entry == null) {
            return Map.of();
        }
        String rels;
        try (InputStream in = zip.getInputStream(entry)) {
            rels = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, List<Merged>> bySheet = new HashMap<>();
        for (Matcher part = PART.matcher(rels); part.find(); ) {
            Matcher id = ID.matcher(part.group());
            Matcher target = TARGET.matcher(part.group());
            if (id.find() && target.find()) {
                String name = target.group(1).startsWith("/") ? target.group(1).substring(1) : "xl/" + target.group(1);
                bySheet.put(id.group(1), byPart.getOrDefault(name, List.of()));
            }
        }
        return bySheet;
    }

    /** Goes through the signs of a part: counts them, measures texts and tags, and notes what is merged. */
    private void scan(InputStream in, long most, List<Merged> merged) throws IOException, Problems {
        long size = 0;
        int run = 0;
        boolean tag = false;
        StringBuilder written = new StringBuilder();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            unpacked += read;
            if (size > most || unpacked > MOST_UNPACKED) {
                throw tooMuch();
            }
            for (int i = 0; i < read; i++) {
                byte sign = buffer[i];
                if (sign == '<') {
                    tag = true;
                    run = 0;
                    written.setLength(0);
                } else if (sign == '>') {
                    if (tag) {
                        tag(written, merged);
                    }
                    tag = false;
                    run = 0;
                } else {
                    run++;
                    if (tag && written.length() < 120) {
                        written.append((char) sign);
                    }
                    if (run > (tag ? LONGEST_TAG : LONGEST_TEXT)) {
                        throw Problems.one(
                                "too-long",
                                shown,
                                new Text("一个单元格超过一百万字", "a cell holds more than a million signs"),
                                new Text("在 Excel 中打开核对，另存为 .xlsx", "open it in Excel, check it and save it as .xlsx"));
                    }
                }
            }
        }
    }

    private void tag(StringBuilder written, List<Merged> merged) throws Problems {
        if (written.length() > 8 && written.charAt(0) == '!' && written.indexOf("!DOCTYPE") == 0) {
            throw damaged(shown);
        }
        int at = written.indexOf("mergeCell ");
        if (at < 0 || at > 12) {
            return;
        }
        Matcher ref = REF.matcher(written);
        if (ref.find() && !ref.group(2).equals(ref.group(4))) {
            merged.add(
                    new Merged(number(ref.group(1)), Integer.parseInt(ref.group(2)), Integer.parseInt(ref.group(4))));
        }
    }

    private static int number(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = 26 * number + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }

    private Problems tooMuch() {
        return Problems.one(
                "too-long",
                shown,
                new Text(
                        "工作簿展开后超过 1 GB（文字超过 256 MB），没有读",
                        "unpacked, the workbook is larger than 1 GB (its texts than 256 MB); it was not read"),
                new Text("删去不用的工作表，或分成几个文件", "remove sheets not needed, or write several files"));
    }
}
