package qiyue.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake, one message: a word that is not known is told where rules use it first, with the other places of the region that use
 * it too, of the same kind of fact or the same list. A name misspelt where it is declared is so told once, not for every use.
 */
public final class Once {
    private static final Set<String> OF_A_WORD = Set.of("unknown-field", "unknown-code", "unknown-fact");
    private static final int NAMED = 3;

    /** The word in question: what stands in quotes, else the last one. */
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    private static final String CASES = "/cases/";

    private Once() {}

    /** The problems, which are in order of place, each word told once. */
    public static List<Problem> told(List<Problem> problems) {
        Map<String, List<Problem>> alike = new LinkedHashMap<>();
        // a case names the word alone: of what it is the rules say
        Map<String, List<Problem>> words = new HashMap<>();
        problems.stream().filter(Once::ofRules).forEach(p -> {
            List<Problem> same = alike.computeIfAbsent(key(p, p.message().en()), k -> new ArrayList<>());
            same.add(p);
            words.putIfAbsent(key(p, word(p.message().en())), same);
        });
        problems.stream().filter(Once::ofCases).forEach(p -> {
            String word = key(p, word(p.message().en()));
            words.computeIfAbsent(word, w -> alike.computeIfAbsent(w + CASES, k -> new ArrayList<>()))
                    .add(p);
        });
        List<Problem> told = new ArrayList<>(problems);
        for (List<Problem> same : alike.values()) {
            if (same.size() > 1) {
                told.set(told.indexOf(same.get(0)), with(same.get(0), same.subList(1, same.size())));
                told.removeAll(same.subList(1, same.size()));
            }
        }
        return told;
    }

    private static boolean ofRules(Problem problem) {
        return OF_A_WORD.contains(problem.code()) && problem.file().endsWith(".drl");
    }

    private static boolean ofCases(Problem problem) {
        return OF_A_WORD.contains(problem.code()) && problem.file().contains(CASES);
    }

    private static String key(Problem problem, String said) {
        return problem.code() + " " + problem.file().replaceFirst("/.*", "") + " " + said;
    }

    private static String word(String said) {
        Matcher quoted = QUOTED.matcher(said);
        return quoted.find() ? quoted.group(1) : said.substring(said.lastIndexOf(' ') + 1);
    }

    private static Problem with(Problem first, List<Problem> others) {
        List<String> places =
                others.stream().map(Once::place).distinct().limit(NAMED).toList();
        boolean more = others.stream().map(Once::place).distinct().count() > NAMED;
        Text also = new Text(
                "（另有 " + others.size() + " 处：" + String.join("、", places) + (more ? " 等" : "") + "）",
                " (" + others.size() + " more: " + String.join(", ", places) + (more ? ", …" : "") + ")");
        return new Problem(
                first.code(),
                first.file(),
                first.line(),
                first.column(),
                first.pointer(),
                first.source(),
                new Text(first.message().zh() + also.zh(), first.message().en() + also.en()),
                new Text(
                        first.fix().zh() + (first.fix().zh().endsWith("？") ? "" : "；") + "几处都这样写的，也可能是声明的那一处写错",
                        first.fix().en() + (first.fix().en().endsWith("?") ? " " : "; ")
                                + "written so in several places, the declaration may be what is misspelt"));
    }

    private static String place(Problem problem) {
        String file = problem.file().contains(CASES)
                ? problem.file().substring(problem.file().indexOf(CASES) + 1)
                : problem.file().substring(problem.file().lastIndexOf('/') + 1);
        return problem.line() > 0 ? file + ":" + problem.line() : file;
    }
}
