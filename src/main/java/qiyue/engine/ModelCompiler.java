package qiyue.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /** Compiles the rules of one package; nothing is written anywhere. */
    static Result compile(String packageName, String drl) {
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
            return new Result(new CompiledModel(List.of(), Map.of()), errors);
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> classes = new TreeMap<>();
        String model = "";
        for (String file : module.getFileNames()) {
            String name = file.replace('/', '.');
            // the classes of the engine's own project, which this program does not use, are left behind
            if (name.endsWith(".class") && name.startsWith(packageName + ".")) {
                classes.put(name.substring(0, name.length() - ".class".length()), module.getBytes(file));
            } else if (file.endsWith("drools-model")) {
                String text = new String(module.getBytes(file), StandardCharsets.UTF_8);
                model = text.lines()
                        .filter(l -> !l.startsWith("Drools-Model-Version:"))
                        .findFirst()
                        .orElseThrow();
            }
        }
        return new Result(new CompiledModel(makers(classes.getOrDefault(model, new byte[0])), classes), List.of());
    }

    /** Each rule has a method that makes it, called by the class that holds the model. */
    private static List<CompiledModel.Maker> makers(byte[] model) {
        List<CompiledModel.Maker> makers = new ArrayList<>();
        for (ClassPool.Member used : new ClassPool(model).members()) {
            if (used.name().startsWith(MAKES)) {
                makers.add(new CompiledModel.Maker("", used.owner().replace('/', '.'), used.name()));
            }
        }
        return makers;
    }
}
