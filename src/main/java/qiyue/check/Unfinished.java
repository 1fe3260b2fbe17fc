package qiyue.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** Places of a stub that only a person can fill in, and nobody has: 待填, or "to be filled in". */
final class Unfinished implements Check {
    private static final Pattern OPEN = Pattern.compile("待填|to be filled in");

    @Override
    public void look(Rulebook book, Findings found) {
        if (open(book.info().title())) {
            found.add(
                    "to-fill",
                    book,
                    "rulebook.yaml",
                    "/title",
                    new Text("文本的名称还没有填", "the title of the text is to be filled in"),
                    new Text("写上文本的全名：zh 中文，en 英文", "write its full title: zh in Chinese, en in English"));
        }
        int i = 0;
        for (Rulebook.Clause clause : book.ledger().values()) {
            if (Stream.of(clause.label(), clause.why(), clause.ask()).anyMatch(Unfinished::open)) {
                found.add(
                        "to-fill",
                        book,
                        "clauses.yaml",
                        "/clauses/" + i,
                        new Text(
                                "条款 " + clause.id() + " 这一行还没有填",
                                "the line of clause " + clause.id() + " is to be filled in"),
                        new Text(
                                "用自己的话写大意（zh、en）；没有规则的，why 写明为什么；文本里没有这一条的，连同规则删去",
                                "say in your own words what it means (zh, en); where there is no rule say why; delete it with its rule if the text has no such clause"));
            }
            i++;
        }
        for (Drl.RuleFile file : book.files()) {
            file.rules().stream()
                    .filter(r -> open(r.title()))
                    .forEach(
                            r -> found.add(
                                    "to-fill",
                                    file,
                                    r.pos(),
                                    new Text("规则还标着“待填”", "the rule is still marked to be filled in"),
                                    new Text(
                                            "照文本写 when 和 then，标题写明意思，去掉“待填”",
                                            "write when and then by the text, give it a title that says what it is, and take the mark away")));
        }
        for (Sheet sheet : book.sheets().values()) {
            if (open(sheet.title())) {
                found.add("to-fill", book, sheet.name() + ".yaml", "/title", ROW, ROW_FIX);
            }
            int row = 0;
            for (Sheet.Row each : sheet.rows()) {
                if (open(each.label())) {
                    found.add("to-fill", book, sheet.name() + ".yaml", "/rows/" + row, ROW, ROW_FIX);
                }
                row++;
            }
        }
    }

    private static final Text ROW = new Text("评分表的这一处还没有填", "this place of the score sheet is to be filled in");
    private static final Text ROW_FIX = new Text(
            "照表写名称、分值和扣分办法；文本没有评分表的，删去这个文件、它在台账里的各行和用到它的规则",
            "write name, points and deductions by the sheet; if the text has none, delete this file, its lines in the ledger and the rules that use it");

    private static boolean open(Text text) {
        return open(text.zh()) || open(text.en());
    }

    /** Whether the text is still marked. */
    static boolean open(String text) {
        return OPEN.matcher(text).find();
    }
}
