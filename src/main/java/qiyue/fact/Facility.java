package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** The facility under agreement. */
@Says(zh = "协议机构", en = "the facility")
public record Facility(
        @Says(zh = "名称", en = "name") String name,

        @Says(
                zh = "机构代码，如定点机构编码或统一社会信用代码；登记簿按此识别机构",
                en = "code of the facility, such as its number under contract; registers know facilities by it",
                optional = true)
        String code,

        @Says(zh = "机构类别", en = "kinds of facility", code = "facility-kinds")
        List<String> kinds,

        @Says(
                zh = "等级",
                en = "level",
                code = "facility-levels",
                codes = {"tier-1", "tier-2", "tier-3", "unrated", "unstated"},
                optional = true)
        String level,

        @Says(
                zh = "所有制",
                en = "ownership",
                code = "ownerships",
                codes = {"public", "private", "unstated"},
                optional = true)
        String ownership,

        @Says(zh = "开办日", en = "day of opening", optional = true)
        LocalDate openedOn,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    @Override
    public String id() {
        return "facility";
    }

    /** Whether the facility is of this kind. */
    @Says(zh = "是否为这一类机构，如 is( \"medical\" )", en = "whether the facility is of this kind: is( \"medical\" )")
    public boolean is(@Says(code = "facility-kinds") String kind) {
        return kinds.contains(kind);
    }
}
