package qiyue.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Compiles DRL into the classes of an executable model. Apart from the rest, so that a start that compiles nothing loads no compiler. */
final class ModelCompiler {
    private ModelCompiler() {}

    /** Writes the classes below the folder and the model's class name into {@code nameFile}; the answer is what is wrong. */
    static List<String> compile(String packageName, String drl, Path folder, String nameFile) throws IOException {
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
            return errors;
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class")) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.write(target, module.getBytes(file));
            } else if (file.endsWith("drools-model")) {
                String text = new String(module.getBytes(file), StandardCharsets.UTF_8);
                String name = text.lines()
                        .filter(l -> !l.startsWith("Drools-Model-Version:"))
                        .findFirst()
                        .orElseThrow();
                Files.writeString(folder.resolve(nameFile), name, StandardCharsets.UTF_8);
            }
        }
        return List.of();
    }
}
