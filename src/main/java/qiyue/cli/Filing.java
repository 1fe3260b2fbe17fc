package qiyue.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.register.Register;

/** When something went into the files, and who entered it. The only clock of the program is here: it decides nothing. */
final class Filing {
    @Option(
            names = "--filed",
            paramLabel = "DAY",
            description = {
                "归档日：经办机构的案卷何时有了此事，缺省为今天；补录旧案时写当年的日子",
                "the day it went into the agency's files, today by default; where old cases are entered later, the day of then"
            })
    private Optional<LocalDate> filed = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = {"登记人", "who enters it"})
    private String by = "";

    Register.Filing filing() throws Problems {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = filed.orElse(today);
        if (day.isAfter(today)) {
            throw Problems.one(
                    "register-day",
                    "--filed",
                    new Text("归档日 " + day + " 还没有到", "filed on " + day + ", which is still to come"),
                    new Text("写今天或以前的日子", "give today or a day before"));
        }
        return new Register.Filing(day, by);
    }
}
