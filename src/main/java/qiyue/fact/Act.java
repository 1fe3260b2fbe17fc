package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A step of the handling that was taken, or, with {@code "date": "none"}, expressly was not. Rules see only steps taken. */
@Says(zh = "已办步骤", en = "a step taken")
@Kind(examined = "handling")
public record Act(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "步骤", en = "step", code = "acts") String act,

        @Says(zh = "办理者", en = "who took it", code = "actors")
        String actor,

        @Says(zh = "日期；确未办理的写 none", en = "day; \"none\" if the step was expressly not taken", event = true)
        LocalDate date,

        @Says(
                zh = "所属协议的编号；不写的就整个案件而言",
                en = "id of the agreement concerned; left out: the whole case",
                optional = true,
                pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "所答复的发现、数据或以往处理的编号；缺省为就整个案件而言",
                en = "id of the finding, record or earlier measure it answers; the whole case if left out",
                optional = true,
                pointsAt = Evidence.class)
        String about,

        @Says(
                zh = "载明的内容",
                en = "what it states",
                codes = {"facts", "clauses", "result"},
                optional = true)
        List<String> contents,

        @Says(zh = "参加人数；0 为未载明", en = "number of people who took part, 0 if not stated", optional = true)
        int participants,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** The working day so many working days after the step. */
    @Says(
            zh = "办理之后第若干个工作日，如 $s.workingDaysOn( 3 )",
            en = "the working day so many working days after the step: $s.workingDaysOn( 3 )")
    public LocalDate workingDaysOn(int number) {
        return clock.calendar().lastDay(date, number, "working-days");
    }

    /** That day of the month in which it was taken. */
    @Says(
            zh = "办理当月的某一日，如 $s.dayOfMonth( 10 )",
            en = "that day of the month in which it was taken: $s.dayOfMonth( 10 )")
    public LocalDate dayOfMonth(int number) {
        return date.withDayOfMonth(Math.min(number, date.lengthOfMonth()));
    }

    /** Whether it is known what it states. */
    @Says(zh = "是否写明写了什么", en = "whether it is known what it states")
    public boolean contentsStated() {
        return !contents.isEmpty();
    }

    /** Whether it speaks of that fact, or of none in particular. */
    @Says(
            zh = "是否就这个事实而办，或没有写明就什么，如 concerns( $f.id )",
            en = "whether it speaks of that fact, or of none in particular: concerns( $f.id )")
    public boolean concerns(String id) {
        return about.isEmpty() || about.equals(id);
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
