package qiyue.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision;
import qiyue.fact.Blank;
import qiyue.fact.Conclusion;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** A decision as JSON: its records as objects; what is blank (no day, no figure, no text) is left out. */
public final class JsonReport {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** Room for most decisions. */
    private static final int SIZE = 1 << 15;

    private static final Map<Enum<?>, String> CODES = new ConcurrentHashMap<>();

    private JsonReport() {}

    /** The decision on several lines, ending with a line feed. */
    public static String of(Decision decision) {
        return text(decision, printer()) + "\n";
    }

    /**
     * The decision of one of many inspections on several lines, with the place of its inspection as its last fields.
     *
     * @param line the line of its file; 0 where the file is one document
     */
    public static String of(Decision decision, String source, int line) {
        return placed(decision, source, line, "", printer()) + "\n";
    }

    /** A decision or another record on one line, without a line feed. */
    public static String line(Record record) {
        return text(record, null);
    }

    /**
     * The decision on one line, without a line feed, with the place of its inspection as its last fields.
     *
     * @param line the line of its file; 0 where the file is one document
     * @param basis the digest of what it rests on beside the inspection
     */
    public static String line(Decision decision, String source, int line, String basis) {
        return placed(decision, source, line, basis, null);
    }

    /** A part of a decision on several lines: which part it is and how many measures it leaves out are its last fields. */
    public static String of(Decision part, String source, int line, String only, Map<String, Integer> leftOut) {
        return placed(part, source, line, "", only, leftOut, printer()) + "\n";
    }

    /** The same on one line, without a line feed. It names no basis: it is not the decision, and must not be taken for it. */
    public static String line(Decision part, String source, int line, String only, Map<String, Integer> leftOut) {
        return placed(part, source, line, "", only, leftOut, null);
    }

    private static String placed(
            Decision decision, String source, int line, String basis, @Nullable PrettyPrinter printer) {
        return placed(decision, source, line, basis, "", Map.of(), printer);
    }

    private static String placed(
            Decision decision,
            String source,
            int line,
            String basis,
            String only,
            Map<String, Integer> leftOut,
            @Nullable PrettyPrinter printer) {
        CharArrayWriter text = new CharArrayWriter(SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (printer != null) {
                json.setPrettyPrinter(printer);
            }
            json.writeStartObject();
            fields(json, decision);
            if (!source.isEmpty()) {
                json.writeStringField("source", source);
            }
            if (line > 0) {
                json.writeNumberField("line", line);
            }
            if (!only.isEmpty()) {
                json.writeStringField("only", only);
                json.writeFieldName("leftOut");
                write(json, leftOut);
            }
            if (!basis.isEmpty()) {
                json.writeStringField("basis", basis);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return text.toString();
    }

    /** A decision taken over from an earlier run, as far as {@code source}, with the place of its inspection in this one. */
    public static String line(String decision, String source, int line, String basis) {
        ObjectNode end = MAPPER.createObjectNode().put("source", source);
        if (line > 0) {
            end.put("line", line);
        }
        return decision + "," + end.put("basis", basis).toString().substring(1);
    }

    private static String text(Object value, @Nullable PrettyPrinter printer) {
        CharArrayWriter text = new CharArrayWriter(SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (printer != null) {
                json.setPrettyPrinter(printer);
            }
            write(json, value);
        } catch (IOException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return text.toString();
    }

    /** A list of records, indented. */
    public static String ofAll(List<? extends Record> records) {
        return text(records, printer()) + "\n";
    }

    /** A decision or a line of one as a tree. */
    static JsonNode tree(Record part) {
        try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
            write(tokens, part);
            return MAPPER.readTree(tokens.asParser());
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    /** Any tree, indented by two, LF, ending with a line feed. */
    public static String pretty(JsonNode tree) {
        try {
            return MAPPER.writer(printer()).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** Whether there is something to write. */
    private static boolean shown(Object value) {
        if (value instanceof String s) {
            return !s.isEmpty();
        }
        if (value instanceof LocalDate d) {
            return Blank.happened(d);
        }
        if (value instanceof LocalDateTime t) {
            return Blank.happened(t.toLocalDate());
        }
        if (value instanceof BigDecimal n) {
            return n.compareTo(Conclusion.UNSTATED) != 0;
        }
        if (value instanceof Integer i) {
            return i != Blank.UNKNOWN;
        }
        // a class is told at once, an interface by a search through all that the value has
        if (value instanceof Record record) {
            for (Field field : Shape.of(record).fields()) {
                if (shown(field.in(record))) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof Enum<?> || !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    /** Writes a value of which there is something to write. */
    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String s) {
            json.writeString(s);
        } else if (value instanceof LocalDate d) {
            json.writeString(d.toString());
        } else if (value instanceof LocalDateTime t) {
            json.writeString(t.toString());
        } else if (value instanceof BigDecimal n) {
            json.writeNumber(n);
        } else if (value instanceof Integer i) {
            json.writeNumber(i);
        } else if (value instanceof Boolean b) {
            json.writeBoolean(b);
        } else if (value instanceof Enum<?> e) {
            json.writeString(CODES.computeIfAbsent(e, k -> k.name().toLowerCase(Locale.ROOT)));
        } else if (value instanceof Record record) {
            json.writeStartObject();
            fields(json, record);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            list(json, list, Form.OTHER);
        } else {
            Map<?, ?> map = (Map<?, ?>) value;
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : (map.size() < 2 ? map : new TreeMap<>(map)).entrySet()) {
                if (shown(entry.getValue())) {
                    json.writeFieldName(entry.getKey().toString());
                    write(json, entry.getValue());
                }
            }
            json.writeEndObject();
        }
    }

    /** The form of a field says how it is written: to ask each value what it is takes as long as to write it. */
    private static void fields(JsonGenerator json, Record record) throws IOException {
        for (Field field : Shape.of(record).fields()) {
            Object held = field.in(record);
            switch (field.form()) {
                case TEXT -> {
                    if (!((String) held).isEmpty()) {
                        json.writeStringField(field.name(), (String) held);
                    }
                }
                case TRUTH -> json.writeBooleanField(field.name(), (Boolean) held);
                case LIST -> {
                    json.writeFieldName(field.name());
                    list(json, (List<?>) held, field.elementForm());
                }
                default -> {
                    if (shown(held)) {
                        json.writeFieldName(field.name());
                        write(json, held);
                    }
                }
            }
        }
    }

    private static void list(JsonGenerator json, List<?> list, Form form) throws IOException {
        json.writeStartArray();
        for (Object item : list) {
            if (form == Form.TEXT) {
                if (!((String) item).isEmpty()) {
                    json.writeString((String) item);
                }
            } else if (shown(item)) {
                write(json, item);
            }
        }
        json.writeEndArray();
    }
}
