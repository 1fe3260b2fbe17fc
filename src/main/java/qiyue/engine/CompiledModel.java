package qiyue.engine;

import java.util.Map;

/**
 * A rulebook as the engine compiled it.
 *
 * @param name the class that holds the model
 * @param classes class files by class name
 */
record CompiledModel(String name, Map<String, byte[]> classes) {}
