package qiyue.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Application;
import qiyue.fact.Assessment;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.Parameter;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Texts;
import qiyue.rulebook.Vocabulary;

/**
 * What a JSON Schema cannot say of an inspection. By theme: {@link References}, {@link Days}, {@link Sums}, {@link Contradictions},
 * {@link ChoiceChecks},
 * {@link TextChecks}; here: a question is asked of a fact it can be asked of, parameters and sheets fit the texts, blanks of the
 * text are filled.
 */
final class Consistency {
    private final Document document;
    private final CaseFile file;
    private final Library library;
    private final Slips slips;

    private Consistency(Document document, Library library, Slips slips) {
        this.document = document;
        this.file = document.file();
        this.library = library;
        this.slips = slips;
    }

    /**
     * Reports all of it.
     *
     * @param blanks whether days the text leaves blank must be stated
     */
    static void check(CaseFile file, Library library, Slips slips, boolean blanks) {
        Document document = new Document(file);
        new References(document, slips).check();
        new Days(document, library.vocabulary(), slips).check();
        new Sums(document, slips).check();
        new Contradictions(document, library, slips).check();
        new ChoiceChecks(document, library, slips).check();
        Texts.apart(document.file(), library).ifPresent(texts -> new TextChecks(document, texts, slips).check());
        Consistency consistency = new Consistency(document, library, slips);
        consistency.answers();
        consistency.parameters();
        consistency.sheets();
        if (blanks) {
            consistency.blanks();
        }
    }

    private void answers() {
        answers("/answers", "case", file.answers());
        for (Document.Placed placed : document.facts()) {
            if (!placed.fact().answers().isEmpty()) {
                answers(
                        placed.at() + "/answers",
                        FactKind.of(placed.fact()).map(FactKind::asks).orElse(""),
                        placed.fact().answers());
            }
        }
    }

    private void answers(String pointer, String about, Map<String, String> answers) {
        for (String question : answers.keySet()) {
            String asked = library.vocabulary().property("questions", question, "about");
            if (!asked.isEmpty() && !asked.equals(about)) {
                slips.report(
                        "question-place",
                        pointer + "/" + question,
                        new Text(
                                "问题 " + question + " 问的是 " + asked + "，不是 " + about,
                                "question " + question + " is asked of " + Text.a(asked) + ", not of " + Text.a(about)),
                        new Text(
                                asked.equals("case") ? "写到文书最外层的 answers 中" : "写到相应 " + asked + " 的 answers 中",
                                asked.equals("case")
                                        ? "put it into the outermost answers"
                                        : "put it into the answers of that " + asked));
            }
        }
    }

    private void parameters() {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < file.parameters().size(); i++) {
            Parameter p = file.parameters().get(i);
            if (!seen.add(p.id())) {
                slips.report(
                        "id-twice",
                        "/parameters/" + i + "/key",
                        new Text("参数 " + p.key() + " 写了两次", "parameter " + p.key() + " is stated twice"),
                        new Text("保留一处", "keep one"));
            }
            states(p, "/parameters/" + i);
        }
    }

    /** A parameter states a day or a figure: the one the vocabulary says, if it does. */
    private void states(Parameter p, String at) {
        String states = library.vocabulary().stated(p.key());
        boolean day = states.equals(Vocabulary.DAY);
        boolean figure = states.equals(Vocabulary.FIGURE);
        if (Blank.happened(p.date()) ? !figure : p.amount().signum() >= 0 && !day) {
            return;
        }
        Text label = library.vocabulary().label("parameters", p.key());
        if (!day && !figure) {
            slips.report(
                    "missing",
                    at,
                    new Text("参数须写明数值（amount）或日期（date）", "a parameter states a figure (amount) or a day (date)"),
                    new Text("补上其中一项", "add one of them"));
        } else if (figure && p.amount().signum() < 0) {
            slips.report(
                    "missing",
                    at + "/amount",
                    new Text(
                            "参数“" + label.zh() + "”须写明数值（amount）",
                            "the parameter (" + label.en() + ") needs its figure (amount)"),
                    new Text("补上数值，如 amount: 10000", "add the figure, such as amount: 10000"));
        } else if (day) {
            slips.report(
                    "missing",
                    at + "/date",
                    new Text(
                            "参数“" + label.zh() + "”须写明日期（date）",
                            "the parameter (" + label.en() + ") needs its day (date)"),
                    new Text("补上日期，如 date: 2025-05-06", "add the day, such as date: 2025-05-06"));
        }
    }

    private void sheets() {
        for (int i = 0; i < file.assessments().size(); i++) {
            Assessment a = file.assessments().get(i);
            String at = "/assessments/" + i;
            Sheet sheet = library.sheet(file.region(), a.sheet()).orElse(null);
            if (sheet == null) {
                slips.report(
                        "unknown-code",
                        at + "/sheet",
                        new Text(file.region() + " 没有评分表 " + a.sheet(), file.region() + " has no sheet " + a.sheet()),
                        new Text("换用本地区的评分表", "use a sheet of this region"));
            } else {
                applicant(a, sheet, at);
                List<Problem> ofRows = sheet.check(a.rows(), slips.file(), at + "/rows");
                slips.addAll(ofRows);
                if (ofRows.isEmpty()) {
                    total(a, sheet, at);
                }
            }
        }
    }

    /** A sheet filled in for an application is for its kind, and for no agreement. */
    private void applicant(Assessment a, Sheet sheet, String at) {
        for (Application application : file.applications()) {
            if (application.id().equals(a.application())
                    && !sheet.kinds().isEmpty()
                    && !sheet.kinds().contains(application.kind())) {
                Text kind = library.vocabulary().label("facility-kinds", application.kind());
                slips.report(
                        "contradiction",
                        at + "/application",
                        new Text(
                                "评分表 " + a.sheet() + " 不用于申请 " + application.id() + " 的类别“" + kind.zh() + "”",
                                "the sheet " + a.sheet() + " is not for the kind of the application " + application.id()
                                        + " (" + kind.en() + ")"),
                        new Text("核对评分表与申请，改正其一", "check sheet and application and correct one"));
            }
        }
        if (!a.application().isEmpty() && !a.agreement().isEmpty()) {
            slips.report(
                    "contradiction",
                    at + "/application",
                    new Text(
                            "评分表写明了申请 " + a.application() + "，又写明了协议 " + a.agreement() + "（" + at + "/agreement）",
                            "the sheet is of the application " + a.application() + " and of the agreement "
                                    + a.agreement() + " (" + at + "/agreement)"),
                    new Text(
                            "申请的评估只写 application，年度考核只写 agreement",
                            "state application for an evaluation, agreement for the assessment of a year"));
        }
    }

    /** A total may stand alone; beside rows it must be one that they leave room for. */
    private void total(Assessment a, Sheet sheet, String at) {
        if (a.total().signum() >= 0 && !sheet.allows(a.total(), sheet.total(a.rows(), file.kinds(a)))) {
            slips.report(
                    "contradiction",
                    at + "/total",
                    new Text("总分 " + a.total() + " 与所填各行不符", "a total of " + a.total() + " does not fit the rows"),
                    new Text("核对总分与各行，改正其一", "check total and rows and correct one"));
        }
    }

    private void blanks() {
        // one that is there without its day is told by itself
        boolean stated = file.parameters().stream().anyMatch(p -> p.key().equals(Parameter.IN_FORCE_FROM));
        library.rulebooks().values().stream()
                .filter(r -> r.info().region().equals(file.region())
                        && r.info().start() == Rulebook.Start.PARAMETER
                        && !stated)
                .forEach(
                        r -> slips.report(
                                "blank-date",
                                "/parameters",
                                new Text(
                                        r.info().title().zh() + "没有写明施行日期，须由检查文书说明",
                                        r.info().title().en()
                                                + " leaves its day of entry into force blank; the inspection must state it"),
                                new Text(
                                        "在 parameters 里补上 {\"key\": \"in-force-from\", \"date\": \"…\"}，date 写文本在当地的施行日",
                                        "add {\"key\": \"in-force-from\", \"date\": \"…\"} to parameters, with the day on which the text entered into force there")));
    }
}
