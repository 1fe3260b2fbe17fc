package qiyue.fact;

/** How sure a conclusion is; later values are weaker, and a conclusion is as weak as the weakest thing it rests on. */
public enum Certainty {
    /** Follows from confirmed findings, records and answers. */
    ESTABLISHED,
    /** Follows once the agency has taken a choice that is still open (see {@link Evidence#presumes}). */
    CONDITIONAL,
    /** Hinges on a question not yet answered. */
    OPEN,
    /** Rests on something only suspected. */
    SUSPECTED;

    /** The weaker of the two. */
    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The surer of the two. */
    public Certainty or(Certainty other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The code used in documents: the name in lower case. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
