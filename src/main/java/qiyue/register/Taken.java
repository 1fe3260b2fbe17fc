package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measure that was taken and served.
 *
 * @param id unique among those of all cases: its case, its kind, and a number where there are several
 * @param agreement as the document of its case calls it; empty if none
 * @param cause {@code violation} and its like; empty if nobody said and it does not follow from a breach
 * @param decidedOn the day of the decision
 * @param from its first day: the one decided, else the day of service
 * @param until its last day; nothing where no length was decided
 * @param untilEvent a code of {@code events}: what it lasts until, by its text; empty where that names none
 * @param places the entries it was taken from
 */
public record Taken(
        String id,
        Key key,
        String agreement,
        String cause,
        LocalDate decidedOn,
        LocalDate from,
        Optional<LocalDate> until,
        String untilEvent,
        Optional<LocalDate> resumedOn,
        boolean appealed,
        boolean withdrawn,
        String by,
        String clause,
        List<Entry> places) {

    /**
     * What a measure strikes: two of one case with the same are one.
     *
     * @param agreement empty where the case has one agreement or none
     */
    public record Key(String kind, String agreement, String subject, String department, List<String> people) {
        /** That of a choice, a line of a decision or an outcome, as JSON. */
        static Key of(JsonNode node, String kind, boolean severalAgreements) {
            List<String> people = new java.util.ArrayList<>();
            node.path("people").forEach(p -> people.add(p.asText()));
            people.sort(null);
            String department = node.path("department").asText("");
            String subject = node.path("subject").asText("");
            return new Key(
                    kind,
                    severalAgreements ? node.path("agreement").asText("") : "",
                    !subject.isEmpty()
                            ? subject
                            : !department.isEmpty() ? "department" : people.isEmpty() ? "facility" : "person",
                    department,
                    List.copyOf(people));
        }

        /** Whether what is stated of the other is the same here; an outcome names no more than it needs. */
        boolean fits(Key named) {
            return kind.equals(named.kind)
                    && (named.agreement.isEmpty() || named.agreement.equals(agreement))
                    && (named.department.isEmpty() || named.department.equals(department))
                    && people.containsAll(named.people);
        }

        /** As fields of an entry. */
        void into(ObjectNode node) {
            put(node, "agreement", agreement);
            put(node, "subject", subject.equals("facility") ? "" : subject);
            put(node, "department", department);
            if (!people.isEmpty()) {
                people.forEach(node.putArray("people")::add);
            }
        }
    }

    /** The fact a person would have written in the history of an inspection, under that agreement. */
    public ObjectNode fact(String agreementThere, String agencyThere) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put("id", id).put("kind", key.kind()).put("cause", cause).put("decidedOn", decidedOn.toString());
        fact.put("from", from.toString());
        until.ifPresent(d -> fact.put("until", d.toString()));
        resumedOn.ifPresent(d -> fact.put("resumedOn", d.toString()));
        put(fact, "agreement", agreementThere);
        put(fact, "subject", key.subject().equals("facility") ? "" : key.subject());
        put(fact, "department", key.department());
        if (!key.people().isEmpty()) {
            key.people().forEach(fact.putArray("people")::add);
        }
        put(fact, "by", by.equals(agencyThere) ? "" : by);
        put(fact, "clause", clause);
        return fact;
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
