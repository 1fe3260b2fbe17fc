package qiyue.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import qiyue.cli.PartOfBatch;

/**
 * What one task reads of a file: all of it, or, of a long one with an inspection a line, the lines that begin in a stretch of
 * bytes.
 *
 * @param file where it lies
 * @param source its name in decisions and errors: its path below the input
 * @param from the first byte of the stretch
 * @param to the byte after the stretch; that of the file for a whole one
 * @param whole whether it is the whole file
 * @param before how many lines of the file come before the stretch
 */
record Share(String file, String source, long from, long to, boolean whole, int before) implements Serializable {

    /** The files below the input, in the order of their names, and how each is shared out. */
    static List<Share> of(String input, long stretch, Configuration hadoop, List<String> unread) throws IOException {
        Path root = new Path(input);
        FileSystem system = root.getFileSystem(hadoop);
        FileStatus top = system.getFileStatus(root);
        List<FileStatus> files = new ArrayList<>();
        if (top.isDirectory()) {
            for (RemoteIterator<LocatedFileStatus> all = system.listFiles(root, true); all.hasNext(); ) {
                files.add(all.next());
            }
        } else {
            files.add(top);
        }
        URI base = top.isDirectory()
                ? URI.create(top.getPath().toUri() + "/")
                : top.getPath().getParent().toUri();
        files.sort(Comparator.comparing(f -> f.getPath().toUri().getPath()));
        List<Share> shares = new ArrayList<>();
        for (FileStatus file : files) {
            String path = file.getPath().toUri().getPath();
            String source = top.isDirectory() ? path.substring(base.getPath().length()) : file.getPath().getName();
            if (top.isDirectory() && !PartOfBatch.isInspection(source)) {
                unread.add(source);
                continue;
            }
            boolean packed = packed(source);
            long length = file.getLen();
            if (packed || length <= stretch) {
                shares.add(new Share(file.getPath().toString(), source, 0, length, true, 0));
                continue;
            }
            for (long from = 0; from < length; from += stretch) {
                shares.add(new Share(
                        file.getPath().toString(), source, from, Math.min(length, from + stretch), false, 0));
            }
        }
        return shares;
    }

    Share after(int lines) {
        return new Share(file, source, from, to, whole, lines);
    }

    static boolean packed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** How many lines begin in the stretch. */
    int lines(Configuration hadoop) throws IOException {
        try (InputStream in = open(hadoop)) {
            byte[] buffer = new byte[1 << 16];
            int lines = 0;
            boolean open = false;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
                open = n == 0 ? open : buffer[n - 1] != '\n';
            }
            return lines + (open ? 1 : 0);
        }
    }

    /** The lines that begin in the stretch, as bytes. */
    InputStream open(Configuration hadoop) throws IOException {
        Path path = new Path(file);
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        if (whole) {
            return in;
        }
        return new Stretch(in, from, to);
    }

    /** Of a file the lines that begin in [from, to). */
    private static final class Stretch extends InputStream {
        private final InputStream in;
        private final long to;
        private long at;
        private boolean ended;

        Stretch(FSDataInputStream file, long from, long to) throws IOException {
            this.to = to;
            long start = from;
            if (from > 0) {
                // a line that begins at the very first byte is its own: look at the byte before
                start = from - 1;
            }
            file.seek(start);
            this.in = new java.io.BufferedInputStream(file, 1 << 16);
            this.at = start;
            if (from > 0) {
                int b;
                do {
                    b = in.read();
                    at++;
                } while (b >= 0 && b != '\n');
                ended = b < 0 || at >= to;
            }
        }

        @Override
        public int read() throws IOException {
            if (ended) {
                return -1;
            }
            int b = in.read();
            at++;
            // the last line goes on to its end
            ended = b < 0 || (b == '\n' && at >= to);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = 0;
            while (n < length) {
                int b = read();
                if (b < 0) {
                    return n == 0 ? -1 : n;
                }
                buffer[offset + n++] = (byte) b;
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
