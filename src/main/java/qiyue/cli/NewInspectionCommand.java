package qiyue.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import qiyue.form.FormWriter;
import qiyue.intake.Skeleton;
import qiyue.intake.SkeletonDocument;
import qiyue.intake.SkeletonNotes;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** {@code new inspection}: a form to be filled in, with only what the clauses of a region look at. */
@Command(
        name = "inspection",
        mixinStandardHelpOptions = true,
        description = {
            "检查文书的骨架：某地区、某类机构的条款用得到的数据和代码，各处写明要填什么；旁边另写一页说明",
            "the skeleton of an inspection: the data and codes that the clauses of a region look at, each place saying what it wants; a page of notes lies beside it"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue new inspection --region beijing --kind medical --out inspection.json",
            "  qiyue new inspection --region beijing --kind medical --out 检查表.xlsx"
        })
final class NewInspectionCommand implements Callable<Integer> {
    @ParentCommand
    private NewCommand parent;

    @Mixin
    private Common common;

    @Option(
            names = "--region",
            required = true,
            paramLabel = "REGION",
            description = {"地区代码，如 beijing", "the code of a region, such as beijing"})
    private String region = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {
                "机构和协议的类别，如 medical；缺省为该地区的全部",
                "the kind of facility and agreement, such as medical; all of the region by default"
            })
    private String kind = "";

    @Option(
            names = "--format",
            paramLabel = "json|xlsx",
            description = {
                "形式：json、xlsx（Excel、WPS 的检查表，填好可以直接 evaluate）；缺省按 --out 的后缀，没有则为 json",
                "the form: json, or xlsx (a workbook for Excel or WPS, which evaluate reads when it is filled in); by default as --out ends, else json"
            })
    private String format = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "写到此文件，说明写在旁边的 .md；缺省为标准输出，不写说明",
                "the file to write, with notes beside it in .md; standard output by default, without notes"
            })
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Main main = parent.main();
        if (!Set.of("", "json", "xlsx").contains(format)) {
            main.say("--format 可用 json、xlsx", "--format: json, xlsx");
            return Main.BAD_INPUT;
        }
        Ending ending = Ending.of(format, out, "json", Map.of("json", "json", "xlsx", "xlsx"));
        if (ending.wrong().isPresent()) {
            main.say(ending.wrong().get().zh(), ending.wrong().get().en());
            return Main.BAD_INPUT;
        }
        format = ending.form();
        if (format.equals("xlsx") && out.isEmpty()) {
            main.say("--format xlsx 须有 --out 文件.xlsx", "--format xlsx needs --out FILE.xlsx");
            return Main.BAD_INPUT;
        }
        try {
            Library library = common.library();
            Optional<Text> wrong = wrong(library);
            if (wrong.isPresent()) {
                main.say(wrong.get().zh(), wrong.get().en());
                return Main.BAD_INPUT;
            }
            if (format.equals("xlsx")) {
                return workbook(main, library, out.get());
            }
            Skeleton skeleton = Skeleton.of(library, region, kind);
            String json = JsonReport.pretty(SkeletonDocument.of(skeleton, common.lang()));
            if (out.isEmpty()) {
                main.out.print(json);
                return Main.DONE;
            }
            Path notes = out.get().resolveSibling(stem(out.get()) + ".md");
            WholeFile.write(out.get(), json);
            WholeFile.write(notes, SkeletonNotes.of(skeleton, common.lang()));
            String written = main.english() ? "written  " : "已写入  ";
            main.out.println(written + out.get());
            main.out.println(written + notes);
            main.say(
                    "填好之后：qiyue evaluate " + out.get() + "；没有填完的会逐条指出",
                    "when it is filled in: qiyue evaluate " + out.get()
                            + "; what is not is pointed out entry by entry");
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private int workbook(Main main, Library library, Path file) throws IOException, Problems {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(bytes, library, common.headings(), region, kind, JsonNodeFactory.instance.objectNode());
        WholeFile.write(file, bytes.toByteArray());
        main.out.println((main.english() ? "written  " : "已写入  ") + file);
        main.say(
                "填好之后：qiyue evaluate " + file + "；有误之处会指出工作表和单元格",
                "when it is filled in: qiyue evaluate " + file + "; what is wrong is told with its sheet and cell");
        return Main.DONE;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.json$", "");
    }

    /** Why there is no such form, if there is none. */
    private Optional<Text> wrong(Library library) {
        Set<String> regions = library.rulebooks().values().stream()
                .map(b -> b.info().region())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!regions.contains(region)) {
            return Optional.of(new Text(
                    "没有地区 " + region + " 的规则；" + Suggest.fix(region, regions).zh(),
                    "no rules of a region " + region + "; "
                            + Suggest.fix(region, regions).en()));
        }
        Set<String> kinds = library.rulebooks().values().stream()
                .map(Rulebook::info)
                .filter(i -> i.region().equals(region))
                .flatMap(i -> i.kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return kind.isEmpty() || kinds.contains(kind)
                ? Optional.empty()
                : Optional.of(new Text(
                        "这个地区没有 " + kind + " 的规则；" + Suggest.fix(kind, kinds).zh(),
                        "the region has no rules for " + kind + "; "
                                + Suggest.fix(kind, kinds).en()));
    }
}
