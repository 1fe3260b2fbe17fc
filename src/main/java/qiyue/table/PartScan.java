package qiyue.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * Goes through the signs of one part of a workbook before the reader does: measures texts and tags, notes what is merged, counts
 * the texts that cells point at, and sees that each cell stands within a sheet and points at a text there is. The reader makes
 * room for whatever place a cell names, and takes a text that is not there for an empty one.
 */
final class PartScan {
    static final int LAST_ROW = 1 << 20;
    static final int LAST_COLUMN = 1 << 14;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_TAG = 1 << 16;
    private static final int LONGEST_INDEX = 9;
    private static final Pattern REF =
            Pattern.compile("ref=\"\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})\"");

    private static final Pattern UNSEEN = Pattern.compile("\\bhidden\\s*=\\s*[\"'](1|true)[\"']");
    private static final Pattern FIRST = Pattern.compile("\\bmin\\s*=\\s*[\"'](\\d{1,5})[\"']");
    private static final Pattern LAST = Pattern.compile("\\bmax\\s*=\\s*[\"'](\\d{1,5})[\"']");

    /** What is asked each time more was unpacked. */
    interface Counter {
        /**
         * Counts.
         *
         * @param texts whether the part holds texts that cells point at
         */
        void more(int bytes, boolean texts) throws Problems;
    }

    private final String file;
    private final String sheet;
    private final int texts;
    private final Counter counter;
    private final List<Parcel.Merged> merged = new ArrayList<>();
    private final BitSet unseen = new BitSet();
    private final StringBuilder written = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private boolean rows;
    private boolean words;
    private int counted;
    private int row;
    private int column;
    private boolean points;
    private boolean inValue;

    /**
     * A scan of one part.
     *
     * @param sheet what the sheet is called, to be named in problems
     * @param texts how many texts cells may point at
     */
    PartScan(String file, String sheet, int texts, Counter counter) {
        this.file = file;
        this.sheet = sheet;
        this.texts = texts;
        this.counter = counter;
    }

    /** Merged cells over several rows. */
    List<Parcel.Merged> merged() {
        return merged;
    }

    /** Columns, from 1, that are hidden from whoever looks at the sheet. */
    BitSet unseen() {
        return unseen;
    }

    /** Texts that cells may point at. */
    int counted() {
        return counted;
    }

    /** Goes through all of it; what is no text in tags, such as a picture, is only counted. */
    void scan(InputStream in, byte[] buffer) throws IOException, Problems {
        int read = in.readNBytes(buffer, 0, buffer.length);
        boolean markup = markup(buffer, read);
        boolean tag = false;
        char quote = 0;
        int run = 0;
        while (read > 0) {
            counter.more(read, words);
            for (int i = 0; markup && i < read; i++) {
                char sign = (char) (buffer[i] & 0xFF);
                run++;
                boolean aside = tag && aside();
                if (sign == '<' && !aside) {
                    tag = true;
                    quote = 0;
                    run = 0;
                    written.setLength(0);
                } else if (sign == '>' && tag && quote == 0 && (!aside || endsAside())) {
                    tag();
                    tag = false;
                    run = 0;
                } else if (tag) {
                    if (!aside || written.length() < LONGEST_TAG) {
                        written.append(sign);
                    } else {
                        // only how it ends matters
                        written.delete(16, LONGEST_TAG - 16).append(sign);
                    }
                    quote = quoted(sign, quote);
                } else if (inValue) {
                    value.append(sign);
                }
                if (run > (tag && !aside ? LONGEST_TAG : LONGEST_TEXT)) {
                    throw Problems.one(
                            "too-long",
                            file,
                            new Text("一个单元格超过一百万字", "a cell holds more than a million signs"),
                            new Text("在 Excel 中打开核对，另存为 .xlsx", "open it in Excel, check it and save it as .xlsx"));
                }
            }
            read = in.readNBytes(buffer, 0, buffer.length);
        }
    }

    /** Whether tags follow. Other encodings than UTF-8 could hide them; no program writes workbooks so. */
    private boolean markup(byte[] head, int length) throws Problems {
        int at = length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
        while (at < length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
            at++;
        }
        if (length > 1) {
            int first = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
            boolean wide = first == 0xFFFE || first == 0xFEFF || first == 0x3C00 || first == 0x003C || first == 0x4C6F;
            if (wide) {
                throw Parcel.damaged(file);
            }
        }
        return at < length && head[at] == '<';
    }

    /** Whether what is open is a remark or a text as it stands. */
    private boolean aside() {
        return written.length() > 2
                && written.charAt(0) == '!'
                && (written.charAt(1) == '-' && written.charAt(2) == '-' || written.indexOf("![CDATA[") == 0);
    }

    private boolean endsAside() {
        String end = written.charAt(1) == '-' ? "--" : "]]";
        return written.length() > 4 && written.substring(written.length() - 2).equals(end);
    }

    private char quoted(char sign, char quote) {
        char first = written.charAt(0);
        if (first == '!' || first == '?') {
            return 0;
        }
        if (quote != 0) {
            return sign == quote ? 0 : quote;
        }
        return sign == '"' || sign == '\'' ? sign : 0;
    }

    private void tag() throws Problems {
        if (written.isEmpty()) {
            return;
        }
        char first = written.charAt(0);
        if (first == '!' && !aside()) {
            // it declares what stands for something else
            throw Parcel.damaged(file);
        }
        if (inValue) {
            endValue(first == '/');
        }
        if (first == '!' || first == '?' || first == '/') {
            return;
        }
        switch (name()) {
            case "sheetData" -> rows = true;
            case "si" -> {
                words = true;
                counted++;
            }
            case "mergeCell" -> merge();
            case "col" -> columns();
            case "row" -> {
                if (rows) {
                    row();
                }
            }
            case "c" -> {
                if (rows) {
                    cell();
                }
            }
            case "v" -> {
                inValue = rows && points && written.charAt(written.length() - 1) != '/';
                value.setLength(0);
            }
            default -> {
                // nothing that is counted
            }
        }
    }

    /** The name of the tag, without what stands before a colon. */
    private String name() {
        int end = 0;
        int from = 0;
        while (end < written.length() && written.charAt(end) > ' ' && written.charAt(end) != '/') {
            if (written.charAt(end) == ':') {
                from = end + 1;
            }
            end++;
        }
        return written.substring(from, end);
    }

    /** What an attribute says; null where it is not written. */
    private @Nullable String attribute(char name) {
        char quote = 0;
        for (int i = 1; i < written.length(); i++) {
            char sign = written.charAt(i);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else if (sign == name && (written.charAt(i - 1) <= ' ' || written.charAt(i - 1) == ':')) {
                int at = i + 1;
                while (at < written.length() && written.charAt(at) <= ' ') {
                    at++;
                }
                if (at < written.length() && written.charAt(at) == '=') {
                    at++;
                    while (at < written.length() && written.charAt(at) <= ' ') {
                        at++;
                    }
                    int end = at < written.length() ? written.indexOf(written.substring(at, at + 1), at + 1) : -1;
                    return end < 0 ? "" : written.substring(at + 1, end);
                }
            }
        }
        return null;
    }

    private void row() throws Problems {
        String said = attribute('r');
        row = said == null ? row + 1 : number(said, 0);
        column = 0;
        if (row < 1 || row > LAST_ROW) {
            throw wrong(
                    sheet,
                    new Text("没有第 " + said + " 行", "there is no row " + said),
                    new Text("工作表只有 1048576 行", "a sheet has 1048576 rows"));
        }
    }

    private void cell() throws Problems {
        String said = attribute('r');
        String type = attribute('t');
        points = "s".equals(type);
        if (type != null && type.indexOf('&') >= 0) {
            throw Parcel.damaged(file);
        }
        if (said == null) {
            column++;
            row = Math.max(row, 1);
        } else {
            int letters = 0;
            column = 0;
            while (letters < said.length()
                    && letters < 4
                    && Character.toUpperCase(said.charAt(letters)) >= 'A'
                    && Character.toUpperCase(said.charAt(letters)) <= 'Z') {
                column = 26 * column + Character.toUpperCase(said.charAt(letters)) - 'A' + 1;
                letters++;
            }
            int at = number(said, letters);
            if (at < 1 || at > LAST_ROW || column < 1 || column > LAST_COLUMN) {
                throw beyond(said);
            }
            row = at;
        }
        if (column > LAST_COLUMN) {
            throw beyond("");
        }
    }

    private Problems beyond(String said) {
        return wrong(
                sheet + (said.isEmpty() ? "" : "!" + (said.length() > 20 ? said.substring(0, 20) + "…" : said)),
                new Text("没有这个单元格", "there is no such cell"),
                new Text("工作表到 XFD1048576 为止", "a sheet ends at XFD1048576"));
    }

    /** The number from there on; -1 where there is none, or none that a sheet has. */
    private static int number(String said, int from) {
        int number = 0;
        if (from >= said.length() || said.length() - from > LONGEST_INDEX) {
            return -1;
        }
        for (int i = from; i < said.length(); i++) {
            if (said.charAt(i) < '0' || said.charAt(i) > '9') {
                return -1;
            }
            number = 10 * number + said.charAt(i) - '0';
        }
        return number;
    }

    private void endValue(boolean ended) throws Problems {
        inValue = false;
        points = false;
        String said = value.toString();
        if (ended && said.isEmpty()) {
            return;
        }
        int index = ended ? number(said, 0) : -1;
        if (index < 0 || index >= texts) {
            throw wrong(
                    new Place(file, sheet, Math.max(row, 1), Math.max(column, 1)).shown(),
                    new Text("单元格指向的文字不在工作簿里", "the cell points at a text that is not in the workbook"),
                    new Text("工作簿已损坏", "the workbook is damaged"));
        }
    }

    private Problems wrong(String where, Text message, Text more) {
        return Problem.at(
                        "not-a-table",
                        file,
                        where,
                        new Text(message.zh() + "：" + more.zh(), message.en() + ": " + more.en()),
                        Parcel.SAVE_AGAIN)
                .alone();
    }

    private void columns() {
        Matcher first = FIRST.matcher(written);
        Matcher last = LAST.matcher(written);
        if (!rows && UNSEEN.matcher(written).find() && first.find() && last.find()) {
            int from = Integer.parseInt(first.group(1));
            int to = Math.min(Integer.parseInt(last.group(1)), LAST_COLUMN);
            if (from <= to) {
                unseen.set(from, to + 1);
            }
        }
    }

    private void merge() {
        Matcher ref = REF.matcher(written);
        if (ref.find() && !ref.group(2).equals(ref.group(4))) {
            merged.add(new Parcel.Merged(
                    letters(ref.group(1)), Integer.parseInt(ref.group(2)), Integer.parseInt(ref.group(4))));
        }
    }

    private static int letters(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = 26 * number + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }
}
