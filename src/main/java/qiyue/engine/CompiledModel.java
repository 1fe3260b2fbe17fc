package qiyue.engine;

import java.util.List;
import java.util.Map;

/**
 * A rulebook as the engine compiled it, at once or piece by piece.
 *
 * @param rules what makes each of its rules, in their order
 * @param classes class files by class name
 */
record CompiledModel(List<Maker> rules, Map<String, byte[]> classes) {
    /** Where nothing was compiled. */
    static final CompiledModel NONE = new CompiledModel(List.of(), Map.of());

    /**
     * The method that makes a rule.
     *
     * @param text the digest of what the rule was compiled from and with; empty where nobody asks
     * @param owner the class it is in
     */
    record Maker(String text, String owner, String method) {}
}
