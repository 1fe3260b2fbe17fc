package qiyue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.drl.Names;
import qiyue.intake.Skeleton;
import qiyue.intake.SkeletonDocument;
import qiyue.intake.SkeletonNotes;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.suite.Scaffold;

/** {@code new region}: all the files a region of its own needs, with a stub of each kind of clause. */
@Command(
        name = "region",
        mixinStandardHelpOptions = true,
        description = {
            "新建一个地区：词汇、第一册的名称和登记、各种条款的规则草稿、评分表、用例，和写全各种数据的检查文书骨架",
            "a region: vocabulary, its first rulebook and ledger, a draft of each kind of clause, a score sheet, cases, and a skeleton of an inspection with every kind of record"
        },
        footer = {
            "",
            "例 example:",
            "  qiyue new region example --zh 示例市 --en Example --kinds medical --book agreement-2026 --from 2026-01-01"
        })
final class NewRegionCommand implements Callable<Integer> {
    @ParentCommand
    private NewCommand parent;

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "CODE",
            description = {"地区代码，小写英文，如 liaoning", "the code of the region, small letters, such as liaoning"})
    private String region = "";

    @Option(
            names = "--zh",
            required = true,
            paramLabel = "NAME",
            description = {"地区的中文名称", "its name in Chinese"})
    private String zh = "";

    @Option(
            names = "--en",
            paramLabel = "NAME",
            description = {"地区的英文名称；缺省同代码", "its name in English; the code by default"})
    private String en = "";

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = {
                "协议的类别，逗号分隔，如 medical,rehabilitation",
                "kinds of agreement, comma separated, such as medical,rehabilitation"
            })
    private List<String> kinds = List.of("medical");

    @Option(
            names = "--book",
            paramLabel = "NAME-YEAR",
            description = {
                "第一册的名称，如 agreement-2026；缺省为 agreement",
                "the name of its first rulebook, such as agreement-2026; agreement by default"
            })
    private String book = "agreement";

    @Option(
            names = "--from",
            paramLabel = "DAY|agreement|parameter",
            description = {
                "施行日，或 agreement（协议有效期，默认），或 parameter（文本留空）",
                "first day in force, or agreement (the term of the agreement, by default), or parameter (left blank in the text)"
            })
    private String from = "agreement";

    @Override
    public Integer call() throws IOException {
        try {
            Library library = Library.examine(common.root()).library();
            Optional<Text> wrong = wrong(library);
            if (wrong.isPresent()) {
                return parent.wrong(wrong.get().zh(), wrong.get().en());
            }
            Scaffold scaffold = new Scaffold(common.root(), library);
            scaffold.region(region, zh, en.isEmpty() ? region : en, book, kinds, from);
            Path form = common.root().resolve(region).resolve("inspection.json");
            Library with = Library.examine(common.root()).library();
            Skeleton all = Skeleton.whole(with, region, kinds.get(0));
            WholeFile.write(form, JsonReport.pretty(SkeletonDocument.of(all, common.lang())));
            WholeFile.write(form.resolveSibling("inspection.md"), SkeletonNotes.of(all, common.lang()));
            String written = parent.main().english() ? "written  " : "已写入  ";
            parent.main().out.println(written + form + "、inspection.md");
            return parent.done(scaffold);
        } catch (Problems e) {
            parent.main().print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private Optional<Text> wrong(Library library) {
        if (!Names.isFolder(region) || !Names.isFolder(book)) {
            return Optional.of(new Text(
                    "代码和册名以小写字母开头，用小写字母、数字和连字符：" + region + "、" + book,
                    "codes and names begin with a small letter; small letters, digits and hyphens: " + region + ", "
                            + book));
        }
        if (library.vocabulary().codes("regions").contains(region)) {
            return Optional.of(new Text(
                    "已有地区 " + region + "（" + library.vocabulary().label("regions", region, "zh")
                            + "）；加一册用 qiyue new rulebook " + region + "/名称-年份",
                    "there is a region " + region + " already; for another rulebook: qiyue new rulebook " + region
                            + "/NAME-YEAR"));
        }
        if (zh.isBlank()) {
            return Optional.of(new Text("写明地区的中文名称 --zh", "name the region in Chinese: --zh"));
        }
        if (!Set.of("agreement", "parameter").contains(from)) {
            try {
                LocalDate.parse(from);
            } catch (DateTimeParseException e) {
                return Optional.of(new Text(
                        "--from 写日期（如 2026-01-01）、agreement 或 parameter：" + from,
                        "--from takes a day (such as 2026-01-01), agreement or parameter: " + from));
            }
        }
        return unknown(library, kinds);
    }

    /** What to do about a kind of agreement that the vocabulary has not got. */
    static Optional<Text> unknown(Library library, List<String> kinds) {
        Set<String> known = library.vocabulary().codes("facility-kinds");
        return kinds.stream()
                .filter(k -> !known.contains(k))
                .findFirst()
                .map(k -> new Text(
                        "词汇里没有类别 " + k + "：" + Suggest.fix(k, known).zh() + "；新的类别在 vocabulary/ 的 facility-kinds 下加一行",
                        "the vocabulary has no kind " + k + ": "
                                + Suggest.fix(k, known).en()
                                + "; a new kind is a line under facility-kinds in vocabulary/"));
    }
}
