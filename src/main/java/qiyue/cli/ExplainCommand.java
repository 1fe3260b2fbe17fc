package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.change.Causes;
import qiyue.change.DecisionDiff;
import qiyue.change.LibraryDiff;
import qiyue.decision.Decision;
import qiyue.explain.Explanation;
import qiyue.intake.InspectionText;
import qiyue.official.OfficialTexts;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.report.AskedClauses;
import qiyue.report.DecisionView;
import qiyue.report.DiffReport;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;

/** {@code explain}: why a clause was met, and why not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "用平常的话说明条款为什么成立、为什么不成立；工作日逐日数出；用 --rules 指明改过的规则时，先说明处理意见因此有何不同",
            "explain in plain words why clauses were met and why not; working days are counted out; with edited rules (--rules), first what the decision would be under them"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue explain inspection.json --clause 第十九条第（三）项",
            "  qiyue explain inspection.json --clause 18.p1 --drl"
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Mixin
    private Completed completed;

    @Option(
            names = "--clause",
            paramLabel = "ID",
            description = {
                "只说明这些条款：19、18.p1、18.9、第十九条第（三）项、beijing/rules-2025#18.9",
                "only these clauses: 19, 18.p1, 18.9, art. 19 item 3, beijing/rules-2025#18.9"
            })
    private List<String> clauses = List.of();

    @Option(
            names = "--drl",
            description = {"条件照规则文件的写法列出，并写明文件和行", "conditions as rule files have them, with file and line"})
    private boolean drl;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = {"输出形式：text（默认）或 json", "output: text (default) or json"})
    private String format = "text";

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {
                "自备的协议文本（见 texts）：每条之下写出原文",
                "your own copies of the instruments (see texts): each clause is followed by its text"
            })
    private Optional<Path> texts = Optional.empty();

    @Option(
            names = "--personal",
            paramLabel = "masked|shown",
            description = {
                "姓名等个人信息：masked 以假名代替（默认），shown 照写",
                "names of people: masked by pseudonyms (default) or shown"
            })
    private String personal = "masked";

    @Parameters(
            paramLabel = "FILE",
            description = {
                "检查文书（JSON 或 xlsx 检查表），或 - 表示标准输入",
                "an inspection (JSON, or a workbook: xlsx), or - for standard input"
            })
    private String file = "";

    @Override
    public Integer call() {
        if (!Set.of("masked", "shown").contains(personal)) {
            main.say("--personal 可用 masked、shown", "--personal: masked, shown");
            return Main.BAD_INPUT;
        }
        InspectionText document;
        try {
            document = Documents.one(file, main.in, common);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
        Qiyue qiyue;
        try {
            qiyue = common.open(List.of(document));
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        try {
            AskedClauses asked = AskedClauses.of(qiyue.library(), clauses);
            if (!asked.unknown().isEmpty()) {
                String unknown = String.join(" ", asked.unknown());
                main.say("没有这样的条款：" + unknown, "no such clause: " + unknown);
                return Main.BAD_INPUT;
            }
            Completed.Whole whole = completed.of(document, qiyue);
            Qiyue.Explained explained = (personal.equals("shown") ? qiyue.shown() : qiyue.masked())
                    .explain(document, whole.document(), asked.ids());
            List<Explanation> all = explained.clauses();
            List<String> idle =
                    asked.unexplained(all.stream().map(Explanation::clause).toList());
            if (!idle.isEmpty()) {
                Text why = AskedClauses.idle(idle);
                main.say(why.zh(), why.en());
            }
            if (!clauses.isEmpty() && all.isEmpty()) {
                return Main.BAD_INPUT;
            }
            // without a clause named: what was met; the rest on request
            List<Explanation> shown = clauses.isEmpty() && format.equals("text")
                    ? all.stream().filter(e -> !e.applications().isEmpty()).toList()
                    : all;
            Map<String, List<String>> quotes = texts.isPresent()
                    ? OfficialTexts.of(texts.get(), qiyue.library()).quotes()
                    : Map.of();
            if (format.equals("text")) {
                brought(whole, explained.decision(), qiyue.library());
                edited(qiyue.library(), document, whole.document(), explained.decision());
            }
            main.out.print(
                    format.equals("json")
                            ? JsonReport.ofAll(shown)
                            : new ExplanationText(qiyue.library(), explained.decision(), common.lang(), drl, quotes)
                                    .of(shown));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    /** What came from a register, before it is reckoned with. */
    private void brought(Completed.Whole whole, Decision decision, Library library) {
        if (whole.brought().isPresent()) {
            DecisionView.of(whole.onto(decision), library, common.lang())
                    .head()
                    .brought()
                    .forEach(main.out::println);
            main.out.println();
        }
    }

    /** What the decision is under these rules and not under the program's own; nothing where they are the same folder. */
    private void edited(Library now, InspectionText document, JsonNode completed, Decision after) {
        Common own = new Common(Optional.empty(), Optional.of(common.lang()));
        if (!Files.isDirectory(own.root().resolve(after.region()))
                || own.root()
                        .toAbsolutePath()
                        .normalize()
                        .equals(common.root().toAbsolutePath().normalize())) {
            return;
        }
        try {
            Qiyue before = own.open(List.of(document));
            Decision was = (personal.equals("shown") ? before.shown() : before.masked())
                    .explain(document, completed, List.of())
                    .decision();
            List<LibraryDiff.Entry> rules = LibraryDiff.between(before.library(), now);
            List<DecisionDiff.Change> changes = DecisionDiff.between(was, after);
            Causes causes = new Causes(
                    rules,
                    Stream.concat(before.library().rulebooks().values().stream(), now.rulebooks().values().stream()));
            DiffReport.Item item = new DiffReport.Item(
                    document.name(),
                    changes,
                    causes.of(changes, Fired.of(completed, document.name(), before.library(), was, now, after)),
                    List.of(),
                    List.of());
            DiffReport.Comparison comparison = new DiffReport.Comparison(
                    own.root().toString(),
                    common.root().toString(),
                    false,
                    before.library(),
                    now,
                    rules,
                    List.of(item));
            main.out.print(DiffReport.text(comparison, true, common.lang(), Common.columns()));
            main.out.println();
        } catch (Problems e) {
            // rules of a region that the program does not have, or a document they refuse: there is nothing to compare
            return;
        }
    }
}
