package qiyue.fact;

import java.util.List;
import qiyue.shape.Says;

/**
 * One answer for many facts: for those named, else for all of one item, else for every fact the question may be asked of.
 * The answer a fact has of its own goes before.
 */
@Says(zh = "共同的认定", en = "one answer for many facts")
public record SharedAnswer(
        @Says(zh = "问题代码", en = "question", code = "questions")
        String question,

        @Says(
                zh = "yes、no 或 open",
                en = "yes, no or open",
                codes = {"yes", "no", "open"})
        String answer,

        @Says(
                zh = "所问事实的编号；不写则问到的都算",
                en = "ids of the facts asked about; all of the kind if none is named",
                optional = true,
                pointsAt = Evidence.class)
        List<String> facts,

        @Says(zh = "所问事实的项目、药品或器具名称", en = "the item, drug or device of the facts asked about", optional = true)
        String item) {
    /** Whether it answers for a fact with that id, of that item. */
    public boolean answersFor(String id, String what) {
        return (facts.isEmpty() || facts.contains(id)) && (item.isEmpty() || item.equals(what));
    }
}
