package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/**
 * Decisions on an inspection that was there before: the same facility, the same id. Only the first is counted, for the money of an
 * inspection is owed once however often it is handed in.
 */
final class Repeats {
    private static final int NAMED = 5;

    private final Ids inspections = new Ids();
    private final Ids contents = new Ids();
    private final List<String> named = new ArrayList<>();
    private long again;
    private long other;

    /** Whether it came before; if so it is noted. */
    boolean is(JsonNode decision) {
        String id = decision.path("inspection").asText();
        String key = Facilities.key(decision) + "\u0000" + id;
        boolean alike =
                !contents.add(key + "\u0000" + decision.path("inputDigest").asText());
        if (inspections.add(key)) {
            return false;
        }
        again++;
        other += alike ? 0 : 1;
        if (named.size() < NAMED && !named.contains(id)) {
            named.add(id);
        }
        return true;
    }

    /** How many were left out. */
    long count() {
        return again;
    }

    /** What was left out, in words. */
    Text words() {
        List<String> ids = named.stream().map(Visible::line).toList();
        return new Text(
                "有 " + again + " 份与先读到的检查相同（同一机构、同一编号），只计先读到的：" + String.join("、", ids)
                        + (again > ids.size() ? " 等" : "")
                        + (other > 0 ? "；其中 " + other + " 份文书内容不同，请核对以哪一份为准" : ""),
                again
                        + " decisions are on inspections that came before (same facility, same id); only the first is counted: "
                        + String.join(", ", ids)
                        + (again > ids.size() ? " and others" : "")
                        + (other > 0 ? "; the documents of " + other + " of them differ: see which holds" : ""));
    }
}
