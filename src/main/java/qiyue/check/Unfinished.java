package qiyue.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** Places of a stub that only a person can fill in, and nobody has: 待填, or "to be filled in". */
final class Unfinished implements Check {
    private static final Pattern OPEN = Pattern.compile("待填|to be filled in");

    @Override
    public void look(Rulebook book, Findings found) {
        Text title = book.info().title();
        if (open(title)) {
            found.add("to-fill", book, "rulebook.yaml", "/title", MESSAGE, FIX);
        }
        int i = 0;
        for (Rulebook.Clause clause : book.ledger().values()) {
            if (Stream.of(clause.label(), clause.why(), clause.ask()).anyMatch(Unfinished::open)) {
                found.add("to-fill", book, "clauses.yaml", "/clauses/" + i, MESSAGE, FIX);
            }
            i++;
        }
        for (Drl.RuleFile file : book.files()) {
            file.rules().stream()
                    .filter(r -> open(r.title()))
                    .forEach(r -> found.add("to-fill", file, r.pos(), MESSAGE, FIX));
        }
    }

    private static final Text MESSAGE = new Text("此处还标着“待填”", "this place is still marked to be filled in");
    private static final Text FIX = new Text("按文本填好", "fill it in from the text");

    private static boolean open(Text text) {
        return open(text.zh()) || open(text.en());
    }

    private static boolean open(String text) {
        return OPEN.matcher(text).find();
    }
}
