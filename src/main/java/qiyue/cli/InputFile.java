package qiyue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiyue.cli.Inputs.Input;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** A file under way: its first lines were looked at to see whether it holds a document a line. */
final class InputFile {
    /** No inspection is longer, in bytes. */
    static final int LONGEST = 1 << 26;

    private final String source;
    private final InputStream raw;
    private final Lines lines;
    private final Deque<Looked> ahead = new ArrayDeque<>();
    private int line;
    private boolean broken;

    /**
     * A line that was looked at and not given out yet.
     *
     * @param blanks how many blank lines come before it; they are not kept
     */
    private record Looked(int blanks, Lines.Line line) {}

    InputFile(String source, InputStream raw, InputStream in) {
        this(source, raw, in, 0);
    }

    /** A part of a file, so many lines of which come before it. */
    InputFile(String source, InputStream raw, InputStream in, int before) {
        this.source = source;
        this.raw = raw;
        this.lines = new Lines(in, LONGEST);
        this.line = before;
    }

    /**
     * A file is one document where its first line does not end what it begins, unless the next line begins another; a first line
     * that is whole is one document if nothing else follows, whatever that is. Standard input is not waited for to see that.
     */
    boolean isOneDocument(boolean standard) throws IOException {
        Lines.Line first = look();
        if (first == null) {
            return true;
        }
        boolean whole = first.tooLong() || first.closed();
        if (standard && whole) {
            return false;
        }
        Lines.Line second = look();
        return second == null || !(whole || second.begins());
    }

    /** The next line that is not blank; it is kept. */
    private Lines.@Nullable Line look() throws IOException {
        int blanks = 0;
        Lines.Line next = lines.next();
        while (next != null && next.blank()) {
            blanks++;
            next = lines.next();
        }
        if (next != null) {
            ahead.add(new Looked(blanks, next));
        }
        return next;
    }

    /** All of it as one document. */
    Input whole() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            while (!ahead.isEmpty()) {
                Looked looked = ahead.removeFirst();
                if (looked.blanks() > LONGEST - all.size() || !fits(looked.line(), all)) {
                    return tooLong(0);
                }
                // so that its lines are counted as they stand
                all.write("\n".repeat(looked.blanks()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                all.write(looked.line().bytes());
            }
            for (Lines.Line next = lines.next(); next != null; next = lines.next()) {
                if (!fits(next, all)) {
                    return tooLong(0);
                }
                all.write(next.bytes());
            }
        } catch (IOException e) {
            return Inputs.unreadable(source, 0, e);
        }
        return input(all.toByteArray(), 0);
    }

    private static boolean fits(Lines.Line line, ByteArrayOutputStream all) {
        return !line.tooLong() && all.size() + line.bytes().length <= LONGEST;
    }

    /** The next document of one a line; null at the end. */
    @Nullable
    Input next() {
        try {
            while (!broken) {
                Lines.Line next;
                if (ahead.isEmpty()) {
                    next = lines.next();
                } else {
                    Looked looked = ahead.removeFirst();
                    line += looked.blanks();
                    next = looked.line();
                }
                if (next == null) {
                    return null;
                }
                line++;
                if (next.tooLong()) {
                    return tooLong(line);
                }
                if (!next.blank()) {
                    return input(next.bytes(), line);
                }
            }
            return null;
        } catch (IOException e) {
            // nothing more can be got out of this file
            broken = true;
            return Inputs.unreadable(source, line + 1, e);
        }
    }

    private Input tooLong(int at) {
        return Inputs.failed(source, at, "too-long", new Text("一份文书超过 64 MB", "one inspection is longer than 64 MB"));
    }

    private Input input(byte[] bytes, int at) {
        String name = Inputs.name(source, at);
        try {
            String text = Sources.text(bytes, name);
            String own = at > 0 && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return new Input(source, at, Optional.of(new InspectionText(name, own)), List.of());
        } catch (Problems e) {
            return new Input(source, at, Optional.empty(), e.all());
        } catch (OutOfMemoryError e) {
            return Inputs.failed(
                    source,
                    at,
                    "too-long",
                    new Text(
                            "内存不够读这一份；用 QIYUE_JAVA_OPTS=-Xmx… 加大",
                            "too long for the memory; give more with QIYUE_JAVA_OPTS=-Xmx…"));
        }
    }

    void close() {
        try {
            raw.close();
        } catch (IOException e) {
            // it was read to its end
        }
    }
}
