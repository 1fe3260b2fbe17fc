package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qiyue.TinyRules;
import qiyue.problem.Visible;

/** Edits of a small rules folder, each with the name it has in the list of answers. */
final class Edits {
    /** The rule file that is added. */
    static final String FILE = TinyRules.BOOK + "/b01-hostile.drl";

    private Edits() {}

    /** Something done to the folder. */
    @FunctionalInterface
    interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    static void rule(Map<String, Edit> all, String name, String text) {
        put(all, Visible.line(name), r -> r.write(FILE, text));
    }

    static void change(Map<String, Edit> all, String file, String from, String to) {
        put(all, named(file, to), r -> r.change(file, from, to));
    }

    static void write(Map<String, Edit> all, String file, String text) {
        put(all, named(file, text), r -> r.write(file, text));
    }

    static void bytes(Map<String, Edit> all, String name, String file, byte[] bytes) {
        put(all, file + ": " + name, r -> {
            r.write(file, "");
            Files.write(r.root().resolve(file), bytes);
        });
    }

    static void put(Map<String, Edit> all, String name, Edit edit) {
        assertThat(all.put(name, edit)).as(name).isNull();
    }

    static String named(String file, String text) {
        String one = Visible.line(text.replace("\n", "⏎"));
        return file + ": " + (one.length() > 160 ? one.substring(0, 100) + "… (" + one.length() + ")" : one);
    }

    static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }
}
