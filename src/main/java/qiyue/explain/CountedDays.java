package qiyue.explain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import qiyue.explain.Explanation.Said;
import qiyue.fact.Calendar;

/** Working days counted out, with what lies between: weekends, holidays, days worked instead. */
final class CountedDays {
    private static final int MOST_DAYS_OFF = 12;

    private CountedDays() {}

    /** From one day to another, the first not counted. */
    static Said between(Calendar calendar, LocalDate from, LocalDate to) {
        int working = 0;
        int weekend = 0;
        List<LocalDate> off = new ArrayList<>();
        List<String> madeUp = new ArrayList<>();
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (!calendar.covers(day)) {
                return new Said("", "");
            }
            boolean rest = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (calendar.isWorkingDay(day)) {
                working++;
                if (rest) {
                    madeUp.add(day.toString());
                }
            } else if (calendar.off().contains(day)) {
                off.add(day);
            } else {
                weekend++;
            }
        }
        String holidays = String.join("、", runs(off));
        return new Said(
                "数日：" + from + " 不计，至 " + to + " 共 " + working + " 个工作日；其间周末休息 " + weekend + " 天"
                        + (off.isEmpty() ? "" : "，放假 " + off.size() + " 天（" + holidays + "）")
                        + (madeUp.isEmpty() ? "" : "，调休上班 " + String.join("、", madeUp)),
                "counted: " + from + " does not count; up to " + to + " there are " + working
                        + " working days; between them " + weekend + " days of weekends"
                        + (off.isEmpty()
                                ? ""
                                : ", " + off.size() + " holidays ("
                                        + holidays.replace("、", ", ").replace(" 至 ", " to ") + ")")
                        + (madeUp.isEmpty() ? "" : ", worked instead: " + String.join(", ", madeUp)));
    }

    private static List<String> runs(List<LocalDate> days) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < days.size() && runs.size() < MOST_DAYS_OFF; ) {
            int last = i;
            while (last + 1 < days.size()
                    && days.get(last + 1).equals(days.get(last).plusDays(1))) {
                last++;
            }
            runs.add(last == i ? days.get(i).toString() : days.get(i) + " 至 " + days.get(last));
            i = last + 1;
        }
        return runs;
    }
}
