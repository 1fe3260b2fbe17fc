package qiyue.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.table.Cell;

/** Days and times as systems and people write them. Orders of day and month that could be either are not read. */
final class Days {
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[\\sT]*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})秒?)?(?:\\.\\d+)?分?)?");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDate ORIGIN = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    /**
     * A day that was read.
     *
     * @param timed whether an hour was written with it
     * @param counted whether it was written as a spreadsheet counts days
     */
    record Read(LocalDateTime at, boolean timed, boolean counted) {
        String day() {
            return at.toLocalDate().toString();
        }

        String time() {
            return TIME.format(at);
        }
    }

    private Days() {}

    /** What a cell says; nothing if it is no day that can be told for sure. */
    static Optional<Read> read(Cell cell) {
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        try {
            return switch (cell.kind()) {
                case DAY -> Optional.of(new Read(LocalDate.parse(text).atStartOfDay(), false, false));
                case TIME -> Optional.of(new Read(LocalDateTime.parse(text), true, false));
                case NUMBER, TEXT -> written(text);
                case EMPTY, TRUTH, UNCOMPUTED, ERROR -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Read> written(String text) {
        for (Pattern form : new Pattern[] {WRITTEN, DIGITS}) {
            Matcher m = form.matcher(text);
            if (m.matches()) {
                LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
                return Optional.of(
                        m.group(4) == null
                                ? new Read(day.atStartOfDay(), false, false)
                                : new Read(
                                        day.atTime(number(m, 4), number(m, 5), m.group(6) == null ? 0 : number(m, 6)),
                                        true,
                                        false));
            }
        }
        if (!SERIAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        long days = number.longValue();
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        return Optional.of(new Read(ORIGIN.plusDays(days).atStartOfDay().plusSeconds(seconds), seconds > 0, true));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
