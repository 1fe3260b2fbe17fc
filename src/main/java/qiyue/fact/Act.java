package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** A step of the handling that was taken, or, with {@code "date": "none"}, expressly was not. Rules see only steps taken. */
@Says(zh = "已办步骤", en = "a step taken")
public record Act(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "步骤", en = "step", code = "acts") String act,

        @Says(zh = "办理者", en = "who took it", code = "actors")
        String actor,

        @Says(zh = "日期；确未办理的写 none", en = "day; \"none\" if the step was expressly not taken", event = true)
        LocalDate date,

        @Says(
                zh = "载明的内容",
                en = "what it states",
                codes = {"facts", "clauses", "result"},
                optional = true)
        List<String> contents)
        implements Evidence {
    @Override
    public LocalDate day() {
        return date;
    }
}
