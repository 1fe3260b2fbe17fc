package qiyue.decision;

import java.util.List;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/**
 * What a measure belongs to: the agreement, whom it strikes, and of departments and persons which. Measures of different
 * keys have nothing to do with one another.
 *
 * @param who the department, or the persons joined by commas; empty for others
 */
record Key(String agreement, String subject, String who) implements Comparable<Key> {

    static Key of(Measure measure, CaseFile file) {
        return new Key(
                agreement(measure.agreement(), file),
                measure.subject(),
                switch (measure.subject()) {
                    case "department" -> measure.department();
                    case "person" -> String.join(",", measure.people());
                    default -> "";
                });
    }

    /** With one agreement only, what names none is under that one. */
    static String agreement(String named, CaseFile file) {
        return named.isEmpty() && file.agreements().size() == 1
                ? file.agreements().get(0).id()
                : named;
    }

    /** The persons, where persons are struck. */
    List<String> people() {
        return subject.equals("person") && !who.isEmpty() ? List.of(who.split(",")) : List.of();
    }

    /** Whether this is the facility as a whole and the other a department or persons of it, under the same agreement. */
    boolean embraces(Key other) {
        return subject.equals("facility")
                && (other.subject.equals("department") || other.subject.equals("person"))
                && agreement.equals(other.agreement);
    }

    /**
     * A conclusion presumes a choice for its department and persons, and for the agreement that a measure its facts call for
     * strikes.
     */
    boolean concerns(Conclusion conclusion, String under) {
        boolean same = under.isEmpty() || agreement.isEmpty() || under.equals(agreement);
        return same
                && switch (subject) {
                    case "department" ->
                        conclusion.department().isEmpty()
                                || conclusion.department().equals(who);
                    case "person" ->
                        conclusion.people().isEmpty()
                                || conclusion.people().stream().anyMatch(people()::contains);
                    default -> true;
                };
    }

    @Override
    public int compareTo(Key other) {
        int byAgreement = agreement.compareTo(other.agreement);
        int bySubject = subject.compareTo(other.subject);
        return byAgreement != 0 ? byAgreement : bySubject != 0 ? bySubject : who.compareTo(other.who);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key o
                && agreement.equals(o.agreement)
                && subject.equals(o.subject)
                && who.equals(o.who);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * agreement.hashCode() + subject.hashCode()) + who.hashCode();
    }
}
