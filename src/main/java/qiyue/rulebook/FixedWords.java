package qiyue.rulebook;

import java.util.Map;
import qiyue.problem.Text;

/** What the codes fixed by the program are called; those of the vocabulary have their labels there. */
public final class FixedWords {
    private static final Map<String, Text> WORDS = Map.ofEntries(
            word("yes", "是", "yes"),
            word("no", "否", "no"),
            word("open", "待定", "open"),
            word("unstated", "未载明", "not stated"),
            word("none", "没有", "none"),
            word("other", "其他", "other"),
            word("complete", "完整", "complete"),
            word("incomplete", "不完整", "incomplete"),
            word("sample", "抽样", "sample"),
            word("tier-1", "一级", "tier 1"),
            word("tier-2", "二级", "tier 2"),
            word("tier-3", "三级", "tier 3"),
            word("unrated", "未定级", "unrated"),
            word("public", "公立", "public"),
            word("private", "民营", "private"),
            word("confirmed", "已核实", "confirmed"),
            word("suspected", "有嫌疑", "suspected"),
            word("cleared", "已排除", "cleared"),
            word("fund", "基金", "the fund"),
            word("worker", "工伤职工", "the worker"),
            word("matched", "相符", "matched"),
            word("unchecked", "未核验", "unchecked"),
            word("impostor", "冒名", "impostor"),
            word("in", "范围内", "inside"),
            word("out", "范围外", "outside"),
            word("injury", "工伤", "the injury"),
            word("other-illness", "其他疾病", "another illness"),
            word("malpractice", "医疗事故", "malpractice"),
            word("network", "联网结算", "network"),
            word("cross-province", "跨省联网", "cross-province"),
            word("manual", "手工报销", "manual"),
            word("discharge", "出院带药", "discharge"),
            word("outpatient", "门诊", "outpatient"),
            word("emergency", "急诊", "emergency"),
            word("inpatient", "住院", "inpatient"),
            word("month", "月", "month"),
            word("quarter", "季", "quarter"),
            word("year", "年", "year"),
            word("medical-accident", "医疗事故", "medical accident"),
            word("quality-safety", "质量安全事件", "quality or safety incident"),
            word("full", "完全责任", "full"),
            word("main", "主要责任", "main"),
            word("equal", "同等责任", "equal"),
            word("minor", "次要责任", "minor"),
            word("administrative-penalty", "行政处罚", "administrative penalty"),
            word("licence-revoked", "吊销执照或许可", "licence revoked"),
            word("licence-cancelled", "注销执照或许可", "licence cancelled"),
            word("insurance-agreement-terminated", "医保协议被解除", "insurance agreement terminated"),
            word("warning", "警告", "warning"),
            word("suspended", "暂缓", "suspended"),
            word("passed", "合格", "passed"),
            word("failed", "不合格", "failed"),
            word("pending", "尚无结果", "pending"),
            word("plain", "平时", "outside a suspension"),
            word("suspension", "中止（暂停）期间", "during a suspension"),
            word("violation", "违约", "violation"),
            word("own-request", "机构自行申请", "own request"),
            word("force-majeure", "不可抗力", "force majeure"),
            word("re-evaluation", "重新评估", "re-evaluation"),
            word("facility", "机构", "facility"),
            word("department", "科室", "department"),
            word("person", "人员", "persons"),
            word("agency", "经办机构", "agency"),
            word("facts", "事实", "facts"),
            word("clauses", "条款依据", "clauses"),
            word("result", "处理结果", "result"),
            word("taken", "采取", "taken"),
            word("declined", "不采取", "declined"));

    private FixedWords() {}

    private static Map.Entry<String, Text> word(String code, String zh, String en) {
        return Map.entry(code, new Text(zh, en));
    }

    /** The name of a code; the code itself where it has none. */
    public static String of(String code, String lang) {
        Text text = WORDS.get(code);
        return text == null ? code : text.in(lang);
    }

    /** Whether the code has a name. */
    public static boolean known(String code) {
        return WORDS.containsKey(code);
    }
}
