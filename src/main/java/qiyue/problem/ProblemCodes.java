package qiyue.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every kind of problem: its name in docs/errors.md, and whether it is an error or a warning. */
public final class ProblemCodes {
    /** What a code stands for; a warning leaves the rules usable as they are. */
    public record Kind(Text title, boolean warning) {}

    private static final Map<String, Kind> ALL = new LinkedHashMap<>();

    static {
        // Files
        error("no-rules", "没有规则文件夹", "no rules folder");
        error("no-rulebook", "文件夹中没有规则册", "no rulebook in the folder");
        error("unreadable", "读不到文件", "unreadable file");
        error("encoding", "不是 UTF-8 编码", "not UTF-8");
        error("not-a-decision", "不是处理意见", "not a decision");
        error("not-a-receipt", "不是处理回执", "not a receipt");
        error("receipt-altered", "回执被改动过", "an altered receipt");
        error("chain-broken", "回执不相接", "receipts that do not follow one another");
        error("pack", "规则包不可用", "a pack that cannot be used");
        error("archive", "封存文件不可用", "an archive that cannot be used");
        error("key", "密钥不可用", "a key that cannot be used");
        error("signature", "没有应有的签名", "not signed as it should be");
        error("folder", "已有此文件或文件夹", "a file or folder in the way");
        error("hidden-sign", "看不见的符号", "a sign that is not seen");
        error("no-texts", "没有自备的文本", "no texts of your own");
        error("discretion", "裁量基准有误", "a scale of discretion that does not fit");
        error("template", "文书模板不可用", "a template that cannot be used");
        error("template-tag", "模板里不认识的标记", "an unknown tag in a template");
        error("stray-file", "不会被读取的文件", "a file that is not read");
        // Writing of rule files
        error("full-width", "全角符号", "full-width signs");
        error("quotes", "单引号", "single quotes");
        error("unclosed-text", "引号没有成对", "quotes not closed");
        error("unquoted", "代码没有加引号", "a code without quotes");
        error("number", "数字写法", "not a number");
        error("comment", "说明文字的写法", "how remarks are written");
        error("bracket", "括号没有成对", "brackets not in pairs");
        error("missing-comma", "缺少逗号", "a comma is missing");
        error("missing-dollar", "名称前缺少 $", "a name without $");
        error("extra", "多余的符号", "a sign too many");
        error("syntax", "写法有误", "not well written");
        error("keyword", "关键字大小写", "a keyword in capitals");
        error("stray-text", "不属于规则的文字", "text outside rules");
        error("package", "package 与文件夹不符", "package unlike the folder");
        error("rule-name", "规则名", "a rule's name");
        error("rule-twice", "规则重名", "a rule's name used twice");
        error("when", "缺少 when", "when is missing");
        error("then", "缺少 then 或结论", "then or the conclusion is missing");
        error("missing-end", "缺少 end", "end is missing");
        error("one-conclusion", "then 中不止一个结论", "more than one conclusion");
        error("outside-profile", "规则文件不使用的写法", "outside the profile");
        // Meaning of rule files
        error("pattern", "此处应为事实", "a fact is needed");
        error("unknown-fact", "没有这种事实", "unknown fact");
        error("field", "此处应为字段", "a field is needed");
        error("unknown-field", "没有这个字段", "unknown field");
        error("unknown-name", "名称没有定义", "unknown name");
        error("name-twice", "名称用了两次", "a name used twice");
        error("operator", "比较符", "a comparison");
        error("type", "类型不符", "wrong type");
        error("free-text", "不是代码的字段", "a field without codes");
        error("unknown-code", "没有这个代码", "unknown code");
        error("argument", "参数个数", "number of arguments");
        error("unknown-clause", "条款不在台账中", "clause not in the ledger");
        error("unknown-reading", "没有这条解读", "no such reading");
        error("clause-mismatch", "结论的条款与规则名不同", "another clause than the rule's name");
        error("conclusion", "结论的写法", "how conclusions are written");
        error("no-evidence", "结论没有依据", "a conclusion without facts");
        error("answer-lost", "认定没有带入结论", "an answer not passed on");
        error("doubt-lost", "not、exists、accumulate 中丢失疑问", "a doubt lost inside not, exists or accumulate");
        error("suspicion-lost", "涉嫌没有带入结论", "a suspicion not passed on");
        error("answer-form", "认定的写法", "how answers are asked for");
        error("silence-swallowed", "没有回答被当作“否”", "no answer is taken for no");
        error("exempt-open", "除外依据没有回答或涉嫌的事实", "an exemption on what is open or suspected");
        error("exempt-form", "检查除外的写法", "how exemptions are tested");
        error("exempt-unused", "没有规则检查的除外", "an exemption no rule tests");
        error("on-suspicion", "onSuspicion 的位置", "onSuspicion out of place");
        error("rule-circle", "规则互相引起", "rules that call for each other");
        error("same-fact", "同一事实满足两行", "one fact meets two lines");
        error("absence-of-conclusion", "取决于没有某结论", "depends on the absence of a conclusion");
        error("counting-conclusions", "对结论计数", "counts conclusions");
        error("united-field", "合并的措施没有这个字段", "a field that united measures do not have");
        error("unbound-join", "没有相连的事实", "facts not bound to one another");
        error("exempt-on-conclusion", "Exempt 取决于结论", "Exempt rests on conclusions");
        // Other files of a rulebook
        error("yaml-syntax", "YAML 写法有误", "YAML not well written");
        error("key-syntax", "键后的冒号", "the colon after a key");
        error("unknown-key", "不认识的键", "unknown key");
        error("missing", "缺少内容", "something is missing");
        error("calendar", "工作日历有误", "the calendar is wrong");
        error("name", "名称与文件不符", "named unlike its file");
        error("name-syntax", "名称和编号的写法", "how names and ids are written");
        error("label", "缺少标签", "no label");
        error("code", "代码的写法", "how codes are written");
        error("code-twice", "代码定义了两次", "a code defined twice");
        error("clause-twice", "条款列了两次", "a clause listed twice");
        error("row-twice", "行号用了两次", "a row id used twice");
        error("no-rule", "标为已编码却没有规则", "encoded without a rule");
        error("ledger", "台账与规则不符", "ledger unlike the rules");
        warning("clause-order", "条款顺序", "order of clauses");
        error("change-gone", "写明察觉不了的改动没有了", "a stated change that is gone");
        error("case-twice", "用例重名", "a case's name used twice");
        warning("case-file", "用例没有对应的规则文件", "cases without a rule file");
        error("endless-rule", "规则没有结束", "a rule without end");
        error("engine", "规则不能编译", "rules do not compile");
        // Rules against each other
        error("never-met", "永远不会满足的条件", "a condition never met");
        error("sheet-points", "评分表的分数", "points of a score sheet");
        warning("sheet-sum", "评分表各行之和", "sum of a score sheet");
        warning("score-bands", "分数段有空缺或重叠", "score bands with gaps or overlaps");
        warning("unequal-terms", "同一条款的处理不一致", "one clause, different terms");
        warning("edition-overlap", "版本重叠", "editions overlap");
        warning("edition-gap", "版本之间有空缺", "a gap between editions");
        error("conduct-unplaced", "行为没有去处", "a conduct without a place");
        warning("conduct-pending", "待编的册里没有去处的行为", "conducts without a place yet");
        warning("reason-idle", "多余的理由", "a reason without need");
        error("figure-untested", "没有比较就用于结论的数", "a figure concluded with and never compared");
        warning("idle-condition", "没有作用的条件", "a condition that cannot matter");
        warning("implied-clause", "被另一条规则包含", "a rule that another covers");
        warning("count-of-facts", "次数与条数", "times and findings");
        warning("agreement-untied", "没有相连的协议", "an agreement tied to nothing");
        warning("whose-measure", "没有说是谁作出的处理", "an earlier measure of nobody in particular");
        warning("whose-conduct", "不是机构自己的行为", "what is not the facility's own doing");
        warning("range-untested", "没有比较过的幅度", "a range that may come reversed");
        warning("percent-as-share", "百分数写成小数", "a percent written as a fraction");
        warning("sheet-unsaid", "没有说哪一张评分表", "a score of no sheet in particular");
        warning("sum-of-no-money", "没有说是什么钱", "a sum of no kind of money");
        error("sum-ignored", "不起作用的金额", "a sum that changes nothing");
        warning("deadline-ahead", "期限未到的也算", "a deadline that may not have come");
        warning("none-uncounted", "还没有的数不出", "what has not come is not counted");
        warning("ahead-unsaid", "没有说在前面做", "a step ahead of its time");
        warning("against-itself", "自己抵消的写法", "a rule against itself");
        warning("end-undated", "期满的协议没有写终止日", "an expired agreement ended on no day");
        warning("words-unlike", "标题与规则说的不同", "a title that says otherwise");
        warning("figure-unlike", "数字与标题、登记不同", "a figure unlike title and ledger");
        warning("range-unlike", "幅度与标题、登记不同", "a range unlike title and ledger");
        warning("bound-unlike", "“以上”“超过”弄反", "the wrong side of a number");
        warning("answer-unlike", "要的是“否”还是“是”", "yes for no");
        warning("conduct-twice", "同一条两项都受理的行为", "a conduct in two items of one article");
        warning("actor-unlike", "不是标题所说的主体", "another actor than the title's");
        warning("count-wider", "数得比所要的多", "a count wider than what it counts for");
        warning("money-elsewhere", "看不到明细上的金额", "money on lines that is not seen");
        warning("count-narrower", "一段日子只从一类起", "a stretch that begins at one kind alone");
        warning("deadline-unmoved", "没有顺延的末日", "a last day not moved off days of rest");
        warning("suspension-beside", "中止与终止并列", "a suspension beside an end");
        warning("owed-unsaid", "没有说欠多少", "a debt of no sum");
        error("case-region", "别的地区的用例", "a case of another region");
        warning("review-ahead", "还没有到的复核日期", "a review still ahead");
        warning("review-stale", "复核之后有改动", "changed after its review");
        warning("calendar-ends", "工作日历快到末日", "the calendar is about to end");
        warning("to-fill", "待填之处", "a place still to be filled in");
        warning("label-twice", "两个代码同名", "two codes with one label");
        warning("lasting-unsaid", "没有写明什么一直有效", "nothing said to last");
        error("code-unused", "没有用到的代码", "a code that nothing uses");
        warning("no-case", "条款没有用例", "a clause without a case");
        // Inspections
        error("null", "不写 null", "null is not used");
        error("not-filled", "没有填完", "not filled in");
        error("value", "取值无效", "a value not allowed");
        error("id", "编号的写法", "how ids are written");
        error("money", "金额不符", "sums do not agree");
        error("choice", "选择自相矛盾", "a choice at odds with itself");
        error("contradiction", "两处事实互相矛盾", "two facts contradict each other");
        error("money-twice", "金额写了两处", "money stated twice");
        error("id-twice", "编号用了两次", "an id used twice");
        error("listed-twice", "列了两次", "listed twice");
        error("no-such-id", "没有这个编号", "no such id");
        error("dates", "日期前后不符", "days out of order");
        error("blank-date", "文本留空的日期", "a date the text leaves blank");
        error("question-place", "认定写错了地方", "an answer in the wrong place");
        error("several-agreements", "涉及几份协议", "several agreements");
        error("unknown-row", "评分表没有这一行", "unknown row of a sheet");
        error("unknown-entry", "此行没有这个填写项", "unknown entry of a row");
        error("git-missing", "没有 git", "git is not there");
        error("git-repository", "不在 git 仓库中", "no git repository");
        error("git-revision", "没有这个 git 版本", "no such git revision");
        error("empty-folder", "文件夹中没有检查文书", "no inspection in the folder");
        error("too-long", "文书太长", "an inspection too long");
        error("too-many", "错误太多", "too many faults");
        error("internal", "程序出错", "the program failed");
        error("resume", "不能接着做", "a run that cannot go on");
        // Tables
        error("not-a-table", "读不成表格", "no table");
        error("no-headings", "没有找到列名", "no headings found");
        error("no-column", "缺少一列", "a column is missing");
        error("reversal", "冲销的行对不上", "a line taken back that cannot be told");
        error("mapping", "对照表有误", "a mapping that does not fit");
        // Registers
        error("no-register", "不是登记簿", "no register");
        error("register-version", "登记簿是较新版本的", "a register of a newer version");
        error("register-failed", "登记簿读写不成", "a register that could not be read or written");
        error("register-broken", "登记簿被改动过", "a register that was altered");
        error("register-seal", "与另存的封签不符", "not as the seal kept elsewhere says");
        error("not-an-entry", "不是登记簿条目", "not an entry of a register");
        error("entry-altered", "条目被改动过", "an altered entry");
        error("register-case", "案件对不上", "a case that is not there or not of this facility");
        error("register-measure", "没有这项已送达的处理", "no such measure was served");
        error("register-day", "登记簿的日期先后", "days of a register out of order");
        error("register-fork", "同一案两处各自续记", "a case gone on with in two places");
        error("register-cut", "导出的条目不完整", "exported entries that are not whole");
        error("register-contradicts", "文书与登记簿矛盾", "document and register contradict each other");
        error("facility-code", "不能确定是哪一家机构", "which facility it is cannot be told");
        warning("inspection-twice", "检查编号重复", "an inspection's id once more");
        warning("not-read", "文件夹中没有读的文件", "a file of a folder that is not read");
    }

    private ProblemCodes() {}

    private static void error(String code, String zh, String en) {
        ALL.put(code, new Kind(new Text(zh, en), false));
    }

    private static void warning(String code, String zh, String en) {
        ALL.put(code, new Kind(new Text(zh, en), true));
    }

    /** All codes. */
    public static Map<String, Kind> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /**
     * Whether what the code tells hangs on the day on which one looks: it comes and goes with a clock, so it does not fail a
     * strict check.
     */
    public static boolean isOfTheDay(String code) {
        return code.equals("calendar-ends") || code.equals("review-ahead");
    }

    /** Whether the code is a warning; what is not listed is an error. */
    public static boolean isWarning(String code) {
        Kind kind = ALL.get(code);
        return kind != null && kind.warning();
    }
}
