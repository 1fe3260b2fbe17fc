package qiyue.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.decision.ClauseOrder;

/** The text of a ledger, changed line by line, so that remarks and the author's layout stay. */
final class LedgerText {
    private static final Pattern ENTRY = Pattern.compile("^(\\s*)-\\s*\\{?\\s*id:\\s*[\"']?([^\"',}\\s]+)[\"']?.*$");
    private static final Pattern IDLE = Pattern.compile("(status:\\s*)(pending|no-effect)");
    private static final Pattern WHY =
            Pattern.compile("(?m)(,\\s*|^\\s*)why:\\s*(\"([^\"\\\\]|\\\\.)*+\"|'[^']*'|[^,}\\n]*)(?=[,}]|$)");

    private final List<String> lines;

    LedgerText(String text) {
        this.lines = new ArrayList<>(Arrays.asList(text.stripTrailing().split("\n", -1)));
    }

    /** An entry: its id, its first line, and the line behind its last. */
    private record Entry(String id, int from, int to) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (entry.matches()) {
                int end = i + 1;
                while (end < lines.size()
                        && !lines.get(end).isBlank()
                        && !lines.get(end).stripLeading().startsWith("#")
                        && !lines.get(end).stripLeading().startsWith("- ")) {
                    end++;
                }
                entries.add(new Entry(entry.group(2), i, end));
            }
        }
        return entries;
    }

    /** Marks a clause as encoded; what was said for its being without a rule goes. Whether it stood there otherwise. */
    boolean encode(String clause) {
        for (Entry entry : entries()) {
            String before = String.join("\n", lines.subList(entry.from(), entry.to()));
            if (entry.id().equals(clause) && IDLE.matcher(before).find()) {
                String after = WHY.matcher(IDLE.matcher(before).replaceFirst("$1encoded"))
                        .replaceFirst("")
                        .replaceAll("\\n\\s*(?=\\n)", "");
                lines.subList(entry.from(), entry.to()).clear();
                lines.addAll(entry.from(), Arrays.asList(after.split("\n", -1)));
                return true;
            }
        }
        return false;
    }

    /** Adds a line for a clause where the text has it: behind what precedes it in its article, else before what follows. */
    void add(String clause, String line) {
        String article = clause.replaceFirst("\\..*", "");
        int at = lines.size();
        String indent = "  ";
        boolean placed = false;
        for (Entry entry : entries()) {
            indent = lines.get(entry.from()).replaceFirst("\\S.*", "");
            int order = ClauseOrder.INSTANCE.compare(entry.id(), clause);
            if (entry.id().replaceFirst("\\..*", "").equals(article) && order < 0) {
                at = entry.to();
                placed = true;
            } else if (order > 0 && !placed) {
                at = entry.from();
                placed = true;
            }
        }
        lines.add(at, indent + line);
    }

    /** The whole text. */
    String text() {
        return String.join("\n", lines) + "\n";
    }
}
