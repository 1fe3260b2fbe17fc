package qiyue.explain;

import java.util.Set;
import java.util.TreeSet;
import qiyue.engine.Docket;
import qiyue.fact.Conclusion;

/** Which rules of its regimes a docket applies. */
public final class Firings {
    private Firings() {}

    /** What follows from the facts of a group by its regime, without the engine. */
    public static Set<Conclusion> conclusions(Docket.Group group) {
        return new Reading(group).conclusions();
    }

    /** The rules applied, each as {@code rulebook#rule name}. */
    public static Set<String> of(Docket docket) {
        Set<String> applied = new TreeSet<>();
        docket.groups()
                .forEach(g -> new Reading(g)
                        .firings()
                        .forEach(f -> applied.add(f.book().id() + "#" + f.rule().name())));
        return applied;
    }
}
