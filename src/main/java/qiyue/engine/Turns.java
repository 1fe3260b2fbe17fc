package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import qiyue.shape.Form;

/**
 * The values of a field at which a rule changes its mind, and some between each two: where a limit lies between what other facts
 * state, neither nothing nor plenty of it meets the rule. Found by halving between values of which the rule says different things,
 * so that it holds for limits inside shares, sums and excesses too.
 */
final class Turns {
    /** Figures are tried to the hundredth. */
    private static final int SCALE = 2;

    /** Days back from today, and hundredths or pieces up from nothing. */
    private static final long[] STEPS = {
        0,
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        20_000,
        50_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000L,
        100_000_000_000L
    };

    /** Days no rule of any text looks back: more than a hundred years. */
    private static final long OLDEST = 50_000;

    private final Form form;
    private final LocalDateTime today;

    Turns(Form form, LocalDateTime today) {
        this.form = form;
        this.today = today;
    }

    /** Whether values of that form have an order, so that something lies between two of them. */
    static boolean ordered(Form form) {
        return form == Form.DAY || form == Form.FIGURE || form == Form.WHOLE_NUMBER;
    }

    /**
     * The values to try.
     *
     * @param near what other facts and the rule itself state: limits mostly lie there
     * @param says what each comparison of the rule says where the field is that
     */
    List<Object> values(List<Object> near, LongFunction<int[]> says) {
        TreeSet<Long> tried = new TreeSet<>();
        for (long step : STEPS) {
            add(tried, form == Form.DAY ? today.toLocalDate().toEpochDay() - step : step);
        }
        for (Object value : near) {
            Long at = place(value);
            if (at != null) {
                for (long off : new long[] {-100, -1, 0, 1, 100}) {
                    add(tried, at + off);
                }
            }
        }
        TreeSet<Long> turns = new TreeSet<>(tried);
        Long before = null;
        for (Long at : tried) {
            if (before != null) {
                halve(before, says.apply(before), at, says.apply(at), says, turns);
            }
            before = at;
        }
        List<Object> all = new ArrayList<>();
        before = null;
        for (Long at : turns) {
            if (before != null && at - before > 1) {
                all.add(value((at + before) / 2));
            }
            all.add(value(at));
            before = at;
        }
        return all;
    }

    private static void halve(
            long low, int[] lower, long high, int[] higher, LongFunction<int[]> says, TreeSet<Long> turns) {
        if (Arrays.equals(lower, higher)) {
            return;
        }
        if (high - low <= 1) {
            turns.add(low);
            turns.add(high);
            return;
        }
        long middle = low + (high - low) / 2;
        int[] between = says.apply(middle);
        halve(low, lower, middle, between, says, turns);
        halve(middle, between, high, higher, says, turns);
    }

    /** Something that has happened did so by the day of handling; no figure is negative. */
    private void add(TreeSet<Long> tried, long at) {
        long now = today.toLocalDate().toEpochDay();
        if (form == Form.DAY ? at <= now && at >= now - OLDEST : at >= 0 && at <= greatest()) {
            tried.add(at);
        }
    }

    private long greatest() {
        return form == Form.WHOLE_NUMBER ? Silence.ABUNDANT.longValue() : Silence.ABUNDANT.longValue() * 100;
    }

    /** The value at a place of the line. */
    Object value(long at) {
        return switch (form) {
            case DAY -> LocalDate.ofEpochDay(at);
            case WHOLE_NUMBER -> (int) at;
            default -> BigDecimal.valueOf(at, SCALE);
        };
    }

    private @Nullable Long place(Object value) {
        if (form == Form.DAY) {
            return value instanceof LocalDate d && Math.abs(ChronoUnit.DAYS.between(d, today.toLocalDate())) < OLDEST
                    ? d.toEpochDay()
                    : null;
        }
        if (!(value instanceof BigDecimal || value instanceof Integer)) {
            return null;
        }
        BigDecimal number = value instanceof BigDecimal b ? b : BigDecimal.valueOf((Integer) value);
        return number.signum() < 0 || number.compareTo(Silence.ABUNDANT) > 0
                ? null
                : form == Form.WHOLE_NUMBER
                        ? (Long) number.longValue()
                        : (Long) number.movePointRight(SCALE).longValue();
    }
}
