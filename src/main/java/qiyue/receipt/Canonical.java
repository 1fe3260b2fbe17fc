package qiyue.receipt;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import qiyue.problem.Digest;

/** The one form of a JSON value (RFC 8785), so that like values have like bytes, whoever writes them. */
final class Canonical {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private Canonical() {}

    /** The value on one line, without a line feed. */
    static String text(JsonNode value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        } catch (IOException e) {
            throw new IllegalStateException("what Jackson writes is JSON", e);
        }
    }

    /** SHA-256 of the value, as {@code sha256:} and hexadecimal. */
    static String digest(JsonNode value) {
        return "sha256:" + Digest.of(text(value).getBytes(StandardCharsets.UTF_8));
    }
}
