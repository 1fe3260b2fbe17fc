package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import qiyue.decision.Decision.Note;
import qiyue.decision.Lapse;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.rulebook.Rulebook;

/** What is concluded under a text that had lapsed by the day of handling and by which was to be decided until then. */
final class Lapsing {
    private final Function<String, Rulebook> books;
    private final LocalDate today;

    Lapsing(Function<String, Rulebook> books, LocalDate today) {
        this.books = books;
        this.today = today;
    }

    /** The measures concluded together, by kind; none where no text of the regime had lapsed, so that nothing hangs on them. */
    Map<String, List<Measure>> beside(List<Rulebook> regime, Collection<Conclusion> all) {
        Map<String, List<Measure>> beside = new HashMap<>();
        if (regime.stream().anyMatch(book -> over(book.id()))) {
            for (Conclusion concluded : all) {
                if (concluded instanceof Measure m) {
                    beside.computeIfAbsent(m.kind(), k -> new ArrayList<>()).add(m);
                }
            }
        }
        return beside;
    }

    /** A measure or step under a text that had lapsed is open; so is a step under another that comes with such a measure alone. */
    Conclusion of(Conclusion c, Map<String, List<Measure>> beside, List<Note> notes) {
        // looked up of a breach too: a text that is not there is an error whatever is concluded under it
        boolean own = over(c.rulebook());
        if (c instanceof Breach) {
            return c;
        }
        Set<String> texts = new TreeSet<>();
        if (!own) {
            String with = c instanceof Duty d ? d.measure() : "";
            for (Measure other : with.isEmpty() ? List.<Measure>of() : beside.getOrDefault(with, List.of())) {
                if (c.roots().containsAll(other.roots())) {
                    texts.add(other.rulebook());
                }
            }
        }
        Set<String> decisive = texts.isEmpty() ? Set.of(c.rulebook()) : texts;
        if (!decisive.stream().allMatch(this::over)) {
            return c;
        }
        Conclusion open = c;
        for (String text : decisive) {
            open = Lapse.open(open, text);
            notes.add(new Note(
                    "lapsed", text, Map.of("to", books.apply(text).info().to().toString())));
        }
        return open;
    }

    private boolean over(String text) {
        Rulebook.Info info = books.apply(text).info();
        return info.decideByThen() && today.isAfter(info.to());
    }
}
