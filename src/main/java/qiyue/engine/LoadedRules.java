package qiyue.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;
import qiyue.drl.DrlPrinter;

/**
 * The compiled rules of one rulebook, under a loader of their own. The classes of a rule are loaded when it is first asked for:
 * that is most of what the first inspections cost, and they meet less than half of the rules.
 */
final class LoadedRules {
    private final List<CompiledModel.Maker> makers;
    private final ModelLoader loader;
    private final String own;
    private final @Nullable Rule[] made;

    /** @param own the package of the rulebook's classes */
    LoadedRules(CompiledModel compiled, String own) {
        this.makers = compiled.rules();
        this.loader = new ModelLoader(compiled.classes(), own, LoadedRules.class.getClassLoader());
        this.own = own;
        this.made = new Rule[makers.size()];
    }

    /** Loads those of these numbers, from 0, as far as they are not. */
    void load(BitSet numbers) throws ReflectiveOperationException {
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            if (made[i] == null) {
                made[i] = make(makers.get(i), loader, own, i);
            }
        }
    }

    /** Those of these numbers, which are loaded. */
    Model some(BitSet numbers) {
        List<Rule> rules = new ArrayList<>(numbers.cardinality());
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            rules.add(Objects.requireNonNull(made[i]));
        }
        return new SomeRules(own, List.copyOf(rules));
    }

    /** A rule as its class makes it. */
    static Rule make(CompiledModel.Maker maker, ModelLoader loader, String own, int number)
            throws ReflectiveOperationException {
        Method method = Class.forName(maker.owner(), true, loader).getDeclaredMethod(maker.method());
        method.setAccessible(true);
        return new NumberedRule((Rule) method.invoke(null), own, DrlPrinter.name(number));
    }
}
