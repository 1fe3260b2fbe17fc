package qiyue.rulebook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;

/**
 * Puts the codes in the place of sets that rules call by name: a list of the vocabulary, a topic, or the rest of an
 * article. So whoever reads a rule after this, the engine, the checks or {@code explain}, meets the same plain values,
 * and a conduct that is added to the vocabulary stands in every rest that no rule takes it out of.
 */
final class NamedSets {
    /** What no fact has as its code: stands for a set with nothing in it. */
    private static final String NOTHING = "";

    private final Vocabulary vocabulary;
    private final List<Drl.Rule> rules;

    private NamedSets(Vocabulary vocabulary, List<Drl.Rule> rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    /** The files of one rulebook with every set written out; it needs them all, for a rest is what the others leave. */
    static List<Drl.RuleFile> writtenOut(List<Drl.RuleFile> files, Vocabulary vocabulary) {
        List<Drl.RuleFile> plain = new NamedSets(vocabulary, List.of()).files(files, false);
        List<Drl.Rule> rules = plain.stream().flatMap(f -> f.rules().stream()).toList();
        return new NamedSets(vocabulary, rules).files(plain, true);
    }

    /** The codes of an entry that stands for several: those it names, those of the lists it names, and the conducts of the topics and of the kind of money it names. */
    static Set<String> members(Vocabulary vocabulary, String list, String code) {
        Set<String> members = new TreeSet<>();
        vocabulary.entry(list, code).ifPresent(e -> {
            members.addAll(e.named("codes"));
            e.named("lists").forEach(l -> members.addAll(members(vocabulary, "lists", l)));
            e.named("topics").forEach(t -> members.addAll(ofTopic(vocabulary, t)));
            String money = e.properties().getOrDefault("money", "");
            vocabulary.conducts().stream()
                    .filter(c -> !money.isEmpty() && c.money().equals(money))
                    .forEach(c -> members.add(c.code()));
        });
        return members;
    }

    private static Set<String> ofTopic(Vocabulary vocabulary, String topic) {
        Set<String> members = new TreeSet<>();
        vocabulary.entries("conducts").stream()
                .filter(c -> c.properties().getOrDefault("topic", "").equals(topic))
                .forEach(c -> members.add(c.code()));
        return members;
    }

    private List<Drl.RuleFile> files(List<Drl.RuleFile> files, boolean leaning) {
        return files.stream()
                .map(f -> new Drl.RuleFile(
                        f.name(),
                        f.packageName(),
                        f.rules().stream().map(r -> rule(r, leaning)).toList()))
                .toList();
    }

    private Drl.Rule rule(Drl.Rule rule, boolean leaning) {
        return rule.patterns().noneMatch(NamedSets::calls)
                ? rule
                : new Drl.Rule(
                        rule.pos(),
                        rule.clause(),
                        rule.title(),
                        rule.when().stream().map(c -> condition(c, leaning)).toList(),
                        rule.then(),
                        rule.endLine());
    }

    private static boolean calls(Drl.Pattern pattern) {
        return pattern.constraints().stream()
                .anyMatch(c -> c instanceof Drl.OneOf o && o.named().present());
    }

    private Drl.Condition condition(Drl.Condition condition, boolean leaning) {
        if (condition instanceof Drl.Group g) {
            return new Drl.Group(g.pos(), g.negated(), patterns(g.members(), leaning));
        }
        if (condition instanceof Drl.Accumulate a) {
            return new Drl.Accumulate(
                    a.pos(),
                    patterns(a.members(), leaning),
                    a.result(),
                    a.function(),
                    a.argument(),
                    a.operator(),
                    a.number());
        }
        return pattern((Drl.Pattern) condition, leaning);
    }

    private List<Drl.Pattern> patterns(List<Drl.Pattern> patterns, boolean leaning) {
        return patterns.stream().map(p -> pattern(p, leaning)).toList();
    }

    private Drl.Pattern pattern(Drl.Pattern p, boolean leaning) {
        List<Drl.Constraint> constraints = p.constraints().stream()
                .map(c -> c instanceof Drl.OneOf o && o.named().present() && leans(o) == leaning
                        ? o.standingFor(literals(o))
                        : c)
                .toList();
        return new Drl.Pattern(p.pos(), p.binding(), p.type(), constraints);
    }

    private static boolean leans(Drl.OneOf o) {
        return o.named().sort() == Drl.Sort.ITEMS || o.named().sort() == Drl.Sort.REST;
    }

    private List<Drl.Literal> literals(Drl.OneOf o) {
        Set<String> members = new TreeSet<>();
        List<String> names =
                o.named().names().stream().map(n -> String.valueOf(n.value())).toList();
        switch (o.named().sort()) {
            case LIST -> names.forEach(n -> members.addAll(members(vocabulary, "lists", n)));
            case TOPIC -> names.forEach(n -> members.addAll(ofTopic(vocabulary, n)));
            case ITEMS -> members.addAll(items(names));
            case REST -> {
                vocabulary.conducts().forEach(c -> members.add(c.code()));
                members.removeAll(items(names));
            }
            case VALUES -> throw new IllegalStateException("values written out have no name");
        }
        if (members.isEmpty()) {
            members.add(NOTHING);
        }
        return members.stream().map(m -> new Drl.Literal(o.pos(), m)).toList();
    }

    /**
     * The conducts that rules of these articles or clauses name; where none is given, those that a rule of the rulebook takes
     * up. A step that somebody must take beside says nothing of what the conduct itself breaks.
     */
    private Set<String> items(List<String> within) {
        Set<String> items = new TreeSet<>();
        rules.stream()
                .filter(r -> within.isEmpty()
                        ? takesUp(r)
                        : within.stream()
                                .anyMatch(
                                        w -> r.clause().equals(w) || r.clause().startsWith(w + ".")))
                .flatMap(Drl.Rule::positive)
                .filter(p -> p.type().equals("Finding") && !Restriction.leansOnOthers(p))
                .map(p -> Restriction.of(p, "conduct"))
                .forEach(r ->
                        r.only().ifPresent(o -> o.stream().filter(r::admits).forEach(items::add)));
        return items;
    }

    private static boolean takesUp(Drl.Rule rule) {
        return !rule.then().type().equals("Duty");
    }
}
