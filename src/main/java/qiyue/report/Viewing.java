package qiyue.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.RowLine;
import qiyue.decision.Decision.SheetLine;
import qiyue.problem.Digits;
import qiyue.problem.Text;
import qiyue.report.DecisionView.Annexes;
import qiyue.report.DecisionView.Foot;
import qiyue.report.DecisionView.Head;
import qiyue.report.DecisionView.Instrument;
import qiyue.report.DecisionView.MoneyHead;
import qiyue.report.DecisionView.MoneyPart;
import qiyue.report.DecisionView.Remark;
import qiyue.report.DecisionView.ScoreItem;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Words a decision, part by part. */
final class Viewing {
    private static final Map<String, Text> HEADS = Map.of(
            "refuse", new Text("未支付部分拒付", "not paid: refused"),
            "from-deposit", new Text("预留部分拒付，从保证金中扣除", "retained: refused out of the deposit"),
            "recover", new Text("已支付部分追回", "paid: recovered"),
            "multiple", new Text("按倍数扣罚（含本数）", "deduction of a multiple (the sum itself included)"),
            "deposit", new Text("另扣保证金", "forfeit from the deposit"),
            "owed", new Text("机构另应支付", "owed by the facility beside"),
            "pay", new Text("支付", "to be paid"),
            "retain", new Text("预留保证金", "to be retained as deposit"),
            "returned", new Text("返还保证金", "deposit to be returned"));

    private final Decision decision;
    private final Library library;
    private final String lang;
    private final Audience audience;
    private final DecisionWords words;

    Viewing(Decision decision, Library library, String lang, Audience audience) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        this.audience = audience;
        this.words = new DecisionWords(decision, library, lang, audience);
    }

    /** Everything, in the order of reading: the annex of clauses has what was cited before it. */
    DecisionView view() {
        List<DecisionView.MeasureGroup> measures = new MeasureGroups(decision, library, lang, words).all();
        List<DecisionView.BreachItem> breaches = new BreachItems(decision, words).all();
        DutyGroups duties = new DutyGroups(decision, words);
        List<DecisionView.DutyGroup> dutyGroups = duties.all();
        List<String> furtherDuties = duties.further();
        DecisionView.QuestionPart questions = new QuestionParts(decision, words).all();
        OutcomeLines outcomes = new OutcomeLines(decision, library, words);
        List<DecisionView.OutcomeLine> others = new ArrayList<>(outcomes.examined());
        List<Remark> notes = notes();
        AnnexParts parts = new AnnexParts(decision, library, lang, words);
        Annexes annexes = new Annexes(parts.clauses(), parts.money(), outcomes.topics());
        outcomes.unexamined(annexes.ofUnexamined()).ifPresent(others::add);
        return new DecisionView(
                decision,
                lang,
                audience,
                head(),
                measures,
                measures.isEmpty()
                        ? words.t(
                                "没有得出处理措施。未检查的条款见后，未检查不等于合规。",
                                "No measure follows. See below for what was not examined; not examined is not compliant.")
                        : "",
                breaches,
                money(),
                new Timelines(decision, library.vocabulary(), lang, words).draw(),
                dutyGroups,
                furtherDuties,
                questions,
                decision.scores().stream().map(this::score).toList(),
                List.copyOf(others),
                notes,
                annexes,
                foot());
    }

    private Head head() {
        List<Instrument> under = new ArrayList<>();
        for (Decision.Applied applied : decision.rulebooks()) {
            Rulebook book = library.rulebooks().get(applied.id());
            if (book != null) {
                under.add(new Instrument(
                        applied.id(), book.info().title().in(lang), book.info().number()));
            }
        }
        return new Head(
                audience == Audience.FACILITY ? words.t("自查意见", "Self-check") : words.t("处理意见", "Decision"),
                decision.inspection(),
                decision.facility(),
                library.vocabulary().label("regions", decision.region(), lang),
                decision.today(),
                List.copyOf(under),
                BroughtText.lines(decision, words));
    }

    private MoneyPart money() {
        Heads byChoice = decision.byChoice(library.vocabulary().measureKinds());
        List<MoneyHead> heads = heads(decision.money());
        List<MoneyHead> chosen = heads(byChoice);
        MoneyPart sure = new MoneyPart(
                heads,
                chosen,
                decision.money().known() && byChoice.known() ? "" : notYetKnown(heads.isEmpty() && chosen.isEmpty()),
                heads(decision.ceiling()),
                "");
        return new MoneyPart(heads, chosen, sure.more(), sure.ceiling(), most(sure));
    }

    /** What all of it comes to where more may come than is decided. */
    private String most(MoneyPart money) {
        if (!decision.ceiling().told() || money.ceiling().equals(money.decided())) {
            return "";
        }
        return words.t(
                        "至多（可以采取的都采取，待认定、嫌疑的都成立，不能同时成立的取较多的一方，连同上列，每一元只计一次）：",
                        "at most, with all that may be chosen and all that is open or suspected (of what excludes one another the side that comes to more), the above included, every yuan once: ")
                + money.ceiling().stream()
                        .map(h -> h.label() + " " + h.amount().toPlainString() + words.t(" 元", " yuan"))
                        .collect(Collectors.joining(words.t("；", "; ")))
                + (decision.ceiling().known() ? "" : words.t("；另有金额尚待查明", "; further sums are not yet known"));
    }

    /** Sums that must move and are not known: asked for, or left to the agency by the clause. */
    private String notYetKnown(boolean all) {
        boolean asked = decision.questions().stream()
                .anyMatch(q -> q.question().equals("amount") || q.question().equals("stated"));
        return (all
                        ? words.t("金额尚待查明", "Sums are not yet known")
                        : words.t("另有金额尚待查明", "Further sums are not yet known"))
                + (asked ? words.t("，见待回答的问题。", "; see the open questions.") : words.t("。", "."));
    }

    private List<MoneyHead> heads(Heads money) {
        List<MoneyHead> heads = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, BigDecimal> head : money.named().entrySet()) {
            Text label = HEADS.get(head.getKey());
            if (head.getValue().signum() > 0 && label != null) {
                heads.add(new MoneyHead(head.getKey(), label.in(lang), head.getValue(), place));
            }
            place++;
        }
        return List.copyOf(heads);
    }

    private ScoreItem score(SheetLine s) {
        String total = s.missing().isEmpty() || !s.vetoes().isEmpty()
                ? points(s.total())
                : words.t("未评完，缺 ", "incomplete, missing ") + rows(s, s.missing());
        List<String> rows = new ArrayList<>();
        int full = 0;
        BigDecimal inFull = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (RowLine r : s.rows()) {
            all = all.add(r.points());
            if (r.examined() && r.points().compareTo(r.of()) < 0) {
                rows.add(words.rowLabel(s.sheet(), r.row()) + "  " + Digits.plain(r.points()) + " / "
                        + Digits.plain(r.of()));
            } else if (r.examined() && r.of().signum() > 0) {
                full++;
                inFull = inFull.add(r.points());
            }
        }
        // whoever adds the rows up comes to the total; a veto has taken it away
        if (!rows.isEmpty() && full > 0 && all.compareTo(s.total()) == 0) {
            rows.add(words.t("满分的 " + full + " 行，合计 ", full + " rows in full, together ") + points(inFull));
        }
        return new ScoreItem(
                words.sheetTitle(s.sheet()) + " " + s.year()
                        + (s.application().isEmpty() ? "" : words.t("，申请 ", ", application ") + s.application())
                        + words.t("：", ": ") + total
                        + (s.vetoes().isEmpty() ? "" : words.t("；一票否决：", "; veto: ") + rows(s, s.vetoes())),
                List.copyOf(rows));
    }

    private String points(BigDecimal points) {
        return Digits.plain(points) + words.t(" 分", " points");
    }

    private String rows(SheetLine s, List<String> rows) {
        return rows.stream().map(r -> words.rowLabel(s.sheet(), r)).collect(Collectors.joining(words.t("、", ", ")));
    }

    private List<Remark> notes() {
        List<Remark> notes = new ArrayList<>();
        NoteWords noteWords = new NoteWords(words, library, lang);
        List<Note> alike = decision.notes().stream().filter(InputNotes::ofLines).toList();
        for (Note n : decision.notes()) {
            boolean pair = alike.size() > 1 && InputNotes.ofLines(n);
            String text = BroughtText.isOne(n)
                    ? ""
                    : !pair ? noteWords.of(n) : n == alike.get(0) ? new InputNotes(library, lang).alike(alike) : "";
            if (!text.isEmpty()) {
                notes.add(new Remark(text, List.of(), n.kind()));
            }
        }
        notes.addAll(new Doubts(decision, library, lang).remarks(words::cite));
        return List.copyOf(notes);
    }

    private Foot foot() {
        List<String> digests = new ArrayList<>();
        digests.add(words.t("输入摘要 ", "input digest ") + shortened(decision.inputDigest()));
        digests.add(words.t("程序 ", "program ") + decision.program().id() + " "
                + shortened(decision.program().digest()));
        decision.rulebooks()
                .forEach(r -> digests.add(words.t("规则册 ", "rulebook ") + r.id() + " " + shortened(r.digest())));
        decision.shared().forEach(r -> digests.add(shared(r.id()) + " " + shortened(r.digest())));
        return new Foot(
                audience == Audience.FACILITY
                        ? words.t(
                                "本意见由机构自查所填事实按规则得出，不是经办机构的处理决定；事实是否成立、是否采取“可能”的措施由经办机构决定。",
                                "Drawn from the rules on facts the facility stated itself; not a decision of the agency, which judges the facts and chooses what it may.")
                        : words.t(
                                "本意见由规则得出，供经办机构审定；是否采取“可以”的措施由经办机构决定。",
                                "Drawn from the rules for the agency to decide on; whether to take a measure it may take is the agency's choice."),
                List.copyOf(digests));
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
}
