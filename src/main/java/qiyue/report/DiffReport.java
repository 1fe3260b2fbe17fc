package qiyue.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.DecisionDiff.FieldChange;
import qiyue.change.DecisionDiff.How;
import qiyue.change.DecisionDiff.Part;
import qiyue.change.LibraryDiff.Entry;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.MeasureLine;
import qiyue.problem.Problem;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a change of the rules does to a body of inspections: the summary first, then decision by decision. */
public final class DiffReport {
    private static final int SHOWN = 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * One inspection under both versions.
     *
     * @param changes what changed in its decision
     * @param because the differences of the rules whose clauses appear in it
     * @param before why it cannot be judged under the old version; empty if it can
     * @param after why it cannot be judged under the new version; empty if it can
     */
    public record Item(
            String name, List<Change> changes, List<Entry> because, List<Problem> before, List<Problem> after) {
        /** Whether its decision says something else, or there is one under one version only. */
        public boolean changed() {
            return oneSided() || changes.stream().anyMatch(c -> !c.remark());
        }

        /** Whether it can be judged under one version only. */
        public boolean oneSided() {
            return before.isEmpty() != after.isEmpty();
        }

        /** Whether it can be judged under neither. */
        public boolean unreadable() {
            return !before.isEmpty() && !after.isEmpty();
        }

        boolean remarksOnly() {
            return !changed() && !changes.isEmpty();
        }
    }

    /**
     * The comparison of two versions.
     *
     * @param supposed whether two rulebooks were compared as if each governed every inspection
     */
    public record Comparison(
            String before,
            String after,
            boolean supposed,
            Library oldLibrary,
            Library newLibrary,
            List<Entry> rules,
            List<Item> items) {}

    private final Comparison of;
    private final String lang;
    private final StringBuilder out = new StringBuilder();

    private DiffReport(Comparison of, String lang) {
        this.of = of;
        this.lang = lang;
    }

    /** The comparison as text, lines ending with LF. */
    public static String text(Comparison comparison, boolean details, String lang) {
        DiffReport report = new DiffReport(comparison, lang);
        report.summary();
        report.rules(details);
        report.byClause();
        report.byKind();
        report.inspections(details);
        return report.out.toString();
    }

    private void summary() {
        line(t("规则对比　", "Rules compared  ") + of.before() + " → " + of.after());
        if (of.supposed()) {
            line(
                    t(
                            "假设性对比：把两册规则分别用于每份文书，不问施行日期和地区；条款按编号对应。",
                            "Hypothetical: each rulebook is applied to every inspection whatever its region and dates; clauses correspond by number."));
        }
        long changed = of.items().stream().filter(Item::changed).count();
        long remarks = of.items().stream().filter(Item::remarksOnly).count();
        long unreadable = of.items().stream().filter(Item::unreadable).count();
        int all = of.items().size();
        line(
                lang.equals("en")
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
                        lang.equals("en")
                                ? "  " + lost + " can be judged under the " + (old ? "new" : "old") + " version only"
                                : "  其中 " + lost + " 份只能按" + (old ? "新" : "旧") + "版本处理");
            }
        }
    }

    private void rules(boolean details) {
        line("");
        if (of.rules().isEmpty()) {
            line(t("规则没有变化。", "The rules are the same."));
            return;
        }
        line(t("规则的变化", "Changes of the rules")
                + t("（" + of.rules().size() + " 处）", " (" + of.rules().size() + ")"));
        List<Entry> idle = new ArrayList<>();
        for (Entry e : of.rules()) {
            long reached = of.items().stream()
                    .filter(i -> i.changed() && i.because().contains(e))
                    .count();
            if (reached == 0 && !details) {
                idle.add(e);
                continue;
            }
            line("  " + named(e) + t("　涉及 " + reached + " 份", "  behind " + reached + " inspection(s)"));
            lines(e).forEach(l -> line("      " + l));
        }
        if (!idle.isEmpty()) {
            line(t("  没有一份文书因之变化的（--details 显示内容）：", "  behind no inspection's change (--details shows them):"));
            idle.forEach(e -> line("    " + named(e)));
        }
    }

    private String named(Entry e) {
        String how = how(e.how().name());
        String kind = switch (e.kind()) {
            case RULEBOOK -> t("规则册", "rulebook");
            case PARTICULARS -> "rulebook.yaml";
            case RULE -> t("规则", "rule");
            case LEDGER -> t("条款登记", "ledger line");
            case SHEET -> t("评分表", "score sheet");
            case VOCABULARY -> t("词汇", "vocabulary");
            case CALENDAR -> t("工作日历", "calendar");
        };
        return how + t("", " ") + kind + " "
                + (e.rulebook().isEmpty() || e.rulebook().equals(e.name()) ? "" : e.rulebook() + " ")
                + (e.kind() == qiyue.change.LibraryDiff.Kind.SHEET
                                || e.kind() == qiyue.change.LibraryDiff.Kind.VOCABULARY
                        ? e.clause() + " "
                        : "")
                + e.name();
    }

    /** The lines that differ, {@code -} before, {@code +} after; those around a change once. */
    private static List<String> lines(Entry e) {
        List<String> was = e.before().isEmpty() ? List.of() : e.before().lines().toList();
        List<String> is = e.after().isEmpty() ? List.of() : e.after().lines().toList();
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> shown = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                i++;
                j++;
            } else if (j >= is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                shown.add("- " + was.get(i++).strip());
            } else {
                shown.add("+ " + is.get(j++).strip());
            }
        }
        return shortened(shown);
    }

    /** What two long lines have in common is left out, but for a few characters. */
    private static List<String> shortened(List<String> lines) {
        List<String> shown = new ArrayList<>(lines);
        for (int i = 0; i + 1 < shown.size(); i++) {
            String was = shown.get(i);
            String is = shown.get(i + 1);
            if (was.startsWith("- ") && is.startsWith("+ ") && was.length() + is.length() > 200) {
                int head = 2;
                while (head < Math.min(was.length(), is.length()) && was.charAt(head) == is.charAt(head)) {
                    head++;
                }
                int tail = 0;
                while (tail < Math.min(was.length(), is.length()) - head
                        && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
                    tail++;
                }
                shown.set(i, part(was, head, tail));
                shown.set(i + 1, part(is, head, tail));
            }
        }
        return shown;
    }

    private static String part(String line, int head, int tail) {
        int from = head > 90 ? line.lastIndexOf(' ', head - 25) : 60;
        int to = tail > 60 ? line.length() - tail + 25 : line.length();
        return head > 90
                ? line.substring(0, 60) + " … " + line.substring(Math.max(from, 60), Math.max(to, from))
                        + (to < line.length() ? " …" : "")
                : line.substring(0, to) + (to < line.length() ? " …" : "");
    }

    private void byClause() {
        Map<String, List<Item>> items = new TreeMap<>(ClauseOrder.INSTANCE);
        Map<String, int[][]> counts = new TreeMap<>(ClauseOrder.INSTANCE);
        for (Item item : of.items()) {
            TreeSet<String> touched = new TreeSet<>();
            for (Change change : item.changes()) {
                int row = List.of(Part.BREACH, Part.MEASURE, Part.DUTY).indexOf(change.part());
                if (row >= 0) {
                    for (String clause : change.own()) {
                        touched.add(clause);
                        counts.computeIfAbsent(clause, c -> new int[3][3])[row][
                                change.how().ordinal()]++;
                    }
                }
            }
            touched.forEach(
                    c -> items.computeIfAbsent(c, x -> new ArrayList<>()).add(item));
        }
        if (counts.isEmpty()) {
            return;
        }
        line("");
        line(t("按条款（＋ 新增　－ 减少　～ 改变）", "By clause (+ appears, - disappears, ~ changes)"));
        counts.forEach((clause, rows) -> line("  " + clause + " " + citation(clause) + t("　", "  ") + meaning(clause)
                + t("：" + sizeOf(items, clause) + " 份", ": " + sizeOf(items, clause) + " inspection(s)")
                + tally(t("；违约 ", "; breach "), rows[0])
                + tally(t("；措施 ", "; measures "), rows[1])
                + tally(t("；程序 ", "; duties "), rows[2])));
    }

    private static int sizeOf(Map<String, List<Item>> items, String clause) {
        return items.getOrDefault(clause, List.of()).size();
    }

    private String tally(String title, int[] counts) {
        String all = Stream.of(
                        counts[0] == 0 ? "" : t("＋", "+") + counts[0],
                        counts[1] == 0 ? "" : t("－", "-") + counts[1],
                        counts[2] == 0 ? "" : t("～", "~") + counts[2])
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : title + all;
    }

    private void byKind() {
        List<Change> changes =
                of.items().stream().flatMap(i -> i.changes().stream()).toList();
        if (changes.isEmpty()) {
            return;
        }
        line("");
        line(t("按变化种类", "By kind of change"));
        for (Part part : Part.values()) {
            List<Change> some = changes.stream().filter(c -> c.part() == part).toList();
            if (some.isEmpty()) {
                continue;
            }
            int[] hows = new int[3];
            Map<String, Integer> fields = new TreeMap<>();
            some.forEach(c -> {
                hows[c.how().ordinal()]++;
                if (c.how() == How.CHANGED) {
                    c.fields().forEach(f -> fields.merge(f.field(), 1, Integer::sum));
                }
            });
            String detail = fields.isEmpty()
                    ? ""
                    : fields.entrySet().stream()
                            .map(f -> field(f.getKey()) + " " + f.getValue())
                            .collect(Collectors.joining(t("、", ", "), t("（", " ("), t("）", ")")));
            line("  " + part(part) + tally(t("：", ": "), hows) + detail);
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
        line(t("有变化的检查文书", "Inspections that change"));
        int count = 0;
        for (Item item : shown) {
            if (!details && ++count > SHOWN) {
                line(
                        lang.equals("en")
                                ? "  … and " + (shown.size() - SHOWN) + " more; --details lists all, with every change"
                                : "  …… 另有 " + (shown.size() - SHOWN) + " 份；加 --details 全部列出并逐项说明");
                break;
            }
            line("  " + item.name() + (details ? "" : t("　", "  ") + brief(item)));
            if (details) {
                details(item);
            }
        }
        if (!details && shown.size() <= SHOWN) {
            line(t("  加 --details 逐项说明。", "  --details shows every change."));
        }
    }

    private String brief(Item item) {
        if (item.unreadable()) {
            return t("两个版本都读不出", "cannot be read under either version");
        }
        if (item.oneSided()) {
            return item.before().isEmpty()
                    ? t("新版本读不出", "cannot be read under the new version")
                    : t("旧版本读不出", "cannot be read under the old version");
        }
        Map<Part, Long> parts = item.changes().stream()
                .filter(c -> !c.remark())
                .collect(Collectors.groupingBy(Change::part, TreeMap::new, Collectors.counting()));
        return parts.entrySet().stream()
                .map(p -> part(p.getKey()) + " " + p.getValue())
                .collect(Collectors.joining(t("、", ", ")));
    }

    private void details(Item item) {
        if (!item.before().isEmpty()) {
            line("    " + t("旧版本读不出：", "cannot be judged under the old version:"));
            item.before().forEach(p -> line("      " + p.render(lang).replace("\n", "\n      ")));
        }
        if (!item.after().isEmpty()) {
            line("    " + t("新版本读不出：", "cannot be judged under the new version:"));
            item.after().forEach(p -> line("      " + p.render(lang).replace("\n", "\n      ")));
        }
        item.changes().forEach(c -> line("    " + sign(c.how()) + " " + sentence(c)));
        if (!item.changes().isEmpty() || item.oneSided()) {
            line("    " + t("起因：", "because of: ")
                    + (item.because().isEmpty()
                            ? t("不能归到某一条规则", "no single rule can be named")
                            : item.because().stream().map(this::named).collect(Collectors.joining(t("；", "; ")))));
        }
    }

    private String sentence(Change c) {
        String what = switch (c.part()) {
            case BREACH -> c.key() + " " + citation(c.key()) + t("　", "  ") + meaning(c.key());
            case MEASURE ->
                c.how() == How.CHANGED
                        ? label("measures", c.key()) + underOwn(c)
                        : measure(c.before().or(c::after).orElseThrow()) + underOwn(c);
            case MONEY -> head(c.key());
            case DUTY -> label("acts", c.key()) + underOwn(c);
            case QUESTION -> question(c.key());
            case OUTCOME -> c.key() + " " + citation(c.key());
            case SCORE -> label("sheets", c.key());
            case NOTE -> c.key();
            case RULEBOOK -> title(c.key());
        };
        String how = c.how() == How.CHANGED
                ? t("：", ": ") + c.fields().stream().map(f -> field(c, f)).collect(Collectors.joining(t("；", "; ")))
                : c.part() == Part.MEASURE || c.part() == Part.RULEBOOK || c.part() == Part.NOTE ? "" : alone(c);
        return part(c.part()) + t("　", "  ") + what + how;
    }

    private String alone(Change c) {
        List<String> shown = c.fields().stream()
                .filter(f -> List.of("certainty", "amount", "due", "actor", "state", "facts")
                        .contains(f.field()))
                .map(f -> field(f.field()) + " " + value(f.field(), f.before().isEmpty() ? f.after() : f.before()))
                .toList();
        return shown.isEmpty() ? "" : t("（", " (") + String.join(t("；", "; "), shown) + t("）", ")");
    }

    private String measure(MeasureLine m) {
        return MeasureWords.sentence(m, library(m.kind()).vocabulary(), lang);
    }

    private Library library(String measure) {
        return of.newLibrary().vocabulary().codes("measures").contains(measure) ? of.newLibrary() : of.oldLibrary();
    }

    private String underOwn(Change c) {
        return t("〔", " [") + String.join(" ", c.own()) + t("〕", "]");
    }

    private String field(Change c, FieldChange f) {
        if (f.field().equals("facts")
                || f.field().equals("open")
                || f.field().equals("for")
                || f.field().equals("by")) {
            return field(f.field()) + " " + sets(f);
        }
        String none = c.part() == Part.MONEY ? "0" : t("无", "none");
        return field(f.field()) + " " + (f.before().isEmpty() ? none : value(f.field(), f.before())) + " → "
                + (f.after().isEmpty() ? none : value(f.field(), f.after()));
    }

    /** Sets by what left and what came: they can be long. */
    private static String sets(FieldChange f) {
        List<String> was = words(f.before());
        List<String> is = words(f.after());
        return Stream.concat(
                        was.stream().filter(w -> !is.contains(w)).map(w -> "-" + w),
                        is.stream().filter(w -> !was.contains(w)).map(w -> "+" + w))
                .limit(12)
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private String value(String field, String value) {
        return switch (field) {
            case "kind", "absorbed" -> label("measures", value);
            case "if", "measures", "if-taken" ->
                words(value).stream().map(w -> label("measures", w)).collect(Collectors.joining(t("、", ", ")));
            case "act" -> label("acts", value);
            case "actor" -> label("actors", value);
            case "modality" ->
                switch (value) {
                    case "may" -> t("可以", "may");
                    case "shall" -> t("应当", "shall");
                    default -> t("依条款", "by operation of the clause");
                };
            case "certainty", "state" ->
                switch (value) {
                    case "established" -> t("成立", "established");
                    case "conditional" -> t("视本次选择而定", "conditional on today's choice");
                    case "open" -> t("待认定", "open");
                    case "suspected" -> t("嫌疑", "suspected");
                    case "met" -> t("触及", "met");
                    case "not-established" -> t("已检查未成立", "examined, not met");
                    case "partly-examined" -> t("部分检查", "examined in part");
                    case "not-examined" -> t("未检查", "not examined");
                    case "outstanding" -> t("未办", "outstanding");
                    case "done" -> t("已办", "done");
                    case "late" -> t("逾期办理", "done late");
                    case "overdue" -> t("已逾期", "overdue");
                    default -> value;
                };
            case "amount" ->
                value.replace("+open", t(" 及待查金额", " and sums not yet known"))
                        .replace("open", t("待查", "not yet known"));
            case "on" ->
                switch (value) {
                    case "facility" -> t("机构", "facility");
                    case "department" -> t("科室", "department");
                    case "person" -> t("责任人员", "persons");
                    case "worker" -> t("工伤职工", "worker");
                    default -> t("经办机构", "agency");
                };
            case "length", "within" ->
                value.replace("working-days", t("个工作日", "working days"))
                        .replace("months", t("个月", "months"))
                        .replace("days", t("日", "days"))
                        .replace("years", t("年", "years"));
            default -> value;
        };
    }

    private String field(String name) {
        return switch (name) {
            case "certainty" -> t("程度", "certainty");
            case "facts" -> t("事实", "facts");
            case "days" -> t("日期", "days");
            case "open" -> t("待认定", "open");
            case "if" -> t("前提", "if chosen");
            case "amount" -> t("金额", "amount");
            case "times-met" -> t("次数", "times met");
            case "kind" -> t("措施", "measure");
            case "modality" -> t("性质", "modality");
            case "on" -> t("对象", "subject");
            case "department" -> t("科室", "department");
            case "people" -> t("人员", "people");
            case "agreement" -> t("协议", "agreement");
            case "by" -> t("依据", "under");
            case "for" -> t("起因条款", "for");
            case "absorbed" -> t("被吸收", "absorbed by");
            case "choice" -> t("选择", "choice");
            case "length" -> t("期限", "length");
            case "percent" -> t("百分比", "percent");
            case "times" -> t("倍数", "times");
            case "from" -> t("起", "from");
            case "until" -> t("止", "until");
            case "act" -> t("步骤", "act");
            case "actor" -> t("由谁", "by");
            case "measures" -> t("针对", "for measures");
            case "if-taken" -> t("如采取", "if taken");
            case "within" -> t("时限", "within");
            case "due" -> t("最迟", "due");
            case "state" -> t("状态", "state");
            case "clauses" -> t("条款", "clauses");
            case "unexamined" -> t("未检查", "unexamined");
            case "total" -> t("总分", "total");
            case "missing" -> t("未评", "missing");
            case "vetoes" -> t("否决", "vetoes");
            default -> name;
        };
    }

    private String part(Part part) {
        return switch (part) {
            case BREACH -> t("违约", "breach");
            case MEASURE -> t("措施", "measure");
            case MONEY -> t("金额", "money");
            case DUTY -> t("程序", "duty");
            case QUESTION -> t("问题", "question");
            case OUTCOME -> t("检查情况", "examination");
            case SCORE -> t("评分", "score");
            case NOTE -> t("留意", "note");
            case RULEBOOK -> t("适用规则册", "rulebook");
        };
    }

    private String head(String head) {
        return switch (head) {
            case "refuse" -> t("未支付部分拒付", "not paid: refused");
            case "from-deposit" -> t("预留部分拒付", "retained: refused");
            case "recover" -> t("已支付部分追回", "paid: recovered");
            case "multiple" -> t("按倍数扣罚", "deduction of a multiple");
            case "deposit" -> t("另扣保证金", "forfeit from the deposit");
            case "pay" -> t("支付", "to be paid");
            case "retain" -> t("预留保证金", "to be retained");
            case "returned" -> t("返还保证金", "deposit to be returned");
            default -> t("金额是否全部查明", "whether all sums are known");
        };
    }

    private String question(String key) {
        String question = key.substring(0, key.indexOf('@'));
        return (question.equals("amount") ? t("金额是多少", "what is the amount") : label("questions", question))
                + t("（", " (")
                + key.substring(key.indexOf('@') + 1)
                + t("）", ")");
    }

    private String title(String rulebook) {
        Rulebook book = of.newLibrary().rulebooks().get(rulebook);
        return book == null ? rulebook : rulebook + " " + book.info().title().in(lang);
    }

    private String citation(String full) {
        return Citation.of(full.substring(full.indexOf('#') + 1), lang);
    }

    private String meaning(String full) {
        String id = full.substring(full.indexOf('#') + 1);
        String book = full.substring(0, Math.max(full.indexOf('#'), 0));
        for (Library library : List.of(of.newLibrary(), of.oldLibrary())) {
            for (Rulebook r : library.rulebooks().values()) {
                if ((r.id().equals(book) || (book.isEmpty() && r.id().equals(of.after())))
                        && r.ledger().containsKey(id)) {
                    Rulebook.Clause found = r.ledger().get(id);
                    return found == null ? "" : found.label().in(lang);
                }
            }
        }
        return "";
    }

    private String label(String list, String code) {
        String label = of.newLibrary().vocabulary().label(list, code, lang);
        return label.equals(code) ? of.oldLibrary().vocabulary().label(list, code, lang) : label;
    }

    private String how(String how) {
        return switch (how) {
            case "ADDED" -> t("新增", "added");
            case "REMOVED" -> t("删去", "removed");
            default -> t("改变", "changed");
        };
    }

    private static String sign(How how) {
        return switch (how) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    /** The comparison as JSON, ending with a line feed; the details always included. */
    public static String json(Comparison of) {
        ObjectNode root = NODES.objectNode();
        root.put("before", of.before()).put("after", of.after()).put("hypothetical", of.supposed());
        ObjectNode summary = root.putObject("summary");
        summary.put("inspections", of.items().size())
                .put("changed", count(of.items().stream().filter(Item::changed)))
                .put("remarksOnly", count(of.items().stream().filter(Item::remarksOnly)))
                .put("oneSided", count(of.items().stream().filter(Item::oneSided)))
                .put("unreadable", count(of.items().stream().filter(Item::unreadable)));
        ArrayNode rules = root.putArray("rules");
        of.rules()
                .forEach(e -> rules.add(entry(e).put(
                                "inspections",
                                count(of.items().stream()
                                        .filter(i -> i.changed() && i.because().contains(e))))
                        .put("before", e.before())
                        .put("after", e.after())));
        ArrayNode items = root.putArray("inspections");
        for (Item item : of.items()) {
            if (!item.changed() && !item.remarksOnly() && !item.unreadable()) {
                continue;
            }
            ObjectNode node = items.addObject();
            node.put("inspection", item.name());
            node.put("changed", item.changed());
            problems(node, "problemsBefore", item.before());
            problems(node, "problemsAfter", item.after());
            ArrayNode changes = node.putArray("changes");
            item.changes().forEach(c -> changes.add(change(c)));
            ArrayNode because = node.putArray("because");
            item.because().forEach(e -> because.add(entry(e)));
        }
        return JsonReport.pretty(root);
    }

    private static long count(Stream<?> stream) {
        return stream.count();
    }

    private static ObjectNode entry(Entry e) {
        ObjectNode node = NODES.objectNode();
        node.put("kind", code(e.kind())).put("how", code(e.how()));
        Map<String, String> named = new LinkedHashMap<>();
        named.put("rulebook", e.rulebook());
        named.put("clause", e.clause());
        named.put("name", e.name());
        named.forEach((k, v) -> {
            if (!v.isEmpty()) {
                node.put(k, v);
            }
        });
        return node;
    }

    private static ObjectNode change(Change c) {
        ObjectNode node = NODES.objectNode();
        node.put("part", code(c.part())).put("how", code(c.how())).put("key", c.key());
        if (!c.clauses().isEmpty()) {
            ArrayNode clauses = node.putArray("clauses");
            c.clauses().forEach(clauses::add);
        }
        ObjectNode fields = node.putObject("fields");
        c.fields()
                .forEach(f ->
                        fields.putObject(f.field()).put("before", f.before()).put("after", f.after()));
        return node;
    }

    private static void problems(ObjectNode node, String name, List<Problem> problems) {
        if (!problems.isEmpty()) {
            ArrayNode array = node.putArray(name);
            problems.forEach(p -> array.addObject()
                    .put("code", p.code())
                    .put("pointer", p.pointer())
                    .put("zh", p.message().zh())
                    .put("en", p.message().en()));
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
