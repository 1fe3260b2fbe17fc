package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.Qiyue;
import qiyue.fact.Blank;
import qiyue.intake.InspectionText;
import qiyue.notice.Extras;
import qiyue.notice.NoticeKind;
import qiyue.notice.Notices;
import qiyue.official.OfficialTexts;
import qiyue.problem.Problems;
import qiyue.problem.WholeFile;
import qiyue.report.DecisionView;

/** {@code notice}: the papers of a case, from Word templates. */
@Command(
        name = "notice",
        mixinStandardHelpOptions = true,
        description = {
            "按 Word 模板写出文书：检查通知、现场记录、事实确认、拟处理告知、处理决定、送达回证",
            "write the papers of a case from Word templates: notice of inspection, record, facts, proposed handling, decision, service"
        },
        footer = {
            "",
            "例 examples:",
            "  qiyue notice samples/beijing-combined.json --kind defence --out 告知书.docx",
            "  qiyue notice --register 2025.db --case 京石检〔2025〕21号 --kind decision --out 决定书.docx",
            "模板 templates: rules/templates/*.docx, rules/<region>/templates/*.docx; docs/notices.md"
        })
final class NoticeCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "check|record|facts|defence|decision|service",
            description = {
                "哪一种文书：check 检查通知，record 现场记录，facts 事实确认，defence 拟处理告知，decision 处理决定，service 送达回证",
                "which paper"
            })
    private String kind = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.docx|FILE.html",
            description = {"写到哪里，按后缀为 Word 或网页", "where to write it, as Word file or page by its ending"})
    private Path out = Path.of("");

    @Option(
            names = "--served",
            paramLabel = "DAY",
            description = {
                "送达日，如 2025-09-01：由此算出陈述申辩的最后一日",
                "day of service, from which the last day to state and defend is counted"
            })
    private String served = "";

    @Option(
            names = "--grade",
            paramLabel = "GRADE|MEASURE=GRADE",
            description = {
                "按经办机构自定的裁量基准（discretion.yaml）属哪一档；可按措施分别写",
                "which grade of the agency's own scale (discretion.yaml) the case is of; may be said for each measure"
            })
    private List<String> grades = List.of();

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {
                "自备的协议文本，引用条款原文（见 texts）",
                "your own copies of the instruments, to quote clauses from (see texts)"
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

    @Mixin
    private Completed completed;

    @Option(
            names = "--case",
            paramLabel = "CASE",
            description = {
                "与 --register 同用：登记簿中的这一案（检查编号），不另写检查文书",
                "with --register: the case of the register (the id of its inspection); then no document is named"
            })
    private String chain = "";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = {
                "检查文书（JSON 或 .xlsx 检查表），或 - 表示标准输入；写 --case 的不写",
                "an inspection (JSON or workbook), or - for standard input; none with --case"
            })
    private String file = "";

    @Override
    public Integer call() throws IOException, Problems {
        Optional<NoticeKind> paper = NoticeKind.named(kind);
        Optional<LocalDate> day = day();
        String ending = out.toString().toLowerCase(Locale.ROOT);
        if (paper.isEmpty()
                || day.isEmpty()
                || !Set.of("masked", "shown").contains(personal)
                || !(ending.endsWith(".docx") || ending.endsWith(".html"))) {
            main.say(
                    "--kind 可用 check、record、facts、defence、decision、service；--out 以 .docx 或 .html 结尾；--served 形如 2025-09-01；--personal 可用 masked、shown",
                    "--kind: check, record, facts, defence, decision, service; --out ends in .docx or .html; --served like 2025-09-01; --personal: masked, shown");
            return Main.BAD_INPUT;
        }
        if (file.isEmpty() == chain.isEmpty() || (!chain.isEmpty() && !completed.named())) {
            main.say(
                    "写明检查文书，或用 --register 登记簿 --case 检查编号",
                    "name an inspection, or a case by --register FILE.db --case CASE");
            return Main.BAD_INPUT;
        }
        InspectionText document = chain.isEmpty() ? Documents.one(file, main.in, common) : completed.ofCase(chain);
        Qiyue qiyue;
        try {
            qiyue = common.open(List.of(document));
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        Completed.Whole whole = completed.of(document, qiyue, !chain.isEmpty());
        Qiyue.Handled handled =
                (personal.equals("shown") ? qiyue.shown() : qiyue.masked()).handle(document, whole.document());
        Notices.Paper written = Notices.write(
                paper.get(),
                handled.file(),
                DecisionView.of(handled.decision(), qiyue.library(), "zh"),
                qiyue.library(),
                new Extras(
                        day.get(),
                        whole.told().orElse(Blank.NEVER),
                        graded(),
                        texts.isPresent()
                                ? OfficialTexts.of(texts.get(), qiyue.library()).quotes()
                                : Map.of()));
        if (ending.endsWith(".docx")) {
            WholeFile.write(out, written.word());
        } else {
            WholeFile.write(out, written.html());
        }
        written.remarks().forEach(r -> main.say(r.zh(), r.en()));
        main.say(
                paper.get().title().zh() + " → " + out + "；黄色【待填】处须由人填写后再签发",
                paper.get().title().en() + " → " + out + "; fill in what is marked before anybody signs");
        return Main.DONE;
    }

    private Map<String, String> graded() {
        Map<String, String> graded = new TreeMap<>();
        grades.forEach(g -> graded.put(g.substring(0, Math.max(0, g.indexOf('='))), g.substring(g.indexOf('=') + 1)));
        return graded;
    }

    private Optional<LocalDate> day() {
        if (served.isEmpty()) {
            return Optional.of(Blank.NEVER);
        }
        try {
            return Optional.of(LocalDate.parse(served));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
