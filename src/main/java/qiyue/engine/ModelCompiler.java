package qiyue.engine;

import java.nio.charset.StandardCharsets;
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
            return new Result(new CompiledModel("", Map.of()), errors);
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
        return new Result(new CompiledModel(model, classes), List.of());
    }
}
