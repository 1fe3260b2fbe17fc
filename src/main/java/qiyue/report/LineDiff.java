package qiyue.report;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ. */
final class LineDiff {
    private LineDiff() {}

    /** The lines that differ, {@code -} before, {@code +} after; those around a change once. */
    static List<String> of(String before, String after) {
        List<String> was = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> is = after.isEmpty() ? List.of() : after.lines().toList();
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> shown = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                i++;
                j++;
            } else if (j >= is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                shown.add("- " + was.get(i++).strip());
            } else {
                shown.add("+ " + is.get(j++).strip());
            }
        }
        return shortened(shown);
    }

    /** What two long lines have in common is left out, but for a few characters. */
    private static List<String> shortened(List<String> lines) {
        List<String> shown = new ArrayList<>(lines);
        for (int i = 0; i + 1 < shown.size(); i++) {
            String was = shown.get(i);
            String is = shown.get(i + 1);
            if (was.startsWith("- ") && is.startsWith("+ ") && was.length() + is.length() > 200) {
                int head = 2;
                while (head < Math.min(was.length(), is.length()) && was.charAt(head) == is.charAt(head)) {
                    head++;
                }
                int tail = 0;
                while (tail < Math.min(was.length(), is.length()) - head
                        && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
                    tail++;
                }
                shown.set(i, part(was, head, tail));
                shown.set(i + 1, part(is, head, tail));
            }
        }
        return shown;
    }

    private static String part(String line, int head, int tail) {
        int from = head > 90 ? line.lastIndexOf(' ', head - 25) : 60;
        int to = tail > 60 ? line.length() - tail + 25 : line.length();
        return head > 90
                ? line.substring(0, 60) + " … " + line.substring(Math.max(from, 60), Math.max(to, from))
                        + (to < line.length() ? " …" : "")
                : line.substring(0, to) + (to < line.length() ? " …" : "");
    }
}
