package qiyue.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.shape.Shape;

/** What the prescriptions of a document come to together: days of a drug for one visit, before one of them, and of one charge. */
final class Supplies {
    private static final Comparator<Prescription> ISSUED =
            Comparator.comparing(Prescription::issuedOn).thenComparing(Prescription::id);

    private final Map<String, Integer> ofCharge = new HashMap<>();
    private final Map<String, Integer> ofVisit = new HashMap<>();

    /** Days of the same supply that were issued before, by the id of the prescription. */
    private final Map<String, Integer> before = new HashMap<>();

    Supplies(List<Prescription> prescriptions) {
        List<Prescription> issued = new ArrayList<>(prescriptions);
        issued.sort(ISSUED);
        for (Prescription p : issued) {
            String supply = supply(p);
            before.put(p.id(), ofVisit.getOrDefault(supply, 0));
            ofVisit.merge(supply, p.days(), Integer::sum);
            ofCharge.merge(p.charge(), p.days(), Integer::sum);
        }
    }

    /** The prescription with the days that count beside its own. */
    Prescription counted(Prescription p) {
        int charged = p.charge().isEmpty() ? p.days() : ofCharge.getOrDefault(p.charge(), p.days());
        return Shape.with(
                Shape.with(p, "daysOfCharge", charged),
                "daysForVisit",
                ofVisit.getOrDefault(supply(p), 0),
                "daysBefore",
                before.getOrDefault(p.id(), 0));
    }

    private static String supply(Prescription p) {
        String visit = p.visit().isEmpty() ? p.id() : p.visit();
        return String.join("|", p.worker(), visit, p.setting(), p.drug());
    }
}
