package qiyue.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The day on which something of a case happened. */
final class Happened {
    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = {"发生的日子，如 2025-09-28；缺省为今天", "the day it happened, such as 2025-09-28; today by default"})
    private Optional<LocalDate> on = Optional.empty();

    LocalDate day() {
        return on.orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
    }
}
