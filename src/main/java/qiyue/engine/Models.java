package qiyue.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.model.Rule;
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
 * prints it, of the fact classes and the engine; an edited rulebook has another key, and of it only the rules that are new are compiled. What is kept is only ever loaded through a class loader that
 * looks through every class and lets it see facts, parts of Drools and plain Java values and nothing else.
 */
final class Models {
    private final ModelStore store;

    Models(Path cache) {
        this.store = new ModelStore(cache);
    }

    /** The model of the rulebook, compiled if it is not kept yet. */
    Model of(Rulebook rulebook) throws Problems {
        BitSet all = all(rulebook);
        return loaded(rulebook, all).some(all);
    }

    /** The numbers of all its rules. */
    static BitSet all(Rulebook rulebook) {
        BitSet all = new BitSet();
        all.set(0, rulebook.rules().size());
        return all;
    }

    /** Compiles the rulebook if it is not kept compiled; what is kept is not loaded for that. */
    void compile(Rulebook rulebook) throws Problems {
        if (store.get(name(rulebook), key(rulebook)).isEmpty()) {
            of(rulebook);
        }
    }

    /** What is kept compiled of the rulebook, by what it is told from others by. */
    Optional<Map.Entry<String, byte[]>> packed(Rulebook rulebook) {
        String name = name(rulebook);
        String key = key(rulebook);
        return store.get(name, key).map(model -> Map.entry(name + "-" + key, ModelFile.pack(model)));
    }

    /** Keeps what was packed elsewhere; what is no model is left out. */
    void keep(String packedName, byte[] packed) {
        int end = packedName.lastIndexOf('-');
        ModelFile.unpack(packed)
                .ifPresent(model -> store.put(packedName.substring(0, end), packedName.substring(end + 1), model));
    }

    /**
     * The model of some rules of the rulebook for few facts: of the others no class is loaded, and what is not kept compiled is run
     * as read.
     *
     * @param compiled what more rules come of, if these were compiled; what was run as read serves no more than one inspection
     */
    record AtOnce(Model model, Optional<LoadedRules> compiled) {}

    /**
     * That model.
     *
     * @param some the numbers of the rules, from 0
     */
    AtOnce atOnce(Rulebook rulebook, BitSet some) throws Problems {
        Optional<CompiledModel> kept = store.get(name(rulebook), key(rulebook));
        if (kept.isEmpty()) {
            try {
                Optional<Model> read = read(rulebook, some);
                if (read.isPresent()) {
                    return new AtOnce(read.get(), Optional.empty());
                }
            } catch (ReflectiveOperationException | LinkageError | SecurityException | IllegalArgumentException e) {
                // what was kept before is not what was compiled: nothing of it is used
            }
        }
        LoadedRules loaded = loaded(rulebook, some, kept);
        return new AtOnce(loaded.some(some), Optional.of(loaded));
    }

    /** Some rules as they were read; those that cannot be run so are taken from what was kept last, and nothing comes of it where they are not there. */
    private Optional<Model> read(Rulebook rulebook, BitSet some) throws ReflectiveOperationException {
        String own = rulebook.modelPackage();
        List<Drl.Rule> all = rulebook.rules();
        BitSet compiled = new BitSet();
        some.stream().filter(i -> !ReadRule.can(all.get(i))).forEach(compiled::set);
        CompiledModel before = compiled.isEmpty()
                ? CompiledModel.NONE
                : store.last(whole(rulebook)).orElse(CompiledModel.NONE);
        Map<Integer, CompiledModel.Maker> makers = Pieces.made(rulebook, before, compiled);
        if (makers.size() < compiled.cardinality()) {
            return Optional.empty();
        }
        ModelLoader loader = new ModelLoader(before.classes(), own, Models.class.getClassLoader());
        List<Rule> rules = new ArrayList<>();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            CompiledModel.Maker maker = makers.get(i);
            rules.add(
                    maker == null
                            ? ReadRule.of(rulebook.id(), all.get(i), own, DrlPrinter.name(i))
                            : LoadedRules.make(maker, loader, own, i));
        }
        return Optional.of(new SomeRules(own, List.copyOf(rules)));
    }

    private static String whole(Rulebook rulebook) {
        String own = rulebook.modelPackage();
        return own.substring(own.lastIndexOf('.') + 1);
    }

    private static String name(Rulebook rulebook) {
        return rulebook.applicantsOnly() ? whole(rulebook) + "a" : whole(rulebook);
    }

    /**
     * The rules of the rulebook, compiled if they are not kept, some of them loaded.
     *
     * @param some the numbers of those, from 0
     */
    LoadedRules loaded(Rulebook rulebook, BitSet some) throws Problems {
        return loaded(rulebook, some, store.get(name(rulebook), key(rulebook)));
    }

    private LoadedRules loaded(Rulebook rulebook, BitSet some, Optional<CompiledModel> kept) throws Problems {
        String key = key(rulebook);
        String own = rulebook.modelPackage();
        String name = name(rulebook);
        if (kept.isPresent()) {
            try {
                return load(kept.get(), own, some);
            } catch (ReflectiveOperationException | LinkageError | SecurityException | IllegalArgumentException e) {
                // whatever that file holds, it is not what was compiled: it is made again
            }
        }
        Optional<CompiledModel> before = kept.isPresent() ? Optional.empty() : store.last(whole(rulebook));
        if (before.isPresent()) {
            try {
                CompiledModel mended = compile(rulebook, Pieces.of(rulebook, before.get()));
                return put(name, key, mended, load(mended, own, some));
            } catch (ReflectiveOperationException | LinkageError | SecurityException | IllegalArgumentException e) {
                // what was kept before is not what was compiled: nothing of it is used
            }
        }
        CompiledModel fresh = compile(rulebook, Pieces.none(rulebook));
        try {
            return put(name, key, fresh, load(fresh, own, some));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the compiled rules of " + rulebook.id() + " do not load", e);
        }
    }

    private LoadedRules put(String name, String key, CompiledModel compiled, LoadedRules loaded) {
        store.put(name, key, compiled);
        return loaded;
    }

    private static LoadedRules load(CompiledModel compiled, String own, BitSet some)
            throws ReflectiveOperationException {
        LoadedRules loaded = new LoadedRules(compiled, own);
        loaded.load(some);
        return loaded;
    }

    /** Compiles what the pieces lack. */
    private static CompiledModel compile(Rulebook rulebook, Pieces pieces) throws Problems {
        if (pieces.lacking().isEmpty()) {
            return pieces.together();
        }
        ModelCompiler.Result result = ModelCompiler.compile(pieces.lackingPackage(), pieces.print());
        if (!result.errors().isEmpty()) {
            throw new Problems(List.of(refused(rulebook, pieces.lacking(), result.errors())));
        }
        return pieces.with(result.model());
    }

    /** The engine speaks of what we print; only which rules it speaks of is of use to whoever wrote them. */
    private static Problem refused(Rulebook rulebook, List<Drl.Rule> compiled, List<String> errors) {
        for (Drl.RuleFile file : rulebook.files()) {
            for (Drl.Rule rule : file.rules()) {
                String printed = DrlPrinter.name(compiled.indexOf(rule));
                if (compiled.contains(rule)
                        && errors.stream().anyMatch(e -> e.matches("(?s).*\\b(rule_)?" + printed + "\\b.*"))) {
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
    static final String PROGRAM = Digest.start()
            .add(Program.digest(Finding.class.getPackage(), Drl.class.getPackage()))
            .add(System.getProperty("java.specification.version", ""))
            .add(String.valueOf(Model.class.getPackage()))
            .end();
}
