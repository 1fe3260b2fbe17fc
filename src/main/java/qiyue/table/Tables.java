package qiyue.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** Opens tables by what files hold, whatever they are called. */
public final class Tables {
    /** The largest file, in bytes. */
    static final long LARGEST = 512L << 20;

    private static final int HEAD = 4096;

    private Tables() {}

    /** What files turn out to be. */
    private enum Sort {
        PACKED,
        OLD,
        MARKUP,
        OTHER,
        PLAIN
    }

    /** Whether the file is packed as workbooks are. */
    public static boolean isPacked(Path file) throws Problems {
        return sort(head(file, file.toString())) == Sort.PACKED;
    }

    /**
     * Opens a file.
     *
     * @param shown what to call it in problems
     */
    public static Table open(Path file, String shown) throws Problems {
        byte[] head = head(file, shown);
        return switch (sort(head)) {
            case PACKED -> Workbook.open(file, shown);
            case OLD ->
                throw Problems.one(
                        "not-a-table",
                        shown,
                        new Text(
                                "这是旧格式（.xls）的工作簿，或加了密码的工作簿",
                                "this is a workbook of the old kind (.xls), or one with a password"),
                        new Text(
                                "在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”，不设密码",
                                "open it in Excel or WPS and save it as .xlsx, without a password"));
            case MARKUP ->
                throw Problems.one(
                        "not-a-table",
                        shown,
                        new Text("这是网页或 XML，只是名称像电子表格", "this is a web page or XML, only called like a spreadsheet"),
                        new Text("在 Excel 或 WPS 中打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"));
            case OTHER ->
                throw Problems.one(
                        "not-a-table",
                        shown,
                        new Text("这不是电子表格，也不是文本表格", "this is neither a spreadsheet nor a table of text"),
                        new Text("给出 .xlsx、.csv 或 .tsv 文件", "name a file of .xlsx, .csv or .tsv"));
            case PLAIN -> Delimited.open(file, shown);
        };
    }

    private static byte[] head(Path file, String shown) throws Problems {
        try {
            if (!Files.isRegularFile(file)) {
                throw Problems.one(
                        "unreadable",
                        shown,
                        Files.exists(file)
                                ? new Text("不是普通文件", "this is no regular file")
                                : new Text("没有这个文件", "there is no such file"),
                        new Text("检查路径", "check the path"));
            }
            if (Files.size(file) > LARGEST) {
                throw Problems.one(
                        "too-long",
                        shown,
                        new Text("文件超过 512 MB", "the file is longer than 512 MB"),
                        new Text("分成几个文件", "write several files"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(HEAD);
            }
        } catch (IOException e) {
            throw unreadable(shown);
        }
    }

    static Problems unreadable(String shown) {
        return Problems.one(
                "unreadable",
                shown,
                new Text("读不到文件", "the file cannot be read"),
                new Text("检查路径和权限；在 Excel 中打开着的先关闭", "check path and permissions; close it in Excel"));
    }

    private static Sort sort(byte[] head) {
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return Sort.PACKED;
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Sort.OLD;
        }
        if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
            return Sort.PLAIN;
        }
        for (byte b : head) {
            if (b == 0) {
                return Sort.OTHER;
            }
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("ï»¿")) {
            text = text.substring(3).strip();
        }
        boolean markup = text.startsWith("<?xml")
                || text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<table")
                || text.startsWith("<meta")
                || text.startsWith("<head")
                || text.startsWith("mime-version:");
        return markup ? Sort.MARKUP : begins(head, '%', 'P', 'D', 'F') ? Sort.OTHER : Sort.PLAIN;
    }

    private static boolean begins(byte[] head, int... signs) {
        if (head.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((head[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
