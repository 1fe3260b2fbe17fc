package qiyue.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.FactKind;
import qiyue.fact.Modality;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Shape;

/** A decision as text for people, in Chinese or English: what must happen first, what may, what hangs on what, and why. */
public final class TextReport {
    private final Library library;
    private final String lang;
    private final Decision decision;
    private final Map<String, Decision.FactLine> facts = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int section;
    private int number;

    private TextReport(Decision decision, Library library, String lang) {
        this.decision = decision;
        decision.facts().forEach(f -> facts.putIfAbsent(f.id(), f));
        this.library = library;
        this.lang = lang;
    }

    /** The whole text, lines ending with LF. */
    public static String of(Decision decision, Library library, String lang) {
        TextReport report = new TextReport(decision, library, lang);
        report.write();
        return report.out.toString();
    }

    private void write() {
        head();
        conclusion();
        breaches();
        money();
        duties();
        questions();
        scores();
        outcomes();
        notes();
        line("");
        line(
                t(
                        "本意见由规则得出，供经办机构审定；是否采取“可以”的措施由经办机构决定。",
                        "Drawn from the rules for the agency to decide on; whether to take a measure it may take is the agency's choice."));
        line(t("输入摘要 ", "input digest ") + shortened(decision.inputDigest()));
        decision.rulebooks().forEach(r -> line(t("规则册 ", "rulebook ") + r.id() + " " + shortened(r.digest())));
        decision.shared().forEach(r -> line(shared(r.id()) + " " + shortened(r.digest())));
    }

    private void head() {
        line(t("处理意见", "Decision") + "  " + decision.inspection());
        line(decision.facility()
                + t("　", "  ")
                + library.vocabulary().label("regions", decision.region(), lang)
                + t("　办理日 ", "  handled on ")
                + decision.today());
        if (decision.rulebooks().isEmpty()) {
            line(t("没有适用的规则册。", "No rulebook governs."));
        }
        for (Decision.Applied applied : decision.rulebooks()) {
            Rulebook book = library.rulebooks().get(applied.id());
            if (book != null) {
                line(t("适用：", "under: ")
                        + book.info().title().in(lang)
                        + (book.info().number().isEmpty()
                                ? ""
                                : t("（", " (") + book.info().number() + t("）", ")")));
            }
        }
    }

    private void conclusion() {
        section(t("结论", "Conclusion"));
        List<MeasureLine> all = decision.measures();
        if (all.isEmpty()) {
            line(t(
                    "  没有得出处理措施。未检查的条款见后，未检查不等于合规。",
                    "  No measure follows. See below for what was not examined; not examined is not compliant."));
        }
        group(t("必须", "Must"), all.stream().filter(MeasureLine::floor).toList());
        group(
                t("可以（由经办机构选择）", "May (the agency's choice)"),
                all.stream()
                        .filter(m -> m.optional() && !m.subject().equals("agency"))
                        .toList());
        group(
                t("协议机构可以", "The facility may"),
                all.stream()
                        .filter(m -> m.optional() && m.subject().equals("agency"))
                        .toList());
        group(t("取决于经办机构本次选择", "Depends on what the agency chooses today"), of(all, Certainty.CONDITIONAL));
        group(t("取决于尚未作出的认定", "Depends on questions still open"), of(all, Certainty.OPEN));
        group(t("仅属嫌疑，核实后方可采取", "Only suspected; not before it is confirmed"), of(all, Certainty.SUSPECTED));
        group(
                t("已被更重的措施吸收", "Absorbed by a heavier measure"),
                all.stream().filter(m -> !m.absorbedBy().isEmpty()).toList());
    }

    private static List<MeasureLine> of(List<MeasureLine> all, Certainty certainty) {
        return all.stream()
                .filter(m -> m.certainty() == certainty && m.absorbedBy().isEmpty())
                .toList();
    }

    private void group(String title, List<MeasureLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("  " + title + t("：", ":"));
        for (MeasureLine m : lines) {
            line("    " + ++number + ". " + MeasureWords.sentence(m, library.vocabulary(), lang));
            line("       " + t("依据 ", "under ") + cite(m.clauses())
                    + (m.breaches().isEmpty() ? "" : t("；因 ", "; for ") + cite(m.breaches()))
                    + (m.facts().isEmpty() ? "" : t("；事实 ", "; facts ") + ids(m.facts())));
            m.also().forEach(g -> line("       " + also(g)));
            if (!m.presumes().isEmpty()) {
                line("       " + t("前提：经办机构本次决定", "if the agency decides on: ") + labels("measures", m.presumes()));
            }
            if (!m.open().isEmpty()) {
                line("       " + t("待认定：", "open: ")
                        + m.open().stream().map(this::question).collect(Collectors.joining(t("；", "; "))));
            }
        }
    }

    /** A ground for the same money: it stands, though this line takes the money already. */
    private String also(Ground g) {
        String doubt = g.certainty() == Certainty.ESTABLISHED
                ? ""
                : t("，", ", ") + state(g.certainty().code());
        return t("同一笔钱的另一依据：", "the same money also under: ")
                + cite(g.clauses())
                + (g.breaches().isEmpty() ? "" : t("；因 ", "; for ") + cite(g.breaches()))
                + t("（", " (")
                + MeasureWords.modality(g.modality(), lang)
                + label("measures", g.kind())
                + t("，", ", ")
                + g.amount().toPlainString()
                + t(" 元", " yuan")
                + doubt
                + (g.presumes().isEmpty() ? "" : t("；前提：", "; if: ") + labels("measures", g.presumes()))
                + (g.facts().isEmpty() ? "" : t("；事实 ", "; facts ") + ids(g.facts()))
                + t("）", ")");
    }

    private String ids(List<String> facts) {
        List<String> shown = facts.stream().map(this::plainId).toList();
        return shown.size() <= 8
                ? String.join(t("、", ", "), shown)
                : String.join(t("、", ", "), shown.subList(0, 8))
                        + t(" 等 " + shown.size() + " 条", " and others, " + shown.size() + " in all");
    }

    /** Scores and parameters have ids made by the program; they are named instead. */
    private String plainId(String id) {
        String[] parts = id.split(":");
        return parts[0].equals("score") && parts.length > 2
                ? sheetTitle(parts[1]) + " " + parts[2]
                : parts[0].equals("parameter") && parts.length > 1 ? label("parameters", parts[1]) : id;
    }

    private void breaches() {
        if (decision.breaches().isEmpty()) {
            return;
        }
        section(t("违约认定", "Breaches"));
        for (BreachLine breach : decision.breaches()) {
            line("  " + cite(breach.clause()) + "  " + meaning(breach.clause()) + t(" —— ", " — ")
                    + state(breach.certainty().code()));
            for (Instance i : breach.instances()) {
                String day = Blank.happened(i.day()) ? i.day() + t("　", "  ") : "";
                String sum = !i.amountKnown()
                        ? t("　金额尚待查明", "  amount not yet known")
                        : i.amount().signum() > 0 ? t("　", "  ") + i.amount().toPlainString() + t(" 元", " yuan") : "";
                String who = i.department().isEmpty() ? "" : t("　", "  ") + i.department();
                line("    · " + day + shownFacts(i.facts()) + who + sum
                        + (i.certainty() == breach.certainty()
                                ? ""
                                : t("（", " (") + state(i.certainty().code()) + t("）", ")")));
            }
        }
    }

    private void money() {
        Decision.Heads h = decision.money();
        boolean any = List.of(
                        h.refuse(),
                        h.fromDeposit(),
                        h.recover(),
                        h.multiple(),
                        h.deposit(),
                        h.pay(),
                        h.retain(),
                        h.returned())
                .stream()
                .anyMatch(a -> a.signum() > 0);
        if (!any) {
            return;
        }
        section(t("必须处理的金额（每一元只计一次）", "Money that must move (every yuan once)"));
        head(t("未支付部分拒付", "not paid: refused"), h.refuse());
        head(t("预留部分拒付，从保证金中扣除", "retained: refused out of the deposit"), h.fromDeposit());
        head(t("已支付部分追回", "paid: recovered"), h.recover());
        head(t("按倍数扣罚（含本数）", "deduction of a multiple (the sum itself included)"), h.multiple());
        head(t("另扣保证金", "forfeit from the deposit"), h.deposit());
        head(t("支付", "to be paid"), h.pay());
        head(t("预留保证金", "to be retained as deposit"), h.retain());
        head(t("返还保证金", "deposit to be returned"), h.returned());
        if (!h.known()) {
            line(t("  另有金额尚待查明，见待回答的问题。", "  Further sums are not yet known; see the open questions."));
        }
    }

    private void head(String label, BigDecimal amount) {
        if (amount.signum() > 0) {
            line("  " + label + t("　", "  ") + amount.toPlainString() + t(" 元", " yuan"));
        }
    }

    private void duties() {
        if (decision.duties().isEmpty()) {
            return;
        }
        section(t("程序与期限", "Procedure and deadlines"));
        duties(
                t("随必须采取的措施", "With what must happen"),
                decision.duties().stream()
                        .filter(d -> d.certainty() == Certainty.ESTABLISHED && !onlyIfTaken(d))
                        .toList());
        duties(
                t("采取可以采取的措施时", "If the agency takes what it may take"),
                decision.duties().stream()
                        .filter(d -> d.certainty() == Certainty.ESTABLISHED && onlyIfTaken(d))
                        .toList());
        for (Certainty certainty : List.of(Certainty.CONDITIONAL, Certainty.OPEN, Certainty.SUSPECTED)) {
            List<DutyLine> some = decision.duties().stream()
                    .filter(d -> d.certainty() == certainty)
                    .toList();
            if (!some.isEmpty()) {
                line("  " + state(certainty.code()) + t("的部分如成立，另须：", ", if it comes to that: ")
                        + some.stream()
                                .map(d -> label("actors", d.actor())
                                        + t("", " ")
                                        + label("acts", d.act())
                                        + t("〔", " [")
                                        + d.clauses().stream()
                                                .map(this::shownId)
                                                .collect(Collectors.joining(" "))
                                        + t("〕", "]"))
                                .distinct()
                                .collect(Collectors.joining(t("；", "; "))));
            }
        }
    }

    private static boolean onlyIfTaken(DutyLine d) {
        return !d.measures().isEmpty() && d.ifTaken().size() == d.measures().size();
    }

    private void duties(String title, List<DutyLine> duties) {
        if (duties.isEmpty()) {
            return;
        }
        line("  " + title + t("：", ":"));
        for (DutyLine d : duties) {
            String must = d.modality() == Modality.MAY ? t("可以", "may ") : t("应", "shall ");
            String due = !d.dueOpen().isEmpty()
                    ? t("；期限超出工作日历，待公布后计算", "; deadline beyond the calendar, open until it is published")
                    : Blank.happened(d.due()) ? t("；最迟 ", "; by ") + d.due() : "";
            String done = switch (d.state()) {
                case "done" -> t("；已于 ", "; done on ") + d.done() + t(" 完成", "");
                case "late" -> t("；", "; done on ") + d.done() + t(" 完成，已逾期", ", late");
                case "overdue" -> t("；已逾期", "; overdue");
                case "wrong-actor" -> t("；已由其他主体办理，与条款不符", "; done, but by another than the clause names");
                case "repeated" -> t("；已于 ", "; done on ") + d.done() + t(" 完成，其后重复办理", ", and done again later");
                case "early" -> t("；所列步骤早于其起因，不能算作完成", "; a step was taken, but before its cause: it does not count");
                case "not-stated" -> t("；期限已过，是否办理未载明", "; its day has passed, not stated whether it was done");
                default -> "";
            };
            line("    · " + label("actors", d.actor()) + t("", " ") + must + label("acts", d.act()) + follows(d) + due
                    + done + t("　", "  ") + cite(d.clauses()));
            steps(d);
        }
    }

    /** The steps that do not simply fulfil the duty. */
    private void steps(DutyLine d) {
        d.steps().stream()
                .filter(s -> !s.how().equals("fulfils") && !s.how().equals("late"))
                .forEach(s ->
                        line("        " + s.act() + t("：", ": ") + s.date() + t("，", ", ") + label("actors", s.actor())
                                + t("，", ", ")
                                + switch (s.how()) {
                                    case "before-cause" -> t("早于其起因", "before its cause");
                                    case "wrong-actor" -> t("不是条款所定的主体", "not whom the clause names");
                                    default -> t("重复办理", "once more");
                                }));
    }

    private String follows(DutyLine d) {
        List<String> firm =
                d.measures().stream().filter(m -> !d.ifTaken().contains(m)).toList();
        String must = firm.isEmpty() ? "" : t("针对：", "for: ") + labels("measures", firm);
        String may = d.ifTaken().isEmpty() ? "" : t("如采取：", "if taken: ") + labels("measures", d.ifTaken());
        String both = must.isEmpty() || may.isEmpty() ? must + may : must + t("；", "; ") + may;
        return both.isEmpty() ? "" : t("（", " (") + both + t("）", ")");
    }

    private void questions() {
        if (decision.questions().isEmpty()) {
            return;
        }
        section(t("待回答的问题", "Open questions"));
        decision.questions()
                .forEach(q -> line("  · "
                        + (q.field().isEmpty() ? question(q.question() + "@" + q.about()) : stated(q))
                        + t("　关系到 ", "  bears on ")
                        + cite(q.clauses())));
    }

    /** The field that is not stated, by what it means, and the fact it belongs to. */
    private String stated(Decision.Question q) {
        String meaning = decision.facts().stream()
                .filter(f -> f.id().equals(q.about()))
                .findFirst()
                .flatMap(f -> FactKind.named(f.kind()))
                .flatMap(k -> Shape.of(k.type()).field(q.field()))
                .map(f -> t(f.zh(), f.en()))
                .orElse(q.field());
        return t("未载明：", "not stated: ") + meaning + t("（", " (") + q.about() + "." + q.field() + t("）", ")");
    }

    private String question(String key) {
        String question = key.substring(0, key.indexOf('@'));
        String about = key.substring(key.indexOf('@') + 1);
        if (question.equals("lapsed")) {
            return t(
                    "作出决定时文本已失效，是否仍可据以处理（" + about + "）",
                    "the text had lapsed by the decision; may it still be applied (" + about + ")");
        }
        String asked = question.equals("amount") ? t("金额是多少", "what is the amount") : label("questions", question);
        return asked + t("？", "?") + (about.equals("case") ? "" : t("（", " (") + about + t("）", ")"));
    }

    private void scores() {
        if (decision.scores().isEmpty()) {
            return;
        }
        section(t("评分", "Scores"));
        for (SheetLine s : decision.scores()) {
            String total = s.missing().isEmpty() || !s.vetoes().isEmpty()
                    ? points(s.total()) + t(" 分", " points")
                    : t("未评完，缺 ", "incomplete, missing ") + String.join(t("、", ", "), s.missing());
            line("  " + sheetTitle(s.sheet()) + " " + s.year() + t("：", ": ") + total
                    + (s.vetoes().isEmpty() ? "" : t("；一票否决：", "; veto: ") + String.join(t("、", ", "), s.vetoes())));
            s.rows().stream()
                    .filter(r -> r.examined() && r.points().compareTo(r.of()) < 0)
                    .forEach(r -> line("    " + rowLabel(s.sheet(), r.row()) + "  " + points(r.points()) + " / "
                            + points(r.of())));
        }
    }

    private void outcomes() {
        section(t("其余条款", "Other clauses"));
        outcome(t("已检查，未成立", "examined, not met"), "not-established");
        outcome(t("只检查了一部分", "examined in part"), "partly-examined");
        outcome(t("未检查（不等于合规）", "not examined (which is not compliance)"), "not-examined");
    }

    private void outcome(String title, String state) {
        List<Outcome> some = decision.outcomes().stream()
                .filter(o -> o.state().equals(state))
                .toList();
        if (!some.isEmpty()) {
            line("  " + title + t("：", ": ")
                    + some.stream().map(o -> shownId(o.clause())).collect(Collectors.joining(t("、", ", "))));
        }
    }

    private void notes() {
        if (decision.notes().isEmpty()) {
            return;
        }
        section(t("须留意", "Take note"));
        for (Note n : decision.notes()) {
            String text = switch (n.kind()) {
                case "ungoverned" ->
                    t("事实 ", "fact ")
                            + n.about()
                            + t("（", " (")
                            + n.details().getOrDefault("from", "")
                            + t(" 至 ", " to ")
                            + n.details().getOrDefault("to", "")
                            + t(
                                    "）当时没有已收录的版本适用，不在本意见内处理",
                                    "): no edition held here governs that time; not dealt with in this decision");
                case "unused-choice" ->
                    t("所选措施“", "the measure chosen, ")
                            + label("measures", n.about())
                            + t("”不在可以选择之列，未予采用", ", is not on offer; the choice was not applied");
                case "choice-ambiguous" ->
                    t("所选措施“", "the measure chosen, ")
                            + label("measures", n.about())
                            + t(
                                    "”可以落在不止一处，没有写明是哪一处，未予采用；请在 choices 中写明协议、对象：",
                                    ", fits more than one place and does not say which; it was not applied. Name agreement and subject in choices: ")
                            + n.details().getOrDefault("candidates", "");
                case "choice-outside-range" ->
                    t("所选措施“", "the measure chosen, ")
                            + label("measures", n.about())
                            + t("”，", ", ")
                            + MeasureWords.outside(n.details().getOrDefault("outside", ""), lang)
                            + t("；条款所定：", "; the text allows: ")
                            + n.details().getOrDefault("allowed", "");
                case "outside-term" ->
                    t("检查发现 ", "finding ")
                            + n.about()
                            + t("（", " (")
                            + n.details().getOrDefault("date", "")
                            + t(
                                    "）不在所列协议的有效期内，请核对应依哪一份协议处理",
                                    ") lies outside the term of every agreement stated; check which agreement it falls under");
                case "no-agreement" ->
                    t("文书没有列出协议；协议处理以有协议为前提", "no agreement is stated; measures under an agreement presuppose one");
                case "pending" ->
                    n.about()
                            + t(" 尚有 ", ": ")
                            + n.details().getOrDefault("count", "")
                            + t(
                                    " 条未编码，本意见没有涉及（见 qiyue clauses）",
                                    " clauses are not encoded yet; this decision does not speak of them (see qiyue clauses)");
                case "no-clause" ->
                    t("检查发现 ", "finding ")
                            + n.about()
                            + t("（", " (")
                            + label("conducts", n.details().getOrDefault("conduct", ""))
                            + t(
                                    "）没有条款以此为条件，或条件未齐，不产生处理措施",
                                    "): no clause takes it up, or not all its conditions are met; no measure follows");
                case "split" ->
                    t("事实 ", "fact ")
                            + n.about()
                            + t(
                                    " 跨越版本，已按日期分开；各段金额须分别说明",
                                    " spans editions and was split by date; state the money of each part");
                case "strikes-following" ->
                    ended(n)
                            + t(
                                    "中止、解除等处理针对接续的协议 ",
                                    "what suspends or ends an agreement strikes the one that followed, ")
                            + n.details().getOrDefault("strikes", "");
                case "strikes-unclear" ->
                    ended(n)
                            + t("办理日有效的同类协议不止一份（", "several of its kind are in force (")
                            + n.details().getOrDefault("strikes", "")
                            + t("），针对哪一份须说明", "); state which one is struck");
                case "strikes-ended" ->
                    ended(n)
                            + t(
                                    "办理日没有同类协议有效，中止、解除已无可及",
                                    "none of its kind is in force, so there is none to suspend or end");
                case "unjudged" ->
                    t("数据 ", "record ")
                            + n.about()
                            + t(" 的日期超出工作日历，未作判断", ": its days lie outside the calendar; not judged");
                case "lapsed" ->
                    n.about()
                            + t(" 已于 ", " lapsed after ")
                            + n.details().getOrDefault("to", "")
                            + t(" 后失效，其措施不列入必须处理", "; its measures are not among what must happen");
                default -> new InputNotes(library, lang).text(n);
            };
            if (!text.isEmpty()) {
                line("  · " + text);
            }
        }
        new Doubts(decision, library, lang).lines(this::cite).forEach(d -> line("  · " + d));
    }

    private String ended(Note n) {
        return t("协议 ", "agreement ")
                + n.about()
                + t(" 已于 ", " ended on ")
                + n.details().getOrDefault("ended", "")
                + t(" 期满：", ": ");
    }

    private Rulebook.@org.jspecify.annotations.Nullable Clause clause(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, Math.max(full.indexOf('#'), 0)));
        return book == null ? null : book.ledger().get(full.substring(full.indexOf('#') + 1));
    }

    private String meaning(String full) {
        Rulebook.Clause clause = clause(full);
        return clause == null ? "" : clause.label().in(lang);
    }

    private String cite(List<String> clauses) {
        return clauses.stream().map(this::cite).collect(Collectors.joining(t("、", ", ")));
    }

    private String cite(String full) {
        String id = full.substring(full.indexOf('#') + 1);
        return Citation.of(id, lang) + t("〔", " [") + shownId(full) + t("〕", "]");
    }

    /** The rulebook is named only where several apply. */
    private String shownId(String full) {
        return decision.rulebooks().size() > 1 ? full : full.substring(full.indexOf('#') + 1);
    }

    private String shownFacts(List<String> facts) {
        String some = facts.stream().limit(6).map(this::fact).collect(Collectors.joining(t("、", ", ")));
        return facts.size() <= 6
                ? some
                : some + t(" 等 " + facts.size() + " 条", " and others, " + facts.size() + " in all");
    }

    /** A fact named for the reader: what it is, and its id. */
    private String fact(String id) {
        return Optional.ofNullable(facts.get(id))
                .map(f -> {
                    String list = f.kind().equals("Finding")
                            ? "conducts"
                            : f.kind().equals("PriorMeasure")
                                    ? "measures"
                                    : f.kind().equals("Change") ? "change-matters" : "";
                    String what = !list.isEmpty()
                            ? label(list, f.code())
                            : !f.text().isEmpty() ? f.text() : FactNames.of(f.kind(), lang);
                    String worker = f.worker().isEmpty() ? "" : f.worker() + t("　", ", ");
                    return what + t("（", " (") + worker + f.id() + t("）", ")");
                })
                .orElse(id);
    }

    private String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视本次选择而定", "conditional on today's choice");
            case "open" -> t("待认定", "open");
            default -> t("嫌疑", "suspected");
        };
    }

    private String rowLabel(String sheet, String row) {
        return library.sheet(decision.region(), sheet).stream()
                .flatMap(x -> x.rows().stream())
                .filter(r -> r.id().equals(row))
                .map(r -> r.label().in(lang))
                .filter(l -> !l.isEmpty())
                .map(l -> row + " " + l)
                .findFirst()
                .orElse(row);
    }

    private String sheetTitle(String sheet) {
        return library.sheet(decision.region(), sheet)
                .map(x -> x.title().in(lang))
                .orElse(sheet);
    }

    /** Points without idle zeros. */
    private static String points(BigDecimal points) {
        BigDecimal plain = points.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }

    private String label(String list, String code) {
        return library.vocabulary().label(list, code, lang);
    }

    private String labels(String list, List<String> codes) {
        return codes.stream().map(c -> label(list, c)).collect(Collectors.joining(t("、", ", ")));
    }

    private void section(String title) {
        line("");
        line(lang.equals("en") ? ++section + ". " + title : Citation.chinese(++section) + "、" + title);
    }

    private String shared(String name) {
        return switch (name) {
            case "vocabulary" -> t("词汇", "vocabulary");
            case "calendar" -> t("工作日历", "calendar");
            default -> t("解读 ", "readings ") + name.replace("/readings", "");
        };
    }

    private static String shortened(String digest) {
        return digest.length() > 16 ? digest.substring(0, 16) : digest;
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
