package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.Text;
import qiyue.table.Row;

/**
 * What stands once above the lines of one person rather than in each: {@code 姓名：… 住院号：…} in a title, as bills of hospitals
 * have it. It holds for the lines below until the next such row, where no column of the table says the same.
 */
final class Carried {
    private static final Set<String> FIELDS = Set.of("worker", "stay", "department");
    private static final Pattern PAIR =
            Pattern.compile("([^\\s:：，,；;]{1,12})\\s*[:：][\\s\\u3000]*([^\\s:：，,；;\\u3000]{1,40})(?![^\\s]*[:：])");

    private final Layout layout;
    private final Map<String, JsonNode> fixed;
    private final Map<String, String> now = new TreeMap<>();
    private final List<Text> notes = new ArrayList<>();

    /** @param fixed what a person said that every row has */
    Carried(Layout layout, Map<String, JsonNode> fixed) {
        this.layout = layout;
        this.fixed = fixed;
    }

    /** A sheet begins; what stands above its headings holds for its first lines. */
    void begin(Found found) {
        now.clear();
        found.above().forEach(row -> read(row, found));
    }

    /** Whether the row says anything of those below it. */
    boolean read(Row row, Found found) {
        Map<String, String> said = new TreeMap<>();
        Matcher pair = PAIR.matcher(row.words().replace('\u3000', ' '));
        while (pair.find()) {
            layout.headed(pair.group(1))
                    .map(Column::name)
                    .filter(n -> FIELDS.contains(n) && found.column(n) < 0 && !fixed.containsKey(n))
                    .ifPresent(n -> said.putIfAbsent(n, pair.group(2)));
        }
        if (said.isEmpty()) {
            return false;
        }
        // another person begins: nothing of the one before holds for them
        now.clear();
        now.putAll(said);
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        said.forEach((name, value) -> {
            zh.append(zh.isEmpty() ? "" : "，")
                    .append(layout.named(name).orElseThrow().heading())
                    .append(" = ")
                    .append(value);
            en.append(en.isEmpty() ? "" : ", ").append(name).append(" = ").append(value);
        });
        notes.add(new Text(
                row.place().inWords().zh() + " 写的 " + zh + "，用于其下各行",
                row.place().inWords().en() + " says " + en + "; it holds for the rows below"));
        return true;
    }

    void into(ObjectNode record) {
        now.forEach((name, value) -> Importer.put(record, layout.named(name).orElseThrow(), TextNode.valueOf(value)));
    }

    List<Text> notes() {
        return notes;
    }
}
