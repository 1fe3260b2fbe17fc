package qiyue.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML as people write it: what stands for something elsewhere or for a type of a program is refused, and so are numbers written
 * in a way that is read as another. Apart from what else is read: who reads no YAML does not load its library.
 */
final class PlainYaml {
    /** So many entries has a list or a mapping of what people write: checks hold each against the others. */
    private static final int ENTRIES = 5_000;

    /** So many repeated values of one list are told. */
    private static final int TOLD = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** How a number is written; YAML has other ways besides, in which 010 is eight and 1_0 is ten. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    /** What may be a number written in another way. */
    private static final Pattern ODD = Pattern.compile(
            "(?<=[\\s\\[{,:])(?:[+]\\d|-?0[\\dxob_]|-?\\d+_|-?\\d+\\.(?:\\s|$|[,}\\]])|-?\\d+(?:\\.\\d+)?[eE])");

    /** What begins a name of a node, a reference to one, or a type. */
    private static final String MARKS = "&*!";

    /** Where one of those may stand. */
    private static final Pattern MARK = Pattern.compile("(?:^|[\\s\\[{,:-])[&*!]", Pattern.MULTILINE);

    /** What is said to the reader before the document: other meanings of tags, another version. */
    private static final Pattern DIRECTIVE = Pattern.compile("\\A(?:[ \\t]*+(?:#[^\\n]*+)?\\n)*+(%[^\\n]*+)");

    private static JsonNode tree(String text) throws JacksonException {
        JsonNode node = MAPPER.readTree(text);
        return node == null || node.isMissingNode() ? MAPPER.createObjectNode() : node;
    }

    /** Files are read by people: what stands for something elsewhere, or for a type of a program, is refused. */
    private static void plain(String text, String shown) throws Problems, JacksonException {
        Matcher directive = DIRECTIVE.matcher(text);
        if (directive.find()) {
            int line = 1 + (int) text.substring(0, directive.start(1)).lines().count();
            throw new Problems(List.of(new Problem(
                    "yaml-syntax",
                    shown,
                    line,
                    1,
                    "",
                    directive.group(1),
                    new Text("不用 YAML 的 % 指令", "YAML's directives (%) are not used"),
                    new Text("删去这一行", "remove the line"))));
        }
        boolean marks = MARK.matcher(text).find();
        if (!marks && !ODD.matcher(text).find()) {
            return;
        }
        int[][] lines = Arrays.stream(marks ? text.split("\n", -1) : new String[0])
                .map(l -> l.codePoints().toArray())
                .toArray(int[][]::new);
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (marked(parser, lines)) {
                    throw at(
                            parser,
                            text,
                            shown,
                            "yaml-syntax",
                            new Text("不用 YAML 的 &、* 和 !", "YAML's &, * and ! are not used"),
                            new Text("写出内容本身；文字以此开头的，用双引号括起", "write the thing itself; quote texts that begin so"));
                }
                if (token.isNumeric() && !NUMBER.matcher(parser.getText()).matches()) {
                    throw at(
                            parser,
                            text,
                            shown,
                            "number",
                            new Text("数字写法有误：" + parser.getText(), "not a number: " + parser.getText()),
                            new Text(
                                    "只写阿拉伯数字和小数点，不以 0 或 + 开头；编号用双引号括起",
                                    "digits and one decimal point only, no 0 or + before them; put an id in double quotes"));
                }
            }
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a text can be read", e);
        }
    }

    private PlainYaml() {}

    /** Whether a mark stands where the reader is: of what is neither text nor list it tells none itself. */
    private static boolean marked(YAMLParser parser, int[][] lines) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            return true;
        }
        int line = parser.currentTokenLocation().getLineNr() - 1;
        int column = parser.currentTokenLocation().getColumnNr() - 1;
        return line >= 0
                && line < lines.length
                && column >= 0
                && column < lines[line].length
                && MARKS.indexOf(lines[line][column]) >= 0;
    }

    /** The document; an empty object where there is none. */
    static JsonNode read(String text, String shown) throws Problems {
        try {
            plain(text, shown);
            JsonNode tree = Sources.seen(tree(text), text, shown);
            bounded(tree, "", shown);
            return tree;
        } catch (JacksonException e) {
            throw new Problems(YamlSyntax.problems(e, text, shown, PlainYaml::failure));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Problems.one("yaml-syntax", shown, JsonSyntax.said("exponent"), JsonSyntax.fix("exponent"));
        }
    }

    /** A problem where the reader is. */
    private static Problems at(YAMLParser parser, String text, String shown, String code, Text message, Text fix) {
        int line = Math.max(parser.currentTokenLocation().getLineNr(), 1);
        int column = Math.max(parser.currentTokenLocation().getColumnNr(), 1);
        return new Problems(
                List.of(new Problem(code, shown, line, column, "", text.split("\n", -1)[line - 1], message, fix)));
    }

    /** No list and no mapping is longer than what can be held against itself, and no list holds a value twice. */
    private static void bounded(JsonNode node, String pointer, String shown) throws Problems {
        if (node.size() > ENTRIES) {
            throw Problem.at(
                            "too-long",
                            shown,
                            pointer.isEmpty() ? "/" : pointer,
                            new Text(
                                    "这里有 " + node.size() + " 项，超过 5000 项",
                                    "there are " + node.size() + " entries here, more than 5,000"),
                            new Text("分成几个文件", "write several files"))
                    .alone();
        }
        List<Problem> repeats = Repeats.of(node).entrySet().stream()
                .limit(TOLD)
                .map(r -> Problem.at(
                        Repeats.CODE, shown, pointer + "/" + r.getKey(), Repeats.said(r.getValue()), Repeats.FIX))
                .toList();
        if (!repeats.isEmpty()) {
            throw new Problems(repeats);
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                bounded(field.getValue(), pointer + "/" + field.getKey(), shown);
            }
        } else {
            int i = 0;
            for (JsonNode item : node) {
                bounded(item, pointer + "/" + i++, shown);
            }
        }
    }

    private static Optional<JacksonException> failure(String text) {
        try {
            tree(text);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(e);
        }
    }
}
