package qiyue.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/** What is wrong with a command line, in words. */
final class Misuse {
    private Misuse() {}

    static Text said(CommandLine.ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = Visible.line(unmatched.getUnmatched().get(0));
            List<String> near = Suggest.near(first, names(e.getCommandLine(), first.startsWith("-")));
            Text meant = near.isEmpty()
                    ? new Text("", "")
                    : new Text(
                            "；是不是 " + String.join("、", near) + "？", "; did you mean " + String.join(", ", near) + "?");
            return new Text("不认识 " + first + meant.zh(), "unknown: " + first + meant.en());
        }
        String about = e.getArgSpec() == null ? "" : name(e.getArgSpec());
        if (e instanceof MissingParameterException missing) {
            List<ArgSpec> all = missing.getMissing().isEmpty() && e.getArgSpec() != null
                    ? List.of(e.getArgSpec())
                    : missing.getMissing();
            return new Text(
                    "缺少 " + all.stream().map(a -> wanted(a, false)).collect(Collectors.joining("；")),
                    "missing: " + all.stream().map(a -> wanted(a, true)).collect(Collectors.joining("; ")));
        }
        String value = e.getValue() == null ? "" : Visible.line(e.getValue());
        return about.isEmpty()
                ? new Text(
                        "命令写法有误：" + Visible.line(String.valueOf(e.getMessage())),
                        "not well written: " + Visible.line(String.valueOf(e.getMessage())))
                : new Text(about + " 的值不合用：" + value, "not a value for " + about + ": " + value);
    }

    /** A name in capitals says little: what stands for it goes with it, in the words of the help. */
    private static String wanted(ArgSpec arg, boolean english) {
        String words = String.join(" ", HelpText.one(arg.description(), english));
        return words.isEmpty() ? name(arg) : name(arg) + (english ? ", " : "：") + words;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static List<String> names(CommandLine line, boolean options) {
        return options
                ? line.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .toList()
                : List.copyOf(line.getSubcommands().keySet());
    }
}
