package qiyue.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import qiyue.page.Panels;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;

/** How the workbench is asked, and how it answers. */
final class Wire {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Wire() {}

    static String lang(Request request) {
        return request.query("lang").orElse("").equals("en") ? "en" : "zh";
    }

    static String body(Request request) throws Refused {
        if (!request.type().equals("application/json")) {
            throw Refused.because(Refusal.WRONG_TYPE, "此处只收 application/json", "only application/json is taken here");
        }
        try {
            return Sources.text(request.body().bytes(), "draft");
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        } catch (IOException e) {
            throw Refused.because(Refusal.BAD_REQUEST, "正文没有收全", "the body did not come whole");
        }
    }

    static Answer html(Record panel) {
        return Answer.page(200, Panels.html(panel));
    }

    /** What is not filled in yet is said so: how it is written in JSON is no matter of a form. */
    static ObjectNode problem(Problem p, Spots spots, String lang) {
        boolean blank = blank(p);
        return NODES.objectNode()
                .put("pointer", p.pointer())
                .put("where", spots.of(p.pointer()))
                .put("message", said(p, lang))
                .put("fix", blank ? "" : p.fix().in(lang))
                .put("blank", blank)
                .put("code", p.code())
                .put("file", p.file())
                .put("line", p.line())
                .put("warning", p.warning());
    }

    private static boolean blank(Problem p) {
        return p.code().equals("missing") && !p.pointer().matches("/parameters/\\d+");
    }

    static String said(Problem p, String lang) {
        return blank(p)
                ? new Text("还没有填", "not filled in yet").in(lang)
                : p.message().in(lang);
    }
}
