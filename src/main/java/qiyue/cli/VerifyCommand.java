package qiyue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.receipt.Chain;
import qiyue.receipt.Differences.Difference;
import qiyue.receipt.Receipt;
import qiyue.receipt.Verification;
import qiyue.report.JsonReport;

/** {@code verify}: decides again on the documents of receipts and says what differs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "按回执重新作出处理意见，或依封存文件（archive）中的规则重新处理，逐项说明与当时的不同",
            "decide again on the documents of receipts, or of archives by the rules in them, and say what differs, field by field"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue verify receipts.ndjson --original inspection.json",
            "  qiyue verify case.zip --key key.pub.pem"
        })
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--original",
            paramLabel = "FILE",
            description = {
                "检查文书原件（文件或文件夹），核对回执所记、封存文件所存的是不是它；可重复",
                "originals (files or folders) whose digests receipts must name and archives must hold; may be repeated"
            })
    private List<String> originals = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {"封存文件须有此 Ed25519 公钥（PEM）对应的签名", "archives must be signed for this Ed25519 public key (PEM)"})
    private Optional<Path> key = Optional.empty();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "evaluate --receipt 写出的回执，或 archive 写出的封存文件",
                "receipts written by evaluate --receipt, or archives written by archive"
            })
    private List<Path> files = List.of();

    /** What is said where the inspection decided on is none of the originals given. */
    static final Text MISSING = new Text("  所给原件中没有它的原件\n", "  its original is not among those given\n");

    /** The longest receipt: a document and its decision. */
    private static final int LONGEST = 1 << 28;

    private long all;
    private long same;

    /** What became of one receipt. {@code original}: found, missing, or empty where none was asked for. */
    record Line(
            String file,
            int receipt,
            String inspection,
            boolean same,
            String original,
            List<Difference> basis,
            List<Difference> decision,
            List<String> problems) {}

    @Override
    public Integer call() throws IOException {
        if (!Set.of("text", "json").contains(format)) {
            main.say("--format 可用 text、json", "--format: text, json");
            return Main.BAD_INPUT;
        }
        long archives = files.stream().filter(ArchiveCheck::is).count();
        if (archives == files.size()) {
            return archives();
        }
        if (archives > 0 || key.isPresent()) {
            main.say("回执和封存文件分开核对；--key 只用于封存文件", "receipts and archives are verified apart; --key is for archives");
            return Main.BAD_INPUT;
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> handedIn = handedIn(problems);
        Qiyue qiyue;
        try {
            qiyue = common.open();
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        List<Line> lines = new ArrayList<>();
        try (Progress progress = Progress.ofSteps(main.terminal, -1)) {
            for (Path file : files) {
                long before = all;
                try (InputStream in = Sources.stream(file)) {
                    Lines each = new Lines(in, LONGEST);
                    Chain.read(() -> text(each, file.toString()), file.toString(), receipt -> {
                        Line line = line(qiyue, file, receipt, handedIn);
                        all++;
                        same += line.same() ? 1 : 0;
                        if (format.equals("json")) {
                            lines.add(line);
                        } else {
                            main.out.print(text(line, main.english()));
                        }
                        progress.step();
                    });
                } catch (IOException e) {
                    problems.addAll(Inputs.unreadable(file.toString(), 0, e).problems());
                } catch (Problems e) {
                    Optional<Problem> other = all == before ? NoReceipt.told(file) : Optional.empty();
                    problems.addAll(other.map(List::of).orElse(e.all()));
                }
            }
        }
        main.out.print(format.equals("json") ? JsonReport.ofAll(lines) : counted());
        if (!problems.isEmpty()) {
            main.print(problems.stream().sorted().toList(), common.lang());
            return Main.BAD_INPUT;
        }
        return same == all ? Main.DONE : Main.FAILED;
    }

    private Set<String> handedIn(List<Problem> problems) {
        return Documents.read(originals, main.in, problems, common).stream()
                .map(InspectionText::digest)
                .collect(Collectors.toSet());
    }

    /** Archives hold the rules they rest on: those installed are not looked at. */
    private int archives() throws IOException {
        if (common.namesRules()) {
            main.say(
                    "封存文件依其中的规则核对，--rules 不用；要看改过的规则会怎样处理，用 explain 检查文书 --rules 文件夹",
                    "archives are verified by the rules in them, --rules is not used; what other rules would give: explain INSPECTION --rules DIR");
        }
        ArchiveCheck check = new ArchiveCheck(main);
        List<ArchiveCheck.Line> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<Set<String>> wanted = originals.isEmpty() ? Optional.empty() : Optional.of(handedIn(problems));
        for (Path file : files) {
            try {
                lines.add(check.of(file, Common.models(), key, wanted));
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
        if (format.equals("json")) {
            main.out.print(JsonReport.ofAll(lines));
        } else {
            lines.forEach(l -> main.out.print(check.text(l)));
        }
        if (!problems.isEmpty()) {
            main.print(problems.stream().sorted().toList(), common.lang());
            return Main.BAD_INPUT;
        }
        return lines.stream().allMatch(ArchiveCheck.Line::same) ? Main.DONE : Main.FAILED;
    }

    private static Optional<String> text(Lines lines, String file) throws Problems {
        try {
            Lines.Line next = lines.next();
            if (next == null) {
                return Optional.empty();
            }
            if (next.tooLong()) {
                throw new Lines.Endless();
            }
            return Optional.of(Sources.text(next.bytes(), file).stripTrailing());
        } catch (IOException e) {
            throw new Problems(Inputs.unreadable(file, 0, e).problems());
        }
    }

    private Line line(Qiyue qiyue, Path file, Receipt receipt, Set<String> handedIn) {
        String inspection = receipt.decision().path("inspection").asText();
        boolean there = originals.isEmpty() || handedIn.contains(receipt.original());
        String original = originals.isEmpty() ? "" : there ? "found" : "missing";
        try {
            Verification verified = qiyue.verify(receipt);
            return new Line(
                    file.toString(),
                    receipt.number(),
                    inspection,
                    verified.same() && there,
                    original,
                    verified.basis(),
                    verified.decision(),
                    List.of());
        } catch (Problems e) {
            List<String> refused =
                    e.all().stream().map(p -> p.message().in(common.lang())).toList();
            return new Line(
                    file.toString(), receipt.number(), inspection, false, original, List.of(), List.of(), refused);
        }
    }

    private String counted() {
        return main.english()
                ? all + " receipts: " + same + " the same, " + (all - same) + " not\n"
                : "共 " + all + " 张回执：相符 " + same + "，不符 " + (all - same) + "\n";
    }

    private static String text(Line line, boolean english) {
        String head = (english ? "receipt " : "回执 ") + line.receipt() + "  " + line.inspection() + "  "
                + (line.same() ? english ? "the same" : "相符" : english ? "not the same" : "不符") + "\n";
        return Stream.of(
                        Stream.of(head),
                        line.original().equals("missing")
                                ? Stream.of(english ? MISSING.en() : MISSING.zh())
                                : Stream.<String>of(),
                        line.problems().stream()
                                .map(p -> (english ? "  can no longer be decided: " : "  现在不能再作出处理意见：") + p + "\n"),
                        part(english ? "  rests on others now:" : "  依据与当时不同：", line.basis(), english),
                        part(english ? "  is decided otherwise:" : "  处理意见与当时不同：", line.decision(), english))
                .flatMap(s -> s)
                .collect(Collectors.joining());
    }

    private static Stream<String> part(String head, List<Difference> differences, boolean english) {
        return differences.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(head + "\n"),
                        differences.stream()
                                .map(d -> "    " + d.place() + (english ? "  then " : "  当时 ")
                                        + shown(d.then(), english) + (english ? ", now " : "，现在 ")
                                        + shown(d.now(), english) + "\n"));
    }

    private static String shown(String value, boolean english) {
        return value.isEmpty() ? english ? "(nothing)" : "（无）" : value;
    }
}
