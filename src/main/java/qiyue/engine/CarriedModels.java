package qiyue.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Compiled rules on their way to another machine. They are sealed there anew: whoever hands them over is trusted as whoever hands
 * over the program, and what they can do is bounded as that of any compiled rules (see {@link ModelLoader}).
 */
public final class CarriedModels {
    private CarriedModels() {}

    /** The rules of the library, compiled where they are not kept compiled yet. */
    public static Map<String, byte[]> of(Library library, Path compiled) throws Problems {
        Models models = new Models(compiled);
        Map<String, byte[]> carried = new TreeMap<>();
        for (Rulebook rulebook : library.rulebooks().values()) {
            List<Rulebook> parts = new ArrayList<>(List.of(rulebook));
            rulebook.forApplicants().ifPresent(parts::add);
            for (Rulebook part : parts) {
                models.compile(part);
                models.packed(part).ifPresent(m -> carried.put(m.getKey(), m.getValue()));
            }
        }
        return carried;
    }

    /** Keeps them in the folder, where compiled rules are looked for; those of other rules or of another program are never found there. */
    public static void keep(Map<String, byte[]> carried, Path compiled) {
        carried.forEach(new Models(compiled)::keep);
    }
}
