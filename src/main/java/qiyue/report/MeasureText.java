package qiyue.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** The measures as text: what must happen first, then what may, then what hangs on something. */
final class MeasureText {
    private final Decision decision;
    private final Vocabulary vocabulary;
    private final String lang;
    private final DecisionWords words;
    private final Consumer<String> out;
    private int number;

    /** Writes its lines to {@code out}. */
    MeasureText(Decision decision, Library library, String lang, DecisionWords words, Consumer<String> out) {
        this.decision = decision;
        this.vocabulary = library.vocabulary();
        this.lang = lang;
        this.words = words;
        this.out = out;
    }

    void write() {
        List<MeasureLine> all = decision.measures();
        if (all.isEmpty()) {
            out.accept(words.t(
                    "  没有得出处理措施。未检查的条款见后，未检查不等于合规。",
                    "  No measure follows. See below for what was not examined; not examined is not compliant."));
        }
        group(words.t("必须", "Must"), all.stream().filter(MeasureLine::floor).toList());
        group(
                words.t("可以（由经办机构选择）", "May (the agency's choice)"),
                all.stream()
                        .filter(m -> m.optional() && !m.subject().equals("agency"))
                        .toList());
        group(
                words.t("协议机构可以", "The facility may"),
                all.stream()
                        .filter(m -> m.optional() && m.subject().equals("agency"))
                        .toList());
        group(words.t("取决于经办机构本次选择", "Depends on what the agency chooses today"), of(all, Certainty.CONDITIONAL));
        group(words.t("取决于尚未作出的认定", "Depends on questions still open"), of(all, Certainty.OPEN));
        group(words.t("仅属嫌疑，核实后方可采取", "Only suspected; not before it is confirmed"), of(all, Certainty.SUSPECTED));
        group(
                words.t("已被更重的措施吸收", "Absorbed by a heavier measure"),
                all.stream().filter(m -> !m.absorbedBy().isEmpty()).toList());
    }

    private static List<MeasureLine> of(List<MeasureLine> all, Certainty certainty) {
        return all.stream()
                .filter(m -> m.certainty() == certainty && m.absorbedBy().isEmpty())
                .toList();
    }

    private void group(String title, List<MeasureLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.accept("  " + title + words.t("：", ":"));
        for (MeasureLine m : lines) {
            out.accept("    " + ++number + ". " + MeasureWords.sentence(m, vocabulary, lang) + elsewhere(m));
            out.accept("       " + words.t("依据 ", "under ") + words.cite(m.clauses())
                    + (m.breaches().isEmpty() ? "" : words.t("；因 ", "; for ") + words.cite(m.breaches()))
                    + (m.facts().isEmpty() ? "" : words.t("；事实 ", "; facts ") + words.ids(m.facts())));
            m.also().forEach(g -> out.accept("       " + also(g)));
            if (!m.presumes().isEmpty()) {
                out.accept("       " + words.t("前提：经办机构本次决定", "if the agency decides on: ")
                        + words.labels("measures", m.presumes()));
            }
            if (!m.open().isEmpty()) {
                out.accept("       " + words.t("待认定：", "open: ")
                        + m.open().stream().map(words::question).collect(Collectors.joining(words.t("；", "; "))));
            }
        }
    }

    /** The clauses that give the very same measure for certain, where that is what absorbed this one. */
    private String elsewhere(MeasureLine m) {
        List<String> clauses = !m.absorbedBy().equals(m.kind())
                ? List.of()
                : decision.measures().stream()
                        .filter(o -> o.absorbedBy().isEmpty()
                                && (o.floor() || o.choice().equals("taken"))
                                && o.kind().equals(m.kind())
                                && o.subject().equals(m.subject())
                                && o.agreement().equals(m.agreement()))
                        .flatMap(o -> o.clauses().stream())
                        .distinct()
                        .toList();
        return clauses.isEmpty() ? "" : words.t("：", ": ") + words.cite(clauses);
    }

    /** A ground for the same money: it stands, though this line takes the money already. */
    private String also(Ground g) {
        String doubt = g.certainty() == Certainty.ESTABLISHED
                ? ""
                : words.t("，", ", ") + words.state(g.certainty().code());
        return words.t("同一笔钱的另一依据：", "the same money also under: ")
                + words.cite(g.clauses())
                + (g.breaches().isEmpty() ? "" : words.t("；因 ", "; for ") + words.cite(g.breaches()))
                + words.t("（", " (")
                + MeasureWords.modality(g.modality(), lang)
                + words.label("measures", g.kind())
                + words.t("，", ", ")
                + g.amount().toPlainString()
                + words.t(" 元", " yuan")
                + doubt
                + (g.presumes().isEmpty() ? "" : words.t("；前提：", "; if: ") + words.labels("measures", g.presumes()))
                + (g.facts().isEmpty() ? "" : words.t("；事实 ", "; facts ") + words.ids(g.facts()))
                + words.t("）", ")");
    }
}
