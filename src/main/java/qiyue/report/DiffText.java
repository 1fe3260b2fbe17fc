package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.DecisionDiff.How;
import qiyue.change.DecisionDiff.Part;
import qiyue.change.LibraryDiff.Entry;
import qiyue.report.DiffReport.Comparison;
import qiyue.report.DiffReport.Item;

/** A comparison of two versions as text. */
final class DiffText {
    private static final int SHOWN = 20;

    private final Comparison of;
    private final DiffWords words;
    private final DiffSentences sentences;
    private final Page out;

    private DiffText(Comparison of, String lang, int columns) {
        this.out = new Page(columns);
        this.of = of;
        this.words = new DiffWords(of, lang);
        this.sentences = new DiffSentences(words, false);
    }

    static String of(Comparison comparison, boolean details, String lang, int columns) {
        DiffText text = new DiffText(comparison, lang, columns);
        text.summary();
        text.rules(details);
        DiffTallies tallies = new DiffTallies(comparison, text.words, text::line);
        tallies.byClause();
        tallies.byKind();
        text.inspections(details);
        return text.out.text();
    }

    private void summary() {
        line(words.t("规则对比　", "Rules compared  ") + of.before() + " → " + of.after());
        if (of.supposed()) {
            line(
                    words.t(
                            "假设性对比：把两册规则分别用于每份文书，不问施行日期和地区；条款按编号对应。",
                            "Hypothetical: each rulebook is applied to every inspection whatever its region and dates; clauses correspond by number."));
        }
        long changed = of.items().stream().filter(Item::changed).count();
        long remarks = of.items().stream().filter(Item::remarksOnly).count();
        long unreadable = of.items().stream().filter(Item::unreadable).count();
        int all = of.items().size();
        line(
                words.lang().equals("en")
                        ? all + " inspections: " + changed + " change, " + remarks + " change in remarks only, "
                                + (all - changed - remarks - unreadable) + " stay the same"
                                + (unreadable == 0 ? "" : ", " + unreadable + " cannot be read under either version")
                        : "检查文书 " + all + " 份：" + changed + " 份处理意见有变化，" + remarks + " 份只有附带说明有变化，"
                                + (all - changed - remarks - unreadable) + " 份不变"
                                + (unreadable == 0 ? "" : "，" + unreadable + " 份两个版本都读不出"));
        for (boolean old : new boolean[] {true, false}) {
            long lost = of.items().stream()
                    .filter(Item::oneSided)
                    .filter(i -> old ? !i.before().isEmpty() : !i.after().isEmpty())
                    .count();
            if (lost > 0) {
                line(
                        words.lang().equals("en")
                                ? "  " + lost + " can be judged under the " + (old ? "new" : "old") + " version only"
                                : "  其中 " + lost + " 份只能按" + (old ? "新" : "旧") + "版本处理");
            }
        }
    }

    private void rules(boolean details) {
        line("");
        if (of.rules().isEmpty()) {
            line(words.t("规则没有变化。", "The rules are the same."));
            return;
        }
        line(words.t("规则的变化", "Changes of the rules")
                + words.t("（" + of.rules().size() + " 处）", " (" + of.rules().size() + ")"));
        List<Entry> idle = new ArrayList<>();
        for (Entry e : of.rules()) {
            long reached = of.items().stream()
                    .filter(i -> i.changed() && i.because().contains(e))
                    .count();
            if (reached == 0 && !details) {
                idle.add(e);
                continue;
            }
            line("  " + words.named(e) + words.t("　涉及 " + reached + " 份", "  behind " + reached + " inspection(s)"));
            LineDiff.of(e.before(), e.after()).forEach(l -> line("      " + l));
        }
        if (!idle.isEmpty()) {
            line(words.t("  没有一份文书因之变化的（--details 显示内容）：", "  behind no inspection's change (--details shows them):"));
            idle.forEach(e -> line("    " + words.named(e)));
        }
    }

    private void inspections(boolean details) {
        List<Item> shown = of.items().stream()
                .filter(i -> i.changed() || i.unreadable() || (details && i.remarksOnly()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        line("");
        line(words.t("有变化的检查文书", "Inspections that change"));
        int count = 0;
        for (Item item : shown) {
            if (!details && ++count > SHOWN) {
                line(
                        words.lang().equals("en")
                                ? "  … and " + (shown.size() - SHOWN) + " more; --details lists all, with every change"
                                : "  …… 另有 " + (shown.size() - SHOWN) + " 份；加 --details 全部列出并逐项说明");
                break;
            }
            line("  " + item.name() + (details ? "" : words.t("　", "  ") + brief(item)));
            if (details) {
                details(item);
            }
        }
        if (!details && shown.size() <= SHOWN) {
            line(words.t("  加 --details 逐项说明。", "  --details shows every change."));
        }
    }

    private String brief(Item item) {
        if (item.unreadable()) {
            return words.t("两个版本都读不出", "cannot be read under either version");
        }
        if (item.oneSided()) {
            return item.before().isEmpty()
                    ? words.t("新版本读不出", "cannot be read under the new version")
                    : words.t("旧版本读不出", "cannot be read under the old version");
        }
        Map<Part, Long> parts = item.changes().stream()
                .filter(c -> !c.remark())
                .collect(Collectors.groupingBy(Change::part, TreeMap::new, Collectors.counting()));
        return parts.entrySet().stream()
                .map(p -> words.part(p.getKey()) + " " + p.getValue())
                .collect(Collectors.joining(words.t("、", ", ")));
    }

    private void details(Item item) {
        if (!item.before().isEmpty()) {
            line("    " + words.t("旧版本读不出：", "cannot be judged under the old version:"));
            item.before().forEach(p -> line("      " + p.render(words.lang()).replace("\n", "\n      ")));
        }
        if (!item.after().isEmpty()) {
            line("    " + words.t("新版本读不出：", "cannot be judged under the new version:"));
            item.after().forEach(p -> line("      " + p.render(words.lang()).replace("\n", "\n      ")));
        }
        item.changes().forEach(c -> line("    " + sign(c.how()) + " " + sentences.sentence(c)));
        if (!item.changes().isEmpty() || item.oneSided()) {
            line("    " + words.t("起因：", "because of: ")
                    + (item.because().isEmpty()
                            ? words.t("不能归到某一条规则", "no single rule can be named")
                            : item.because().stream()
                                    .map(words::named)
                                    .collect(Collectors.joining(words.t("；", "; ")))));
        }
    }

    static String sign(How how) {
        return switch (how) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    private void line(String text) {
        for (String line : text.split("\n", -1)) {
            out.line(line);
        }
    }
}
