package qiyue.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Blank;
import qiyue.problem.Visible;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** A decision as text for people, in Chinese or English: what must happen first, what may, what hangs on what, and why. */
public final class TextReport {
    private final Library library;
    private final String lang;
    private final Decision decision;
    private final DecisionWords words;
    private final StringBuilder out = new StringBuilder();
    private int section;

    private TextReport(Decision decision, Library library, String lang) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        this.words = new DecisionWords(decision, library, lang);
    }

    /** The whole text, lines ending with LF. */
    public static String of(Decision decision, Library library, String lang) {
        TextReport report = new TextReport(decision, library, lang);
        report.write();
        return report.out.toString();
    }

    private void write() {
        head();
        section(words.t("结论", "Conclusion"));
        new MeasureText(decision, library, lang, words, this::line).write();
        breaches();
        money();
        if (!decision.duties().isEmpty()) {
            section(words.t("程序与期限", "Procedure and deadlines"));
            new DutyText(decision, words, this::line).write();
        }
        if (!decision.questions().isEmpty()) {
            section(words.t("待回答的问题", "Open questions"));
            new QuestionText(decision, words, this::line).write();
        }
        scores();
        outcomes();
        notes();
        line("");
        line(
                words.t(
                        "本意见由规则得出，供经办机构审定；是否采取“可以”的措施由经办机构决定。",
                        "Drawn from the rules for the agency to decide on; whether to take a measure it may take is the agency's choice."));
        line(words.t("输入摘要 ", "input digest ") + shortened(decision.inputDigest()));
        line(words.t("程序 ", "program ") + decision.program().id() + " "
                + shortened(decision.program().digest()));
        decision.rulebooks().forEach(r -> line(words.t("规则册 ", "rulebook ") + r.id() + " " + shortened(r.digest())));
        decision.shared().forEach(r -> line(shared(r.id()) + " " + shortened(r.digest())));
    }

    private void head() {
        line(words.t("处理意见", "Decision") + "  " + decision.inspection());
        line(decision.facility()
                + words.t("　", "  ")
                + library.vocabulary().label("regions", decision.region(), lang)
                + words.t("　办理日 ", "  handled on ")
                + decision.today());
        if (decision.rulebooks().isEmpty()) {
            line(words.t("没有适用的规则册。", "No rulebook governs."));
        }
        for (Decision.Applied applied : decision.rulebooks()) {
            Rulebook book = library.rulebooks().get(applied.id());
            if (book != null) {
                line(words.t("适用：", "under: ")
                        + book.info().title().in(lang)
                        + (book.info().number().isEmpty()
                                ? ""
                                : words.t("（", " (") + book.info().number() + words.t("）", ")")));
            }
        }
    }

    private void breaches() {
        if (decision.breaches().isEmpty()) {
            return;
        }
        section(words.t("违约认定", "Breaches"));
        for (BreachLine breach : decision.breaches()) {
            line("  " + words.cite(breach.clause()) + "  " + words.meaning(breach.clause()) + words.t(" —— ", " — ")
                    + words.state(breach.certainty().code()));
            for (Instance i : breach.instances()) {
                String day = Blank.happened(i.day()) ? i.day() + words.t("　", "  ") : "";
                String sum = !i.amountKnown()
                        ? words.t("　金额尚待查明", "  amount not yet known")
                        : i.amount().signum() > 0
                                ? words.t("　", "  ") + i.amount().toPlainString() + words.t(" 元", " yuan")
                                : "";
                String who = i.department().isEmpty() ? "" : words.t("　", "  ") + i.department();
                line("    · " + day + words.shownFacts(i.facts()) + who + sum
                        + (i.certainty() == breach.certainty()
                                ? ""
                                : words.t("（", " (") + words.state(i.certainty().code()) + words.t("）", ")")));
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
        section(words.t("必须处理的金额（每一元只计一次）", "Money that must move (every yuan once)"));
        head(words.t("未支付部分拒付", "not paid: refused"), h.refuse());
        head(words.t("预留部分拒付，从保证金中扣除", "retained: refused out of the deposit"), h.fromDeposit());
        head(words.t("已支付部分追回", "paid: recovered"), h.recover());
        head(words.t("按倍数扣罚（含本数）", "deduction of a multiple (the sum itself included)"), h.multiple());
        head(words.t("另扣保证金", "forfeit from the deposit"), h.deposit());
        head(words.t("支付", "to be paid"), h.pay());
        head(words.t("预留保证金", "to be retained as deposit"), h.retain());
        head(words.t("返还保证金", "deposit to be returned"), h.returned());
        if (!h.known()) {
            line(words.t("  另有金额尚待查明，见待回答的问题。", "  Further sums are not yet known; see the open questions."));
        }
    }

    private void head(String label, BigDecimal amount) {
        if (amount.signum() > 0) {
            line("  " + label + words.t("　", "  ") + amount.toPlainString() + words.t(" 元", " yuan"));
        }
    }

    private void scores() {
        if (decision.scores().isEmpty()) {
            return;
        }
        section(words.t("评分", "Scores"));
        for (SheetLine s : decision.scores()) {
            String total = s.missing().isEmpty() || !s.vetoes().isEmpty()
                    ? words.points(s.total()) + words.t(" 分", " points")
                    : words.t("未评完，缺 ", "incomplete, missing ") + String.join(words.t("、", ", "), s.missing());
            line("  " + words.sheetTitle(s.sheet()) + " " + s.year() + words.t("：", ": ") + total
                    + (s.vetoes().isEmpty()
                            ? ""
                            : words.t("；一票否决：", "; veto: ") + String.join(words.t("、", ", "), s.vetoes())));
            s.rows().stream()
                    .filter(r -> r.examined() && r.points().compareTo(r.of()) < 0)
                    .forEach(r -> line("    " + words.rowLabel(s.sheet(), r.row()) + "  " + words.points(r.points())
                            + " / " + words.points(r.of())));
        }
    }

    private void outcomes() {
        section(words.t("其余条款", "Other clauses"));
        outcome(words.t("已检查，未成立", "examined, not met"), "not-established");
        outcome(words.t("只检查了一部分", "examined in part"), "partly-examined");
        outcome(words.t("未检查（不等于合规）", "not examined (which is not compliance)"), "not-examined");
    }

    private void outcome(String title, String state) {
        List<Outcome> some = decision.outcomes().stream()
                .filter(o -> o.state().equals(state))
                .toList();
        if (!some.isEmpty()) {
            line("  " + title + words.t("：", ": ")
                    + some.stream()
                            .map(o -> words.shownId(o.clause()))
                            .collect(Collectors.joining(words.t("、", ", "))));
        }
        List<Outcome> sampled = some.stream()
                .filter(o -> state.equals("not-established") && !o.sampled().isEmpty())
                .toList();
        if (!sampled.isEmpty()) {
            line("    " + words.t("其中只看了抽样数据的：", "of these on a sample of records only: ")
                    + sampled.stream()
                            .map(o -> words.shownId(o.clause()))
                            .collect(Collectors.joining(words.t("、", ", "))));
        }
    }

    private void section(String title) {
        line("");
        line(lang.equals("en") ? ++section + ". " + title : Citation.chinese(++section) + "、" + title);
    }

    private String shared(String name) {
        return switch (name) {
            case "vocabulary" -> words.t("词汇", "vocabulary");
            case "calendar" -> words.t("工作日历", "calendar");
            default -> words.t("解读 ", "readings ") + name.replace("/readings", "");
        };
    }

    private static String shortened(String digest) {
        return digest.length() > 16 ? digest.substring(0, 16) : digest;
    }

    private void line(String text) {
        out.append(Visible.line(text).stripTrailing()).append('\n');
    }

    private void notes() {
        if (decision.notes().isEmpty()) {
            return;
        }
        section(words.t("须留意", "Take note"));
        NoteWords noteWords = new NoteWords(words, library, lang);
        for (Note n : decision.notes()) {
            String text = noteWords.of(n);
            if (!text.isEmpty()) {
                line("  · " + text);
            }
        }
        // a doubt and its readings are lines of their own: what they quote is the ledger's and the readings', not the
        // document's
        new Doubts(decision, library, lang)
                .lines(words::cite)
                .forEach(d -> ("  · " + d).lines().forEach(this::line));
    }
}
