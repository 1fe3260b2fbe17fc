package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Anything a conclusion may rest on: what was found, recorded, answered, decided earlier, or concluded by another rule. */
public interface Evidence {
    /** The id by which a decision points at this fact; unique within the document. */
    String id();

    /** How sure this fact makes what is concluded from it. */
    default Certainty certainty() {
        return Certainty.ESTABLISHED;
    }

    /** The questions still open on which this fact hinges, as {@code question@about}. */
    default List<String> open() {
        return List.of();
    }

    /** The choices of the agency this fact presupposes (codes of measures); empty: none. */
    default List<String> presumes() {
        return List.of();
    }

    /** The money concerned. */
    default List<Portion> portions() {
        return List.of();
    }

    /** Whether the money concerned is known; true where there is none. */
    default boolean moneyKnown() {
        return true;
    }

    /** The first day this fact speaks of, or {@link Blank#NEVER}. */
    default LocalDate day() {
        return Blank.NEVER;
    }

    /** The id of the stay concerned; empty: none. */
    default String stayId() {
        return "";
    }

    /** The department concerned; empty: none. */
    default String department() {
        return "";
    }

    /** The members of staff concerned. */
    default List<String> people() {
        return List.of();
    }

    /** The id of the agreement concerned; empty where none is named. */
    default String agreement() {
        return "";
    }

    /** The answers written beside it in the document. */
    default Map<String, String> answers() {
        return Map.of();
    }

    /** The days between which it counts working days: it is judged only where the calendar reaches them. */
    default List<LocalDate> reckoned() {
        return List.of();
    }

    /** The ids this conclusion leads back to. */
    default List<String> roots() {
        return List.of(id());
    }
}
