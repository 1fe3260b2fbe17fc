package qiyue.workbench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import qiyue.decision.Decision;
import qiyue.page.DecisionPage;
import qiyue.page.Panels;
import qiyue.problem.Text;
import qiyue.report.DecisionView;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;
import qiyue.serve.Answer;

/** The decision as a file. */
final class Exports {
    private Exports() {}

    /** The forms there are. */
    static List<Panels.Choice> formats(String lang) {
        return List.of(
                new Panels.Choice("html", new Text("处理意见（网页，可打印）", "decision (HTML, to print)").in(lang)),
                new Panels.Choice("json", new Text("处理意见（JSON）", "decision (JSON)").in(lang)),
                new Panels.Choice("txt", new Text("处理意见（文本）", "decision (text)").in(lang)));
    }

    /** Whether notices can be written. */
    static boolean notices() {
        return false;
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
            case "txt" -> file("-decision.txt", "text/plain; charset=utf-8", TextReport.of(decision, library, lang));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> file(String ending, String type, String text) {
        return Optional.of(Answer.of(200, type, text.getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"" + ending + "\""));
    }
}
