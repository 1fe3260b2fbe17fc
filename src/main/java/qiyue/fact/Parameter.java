package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Says;

/** A figure or day that lies outside the text and that the text refers to. */
@Says(zh = "参数", en = "a parameter outside the text")
public record Parameter(
        @Says(zh = "参数代码", en = "parameter", code = "parameters")
        String key,

        @Says(zh = "数值", en = "figure", optional = true) BigDecimal amount,

        @Says(zh = "日期", en = "day", optional = true, ahead = true)
        LocalDate date)
        implements Evidence {
    @Override
    public String id() {
        return "parameter:" + key;
    }
}
