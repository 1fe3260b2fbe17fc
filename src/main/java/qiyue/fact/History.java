package qiyue.fact;

import java.util.List;
import qiyue.shape.Says;

/** What happened before this inspection. */
@Says(zh = "历史", en = "what happened before")
public record History(
        @Says(zh = "以往处理", en = "earlier measures", optional = true)
        List<PriorMeasure> measures,

        @Says(zh = "以往考核", en = "earlier assessments", optional = true)
        List<PriorAssessment> assessments) {}
