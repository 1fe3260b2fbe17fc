package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.drl.FactTypes;
import qiyue.fact.Blank;
import qiyue.fact.Quantity;
import qiyue.fact.Standing;

/** The third wall: whatever stands in a compiled model, it is not loaded if it names anything rules have no use for. */
class ReachTest {
    private static final String OWN = "compiled.r0";
    private static final Map<String, String> ATTACKS = attacks();

    @TempDir
    private Path folder;

    private static Map<String, String> attacks() {
        Map<String, String> attacks = new TreeMap<>();
        body(attacks, "process", "Runtime.getRuntime().exec(\"true\");");
        body(attacks, "process-builder", "new ProcessBuilder(\"true\").start();");
        body(attacks, "exit", "System.exit(0);");
        body(attacks, "property", "System.setProperty(\"hostile\", \"yes\");");
        body(attacks, "environment", "System.getenv(\"HOME\");");
        body(attacks, "thread", "new Thread(() -> {}).start();");
        body(attacks, "sleep", "Thread.sleep(1);");
        body(attacks, "file", "java.nio.file.Files.writeString(java.nio.file.Path.of(\"x\"), \"x\");");
        body(attacks, "stream", "new java.io.FileOutputStream(\"x\").close();");
        body(attacks, "url", "new java.net.URL(\"http://localhost\").openStream();");
        body(attacks, "for-name", "Class.forName(\"java.lang.Runtime\");");
        body(attacks, "reflection", "\"x\".getClass().getMethod(\"length\").invoke(\"x\");");
        body(attacks, "class-loader", "Attack.class.getClassLoader().loadClass(\"java.lang.Runtime\");");
        body(attacks, "class-literal", "Object x = Runtime.class;");
        body(attacks, "class-array", "Object x = new ProcessBuilder[1];");
        body(attacks, "lookup", "java.lang.invoke.MethodHandles.lookup();");
        body(
                attacks,
                "method-type",
                "java.lang.invoke.MethodType.fromMethodDescriptorString(\"()Ljava/lang/Runtime;\", null);");
        body(
                attacks,
                "handle",
                "java.lang.invoke.MethodHandles.lookup().findStatic(Runtime.class, \"getRuntime\", java.lang.invoke.MethodType.methodType(Runtime.class)).invoke();");
        body(attacks, "lambda-on-process", "java.util.function.Supplier<Object> s = Runtime::getRuntime; s.get();");
        body(attacks, "lambda-on-exit", "java.util.function.IntConsumer c = System::exit;");
        body(attacks, "service", "java.util.ServiceLoader.load(Runnable.class).findFirst();");
        body(attacks, "clock", "java.time.LocalDate.now();");
        body(attacks, "time", "System.currentTimeMillis();");
        body(attacks, "random", "Math.random();");
        body(attacks, "script", "org.drools.model.DSL.executeScript(\"java\", Object.class, \"\");");
        body(attacks, "program", "qiyue.problem.Digest.start();");
        body(attacks, "engine-services", "org.kie.api.KieServices.get();");
        body(attacks, "stack", "StackWalker.getInstance().getCallerClass();");
        body(attacks, "deserialisation", "new java.io.ObjectInputStream(System.in).readObject();");
        body(attacks, "security", "java.security.Security.getProviders();");
        body(attacks, "executor", "java.util.concurrent.ForkJoinPool.commonPool().execute(() -> {});");
        attacks.put("static-initialiser", "static { Runtime.getRuntime().halt(1); }");
        attacks.put("field-initialiser", "static final Object X = System.console();");
        attacks.put("finalizer", "protected void finalize() { System.gc(); }");
        return attacks;
    }

    private static void body(Map<String, String> attacks, String name, String statement) {
        attacks.put(name, "public Attack() throws Throwable { " + statement + " }");
    }

    static List<String> names() {
        return List.copyOf(ATTACKS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_class_that_reaches_out_is_not_loaded(String name) throws IOException {
        refused("public class Attack { " + ATTACKS.get(name) + " }");
    }

    @Test
    void a_class_that_extends_a_class_loader_is_not_loaded() throws IOException {
        refused("public class Attack extends ClassLoader {}");
    }

    @Test
    void a_class_that_would_inherit_scripts_is_not_loaded() throws IOException {
        refused("public class Attack extends org.drools.modelcompiler.dsl.pattern.D {}");
    }

    @Test
    void a_class_of_another_package_is_not_loaded() throws IOException {
        byte[] file = compile("public class Attack {}").get(OWN + ".Attack");

        assertThat(Reach.refused(file, "compiled.r1")).contains(OWN + ".Attack");
    }

    @Test
    void what_is_no_class_file_is_not_loaded() {
        assertThat(Reach.refused(new byte[0], OWN)).isPresent();
        assertThat(Reach.refused(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, OWN))
                .isPresent();
        assertThat(Reach.refused(
                        new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 9, 7, 0, 8},
                        OWN))
                .isPresent();
    }

    @Test
    void plain_values_and_facts_are_within_reach() throws IOException {
        byte[] file = compile(
                        "public class Attack { boolean is(qiyue.fact.Finding f) { return f.id().equals(\"x\"); } }")
                .get(OWN + ".Attack");

        assertThat(Reach.refused(file, OWN)).isEmpty();
    }

    @Test
    void the_facts_within_reach_are_those_of_the_profile_and_what_they_give_and_take() {
        Set<String> facts =
                new TreeSet<>(Set.of(Blank.class.getName(), Quantity.class.getName(), Standing.class.getName()));
        for (FactTypes.FactType type : FactTypes.all().values()) {
            facts.add(type.factClass().getName());
            for (Method method : type.factClass().getMethods()) {
                facts.add(method.getReturnType().getName());
                facts.add(method.getDeclaringClass().getName());
                for (Class<?> taken : method.getParameterTypes()) {
                    facts.add((taken.isArray() ? taken.getComponentType() : taken).getName());
                }
            }
        }
        facts.removeIf(f -> !f.startsWith("qiyue.fact."));

        assertThat(Reach.facts()).containsExactlyInAnyOrderElementsOf(facts);
    }

    private void refused(String source) throws IOException {
        Map<String, byte[]> classes = compile(source);
        assertThat(Reach.refused(classes.get(OWN + ".Attack"), OWN)).isPresent();
        ModelLoader loader = new ModelLoader(classes, OWN, ReachTest.class.getClassLoader());
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> Class.forName(OWN + ".Attack", true, loader));
    }

    private Map<String, byte[]> compile(String source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            JavaFileObject unit =
                    new SimpleJavaFileObject(URI.create("string:///Attack.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignored) {
                            return "package " + OWN + "; " + source;
                        }
                    };
            var options = List.of("-proc:none", "-Xlint:none", "-classpath", System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, files, d -> {}, options, null, List.of(unit))
                            .call())
                    .as(source)
                    .isTrue();
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (var found = Files.walk(folder)) {
            for (Path file : found.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.put(OWN + "." + file.getFileName().toString().replace(".class", ""), Files.readAllBytes(file));
            }
        }
        return classes;
    }
}
