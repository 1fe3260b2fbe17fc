package qiyue.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.rulebook.Library;

/** What the constraints of rules need to have stated; of the rules of a library worked out once, when it is first asked for. */
public final class StatedRules {
    private final Map<Drl.Rule, Looks.Guards> own = new IdentityHashMap<>();

    private StatedRules(Library library) {
        library.rulebooks().values().forEach(b -> b.rules().forEach(r -> own.put(r, new Looks.Guards(r))));
    }

    /** What the constraints of a rule need, be it of the regime of the group or another. */
    public static Map<Drl.Constraint, List<Drl.Path>> by(Docket.Group group, Drl.Rule rule) {
        return group.plans().guards(rule).get();
    }

    static StatedRules of(Library library) {
        return library.once(StatedRules.class, StatedRules::new);
    }

    /** What the constraints of this rule need; of a rule that is not of the library, such as a changed one, it is not kept. */
    Looks.Guards guards(Drl.Rule rule) {
        Looks.Guards known = own.get(rule);
        return known == null ? new Looks.Guards(rule) : known;
    }
}
