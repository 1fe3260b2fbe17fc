package qiyue.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads text, YAML and JSON files: UTF-8, with or without BOM, any line ends; anything else is named in the error. */
public final class Sources {
    private static final ObjectMapper YAML = mapper(new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()));
    private static final ObjectMapper JSON =
            mapper(new ObjectMapper().enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION));

    private Sources() {}

    private static ObjectMapper mapper(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    /** The text of a file, line ends as LF, or a problem. */
    public static String text(Path file, String shown) throws Problems {
        return text(bytes(file, shown), shown);
    }

    /** The bytes of a file, or a problem. */
    public static byte[] bytes(Path file, String shown) throws Problems {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw one(
                    "unreadable",
                    shown,
                    new Text("读不到文件", "the file cannot be read"),
                    new Text("检查路径和权限", "check path and permissions"));
        }
    }

    /** The text of some bytes, line ends as LF, or a problem. */
    public static String text(byte[] bytes, String shown) throws Problems {
        try {
            String text = decode(bytes, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (CharacterCodingException e) {
            String likely = likely(bytes);
            throw one(
                    "encoding",
                    shown,
                    new Text(
                            "文件不是 UTF-8 编码" + (likely.isEmpty() ? "" : "，看来是 " + likely),
                            "the file is not UTF-8" + (likely.isEmpty() ? "" : "; it looks like " + likely)),
                    new Text("在编辑器中另存为 UTF-8", "save it as UTF-8 in the editor"));
        }
    }

    /** A YAML document. */
    public static JsonNode yaml(Path file, String shown) throws Problems {
        return yaml(text(file, shown), shown);
    }

    /** A YAML document. */
    public static JsonNode yaml(String text, String shown) throws Problems {
        try {
            return tree(YAML, text);
        } catch (JacksonException e) {
            throw new Problems(YamlSyntax.problems(e, text, shown, Sources::failure));
        }
    }

    private static Optional<JacksonException> failure(String text) {
        try {
            tree(YAML, text);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(e);
        }
    }

    /** A JSON document. */
    public static JsonNode json(String text, String shown) throws Problems {
        try {
            return tree(JSON, text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            int column = e.getLocation() == null ? 0 : Math.max(e.getLocation().getColumnNr(), 1);
            String[] lines = text.split("\n", -1);
            String source = line > 0 && line <= lines.length ? lines[line - 1] : "";
            String detail = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new Problems(List.of(new Problem(
                    "syntax",
                    shown,
                    line,
                    column,
                    "",
                    source,
                    detail.startsWith("Trailing token")
                            ? new Text("文书结束之后还有内容", "something follows the end of the document")
                            : new Text("JSON 写法有误：" + detail, "JSON syntax: " + detail),
                    new Text("检查引号、括号、逗号；同一层不得有重名", "check quotes, brackets and commas; no key twice on one level"))));
        }
    }

    private static JsonNode tree(ObjectMapper mapper, String text) throws JacksonException {
        JsonNode node = mapper.readTree(text);
        return node == null || node.isMissingNode() ? mapper.createObjectNode() : node;
    }

    private static String likely(byte[] bytes) {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return "UTF-16";
        }
        try {
            decode(bytes, Charset.forName("GB18030"));
            return "GBK/GB18030";
        } catch (CharacterCodingException | java.nio.charset.UnsupportedCharsetException e) {
            return "";
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Problems one(String code, String shown, Text message, Text fix) {
        return new Problems(List.of(Problem.at(code, shown, "", message, fix)));
    }
}
