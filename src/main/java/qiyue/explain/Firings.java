package qiyue.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.fact.Answer;
import qiyue.fact.Conclusion;
import qiyue.rulebook.Rulebook;

/** Which rules of its regimes a docket applies. */
public final class Firings {
    private Firings() {}

    /** What follows from the facts of a group by its regime, without the engine. */
    public static Set<Conclusion> conclusions(Docket.Group group) {
        return new Reading(group).conclusions();
    }

    /** The facts of a group with all that follows from them, so that rules can be tried on them. */
    public static final class Followed {
        private final Docket.Group group;
        private final Reading reading;

        /** Reads the group by its regime. */
        public Followed(Docket.Group group) {
            this.group = group;
            this.reading = new Reading(group);
        }

        /** What follows from the facts. */
        public Set<Conclusion> conclusions() {
            return reading.conclusions();
        }

        /** The facts and the rulebooks they are judged by. */
        public Docket.Group group() {
            return group;
        }

        /** What a rule, as it stands or changed, concludes from which facts. */
        public Set<List<Object>> by(Rulebook book, Drl.Rule rule) {
            return by(book, rule, List.of());
        }

        /** The same where these answers were there too. */
        public Set<List<Object>> by(Rulebook book, Drl.Rule rule, List<Answer> further) {
            Set<List<Object>> found = new HashSet<>();
            reading.supposing(book, rule, further).forEach(f -> found.add(List.of(f.facts(), f.conclusion())));
            return found;
        }
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
