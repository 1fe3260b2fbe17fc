package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Uniting;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.ChargePart;
import qiyue.fact.Derivation;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Portion;
import qiyue.fact.Score;
import qiyue.fact.Stay;
import qiyue.fact.StayDay;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/**
 * The facts of an inspection dealt to the regimes that govern them. Each group is judged on its own: dated facts under the
 * editions of their day, what belongs to the handling and its history under every regime.
 */
public final class Docket {
    private final Library library;
    private final boolean supposed;
    private final Uniting uniting;
    private final List<Group> groups;
    private final List<Note> notes;
    private final List<Decision.SheetLine> scores;
    private final List<Evidence> facts;

    private Docket(CaseFile file, Library library, Regimes regimes) {
        this.library = library;
        this.supposed = regimes.isSupposed();
        Derivation.Derived derived = Derivation.of(file, library.calendar());
        this.notes = new ArrayList<>();
        derived.unjudged().forEach(id -> notes.add(new Note("unjudged", id, Map.of())));
        this.facts = new ArrayList<>(derived.facts());
        this.scores = scores(file, facts);
        Map<List<Rulebook>, List<Evidence>> dealt =
                new TreeMap<>(Comparator.comparing(r -> Regimes.keys(r).toString()));
        List<Evidence> common = new ArrayList<>();
        dealt.put(regimes.on(file.inspection().today()), new ArrayList<>());
        Map<String, LocalDate> charged =
                file.records().charges().stream().collect(Collectors.toMap(Charge::id, Charge::date, (a, b) -> a));
        for (Evidence fact : facts) {
            deal(fact, regimes, dealt, common, charged);
        }
        this.uniting = new Uniting(
                library.vocabulary().measureKinds(),
                file.agreements(),
                file.inspection().today());
        this.groups = new ArrayList<>();
        dealt.forEach((regime, own) -> {
            if (!regime.isEmpty()) {
                List<Evidence> all = new ArrayList<>(common);
                all.addAll(own);
                all.addAll(answers(file, all, regime));
                groups.add(new Group(regime, List.copyOf(all), uniting));
            }
        });
    }

    /** How measures are united in this case. */
    Uniting uniting() {
        return uniting;
    }

    /** The docket of an inspection. */
    public static Docket of(CaseFile file, Library library) {
        return new Docket(file, library, Regimes.inForce(library, file));
    }

    /** The docket there would be if just these rulebooks governed, on any day. */
    static Docket supposed(CaseFile file, Library library, List<Rulebook> rulebooks) {
        return new Docket(file, library, Regimes.supposed(rulebooks, file));
    }

    /** Whether the regime is supposed and not the one in force. */
    boolean isSupposed() {
        return supposed;
    }

    /**
     * Facts judged together, answers included, and the rulebooks they are judged by.
     *
     * @param uniting how measures concluded from them are united before rules see them
     */
    public record Group(List<Rulebook> regime, List<Evidence> facts, Uniting uniting) {}

    /** The groups, in an order that depends on the regimes alone. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    List<Decision.SheetLine> scores() {
        return scores;
    }

    List<Evidence> facts() {
        return List.copyOf(facts);
    }

    /** Dated facts go to the regime of their day; the rest is known to every regime. */
    private void deal(
            Evidence fact,
            Regimes regimes,
            Map<List<Rulebook>, List<Evidence>> dealt,
            List<Evidence> common,
            Map<String, LocalDate> charged) {
        if (!Regimes.isDated(fact)) {
            common.add(fact);
            return;
        }
        List<Regimes.Stretch> stretches = regimes.over(fact.day(), last(fact, regimes));
        boolean whole = stretches.size() == 1;
        boolean governed = stretches.stream().anyMatch(s -> !s.regime().isEmpty());
        for (Regimes.Stretch stretch : stretches) {
            if (!stretch.regime().isEmpty()) {
                dealt.computeIfAbsent(stretch.regime(), k -> new ArrayList<>())
                        .add(whole ? fact : cut(fact, stretch, charged));
            } else if (!(fact instanceof StayDay) && (whole || !governed || fact instanceof Finding)) {
                notes.add(new Note(
                        "ungoverned",
                        fact.id(),
                        Map.of(
                                "from",
                                stretch.from().toString(),
                                "to",
                                stretch.to().toString())));
            }
        }
        boolean lump = fact instanceof Finding f
                && f.charges().isEmpty()
                && f.money().amount().signum() > 0;
        if (!whole && lump) {
            notes.add(new Note("split", fact.id(), Map.of("from", fact.day().toString())));
        }
    }

    private static LocalDate last(Evidence fact, Regimes regimes) {
        if (fact instanceof Stay s) {
            return s.dischargedOn().isAfter(regimes.today()) ? regimes.today() : s.dischargedOn();
        }
        return fact instanceof Finding f ? f.lastDay() : fact.day();
    }

    /**
     * The part of lasting conduct, or of a stay, that falls into one stretch, with the charge lines of its days. How a lump
     * sum divides is not known.
     */
    private static Evidence cut(Evidence fact, Regimes.Stretch stretch, Map<String, LocalDate> charged) {
        List<Portion> within = fact.portions().stream()
                .filter(p -> inside(charged.getOrDefault(p.source(), Blank.NEVER), stretch))
                .toList();
        if (fact instanceof Stay stay) {
            return Derivation.with(stay, "portions", within);
        }
        Finding finding = (Finding) fact;
        Finding part = Derivation.with(Derivation.with(finding, "date", stretch.from()), "until", stretch.to());
        if (finding.charges().isEmpty() && finding.money().amount().signum() > 0) {
            return Derivation.with(Derivation.with(part, "money", Money.UNKNOWN), "portions", List.of());
        }
        Set<String> sources = within.stream().map(Portion::source).collect(Collectors.toSet());
        List<ChargePart> lines =
                finding.charges().stream().filter(c -> sources.contains(c.id())).toList();
        boolean none = lines.isEmpty() && !finding.charges().isEmpty();
        Finding dealt = Derivation.with(Derivation.with(part, "charges", lines), "portions", within);
        return none ? Derivation.with(dealt, "money", Money.unsettled(BigDecimal.ZERO)) : dealt;
    }

    private static boolean inside(LocalDate day, Regimes.Stretch stretch) {
        return !day.isBefore(stretch.from()) && !day.isAfter(stretch.to());
    }

    /** Every question the rules could ask of these facts, answered or open. */
    private List<Answer> answers(CaseFile file, List<Evidence> facts, List<Rulebook> regime) {
        Optional<Set<String>> asked = Plan.questions(regime);
        List<Answer> answers = new ArrayList<>();
        Map<String, List<String>> byKind = new TreeMap<>();
        library.vocabulary().entries("questions").stream()
                .filter(q -> asked.map(a -> a.contains(q.code())).orElse(true))
                .forEach(q -> byKind.computeIfAbsent(q.properties().getOrDefault("about", ""), k -> new ArrayList<>())
                        .add(q.code()));
        byKind.getOrDefault("case", List.of())
                .forEach(q -> answers.add(new Answer(q, "case", file.answers().getOrDefault(q, "open"))));
        for (Evidence fact : facts) {
            String kind = FactKind.of(fact).map(FactKind::asks).orElse("");
            Map<String, String> given = fact.answers();
            byKind.getOrDefault(kind, List.of())
                    .forEach(q -> answers.add(new Answer(q, fact.id(), given.getOrDefault(q, "open"))));
        }
        return answers;
    }

    private List<Decision.SheetLine> scores(CaseFile file, List<Evidence> facts) {
        List<Decision.SheetLine> lines = new ArrayList<>();
        file.assessments()
                .forEach(a -> library.sheet(file.region(), a.sheet()).ifPresent(sheet -> {
                    List<String> kinds = Stream.concat(
                                    file.agreements().stream()
                                            .filter(g -> g.id().equals(a.agreement()))
                                            .map(g -> g.kind()),
                                    a.agreement().isEmpty() ? file.facility().kinds().stream() : Stream.of())
                            .toList();
                    Sheet.Total total = sheet.total(a.rows(), kinds);
                    if (total.complete() || !total.vetoes().isEmpty()) {
                        facts.add(new Score(
                                a.sheet(),
                                a.year(),
                                a.agreement(),
                                total.vetoes().isEmpty()
                                        ? total.total()
                                        : BigDecimal.ZERO.max(total.complete() ? total.total() : BigDecimal.ZERO),
                                total.vetoes()));
                    }
                    lines.add(new Decision.SheetLine(
                            a.sheet(),
                            a.year(),
                            a.agreement(),
                            total.rows().stream()
                                    .map(r -> new Decision.RowLine(r.row(), r.points(), r.of(), r.examined()))
                                    .toList(),
                            total.total(),
                            total.missing(),
                            total.vetoes()));
                }));
        return lines.stream()
                .sorted(Comparator.comparing(Decision.SheetLine::sheet).thenComparing(Decision.SheetLine::year))
                .toList();
    }
}
