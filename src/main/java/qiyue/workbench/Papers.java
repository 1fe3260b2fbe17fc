package qiyue.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import qiyue.notice.NoticeKind;
import qiyue.problem.Problems;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;

/** What is taken out of the workbench: the decision in other forms, and the papers that go out. */
final class Papers {
    private final InUse inUse;
    private final Optional<Aids.Archiving> archiving;

    Papers(InUse inUse, Optional<Aids.Archiving> archiving) {
        this.inUse = inUse;
        this.archiving = archiving;
    }

    List<Table.Route> routes() {
        return List.of(
                new Table.Route("POST", "/workbench/export", this::export),
                new Table.Route("POST", "/workbench/notice", this::notice));
    }

    private Answer export(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        Draft draft = Draft.sound(now.qiyue(), Wire.body(request));
        if (!draft.aside().isEmpty()) {
            throw Refused.because(Refusal.NOT_SOUND, draft.problems());
        }
        String format = request.query("format").orElse("");
        try {
            Optional<Answer> paper = Exports.word(format, draft, now.library());
            if (paper.isPresent()) {
                return paper.get();
            }
            if (format.equals(Exports.ARCHIVE) && archiving.isPresent()) {
                return Exports.archive(archiving.get().of(now.qiyue(), draft.text()));
            }
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        } catch (IOException e) {
            throw Refused.because(Refusal.INTERNAL);
        }
        return Exports.of(format, draft.decision().orElseThrow(), now.library(), Wire.lang(request))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /** The paper as a page, to look at before it is written. */
    private Answer notice(Request request) throws Refused {
        InUse.Worked now = inUse.now();
        NoticeKind kind = NoticeKind.named(request.query("kind").orElse("defence"))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        try {
            return Answer.page(
                    200,
                    Exports.paper(kind, Draft.sound(now.qiyue(), Wire.body(request)), now.library())
                            .html());
        } catch (Problems e) {
            throw Refused.because(Refusal.NOT_SOUND, e.all());
        }
    }
}
