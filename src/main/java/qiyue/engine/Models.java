package qiyue.engine;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.fact.Finding;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * The executable model of each rulebook. It is compiled once and kept under a key of the text Drools is given, of what
 * prints it, of the fact classes and the engine; an edited rulebook has another key. What is kept is only ever loaded through a class loader that
 * looks through every class and lets it see facts, parts of Drools and plain Java values and nothing else.
 */
final class Models {
    private final ModelStore store;

    Models(Path cache) {
        this.store = new ModelStore(cache);
    }

    /** The model of the rulebook, compiled if it is not kept yet. */
    Model of(Rulebook rulebook) throws Problems {
        return of(rulebook, null);
    }

    /**
     * The model of some rules of the rulebook: of the others no class is loaded.
     *
     * @param some the numbers of the rules, from 0; all of them if there is none
     */
    Model of(Rulebook rulebook, @Nullable BitSet some) throws Problems {
        String own = rulebook.modelPackage();
        String key = key(rulebook);
        String name = own.substring(own.lastIndexOf('.') + 1);
        Optional<CompiledModel> kept = store.get(name, key);
        if (kept.isPresent()) {
            try {
                return load(kept.get(), own, some);
            } catch (ReflectiveOperationException | LinkageError | SecurityException | IllegalArgumentException e) {
                // whatever that file holds, it is not what was compiled: it is made again
            }
        }
        CompiledModel fresh = compile(rulebook, own, rulebook.print());
        try {
            Model loaded = load(fresh, own, some);
            store.put(name, key, fresh);
            return loaded;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the compiled rules of " + rulebook.id() + " do not load", e);
        }
    }

    /** The model these classes make, under a loader of their own. */
    static Model load(CompiledModel compiled, String own) throws ReflectiveOperationException {
        return load(compiled, own, null);
    }

    /** The model these classes make, or some rules of it, under a loader of their own. */
    private static Model load(CompiledModel compiled, String own, @Nullable BitSet some)
            throws ReflectiveOperationException {
        ModelLoader loader = new ModelLoader(compiled.classes(), own, Models.class.getClassLoader());
        return some == null
                ? Class.forName(compiled.name(), true, loader)
                        .asSubclass(Model.class)
                        .getDeclaredConstructor()
                        .newInstance()
                : new SomeRules(own, rules(compiled, loader, some));
    }

    /** Each rule has a method that makes it; which class that is in, the class that holds the model says. */
    private static List<Rule> rules(CompiledModel compiled, ModelLoader loader, BitSet some)
            throws ReflectiveOperationException {
        Map<String, String> makers = new HashMap<>();
        for (ClassPool.Member used :
                new ClassPool(compiled.classes().getOrDefault(compiled.name(), new byte[0])).members()) {
            makers.put(used.name(), used.owner().replace('/', '.'));
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            String maker = "rule_" + DrlPrinter.name(i);
            Method method = Class.forName(makers.getOrDefault(maker, maker), true, loader)
                    .getDeclaredMethod(maker);
            method.setAccessible(true);
            rules.add((Rule) method.invoke(null));
        }
        return List.copyOf(rules);
    }

    private static CompiledModel compile(Rulebook rulebook, String own, String text) throws Problems {
        ModelCompiler.Result result = ModelCompiler.compile(own, text);
        if (!result.errors().isEmpty()) {
            throw new Problems(List.of(refused(rulebook, result.errors())));
        }
        return result.model();
    }

    /** The engine speaks of what we print; only which rules it speaks of is of use to whoever wrote them. */
    private static Problem refused(Rulebook rulebook, List<String> errors) {
        for (Drl.RuleFile file : rulebook.files()) {
            for (Drl.Rule rule : file.rules()) {
                String printed = DrlPrinter.name(rulebook.rules().indexOf(rule));
                if (errors.stream().anyMatch(e -> e.matches("(?s).*\\b(rule_)?" + printed + "\\b.*"))) {
                    return new Problem(
                            "engine",
                            file.name(),
                            rule.pos().line(),
                            rule.pos().column(),
                            "",
                            "",
                            new Text(
                                    "规则引擎不能编译规则“" + rule.name() + "”",
                                    "the engine cannot compile rule \"" + rule.name() + "\""),
                            FIX);
                }
            }
        }
        return Problem.at(
                "engine", rulebook.id(), "", new Text("规则引擎不能编译这册规则", "the engine cannot compile these rules"), FIX);
    }

    private static final Text FIX = new Text(
            "看每个参数与数字是否合用；qiyue schema facts 列出字段和方法",
            "see whether each argument and number fits; qiyue schema facts lists fields and methods");

    /**
     * What a model is told from others by: the text Drools is given, and what makes it and its classes. A kept library keeps the
     * digest of that text, for to print it at every start takes as long as to read the library.
     */
    static String key(Rulebook rulebook) {
        String printed = rulebook.printed().isEmpty()
                ? Digest.of(rulebook.print().getBytes(StandardCharsets.UTF_8))
                : rulebook.printed();
        return Digest.start().add(printed).add(PROGRAM).end();
    }

    /** Facts, parser and printer, and the versions of Java and the engine: what compiled rules are made with. */
    private static final String PROGRAM = Digest.start()
            .add(Program.digest(Finding.class.getPackage(), Drl.class.getPackage()))
            .add(System.getProperty("java.specification.version", ""))
            .add(String.valueOf(Model.class.getPackage()))
            .end();
}
