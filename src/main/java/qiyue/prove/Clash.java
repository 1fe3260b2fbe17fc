package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/**
 * Two clauses that give for one fact what cannot both be done, and the smallest document that shows it.
 *
 * @param readings the readings that the lines of both clauses cite: with one the clash is known, and it says how it is read
 */
public record Clash(Sort sort, Side one, Side other, ObjectNode document, List<String> readings) {
    /** In what two clauses are at odds. */
    public enum Sort {
        /** One allows what the other requires. */
        MAY_AND_SHALL,
        /** The same measure for lengths, shares or sums that have nothing in common. */
        DISJOINT_RANGE,
        /** The same measure within bounds that are not the same. */
        DIFFERENT_RANGE,
        /** The same money is to be paid and not to be paid. */
        PAID_AND_NOT_PAID,
        /** The same money is dealt with in two ways, or borne by two. */
        MONEY_TWO_WAYS,
        /** The same step is to be taken by two. */
        TWO_ACTORS
    }

    /**
     * What one clause gives.
     *
     * @param clause in full, such as {@code beijing/rules-2025#18.9}
     * @param measure a measure of the vocabulary, or the step of a duty
     * @param duty whether it is a duty
     * @param actor who has to take the step of a duty
     */
    public record Side(String clause, String measure, Modality modality, Terms terms, boolean duty, String actor) {
        /** A measure. */
        Side(String clause, String measure, Modality modality, Terms terms) {
            this(clause, measure, modality, terms, false, "");
        }
    }

    /** Whether the region's readings say already how the two are read together. */
    public boolean known() {
        return !readings.isEmpty();
    }

    /** What tells it from others, whatever document shows it. */
    String key() {
        return sort + " " + one.clause() + " " + one.measure() + " " + other.clause() + " " + other.measure();
    }
}
