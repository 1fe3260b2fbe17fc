package qiyue.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.register.EntryKind;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.rulebook.Vocabulary;

/** What the verbs of the register have in common. */
abstract class RegisterVerb implements Callable<Integer> {
    @ParentCommand
    private RegisterCommand parent;

    @Mixin
    private Common common;

    @Override
    public final Integer call() throws IOException, Problems {
        return run(parent.main());
    }

    abstract int run(Main main) throws IOException, Problems;

    final RegisterCommand parent() {
        return parent;
    }

    final Common common() {
        return common;
    }

    final RegisterWords words(Vocabulary vocabulary) {
        return new RegisterWords(vocabulary, common.lang());
    }

    final void say(String zh, String en) {
        parent.main().out.println(common.lang().equals("en") ? en : zh);
    }

    /** A case that must be there. */
    final Proceeding proceeding(Register register, String chain) throws Problems {
        Proceeding found = register.proceeding(chain);
        if (found.isEmpty()) {
            throw noCase(register, chain);
        }
        return found;
    }

    static Problems noCase(Register register, String chain) throws Problems {
        Map<String, Register.Subject> all = register.subjects();
        return Problems.one(
                "register-case",
                register.path().toString(),
                new Text("登记簿中没有案件 " + chain, "the register has no case " + chain),
                all.isEmpty()
                        ? new Text(
                                "登记簿是空的：先登记 register … add 文书", "the register is empty: enter it first, register … add")
                        : Suggest.fix(chain, all.keySet()));
    }

    /** Enters one thing that needs no decision; what stands already is not entered again. */
    final int enter(String chain, EntryKind kind, LocalDate day, Filing filing, Drawing drawing) throws Problems {
        try (Register register = parent.open()) {
            while (true) {
                Proceeding before = proceeding(register, chain);
                ObjectNode body = drawing.on(before, register);
                Register.Draft draft = new Register.Draft(kind, day, body);
                if (before.standing(draft).isPresent()) {
                    said(chain, List.of(), before.entries().size());
                    return Main.DONE;
                }
                if (register.add(before.subject(), before.entries().size(), List.of(draft), filing.filing())) {
                    said(chain, List.of(kind), before.entries().size() + 1);
                    return Main.DONE;
                }
            }
        }
    }

    /** Draws up what is entered, on what the case has come to; throws where it cannot be so. */
    interface Drawing {
        /** The body of the entry. */
        ObjectNode on(Proceeding before, Register register) throws Problems;
    }

    /** Says what was entered. */
    final void said(String chain, List<EntryKind> added, int last) {
        if (added.isEmpty()) {
            say(chain + "：已经登记过，没有重复登记", chain + ": stands already, nothing was entered again");
        } else {
            Text all = Text.listed(added.stream().map(EntryKind::label).toList());
            say(
                    chain + "：已登记 " + all.zh() + "（第 " + last + " 项）",
                    chain + ": entered " + all.en() + " (number " + last + ")");
        }
    }

    /** The measure that somebody wrote, by its code or by what it is called. */
    final String measure(Vocabulary vocabulary, String written) throws Problems {
        Set<String> codes = vocabulary.codes("measures");
        if (codes.contains(written)) {
            return written;
        }
        List<Vocabulary.Entry> called = vocabulary.called("measures", written);
        if (called.size() == 1) {
            return called.get(0).code();
        }
        throw Problems.one(
                "unknown-code",
                "register",
                new Text("没有处理措施“" + written + "”", "there is no measure '" + written + "'"),
                vocabulary.meant(written, "measures", codes));
    }

    static ObjectNode body() {
        return JsonNodeFactory.withExactBigDecimals(true).objectNode();
    }

    static void put(ObjectNode body, String field, String value) {
        if (!value.isBlank()) {
            body.put(field, value.strip());
        }
    }

    static Problems days(Register register, Text what) {
        return Problems.one(
                "register-day",
                register.path().toString(),
                what,
                new Text("核对 --on 的日子", "check the day given by --on"));
    }
}
