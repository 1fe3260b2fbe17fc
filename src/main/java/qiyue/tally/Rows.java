package qiyue.tally;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import qiyue.problem.WholeFile;

/**
 * The rows of one list, put aside as they come: a workbook is written a sheet after another, and decisions bring rows for
 * all of them. A cell is a text, a whole number, a sum or a day; an empty text is an empty cell.
 */
final class Rows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final File file;
    private final DataOutputStream out;
    private long count;

    /** Takes a row. */
    interface Taker {
        void take(List<Object> row) throws IOException;
    }

    Rows() throws IOException {
        file = WholeFile.passingFile("qiyue-rows").toFile();
        // should the program be ended from outside, the next one to tidy up is the system
        file.deleteOnExit();
        out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file), BUFFER));
    }

    void add(List<Object> row) throws IOException {
        out.writeShort(row.size());
        for (Object cell : row) {
            put(cell);
        }
        count++;
    }

    private void put(Object cell) throws IOException {
        if (cell instanceof LocalDate day) {
            out.writeByte('d');
            out.writeLong(day.toEpochDay());
        } else if (cell instanceof BigDecimal sum) {
            out.writeByte('m');
            text(sum.toPlainString());
        } else if (cell instanceof Integer number) {
            out.writeByte('n');
            out.writeInt(number);
        } else {
            out.writeByte('t');
            text(cell.toString());
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    long count() {
        return count;
    }

    /** Gives out all rows, in the order they came. */
    void each(Taker taker) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(file), BUFFER))) {
            for (long i = 0; i < count; i++) {
                int cells = in.readShort();
                List<Object> row = new ArrayList<>(cells);
                for (int c = 0; c < cells; c++) {
                    row.add(cell(in));
                }
                taker.take(row);
            }
        }
    }

    private static Object cell(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'd' -> LocalDate.ofEpochDay(in.readLong());
            case 'm' -> new BigDecimal(string(in));
            case 'n' -> in.readInt();
            default -> string(in);
        };
    }

    private static String string(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        java.nio.file.Files.deleteIfExists(file.toPath());
    }
}
