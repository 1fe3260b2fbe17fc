package qiyue.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;
import qiyue.report.DecisionView.MeasureGroup;
import qiyue.report.DecisionView.MeasureItem;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** The measures in words: what must happen first, then what may, then what hangs on something; the heaviest first. */
final class MeasureGroups {
    private final Decision decision;
    private final List<Folding.Entry> entries;
    private final Library library;
    private final Vocabulary vocabulary;
    private final String lang;
    private final DecisionWords words;
    private final Premises premises;
    private final List<MeasureGroup> groups = new ArrayList<>();
    private int number;

    MeasureGroups(Decision decision, Library library, String lang, DecisionWords words) {
        this.decision = decision;
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.entries = new Folding(vocabulary, decision).of(decision.measures());
        this.lang = lang;
        this.words = words;
        this.premises = new Premises(decision, words);
    }

    /** The groups that have something in them. */
    List<MeasureGroup> all() {
        boolean self = words.audience() == Audience.FACILITY;
        boolean itself = entries.stream()
                .map(Folding.Entry::measure)
                .anyMatch(m -> m.floor() && m.modality() == Modality.AUTOMATIC);
        String must = itself
                ? words.t("必须（写“依条款”的自行发生，无须另作决定）", "Must (what comes by operation of the clause needs no decision)")
                : words.t("必须", "Must");
        group("must", self ? words.t("如查实，将会", "What would follow, if confirmed") : must, MeasureLine::floor);
        group(
                "may",
                self
                        ? words.t("如查实，经办机构可能采取", "What the agency could choose, if confirmed")
                        : words.t("可以（由经办机构选择）", "May (the agency's choice)"),
                m -> m.optional() && m.ofAgency() && !m.subject().equals("agency"));
        group(
                "may-other",
                self
                        ? words.t("如查实，其他主体可能决定", "What others could decide, if confirmed")
                        : words.t("可以（由其他主体决定）", "May (for another to decide)"),
                m -> m.optional() && !m.ofAgency());
        group(
                "may-facility",
                self ? words.t("本机构可以", "What this facility may do") : words.t("协议机构可以", "The facility may"),
                m -> m.optional() && m.ofAgency() && m.subject().equals("agency"));
        group(
                "conditional",
                self
                        ? words.t("取决于经办机构届时的选择", "Would depend on what the agency chooses")
                        : words.t("取决于经办机构本次选择", "Depends on what the agency chooses today"),
                of(Certainty.CONDITIONAL));
        group("open", words.t("取决于尚未作出的认定", "Depends on questions still open"), of(Certainty.OPEN));
        group(
                "suspected",
                self
                        ? words.t("仅属疑点，核实后才会发生", "Only suspected; would follow once confirmed")
                        : words.t("仅属嫌疑，核实后方可采取", "Only suspected; not before it is confirmed"),
                of(Certainty.SUSPECTED));
        group(
                "absorbed",
                words.t("已被更重的措施吸收", "Absorbed by a heavier measure"),
                m -> !m.absorbedBy().isEmpty() && m.endedBy().isEmpty());
        group(
                "ended",
                words.t("协议已不再有效，不能再采取", "Not possible any more: the agreement is over"),
                MeasureGroups::pointless);
        return new SharedMoney(words).said(groups);
    }

    /** Whether there is no agreement left to strike: nothing has to be answered or chosen for it. */
    private static boolean pointless(MeasureLine m) {
        return !m.absorbedBy().isEmpty() && !m.endedBy().isEmpty();
    }

    private static Predicate<MeasureLine> of(Certainty certainty) {
        return m -> m.certainty() == certainty && m.absorbedBy().isEmpty();
    }

    private void group(String standing, String title, Predicate<MeasureLine> which) {
        List<MeasureItem> items = entries.stream()
                .filter(e -> which.test(e.measure()))
                .map(this::item)
                .toList();
        if (!items.isEmpty()) {
            groups.add(new MeasureGroup(standing, title, items));
        }
    }

    private MeasureItem item(Folding.Entry entry) {
        MeasureLine m = entry.measure();
        return new MeasureItem(
                ++number,
                MeasureWords.sentence(m, vocabulary, lang, words.audience()),
                words.cite(m.clauses()) + because(m),
                m.facts().isEmpty() ? "" : words.ids(m.facts(), m.certainty()),
                rests(m),
                m.also().stream().map(this::also).toList(),
                pointless(m) ? List.of() : conditions(m).lines().toList(),
                entry.further().stream().map(f -> further(m, f)).toList(),
                MeasureWords.pieces(m, vocabulary, lang),
                m);
    }

    /** What was chosen today and brings a measure about: by being the next of its kind, or because its clause waits for it. */
    private List<String> rests(MeasureLine m) {
        if (!m.floor()) {
            return List.of();
        }
        Set<String> awaited = OnChoice.of(m, library);
        return decision.measures().stream()
                .filter(c ->
                        c.choice().equals("taken") && (next(m, c) || (awaited.contains(c.kind()) && together(m, c))))
                .map(this::choice)
                .distinct()
                .toList();
    }

    /** Whether a heavier measure rests on all facts of one and on an earlier one of its kind, and makes it pointless itself. */
    private boolean next(MeasureLine m, MeasureLine c) {
        return c.certainty() == Certainty.ESTABLISHED
                && c.absorbedBy().equals(m.kind())
                && !c.facts().isEmpty()
                && m.facts().containsAll(c.facts())
                && Collections.disjoint(m.breaches(), c.breaches())
                && decision.facts().stream()
                        .anyMatch(f -> f.kind().equals("PriorMeasure")
                                && f.code().equals(c.kind())
                                && m.facts().contains(f.id()));
    }

    private static boolean together(MeasureLine m, MeasureLine c) {
        return m.agreement().equals(c.agreement()) && !Collections.disjoint(m.facts(), c.facts());
    }

    private String choice(MeasureLine c) {
        String length = MeasureWords.pieces(c, vocabulary, lang).chosen();
        String before = words.audience() == Audience.FACILITY
                ? words.t("因经办机构决定", "because the agency decided on: ")
                : words.t("因本次决定", "because it was decided today: ");
        return before
                + words.label("measures", c.kind())
                + (length.isEmpty() ? "" : words.t("（", " (") + length + words.t("）", ")"));
    }

    private String because(MeasureLine m) {
        String cause = forBreaches(m.clauses(), m.breaches());
        return cause.isEmpty() ? "" : words.t("（因", " (for ") + cause + words.t("）", ")");
    }

    /** The clauses broken as they are cited; empty where they are cited as the clauses of the measure are. */
    private String forBreaches(List<String> clauses, List<String> breaches) {
        String cited = words.cite(breaches);
        return cited.equals(words.cite(clauses)) ? "" : cited;
    }

    /** What has to be chosen or answered first, a line each. */
    private String conditions(MeasureLine m) {
        return (m.presumes().isEmpty()
                        ? ""
                        : (words.audience() == Audience.FACILITY
                                        ? words.t("前提：经办机构届时决定", "if the agency were to decide on: ")
                                        : words.t("前提：经办机构本次决定", "if the agency decides on: "))
                                + premises.of(m)
                                + "\n")
                + (m.open().isEmpty()
                        ? ""
                        : words.t("待认定：", "open: ") + words.questions().all(m.open()));
    }

    /** Another line that gives the same measure: how it differs, on what it rests, what it hangs on. */
    private String further(MeasureLine m, MeasureLine f) {
        String verb = f.modality() == m.modality()
                ? ""
                : MeasureWords.modality(f.modality(), lang, words.audience()).strip();
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
                        : words.t("；事实 ", "; facts ") + words.ids(f.facts(), f.certainty()))
                + (hangs.isEmpty() ? "" : words.t("；", "; ") + hangs);
    }

    /** A ground for the same money: it stands, though this line takes the money already. */
    private String also(Ground g) {
        String cause = forBreaches(g.clauses(), g.breaches());
        String doubt = g.certainty() == Certainty.ESTABLISHED
                ? ""
                : words.t("，", ", ") + words.state(g.certainty().code());
        return words.t("同一笔钱的另一依据：", "the same money also under: ")
                + words.cite(g.clauses())
                + words.t("（", " (")
                + MeasureWords.modality(g.modality(), lang, words.audience())
                + words.label("measures", g.kind())
                + sum(g)
                + doubt
                + (g.presumes().isEmpty() ? "" : words.t("；前提：", "; if: ") + premises.of(g))
                + (cause.isEmpty() ? "" : words.t("；因", "; for ") + cause)
                + (g.facts().isEmpty() ? "" : words.t("；事实 ", "; facts ") + words.ids(g.facts(), g.certainty()))
                + words.t("）", ")");
    }

    /** What the ground would call for alone; where not all of that is the same money, what of it has a line of its own. */
    private String sum(Ground g) {
        return words.t("，", ", ")
                + yuan(g.amount())
                + decision.measures().stream()
                        .filter(m -> m.amount().signum() > 0 && rests(m, g))
                        .map(m -> words.t("，其中 ", ", of which ")
                                + yuan(m.amount())
                                + words.t("不是同一笔钱，另列一项", " is other money, on a line of its own"))
                        .findFirst()
                        .orElse("");
    }

    private String yuan(BigDecimal amount) {
        return amount.toPlainString() + words.t(" 元", " yuan");
    }

    /** Whether a line rests on that very ground. */
    static boolean rests(MeasureLine m, Ground g) {
        return m.kind().equals(g.kind())
                && m.modality() == g.modality()
                && m.certainty() == g.certainty()
                && m.presumes().equals(g.presumes())
                && m.clauses().equals(g.clauses())
                && m.breaches().equals(g.breaches())
                && m.facts().equals(g.facts())
                && m.open().equals(g.open());
    }
}
