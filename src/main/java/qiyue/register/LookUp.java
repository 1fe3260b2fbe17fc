package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.Note;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * Looks up what a register knows of the facility of a document and writes it into the document, as a person would have: what
 * was taken and served before, and of the case itself what was chosen and when it was served. What the document states stands;
 * what contradicts it is refused; what it states already is not doubled.
 */
public final class LookUp {
    private static final List<String> DAYS = List.of("inspectedOn", "feedbackOn", "explainedOn", "noticedOn");

    private final Register register;
    private final Library library;
    private final Optional<LocalDate> knownOn;
    private final Optional<String> facility;

    /**
     * A way to look things up.
     *
     * @param knownOn only what had been filed by that day; everything if empty
     * @param facility the code of the facility, where the user says which it is
     */
    public LookUp(Register register, Library library, Optional<LocalDate> knownOn, Optional<String> facility) {
        this.register = register;
        this.library = library;
        this.knownOn = knownOn;
        this.facility = facility;
    }

    /** The code of the facility of a document; throws where only people can say. */
    public String facility(JsonNode document, String place) throws Problems {
        return new Facilities(register.facilities()).code(document, facility, place);
    }

    /**
     * The document with what the register knows.
     *
     * @param place what the document is called in problems
     */
    public Brought into(JsonNode document, String place) throws Problems {
        return into(document, place, Optional.empty());
    }

    /**
     * The same.
     *
     * @param now what the case of the document has come to, where that is not entered yet
     */
    public synchronized Brought into(JsonNode document, String place, Optional<Proceeding> now) throws Problems {
        if (!(document instanceof ObjectNode)
                || !document.path("facility").isObject()
                || !document.path("inspection").isObject()) {
            // what is wrong with it is said by who reads it
            return new Brought(document, List.of());
        }
        String code = facility(document, place);
        ObjectNode whole = document.deepCopy();
        String own = document.path("inspection").path("id").asText("");
        Laying laying = new Laying(whole, library, register.path().toString(), place);
        List<Note> notes = new ArrayList<>();
        List<Proceeding> cases = new ArrayList<>();
        for (Proceeding each : register.ofFacility(code)) {
            Proceeding known = knownOn.map(each::asKnownOn).orElse(each);
            if (!known.isEmpty()) {
                cases.add(known);
            }
        }
        now.ifPresent(laying::own);
        for (Proceeding each : now.isPresent() ? List.<Proceeding>of() : cases) {
            Entry first = each.entries().get(0);
            if (first.chain().equals(own)
                    && first.region().equals(document.path("region").asText())) {
                laying.own(each);
            }
        }
        LocalDate today = today(whole);
        int before = 0;
        for (Proceeding each : cases) {
            Entry first = each.entries().get(0);
            if (first.chain().equals(own)) {
                continue;
            }
            before++;
            if (!first.region().equals(document.path("region").asText())) {
                notes.add(
                        new Note(Brought.LEFT, first.chain(), Map.of("why", "other-region", "region", first.region())));
            } else {
                laying.before(each, today);
            }
        }
        laying.complete();
        notes.addAll(laying.notes());
        if (before == 0 || notes.isEmpty()) {
            notes.add(new Note(
                    Brought.TAKEN, code, new TreeMap<>(Map.of("what", "nothing", "cases", Integer.toString(before)))));
        }
        return new Brought(whole, List.copyOf(notes));
    }

    /** The day of handling, as far as it can be told; what is no day is reported by who reads the document. */
    private static LocalDate today(JsonNode document) {
        JsonNode inspection = document.path("inspection");
        Optional<LocalDate> decided = day(inspection.path("decidedOn"));
        return decided.orElseGet(() -> DAYS.stream()
                .flatMap(f -> day(inspection.path(f)).stream())
                .reduce((a, b) -> a.isAfter(b) ? a : b)
                .orElse(LocalDate.MAX));
    }

    static Optional<LocalDate> day(JsonNode value) {
        try {
            return Optional.of(LocalDate.parse(value.asText("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The places of entries, as people are told them. */
    static String places(List<Entry> entries) {
        return entries.stream().map(Entry::place).distinct().collect(Collectors.joining("、"));
    }

    static String places(Entry... entries) {
        return places(Stream.of(entries).toList());
    }
}
