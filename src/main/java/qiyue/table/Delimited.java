package qiyue.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** A table of plain text: columns parted by a sign, UTF-8, UTF-16 with its mark, or what Chinese Windows writes (GBK, read as its wider GB18030). */
final class Delimited implements Table {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** No row is longer, in signs: an open quote would take in the rest of the file. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_COLUMNS = 300;
    private static final char[] PARTING = {',', '\t', ';', '|'};
    private static final int LOOKED_AT = 1 << 16;

    private final Path file;
    private final String shown;
    private final Charset charset;
    private final int mark;
    private final char parting;

    private Delimited(Path file, String shown, Charset charset, int mark, char parting) {
        this.file = file;
        this.shown = shown;
        this.charset = charset;
        this.mark = mark;
        this.parting = parting;
    }

    static Delimited open(Path file, String shown) throws Problems {
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(3);
            }
            int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
            if (first == 0xFFFE || first == 0xFEFF) {
                Charset wide = first == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return looked(file, shown, wide, 2);
            }
            int mark = head.length == 3 && first == 0xEFBB && (head[2] & 0xFF) == 0xBF ? 3 : 0;
            if (decodes(file, StandardCharsets.UTF_8)) {
                return looked(file, shown, StandardCharsets.UTF_8, mark);
            }
            if (mark == 0 && decodes(file, GB18030)) {
                return looked(file, shown, GB18030, 0);
            }
        } catch (IOException e) {
            throw Tables.unreadable(shown);
        }
        throw Problems.one(
                "encoding",
                shown,
                new Text("文件既不是 UTF-8，也不是 GBK，或已损坏", "the file is neither UTF-8 nor GBK, or it is damaged"),
                new Text(
                        "在 Excel 中打开，另存为 .xlsx 或“CSV UTF-8”", "open it in Excel and save it as .xlsx or as CSV UTF-8"));
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = strict(file, charset, 0)) {
            while (reader.read(buffer) >= 0) {
                // only whether it can be read matters
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader strict(Path file, Charset charset, int mark) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What parts columns is the sign most of the first lines have, outside quotes. */
    private static Delimited looked(Path file, String shown, Charset charset, int mark) throws IOException {
        char[] head = new char[LOOKED_AT];
        int length = 0;
        try (Reader reader = strict(file, charset, mark)) {
            for (int read = 0;
                    read >= 0 && length < head.length;
                    read = reader.read(head, length, head.length - length)) {
                length += read;
            }
        }
        int[] found = new int[PARTING.length];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= head[i] == '"';
            for (int k = 0; k < PARTING.length && !quoted; k++) {
                found[k] += head[i] == PARTING[k] ? 1 : 0;
            }
        }
        int most = 0;
        for (int k = 1; k < found.length; k++) {
            most = found[k] > found[most] ? k : most;
        }
        return new Delimited(file, shown, charset, mark, PARTING[most]);
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public String manner() {
        String encoding = charset.equals(GB18030) ? "GBK" : charset.name();
        String sign = parting == '\t' ? "Tab" : String.valueOf(parting);
        return encoding + " “" + sign + "”";
    }

    @Override
    public boolean isHidden(String sheet, int column) {
        return false;
    }

    @Override
    public void rows(String sheet, Taker taker) throws Problems {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(parting)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        try (Bounded reader = new Bounded(strict(file, charset, mark));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            // rows as a spreadsheet counts them: a cell of several lines is still one row
            int line = 0;
            for (CSVRecord each : parser) {
                line++;
                reader.rowDone();
                if (each.size() > MOST_COLUMNS) {
                    throw new Place(shown, "", line, 1)
                            .problem("too-long", tooWide(), new Text("删去不用的列", "remove columns not needed"))
                            .alone();
                }
                List<Cell> cells = new ArrayList<>(each.size());
                for (String value : each) {
                    cells.add(Cell.text(value));
                }
                if (!taker.take(new Row(new Place(shown, "", line, 0), List.copyOf(cells)))) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw damaged(e);
        }
    }

    static Text tooWide() {
        return new Text("一行超过 300 列", "a row has more than 300 columns");
    }

    private Problems damaged(Exception e) {
        boolean endless =
                Optional.ofNullable(e.getCause()).orElse(e) instanceof Bounded.TooLong || e instanceof Bounded.TooLong;
        return Problems.one(
                endless ? "too-long" : "syntax",
                shown,
                endless
                        ? new Text(
                                "一行超过一百万字，多半是引号没有成对",
                                "a row is longer than a million signs; most likely a quote is not closed")
                        : new Text("表格的引号没有成对", "quotes of the table are not closed"),
                new Text("在 Excel 中打开核对，另存为 .xlsx", "open it in Excel, check it and save it as .xlsx"));
    }

    @Override
    public void close() {
        // each reading closes what it opened
    }

    /** Stops where a row does not end. */
    private static final class Bounded extends java.io.FilterReader {
        private long since;

        Bounded(Reader in) {
            super(in);
        }

        static final class TooLong extends IOException {
            private static final long serialVersionUID = 1;
        }

        void rowDone() {
            since = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            since += Math.max(0, read);
            if (since > LONGEST) {
                throw new TooLong();
            }
        }
    }
}
