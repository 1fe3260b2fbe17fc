package qiyue.check;

import java.util.HashMap;
import java.util.Map;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** The ledger follows the order of the text: within one article or list, numbers and letters go up. */
final class LedgerOrder implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        Map<String, String> last = new HashMap<>();
        int i = 0;
        for (String id : book.ledger().keySet()) {
            String pointer = "/clauses/" + i++ + "/id";
            int dot = id.lastIndexOf('.');
            String parent = dot < 0 ? "" : id.substring(0, dot);
            String own = id.substring(dot + 1);
            String kind = parent + "/" + own.replaceAll("\\d+", "0").replaceAll("^[a-z]$", "a");
            String before = last.put(kind, own);
            if (before != null && before(own, before)) {
                found.add(
                        "clause-order",
                        book,
                        "clauses.yaml",
                        pointer,
                        new Text(
                                "条款 " + id + " 排在 " + (parent.isEmpty() ? "" : parent + ".") + before + " 之后，与文本次序不符",
                                "clause " + id + " stands after " + (parent.isEmpty() ? "" : parent + ".") + before
                                        + ", unlike in the text"),
                        new Text("按文本的次序排列", "keep the order of the text"));
            }
        }
    }

    private static boolean before(String a, String b) {
        String x = a.replaceAll("\\D", "");
        String y = b.replaceAll("\\D", "");
        if (x.isEmpty() != y.isEmpty() || x.length() > 9 || y.length() > 9) {
            return false;
        }
        return x.isEmpty()
                ? a.length() == 1 && b.length() == 1 && a.compareTo(b) < 0
                : Integer.parseInt(x) < Integer.parseInt(y);
    }
}
