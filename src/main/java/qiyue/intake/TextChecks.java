package qiyue.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import qiyue.fact.Agreement;
import qiyue.fact.Application;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.problem.Text;
import qiyue.rulebook.Texts;
import qiyue.shape.Shape;

/**
 * Where agreements of one document fall under different texts: it can be told of each fact, sum and choice under which, and none
 * points from one to the other. What concerns an application alone is a matter of none of them.
 */
final class TextChecks {
    private final Document document;
    private final CaseFile file;
    private final Texts texts;
    private final Slips slips;
    private final String applications;

    TextChecks(Document document, Texts texts, Slips slips) {
        this.document = document;
        this.file = document.file();
        this.texts = texts;
        this.slips = slips;
        this.applications = file.applications().stream().map(Application::id).collect(Collectors.joining(", "));
    }

    void check() {
        for (Document.Placed placed : document.facts()) {
            if (!(placed.fact() instanceof Agreement)) {
                told(placed.at(), placed.fact().id(), (Record) placed.fact());
                across(placed);
            }
        }
        each("/parameters", file.parameters());
        each("/choices", file.choices());
        each("/assessments", file.assessments());
    }

    private void each(String place, List<? extends Record> all) {
        for (int i = 0; i < all.size(); i++) {
            told(place + "/" + i, "", all.get(i));
        }
    }

    private void told(String at, String id, Record stated) {
        if (texts.group(stated).isEmpty()) {
            String candidates = String.join(", ", texts.candidates(stated));
            slips.report(
                    "several-agreements",
                    at,
                    new Text(
                            (id.isEmpty() ? "这一项" : id) + "没有写明属于哪一份协议，而 " + candidates + " 适用不同的文本",
                            (id.isEmpty() ? "this" : id) + " names no agreement, and " + candidates
                                    + " fall under different texts"),
                    new Text(
                            "写明 agreement：" + candidates
                                    + (forApplications(stated) ? "；只涉及申请的写 application：" + applications : ""),
                            "state agreement: one of " + candidates
                                    + (forApplications(stated)
                                            ? "; of what concerns an application alone state application: one of "
                                                    + applications
                                            : "")));
        }
    }

    /** Whether there are applications it could concern instead. */
    private boolean forApplications(Record stated) {
        return !applications.isEmpty() && Shape.of(stated).field("application").isPresent();
    }

    /** A fact and those it points at are of one text. */
    private void across(Document.Placed placed) {
        Optional<Integer> own = texts.group((Record) placed.fact()).filter(g -> g >= 0);
        if (own.isEmpty()) {
            return;
        }
        for (String id : Shape.targets((Record) placed.fact())) {
            Document.Placed target = document.byId().get(id);
            if (target != null
                    && texts.group((Record) target.fact())
                            .filter(g -> g >= 0 && !g.equals(own.get()))
                            .isPresent()) {
                slips.report(
                        "several-agreements",
                        placed.at(),
                        new Text(
                                said(placed.fact()) + "与它指向的 " + said(target.fact()) + "属于适用不同文本的协议",
                                said(placed.fact()) + " and " + said(target.fact())
                                        + ", which it points at, are under different texts"),
                        new Text(
                                "按协议拆成两条，各指向本协议下的事实，或改正 agreement",
                                "write one for each agreement, pointing at facts of its own, or correct agreement"));
            }
        }
    }

    private static String said(Evidence fact) {
        return fact.id() + (fact.agreement().isEmpty() ? "" : " (" + fact.agreement() + ")");
    }
}
