package qiyue.cli;

import java.io.EOFException;
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
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * The inspections a command line names, one after another, in the order named, folders in order of path: files of one
 * document or of one a line, plain or compressed, and standard input. Never more than one document is held, and a line is
 * given out before the next is read.
 */
final class Inputs implements AutoCloseable {
    private static final int UNPACKED = 1 << 16;

    private static final List<String> KINDS = List.of(".json", ".ndjson", ".jsonl");

    private final Deque<String> names = new ArrayDeque<>();
    private final InputStream standard;
    private final Common common;
    private final Deque<Input> waiting = new ArrayDeque<>();
    private final List<String> unread = new ArrayList<>();
    private @Nullable InputFile open;
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
        this(names, standard, new Common());
    }

    /** @param common how workbooks are read */
    Inputs(List<String> names, InputStream standard, Common common) {
        this.standard = standard;
        this.common = common;
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
            files = walk.filter(f -> !Files.isDirectory(f)).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            waiting.add(failed(folder.toString(), 0, "unreadable", new Text("读不到文件夹", "the folder cannot be read")));
            return 0;
        }
        long sum = 0;
        boolean found = false;
        for (Path file : files) {
            if ((isInspection(file.toString()) || (isWorkbook(file.toString()) && Common.isForm(file)))
                    && Files.isRegularFile(file)) {
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
                    new Text("文件夹中没有 .json、.jsonl 或 .ndjson 文件", "the folder holds no .json, .jsonl or .ndjson file")));
        }
        return sum;
    }

    /** Whether a file of that name in a folder is read. */
    static boolean isInspection(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        String plain = small.endsWith(".gz") ? small.substring(0, small.length() - 3) : small;
        return KINDS.stream().anyMatch(plain::endsWith);
    }

    /** Whether a file of that name is read as a workbook; Excel keeps notes of its own beside one that is open. */
    static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                && !Path.of(name).getFileName().toString().startsWith("~$");
    }

    private Input workbook(String name) {
        try {
            return new Input(name, 0, Optional.of(common.workbook(Path.of(name))), List.of());
        } catch (Problems e) {
            return new Input(name, 0, Optional.empty(), e.all());
        }
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
            InputFile lines = open;
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
                    shown,
                    0,
                    "unreadable",
                    new Text("不是普通文件；管道用 - 从标准输入读", "this is no regular file; read pipes with -")));
            return;
        }
        if (isWorkbook(name)) {
            waiting.add(workbook(name));
            return;
        }
        try {
            InputStream raw = new Counted(name.equals("-") ? standard : Files.newInputStream(Path.of(name)));
            boolean packed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            InputFile lines = new InputFile(shown, raw, packed ? new GZIPInputStream(raw, UNPACKED) : raw);
            if (lines.isOneDocument(name.equals("-"))) {
                waiting.add(lines.whole());
                lines.close();
            } else {
                open = lines;
            }
        } catch (IOException e) {
            waiting.add(unreadable(shown, 0, e));
        }
    }

    /** Why nothing, or nothing more, can be read of it. */
    static Input unreadable(String source, int line, IOException why) {
        if (why instanceof Lines.Endless) {
            return failed(
                    source,
                    line,
                    "too-long",
                    new Text(
                            "一行超过 256 MB，文件其余部分没有读",
                            "a line is longer than 256 MB; the rest of the file was not read"));
        }
        boolean packed = why instanceof ZipException || (why instanceof EOFException && source.endsWith("z"));
        return failed(
                source,
                line,
                "unreadable",
                packed
                        ? new Text("压缩文件（gzip）已损坏或不完整", "the gzip file is damaged or not whole")
                        : new Text("读不到文件", "the file cannot be read"));
    }

    static Input failed(String source, int line, String code, Text what) {
        return new Input(
                source,
                line,
                Optional.empty(),
                List.of(Problem.at(
                        code,
                        name(source, line),
                        "",
                        what,
                        new Text("检查路径、权限和内容", "check path, permissions and contents"))));
    }

    /** What an inspection is called: its file, and its line where it has one. */
    static String name(String source, int line) {
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
}
