package qiyue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.engine.Evaluator;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** The rulebooks the project ships, with their cases and decisions, loaded once for all tests. */
public final class Shipped {
    /** The rules folder. */
    public static final Path RULES = Path.of("rules");

    /** Where compiled rules are kept. */
    public static final Path MODELS = Path.of("target", "models");

    private static final Map<String, Decision> DECIDED = new ConcurrentHashMap<>();

    private Shipped() {}

    /** All rulebooks. */
    public static Library library() {
        return Loaded.LIBRARY;
    }

    /** An evaluator over them. */
    public static Evaluator evaluator() {
        return Loaded.EVALUATOR;
    }

    /** The suite. */
    public static Suite suite() {
        return Loaded.SUITE;
    }

    /** All cases of all rulebooks. */
    public static List<Case> cases() {
        return Read.CASES;
    }

    /** The decision on a case. */
    public static Decision decision(Case tested) {
        return DECIDED.computeIfAbsent(tested.file() + "|" + tested.name(), k -> {
            try {
                return suite().decide(tested);
            } catch (Problems e) {
                throw new IllegalStateException(
                        tested.file() + ": " + tested.name() + "\n" + rendered(e.all(), "zh"), e);
            }
        });
    }

    /** Problems as the user sees them. */
    public static String rendered(List<Problem> problems, String lang) {
        return problems.stream().map(p -> p.render(lang)).collect(Collectors.joining("\n"));
    }

    private static final class Loaded {
        static final Library LIBRARY;
        static final Evaluator EVALUATOR;
        static final Suite SUITE;

        static {
            try {
                LIBRARY = Library.load(RULES);
                EVALUATOR = new Evaluator(LIBRARY, MODELS);
                SUITE = new Suite(LIBRARY, EVALUATOR);
            } catch (Problems e) {
                throw new IllegalStateException("the rules do not load\n" + rendered(e.all(), "zh"), e);
            }
        }
    }

    /** Apart from the rules: a test of one class needs no cases. */
    private static final class Read {
        static final List<Case> CASES;

        static {
            try {
                CASES = Loaded.SUITE.cases();
            } catch (Problems e) {
                throw new IllegalStateException("the cases do not load\n" + rendered(e.all(), "zh"), e);
            }
        }
    }
}
