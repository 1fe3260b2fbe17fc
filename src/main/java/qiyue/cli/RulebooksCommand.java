package qiyue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import qiyue.fact.Blank;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** {@code rulebooks}: what is encoded, and when it is in force. */
@Command(
        name = "rulebooks",
        mixinStandardHelpOptions = true,
        description = {"列出规则册", "list the rulebooks"})
final class RulebooksCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        try {
            Library library = common.library();
            library.rulebooks()
                    .values()
                    .forEach(r -> main.out.println(String.join(
                            "\t",
                            r.id(),
                            from(r.info()),
                            to(r.info()),
                            r.rules().size() + "",
                            r.info().title().in(common.lang()),
                            r.digest())));
            library.shared().forEach((id, digest) -> main.out.println(id + "\t" + digest));
            main.out.println(Program.id() + "\t" + Program.digest());
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private String from(Rulebook.Info info) {
        boolean english = common.lang().equals("en");
        return switch (info.start()) {
            case TEXT -> info.from().toString();
            case AGREEMENT -> english ? "by agreement" : "依协议";
            case PARAMETER -> english ? "stated in the inspection" : "由文书说明";
        };
    }

    private static String to(Rulebook.Info info) {
        return Blank.happened(info.to()) ? info.to().toString() : "—";
    }
}
