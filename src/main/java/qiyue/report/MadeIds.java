package qiyue.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import qiyue.decision.Decision;
import qiyue.fact.Parameter;
import qiyue.fact.Score;
import qiyue.fact.Stay;
import qiyue.fact.Stretches;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/** Ids that the program made, such as those of scores: nobody wrote them, so readers are told what they are of. */
public final class MadeIds {
    private final Decision decision;
    private final Library library;
    private final String lang;

    /** Measures taken from the register, whose ids the program made of a case and a measure: the measure. */
    private final Map<String, String> brought = new HashMap<>();

    /** Of a decision, in a language. */
    public MadeIds(Decision decision, Library library, String lang) {
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        decision.notes().stream()
                .filter(n -> n.kind().equals(BroughtText.TAKEN)
                        && n.details().getOrDefault("what", "").equals("measure"))
                .forEach(n -> brought.put(n.about(), n.details().getOrDefault("value", "")));
    }

    /** What it is of; the id itself where a document states it. */
    public String plain(String id) {
        Optional<Stretches.Made> stretch = Stretches.Made.of(id);
        if (stretch.isPresent()) {
            String kind = label("record-kinds", stretch.get().kind());
            return t(
                    "自 " + stretch.get().first() + " 起的" + kind,
                    kind + ", from " + stretch.get().first());
        }
        String measure = brought.getOrDefault(id, "");
        if (!measure.isEmpty()) {
            return ofCase(id) + " " + label("measures", measure);
        }
        if (id.endsWith(Stay.DRUGS)) {
            return drugs(id, this::plain);
        }
        String[] parts = parts(id);
        if (isScore(parts)) {
            // where the place of an agreement is empty an application follows
            String application = parts.length > 3 && parts[3].startsWith(":")
                    ? t("，申请 ", ", application ") + parts[3].substring(1)
                    : "";
            return sheet(parts[1]) + " " + parts[2] + application;
        }
        return id.startsWith(Parameter.ID) ? label("parameters", parts[1]) : id;
    }

    /** The same, with the agreement of a score or of a stretch that the program made, where the scores of several are to be told apart. */
    String record(String id) {
        return plain(id) + agreement(id).map(a -> t("，协议 ", ", agreement ") + a).orElse("");
    }

    /** What the program put together: the last part holds ids of the document, which may have any sign in them. */
    private static String[] parts(String id) {
        return id.split(":", 4);
    }

    private static boolean isScore(String[] parts) {
        return (parts[0] + ":").equals(Score.ID) && parts.length > 2;
    }

    /** What the drugs of a stay cost beyond a share, by what the stay is called. */
    public String drugs(String id, UnaryOperator<String> stay) {
        return stay.apply(id.substring(0, id.length() - Stay.DRUGS.length()))
                + t("的药费超出比例的部分", ", its drugs beyond the share");
    }

    /** The id of an earlier measure; of one taken from the register its case, and which of several of that case it is. */
    String ofCase(String id) {
        String measure = brought.getOrDefault(id, "");
        int at = measure.isEmpty() ? -1 : id.lastIndexOf("-" + measure);
        if (at < 0) {
            return id;
        }
        String number = id.substring(at + measure.length() + 1).replace("-", "");
        return id.substring(0, at) + (number.isEmpty() ? "" : t("（第 " + number + " 项）", " (no. " + number + ")"));
    }

    private static Optional<String> agreement(String id) {
        String[] parts = parts(id);
        return isScore(parts)
                ? Optional.of(parts)
                        .filter(p -> p.length > 3 && !p[3].startsWith(":"))
                        .map(p -> p[3])
                : Stretches.Made.of(id).map(Stretches.Made::agreement);
    }

    /** What tells a fact from others of its kind: its id; of a stretch that the program made its first day. */
    String among(String id) {
        return Stretches.Made.of(id)
                .map(s -> t("自 " + s.first() + " 起", "from " + s.first()))
                .orElseGet(() -> ofCase(id));
    }

    /** The title of a score sheet. */
    String sheet(String code) {
        return library.sheet(decision.region(), code)
                .map(s -> s.title().in(lang))
                .orElse(code);
    }

    private String label(String list, String code) {
        return library.vocabulary().label(list, code, lang);
    }

    private String t(String zh, String en) {
        return new Text(zh, en).in(lang);
    }
}
