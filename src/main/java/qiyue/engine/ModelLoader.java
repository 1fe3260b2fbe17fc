package qiyue.engine;

import java.util.Map;
import java.util.Optional;

/** Loads the classes of one compiled rulebook, each looked through before; of all others it shows only what is in {@link Reach}. */
final class ModelLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final String own;

    /**
     * A loader.
     *
     * @param classes class files by class name
     * @param own the package all of them are in
     */
    ModelLoader(Map<String, byte[]> classes, String own, ClassLoader program) {
        super(program);
        this.classes = classes;
        this.own = own;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(own + ".")) {
            if (Reach.sees(name)) {
                return super.loadClass(name, resolve);
            }
            throw new ClassNotFoundException(name + " is out of the reach of rules");
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = classes.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        Optional<String> refused = Reach.refused(file, own);
        if (refused.isPresent()) {
            throw new SecurityException("compiled rules reach for " + refused.get());
        }
        return defineClass(name, file, 0, file.length);
    }
}
