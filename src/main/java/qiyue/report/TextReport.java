package qiyue.report;

import java.math.BigDecimal;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.SheetLine;
import qiyue.problem.Visible;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** A decision as text for people, in Chinese or English: what must happen first, what may, what hangs on what, and why. */
public final class TextReport {
    /** The columns of a page where nobody says how wide it is: those of a common terminal. */
    public static final int COLUMNS = 80;

    private final Library library;
    private final String lang;
    private final Decision decision;
    private final DecisionWords words;
    private final Page out;

    private TextReport(Decision decision, Library library, String lang, int columns) {
        this.library = library;
        this.lang = lang;
        this.decision = decision;
        this.words = new DecisionWords(decision, library, lang);
        this.out = new Page(columns);
    }

    /** The whole text for a page of common width, lines ending with LF. */
    public static String of(Decision decision, Library library, String lang) {
        return of(decision, library, lang, COLUMNS);
    }

    /** The whole text, lines ending with LF; none is wider than so many columns of a terminal. */
    public static String of(Decision decision, Library library, String lang, int columns) {
        TextReport report = new TextReport(decision, library, lang, columns);
        report.write();
        return report.out.text();
    }

    private void write() {
        head();
        section(1, words.t("结论", "Conclusion"), true);
        new MeasureText(decision, library, lang, words, this::line).write();
        section(2, words.t("违约认定", "Breaches"), !decision.breaches().isEmpty());
        new BreachText(decision, words, this::line).write();
        section(3, words.t("必须处理的金额（每一元只计一次）", "Money that must move (every yuan once)"), moves());
        money();
        section(
                4,
                words.t("程序与期限", "Procedure and deadlines"),
                !decision.duties().isEmpty());
        if (!decision.duties().isEmpty()) {
            new DutyText(decision, words, this::line).write();
        }
        section(5, words.t("待回答的问题", "Open questions"), !decision.questions().isEmpty());
        if (!decision.questions().isEmpty()) {
            new QuestionText(decision, words, this::line).write();
        }
        section(6, words.t("评分", "Scores"), !decision.scores().isEmpty());
        scores();
        Outcomes outcomes = new Outcomes(decision, library, words, this::line);
        section(7, words.t("其余条款", "Other clauses"), true);
        outcomes.write();
        section(8, words.t("须留意", "Take note"), !decision.notes().isEmpty());
        notes();
        new Annexes(decision, library, lang, words, this::line).write(outcomes);
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

    private boolean moves() {
        Decision.Heads h = decision.money();
        return h.named().values().stream().anyMatch(a -> a.signum() > 0);
    }

    private void money() {
        if (!moves()) {
            return;
        }
        Decision.Heads h = decision.money();
        head(words.t("未支付部分拒付", "not paid: refused"), h.refuse());
        head(words.t("预留部分拒付，从保证金中扣除", "retained: refused out of the deposit"), h.fromDeposit());
        head(words.t("已支付部分追回", "paid: recovered"), h.recover());
        head(words.t("按倍数扣罚（含本数）", "deduction of a multiple (the sum itself included)"), h.multiple());
        head(words.t("另扣保证金", "forfeit from the deposit"), h.deposit());
        head(words.t("机构另应支付", "owed by the facility beside"), h.owed());
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

    /** Sections keep their numbers whether or not there is something to say. */
    private void section(int number, String title, boolean some) {
        line("");
        line((lang.equals("en") ? number + ". " : Citation.chinese(number) + "、")
                + title
                + (some ? "" : words.t("：无", ": none")));
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
        out.line(Visible.line(text));
    }

    private void notes() {
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
