package qiyue.fact;

import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** What the inspection examined. Silence is never compliance: what is not named here was not examined. */
@Says(zh = "检查范围", en = "what was examined")
public record Scope(
        @Says(zh = "已检查的主题", en = "topics examined", code = "topics", optional = true)
        List<String> topics,

        @Says(zh = "另行检查的行为", en = "further conducts examined", code = "conducts", optional = true)
        List<String> conducts,

        @Says(
                zh = "各类数据的完整程度",
                en = "how complete each kind of record is",
                code = "record-kinds",
                codes = {"complete", "sample"},
                optional = true)
        Map<String, String> records) {}
