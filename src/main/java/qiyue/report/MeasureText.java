package qiyue.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** The measures as text: what must happen first, then what may, then what hangs on something; the heaviest first. */
final class MeasureText {
    private final List<Folding.Entry> entries;
    private final Vocabulary vocabulary;
    private final String lang;
    private final DecisionWords words;
    private final Consumer<String> out;
    private int number;

    /** Writes its lines to {@code out}. */
    MeasureText(Decision decision, Library library, String lang, DecisionWords words, Consumer<String> out) {
        this.vocabulary = library.vocabulary();
        this.entries = new Folding(vocabulary).of(decision.measures());
        this.lang = lang;
        this.words = words;
        this.out = out;
    }

    void write() {
        if (entries.isEmpty()) {
            out.accept(words.t(
                    "  没有得出处理措施。未检查的条款见后，未检查不等于合规。",
                    "  No measure follows. See below for what was not examined; not examined is not compliant."));
        }
        group(words.t("必须", "Must"), MeasureLine::floor);
        group(
                words.t("可以（由经办机构选择）", "May (the agency's choice)"),
                m -> m.optional() && m.ofAgency() && !m.subject().equals("agency"));
        group(words.t("可以（由其他主体决定）", "May (for another to decide)"), m -> m.optional() && !m.ofAgency());
        group(
                words.t("协议机构可以", "The facility may"),
                m -> m.optional() && m.ofAgency() && m.subject().equals("agency"));
        group(words.t("取决于经办机构本次选择", "Depends on what the agency chooses today"), of(Certainty.CONDITIONAL));
        group(words.t("取决于尚未作出的认定", "Depends on questions still open"), of(Certainty.OPEN));
        group(words.t("仅属嫌疑，核实后方可采取", "Only suspected; not before it is confirmed"), of(Certainty.SUSPECTED));
        group(
                words.t("已被更重的措施吸收", "Absorbed by a heavier measure"),
                m -> !m.absorbedBy().isEmpty());
    }

    private static Predicate<MeasureLine> of(Certainty certainty) {
        return m -> m.certainty() == certainty && m.absorbedBy().isEmpty();
    }

    private void group(String title, Predicate<MeasureLine> which) {
        List<Folding.Entry> some =
                entries.stream().filter(e -> which.test(e.measure())).toList();
        if (some.isEmpty()) {
            return;
        }
        out.accept("  " + title + words.t("：", ":"));
        for (Folding.Entry entry : some) {
            MeasureLine m = entry.measure();
            out.accept("    " + ++number + ". " + MeasureWords.sentence(m, vocabulary, lang));
            out.accept("       " + words.t("依据：", "under: ") + words.cite(m.clauses()) + because(m));
            if (!m.facts().isEmpty()) {
                out.accept("       " + words.t("事实：", "facts: ") + words.ids(m.facts()));
            }
            m.also().forEach(g -> out.accept("       " + also(g)));
            conditions(m).lines().forEach(c -> out.accept("       " + c));
            entry.further().forEach(f -> out.accept("       " + further(m, f)));
        }
    }

    private String because(MeasureLine m) {
        return m.breaches().isEmpty() || m.breaches().equals(m.clauses())
                ? ""
                : words.t("（因", " (for ") + words.cite(m.breaches()) + words.t("）", ")");
    }

    /** What has to be chosen or answered first, a line each. */
    private String conditions(MeasureLine m) {
        return (m.presumes().isEmpty()
                        ? ""
                        : words.t("前提：经办机构本次决定", "if the agency decides on: ")
                                + words.labels("measures", m.presumes())
                                + "\n")
                + (m.open().isEmpty() ? "" : words.t("待认定：", "open: ") + words.questions(m.open()));
    }

    /** Another line that gives the same measure: how it differs, on what it rests, what it hangs on. */
    private String further(MeasureLine m, MeasureLine f) {
        String verb = f.modality() == m.modality()
                ? ""
                : MeasureWords.modality(f.modality(), lang).strip();
        String own = MeasureWords.terms(f.terms(), vocabulary, lang);
        String terms = f.terms().equals(m.terms()) ? "" : own.isEmpty() ? words.t("未定期限", "no length set") : own;
        String state = f.certainty() == Certainty.ESTABLISHED
                ? ""
                : words.state(f.certainty().code());
        String how = Stream.of(verb.replace(":", ""), terms, state)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(words.t("，", ", ")));
        String hangs = conditions(f).lines().collect(Collectors.joining(words.t("；", "; ")));
        return words.t("另有依据", "further ground")
                + (how.isEmpty() ? "" : words.t("（", " (") + how + words.t("）", ")"))
                + words.t("：", ": ")
                + words.cite(f.clauses())
                + because(f)
                + (f.facts().isEmpty() || f.facts().equals(m.facts())
                        ? ""
                        : words.t("；事实 ", "; facts ") + words.ids(f.facts()))
                + (hangs.isEmpty() ? "" : words.t("；", "; ") + hangs);
    }

    /** A ground for the same money: it stands, though this line takes the money already. */
    private String also(Ground g) {
        String doubt = g.certainty() == Certainty.ESTABLISHED
                ? ""
                : words.t("，", ", ") + words.state(g.certainty().code());
        return words.t("同一笔钱的另一依据：", "the same money also under: ")
                + words.cite(g.clauses())
                + words.t("（", " (")
                + MeasureWords.modality(g.modality(), lang)
                + words.label("measures", g.kind())
                + words.t("，", ", ")
                + g.amount().toPlainString()
                + words.t(" 元", " yuan")
                + doubt
                + (g.presumes().isEmpty() ? "" : words.t("；前提：", "; if: ") + words.labels("measures", g.presumes()))
                + (g.breaches().isEmpty() || g.breaches().equals(g.clauses())
                        ? ""
                        : words.t("；因", "; for ") + words.cite(g.breaches()))
                + (g.facts().isEmpty() ? "" : words.t("；事实 ", "; facts ") + words.ids(g.facts()))
                + words.t("）", ")");
    }
}
