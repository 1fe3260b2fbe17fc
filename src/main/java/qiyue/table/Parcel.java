package qiyue.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
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
    private static final int MOST_SMALL = 8 << 20;
    private static final int MOST_PARTS = 10_000;
    private static final Pattern PART = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sId=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("\\sTarget=\"([^\"]*)\"");
    private static final Pattern OVERRIDE = Pattern.compile("<(?:\\w+:)?Override\\s[^>]*>");
    private static final Pattern PART_NAME = Pattern.compile("\\sPartName=\"([^\"]*)\"");
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s[^>]*>");
    private static final Pattern SHEET_ID = Pattern.compile("\\s\\w+:id=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*)\"");

    static final Text SAVE_AGAIN = new Text("在 Excel 中打开，另存为 .xlsx", "open it in Excel and save it as .xlsx");

    private final String shown;
    private final byte[] buffer = new byte[1 << 16];
    private long unpacked;

    /** Merged cells that go over several rows; rows and columns from 1, both ends included. */
    record Merged(int column, int row, int lastRow) {}

    private Parcel(String shown) {
        this.shown = shown;
    }

    /**
     * What was seen.
     *
     * @param merged the merged cells of each sheet, by the id the workbook gives it
     * @param unseen its hidden columns, from 1
     * @param styles whether it says how cells are shown; a workbook need not
     */
    record Seen(Map<String, List<Merged>> merged, Map<String, BitSet> unseen, boolean styles) {}

    /** The parts that are named by what they are; empty where there is none. */
    private record Contents(String texts, String styles) {}

    /** Looks through a workbook. */
    static Seen look(Path file, String shown) throws Problems {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Parcel(shown).look(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(shown);
        }
    }

    static Problems damaged(String shown) {
        return Problems.one(
                "not-a-table", shown, new Text("工作簿已损坏或不完整", "the workbook is damaged or not whole"), SAVE_AGAIN);
    }

    private Seen look(ZipFile zip) throws IOException, Problems {
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
        Contents contents = contents(zip);
        ZipEntry words = contents.texts().isEmpty() ? null : zip.getEntry(contents.texts());
        int texts = words == null ? 0 : scan(zip, words, "", 0).counted();
        Map<String, String> rels = rels(zip);
        Map<String, String> names = names(zip, rels);
        Map<String, PartScan> byPart = new HashMap<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            // whatever it is called: the reader takes the parts that others name
            if (!entry.isDirectory() && !entry.getName().equals(contents.texts())) {
                String name = entry.getName();
                PartScan scan = scan(zip, entry, names.getOrDefault(name, name), texts);
                if (!scan.merged().isEmpty() || !scan.unseen().isEmpty()) {
                    byPart.put(name, scan);
                }
            }
        }
        Map<String, List<Merged>> merged = new HashMap<>();
        Map<String, BitSet> unseen = new HashMap<>();
        rels.forEach((id, name) -> {
            PartScan scan = byPart.get(name);
            if (scan != null) {
                merged.put(id, scan.merged());
                unseen.put(id, scan.unseen());
            }
        });
        return new Seen(merged, unseen, !contents.styles().isEmpty() && zip.getEntry(contents.styles()) != null);
    }

    private PartScan scan(ZipFile zip, ZipEntry entry, String sheet, int texts) throws IOException, Problems {
        long[] size = {0};
        PartScan scan = new PartScan(shown, sheet, texts, (bytes, words) -> {
            size[0] += bytes;
            unpacked += bytes;
            if (unpacked > MOST_UNPACKED || words && size[0] > MOST_WORDS) {
                throw tooMuch();
            }
        });
        try (InputStream in = zip.getInputStream(entry)) {
            scan.scan(in, buffer);
        }
        return scan;
    }

    /** A small part as text; it is measured with the others. */
    private String text(ZipFile zip, String name) throws IOException, Problems {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_SMALL + 1);
            if (bytes.length > MOST_SMALL) {
                throw tooMuch();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Contents contents(ZipFile zip) throws IOException, Problems {
        String texts = "";
        String styles = "";
        for (Matcher part = OVERRIDE.matcher(text(zip, "[Content_Types].xml")); part.find(); ) {
            Matcher name = PART_NAME.matcher(part.group());
            if (name.find()) {
                String named = name.group(1).startsWith("/") ? name.group(1).substring(1) : name.group(1);
                if (part.group().contains("spreadsheetml.sharedStrings+xml")) {
                    texts = named;
                } else if (part.group().contains("spreadsheetml.styles+xml")) {
                    styles = named;
                }
            }
        }
        return new Contents(texts, styles);
    }

    /** What each sheet is called, by its part. */
    private Map<String, String> names(ZipFile zip, Map<String, String> rels) throws IOException, Problems {
        Map<String, String> names = new HashMap<>();
        for (Matcher sheet = SHEET.matcher(text(zip, "xl/workbook.xml")); sheet.find(); ) {
            Matcher id = SHEET_ID.matcher(sheet.group());
            Matcher name = NAME.matcher(sheet.group());
            if (id.find() && name.find() && rels.containsKey(id.group(1))) {
                names.put(
                        rels.get(id.group(1)),
                        name.group(1)
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&quot;", "\"")
                                .replace("&apos;", "'")
                                .replace("&amp;", "&"));
            }
        }
        return names;
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

    /** The parts of the sheets, by the id the workbook gives them. */
    private Map<String, String> rels(ZipFile zip) throws IOException, Problems {
        Map<String, String> parts = new HashMap<>();
        for (Matcher part = PART.matcher(text(zip, "xl/_rels/workbook.xml.rels")); part.find(); ) {
            Matcher id = ID.matcher(part.group());
            Matcher target = TARGET.matcher(part.group());
            if (id.find() && target.find()) {
                String name = target.group(1);
                parts.put(id.group(1), name.startsWith("/") ? name.substring(1) : "xl/" + name);
            }
        }
        return parts;
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
