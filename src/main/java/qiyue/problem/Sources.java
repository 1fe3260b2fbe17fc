package qiyue.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads text, YAML and JSON files: UTF-8, with or without BOM, any line ends; anything else is named in the error. */
public final class Sources {
    /** So many names and values may a document of others have: what they are kept in takes many times their length. */
    private static final long VALUES = 1_000_000;

    /** Of what an inspection states beyond all sense the reader of inspections tells, at its field. */
    private static final JsonTree JSON = new JsonTree(VALUES, Long.MAX_VALUE);

    /** So many digits have an exact number and one form that is the same everywhere. */
    private static final int DIGITS = 300;

    private static final JsonTree OWN = new JsonTree(20 * VALUES, DIGITS);

    private static final long LARGEST = 64L << 20;
    private static final int MOST = 20;

    /** A line of what people write, in signs: the time the library of YAML takes grows with the square of a text in one line. */
    private static final int WIDEST = 20_000;

    /** A file of what people write, in signs: what it is kept in takes a hundred times as much. */
    private static final int LONGEST = 2_000_000;

    private Sources() {}

    /** The text of a file, line ends as LF, or a problem. */
    public static String text(Path file, String shown) throws Problems {
        return text(bytes(file, shown), shown);
    }

    /** A file to be read as far as it goes; a pipe or a device could go on for ever, or never begin. */
    public static InputStream stream(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no regular file");
        }
        return Files.newInputStream(file);
    }

    /** The bytes of a file, or a problem. */
    public static byte[] bytes(Path file, String shown) throws Problems {
        try {
            // a pipe or a device could go on for ever
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw Problems.one(
                        "unreadable",
                        shown,
                        new Text("不是普通文件", "this is no regular file"),
                        new Text("写一个文件；管道用 - 从标准输入读", "name a file; read pipes from standard input with -"));
            }
            if (Files.size(file) > LARGEST) {
                throw Problems.one(
                        "too-long",
                        shown,
                        new Text("文件超过 64 MB", "the file is longer than 64 MB"),
                        new Text("分成几个文件", "write several files"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problems.one(
                    "unreadable",
                    shown,
                    new Text("读不到文件", "the file cannot be read"),
                    new Text("检查路径和权限", "check path and permissions"));
        }
    }

    /** The text of some bytes, line ends as LF, or a problem. */
    public static String text(byte[] bytes, String shown) throws Problems {
        try {
            return decoded(bytes, shown);
        } catch (Problems e) {
            throw new Problems(e.all().stream().map(Problem::nameless).toList());
        }
    }

    private static String decoded(byte[] bytes, String shown) throws Problems {
        try {
            String decoded = utf8(bytes);
            if (decoded.indexOf('\0') >= 0 && !wide(bytes).isEmpty()) {
                throw encoding(bytes, shown);
            }
            String text = lines(decoded).replace('\r', '\n');
            seen(text, shown);
            return text;
        } catch (CharacterCodingException e) {
            throw encoding(bytes, shown);
        }
    }

    /** Without the mark at its head, line ends of two signs as one. */
    private static String lines(String decoded) {
        return (decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded).replace("\r\n", "\n");
    }

    /**
     * The text of a file that people write and others review: a rule file or YAML. It is bounded, for it is read whole and held
     * against itself; and where one editor shows the end of a line and another does not, what stands behind it could be taken
     * for a remark.
     */
    public static String edited(Path file, String shown) throws Problems {
        byte[] bytes = bytes(file, shown);
        String text = decoded(bytes, shown);
        String whole = lines(new String(bytes, StandardCharsets.UTF_8));
        int at = whole.indexOf('\r');
        if (at >= 0) {
            int begin = whole.lastIndexOf('\n', at) + 1;
            int line = 1
                    + (int) whole.substring(0, at)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            String[] parts = whole.substring(begin).split("\r", 2);
            throw new Problems(List.of(hidden(parts[0] + "\r", at - begin, shown, line, "", parts[0])));
        }
        narrow(text, shown);
        return text;
    }

    /** What the bytes may be, since they are no UTF-8; where only some are not, in which line. */
    private static Problems encoding(byte[] bytes, String shown) {
        if (bytes.length > 1 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B) {
            return Problems.one(
                    "encoding",
                    shown,
                    new Text("这是 gzip 压缩文件", "this is a gzip file"),
                    new Text("解压，或把文件名改为以 .gz 结尾", "unpack it, or give it a name that ends in .gz"));
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            return Problems.one(
                    "encoding",
                    shown,
                    new Text("这是电子表格或压缩包", "this is a workbook or an archive"),
                    shown.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                            ? new Text("这里要文字文件，不是工作簿", "what is wanted here is a file of text, no workbook")
                            : new Text(
                                    "给出以 .xlsx 结尾的文件名，不从标准输入读",
                                    "name it as a file that ends in .xlsx, not as standard input"));
        }
        CharBuffer read = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), read, true);
        String before = read.flip().toString();
        String likely = likely(bytes, before);
        if (!likely.isEmpty() || before.chars().noneMatch(c -> c > 0x7F)) {
            return Problems.one(
                    "encoding",
                    shown,
                    new Text(
                            "文件不是 UTF-8 编码" + (likely.isEmpty() ? "" : "，看来是 " + likely),
                            "the file is not UTF-8" + (likely.isEmpty() ? "" : "; it looks like " + likely)),
                    new Text("在编辑器中另存为 UTF-8", "save it as UTF-8 in the editor"));
        }
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return Problems.one(
                "encoding",
                shown,
                new Text(
                        "第 " + line + " 行有不属于 UTF-8 的字节，文件已损坏",
                        "line " + line + " has bytes that are no UTF-8; the file is damaged"),
                new Text("取原件，或删去这一处", "get the original, or remove the place"));
    }

    /** Text that shows less than it holds misleads whoever reviews it: signs that are not seen are refused, each line once. */
    private static void seen(String text, String shown) throws Problems {
        if (Visible.firstHidden(text) < 0) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length && problems.size() < MOST; i++) {
            int at = Visible.firstHidden(lines[i]);
            if (at >= 0) {
                problems.add(hidden(lines[i], at, shown, i + 1, "", lines[i]));
            }
        }
        throw new Problems(problems);
    }

    private static Problem hidden(String text, int at, String shown, int line, String pointer, String source) {
        String sign = Visible.sign(text.codePointAt(at));
        return new Problem(
                "hidden-sign",
                shown,
                line,
                line > 0 ? at + 1 : 0,
                pointer,
                source,
                new Text("有看不见的符号 " + sign, "there is a sign that is not seen: " + sign),
                new Text("删去它；可把这一处重新输入", "remove it; type this place anew"));
    }

    /** The same of what is written with escapes, such as \\u202E. */
    private static void seen(JsonNode node, String pointer, String shown, List<Problem> problems) {
        if (node.isTextual()) {
            int at = Visible.firstHidden(node.textValue());
            if (at >= 0 && problems.size() < MOST) {
                problems.add(hidden(node.textValue(), at, shown, 0, pointer.isEmpty() ? "/" : pointer, ""));
            }
        } else if (node.isObject()) {
            node.fields().forEachRemaining(f -> {
                if (Visible.firstHidden(f.getKey()) >= 0 && problems.size() < MOST) {
                    problems.add(hidden(
                            f.getKey(),
                            Visible.firstHidden(f.getKey()),
                            shown,
                            0,
                            pointer.isEmpty() ? "/" : pointer,
                            ""));
                }
                seen(f.getValue(), pointer + "/" + f.getKey(), shown, problems);
            });
        } else {
            int i = 0;
            for (JsonNode item : node) {
                seen(item, pointer + "/" + i++, shown, problems);
            }
        }
    }

    /** The tree, in which no sign is hidden behind an escape. */
    static JsonNode seen(JsonNode tree, String text, String shown) throws Problems {
        if (text.indexOf('\\') >= 0) {
            List<Problem> problems = new ArrayList<>();
            seen(tree, "", shown, problems);
            if (!problems.isEmpty()) {
                throw new Problems(problems);
            }
        }
        return tree;
    }

    /** A YAML document. */
    public static JsonNode yaml(Path file, String shown) throws Problems {
        return PlainYaml.read(edited(file, shown), shown);
    }

    /** A YAML document. */
    public static JsonNode yaml(String text, String shown) throws Problems {
        narrow(text, shown);
        return PlainYaml.read(text, shown);
    }

    private static void narrow(String text, String shown) throws Problems {
        if (text.length() > LONGEST) {
            throw Problems.one(
                    "too-long",
                    shown,
                    new Text("文件超过 200 万字", "the file is longer than 2,000,000 signs"),
                    new Text("分成几个文件", "write several files"));
        }
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (end - at > WIDEST) {
                throw new Problems(List.of(new Problem(
                        "too-long",
                        shown,
                        line,
                        1,
                        "",
                        text.substring(at, at + 1000),
                        new Text("这一行超过 2 万字", "the line is longer than 20,000 signs"),
                        new Text("分成几行", "write several lines"))));
            }
            at = end + 1;
        }
    }

    /** A JSON document of others. */
    public static JsonNode json(String text, String shown) throws Problems {
        return json(JSON, text, shown);
    }

    /** A JSON document that this program has written, however many values it has. */
    public static JsonNode own(String text, String shown) throws Problems {
        return json(OWN, text, shown);
    }

    private static JsonNode json(JsonTree reader, String text, String shown) throws Problems {
        if (text.isBlank()) {
            throw Problems.one(
                    "syntax",
                    shown,
                    new Text("文件是空的", "the file is empty"),
                    new Text("写一份检查文书；例子见 samples", "write an inspection; samples has examples"));
        }
        try {
            return seen(reader.read(text), text, shown);
        } catch (StackOverflowError e) {
            throw Problems.one(
                    "syntax", shown, new Text("嵌套太深", "nested too deep"), new Text("检查括号", "check the brackets"));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Problems.one("syntax", shown, JsonSyntax.said("exponent"), JsonSyntax.fix("exponent"));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            int column = e.getLocation() == null ? 0 : Math.max(e.getLocation().getColumnNr(), 1);
            String[] lines = text.split("\n", -1);
            String source = line > 0 && line <= lines.length ? lines[line - 1] : "";
            String detail = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new Problem(
                            "syntax", shown, line, column, "", source, JsonSyntax.said(detail), JsonSyntax.fix(detail))
                    .nameless()
                    .alone();
        }
    }

    private static String likely(byte[] bytes, String before) {
        String wide = wide(bytes);
        if (!wide.isEmpty() || before.chars().anyMatch(c -> c > 0x7FF)) {
            return wide;
        }
        try {
            decode(bytes, Charset.forName("GB18030"));
            return "GBK/GB18030";
        } catch (CharacterCodingException | java.nio.charset.UnsupportedCharsetException e) {
            return "";
        }
    }

    /** The encoding of two or four bytes a sign that begins so, or has its noughts so; empty if it is none. */
    private static String wide(byte[] bytes) {
        if (bytes.length < 4) {
            return "";
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        boolean nought = bytes[2] == 0 && bytes[3] == 0;
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return mark == 0xFFFE && nought ? "UTF-32" : "UTF-16";
        }
        boolean first = bytes[0] == 0;
        boolean second = bytes[1] == 0;
        boolean last = bytes[2] == 0 && bytes[3] != 0;
        return first && second && last || !first && second && nought
                ? "UTF-32"
                : first != second && (bytes[2] == 0) == first && (bytes[3] == 0) == second ? "UTF-16" : "";
    }

    /** The bytes as UTF-8. The quick way puts a sign of its own where it fails; only then the strict one is asked. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : decode(bytes, StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
