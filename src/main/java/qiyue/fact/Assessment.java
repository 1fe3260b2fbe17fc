package qiyue.fact;

import java.math.BigDecimal;
import java.util.Map;
import qiyue.shape.Says;

/** The entries of a score sheet, row by row, or its total alone. */
@Says(zh = "评分表填写", en = "the entries of a score sheet")
public record Assessment(
        @Says(zh = "评分表", en = "score sheet", code = "sheets")
        String sheet,

        @Says(zh = "年度", en = "year") int year,

        @Says(zh = "所属协议", en = "id of the agreement", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "申请的评估：所评申请的编号",
                en = "of the evaluation of an applicant, the id of the application",
                optional = true,
                pointsAt = Application.class)
        String application,

        @Says(
                zh = "总分；不逐行填写时填，一票否决的为 0",
                en = "total, where the rows are not handed in; 0 if a veto was met",
                optional = true)
        BigDecimal total,

        @Says(zh = "行号 → 填写项", en = "row → entries", optional = true)
        Map<String, Map<String, String>> rows) {}
