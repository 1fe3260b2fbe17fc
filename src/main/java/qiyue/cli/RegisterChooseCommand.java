package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.receipt.Receipt;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.report.Names;
import qiyue.rulebook.Vocabulary;

/** {@code register … choose}: what the agency takes or declines of what it may take, and for how long. */
@Command(
        name = "choose",
        mixinStandardHelpOptions = true,
        description = {
            "登记经办机构对“可以”的处理作出的选择：采取（--take）或不采取（--decline），以及期限、起始日、所定的数；不在可以选择之列的不登记",
            "enter a choice of the agency: a measure it may take, taken or declined, its length and first day; what is not on offer is refused"
        },
        footer = {
            "",
            "例 examples:",
            "  qiyue register 2025.db choose 京昌检〔2025〕33号 --take suspend-agreement --months 2 --on 2025-09-25",
            "  qiyue register 2025.db choose 京昌检〔2025〕33号 --decline suspend-payment"
        })
final class RegisterChooseCommand extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Mixin
    private Happened happened;

    @Mixin
    private Struck struck;

    @Parameters(
            paramLabel = "CASE",
            description = {"案件，即检查编号", "the case: the id of its inspection"})
    private String chain = "";

    @Option(
            names = "--take",
            paramLabel = "MEASURE",
            description = {"采取哪一项处理（代码或名称，如 suspend-agreement、约谈）", "the measure taken (its code, or what it is called)"
            })
    private String take = "";

    @Option(
            names = "--decline",
            paramLabel = "MEASURE",
            description = {"决定不采取哪一项处理（代码或名称）", "the measure declined (its code, or what it is called)"})
    private String decline = "";

    @Option(
            names = "--months",
            paramLabel = "NUMBER",
            description = {"期限，月", "its length in months"})
    private Optional<BigDecimal> months = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "NUMBER",
            description = {"期限，日", "its length in days"})
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--percent",
            paramLabel = "NUMBER",
            description = {"所定的百分比，条款给出幅度的", "the share decided, percent, of a range the clause gives"})
    private Optional<Integer> percent = Optional.empty();

    @Option(
            names = "--times",
            paramLabel = "NUMBER",
            description = {"所定倍数，含本数", "the multiple decided, the sum itself included"})
    private Optional<Integer> times = Optional.empty();

    @Option(
            names = "--amount",
            paramLabel = "YUAN",
            description = {
                "所定金额（元），条款给出幅度，或者扣多少保证金由经办机构定的",
                "the sum decided, yuan, of a range the clause gives or of a deposit it leaves to the agency"
            })
    private Optional<BigDecimal> amount = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = {"起始日；不写的自送达之日起", "its first day; left out, it runs from the day of service"})
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--cause",
            paramLabel = "violation|own-request|force-majeure|re-evaluation|other",
            description = {"起因；不写的，因违约而起的是 violation", "its cause; left out, what follows from a breach is a violation"
            })
    private String cause = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = {"说明", "remark"})
    private String note = "";

    @Override
    int run(Main main) throws Problems {
        if (take.isEmpty() == decline.isEmpty()) {
            main.say("--take 和 --decline 写其中一个", "give one of --take and --decline");
            return Main.BAD_INPUT;
        }
        Register.Filing filed = filing.filing();
        try (Register register = parent().open()) {
            Proceeding before = proceeding(register, chain);
            Qiyue qiyue;
            try {
                qiyue = common().open(List.of(new InspectionText(chain, Receipt.canonical(before.document()))));
            } catch (Problems e) {
                main.print(e.all(), common().lang());
                return Main.NO_RULES;
            }
            Vocabulary vocabulary = qiyue.library().vocabulary();
            String measure = measure(vocabulary, take.isEmpty() ? decline : take);
            CaseWork work =
                    new CaseWork(qiyue, register, Optional.of(before.subject().facility()), filed);
            CaseWork.Entered entered = work.choice(before.subject(), body(measure), happened.day());
            said(chain, entered.added(), register.proceeding(chain).entries().size());
            entered.decision().ifPresent(d -> {
                main.out.println("  " + words(vocabulary).decision(d));
                d.notes().stream()
                        .filter(n -> n.kind().equals("choice-outside-range")
                                && n.about().equals(measure))
                        .findFirst()
                        .map(n -> n.details().getOrDefault("allowed", ""))
                        .ifPresent(allowed -> say(
                                "  提醒：所定不在条款所定之内（条款：" + Names.allowed(allowed, "zh") + "），仍照所定登记",
                                "  note: what was decided is not within the clause (which allows "
                                        + Names.allowed(allowed, "en") + "); it was entered as decided"));
            });
        }
        return Main.DONE;
    }

    private ObjectNode body(String measure) {
        ObjectNode body = body();
        body.put("measure", measure).put("choice", take.isEmpty() ? "declined" : "taken");
        struck.into(body);
        months.ifPresent(m -> body.put("months", m));
        days.ifPresent(d -> body.put("days", d));
        percent.ifPresent(p -> body.put("percent", p));
        times.ifPresent(n -> body.put("times", n));
        amount.ifPresent(y -> body.put("amount", y));
        from.ifPresent(d -> body.put("from", d.toString()));
        put(body, "cause", cause);
        put(body, "note", note);
        return body;
    }
}
