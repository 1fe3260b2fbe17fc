package qiyue.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.problem.Digest;
import qiyue.rulebook.Rulebook;

/**
 * The rules of a rulebook that were compiled before, and those that were not. Compiling is what a run after an edit waits for,
 * and an edit changes a rule or two: the others are taken over with the classes they need, each told by the text it was
 * compiled from and by what compiled it.
 */
final class Pieces {
    private final Rulebook rulebook;
    private final CompiledModel before;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, CompiledModel.Maker> known;
    private final List<Drl.Rule> lacking = new ArrayList<>();

    private Pieces(Rulebook rulebook, CompiledModel before) {
        this.rulebook = rulebook;
        this.before = before;
        this.known = known(before);
        for (Drl.Rule rule : rulebook.rules()) {
            String text = text(rulebook, rule);
            texts.add(text);
            if (!known.containsKey(text)) {
                lacking.add(rule);
            }
        }
    }

    private static Map<String, CompiledModel.Maker> known(CompiledModel before) {
        Map<String, CompiledModel.Maker> known = new HashMap<>();
        for (CompiledModel.Maker maker : before.rules()) {
            known.put(maker.text(), maker);
        }
        return known;
    }

    private static String text(Rulebook rulebook, Drl.Rule rule) {
        return Digest.start()
                .add(DrlPrinter.print(rulebook.id(), "", List.of(rule)))
                .add(Models.PROGRAM)
                .end();
    }

    /** What makes some rules of the rulebook, by their numbers, as far as they were compiled before. */
    static Map<Integer, CompiledModel.Maker> made(Rulebook rulebook, CompiledModel before, BitSet some) {
        Map<String, CompiledModel.Maker> known = known(before);
        List<Drl.Rule> rules = rulebook.rules();
        Map<Integer, CompiledModel.Maker> made = new TreeMap<>();
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            CompiledModel.Maker maker = known.get(text(rulebook, rules.get(i)));
            if (maker != null) {
                made.put(i, maker);
            }
        }
        return made;
    }

    /** What of the rulebook is in a model that was compiled before, of this text or another. */
    static Pieces of(Rulebook rulebook, CompiledModel before) {
        return new Pieces(rulebook, before);
    }

    /** All of it is to be compiled. */
    static Pieces none(Rulebook rulebook) {
        return new Pieces(rulebook, CompiledModel.NONE);
    }

    /** The rules that were not compiled before, in their order. */
    List<Drl.Rule> lacking() {
        return List.copyOf(lacking);
    }

    /** The package they are compiled in: one below the rulebook's own, that no classes of other rules are in. */
    String lackingPackage() {
        String text = DrlPrinter.print(rulebook.id(), "", lacking);
        return rulebook.modelPackage() + ".p"
                + Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }

    /** They as the engine is given them. */
    String print() {
        return DrlPrinter.print(rulebook.id(), lackingPackage(), lacking);
    }

    /** The whole rulebook, where nothing is lacking. */
    CompiledModel together() {
        return with(CompiledModel.NONE);
    }

    /** The whole rulebook with what was lacking; classes that none of its rules needs are left out. */
    CompiledModel with(CompiledModel fresh) {
        Map<String, CompiledModel.Maker> made = new HashMap<>();
        for (CompiledModel.Maker maker : fresh.rules()) {
            made.put(maker.method(), maker);
        }
        List<CompiledModel.Maker> rules = new ArrayList<>();
        Map<String, byte[]> classes = new TreeMap<>();
        int next = 0;
        for (String text : texts) {
            CompiledModel.Maker old = known.get(text);
            if (old == null) {
                String method = ModelCompiler.MAKES + DrlPrinter.name(next++);
                CompiledModel.Maker maker = Optional.ofNullable(made.get(method))
                        .orElseThrow(() -> new IllegalStateException("no " + method + " was compiled"));
                rules.add(new CompiledModel.Maker(text, maker.owner(), maker.method()));
                take(maker.owner(), fresh, classes);
            } else {
                rules.add(old);
                take(old.owner(), before, classes);
            }
        }
        return new CompiledModel(List.copyOf(rules), classes);
    }

    /** The class and all those of the rulebook that it names, directly or through others. */
    private void take(String first, CompiledModel from, Map<String, byte[]> classes) {
        String own = rulebook.modelPackage().replace('.', '/') + "/";
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String name = open.remove();
            byte[] file = from.classes().get(name);
            if (file != null && classes.putIfAbsent(name, file) == null) {
                for (String named : new ClassPool(file).classes()) {
                    if (named.startsWith(own)) {
                        open.add(named.replace('/', '.'));
                    }
                }
            }
        }
    }
}
