package qiyue.tally;

import java.util.List;
import qiyue.problem.Text;

/** The lists a report on many decisions consists of, with their columns. */
enum Table {
    FACILITIES(
            new Text("机构", "facilities"),
            Column.text("机构", "facility", 32),
            Column.code("机构代码", "facility code", 20),
            Column.text("地区", "region", 10),
            Column.text("经办机构", "agency", 28),
            Column.count("检查次数", "inspections"),
            Column.day("最近办理日", "last handled"),
            Column.count("成立的违约条款", "clauses breached"),
            Column.count("未定的违约条款", "clauses not settled"),
            Column.count("必须的措施", "measures: must"),
            Column.count("可以的措施", "measures: may"),
            Column.count("未定的措施", "measures: open"),
            Column.money("拒付", "refused"),
            Column.money("从保证金扣", "from deposit"),
            Column.money("追回", "recovered"),
            Column.money("倍数扣罚", "multiple"),
            Column.money("另扣保证金", "forfeited deposit"),
            Column.money("另应支付", "owed beside"),
            Column.money("机构负担合计", "borne by facility"),
            Column.text("金额已全", "sums complete", 10),
            Column.count("待答问题", "open questions")),
    MEASURES(
            new Text("措施", "measures"),
            Column.text("检查编号", "inspection", 24),
            Column.text("机构", "facility", 30),
            Column.code("机构代码", "facility code", 20),
            Column.text("经办机构", "agency", 26),
            Column.day("办理日", "handled on"),
            Column.text("属性", "part", 12),
            Column.text("措施", "measure", 24),
            Column.code("措施代码", "measure code", 20),
            Column.text("对象", "struck", 16),
            Column.text("协议", "agreement", 14),
            Column.text("期限", "terms", 22),
            Column.money("金额", "amount"),
            Column.money("金额上限", "at most"),
            Column.text("金额已全", "sum complete", 10),
            Column.text("依据", "under", 24),
            Column.code("依据条款", "under clauses", 26),
            Column.text("因", "for", 24),
            Column.code("所违条款", "for clauses", 26),
            Column.text("经办机构选择", "choice", 14),
            Column.text("须先选择或回答", "hangs on", 30)),
    CLAUSES(
            new Text("条款", "clauses"),
            Column.text("检查编号", "inspection", 24),
            Column.text("机构", "facility", 30),
            Column.code("机构代码", "facility code", 20),
            Column.text("经办机构", "agency", 26),
            Column.day("办理日", "handled on"),
            Column.text("条款", "clause", 20),
            Column.code("条款代码", "clause id", 28),
            Column.text("含义", "meaning", 44),
            Column.text("状态", "state", 14),
            Column.count("次数", "times"),
            Column.count("事实数", "facts"),
            Column.day("首日", "first day"),
            Column.day("末日", "last day"),
            Column.money("涉及金额", "amount concerned")),
    MONEY(
            new Text("金额", "money"),
            Column.text("检查编号", "inspection", 24),
            Column.text("机构", "facility", 30),
            Column.code("机构代码", "facility code", 20),
            Column.text("经办机构", "agency", 26),
            Column.text("属性", "part", 12),
            Column.text("措施", "measure", 24),
            Column.code("措施代码", "measure code", 20),
            Column.text("来自", "from", 24),
            Column.text("款项状态", "pocket", 14),
            Column.text("条款", "clause", 22),
            Column.code("条款代码", "clause id", 28),
            Column.money("金额", "amount")),
    QUESTIONS(
            new Text("问题", "questions"),
            Column.text("检查编号", "inspection", 24),
            Column.text("机构", "facility", 30),
            Column.code("机构代码", "facility code", 20),
            Column.text("经办机构", "agency", 26),
            Column.text("问题", "question", 50),
            Column.code("问题代码", "question code", 26),
            Column.text("关于", "about", 18),
            Column.text("由谁回答", "answered by", 18),
            Column.text("凭据", "evidence", 36),
            Column.count("牵涉措施", "measures"),
            Column.code("条款代码", "clause ids", 40)),
    ERRORS(
            new Text("错误", "errors"),
            Column.text("文件", "file", 36),
            Column.count("行", "line"),
            Column.code("位置", "place", 30),
            Column.code("代码", "code", 18),
            Column.text("问题", "what is wrong", 56),
            Column.text("改法", "how to mend it", 44),
            Column.text("原值", "value", 24));

    /** What the cells of a column are. */
    enum Kind {
        TEXT,
        CODE,
        COUNT,
        DAY,
        MONEY
    }

    /**
     * A column.
     *
     * @param width in signs of half a Chinese character
     */
    record Column(Text title, Kind kind, int width) {
        private static final int DAY_WIDTH = 12;
        private static final int MONEY_WIDTH = 15;

        static Column text(String zh, String en, int width) {
            return new Column(new Text(zh, en), Kind.TEXT, width);
        }

        static Column code(String zh, String en, int width) {
            return new Column(new Text(zh, en), Kind.CODE, width);
        }

        static Column count(String zh, String en) {
            return new Column(new Text(zh, en), Kind.COUNT, 0);
        }

        static Column day(String zh, String en) {
            return new Column(new Text(zh, en), Kind.DAY, DAY_WIDTH);
        }

        static Column money(String zh, String en) {
            return new Column(new Text(zh, en), Kind.MONEY, MONEY_WIDTH);
        }
    }

    private final Text title;
    private final List<Column> columns;

    Table(Text title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    Text title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }
}
