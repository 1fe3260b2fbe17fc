package qiyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.official.OfficialTexts;
import qiyue.problem.GrowingFile;
import qiyue.problem.Problems;
import qiyue.report.Audience;

/** {@code evaluate}: inspections in, decisions out. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {"对检查文书给出处理意见", "decide on inspections"},
        footer = {
            "",
            "例 example:",
            "  qiyue evaluate inspection.json",
            "  qiyue evaluate inspections/ --format ndjson --out all.ndjson --errors errors.ndjson",
            "  qiyue evaluate inspection.json --only must"
        })
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "text|html|json|ndjson",
            description = {
                "输出形式：text、html（一份文书一个文件，可打印）、json、ndjson；缺省按 --out 的后缀，没有则为 text",
                "output: text, html (one inspection, one file, to print), json, ndjson; by default as --out ends, else text"
            })
    private String format = "";

    @Option(
            names = "--fail-on",
            paramLabel = "must|may|any",
            description = {"有此类措施时退出码为 1：must、may、any", "exit 1 if there is such a measure: must, may, any"})
    private String failOn = "";

    @Option(
            names = "--only",
            paramLabel = "must|may|open",
            description = {
                "只要这一部分：must 必须的、may 可以选择的、open 尚未确定的；没有这一部分的文书不输出，计数写明略去多少",
                "only this part: must, may, or open (not settled); inspections without it are not printed, and counts say what was left out"
            })
    private String only = "";

    @Option(
            names = "--personal",
            paramLabel = "masked|shown",
            description = {
                "姓名等个人信息：masked 以假名代替（text、html 的默认），shown 照写（json、ndjson 的默认）",
                "names of people: masked by pseudonyms (the default of text and html) or shown (of json and ndjson)"
            })
    private String personal = "";

    @Option(
            names = "--for",
            paramLabel = "agency|facility",
            description = {
                "为谁措辞：agency 经办机构（默认），facility 自查的机构（“将会”“可能”）；用于 text、html",
                "worded for the agency (default) or for a facility that checks itself (\"would\", \"could\"); of text and html"
            })
    private String reader = "agency";

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {
                "自备的协议文本（见 texts）：text、html 末尾列出所引条款的原文",
                "your own copies of the instruments (see texts): text and html end with the clauses cited"
            })
    private Optional<Path> texts = Optional.empty();

    /** By full clause id, the text of the user's own copy. */
    private Map<String, List<String>> quotes = Map.of();

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = {
                "把处理回执写入文件，一份文书一行，供 verify 核对",
                "write receipts to the file, a line for each inspection, for verify"
            })
    private Optional<Path> receipt = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "把结果写入文件（完成之前名为 FILE.part），而不写到标准输出",
                "write results to the file (FILE.part until it is whole) instead of standard output"
            })
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = {
                "把有误之处作为数据写入文件，一处一行 JSON：出处、行、指针、代码、值",
                "write what is wrong as data, a line of JSON each: source, line, pointer, code, value"
            })
    private Optional<Path> errors = Optional.empty();

    @Option(
            names = "--resume",
            description = {"接着做中断了的运行（须有 --out）", "go on with a run that was interrupted (needs --out)"})
    private boolean resume;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = {
                "沿用前次结果（--format ndjson 的输出）：文书、规则和程序都没有变的不再重新处理",
                "take over from an earlier result (of --format ndjson) what has not changed: inspection, rules and program"
            })
    private Optional<Path> since = Optional.empty();

    @Mixin
    private RegisterOptions from = new RegisterOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "检查文书（JSON 或 xlsx 检查表）、文件夹、一行一份的文件（ndjson、jsonl），可用 gz 压缩，或 - 表示标准输入",
                "inspections (JSON, or workbooks: xlsx), folders, files of one a line (ndjson, jsonl), packed with gz or not, or - for standard input"
            })
    private List<String> files = List.of();

    /** For the command line library, which fills it in. */
    EvaluateCommand() {}

    /** As {@link Plain} has read it. */
    EvaluateCommand(Main main, Common common, Map<String, String> options, List<String> files) {
        this.main = main;
        this.common = common;
        this.format = options.getOrDefault("--format", format);
        this.failOn = options.getOrDefault("--fail-on", failOn);
        this.only = options.getOrDefault("--only", only);
        this.personal = options.getOrDefault("--personal", personal);
        this.reader = options.getOrDefault("--for", reader);
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        if (!Set.of("", "text", "html", "json", "ndjson").contains(format)
                || !Set.of("", "must", "may", "any").contains(failOn)
                || !Set.of("", "must", "may", "open").contains(only)
                || !Set.of("", "masked", "shown").contains(personal)
                || !Set.of("agency", "facility").contains(reader)) {
            main.say(
                    "--format 可用 text、html、json、ndjson；--fail-on 可用 must、may、any；--only 可用 must、may、open；--personal 可用 masked、shown；--for 可用 agency、facility",
                    "--format: text, html, json, ndjson; --fail-on: must, may, any; --only: must, may, open; --personal: masked, shown; --for: agency, facility");
            return Main.BAD_INPUT;
        }
        Ending ending = Ending.of(
                format,
                out,
                "text",
                Map.of(
                        "txt", "text", "html", "html", "htm", "html", "json", "json", "ndjson", "ndjson", "jsonl",
                        "ndjson"));
        if (ending.wrong().isPresent()) {
            main.say(ending.wrong().get().zh(), ending.wrong().get().en());
            return Main.BAD_INPUT;
        }
        format = ending.form();
        if (!only.isEmpty() && (format.equals("html") || reader.equals("facility"))) {
            main.say(
                    "--only 不能与 --format html、--for facility 同用",
                    "--only cannot go with --format html or --for facility");
            return Main.BAD_INPUT;
        }
        if (reader.equals("facility") && format.endsWith("json")) {
            main.say(
                    "--for facility 只改变措辞，用于 --format text、html",
                    "--for facility changes words only: --format text or html");
            return Main.BAD_INPUT;
        }
        if (texts.isPresent() && format.endsWith("json")) {
            main.say("--texts 用于 --format text、html", "--texts goes with --format text or html");
            return Main.BAD_INPUT;
        }
        if (resume && (out.isEmpty() || receipt.isPresent())) {
            main.say("--resume 须有 --out，且不能与 --receipt 同用", "--resume needs --out, and cannot go with --receipt");
            return Main.BAD_INPUT;
        }
        if (since.isPresent()
                && (!format.equals("ndjson")
                        || !failOn.isEmpty()
                        || !only.isEmpty()
                        || personal.equals("masked")
                        || receipt.isPresent())) {
            main.say(
                    "--since 只与 --format ndjson 同用，不能与 --fail-on、--only、--receipt、--personal masked 同用",
                    "--since goes with --format ndjson only, and not with --fail-on, --only, --receipt or --personal masked");
            return Main.BAD_INPUT;
        }
        if (since.isPresent() && !(Files.isRegularFile(since.get()) && Files.isReadable(since.get()))) {
            main.say("--since：读不到文件 " + since.get(), "--since: cannot read the file " + since.get());
            return Main.BAD_INPUT;
        }
        if (from.file().isPresent() && (since.isPresent() || resume)) {
            main.say(
                    "--register 不能与 --since、--resume 同用：登记簿可能已经不同",
                    "--register does not go with --since or --resume: the register may have changed");
            return Main.BAD_INPUT;
        }
        if (from.unnamed()) {
            main.say("--register-at、--facility 须有 --register", "--register-at and --facility need --register");
            return Main.BAD_INPUT;
        }
        try (Inputs inputs = new Inputs(files, main.in, common)) {
            return decide(inputs);
        } catch (Results.Lost e) {
            return Main.LOST;
        }
    }

    private int decide(Inputs inputs) throws IOException {
        List<String> named = inputs.names();
        Inputs.Input first = inputs.next();
        boolean many = first != null && !inputs.isLast();
        if (many && format.equals("html")) {
            main.say("--format html 一次一份文书；多份请逐份运行", "--format html takes one inspection at a time; run it for each");
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        Checkpoint checkpoint = null;
        try {
            qiyue = many || first == null
                    ? common.open()
                    : common.open(first.document().stream().toList());
            if (out.isPresent()) {
                checkpoint = Checkpoint.of(out.get(), run(named, qiyue), resume);
            }
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return e.all().get(0).code().equals("resume") ? Main.BAD_INPUT : Main.NO_RULES;
        }
        if (texts.isPresent()) {
            try {
                quotes = OfficialTexts.of(texts.get(), qiyue.library()).quotes();
            } catch (Problems e) {
                main.print(e.all(), common.lang());
                return Main.BAD_INPUT;
            }
        }
        Checkpoint written = checkpoint;
        if (from.file().isPresent()) {
            try {
                return DecidingFromRegister.using(
                        from.file().get(),
                        from.knownOn(),
                        from.facility(),
                        main,
                        manner(many),
                        qiyue,
                        deciding -> decide(inputs, first, many, deciding, written));
            } catch (Problems e) {
                main.print(e.all(), common.lang());
                return Main.BAD_INPUT;
            }
        }
        try (Since earlier = earlier(qiyue)) {
            return decide(inputs, first, many, new Deciding(main, manner(many), qiyue, earlier), checkpoint);
        }
    }

    private Deciding.Manner manner(boolean many) {
        return new Deciding.Manner(
                format,
                failOn,
                only,
                personal,
                common.lang(),
                audience(),
                quotes,
                errors.isPresent(),
                receipt.isPresent(),
                many);
    }

    private Audience audience() {
        return reader.equals("facility") ? Audience.FACILITY : Audience.AGENCY;
    }

    /** The decisions of the earlier run; null if there is none to take from. */
    private @Nullable Since earlier(Qiyue qiyue) throws IOException {
        if (since.isEmpty()) {
            return null;
        }
        return Since.read(since.get(), bases(qiyue));
    }

    /** What decisions rest on beside the inspection, in every region. */
    private static Set<String> bases(Qiyue qiyue) {
        Set<String> bases = new TreeSet<>();
        qiyue.library().vocabulary().codes("regions").forEach(r -> bases.add(qiyue.basis(r)));
        return bases;
    }

    private int decide(
            Inputs inputs,
            Inputs.@Nullable Input start,
            boolean many,
            Deciding deciding,
            @Nullable Checkpoint checkpoint)
            throws IOException {
        try (GrowingFile receipts = receipt.isPresent() ? GrowingFile.open(receipt.get(), 0) : null;
                Results results =
                        new Results(main, out, errors, checkpoint, inputs, format.equals("text") ? "\n" : "")) {
            for (String file : inputs.unread()) {
                results.unread(file);
            }
            Inputs.Input first = deciding.passing(inputs, start, results);
            if (many) {
                Batch.run(inputs, first, deciding::note, deciding::answer, deciding.keeping(results, receipts));
            } else if (first != null) {
                deciding.keeping(results, receipts).take(deciding.answer(first));
            }
            if (receipts != null) {
                receipts.add(deciding.lastReceipt());
                receipts.finish();
            }
            int code = results.finish(common.lang(), many);
            Checkpoint.Counts counts = results.counts();
            if (counts.leftOut() > 0) {
                main.say(
                        "其中 " + counts.leftOut() + " 份没有 --only " + only + " 所要的部分，没有输出",
                        counts.leftOut() + " have nothing that --only " + only + " asks for and are not printed");
            }
            if (since.isPresent()) {
                main.say(
                        "其中 " + counts.kept() + " 份没有变化，沿用 " + since.get(),
                        counts.kept() + " unchanged, taken over from " + since.get());
            }
            return code;
        }
    }

    /** What must be the same for a run to go on. */
    private String run(List<String> named, Qiyue qiyue) {
        StringBuilder run = new StringBuilder(String.join(
                "\n",
                format,
                failOn,
                only,
                personal,
                reader,
                common.lang(),
                since.map(Path::toString).orElse(""),
                texts.map(Path::toString).orElse(""),
                String.valueOf(errors.isPresent())));
        for (String name : named) {
            run.append('\n').append(name);
            if (!name.equals("-") && Files.exists(Path.of(name))) {
                run.append(' ').append(Path.of(name).toFile().length());
            }
        }
        bases(qiyue).forEach(b -> run.append('\n').append(b));
        return new InspectionText("", run.toString()).digest();
    }
}
