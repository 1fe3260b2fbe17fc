package qiyue.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Problems as people can read them: one mistake made in many places is told once, with the places; so many of each file, so many in
 * all, and how many there are besides. One file that is wrong throughout does not hide the others.
 */
public final class Shortlist {
    private static final int OF_A_FILE = 50;
    private static final int OF_ALL = 500;

    /** Up to so many of one kind are told one by one, each with its line. */
    private static final int APART = 5;

    /** So many further places of a mistake are named. */
    private static final int NAMED = 6;

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
            List<List<Problem>> all = together(file.getValue());
            int told = Math.min(all.size(), Math.min(OF_A_FILE, left));
            all.subList(0, told).forEach(alike -> shown.add(told(alike, lang)));
            left -= told;
            int rest = all.subList(told, all.size()).stream()
                    .flatMap(List::stream)
                    .mapToInt(Problem::places)
                    .sum();
            if (told == 0) {
                unseen += rest;
            } else if (rest > 0) {
                shown.add(more(Visible.line(file.getKey()), rest, lang));
            }
        }
        if (unseen > 0) {
            shown.add(more(lang.equals("en") ? "other files" : "其他文件", unseen, lang));
        }
        return shown;
    }

    /** The problems of a file; those that are one mistake in many places stand together where it was made first. */
    private static List<List<Problem>> together(List<Problem> problems) {
        Map<Problem.Mistake, List<Problem>> alike = new HashMap<>();
        for (Problem p : problems) {
            alike.computeIfAbsent(p.mistake(), m -> new ArrayList<>()).add(p);
        }
        List<List<Problem>> all = new ArrayList<>();
        for (Problem p : problems) {
            Problem.Mistake mistake = p.mistake();
            List<Problem> same = alike.getOrDefault(mistake, List.of());
            if (same.size() > APART) {
                all.add(same);
                alike.remove(mistake);
            } else if (!same.isEmpty()) {
                all.add(List.of(p));
            }
        }
        return all;
    }

    private static String told(List<Problem> alike, String lang) {
        String first = alike.get(0).render(lang);
        int more = alike.size() - 1;
        if (more == 0) {
            return first;
        }
        boolean english = lang.equals("en");
        String places = alike.stream()
                .skip(1)
                .limit(NAMED)
                .map(p -> Visible.line(p.pointer().isEmpty() ? p.line() + ":" + p.column() : p.pointer()))
                .collect(Collectors.joining(english ? ", " : "、"));
        return first
                + (english ? "\n    the same in " + more + " more places: " : "\n    同样的另有 " + more + " 处：")
                + places
                + (more > NAMED ? " …" : "")
                + values(alike, english);
    }

    /** What stood in those places, where it was not the same. */
    private static String values(List<Problem> alike, boolean english) {
        List<String> all =
                alike.stream().map(p -> p.varying().value()).distinct().toList();
        if (all.size() < 2) {
            return "";
        }
        String some = all.stream().limit(NAMED).map(Problem::brief).collect(Collectors.joining(english ? ", " : "、"))
                + (all.size() > NAMED ? " …" : "");
        return english ? "\n    " + all.size() + " in all: " + some : "\n    共 " + all.size() + " 个不同的：" + some;
    }

    private static String more(String where, int count, String lang) {
        return lang.equals("en")
                ? where + ": " + count + " more not shown; --format json shows all"
                : where + "：另有 " + count + " 处未列出；--format json 列出全部";
    }
}
