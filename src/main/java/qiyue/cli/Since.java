package qiyue.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.Digest;
import qiyue.problem.Sources;

/**
 * The decisions of an earlier run ({@code --format ndjson}), to be taken over where neither the inspection nor anything the
 * decision rests on has changed. Of each line only its digest and place are held; the line is read when it is taken.
 */
final class Since implements AutoCloseable {
    private static final Pattern INPUT = Pattern.compile("\"inputDigest\":\"([0-9a-f]{" + Digest.LENGTH + "})\"");

    /** What the run adds to a decision, at its end. */
    private static final Pattern END =
            Pattern.compile(",\"source\":\"(?:[^\"\\\\]|\\\\.)*+\"(?:,\"line\":[0-9]+)?,\"basis\":\"([0-9a-f]{"
                    + Digest.LENGTH + "})\"}\\s*$");

    private static final JsonFactory JSON = new JsonFactory();

    private static final int BUFFER = 1 << 16;

    /** Where lines begin and how long they are, by the first half of the digest of their inspection. */
    private final Map<Long, long[]> lines = new HashMap<>();

    private final FileChannel file;

    private Since(FileChannel file) {
        this.file = file;
    }

    /** The decisions in that file which rest on one of these bases. */
    static Since read(Path path, Set<String> bases) throws IOException {
        try (InputStream in = new BufferedInputStream(Sources.stream(path), BUFFER)) {
            Since since = new Since(FileChannel.open(path, StandardOpenOption.READ));
            try {
                since.index(in, bases);
            } catch (IOException e) {
                since.close();
                throw e;
            }
            return since;
        }
    }

    private void index(InputStream in, Set<String> bases) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long begin = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                keep(line.toString(StandardCharsets.UTF_8), begin, line.size(), bases);
                begin += line.size();
                line.reset();
            }
        }
    }

    private void keep(String line, long begin, int length, Set<String> bases) {
        Matcher end = END.matcher(line);
        Matcher input = INPUT.matcher(line);
        if (end.find() && bases.contains(end.group(1)) && input.find()) {
            lines.put(key(input.group(1)), new long[] {begin, length});
        }
    }

    private static Long key(String digest) {
        return Long.parseUnsignedLong(digest.substring(0, 16), 16);
    }

    /**
     * A decision of the earlier run.
     *
     * @param text its JSON as far as the decision goes, without what the run added and without the closing brace
     */
    record Kept(String text, String basis) {
        /** What the inspection is called. */
        String inspection() {
            try (JsonParser json = JSON.createParser(text)) {
                while (json.nextToken() != null) {
                    if ("inspection".equals(json.currentName()) && json.nextToken() == JsonToken.VALUE_STRING) {
                        return json.getText();
                    }
                }
                return "";
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** The decision on the inspection of that digest. */
    Optional<Kept> decision(String inputDigest) {
        long[] place = lines.get(key(inputDigest));
        if (place == null) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) place[1]);
        try {
            while (bytes.hasRemaining() && file.read(bytes, place[0] + bytes.position()) >= 0) {
                // until the line is whole
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String line = new String(bytes.array(), StandardCharsets.UTF_8);
        Matcher end = END.matcher(line);
        return line.contains("\"inputDigest\":\"" + inputDigest + "\"") && end.find()
                ? Optional.of(new Kept(line.substring(0, end.start()), end.group(1)))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
