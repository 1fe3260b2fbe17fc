package qiyue.notice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.report.DecisionView;
import qiyue.rulebook.Library;

/**
 * The papers of a case, as Word files and as pages, from templates the agency edits itself: {@code templates/<kind>.docx} in the
 * rules folder, or {@code <region>/templates/<kind>.docx} where a region has its own. They are Chinese, whatever language the
 * program speaks.
 */
public final class Notices {
    private Notices() {}

    /** What is wrong with what papers are made of: the customs of all regions, their scales of discretion, their templates. */
    public static List<Problem> problems(Library library) {
        List<Problem> all = new ArrayList<>();
        library.rulebooks().values().stream()
                .map(b -> b.info().region())
                .distinct()
                .sorted()
                .forEach(region -> {
                    try {
                        Customs.of(library, region, all);
                        Discretion.of(library, region);
                    } catch (Problems e) {
                        all.addAll(e.all());
                    }
                    for (NoticeKind kind : NoticeKind.values()) {
                        List<String> places = places(kind, region);
                        for (String place : places) {
                            Path template = library.root().resolve(place);
                            if (Files.isRegularFile(template)) {
                                all.addAll(WordTemplate.problems(template, place));
                            }
                        }
                    }
                });
        return Library.place(library.root(), all.stream().distinct().toList());
    }

    /**
     * A paper: the bytes of a Word file, the same for the same case, and a page that says the same.
     *
     * @param remarks why a blank stayed though one might expect it filled
     */
    public record Paper(byte[] word, String html, List<Text> remarks) {}

    /**
     * Writes a paper.
     *
     * @param view the decision in Chinese
     */
    public static Paper write(NoticeKind kind, CaseFile file, DecisionView view, Library library, Extras extras)
            throws Problems {
        String region = view.decision().region();
        Optional<Discretion> discretion = Discretion.of(library, region);
        if (discretion.isEmpty() && !extras.grades().isEmpty()) {
            throw new Problems(List.of(Problem.at(
                    "discretion",
                    region + Discretion.FILE,
                    "",
                    new Text("没有裁量基准，不能指定档次", "there is no scale of discretion to be of a grade of"),
                    new Text(
                            "写一份基准（docs/notices.md），或去掉 --grade",
                            "write one (docs/notices.md), or leave out --grade"))));
        }
        return write(kind, file, view, library, extras, discretion);
    }

    /** The same with a scale of discretion. */
    static Paper write(
            NoticeKind kind,
            CaseFile file,
            DecisionView view,
            Library library,
            Extras extras,
            Optional<Discretion> discretion)
            throws Problems {
        String region = view.decision().region();
        Customs customs = Customs.of(library, region);
        Map<Integer, String> proposals = discretion.isPresent()
                ? discretion
                        .get()
                        .proposals(view, extras.grades(), file.inspection().today(), region + Discretion.FILE)
                : Map.of();
        NoticeData data = new Filling(file, view, library, customs, extras, proposals).all();
        List<Text> remarks = new ArrayList<>();
        List<String> own = kind == NoticeKind.CHECK || kind == NoticeKind.SERVICE
                ? List.of()
                : List.copyOf(FactTags.ofAgency(view.decision()));
        if (!own.isEmpty()) {
            Cited cited = new Cited(view.decision(), library);
            remarks.add(new Text(
                    "经办机构一方的违约不写入给机构的文书：" + cited.cite(own),
                    "what the agency itself broke is not in a paper on the facility: " + String.join(", ", own)));
        }
        if (kind == NoticeKind.DECISION) {
            Deciders.of(view.decision(), library).remark().ifPresent(remarks::add);
        }
        if (Blank.happened(extras.served()) && customs.statement().isEmpty()) {
            remarks.add(new Text(
                    "没有陈述申辩期间，算不出最后一日：文本没有规定；经办机构自定的，写在规则文件夹 " + region + "/templates/notices.yaml 的 statement",
                    "no last day to state and defend: the text sets no period; one of the agency's own goes into "
                            + region
                            + "/templates/notices.yaml, key statement"));
        }
        List<String> places = places(kind, region);
        for (String place : places) {
            Path template = library.root().resolve(place);
            if (Files.isRegularFile(template)) {
                WordTemplate.Paper paper = WordTemplate.fill(
                        template,
                        place,
                        data,
                        kind.title().zh() + " " + view.head().inspection());
                return new Paper(paper.word(), paper.html(), List.copyOf(remarks));
            }
        }
        throw new Problems(List.of(Problem.at(
                "template",
                places.get(1),
                "",
                new Text("没有这种文书的模板", "there is no template for this paper"),
                new Text(
                        "在规则文件夹中放 " + places.get(1) + " 或 " + places.get(0),
                        "put " + places.get(1) + " or " + places.get(0) + " into the rules folder"))));
    }

    /** Where the template of a paper may lie, that of the region before the common one. */
    private static List<String> places(NoticeKind kind, String region) {
        String name = "templates/" + kind.code() + ".docx";
        return List.of(region + "/" + name, name);
    }
}
