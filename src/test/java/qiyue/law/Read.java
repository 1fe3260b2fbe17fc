package qiyue.law;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/** What the rules of a regime read, from their parsed form: so the documents made up for it are about something. */
final class Read {
    private static final Map<String, Read> KNOWN = new ConcurrentHashMap<>();

    private final TreeSet<String> conducts = new TreeSet<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final TreeSet<String> parameters = new TreeSet<>();
    private final TreeSet<String> acts = new TreeSet<>();
    private final TreeSet<String> measures = new TreeSet<>();
    private final Map<String, TreeSet<String>> ofConduct = new TreeMap<>();
    private final Map<String, TreeSet<String>> ofType = new TreeMap<>();

    private Read(List<Rulebook> books) {
        for (Rulebook book : books) {
            book.rules().forEach(this::rule);
        }
    }

    static Read by(Regime regime) {
        return KNOWN.computeIfAbsent(regime.name(), k -> new Read(regime.rulebooks()));
    }

    /** Conducts that some rule names. */
    Set<String> conducts() {
        return conducts;
    }

    /** Kinds of fact that some rule speaks of. */
    Set<String> types() {
        return types;
    }

    Set<String> parameters() {
        return parameters;
    }

    /** Steps that some duty is made of, or that some rule looks for. */
    Set<String> acts() {
        return acts;
    }

    /** Measures that some rule allows. */
    Set<String> measures() {
        return measures;
    }

    /** The questions asked of findings of that conduct. */
    Set<String> questionsOf(String conduct) {
        return ofConduct.getOrDefault(conduct, new TreeSet<>());
    }

    /** The questions asked about facts of that kind, as in {@code about} of the vocabulary. */
    Set<String> questions(String about) {
        return ofType.getOrDefault(about, new TreeSet<>());
    }

    private void rule(Drl.Rule rule) {
        Map<String, Drl.Pattern> bound = new TreeMap<>();
        rule.patterns().forEach(p -> {
            types.add(p.type());
            if (!p.binding().isEmpty()) {
                bound.put(p.binding(), p);
            }
            values(p, "conduct").forEach(conducts::add);
            if (p.type().equals("Parameter")) {
                values(p, "key").forEach(parameters::add);
            }
            values(p, "act").forEach(acts::add);
        });
        rule.patterns().filter(p -> p.type().equals("Answer")).forEach(p -> question(p, bound));
        for (Drl.Step step : rule.then().steps()) {
            if (Set.of("may", "shall").contains(step.name()) && step.arguments().size() > 1) {
                String code = text(step.arguments().get(1));
                if (rule.then().type().equals("Duty")) {
                    acts.add(code);
                } else if (step.name().equals("may")) {
                    measures.add(code);
                }
            }
        }
    }

    private void question(Drl.Pattern answer, Map<String, Drl.Pattern> bound) {
        for (String question : values(answer, "question").toList()) {
            String about = Shipped.library().vocabulary().property("questions", question, "about");
            ofType.computeIfAbsent(about, k -> new TreeSet<>()).add(question);
            answer.constraints().stream()
                    .filter(c -> c instanceof Drl.Compare k
                            && field(k.left()).equals("about")
                            && k.right() instanceof Drl.Path)
                    .map(c -> bound.get(((Drl.Path) ((Drl.Compare) c).right()).root()))
                    .filter(p -> p != null && p.type().equals("Finding"))
                    .flatMap(p -> values(p, "conduct"))
                    .forEach(c ->
                            ofConduct.computeIfAbsent(c, k -> new TreeSet<>()).add(question));
        }
    }

    /** The codes the field is compared with. */
    static Stream<String> values(Drl.Pattern pattern, String field) {
        return pattern.constraints().stream().flatMap(c -> {
            if (c instanceof Drl.Compare k
                    && field(k.left()).equals(field)
                    && k.operator().equals("==")
                    && k.right() instanceof Drl.Literal l) {
                return Stream.of(l.value().toString());
            }
            return c instanceof Drl.OneOf o && !o.negated() && field(o.left()).equals(field)
                    ? o.values().stream().map(v -> v.value().toString())
                    : Stream.of();
        });
    }

    private static String field(Drl.Operand operand) {
        return operand instanceof Drl.Path p && p.root().isEmpty() && p.steps().size() == 1
                ? p.steps().get(0).name()
                : "";
    }

    private static String text(Drl.Operand operand) {
        return operand instanceof Drl.Literal l ? l.value().toString() : "";
    }
}
