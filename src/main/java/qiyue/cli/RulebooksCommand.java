package qiyue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import qiyue.fact.Blank;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
import qiyue.rulebook.Review;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** {@code rulebooks}: what is encoded, and when it is in force. */
@Command(
        name = "rulebooks",
        mixinStandardHelpOptions = true,
        description = {"列出规则册", "list the rulebooks"},
        footer = {"", "例 example:", "  qiyue rulebooks --lang en"})
final class RulebooksCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--review",
            description = {
                "每册何时由谁复核、此后是否改动，以及写进 reviewed 的摘要",
                "who reviewed each when, whether it changed since, and the digest to write under reviewed"
            })
    private boolean review;

    @Override
    public Integer call() {
        try {
            Library library = common.library();
            if (review) {
                library.rulebooks().values().forEach(r -> main.out.println(reviewed(r, library.vocabulary())));
                return Main.DONE;
            }
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

    private String reviewed(Rulebook book, Vocabulary vocabulary) {
        Review review = book.info().reviewed();
        boolean english = common.lang().equals("en");
        String state = switch (Review.stateOf(book, vocabulary)) {
            case DAY_ONLY -> english ? "no digest stated" : "未写摘要";
            case CURRENT -> english ? "unchanged since" : "此后未改动";
            case CHANGED -> english ? "changed since" : "此后有改动";
        };
        return String.join(
                "\t",
                book.id(),
                review.dated() ? review.on().toString() : "—",
                review.by().isEmpty() ? "—" : review.by(),
                state,
                "digest: \"" + Review.digestOf(book, vocabulary) + "\"");
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
