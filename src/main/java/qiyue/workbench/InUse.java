package qiyue.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import qiyue.Qiyue;
import qiyue.engine.Evaluator;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** The rules in use, with what is worked out of them once. */
final class InUse {
    /**
     * What belongs to one library.
     *
     * @param drafts decides on what is being entered
     */
    record Worked(
            Qiyue qiyue,
            Qiyue drafts,
            Covering covering,
            Map<String, RulePages> pages,
            Map<String, String> forms,
            Map<String, List<String>> texts) {
        Library library() {
            return qiyue.library();
        }

        RulePages pages(String lang) {
            return pages.computeIfAbsent(lang, l -> RulePages.of(library(), l));
        }

        String form(String lang) {
            return forms.computeIfAbsent(lang, l -> Catalogue.of(library(), l).toString());
        }
    }

    private final Supplier<Qiyue> rules;
    private final Optional<Aids.Texts> texts;
    private final Path models;
    private volatile Worked worked;

    InUse(Supplier<Qiyue> rules, Optional<Aids.Texts> texts, Path models) {
        this.rules = rules;
        this.texts = texts;
        this.models = models;
        this.worked = worked(rules.get());
    }

    /** What belongs to the rules in use now; begun anew when they were read again. */
    Worked now() {
        Qiyue qiyue = rules.get();
        Worked known = worked;
        if (known.qiyue() != qiyue) {
            known = worked(qiyue);
            worked = known;
        }
        return known;
    }

    private Worked worked(Qiyue qiyue) {
        return new Worked(
                qiyue,
                qiyue.ongoing(),
                new Covering(qiyue.library(), new Evaluator(qiyue.library(), models)),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                bound(qiyue.library()));
    }

    /** Texts that cannot be read any more are not shown; whether they can was said when they were named. */
    private Map<String, List<String>> bound(Library library) {
        try {
            return texts.isPresent() ? texts.get().of(library) : Map.of();
        } catch (Problems e) {
            return Map.of();
        }
    }
}
