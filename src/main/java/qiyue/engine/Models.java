package qiyue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.Model;
import qiyue.drl.DrlPrinter;
import qiyue.fact.Finding;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * The executable model of each rulebook. It is compiled once and kept in a folder under a key of the text Drools is
 * given, the fact classes and the engine; an edited rulebook has another key. What is kept is only ever loaded through a
 * class loader that lets it see facts, Drools and plain Java values and nothing else.
 */
final class Models {
    private static final String NAME = "model-name";
    private final Path cache;

    Models(Path cache) {
        this.cache = cache;
    }

    /** The model of the rulebook, compiled if it is not kept yet. */
    Model of(Rulebook rulebook) throws Problems {
        String text = DrlPrinter.print(rulebook.id(), rulebook.packageName(), rulebook.rules());
        Path folder = cache.resolve(key(text));
        try {
            if (!Files.exists(folder.resolve(NAME))) {
                keep(folder, rulebook, text);
            }
            URL[] urls = {folder.toUri().toURL()};
            ClassLoader loader = new URLClassLoader(urls, new AllowList(Models.class.getClassLoader()));
            String name = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8)
                    .strip();
            return Class.forName(name, true, loader)
                    .asSubclass(Model.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules of " + rulebook.id() + " do not load", e);
        }
    }

    private void keep(Path folder, Rulebook rulebook, String text) throws IOException, Problems {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "new");
        List<String> errors = ModelCompiler.compile(rulebook.packageName(), text, fresh, NAME);
        if (!errors.isEmpty()) {
            throw new Problems(errors.stream()
                    .map(e -> Problem.at(
                            "engine",
                            rulebook.id(),
                            "",
                            new Text("规则引擎拒绝：" + e, "the engine refuses: " + e),
                            new Text("", "")))
                    .collect(Collectors.toList()));
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process may have compiled the same text meanwhile; its result is as good
            if (!Files.exists(folder.resolve(NAME))) {
                throw e;
            }
        }
    }

    private static String key(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update(programVersion().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Changes whenever the fact classes can have changed: the jar's size and time, or the class folder's. */
    private static String programVersion() {
        try {
            Path place = Path.of(Finding.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path shown = Files.isDirectory(place) ? place.resolve("qiyue/fact") : place;
            StringBuilder version = new StringBuilder(System.getProperty("java.specification.version", ""))
                    .append('/')
                    .append(Model.class.getPackage());
            try (var files = Files.walk(shown)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    version.append('/')
                            .append(file.getFileName())
                            .append(Files.size(file))
                            .append(Files.getLastModifiedTime(file).toMillis());
                }
            }
            return version.toString();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException("the program cannot find itself", e);
        }
    }

    /** Lets compiled rules see facts, the engine, and plain values; files, processes and reflection stay out of reach. */
    private static final class AllowList extends ClassLoader {
        private static final List<String> OPEN = List.of(
                "qiyue.fact.",
                "org.drools.",
                "org.kie.",
                "java.math.",
                "java.time.",
                "java.util.function.",
                "java.lang.invoke.",
                "java.lang.annotation.",
                "java.lang.constant.");
        private static final List<String> CLOSED = List.of(
                "Runtime",
                "System",
                "Process",
                "ProcessBuilder",
                "ProcessHandle",
                "Thread",
                "ThreadGroup",
                "ThreadLocal",
                "ClassLoader",
                "Module",
                "ModuleLayer",
                "StackWalker");

        AllowList(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean lang = name.startsWith("java.lang.")
                    && name.indexOf('.', 10) < 0
                    && !CLOSED.contains(name.substring(10).replaceAll("\\$.*", ""));
            boolean util = name.startsWith("java.util.") && name.indexOf('.', 10) < 0;
            boolean io = List.of(
                            "java.io.Serializable",
                            "java.io.Externalizable",
                            "java.io.ObjectInput",
                            "java.io.ObjectOutput",
                            "java.io.IOException")
                    .contains(name);
            if (lang || util || io || OPEN.stream().anyMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            throw new ClassNotFoundException(name + " is out of the reach of rules");
        }
    }
}
