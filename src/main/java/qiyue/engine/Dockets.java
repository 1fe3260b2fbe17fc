package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiyue.fact.CaseFile;
import qiyue.fact.Placed;
import qiyue.rulebook.Library;
import qiyue.rulebook.Texts;
import qiyue.shape.Shape;

/**
 * The dockets of an inspection: one for each text that its agreements fall under. Where there are several, applications, which look
 * back on what happened under any agreement, have one more, of the whole document.
 */
public final class Dockets {
    private Dockets() {}

    /** Those of an inspection. */
    public static List<Docket> of(CaseFile file, Library library) {
        return of(file, library, Placed.ONCE);
    }

    /** @param placed the facts of the inspection as they were a moment ago */
    static List<Docket> of(CaseFile file, Library library, Placed placed) {
        Optional<Texts> apart = Texts.apart(file, library);
        if (apart.isEmpty()) {
            return List.of(Docket.of(file, library, Applying.Judged.ALL, placed));
        }
        List<Docket> dockets = new ArrayList<>();
        for (CaseFile part : apart.get().parts()) {
            dockets.add(Docket.of(part, library, Applying.Judged.AGREEMENTS, Placed.ONCE));
        }
        // a choice is laid on what an agreement calls for
        CaseFile unchosen = Shape.with(file, "choices", List.of());
        Docket applications = Docket.of(unchosen, library, Applying.Judged.APPLICATIONS, Placed.ONCE);
        if (!applications.groups().isEmpty()) {
            dockets.add(applications);
        }
        return List.copyOf(dockets);
    }
}
