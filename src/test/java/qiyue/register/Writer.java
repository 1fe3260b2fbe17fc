package qiyue.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import qiyue.problem.Problems;

/** An auditor at work, as a process of its own: enters so many things in one case and tells of each once it is in. */
final class Writer {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    private Writer() {}

    /** Register, name of the writer, how many entries. */
    public static void main(String[] args) throws Problems {
        try (Register register = Register.openOrMake(Path.of(args[0]))) {
            for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
                String note = args[1] + "-" + i;
                while (!register.add(
                        new Register.Subject("案", "beijing", "BJ-1"),
                        register.proceeding("案").entries().size(),
                        List.of(draft(note + "-a"), draft(note + "-b")),
                        new Register.Filing(DAY, args[1]))) {
                    Thread.onSpinWait();
                }
                System.out.println(note);
                System.out.flush();
            }
        }
    }

    private static Register.Draft draft(String note) {
        return new Register.Draft(
                EntryKind.DEFENCE, DAY, JsonNodeFactory.instance.objectNode().put("note", note));
    }
}
