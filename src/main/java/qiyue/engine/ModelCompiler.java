package qiyue.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Compiles DRL into the classes of an executable model. Apart from the rest, so that a start that compiles nothing loads no compiler. */
final class ModelCompiler {
    /** How the methods that make rules are called; the name of the rule follows. */
    static final String MAKES = "rule_";

    private ModelCompiler() {}

    /** What came of a text: the model, or what the engine says is wrong with it. */
    record Result(CompiledModel model, List<String> errors) {}

    /** Compiles the rules of one package; nothing is written anywhere. One at a time: the engine keeps what it builds in one place. */
    static synchronized Result compile(String packageName, String drl) {
        KieFileSystem files = KieServices.get().newKieFileSystem();
        files.write(
                "src/main/resources/" + packageName.replace('.', '/') + "/rules.drl",
                drl.getBytes(StandardCharsets.UTF_8));
        KieBuilder builder = KieServices.get()
                .newKieBuilder(files, ModelCompiler.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        List<String> errors = builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(Message::getText)
                .toList();
        if (!errors.isEmpty()) {
            return new Result(CompiledModel.NONE, errors);
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            String name = file.replace('/', '.');
            // the classes of the engine's own project, which this program does not use, are left behind
            if (name.endsWith(".class") && name.startsWith(packageName + ".")) {
                classes.put(name.substring(0, name.length() - ".class".length()), module.getBytes(file));
            }
        }
        return new Result(new CompiledModel(makers(classes.values()), classes), List.of());
    }

    /**
     * Each rule has a method that makes it, called by the class that holds the model, or, beyond a thousand rules, by one of
     * several that hold it together.
     */
    static List<CompiledModel.Maker> makers(Collection<byte[]> classes) {
        Map<String, CompiledModel.Maker> makers = new TreeMap<>();
        for (byte[] each : classes) {
            for (ClassPool.Member used : new ClassPool(each).members()) {
                if (used.name().startsWith(MAKES)) {
                    makers.putIfAbsent(
                            used.name(),
                            new CompiledModel.Maker("", used.owner().replace('/', '.'), used.name()));
                }
            }
        }
        return List.copyOf(makers.values());
    }
}
