package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Says;

/** A figure or day that lies outside the text and that the text refers to. */
@Says(zh = "参数", en = "a parameter outside the text")
@Kind(examined = "parameters")
public record Parameter(
        @Says(zh = "参数代码", en = "parameter", code = "parameters")
        String key,

        @Says(zh = "数值", en = "figure", optional = true) BigDecimal amount,

        @Says(zh = "日期", en = "day", optional = true, ahead = true)
        LocalDate date,

        @Says(
                zh = "所属协议的编号；缺省为全部协议",
                en = "id of the agreement concerned; all if left out",
                optional = true,
                pointsAt = Agreement.class)
        String agreement)
        implements Evidence {
    /** Before its key, what it is called: nobody writes an id for it. */
    public static final String ID = "parameter:";

    @Override
    public String id() {
        return ID + key + (agreement.isEmpty() ? "" : ":" + agreement);
    }
}
