package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;

/** What has nothing to do with a fact leaves what follows from it as it was. */
class UnrelatedLawTest {
    private static final String NEW = "neu";

    /** A cleared finding is no finding: only what counts as examined may change. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_cleared_finding_changes_nothing(Regime regime) {
        Trial.hold(regime, document -> {
            ObjectNode more = document.deepCopy();
            finding(more, pick(document, Read.by(regime).conducts()), "cleared");
            return same(document, more);
        });
    }

    /** What no rule speaks of has no consequence; it is noted. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_finding_no_rule_reads_changes_nothing(Regime regime) {
        Set<String> unread = new TreeSet<>(Shipped.library().vocabulary().codes("conducts"));
        unread.removeAll(Read.by(regime).conducts());
        if (unread.isEmpty()) {
            return;
        }
        Trial.hold(regime, document -> {
            ObjectNode more = document.deepCopy();
            finding(more, pick(document, unread), "confirmed");
            return same(document, more);
        });
    }

    /** A remark explains; it decides nothing. */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_remark_changes_nothing(Regime regime) {
        Trial.hold(regime, document -> {
            ObjectNode more = document.deepCopy();
            Lines.objects(more.path("findings")).forEach(f -> f.put("note", "另见附件"));
            Lines.objects(more.path("records").path("penalties")).forEach(f -> f.put("note", "另见附件"));
            return same(document, more);
        });
    }

    /**
     * Another conduct of another worker leaves every time a clause was met as it was: with the same facts, certainty, sum and questions. Only a
     * clause that counts may draw both together; then the time met with the new fact holds the old one's facts too.
     */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_finding_about_somebody_else_leaves_what_was_met_as_it_was(Regime regime) {
        Trial.hold(regime, document -> {
            ObjectNode more = document.deepCopy();
            finding(more, pick(document, Read.by(regime).conducts()), "confirmed")
                    .put("worker", "何某");
            List<Lines.Met> after = Lines.met(Judge.decide(more));
            return Lines.met(Judge.decide(document)).stream()
                    .filter(m -> after.stream()
                            .noneMatch(a -> a.clause().equals(m.clause())
                                    && a.instance().equals(m.instance())))
                    .filter(m -> after.stream()
                            .noneMatch(a -> a.clause().equals(m.clause())
                                    && a.facts().contains(NEW)
                                    && a.facts().containsAll(m.facts())))
                    .map(m -> "gone or changed: " + m.clause() + " " + m.instance())
                    .toList();
        });
    }

    private static List<String> same(JsonNode document, JsonNode more) throws qiyue.problem.Problems {
        return Lines.differences(Judge.decide(document), Judge.decide(more), Lines.SUBSTANCE);
    }

    /** A finding more, on the day of the inspection, under the last agreement that covers it. */
    static ObjectNode finding(ObjectNode document, String conduct, String status) {
        String day = document.path("inspection").path("inspectedOn").asText();
        ObjectNode finding = document.withArray("findings")
                .addObject()
                .put("id", NEW)
                .put("conduct", conduct)
                .put("status", status)
                .put("date", day);
        if (document.path("agreements").size() > 1) {
            Lines.objects(document.path("agreements"))
                    .filter(a -> Lines.text(a, "from").compareTo(day) <= 0
                            && Lines.text(a, "to").compareTo(day) >= 0)
                    .forEach(a -> finding.put("agreement", Lines.text(a, "id")));
        }
        return finding;
    }

    /** A conduct the document does not have; the same for the same inspection. */
    static String pick(JsonNode document, Set<String> conducts) {
        Set<String> had = new HashSet<>();
        Lines.objects(document.path("findings")).forEach(f -> had.add(Lines.text(f, "conduct")));
        List<String> free =
                conducts.stream().filter(c -> !had.contains(c)).sorted().toList();
        return free.get(new Dice(document.path("inspection").toString().hashCode()).between(0, free.size() - 1));
    }
}
