package qiyue.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.rulebook.Vocabulary;

/** What the rulebooks of a regime look at together: the facts they name and the questions they put. Of a fact its kind and code decide. */
final class Sights {
    private final List<Plan> plans;
    private final Map<String, List<String>> byKind = new TreeMap<>();
    private final Map<Class<?>, Map<String, Seen>> known = new ConcurrentHashMap<>();

    Sights(List<Plan> plans, Vocabulary vocabulary) {
        this.plans = List.copyOf(plans);
        for (Vocabulary.Entry question : vocabulary.entries("questions")) {
            if (asks(question.code())) {
                byKind.computeIfAbsent(question.properties().getOrDefault("about", ""), k -> new ArrayList<>())
                        .add(question.code());
            }
        }
    }

    /**
     * How a regime looks at facts of one kind and code.
     *
     * @param read whether some rule names them
     * @param questions the questions of the vocabulary put to them, in its order
     * @param asked those and all others a rule puts to them
     */
    record Seen(boolean read, List<String> questions, Set<String> asked) {}

    /** The questions put to the case, in the order of the vocabulary. */
    List<String> questionsOfCase() {
        return byKind.getOrDefault("case", List.of());
    }

    /** The questions put to a fact, in the order of the vocabulary. */
    List<String> questions(Evidence fact) {
        return seen(fact).questions();
    }

    /** Whether some rule names facts such as this one. */
    boolean reads(Evidence fact) {
        return seen(fact).read();
    }

    /** Whether some rule puts that question to facts such as this one. */
    boolean asks(String question, Evidence fact) {
        if (seen(fact).asked().contains(question)) {
            return true;
        }
        for (Plan plan : plans) {
            if (plan.asks(question, fact)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some rule puts that question at all. */
    boolean asks(String question) {
        for (Plan plan : plans) {
            if (plan.asks(question)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some rule looks for that step. */
    boolean looksForStep(String act) {
        for (Plan plan : plans) {
            if (plan.looksForStep(act)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some rule names facts called so. */
    boolean readsType(String type) {
        for (Plan plan : plans) {
            if (plan.readsType(type)) {
                return true;
            }
        }
        return false;
    }

    /** The rulebooks' own looks at facts of a type whose days may be left out. */
    List<Looks> looks(String type) {
        List<Looks> all = new ArrayList<>();
        for (Plan plan : plans) {
            all.add(plan.looks(type));
        }
        return all;
    }

    private Seen seen(Evidence fact) {
        Map<String, Seen> ofKind = known.computeIfAbsent(fact.getClass(), k -> new ConcurrentHashMap<>());
        String code = Plan.code(fact);
        Seen before = ofKind.get(code);
        if (before == null) {
            before = look(fact);
            ofKind.put(code, before);
        }
        return before;
    }

    private Seen look(Evidence fact) {
        String kind = FactKind.of(fact).map(FactKind::asks).orElse("");
        List<String> questions = new ArrayList<>();
        for (String question : byKind.getOrDefault(kind, List.of())) {
            for (Plan plan : plans) {
                if (plan.asks(question, fact)) {
                    questions.add(question);
                    break;
                }
            }
        }
        boolean read = false;
        for (Plan plan : plans) {
            read |= plan.reads(fact);
        }
        return new Seen(read, List.copyOf(questions), new HashSet<>(questions));
    }
}
