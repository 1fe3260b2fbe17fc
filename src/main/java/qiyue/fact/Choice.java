package qiyue.fact;

import qiyue.shape.Says;

/** A choice of the agency in this very case. */
@Says(zh = "本次选择", en = "a choice of the agency")
public record Choice(
        @Says(zh = "措施", en = "measure", code = "measures") String measure,

        @Says(
                zh = "选择",
                en = "taken or declined",
                codes = {"taken", "declined"})
        String choice) {}
