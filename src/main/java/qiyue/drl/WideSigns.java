package qiyue.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Full-width signs, a usual slip of Chinese input: what each stands for, and which of them were found on which line. */
final class WideSigns {
    private static final String WIDE = "“”„‘’、。【】《》￥¥";
    private static final String NARROW = "\"\"\"\"\",.[]<>$$";
    private static final String LARGER = "≥≤≠";
    private static final List<String> MEANT = List.of(">=", "<=", "!=");

    /** The full-width signs of one line, at the place of the first. */
    private record Line(Pos pos, List<String> found, List<String> meant) {}

    /** Takes a slip with its place, code, message and fix. */
    interface Report {
        void slip(Pos pos, String code, Text message, Text fix);
    }

    private final Map<Integer, Line> lines = new TreeMap<>();

    /** The text with every sign as it was meant; as long as before. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            narrow.append(narrow(text.charAt(i)));
        }
        return narrow.toString();
    }

    static char narrow(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        int i = WIDE.indexOf(c);
        return i < 0 ? c : NARROW.charAt(i);
    }

    /** The two signs that a single one such as ≥ stands for; empty for any other. */
    static String comparison(char c) {
        int i = LARGER.indexOf(c);
        return i < 0 ? "" : MEANT.get(i);
    }

    void note(Pos pos, String found, String meant) {
        Line line = lines.computeIfAbsent(pos.line(), l -> new Line(pos, new ArrayList<>(), new ArrayList<>()));
        if (!line.found().contains(found)) {
            line.found().add(found);
            if (!line.meant().contains(meant)) {
                line.meant().add(meant);
            }
        }
    }

    /** One slip for each line. */
    void report(Report report) {
        lines.values()
                .forEach(line -> report.slip(
                        line.pos(),
                        "full-width",
                        new Text(
                                "本行有全角符号 " + String.join(" ", line.found()),
                                "full-width signs on this line: " + String.join(" ", line.found())),
                        new Text(
                                "切换到英文输入法，改为半角 " + String.join(" ", line.meant()),
                                "use the ASCII signs " + String.join(" ", line.meant()))));
    }
}
