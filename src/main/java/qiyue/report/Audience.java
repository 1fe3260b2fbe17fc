package qiyue.report;

/** Whom a decision is worded for; what it says is the same. */
public enum Audience {
    /** The agency, which decides. */
    AGENCY,
    /** The facility that checks itself: nothing is decided, everything is what would follow. */
    FACILITY
}
