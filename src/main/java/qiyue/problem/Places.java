package qiyue.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each JSON pointer of a YAML or JSON document stands in its text: a pointer is for programs, a line for people. */
public final class Places {
    /** Problems about the key itself, not about what it holds. */
    private static final Set<String> ABOUT_KEYS =
            Set.of("unknown-key", "unknown-field", "key-syntax", "code-twice", "code");

    private final Map<String, Pos> keys = new HashMap<>();
    private final Map<String, Pos> values = new HashMap<>();
    private final Set<String> containers = new HashSet<>();
    private final String[] lines;

    /** The only pointers whose places are kept; all if there are none. */
    private final Set<String> wanted;

    private Places(String text, Set<String> wanted) {
        this.lines = text.split("\n", -1);
        this.wanted = wanted;
    }

    private boolean kept(String pointer) {
        return wanted.isEmpty() || wanted.contains(pointer);
    }

    /** The places of a YAML document; of as much of it as can be read. */
    public static Places yaml(String text) {
        return new Places(text, Set.of()).read(new YAMLFactory(), text);
    }

    /** The problems with their places in a JSON document; of the document no other places are kept. */
    public static List<Problem> json(String text, List<Problem> problems) {
        Set<String> wanted = new HashSet<>();
        for (Problem problem : problems) {
            for (String at = problem.pointer(); wanted.add(at) && !at.isEmpty(); ) {
                at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
            }
        }
        return new Places(text, wanted)
                .read(new JsonFactory(), text).place(problems).stream()
                        .map(Problem::nameless)
                        .toList();
    }

    /** One level of the document. */
    private static final class Level {
        private final String pointer;
        private final boolean list;
        private int index;
        private String name = "";

        Level(String pointer, boolean list) {
            this.pointer = pointer;
            this.list = list;
        }

        String next() {
            return pointer + "/" + (list ? String.valueOf(index++) : name);
        }
    }

    private Places read(JsonFactory factory, String text) {
        Deque<Level> levels = new ArrayDeque<>();
        try (JsonParser parser = factory.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonLocation at = parser.currentTokenLocation();
                Pos pos = new Pos(Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
                Level level = levels.peek();
                if (token == JsonToken.FIELD_NAME && level != null) {
                    level.name = parser.currentName();
                    String pointer = level.pointer + "/" + level.name;
                    if (kept(pointer)) {
                        keys.put(pointer, pos);
                    }
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    levels.pop();
                } else {
                    String pointer = level == null ? "" : level.next();
                    boolean container = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
                    if (kept(pointer)) {
                        values.put(pointer, pos);
                        if (container) {
                            containers.add(pointer);
                        }
                    }
                    if (container) {
                        levels.push(new Level(pointer, token == JsonToken.START_ARRAY));
                    }
                }
            }
        } catch (IOException e) {
            // what is wrong with the document is reported by whoever reads it; the places before it hold
        }
        return this;
    }

    /** The problem with its line, column and source line; as it is if it has them, or has no pointer. */
    public Problem place(Problem problem) {
        // what is no pointer is the cell of a table, a better place than any line of the document it was put into
        if (problem.line() > 0 || !problem.pointer().startsWith("/")) {
            return problem;
        }
        Pos pos = find(problem.pointer(), ABOUT_KEYS.contains(problem.code()));
        if (pos == null || pos.line() > lines.length) {
            return problem;
        }
        return new Problem(
                problem.code(),
                problem.file(),
                pos.line(),
                pos.column(),
                problem.pointer(),
                lines[pos.line() - 1],
                problem.message(),
                problem.fix(),
                problem.varying(),
                problem.more());
    }

    /** All of them. */
    public List<Problem> place(List<Problem> problems) {
        return problems.stream().map(this::place).toList();
    }

    /** Whether the document has that pointer. */
    public boolean has(String pointer) {
        return values.containsKey(pointer);
    }

    private @Nullable Pos find(String pointer, boolean key) {
        String at = pointer.equals("/") ? "" : pointer;
        boolean whole = true;
        while (true) {
            Pos named = keys.get(at);
            Pos held = values.get(at);
            if (held != null || named != null) {
                boolean atKey = named != null && (held == null || key || !whole || containers.contains(at));
                return atKey ? named : held;
            }
            if (at.isEmpty()) {
                return null;
            }
            at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
            whole = false;
        }
    }
}
