package qiyue.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Choice;
import qiyue.problem.Digits;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/** What the agency decided today fits together: once for each measure and whom it strikes. */
final class ChoiceChecks {
    private final CaseFile file;
    private final Library library;
    private final Slips slips;

    ChoiceChecks(Document document, Library library, Slips slips) {
        this.file = document.file();
        this.library = library;
        this.slips = slips;
    }

    void check() {
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int i = 0; i < file.choices().size(); i++) {
            Choice c = file.choices().get(i);
            String at = "/choices/" + i;
            if (c.choice().equals("declined") && (c.lasting() || c.figured() || Blank.happened(c.from()))) {
                slips.report(
                        "choice",
                        at,
                        new Text(
                                "不采取的措施没有期限、起始日和比例、倍数、金额",
                                "what is declined has no length, first day, share, multiple or sum"),
                        new Text(
                                "删去 months、days、from、percent、times、amount，或改为 taken",
                                "remove months, days, from, percent, times and amount, or write taken"));
            }
            Integer before = first.putIfAbsent(of(c), i);
            if (before != null && !file.choices().get(before).decided().equals(c.decided())) {
                contradicts(at, c, "/choices/" + before, file.choices().get(before));
            }
        }
    }

    /** The measure and whom it strikes; with one agreement, naming it or not is the same. */
    private List<Object> of(Choice c) {
        boolean only = file.agreements().size() == 1;
        return List.of(
                c.measure(),
                only ? "" : c.agreement(),
                c.whom(),
                c.department(),
                c.people().stream().sorted().toList());
    }

    private void contradicts(String at, Choice choice, String before, Choice other) {
        slips.report(
                "contradiction",
                at,
                new Text(
                        "措施“" + library.vocabulary().label("measures", choice.measure(), "zh") + "”这里定为 "
                                + said(choice, "zh") + "，" + before + " 却定为 " + said(other, "zh"),
                        "on " + library.vocabulary().label("measures", choice.measure(), "en")
                                + " it was decided here: " + said(choice, "en") + ", but in " + before + ": "
                                + said(other, "en")),
                new Text(
                        "只留实际所定的一项；若对象或协议不同，分别写明",
                        "keep what was decided; where they strike different agreements or subjects, name them"));
    }

    private static String said(Choice c, String lang) {
        boolean en = lang.equals("en");
        StringBuilder said = new StringBuilder(c.choice());
        if (c.months().signum() > 0) {
            said.append(en ? ", months " : "，months ").append(Digits.plain(c.months()));
        }
        if (c.days() > 0) {
            said.append(en ? ", days " : "，days ").append(c.days());
        }
        if (c.percent() > 0) {
            said.append(en ? ", percent " : "，percent ").append(c.percent());
        }
        if (c.times() > 0) {
            said.append(en ? ", times " : "，times ").append(c.times());
        }
        if (c.amount().signum() > 0) {
            said.append(en ? ", amount " : "，amount ").append(Digits.plain(c.amount()));
        }
        if (Blank.happened(c.from())) {
            said.append(en ? ", from " : "，from ").append(c.from());
        }
        return said.toString();
    }
}
