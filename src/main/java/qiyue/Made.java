package qiyue;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import qiyue.engine.CarriedModels;
import qiyue.problem.Problems;
import qiyue.rulebook.CarriedLibrary;
import qiyue.rulebook.Library;

/**
 * What was made of a rules folder (read, checked, compiled), so that other machines with the same rules, the same program and the
 * same Java need not make it again. It is to reach them by a way as safe as that of the program itself. Where anything is another
 * there, it is not used, and made anew.
 *
 * @param libraries what was read and checked, by key
 * @param models what was compiled, by key
 */
public record Made(Map<String, byte[]> libraries, Map<String, byte[]> models) implements Serializable {
    /**
     * What was made of a library.
     *
     * @param compiled the folder where its compiled rules are kept, as {@link Qiyue#open(Path, Path, java.util.Set)} has it
     * @throws Problems if a rulebook does not compile
     */
    public static Made of(Library library, Path compiled) throws Problems {
        Map<String, byte[]> libraries = new TreeMap<>();
        CarriedLibrary.of(library.root(), compiled.resolveSibling("library"))
                .ifPresent(l -> libraries.put(l.getKey(), l.getValue()));
        return new Made(libraries, new TreeMap<>(CarriedModels.of(library, compiled)));
    }

    /** Keeps it beside the same rules, before they are opened there. */
    public void keep(Path rules, Path compiled) {
        libraries.forEach((key, bytes) -> CarriedLibrary.keep(rules, compiled.resolveSibling("library"), key, bytes));
        CarriedModels.keep(models, compiled);
    }
}
