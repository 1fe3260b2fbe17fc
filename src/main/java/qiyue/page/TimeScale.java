package qiyue.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import qiyue.report.DecisionView;
import qiyue.report.DecisionView.Mark;
import qiyue.report.DecisionView.Timeline;

/** Where days stand on a line of 1000 units; a little room is left at both ends. */
public final class TimeScale {
    private static final int LENGTH = 1000;
    private static final int ROOM = 12;
    private static final int THINNEST = 9;
    private static final int MONTHLY = 18;
    private static final int QUARTERLY = 60;

    private final LocalDate first;
    private final long days;
    private final List<Tick> ticks;

    /** The first day of a month, quarter or year, whichever can be told apart. */
    public record Tick(long x, LocalDate day) {}

    private TimeScale(LocalDate first, LocalDate last) {
        this.first = first;
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        long months = ChronoUnit.MONTHS.between(first, last);
        int step = months <= MONTHLY ? 1 : months <= QUARTERLY ? 3 : 12;
        List<Tick> found = new ArrayList<>();
        for (LocalDate day = first.withDayOfMonth(1); !day.isAfter(last); day = day.plusMonths(1)) {
            if (!day.isBefore(first) && (day.getMonthValue() - 1) % step == 0) {
                found.add(new Tick(x(day), day));
            }
        }
        this.ticks = List.copyOf(found);
    }

    /** The scale of that line. */
    public static TimeScale of(Timeline line) {
        return new TimeScale(line.first(), line.last());
    }

    /** The beginnings of months, quarters or years. */
    public List<Tick> ticks() {
        return ticks;
    }

    /** Where a mark begins; a single day has its middle on the day. */
    public long from(Mark mark) {
        long thin = THINNEST - (x(mark.to()) - x(mark.from()));
        return x(mark.from()) - Math.max(0, thin) / 2;
    }

    /** How long a mark is, never so short that it cannot be seen. */
    public long width(Mark mark) {
        return Math.max(THINNEST, x(mark.to()) - x(mark.from()));
    }

    /** The day of handling. */
    public long today(DecisionView view) {
        return x(view.head().handled());
    }

    private long x(LocalDate day) {
        return ROOM + ChronoUnit.DAYS.between(first, day) * (LENGTH - 2 * ROOM) / days;
    }
}
