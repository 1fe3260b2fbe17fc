package qiyue.decision;

import java.util.List;
import qiyue.fact.Conclusion;

/** Conclusions under an instrument that had lapsed by the day of handling: no longer certain, shown as an open question. */
public final class Lapse {
    private Lapse() {}

    /** The same conclusion, open: the instrument is that rulebook. */
    public static Conclusion open(Conclusion c, String rulebook) {
        return Choices.regrounded(c, c.grounds().hangingAlsoOn(List.of("lapsed@" + rulebook)));
    }
}
