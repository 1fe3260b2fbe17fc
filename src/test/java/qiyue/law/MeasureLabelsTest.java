package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;

/**
 * A measure is named as an act: its Chinese label follows 可以, 应当 and 依条款 and still reads. It does not begin with what
 * is acted on, nor with a modal word of its own, unless the clauses bring it about by themselves.
 */
class MeasureLabelsTest {
    private static final Pattern OBJECT_FIRST = Pattern.compile("(协议|服务协议|费用|基金|评估|工伤职工|职工|机构|科室|以往|损失|可|应|须).*");
    private static final Pattern CONCLUDED = Pattern.compile("Measure\\.(may|shall)\\( *\"[^\"]*\", *\"([^\"]*)\"");

    @Test
    void every_label_is_an_act() {
        Set<String> wrong = new TreeSet<>();
        for (String code : Shipped.library().vocabulary().codes("measures")) {
            String label = Shipped.library().vocabulary().label("measures", code, "zh");
            if (OBJECT_FIRST.matcher(label).matches()) {
                wrong.add(code + ": 应当" + label);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_may_not_be_done_is_neither_allowed_nor_required() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : rules()) {
            CONCLUDED.matcher(text(file)).results().forEach(m -> {
                String label = Shipped.library().vocabulary().label("measures", m.group(2), "zh");
                if (label.startsWith("不得")) {
                    wrong.add(file + ": " + m.group(1) + " " + m.group(2));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> rules() {
        try (Stream<Path> all = Files.walk(Shipped.RULES)) {
            return all.filter(p -> p.toString().endsWith(".drl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
