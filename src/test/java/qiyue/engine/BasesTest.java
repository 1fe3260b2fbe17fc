package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.model.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import qiyue.TinyRules;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Which base of rules an inspection is judged by: what is decided is the same, how long it takes is not. */
class BasesTest {
    @TempDir
    private static Path folder;

    private static Rulebook book;
    private static Path cache;

    private Bases bases;

    /** Compiled once; each test opens what is kept. */
    @BeforeAll
    static void compile() throws Exception {
        book = Library.load(TinyRules.in(folder.resolve("rules")).root())
                .rulebooks()
                .values()
                .iterator()
                .next();
        cache = folder.resolve("models");
        new Models(cache).of(book);
    }

    @BeforeEach
    void open() {
        bases = new Bases(new Models(cache));
    }

    private static List<BitSet> slice(int... rules) {
        BitSet slice = new BitSet();
        for (int rule : rules) {
            slice.set(rule);
        }
        return List.of(slice);
    }

    private static KieBase base(Bases bases, int facts, int... rules) throws Exception {
        KieSession session = bases.session(List.of(book), slice(rules), facts);
        try {
            return session.getKieBase();
        } finally {
            session.dispose();
        }
    }

    private static List<String> rules(KieBase base) {
        return base.getKiePackages().stream()
                .flatMap(p -> p.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .sorted()
                .toList();
    }

    /** The first inspection loads the rules its facts can meet and no others; the same facts again find that base. */
    @Test
    void the_first_inspection_has_a_base_of_its_own() throws Exception {
        assertThat(bases.isFirst(List.of(book))).isTrue();

        KieBase first = base(bases, 1, 1);

        assertThat(rules(first)).containsExactly("r2");
        assertThat(bases.isFirst(List.of(book))).isFalse();
        assertThat(base(bases, 1, 1)).isSameAs(first);
    }

    /** What other inspections want is added to what was wanted before, and gets a base of its own when it was wanted often enough. */
    @Test
    void what_is_wanted_again_and_again_gets_its_own_base() throws Exception {
        base(bases, 1, 1);

        KieBase second = base(bases, 1, 0);
        assertThat(rules(second)).containsExactly("r1");
        assertThat(base(bases, 1, 0)).isSameAs(second);
        KieBase own = base(bases, 1, 0);
        assertThat(rules(own)).containsExactly("r1");
        assertThat(own).isNotSameAs(second);
        assertThat(base(bases, 1, 0)).isSameAs(own);
        assertThat(rules(base(bases, 1, 0, 1))).containsExactly("r1", "r2");
    }

    /** The base of what was wanted grows by what it has not got, and serves whoever wants less. */
    @Test
    void the_base_of_what_was_wanted_grows() throws Exception {
        base(bases, 1);
        KieBase one = base(bases, 1, 0);
        assertThat(rules(one)).containsExactly("r1");

        KieBase both = base(bases, 1, 1);
        assertThat(rules(both)).containsExactly("r1", "r2");
        assertThat(base(bases, 1, 0)).isSameAs(both);
        assertThat(base(bases, 1, 0, 1)).isSameAs(both).isSameAs(bases.all(List.of(book)));
    }

    /** Where all rules were asked for before any inspection, none is the first. */
    @Test
    void whoever_has_all_rules_has_begun() throws Exception {
        KieBase whole = bases.all(List.of(book));

        assertThat(bases.isFirst(List.of(book))).isFalse();
        assertThat(base(bases, 1, 1)).isSameAs(whole);
        assertThat(bases.model(book)).isEqualTo(bases.model(book));
        assertThat(bases.model(book).getRules()).hasSize(2);
    }

    /** Of few facts nothing is compiled, and what was run as read serves no other; of many it is compiled, and kept. */
    @Test
    void few_facts_compile_nothing(@TempDir Path fresh) throws Exception {
        Bases few = new Bases(new Models(fresh.resolve("few")));
        KieBase first = base(few, 150, 1);
        assertThat(rules(first)).containsExactly("r2");
        assertThat(few.isFirst(List.of(book))).isFalse();
        assertThat(fresh.resolve("few")).doesNotExist();

        Bases many = new Bases(new Models(fresh.resolve("many")));
        KieBase compiled = base(many, 151, 1);
        assertThat(kept(fresh.resolve("many"))).hasSize(1);
        assertThat(base(many, 151, 1)).isSameAs(compiled);
    }

    /** A class of what is kept that is not needed before the second inspection is not missed before: then all is compiled anew. */
    @Test
    void what_does_not_load_when_it_is_needed_is_compiled_anew(@TempDir Path fresh) throws Exception {
        new Models(fresh).of(book);
        String name = new Models(fresh).packed(book).orElseThrow().getKey();
        CompiledModel whole = packed(fresh);
        CompiledModel spoilt = whole.classes().keySet().stream()
                .map(each -> without(whole, each))
                .filter(model -> loads(model, 0) && !loads(model, 1))
                .findFirst()
                .orElseThrow();
        new Models(fresh).keep(name, ModelFile.pack(spoilt));
        bases = new Bases(new Models(fresh));

        assertThat(rules(base(bases, 1, 0))).containsExactly("r1");
        assertThat(loads(packed(fresh), 1)).isFalse();
        assertThat(rules(base(bases, 1, 1))).containsExactly("r2");
        assertThat(loads(packed(fresh), 1)).isTrue();
    }

    private static CompiledModel packed(Path folder) {
        return ModelFile.unpack(new Models(folder).packed(book).orElseThrow().getValue())
                .orElseThrow();
    }

    private static CompiledModel without(CompiledModel model, String name) {
        Map<String, byte[]> classes = new TreeMap<>(model.classes());
        classes.remove(name);
        return new CompiledModel(model.rules(), classes);
    }

    private static boolean loads(CompiledModel model, int rule) {
        try {
            new LoadedRules(model, book.modelPackage()).load(slice(rule).get(0));
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    private static List<Path> kept(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** The rules of what is at hand for so many rules; nothing where nothing at hand has them. */
    private List<String> atHand(int... wanted) {
        return bases.atHand(List.of(book), () -> slice(wanted), 1)
                .map(session -> {
                    try {
                        return rules(session.getKieBase());
                    } finally {
                        session.dispose();
                    }
                })
                .orElse(List.of());
    }

    /** The second inspection, if it can meet no other rules than the first, is given the base of the first. */
    @Test
    void what_is_at_hand_serves_the_second_inspection_alone() throws Exception {
        assertThat(atHand(1)).as("nothing is there before the first").isEmpty();
        KieBase first = base(bases, 1, 1);
        assertThat(atHand(1)).containsExactly("r2");
        assertThat(atHand(1)).as("of a third one more rules are worth loading").isEmpty();
        assertThat(base(bases, 1, 1)).isSameAs(first);
    }

    @Test
    void what_is_at_hand_serves_fewer_rules_and_never_more() throws Exception {
        base(bases, 1, 0, 1);
        assertThat(atHand(1)).containsExactly("r1", "r2");

        bases = new Bases(new Models(cache));
        base(bases, 1, 1);
        assertThat(atHand(0)).as("a rule that it has not got").isEmpty();
        assertThat(atHand(1)).as("that was the second").isEmpty();

        bases = new Bases(new Models(cache));
        base(bases, 1, 1);
        assertThat(atHand()).as("no rules at all").containsExactly("r2");
    }

    /** Where more rules were needed before, what there is serves, and which are needed is not worked out. */
    @Test
    void where_more_rules_are_there_nothing_is_looked_for() throws Exception {
        base(bases, 1, 1);
        bases.all(List.of(book));

        assertThat(bases.atHand(
                        List.of(book),
                        () -> {
                            throw new AssertionError("worked out for nothing");
                        },
                        1))
                .isEmpty();
    }

    /** A session is used again, empty; one that held many facts is not. */
    @Test
    void sessions_are_used_again_unless_they_were_large() throws Exception {
        KieSession first = bases.session(List.of(book), slice(1), 1000);
        long small = first.getIdentifier();
        first.insert("a fact");
        first.dispose();
        KieSession again = bases.session(List.of(book), slice(1), 1000);
        assertThat(again.getIdentifier()).isEqualTo(small);
        assertThat(again.getFactCount()).isZero();
        again.dispose();
        KieSession large = bases.session(List.of(book), slice(1), 1001);
        assertThat(large.getIdentifier()).isNotEqualTo(small);
        large.dispose();
    }

    @Test
    void some_rules_are_a_model_under_the_name_of_all() throws Exception {
        List<Rule> rules = bases.model(book).getRules();
        SomeRules some = new SomeRules("own.name", rules);

        assertThat(some.getName()).isEqualTo("own.name");
        assertThat(some.getRules()).isSameAs(rules);
        assertThat(some.getGlobals()).isEmpty();
        assertThat(some.getQueries()).isEmpty();
        assertThat(some.getTypeMetaDatas()).isEmpty();
        assertThat(some.getEntryPoints()).isEmpty();
    }
}
