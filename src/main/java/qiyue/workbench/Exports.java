package qiyue.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.notice.Extras;
import qiyue.notice.NoticeKind;
import qiyue.notice.Notices;
import qiyue.page.DecisionPage;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.report.DecisionView;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;
import qiyue.serve.Answer;
import qiyue.tally.Tally;

/** The decision as a file. */
final class Exports {
    static final String ARCHIVE = "archive";
    private static final String NOTICE = "notice-";

    private Exports() {}

    /** The forms there are. */
    static List<Panels.Choice> formats(String lang) {
        List<Panels.Choice> all = new ArrayList<>(List.of(
                new Panels.Choice("html", new Text("处理意见（网页，可打印）", "decision (HTML, to print)").in(lang)),
                new Panels.Choice("json", new Text("处理意见（JSON）", "decision (JSON)").in(lang)),
                new Panels.Choice("txt", new Text("处理意见（文本）", "decision (text)").in(lang)),
                new Panels.Choice("xlsx", new Text("处理意见（Excel）", "decision (Excel)").in(lang)),
                new Panels.Choice(ARCHIVE, new Text("存档（zip，可复核）", "archive (zip, to be verified)").in(lang))));
        for (NoticeKind kind : NoticeKind.values()) {
            all.add(new Panels.Choice(
                    NOTICE + kind.code(), kind.title().in(lang) + new Text("（Word）", " (Word)").in(lang)));
        }
        return all;
    }

    /** A paper of the case; it is Chinese in every language. */
    static Notices.Paper paper(NoticeKind kind, Draft draft, Library library) throws Problems {
        return Notices.write(
                kind,
                InspectionReader.read(draft.text().tree(), library, draft.text().name()),
                DecisionView.of(draft.decision().orElseThrow(), library, "zh"),
                library,
                Extras.NONE);
    }

    /** The paper as a Word file; empty if there is no such paper. */
    static Optional<Answer> word(String format, Draft draft, Library library) throws Problems {
        Optional<NoticeKind> kind =
                format.startsWith(NOTICE) ? NoticeKind.named(format.substring(NOTICE.length())) : Optional.empty();
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(named(
                        "-" + kind.get().code() + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        paper(kind.get(), draft, library).word()));
    }

    /** The decision in a form; empty if it is none of these. */
    static Optional<Answer> of(String format, Decision decision, Library library, String lang) {
        return switch (format) {
            case "html" ->
                file(
                        "-decision.html",
                        "text/html; charset=utf-8",
                        DecisionPage.of(DecisionView.of(decision, library, lang)));
            case "json" -> file("-decision.json", "application/json", JsonReport.of(decision));
            case "xlsx" -> Optional.of(workbook(decision, library, lang));
            case "txt" -> file("-decision.txt", "text/plain; charset=utf-8", TextReport.of(decision, library, lang));
            default -> Optional.empty();
        };
    }

    /** The workbook that {@code report} makes, of one decision: measures, clauses, money line by line, questions. */
    private static Answer workbook(Decision decision, Library library, String lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Tally tally = new Tally(library, lang, true)) {
            tally.add(Sources.own(JsonReport.line(decision), "decision"));
            tally.workbook(out);
        } catch (IOException | Problems e) {
            throw new IllegalStateException("what was decided can be written", e);
        }
        return named(
                "-decision.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out.toByteArray());
    }

    static Answer archive(byte[] bytes) {
        return named("-archive.zip", "application/zip", bytes);
    }

    private static Optional<Answer> file(String ending, String type, String text) {
        return Optional.of(named(ending, type, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer named(String ending, String type, byte[] bytes) {
        return Answer.of(200, type, bytes).with("Content-Disposition", "attachment; filename=\"" + ending + "\"");
    }
}
