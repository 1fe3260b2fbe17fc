package qiyue.engine;

import java.util.BitSet;
import org.drools.model.Model;

/** What the compiler made, loaded. */
final class Compiled {
    private Compiled() {}

    /** All rules of what was compiled into the package. */
    static Model all(CompiledModel compiled, String own) throws ReflectiveOperationException {
        BitSet all = new BitSet();
        all.set(0, compiled.rules().size());
        LoadedRules rules = new LoadedRules(compiled, own);
        rules.load(all);
        return rules.some(all);
    }
}
