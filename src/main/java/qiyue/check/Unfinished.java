package qiyue.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;
import qiyue.rulebook.VocabularyLists;

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
        book.files().forEach(file -> remarks(file, found));
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

    /** Remarks still marked, outside rules whose title says so already. */
    private static void remarks(Drl.RuleFile file, Findings found) {
        String[] lines = found.lines(file.name());
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            int remark = lines[i].indexOf("//");
            boolean told = file.rules().stream()
                    .anyMatch(r -> open(r.title()) && r.pos().line() <= line && line <= r.endLine());
            if (remark >= 0 && open(lines[i].substring(remark)) && !told) {
                found.add(
                        "to-fill",
                        file,
                        new Pos(line, remark + 1),
                        new Text("说明还标着“待填”", "a remark is still marked to be filled in"),
                        new Text("照文本写好，去掉“待填”", "write what the text says, and take the mark away"));
            }
        }
    }

    /** Codes of the vocabulary whose labels are still marked. */
    static void words(Vocabulary vocabulary, Findings found) {
        for (String list : VocabularyLists.names()) {
            vocabulary.entries(list).stream()
                    .filter(e -> open(e.label()))
                    .forEach(e -> found.add(
                            "to-fill",
                            vocabulary,
                            list,
                            e.code(),
                            new Text(
                                    "代码 " + e.code() + " 的名称还没有填",
                                    "the label of the code " + e.code() + " is to be filled in"),
                            new Text("写上 zh 和 en", "write zh and en")));
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
