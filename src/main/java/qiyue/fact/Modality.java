package qiyue.fact;

import java.util.Locale;

/** Whether the text allows a measure, requires it, or brings it about by itself. */
public enum Modality {
    /** 可: the agency's choice. */
    MAY,
    /** 应、一律: required of the agency. */
    SHALL,
    /** Follows by operation of the clause, with nothing to decide. */
    AUTOMATIC;

    /** The code used in documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
