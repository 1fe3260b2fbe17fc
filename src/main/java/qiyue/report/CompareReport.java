package qiyue.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** One inspection under the rulebooks of every region, side by side: expressly hypothetical. */
public final class CompareReport {
    private static final int COLUMN = 26;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    /** A region with the editions supposed to govern, and what they would lead to. */
    public record Column(String region, List<Rulebook> editions, Decision decision) {}

    /**
     * The comparison.
     *
     * @param own the region the inspection itself names
     * @param sheetsDropped whether score sheets of the own region were left out elsewhere
     */
    public record Comparison(String inspection, String own, boolean sheetsDropped, List<Column> columns) {}

    private record Row(String key, String label, List<List<String>> cells) {
        /** Whether the regions differ: some say nothing, or they say different things (clauses aside). */
        boolean differs() {
            return cells.stream()
                            .map(c -> c.stream()
                                    .map(l -> l.replaceAll("〔.*〕|\\[.*]", "").strip())
                                    .toList())
                            .distinct()
                            .count()
                    > 1;
        }
    }

    private final Comparison of;
    private final Library library;
    private final String lang;
    private final StringBuilder out = new StringBuilder();

    private CompareReport(Comparison of, Library library, String lang) {
        this.of = of;
        this.library = library;
        this.lang = lang;
    }

    /** The comparison as text, lines ending with LF. */
    public static String text(Comparison comparison, Library library, String lang) {
        CompareReport report = new CompareReport(comparison, library, lang);
        report.head();
        report.table(report.t("处理措施", "Measures"), report.measures());
        report.table(report.t("必须处理的金额", "Money that must move"), report.money());
        report.table(report.t("程序与义务", "Procedure and duties"), report.duties());
        report.breaches();
        report.apart();
        return report.out.toString();
    }

    private void head() {
        line(t("各地对比（假设）　", "Regions compared (hypothetical)  ") + of.inspection());
        line(t(
                "这不是处理意见。文书属于" + region(of.own()) + "；以下假设同样的事实由其他地区的文本处理，",
                "This is no decision. The inspection belongs to " + region(of.own())
                        + "; below the same facts are supposed to fall under the texts of other regions,"));
        line(
                t(
                        "不问各文本的施行日期，地区一项换成该地区；协议条件、历史、认定和本次选择照文书原样。",
                        "whatever days those are in force; the region is replaced, agreements, history, answers and choices stay as stated."));
        if (of.sheetsDropped()) {
            line(t("评分表属于原地区的文本，其他地区不计。", "Score sheets belong to the own region's text and do not count elsewhere."));
        }
        for (Column c : of.columns()) {
            line("  " + region(c.region()) + (c.region().equals(of.own()) ? t("（文书所属）", " (the inspection's own)") : "")
                    + t("：", ": ")
                    + c.editions().stream()
                            .map(b -> mark(c, b.id() + "#")
                                    + b.info().title().in(lang)
                                    + t("〔", " [")
                                    + b.id()
                                    + t("〕", "]"))
                            .collect(Collectors.joining(t("；", "; "))));
        }
    }

    private List<Row> measures() {
        return rows(
                c -> c.decision().measures().stream()
                        .map(m -> Map.entry(key(m), cell(c, m)))
                        .toList(),
                key -> library.vocabulary().label("measures", key.split(" ")[0], lang) + whom(key));
    }

    private static String key(MeasureLine m) {
        return m.kind() + " " + m.subject();
    }

    private String whom(String key) {
        String subject = key.substring(key.indexOf(' ') + 1);
        return switch (subject) {
            case "department" -> t("（科室）", " (department)");
            case "person" -> t("（责任人员）", " (persons)");
            case "worker" -> t("（工伤职工）", " (worker)");
            case "agency" -> t("（经办机构）", " (agency)");
            default -> "";
        };
    }

    private String cell(Column column, MeasureLine m) {
        String verb = switch (m.modality()) {
            case MAY -> t("可以", "may");
            case SHALL -> t("应当", "shall");
            case AUTOMATIC -> t("依条款", "by the clause");
        };
        String terms = MeasureWords.terms(m.terms(), library.vocabulary(), lang);
        String amount = m.amount().signum() > 0 ? m.amount().toPlainString() + t(" 元", " yuan") : "";
        String open = m.amountKnown() ? "" : t("金额待查", "sum not known");
        String doubt = doubt(m.certainty());
        String absorbed = m.absorbedBy().isEmpty() ? "" : t("被吸收", "absorbed");
        return Stream.of(verb, terms, amount, open, doubt, absorbed)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" "))
                + t(" 〔", " [")
                + ids(column, m.clauses())
                + t("〕", "]");
    }

    private String doubt(Certainty certainty) {
        return switch (certainty) {
            case ESTABLISHED -> "";
            case CONDITIONAL -> t("视选择而定", "conditional");
            case OPEN -> t("待认定", "open");
            case SUSPECTED -> t("嫌疑", "suspected");
        };
    }

    /** The clauses, each with the mark of its rulebook where a region has several. */
    private static String ids(Column column, List<String> clauses) {
        return clauses.stream().map(c -> mark(column, c) + brief(c)).collect(Collectors.joining(" "));
    }

    private static String mark(Column column, String full) {
        int at = 0;
        while (at < column.editions().size()
                && !full.startsWith(column.editions().get(at).id() + "#")) {
            at++;
        }
        return column.editions().size() > 1 ? Character.toString('①' + at) : "";
    }

    private static String brief(String full) {
        return full.substring(full.indexOf('#') + 1);
    }

    private List<Row> money() {
        return rows(
                c -> {
                    Decision.Heads h = c.decision().money();
                    Map<String, BigDecimal> heads = new LinkedHashMap<>();
                    heads.put("refuse", h.refuse());
                    heads.put("from-deposit", h.fromDeposit());
                    heads.put("recover", h.recover());
                    heads.put("multiple", h.multiple());
                    heads.put("deposit", h.deposit());
                    heads.put("pay", h.pay());
                    heads.put("retain", h.retain());
                    heads.put("returned", h.returned());
                    List<Map.Entry<String, String>> cells = new ArrayList<>();
                    heads.forEach((k, v) -> {
                        if (v.signum() > 0) {
                            cells.add(Map.entry(k, v.toPlainString() + t(" 元", " yuan")));
                        }
                    });
                    if (!h.known()) {
                        cells.add(Map.entry("unknown", t("有", "yes")));
                    }
                    return cells;
                },
                this::head);
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
            default -> t("另有金额尚待查明", "further sums not yet known");
        };
    }

    private List<Row> duties() {
        return rows(
                c -> c.decision().duties().stream()
                        .filter(d -> d.certainty() == Certainty.ESTABLISHED)
                        .map(d -> Map.entry(
                                d.act(),
                                Stream.of(
                                                        d.actor().isEmpty()
                                                                ? ""
                                                                : library.vocabulary()
                                                                        .label("actors", d.actor(), lang),
                                                        qiyue.fact.Blank.happened(d.due())
                                                                ? t("最迟 ", "by ") + d.due()
                                                                : "")
                                                .filter(s -> !s.isEmpty())
                                                .collect(Collectors.joining(" "))
                                        + t(" 〔", " [")
                                        + ids(c, d.clauses())
                                        + t("〕", "]")))
                        .toList(),
                act -> library.vocabulary().label("acts", act, lang));
    }

    private List<Row> rows(Function<Column, List<Map.Entry<String, String>>> cells, Function<String, String> label) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (int i = 0; i < of.columns().size(); i++) {
            for (Map.Entry<String, String> cell : cells.apply(of.columns().get(i))) {
                List<List<String>> row = rows.computeIfAbsent(
                        cell.getKey(),
                        k -> of.columns().stream()
                                .<List<String>>map(c -> new ArrayList<>())
                                .collect(Collectors.toList()));
                if (!row.get(i).contains(cell.getValue())) {
                    row.get(i).add(cell.getValue());
                }
            }
        }
        List<Row> made = new ArrayList<>();
        rows.forEach((key, row) -> made.add(new Row(key, label.apply(key), row)));
        return made;
    }

    /** Rows of cells under the regions; {@code ≠} marks a row in which the regions differ. */
    private void table(String title, List<Row> rows) {
        line("");
        line(title + t("（≠ 各地不同；— 没有）", " (≠ the regions differ; — none)"));
        if (rows.isEmpty()) {
            line(t("  各地都没有。", "  None in any region."));
            return;
        }
        List<List<String>> header = new ArrayList<>();
        header.add(List.of(""));
        of.columns().forEach(c -> header.add(List.of(region(c.region()))));
        print("  ", header);
        line("  " + "-".repeat((COLUMN + 2) * (of.columns().size() + 1) - 2));
        for (Row row : rows) {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(row.label()));
            row.cells().forEach(c -> cells.add(c.isEmpty() ? List.of("—") : c));
            print(row.differs() ? "≠ " : "  ", cells);
        }
    }

    private void print(String mark, List<List<String>> cells) {
        List<List<String>> wrapped = cells.stream()
                .map(c ->
                        c.stream().flatMap(l -> Width.wrap(l, COLUMN).stream()).toList())
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder text = new StringBuilder(i == 0 ? mark : "  ");
            for (List<String> cell : wrapped) {
                text.append(Width.pad(i < cell.size() ? cell.get(i) : "", COLUMN))
                        .append("  ");
            }
            line(text.toString());
        }
    }

    private void breaches() {
        line("");
        line(t("各地据以处理的条款", "Clauses met in each region"));
        for (Column c : of.columns()) {
            line("  " + region(c.region()) + t("：", ":")
                    + (c.decision().breaches().isEmpty() ? t("没有触及违约条款", " no clause met") : ""));
            for (BreachLine b : c.decision().breaches()) {
                String doubt = doubt(b.certainty());
                line("    " + Citation.of(brief(b.clause()), lang) + t("〔", " [") + ids(c, List.of(b.clause()))
                        + t("〕", "] ") + meaning(b.clause())
                        + (doubt.isEmpty() ? "" : t("（", " (") + doubt + t("）", ")")));
            }
        }
    }

    private void apart() {
        line("");
        line(t("各地独有和缺少的", "What each region alone has, and what it lacks"));
        List<Row> measures = measures();
        for (int i = 0; i < of.columns().size(); i++) {
            int at = i;
            Column c = of.columns().get(i);
            List<String> alone = measures.stream()
                    .filter(r -> !r.cells().get(at).isEmpty()
                            && r.cells().stream().filter(x -> !x.isEmpty()).count() == 1)
                    .map(Row::label)
                    .toList();
            List<String> lacking = measures.stream()
                    .filter(r -> r.cells().get(at).isEmpty())
                    .map(Row::label)
                    .toList();
            line("  " + region(c.region()));
            item(t("独有的措施", "measures it alone has"), alone);
            item(t("没有的措施", "measures it lacks"), lacking);
            item(t("没有条款触及的事实", "facts no clause of it meets"), unmet(c));
            item(t("还要回答的问题", "questions it asks in addition"), questions(c));
        }
    }

    private void item(String title, List<String> values) {
        if (!values.isEmpty()) {
            line("    " + title + t("：", ": ") + String.join(t("、", ", "), values));
        }
    }

    /** Facts that some region meets with a clause and this one does not. */
    private List<String> unmet(Column column) {
        TreeSet<String> all = new TreeSet<>(ClauseOrder.INSTANCE);
        of.columns().forEach(c -> facts(c).forEach(all::add));
        all.removeAll(facts(column).toList());
        return List.copyOf(all);
    }

    private Stream<String> facts(Column c) {
        return c.decision().facts().stream()
                .filter(f -> !List.of("Inspection", "Facility", "Agreement").contains(f.kind()))
                .map(f -> {
                    String list =
                            f.kind().equals("Finding") ? "conducts" : f.kind().equals("PriorMeasure") ? "measures" : "";
                    String what = !list.isEmpty()
                            ? library.vocabulary().label(list, f.code(), lang)
                            : f.text().isEmpty() ? FactNames.of(f.kind(), lang) : f.text();
                    return f.id() + t("（", " (") + what + t("）", ")");
                });
    }

    /** Questions open here and nowhere else. */
    private List<String> questions(Column column) {
        List<String> others = of.columns().stream()
                .filter(c -> c != column)
                .flatMap(c -> c.decision().questions().stream())
                .map(q -> q.question() + "@" + q.about())
                .toList();
        return column.decision().questions().stream()
                .filter(q -> !others.contains(q.question() + "@" + q.about()))
                .map(q -> (q.question().equals("amount")
                                ? t("金额是多少", "what is the amount")
                                : library.vocabulary().label("questions", q.question(), lang))
                        + (q.about().equals("case") ? "" : t("（", " (") + q.about() + t("）", ")")))
                .toList();
    }

    private String meaning(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, full.indexOf('#')));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(brief(full));
        return clause == null ? "" : clause.label().in(lang);
    }

    private String region(String code) {
        return library.vocabulary().label("regions", code, lang);
    }

    /** The comparison as JSON, ending with a line feed: the matrix in codes, and each decision in full. */
    public static String json(Comparison of, Library library) {
        CompareReport report = new CompareReport(of, library, "en");
        ObjectNode root = NODES.objectNode();
        root.put("hypothetical", true);
        root.put(
                "why",
                "the region is replaced and days in force are ignored; agreements, history, answers and choices stay as stated");
        root.put("inspection", of.inspection()).put("region", of.own()).put("sheetsDropped", of.sheetsDropped());
        ArrayNode columns = root.putArray("regions");
        for (Column c : of.columns()) {
            ObjectNode column = columns.addObject();
            column.put("region", c.region());
            ArrayNode editions = column.putArray("rulebooks");
            c.editions().forEach(b -> editions.add(b.id()));
            ArrayNode unmet = column.putArray("factsNotMet");
            report.unmet(c).forEach(unmet::add);
            column.set("decision", JsonReport.tree(c.decision()));
        }
        ArrayNode rows = root.putArray("measures");
        for (Row row : report.measures()) {
            ObjectNode node = rows.addObject();
            node.put("measure", row.key().split(" ")[0])
                    .put("on", row.key().split(" ")[1])
                    .put("differs", row.differs());
            ObjectNode cells = node.putObject("regions");
            for (int i = 0; i < of.columns().size(); i++) {
                Column c = of.columns().get(i);
                ArrayNode lines = cells.putArray(c.region());
                c.decision().measures().stream()
                        .filter(m -> key(m).equals(row.key()))
                        .forEach(m -> lines.add(JsonReport.tree(m)));
            }
        }
        return JsonReport.pretty(root);
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
