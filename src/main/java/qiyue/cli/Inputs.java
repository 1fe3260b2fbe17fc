package qiyue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/**
 * The inspections a command line names, one after another, in the order named, folders in order of path: files of one
 * document or of one a line, plain or compressed, and standard input. Never more than one document is held, and a line is
 * given out before the next is read.
 */
final class Inputs implements AutoCloseable {
    /** No inspection is longer, in bytes. */
    private static final int LONGEST = 1 << 26;

    private static final List<String> KINDS = List.of(".json", ".ndjson", ".jsonl");

    private final Deque<String> names = new ArrayDeque<>();
    private final InputStream standard;
    private final Deque<Input> waiting = new ArrayDeque<>();
    private final List<String> unread = new ArrayList<>();
    private @Nullable LineFile open;
    private volatile long bytes;
    private final long total;

    /**
     * One inspection, or why there is none.
     *
     * @param source its file, or {@code <stdin>}
     * @param line its line there, from 1; 0 where the file is one document
     */
    record Input(String source, int line, Optional<InspectionText> document, List<Problem> problems) {}

    Inputs(List<String> names, InputStream standard) {
        this.standard = standard;
        long sum = 0;
        for (String name : names) {
            if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
                this.names.add(name);
                sum += name.equals("-") ? 0 : size(Path.of(name));
            } else {
                sum += folder(Path.of(name));
            }
        }
        this.total = names.contains("-") ? 0 : sum;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private long folder(Path folder) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            waiting.add(failed(folder.toString(), 0, "unreadable", "读不到文件夹", "the folder cannot be read"));
            return 0;
        }
        long sum = 0;
        boolean found = false;
        for (Path file : files) {
            if (isInspection(file.toString())) {
                names.add(file.toString());
                sum += size(file);
                found = true;
            } else {
                unread.add(file.toString());
            }
        }
        if (!found) {
            waiting.add(failed(
                    folder.toString(),
                    0,
                    "empty-folder",
                    "文件夹中没有 .json、.jsonl 或 .ndjson 文件",
                    "the folder holds no .json, .jsonl or .ndjson file"));
        }
        return sum;
    }

    /** Whether a file of that name in a folder is read. */
    static boolean isInspection(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        String plain = small.endsWith(".gz") ? small.substring(0, small.length() - 3) : small;
        return KINDS.stream().anyMatch(plain::endsWith);
    }

    /** The files of the folders that are not read, in order. */
    List<String> unread() {
        return unread;
    }

    /** All that is named, in order. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** How many bytes have been read, compressed ones as they are. */
    long bytes() {
        return bytes;
    }

    /** How many bytes there are to read; 0 if that is not known. */
    long total() {
        return total;
    }

    /** Whether it is plain that nothing follows. */
    boolean isLast() {
        return waiting.isEmpty() && open == null && names.isEmpty();
    }

    /** The next one; null when there is no more. */
    @Nullable
    Input next() {
        while (waiting.isEmpty()) {
            LineFile lines = open;
            if (lines != null) {
                Input input = lines.next();
                if (input != null) {
                    return input;
                }
                lines.close();
                open = null;
            } else if (names.isEmpty()) {
                return null;
            } else {
                begin(names.removeFirst());
            }
        }
        return waiting.removeFirst();
    }

    private void begin(String name) {
        String shown = name.equals("-") ? "<stdin>" : name;
        if (!name.equals("-") && Files.exists(Path.of(name)) && !Files.isRegularFile(Path.of(name))) {
            waiting.add(failed(
                    shown, 0, "unreadable", "不是普通文件；管道用 - 从标准输入读", "this is no regular file; read pipes with -"));
            return;
        }
        try {
            InputStream raw = new Counted(name.equals("-") ? standard : Files.newInputStream(Path.of(name)));
            boolean packed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            LineFile lines = new LineFile(shown, raw, packed ? new GZIPInputStream(raw) : raw);
            if (lines.isOneDocument(name.equals("-"))) {
                waiting.add(lines.whole());
                lines.close();
            } else {
                open = lines;
            }
        } catch (IOException e) {
            waiting.add(unreadable(shown, 0));
        }
    }

    private static Input unreadable(String source, int line) {
        return failed(source, line, "unreadable", "读不到文件", "the file cannot be read");
    }

    private static Input failed(String source, int line, String code, String zh, String en) {
        return new Input(
                source,
                line,
                Optional.empty(),
                List.of(Problem.at(
                        code,
                        name(source, line),
                        "",
                        new Text(zh, en),
                        new Text("检查路径、权限和内容", "check path, permissions and contents"))));
    }

    private static String name(String source, int line) {
        return line > 0 ? source + "#" + line : source;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    /** Counts the bytes read. */
    private final class Counted extends java.io.FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(read);
            return read;
        }

        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread reads, another only looks
        private void count(int read) {
            bytes += Math.max(0, read);
        }
    }

    /** A file under way: its first lines were looked at to see whether it holds a document a line. */
    private static final class LineFile {
        private final String source;
        private final InputStream raw;
        private final Lines lines;
        private final Deque<byte[]> read = new ArrayDeque<>();
        private int line;
        private boolean broken;

        LineFile(String source, InputStream raw, InputStream in) {
            this.source = source;
            this.raw = raw;
            this.lines = new Lines(in, LONGEST);
        }

        /**
         * A file is one document where its first line does not end what it begins, unless the next line begins another; a
         * first line that is whole is one document if nothing else follows. Standard input is not waited for to see that.
         */
        boolean isOneDocument(boolean standard) throws IOException {
            byte[] first = ahead();
            if (first == null) {
                return true;
            }
            boolean closed = closed(first);
            if (closed && standard) {
                return false;
            }
            byte[] second = ahead();
            return second == null || !begins(second);
        }

        /** The next line that is not blank; it is kept, with all before it. */
        private byte @Nullable [] ahead() throws IOException {
            byte[] next = lines.next();
            while (next != null && blank(next)) {
                read.add(next);
                next = lines.next();
            }
            if (next != null) {
                read.add(next);
            }
            return next;
        }

        private static boolean blank(byte[] line) {
            for (byte b : line) {
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                    return false;
                }
            }
            return true;
        }

        private static boolean begins(byte[] line) {
            return line.length > 0 && line[0] == '{';
        }

        /** Whether as many brackets close as open in a line that begins with one. */
        private static boolean closed(byte[] line) {
            int depth = 0;
            boolean text = false;
            boolean any = false;
            for (int i = 0; i < line.length; i++) {
                byte b = line[i];
                if (text) {
                    i += b == '\\' ? 1 : 0;
                    text = b != '"';
                } else if (b == '"') {
                    text = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                    any = true;
                } else if (b == '}' || b == ']') {
                    depth--;
                }
            }
            return any && depth == 0 && !text;
        }

        Input whole() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                for (byte[] next = line(); next != null; next = line()) {
                    if (lines.tooLong() || all.size() + next.length > LONGEST) {
                        return tooLong(0);
                    }
                    all.write(next);
                }
            } catch (IOException e) {
                return unreadable(source, 0);
            }
            return input(all.toByteArray(), 0);
        }

        @Nullable
        Input next() {
            try {
                for (byte[] next = line(); next != null; next = line()) {
                    line++;
                    if (lines.tooLong() && read.isEmpty()) {
                        return tooLong(line);
                    }
                    if (!blank(next)) {
                        return input(next, line);
                    }
                }
                return null;
            } catch (IOException e) {
                // nothing more can be got out of this file
                line++;
                read.clear();
                return broken();
            }
        }

        private @Nullable Input broken() {
            boolean told = broken;
            broken = true;
            return told ? null : unreadable(source, line);
        }

        private byte @Nullable [] line() throws IOException {
            return broken ? null : read.isEmpty() ? lines.next() : read.removeFirst();
        }

        private Input tooLong(int at) {
            return failed(source, at, "too-long", "一份文书超过 64 MB", "one inspection is longer than 64 MB");
        }

        private Input input(byte[] bytes, int at) {
            String name = name(source, at);
            try {
                String text = Sources.text(bytes, name);
                String own = at > 0 && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
                return new Input(source, at, Optional.of(new InspectionText(name, own)), List.of());
            } catch (Problems e) {
                return new Input(source, at, Optional.empty(), e.all());
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
}
