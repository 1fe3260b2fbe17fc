package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** The result of a score sheet, complete or with rows still open. */
@Says(zh = "得分", en = "the result of a score sheet")
@Kind(dated = true, examined = "assessments")
public record Score(
        @Says(zh = "评分表", en = "score sheet", code = "sheets")
        String sheet,

        @Says(zh = "年度", en = "year") int year,
        @Says(zh = "所属协议", en = "id of the agreement") String agreement,

        @Says(zh = "所评申请的编号；不是就一份申请评的为空", en = "id of the application evaluated; empty where it is of none alone")
        String application,

        @Says(zh = "总分", en = "total") BigDecimal total,
        @Says(zh = "一票否决项", en = "veto rows met") List<String> vetoes,

        @Says(
                zh = "所属之日：年度末日；办理早于年度末日的为办理日",
                en = "the day it belongs to: the last of its year, or the day of handling where that comes first",
                derived = true)
        LocalDate day)
        implements Evidence {
    /** Before its sheet, what it is called: nobody writes an id for it. */
    public static final String ID = "score:";

    @Override
    public String id() {
        return id(sheet, year, agreement, application);
    }

    /** The id of the score that a sheet of a year comes to, for an agreement or an application; empty where it is of none. */
    public static String id(String sheet, int year, String agreement, String application) {
        // the place of an agreement stays, so that the id of an application is never read as one
        return ID + sheet + ":" + year + (agreement.isEmpty() && application.isEmpty() ? "" : ":" + agreement)
                + (application.isEmpty() ? "" : ":" + application);
    }

    @Override
    public List<String> roots() {
        return application.isEmpty() ? List.of(id()) : List.of(id(), application);
    }

    /** The last day of March of the year after: year-end settlement is to be complete by then. */
    @Says(zh = "次年三月三十一日", en = "the last day of March of the year after")
    public LocalDate settleBy() {
        return LocalDate.of(year + 1, 3, 31);
    }

    /** The first of January of its year: what prepares the assessment belongs to the year. */
    @Says(zh = "年度首日", en = "the first day of its year")
    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** The day a score of that year belongs to: an admission, or a year cut short, is judged before the year is out. */
    public static LocalDate dayOf(int year, LocalDate today) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return today.isBefore(last) ? today : last;
    }

    /** Whether a veto was met. */
    @Says(zh = "是否触及一票否决", en = "whether a veto was met")
    public boolean vetoed() {
        return !vetoes.isEmpty();
    }
}
