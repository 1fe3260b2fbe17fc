package qiyue.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.drl.Drl;
import qiyue.fact.Act;
import qiyue.fact.Application;
import qiyue.fact.Belonging;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Score;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Shape;

/**
 * The applications of a document, where there are several, or agreements under different texts beside one, each judged by itself:
 * beside it is what concerns it or none of them, and not what concerns another, but what that is to a later one ({@code later} of a conduct). What rests on an application is concluded there and
 * nowhere else.
 */
final class Applying {
    /** All of them by id, in the order of the ids. */
    private final Map<String, Application> all = new LinkedHashMap<>();

    private final List<Own> each = new ArrayList<>();
    private final Map<String, Rulebook> books = new TreeMap<>();
    /** The ids of what is judged with an application of its own. */
    private final Set<String> apart = new HashSet<>();

    /** The ids of facts that concern no application, where applications are judged by themselves. */
    private final Set<String> others = new HashSet<>();

    private final Judged judged;
    private final Vocabulary vocabulary;

    /**
     * An application that is judged by itself.
     *
     * @param whole the texts of its day, which judge what else happened then
     * @param speaking the same as far as they speak of applications
     */
    record Own(Application application, List<Rulebook> whole, List<Rulebook> speaking) {}

    /** What of a document is judged: where agreements fall under different texts, its applications are by themselves. */
    enum Judged {
        ALL,
        AGREEMENTS,
        APPLICATIONS
    }

    Applying(CaseFile file, Regimes regimes, Vocabulary vocabulary, Judged judged) {
        this.judged = judged;
        this.vocabulary = vocabulary;
        file.applications().stream()
                .sorted(Comparator.comparing(Application::id, ClauseOrder.INSTANCE))
                .forEach(a -> all.put(a.id(), a));
        for (Application application : all.values()) {
            List<Rulebook> speaking = regimes.speakingOf(application);
            if ((judged != Judged.ALL || all.size() > 1) && !speaking.isEmpty()) {
                each.add(new Own(application, regimes.of(application), speaking));
                apart.add(application.id());
                speaking.forEach(b -> books.put(b.id(), b));
            }
        }
    }

    /** Those that are judged by themselves, in the order of their ids; none where there are not several. */
    List<Own> each() {
        return List.copyOf(each);
    }

    /** The application a fact is, names or answers; none where it concerns none in particular. */
    Optional<Application> by(Evidence fact) {
        return Optional.ofNullable(all.get(of(fact)));
    }

    /** The application a fact is, names or answers; empty where it concerns none in particular. */
    String of(Evidence fact) {
        if (all.isEmpty()) {
            return "";
        }
        String named = fact instanceof Application a
                ? a.id()
                : fact instanceof Act step
                        ? step.about()
                        : Shape.value((Record) fact, "application").orElse("").toString();
        return all.containsKey(named) ? named : "";
    }

    /** Takes note of facts that concern one application alone. */
    void take(Collection<Evidence> facts) {
        for (Evidence fact : facts) {
            if (alone(fact) && apart.contains(of(fact))) {
                apart.add(fact.id());
            }
            if (judged == Judged.APPLICATIONS && of(fact).isEmpty()) {
                others.add(fact.id());
            }
        }
    }

    /** Whether it concerns an application and no agreement: a finding or a score that names it. */
    boolean alone(Evidence fact) {
        return fact instanceof Finding f ? f.onlyOfApplication() : fact instanceof Score && !of(fact).isEmpty();
    }

    /** Whether notes on the fact of that id are made here; what is no fact is nobody else's. */
    boolean judges(String id) {
        return switch (judged) {
            case ALL -> true;
            case AGREEMENTS -> !apart.contains(id);
            case APPLICATIONS -> !others.contains(id);
        };
    }

    /** The document without the applications that are judged elsewhere. */
    CaseFile judged(CaseFile file) {
        return judged == Judged.AGREEMENTS ? Shape.with(file, "applications", List.of()) : file;
    }

    /** Whether what a rule concludes is concluded where applications are judged, and they are not judged here. */
    boolean elsewhere(Drl.Rule rule) {
        return judged == Judged.AGREEMENTS
                && rule.positive().anyMatch(p -> p.type().equals(Application.class.getSimpleName()))
                && books.values().stream()
                        .anyMatch(b -> (b.info().applicants().isEmpty() || b.bindsApplicants(rule.clause()))
                                && b.rules().contains(rule));
    }

    /** Whether the application it alone concerns is judged by itself. */
    boolean apart(Evidence fact) {
        return alone(fact) && apart.contains(fact.id());
    }

    /** What is judged beside applications of one day, of what is judged under the texts of that day and what is known to all. */
    Beside beside(List<Evidence> known) {
        return new Beside(known);
    }

    /** Facts by the application that they concern, so that each application need not look at those of all others. */
    final class Beside {
        private final List<Evidence> known;
        private final Map<String, List<Integer>> places = new HashMap<>();

        /** The places of findings that may be something to a later application than theirs. */
        private final List<Integer> earlier = new ArrayList<>();

        private Beside(List<Evidence> known) {
            this.known = known;
            for (int i = 0; i < known.size(); i++) {
                String of = Applying.this.of(known.get(i));
                places.computeIfAbsent(of, k -> new ArrayList<>()).add(i);
                if (!of.isEmpty() && known.get(i) instanceof Finding f && !later(f).isEmpty()) {
                    earlier.add(i);
                }
            }
        }

        /** What is judged beside one of them, in the order of what is known. */
        List<Evidence> of(Own own, Sights sights) {
            String id = own.application().id();
            TreeMap<Integer, Evidence> beside = new TreeMap<>();
            for (int i : earlier) {
                later((Finding) known.get(i), own.application()).ifPresent(f -> beside.put(i, f));
            }
            places.getOrDefault(id, List.of()).forEach(i -> beside.put(i, known.get(i)));
            for (int i : places.getOrDefault("", List.of())) {
                Evidence fact = known.get(i);
                if (!Regimes.isDated(fact) || LookingBack.on(fact) || sights.reads(fact)) {
                    beside.put(i, fact);
                }
            }
            return List.copyOf(beside.values());
        }
    }

    /** What the conduct of a finding is to a later application; empty if nothing. */
    private String later(Finding finding) {
        return vocabulary.property("conducts", finding.conduct(), "later");
    }

    /** A finding that concerns an earlier application as what it is to a later one, if its conduct is something to it. */
    private Optional<Evidence> later(Finding finding, Application application) {
        String conduct = later(finding);
        return conduct.isEmpty() || finding.day().isAfter(application.filedOn())
                ? Optional.empty()
                : Optional.of(Shape.with(finding, "conduct", conduct, "application", application.id()));
    }

    /** What counts beside an application: what rests on it, or on what concerns it alone. */
    Predicate<Conclusion> counting(Own own, Collection<Evidence> facts) {
        Set<String> ids = new HashSet<>();
        facts.forEach(f -> {
            if (apart.contains(f.id())) {
                ids.add(f.id());
            }
        });
        ids.add(own.application().id());
        return c -> !Collections.disjoint(ids, c.roots());
    }

    /** Whether a conclusion is drawn where the application it rests on is judged, and so not among all the rest. */
    boolean elsewhere(Conclusion conclusion) {
        Rulebook book = books.get(conclusion.rulebook());
        return book != null
                && !Collections.disjoint(apart, conclusion.roots())
                && (book.info().applicants().isEmpty() || book.bindsApplicants(conclusion.clause()));
    }

    /**
     * Findings and scores that name neither application nor agreement and count for several applications: nobody said which is
     * meant. A clause on applications that does not look at one counts for all.
     */
    List<Note> unclear(Collection<Conclusion> conclusions, Belonging belonging, Collection<Evidence> facts) {
        if (each.isEmpty()) {
            return List.of();
        }
        Set<String> unnamed = new HashSet<>();
        for (Evidence fact : facts) {
            Evidence stated = belonging.at(fact.id());
            if (of(fact).isEmpty()
                    && (fact instanceof Score
                            || (stated instanceof Finding && stated.agreement().isEmpty()))) {
                unnamed.add(fact.id());
            }
        }
        Map<String, Set<String>> counted = new TreeMap<>();
        for (Conclusion c : conclusions) {
            List<String> meant = c.roots().stream().filter(all::containsKey).toList();
            if (meant.isEmpty()
                    && c instanceof Breach
                    && speaks(c)
                    && c.grounds().clauses().isEmpty()) {
                meant = List.copyOf(all.keySet());
            }
            for (String root : c.roots()) {
                if (unnamed.contains(root)) {
                    counted.computeIfAbsent(root, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                            .addAll(meant);
                }
            }
        }
        List<Note> notes = new ArrayList<>();
        counted.forEach((fact, meant) -> {
            if (meant.size() > 1) {
                notes.add(new Note("application-unclear", fact, Map.of("candidates", String.join(", ", meant))));
            }
        });
        return notes;
    }

    private boolean speaks(Conclusion conclusion) {
        Rulebook book = books.get(conclusion.rulebook());
        return book != null && book.bindsApplicants(conclusion.clause());
    }
}
