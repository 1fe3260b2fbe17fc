package qiyue.page;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import qiyue.report.DecisionView;
import qiyue.report.Quoted;

/**
 * A decision as a page: one file that needs no script and nothing from outside, made to be read on a telephone, on a screen
 * and on paper; or single parts of it, for a page that has others beside.
 */
public final class DecisionPage {
    private DecisionPage() {}

    /** Parts that can stand alone; each is one {@code section} with its name in small letters as id, or nothing at all. */
    public enum Part {
        HEAD,
        CONCLUSION,
        MONEY,
        TIMELINE,
        QUESTIONS,
        BREACHES,
        DUTIES,
        SCORES,
        NOTES,
        OTHERS,
        ANNEXES
    }

    /** The whole page. */
    public static String of(DecisionView view) {
        return of(view, List.of());
    }

    /** The whole page, with the text of clauses after its annexes. */
    public static String of(DecisionView view, List<Quoted> quoted) {
        StringOutput page = new StringOutput();
        Templates.render(
                "decision/whole.jte",
                Map.of("view", view, "quoted", quoted, "style", "<style>\n" + style() + "</style>"),
                page);
        return Templates.clean(page);
    }

    /** One part, to be set into a page that has {@link #style}. */
    public static String part(Part part, DecisionView view) {
        StringOutput text = new StringOutput();
        Templates.render("decision/" + part.name().toLowerCase(Locale.ROOT) + ".jte", Map.of("view", view), text);
        return Templates.clean(text);
    }

    /** The style sheet of the page and its parts. */
    public static String style() {
        return Templates.resource("decision.css");
    }
}
