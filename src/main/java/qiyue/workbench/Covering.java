package qiyue.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.engine.Evaluator;
import qiyue.page.Pages;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** What the cases of a rulebook reach: worked out beside everything else, once for each rulebook asked about. */
final class Covering {
    private final Library library;
    private final Evaluator evaluator;
    private final Map<String, List<Pages.CaseLine>> known = new ConcurrentHashMap<>();
    private final Map<String, Thread> working = new ConcurrentHashMap<>();

    Covering(Library library, Evaluator evaluator) {
        this.library = library;
        this.evaluator = evaluator;
    }

    /** Whether the cases of the rulebook were counted. */
    boolean counted(String book) {
        return known.containsKey(book);
    }

    /** What they reach; nothing while they are counted, which begins now. */
    List<Pages.CaseLine> of(String book) {
        List<Pages.CaseLine> lines = known.get(book);
        if (lines == null) {
            working.computeIfAbsent(book, b -> {
                Thread thread = new Thread(() -> known.put(b, count(b)), "cases of " + b);
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                thread.start();
                return thread;
            });
            return List.of();
        }
        return lines;
    }

    private List<Pages.CaseLine> count(String book) {
        Suite suite = new Suite(library, evaluator);
        List<Pages.CaseLine> lines = new ArrayList<>();
        try {
            for (Case found : suite.cases(f -> f.startsWith(book + "/"))) {
                lines.add(new Pages.CaseLine(found.file(), found.name(), found.readFrom(), suite.states(found)));
            }
        } catch (Problems e) {
            // the check of the rules says what is wrong with the cases
            return lines;
        }
        return lines;
    }
}
