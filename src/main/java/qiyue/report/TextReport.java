package qiyue.report;

import java.util.List;
import qiyue.decision.Decision;
import qiyue.problem.Visible;
import qiyue.report.DecisionView.BreachItem;
import qiyue.report.DecisionView.DutyGroup;
import qiyue.report.DecisionView.DutyItem;
import qiyue.report.DecisionView.MeasureGroup;
import qiyue.report.DecisionView.MeasureItem;
import qiyue.report.DecisionView.MoneyRow;
import qiyue.report.DecisionView.QuestionPart;
import qiyue.rulebook.Library;

/** A decision as text for people, in Chinese or English: what must happen first, what may, what hangs on what, and why. */
public final class TextReport {
    /** The columns of a page where nobody says how wide it is: those of a common terminal. */
    public static final int COLUMNS = 80;

    private final DecisionView view;
    private final boolean partly;
    private final Page out;

    private TextReport(DecisionView view, int columns, boolean partly) {
        this.view = view;
        this.partly = partly;
        this.out = new Page(columns);
    }

    /** The whole text for a page of common width, lines ending with LF. */
    public static String of(Decision decision, Library library, String lang) {
        return of(decision, library, lang, COLUMNS);
    }

    /** The whole text, lines ending with LF; none is wider than so many columns of a terminal. */
    public static String of(Decision decision, Library library, String lang, int columns) {
        return of(DecisionView.of(decision, library, lang), columns);
    }

    /** What a view says as text, lines ending with LF; none is wider than so many columns of a terminal. */
    public static String of(DecisionView view, int columns) {
        return written(new TextReport(view, columns, false));
    }

    /** The same of a part of a decision: what a part has nothing of it does not speak of, for the whole may have it. */
    public static String ofPart(DecisionView view, int columns) {
        return written(new TextReport(view, columns, true));
    }

    private static String written(TextReport report) {
        report.write();
        return report.out.text();
    }

    private void write() {
        head();
        section(1, t("结论", "Conclusion"), !partly || !view.measures().isEmpty());
        measures();
        section(2, view.breachTitle(), !view.breaches().isEmpty());
        view.breaches().forEach(this::breach);
        section(3, view.moneyTitle(), view.moves());
        money();
        section(
                4,
                t("程序与期限", "Procedure and deadlines"),
                !view.decision().duties().isEmpty());
        view.duties().forEach(this::duties);
        view.furtherDuties().forEach(d -> line("  " + d));
        section(5, t("待回答的问题", "Open questions"), !view.questions().items().isEmpty());
        questions(view.questions());
        section(6, t("评分", "Scores"), !view.scores().isEmpty());
        view.scores().forEach(s -> {
            line("  " + s.total());
            s.rows().forEach(r -> line("    " + r));
        });
        section(7, t("其余条款", "Other clauses"), !partly || !view.others().isEmpty());
        view.others().forEach(o -> line((o.within() ? "    " : "  ") + o.text()));
        section(8, t("须留意", "Take note"), !view.notes().isEmpty());
        view.notes().forEach(n -> {
            line("  · " + n.text());
            n.below().forEach(b -> line("      " + b));
        });
        annexes();
        line("");
        line(view.foot().purpose());
        view.foot().digests().forEach(this::line);
    }

    private void head() {
        DecisionView.Head head = view.head();
        line(head.title() + "  " + head.inspection());
        line(head.facility() + t("　", "  ") + head.region() + t("　办理日 ", "  handled on ") + head.handled());
        if (view.decision().rulebooks().isEmpty()) {
            line(t("没有适用的规则册。", "No rulebook governs."));
        }
        head.under()
                .forEach(i -> line(t("适用：", "under: ")
                        + i.title()
                        + (i.number().isEmpty() ? "" : t("（", " (") + i.number() + t("）", ")"))));
        if (!head.brought().isEmpty()) {
            line(t("从登记簿带入：", "taken from the register:"));
            head.brought().forEach(b -> line("  · " + b));
        }
    }

    private void measures() {
        if (!view.noMeasure().isEmpty() && !partly) {
            line("  " + view.noMeasure());
        }
        for (MeasureGroup group : view.measures()) {
            line("  " + group.title() + t("：", ":"));
            for (MeasureItem m : group.items()) {
                line("    " + m.number() + ". " + m.sentence());
                line("       " + t("依据：", "under: ") + m.under());
                m.rests().forEach(r -> line("       " + r));
                if (!m.facts().isEmpty()) {
                    line("       " + t("事实：", "facts: ") + m.facts());
                }
                m.also().forEach(a -> line("       " + a));
                m.conditions().forEach(c -> line("       " + c));
                m.further().forEach(f -> line("       " + f));
            }
        }
    }

    private void breach(BreachItem b) {
        line("  " + b.citation() + "  " + b.meaning() + t(" —— ", " — ") + b.state());
        b.times().forEach(time -> line("    · " + time));
    }

    private void money() {
        view.money()
                .heads()
                .forEach(h -> line("  " + h.label() + t("　", "  ") + h.amount().toPlainString() + t(" 元", " yuan")));
        view.money()
                .chosen()
                .forEach(h -> line("  " + view.byChoice() + h.label() + t("　", "  ")
                        + h.amount().toPlainString() + t(" 元", " yuan")));
        if (!view.money().more().isEmpty()) {
            line("  " + view.money().more());
        }
        if (!view.money().most().isEmpty()) {
            line("  " + view.money().most());
        }
    }

    private void duties(DutyGroup group) {
        line("  " + group.title() + t("：", ":"));
        for (DutyItem d : group.items()) {
            line("    · " + d.what() + after(d.when()) + after(d.state()) + t("　", "  ") + d.under());
            d.steps().forEach(s -> line("        " + s));
        }
    }

    private String after(String text) {
        return text.isEmpty() ? "" : t("；", "; ") + text;
    }

    private void questions(QuestionPart part) {
        if (!part.settling().isEmpty()) {
            line("  " + part.settling());
        }
        part.items().forEach(q -> line("  · " + q.text() + t("　关系到", "  bears on ") + q.bears()));
        if (!part.hint().isEmpty()) {
            line("  " + part.hint());
        }
        if (!part.who().isEmpty()) {
            line("  " + part.who() + t("：", ":"));
        }
        part.answerers().forEach(a -> {
            line("    " + a.by());
            a.lines().forEach(l -> line("      " + l));
        });
    }

    private void annexes() {
        DecisionView.Annexes annexes = view.annexes();
        annex(view.clausesTitle(), annexes.clauses());
        annexes.clauses().forEach(book -> {
            line("  " + book.id() + (book.title().isEmpty() ? "" : t("　", "  ") + book.title()));
            book.clauses()
                    .forEach(c -> line("    · " + c.citation() + t("〔", " [") + c.id() + t("〕", "] ") + c.meaning()));
        });
        annex(view.linesTitle(), annexes.money());
        annexes.money().forEach(table -> {
            line("  " + table.measure() + t("：", ":"));
            table.rows().forEach(r -> line("    · " + row(r)));
        });
        annex(view.unexaminedTitle(), annexes.unexamined());
        annexes.unexamined().forEach(u -> line("  " + u.topic() + t("：", ": ") + u.clauses()));
    }

    private String row(MoneyRow r) {
        String gap = t("　", "  ");
        return r.from() + gap + r.pocket() + gap + r.amount().toPlainString() + t(" 元　", " yuan  ") + r.under();
    }

    private void annex(String title, List<?> some) {
        if (!some.isEmpty()) {
            line("");
            line(title);
        }
    }

    /** Sections keep their numbers whether or not there is something to say; a part has only those with something. */
    private void section(int number, String title, boolean some) {
        if (partly && !some) {
            return;
        }
        line("");
        line((view.lang().equals("en") ? number + ". " : Citation.chinese(number) + "、")
                + title
                + (some ? "" : t("：无", ": none")));
    }

    private String t(String zh, String en) {
        return view.t(zh, en);
    }

    private void line(String text) {
        out.line(Visible.line(text));
    }
}
