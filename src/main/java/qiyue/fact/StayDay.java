package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** One day of a stay, with what was charged on it. */
@Says(zh = "住院日", en = "one day of a stay")
@Kind(dated = true, examined = "charges")
public record StayDay(
        @Says(zh = "住院编号", en = "id of the stay") String stay,
        @Says(zh = "日期", en = "day") LocalDate date,

        @Says(zh = "所属协议的编号：住院的协议", en = "id of the agreement: that of the stay", derived = true)
        String agreement,

        @Says(zh = "当日费用是否已知", en = "whether the cost of the day is known", derived = true)
        boolean known,

        @Says(zh = "当日费用", en = "cost of the day", derived = true)
        List<Portion> portions)
        implements Evidence {
    @Override
    public String id() {
        return stay + "@" + date;
    }

    @Override
    public boolean moneyKnown() {
        return known;
    }

    @Override
    public LocalDate day() {
        return date;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
