package qiyue.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as people can read them: so many of each file, so many in all, and how many there are besides. One file that is wrong
 * throughout does not hide the others.
 */
public final class Shortlist {
    private static final int OF_A_FILE = 50;
    private static final int OF_ALL = 500;

    private Shortlist() {}

    /** What is shown of the problems, which are in order of place, one text each. */
    public static List<String> of(List<Problem> problems, String lang) {
        Map<String, List<Problem>> files = new LinkedHashMap<>();
        problems.forEach(
                p -> files.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p));
        List<String> shown = new ArrayList<>();
        int left = OF_ALL;
        int unseen = 0;
        for (Map.Entry<String, List<Problem>> file : files.entrySet()) {
            List<Problem> all = file.getValue();
            int told = Math.min(all.size(), Math.min(OF_A_FILE, left));
            all.subList(0, told).forEach(p -> shown.add(p.render(lang)));
            left -= told;
            if (told == 0) {
                unseen += all.size();
            } else if (told < all.size()) {
                shown.add(more(Visible.line(file.getKey()), all.size() - told, lang));
            }
        }
        if (unseen > 0) {
            shown.add(more(lang.equals("en") ? "other files" : "其他文件", unseen, lang));
        }
        return shown;
    }

    private static String more(String where, int count, String lang) {
        return lang.equals("en")
                ? where + ": " + count + " more not shown; --format json shows all"
                : where + "：另有 " + count + " 处未列出；--format json 列出全部";
    }
}
