package qiyue.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Shortlist;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.report.CheckReport;

/** The command line. Standard output is the result, standard error is for people; the exit code says how it went. */
@Command(
        name = "qiyue",
        mixinStandardHelpOptions = true,
        version = "qiyue " + Program.VERSION,
        description = {
            "契约：读入对工伤保险协议机构的检查，逐条给出协议约定的处理。",
            "Reads an inspection of a contracted facility and answers with the sanction its agreement calls for."
        })
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int NO_RULES = 3;
    static final int INTERNAL = 4;
    static final int LOST = 5;

    @Option(
            names = "--debug",
            description = {"内部错误时显示详情", "show details of internal errors"},
            scope = CommandLine.ScopeType.INHERIT)
    private boolean debug;

    /** Whether errors are written as JSON, as the result is. */
    private final boolean data;

    /** Whether the reader's language is English. */
    private final boolean english;

    final InputStream in;
    final Seen out;
    final Seen err;

    /** Where a bar is drawn: the signs that move the cursor go through. */
    final PrintWriter terminal;

    Main(InputStream in, PrintWriter out, PrintWriter err, boolean data, boolean english) {
        this.english = english;
        this.in = in;
        this.out = new Seen(out, data, false);
        this.err = new Seen(err, data, true);
        this.terminal = err;
        this.data = data;
    }

    /** Runs the program and exits with its code. */
    public static void main(String[] args) {
        // not System.out and System.err: they swallow what goes wrong
        PrintWriter out = new PrintWriter(stream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(stream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        ClassArchive.check(System.getProperty("qiyue.archive.key", ""), System.getProperty("java.vm.info", ""));
        System.exit(run(System.in, out, err, args));
    }

    private static OutputStream stream(FileDescriptor of) {
        return new BufferedOutputStream(new FileOutputStream(of), 1 << 16);
    }

    /** Runs the program with the streams given; the answer is the exit code. */
    static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main(
                in,
                out,
                err,
                "json".equals(value("--format", args)) || "ndjson".equals(value("--format", args)),
                "en".equals(value("--lang", args)));
        int code;
        try {
            EvaluateCommand plain = Plain.evaluate(main, args).orElse(null);
            code = plain == null ? Line.execute(main, args) : main.call(plain);
        } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
            main.say(
                    "程序不完整或内存不足，请重新构建或加大内存（QIYUE_JAVA_OPTS=-Xmx…）：" + e,
                    "the program is incomplete or out of memory; build it again or give it more (QIYUE_JAVA_OPTS=-Xmx…): "
                            + e);
            code = INTERNAL;
        }
        // a result that is not there whole must not look like one that is
        boolean lost = main.out.checkError();
        if (lost) {
            main.say(
                    "结果没有写完：磁盘已满、管道已关闭或设备出错，请勿使用已写出的部分。",
                    "the result could not be written whole (disk full, pipe closed or device failed); do not use what was written");
        }
        return main.err.checkError() || lost ? LOST : code;
    }

    /** What an option is given, before anything else is read: errors too are said as it wants. */
    private static String value(String option, String... args) {
        String value = "";
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(option + "=")) {
                value = args[i].substring(option.length() + 1);
            } else if (args[i].equals(option) && i + 1 < args.length) {
                value = args[i + 1];
            }
        }
        return value;
    }

    /** Whether the reader's language is English. */
    boolean english() {
        return english;
    }

    /** Says it to people, in their language. */
    void say(String zh, String en) {
        err.println(english ? en : zh);
    }

    private int call(EvaluateCommand command) {
        try {
            return command.call();
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    /** The command line library, apart: a plain command does not load it. */
    private static final class Line {
        static int execute(Main main, String... args) {
            CommandLine line = HelpText.in(main.english, Verbs.reading(main, args));
            line.setOut(main.out).setErr(main.err).setUsageHelpAutoWidth(false);
            line.setParameterExceptionHandler((e, words) -> misused(main, e));
            line.setExecutionExceptionHandler((e, command, parsed) -> main.failed(e));
            return line.execute(args);
        }

        private static int misused(Main main, CommandLine.ParameterException e) {
            Text said = Misuse.said(e);
            String verb = e.getCommandLine().getCommandSpec().qualifiedName();
            main.say(said.zh() + "；用法见 " + verb + " --help", said.en() + "; see " + verb + " --help");
            return BAD_INPUT;
        }
    }

    private int failed(Exception e) {
        if (e instanceof Problems problems) {
            print(problems.all(), english ? "en" : "zh");
            return BAD_INPUT;
        }
        if (e instanceof WholeFile.NotWritten lost) {
            say(lost.said().zh(), lost.said().en());
            return LOST;
        }
        // what it says of itself may quote the document: only who asks for details sees it
        say(
                "内部错误（" + e.getClass().getSimpleName() + "），请附上命令和文件反馈；加 --debug 显示详情",
                "internal error (" + e.getClass().getSimpleName()
                        + "); report it with the command and its files; --debug shows details");
        if (debug) {
            e.printStackTrace(err);
        }
        return INTERNAL;
    }

    /** The details of an internal error, where they are asked for. */
    void trace(Throwable e) {
        if (debug) {
            e.printStackTrace(err);
        }
    }

    void print(List<Problem> problems, String lang) {
        if (data) {
            err.print(new CheckReport(problems, "", lang).json());
            return;
        }
        Shortlist.of(problems, lang).forEach(err::println);
        int places = problems.stream().mapToInt(Problem::places).sum();
        err.println(lang.equals("en") ? places + " problem(s)" : "共 " + places + " 处");
    }
}
