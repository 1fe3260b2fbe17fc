package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import qiyue.fact.Calendar;
import qiyue.receipt.Receipt;

/**
 * What a case has come to: a reading of its entries, all of them or those filed by a day. What the agency chose holds for the
 * document it was chosen on; a document handed in again asks for the choice again.
 */
public final class Proceeding {
    private static final Calendar NO_CALENDAR = new Calendar(Set.of(), Set.of(), Set.of());

    private final List<Entry> entries;

    private Proceeding(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The case as its entries tell it. */
    static Proceeding of(List<Entry> entries) {
        return new Proceeding(entries);
    }

    /** The case as it was known on that day. */
    public Proceeding asKnownOn(LocalDate day) {
        return new Proceeding(
                entries.stream().filter(e -> !e.filedOn().isAfter(day)).toList());
    }

    /** The case as it would be if these were entered too. */
    public Proceeding with(Register.Subject subject, List<Register.Draft> drafts, LocalDate filedOn) {
        List<Entry> all = new ArrayList<>(entries);
        for (Register.Draft draft : drafts) {
            all.add(new Entry(
                    subject.chain(),
                    all.size() + 1,
                    "",
                    subject.region(),
                    subject.facility(),
                    draft.kind(),
                    draft.day(),
                    filedOn,
                    "",
                    "",
                    draft.body()));
        }
        return new Proceeding(all);
    }

    /** Whose case it is; only of one that is not empty. */
    public Register.Subject subject() {
        Entry first = entries.get(0);
        return new Register.Subject(first.chain(), first.region(), first.facility());
    }

    /**
     * Whether that stands already: a choice if it is the last word on its measure, the service of a decision if nothing was
     * chosen since, anything else if it was entered since the document that stands. So who does not know whether it went in may
     * enter it again, and a decision that was chosen anew may be served on the day of the one before.
     */
    public Optional<Entry> standing(Register.Draft draft) {
        Entry document = last(EntryKind.INSPECTION, e -> true).orElse(null);
        if (document == null) {
            return Optional.empty();
        }
        int chosen = draft.kind() == EntryKind.SERVICE
                        && draft.body().path("notice").asText().equals("decision")
                ? last(EntryKind.CHOICE, e -> true).map(Entry::number).orElse(0)
                : 0;
        List<Entry> of = entries.stream()
                .filter(e -> e.kind() == draft.kind() && e.number() > Math.max(document.number(), chosen))
                .filter(e -> draft.kind() != EntryKind.CHOICE
                        || key(e).equals(Taken.Key.of(
                                draft.body(), draft.body().path("measure").asText(), severalAgreements())))
                .toList();
        return (draft.kind() == EntryKind.CHOICE ? of.stream().skip(Math.max(0, of.size() - 1)) : of.stream())
                .filter(e -> e.day().equals(draft.day())
                        && Receipt.canonical(e.body()).equals(Receipt.canonical(draft.body())))
                .findFirst();
    }

    /** All that was entered, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether there is nothing of it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The document that stands: the last handed in. */
    public JsonNode document() {
        return last(EntryKind.INSPECTION, e -> true)
                .map(e -> e.body().path("document"))
                .orElse(MissingNode.getInstance());
    }

    /** The last entry of a kind of which that is so. */
    public Optional<Entry> last(EntryKind kind, Predicate<Entry> which) {
        return entries.stream().filter(e -> e.kind() == kind && which.test(e)).reduce((a, b) -> b);
    }

    /** The choices that stand, the last of each measure and whom it strikes. */
    public List<Entry> choices() {
        Map<Taken.Key, Entry> choices = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.kind() == EntryKind.INSPECTION) {
                choices.clear();
            } else if (entry.kind() == EntryKind.CHOICE) {
                choices.put(key(entry), entry);
            }
        }
        return List.copyOf(choices.values());
    }

    /** The service of the notice of the decision on the document that stands. */
    public Optional<Entry> served() {
        Optional<Entry> document = last(EntryKind.INSPECTION, e -> true);
        return last(EntryKind.SERVICE, Proceeding::ofDecision)
                .filter(s -> document.isPresent() && s.number() > document.get().number());
    }

    /** When the facility was told of facts, clauses and proposed handling before the decision was served; the last time, if ever. */
    public Optional<LocalDate> told() {
        Optional<Entry> decision = served();
        return last(
                        EntryKind.SERVICE,
                        e -> !ofDecision(e)
                                && decision.filter(s -> s.day().isBefore(e.day()))
                                        .isEmpty())
                .map(Entry::day);
    }

    /** The decision on the document that stands, if it takes anything and had not been served by that day. */
    Optional<Entry> unserved(LocalDate by) {
        return served().filter(s -> !s.day().isAfter(by)).isPresent()
                ? Optional.empty()
                : last(EntryKind.DECISION, e -> true)
                        .filter(d -> !d.day().isAfter(by))
                        .filter(d -> {
                            boolean takes = false;
                            for (JsonNode line : d.body().path("measures")) {
                                takes |= line.path("floor").asBoolean()
                                        || line.path("choice").asText().equals("taken");
                            }
                            return takes;
                        });
    }

    private static boolean ofDecision(Entry service) {
        return service.text("notice").equals("decision");
    }

    /** Which measures were served by that day, whatever became of them. */
    public List<Taken> served(LocalDate by) {
        return taken(by, NO_CALENDAR);
    }

    /** What a choice or an outcome is about. */
    Taken.Key key(Entry entry) {
        return Taken.Key.of(entry.body(), entry.text("measure"), severalAgreements());
    }

    /** Whether an outcome that says so much would be that of this measure. */
    public boolean isAbout(JsonNode outcome, String measure, Taken taken) {
        return taken.key().fits(Taken.Key.of(outcome, measure, severalAgreements()));
    }

    private boolean severalAgreements() {
        return document().path("agreements").size() > 1;
    }

    /**
     * The measures served by that day, with what had become of them by then.
     *
     * @param calendar by which lengths in working days end
     */
    public List<Taken> taken(LocalDate by, Calendar calendar) {
        List<Entry> standing = new ArrayList<>();
        List<Taken> taken = List.of();
        List<Entry> outcomes = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case INSPECTION -> {
                    standing.clear();
                    standing.add(entry);
                }
                case DECISION, CHOICE -> standing.add(entry);
                case SERVICE -> {
                    if (ofDecision(entry) && !entry.day().isAfter(by)) {
                        taken = new Served(standing, entry, calendar).measures();
                    }
                }
                case OUTCOME -> {
                    if (!entry.day().isAfter(by)) {
                        outcomes.add(entry);
                    }
                }
                case DEFENCE, ASSESSMENT -> {}
            }
        }
        return taken.stream().map(t -> with(t, outcomes)).toList();
    }

    private Taken with(Taken taken, List<Entry> outcomes) {
        Optional<LocalDate> until = taken.until();
        Optional<LocalDate> resumed = taken.resumedOn();
        boolean appealed = taken.appealed();
        boolean withdrawn = taken.withdrawn();
        List<Entry> places = new ArrayList<>(taken.places());
        for (Entry entry : outcomes) {
            if (taken.key().fits(key(entry))) {
                places.add(entry);
                switch (Outcome.of(entry.text("what")).orElse(Outcome.APPEALED)) {
                    case ENDED -> until = Optional.of(entry.day());
                    case RESUMED -> resumed = Optional.of(entry.day());
                    case APPEALED -> appealed = true;
                    case WITHDRAWN -> withdrawn = true;
                }
            }
        }
        return new Taken(
                taken.id(),
                taken.key(),
                taken.agreement(),
                taken.cause(),
                taken.decidedOn(),
                taken.from(),
                until,
                taken.untilEvent(),
                resumed,
                appealed,
                withdrawn,
                taken.by(),
                taken.clause(),
                List.copyOf(places));
    }

    /** The assessments entered by that day, the last of each year and agreement. */
    public List<Entry> assessments(LocalDate by) {
        Map<String, Entry> assessments = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.kind() == EntryKind.ASSESSMENT && !entry.day().isAfter(by)) {
                assessments.put(entry.text("year") + " " + entry.text("agreement"), entry);
            }
        }
        return List.copyOf(assessments.values());
    }
}
