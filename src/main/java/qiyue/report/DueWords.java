package qiyue.report;

import qiyue.decision.Decision.DutyLine;
import qiyue.rulebook.Vocabulary;

/** What the day of a duty means, in words: the latest, the earliest, or that until which something goes on at least. */
public final class DueWords {
    private final Vocabulary vocabulary;
    private final boolean en;

    /** In Chinese, or in English for {@code en}. */
    public DueWords(Vocabulary vocabulary, String lang) {
        this.vocabulary = vocabulary;
        this.en = lang.equals("en");
    }

    /** The word before the day. */
    public String of(DutyLine duty) {
        return goesOn(duty) ? atLeast(en) : duty.lasting() ? earliest(en) : en ? "by" : "最迟";
    }

    /** The word before the first and the last day of several. */
    String ofSeveral(DutyLine duty) {
        return goesOn(duty) ? atLeast(en) : duty.lasting() ? en ? "earliest days" : "最早之日" : en ? "due" : "期限";
    }

    /** Whether the day is one before which the step, or the end of what goes on, comes too early. */
    boolean early(DutyLine duty) {
        return duty.lasting() || goesOn(duty);
    }

    /** Whether the step goes on until its day. */
    boolean goesOn(DutyLine duty) {
        return vocabulary.lasts(duty.act());
    }

    /** What such days are. */
    public static String earlyDays(String lang) {
        boolean en = lang.equals("en");
        return earliest(en) + (en ? ", " : "、") + atLeast(en);
    }

    private static String atLeast(boolean en) {
        return en ? "at least until" : "至少至";
    }

    private static String earliest(boolean en) {
        return en ? "not before" : "不早于";
    }
}
