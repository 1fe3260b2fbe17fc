package qiyue.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.register.EntryKind;
import qiyue.register.Outcome;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.register.Taken;
import qiyue.rulebook.Vocabulary;

/** The verbs that say what became of a measure that was served. */
abstract class RegisterOutcome extends RegisterVerb {
    @Mixin
    private Filing filing;

    @Mixin
    private Happened happened;

    @Mixin
    private Struck struck;

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = {"案件，即检查编号", "the case: the id of its inspection"})
    private String chain = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MEASURE",
            description = {
                "处理措施（代码或名称）；不写的，列出已送达的",
                "the measure (its code, or what it is called); without it, what was served is listed"
            })
    private String measure = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = {"说明", "remark"})
    private String note = "";

    abstract Outcome outcome();

    @Override
    int run(Main main) throws Problems {
        Vocabulary vocabulary = common().library().vocabulary();
        RegisterWords words = words(vocabulary);
        measure = measure.isBlank() ? "" : measure(vocabulary, measure);
        return enter(
                chain, EntryKind.OUTCOME, happened.day(), filing, (before, register) -> body(before, register, words));
    }

    private ObjectNode body(Proceeding before, Register register, RegisterWords words) throws Problems {
        ObjectNode body = body();
        body.put("measure", measure).put("what", outcome().code());
        struck.into(body);
        put(body, "note", note);
        List<Taken> served = before.served(LocalDate.MAX);
        List<Taken> meant =
                served.stream().filter(t -> before.isAbout(body, measure, t)).toList();
        if (meant.size() != 1) {
            String there = served.stream().map(t -> named(t, words)).distinct().collect(Collectors.joining("；"));
            throw Problems.one(
                    "register-measure",
                    register.path().toString(),
                    wrong(meant.isEmpty()),
                    served.isEmpty()
                            ? new Text("先登记送达：register … deliver", "enter the service first: register … deliver")
                            : new Text(
                                    "已送达的有：" + there + "；几项之间用 --agreement、--department、--person 写明",
                                    "served were: " + there
                                            + "; tell them apart with --agreement, --department, --person"));
        }
        inOrder(register, meant.get(0));
        return body;
    }

    private Text wrong(boolean none) {
        if (measure.isEmpty()) {
            return new Text("没有写明是哪一项处理措施", "no measure is named");
        }
        return none
                ? new Text(
                        "案件 " + chain + " 没有已送达的 " + measure, "in the case " + chain + " no " + measure + " was served")
                : new Text(
                        "案件 " + chain + " 的 " + measure + " 不止一项",
                        "the case " + chain + " has more than one " + measure);
    }

    /** A measure that was served, by what it is called and by what it is written as. */
    private static String named(Taken t, RegisterWords words) {
        return Stream.of(
                        words.measure(t.key().kind()),
                        t.key().kind(),
                        t.agreement(),
                        t.key().department(),
                        String.join("、", t.key().people()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Nothing comes of a measure before it was decided, and none ends before it began: it is withdrawn then. */
    private void inOrder(Register register, Taken taken) throws Problems {
        LocalDate day = happened.day();
        if (day.isBefore(taken.decidedOn())) {
            throw days(
                    register,
                    new Text(
                            day + " 早于作出处理之日 " + taken.decidedOn(),
                            day + " is before the day it was decided, " + taken.decidedOn()));
        }
        if (outcome().ends() && day.isBefore(taken.from())) {
            throw days(
                    register,
                    new Text(
                            day + " 早于处理的第一日 " + taken.from() + "；没有开始就撤销的，用 register … withdraw 登记",
                            day + " is before its first day, " + taken.from()
                                    + "; what was taken back before it began is entered with register … withdraw"));
        }
    }
}
