package qiyue.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import qiyue.problem.Problems;
import qiyue.register.Entry;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.register.Taken;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;

/** {@code register … show}: one case, all of it or as it was known on a day. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "一案的全部条目和已送达的处理；--at 只看某日为止归档的",
            "all entries of a case and the measures served; --at shows what was known on a day"
        },
        footer = {"", "例 example: qiyue register 2025.db show 京昌检〔2025〕33号 --at 2025-10-01"})
final class RegisterShowCommand extends RegisterVerb {
    @Parameters(
            paramLabel = "CASE",
            arity = "0..1",
            description = {
                "案件，即检查编号；不写的，只有一案时就是它，否则列出有哪些",
                "the case: the id of its inspection; left out, the only one there is, else a list of what there is"
            })
    private String chain = "";

    @Option(
            names = "--at",
            paramLabel = "DAY",
            description = {"只看此日为止归档的条目", "only what was filed by that day"})
    private Optional<LocalDate> at = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Override
    int run(Main main) throws Problems {
        Library library = common().library();
        RegisterWords words = words(library.vocabulary());
        try (Register register = parent().open()) {
            if (chain.isEmpty() && register.subjects().size() != 1) {
                return which(register, main);
            }
            Proceeding whole = proceeding(
                    register,
                    chain.isEmpty() ? register.subjects().keySet().iterator().next() : chain);
            Proceeding known = at.map(whole::asKnownOn).orElse(whole);
            List<Taken> taken = known.taken(at.orElse(LocalDate.MAX), library.calendar());
            if (format.equals("json")) {
                main.out.print(JsonReport.pretty(json(known, taken)));
                return Main.DONE;
            }
            Register.Subject subject = whole.subject();
            main.out.println(subject.chain() + "  " + subject.facility()
                    + at.map(d -> words.t("　" + d + " 所知", "  as known on " + d))
                            .orElse(""));
            if (known.isEmpty()) {
                say("  当时还没有归档的条目", "  nothing had been filed yet");
            }
            for (Entry entry : known.entries()) {
                main.out.println("  " + words.line(entry));
            }
            if (!taken.isEmpty()) {
                say("已送达的处理：", "measures served:");
                taken.forEach(t -> main.out.println("  " + words.taken(t)));
            }
        }
        return Main.DONE;
    }

    /** No case was named, and there is none or several: which there are. */
    private int which(Register register, Main main) throws Problems {
        if (register.subjects().isEmpty()) {
            say("登记簿是空的", "the register is empty");
            return Main.DONE;
        }
        main.say("写明看哪一案：", "say which case to show:");
        for (var known : register.facilities().entrySet()) {
            for (Proceeding each : register.ofFacility(known.getKey())) {
                main.say(
                        "  " + each.subject().chain() + "  " + String.join("、", known.getValue()),
                        "  " + each.subject().chain() + "  " + String.join(", ", known.getValue()));
            }
        }
        return Main.BAD_INPUT;
    }

    private static ObjectNode json(Proceeding known, List<Taken> taken) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        var entries = all.putArray("entries");
        for (Entry e : known.entries()) {
            ObjectNode node = entries.addObject();
            node.put("number", e.number())
                    .put("kind", e.kind().code())
                    .put("day", e.day().toString());
            node.put("filedOn", e.filedOn().toString()).put("recorded", e.recorded());
            if (!e.by().isEmpty()) {
                node.put("by", e.by());
            }
            node.put("digest", e.digest());
            node.set("body", e.body());
        }
        var measures = all.putArray("served");
        for (Taken t : taken) {
            ObjectNode node = measures.addObject();
            node.setAll(t.fact(t.agreement(), ""));
            if (!t.untilEvent().isEmpty()) {
                node.put("untilEvent", t.untilEvent());
            }
            node.put("appealed", t.appealed()).put("withdrawn", t.withdrawn());
            t.places().forEach(p -> node.withArray("/entries").add(p.number()));
        }
        return all;
    }
}
