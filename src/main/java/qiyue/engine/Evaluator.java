package qiyue.engine;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.decision.Assembly;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Lapse;
import qiyue.fact.Answer;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Portion;
import qiyue.fact.Score;
import qiyue.rulebook.Library;
import qiyue.rulebook.Problems;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Subjects;

/**
 * From an inspection to a decision: facts are dealt to the editions that govern their day, each group is judged by its
 * regime, and the conclusions are put together.
 */
public final class Evaluator {
    private final Library library;
    private final RuleSession session;

    /** An evaluator over these rulebooks, keeping compiled rules in the folder. */
    public Evaluator(Library library, Path cache) {
        this.library = library;
        this.session = new RuleSession(new Models(cache));
    }

    /** Compiles every rulebook that is not kept compiled yet. */
    public void warm() throws Problems {
        for (Rulebook rulebook : library.rulebooks().values()) {
            session.model(rulebook);
        }
    }

    /**
     * The decision on an inspection.
     *
     * @param inputDigest the digest of the document, which the decision carries
     * @throws Problems if a rulebook does not compile
     */
    public Decision evaluate(CaseFile file, String inputDigest) throws Problems {
        Regimes regimes = new Regimes(library, file);
        Derivation.Derived derived = Derivation.of(file, library.calendar());
        List<Note> notes = new ArrayList<>();
        derived.unjudged().forEach(id -> notes.add(new Note("unjudged", id, Map.of())));
        List<Sheet.Total> totals = new ArrayList<>();
        List<Evidence> facts = new ArrayList<>(derived.facts());
        List<Decision.SheetLine> scores = scores(file, facts, totals);
        Map<List<String>, List<Evidence>> dealt = new TreeMap<>(Comparator.comparing(Object::toString));
        List<Evidence> common = new ArrayList<>();
        dealt.put(ids(regimes.on(file.inspection().today())), new ArrayList<>());
        for (Evidence fact : facts) {
            deal(fact, regimes, dealt, common, notes, file.records().charges());
        }
        Set<Conclusion> conclusions = new LinkedHashSet<>();
        Set<String> applied = new TreeSet<>();
        for (Map.Entry<List<String>, List<Evidence>> group : dealt.entrySet()) {
            if (group.getKey().isEmpty()) {
                continue;
            }
            applied.addAll(group.getKey());
            List<Evidence> all = new ArrayList<>(common);
            all.addAll(group.getValue());
            all.addAll(answers(file, all));
            List<Rulebook> regime = group.getKey().stream().map(this::rulebook).toList();
            session.run(regime, all)
                    .forEach(c -> conclusions.add(lapsed(c, file.inspection().today(), notes)));
        }
        Assembly assembly =
                new Assembly(file, library.calendar(), library.vocabulary().measureKinds(), conclusions);
        List<Decision.BreachLine> breaches = assembly.breaches();
        List<Decision.MeasureLine> measures = assembly.measures();
        List<Decision.DutyLine> duties = assembly.duties();
        List<Rulebook> books = applied.stream().map(this::rulebook).toList();
        doubts(books, breaches, measures, notes);
        return new Decision(
                file.inspection().id(),
                file.region(),
                file.facility().name(),
                file.inspection().today(),
                inputDigest,
                books.stream()
                        .map(b -> new Decision.Applied(b.id(), b.digest()))
                        .toList(),
                breaches,
                measures,
                assembly.heads(measures),
                duties,
                assembly.questions(measures),
                Examination.outcomes(books, file, breaches, library.vocabulary()),
                notes.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Note::kind).thenComparing(Note::about, ClauseOrder.INSTANCE))
                        .toList(),
                scores,
                FactLines.of(facts, breaches, measures));
    }

    private Rulebook rulebook(String id) {
        Rulebook rulebook = library.rulebooks().get(id);
        if (rulebook == null) {
            throw new IllegalStateException("no rulebook " + id);
        }
        return rulebook;
    }

    private static List<String> ids(Collection<Rulebook> regime) {
        return regime.stream().map(Rulebook::id).sorted().toList();
    }

    private Conclusion lapsed(Conclusion c, LocalDate today, List<Note> notes) {
        Rulebook.Info info = rulebook(c.rulebook()).info();
        if (c instanceof Breach || !info.decideByThen() || !today.isAfter(info.to())) {
            return c;
        }
        notes.add(new Note("lapsed", c.rulebook(), Map.of("to", info.to().toString())));
        return Lapse.open(c);
    }

    /** Dated facts go to the regime of their day; the rest is known to every regime. */
    private static void deal(
            Evidence fact,
            Regimes regimes,
            Map<List<String>, List<Evidence>> dealt,
            List<Evidence> common,
            List<Note> notes,
            List<Charge> charges) {
        if (!Regimes.isDated(fact)) {
            common.add(fact);
            return;
        }
        LocalDate last = fact instanceof Finding f ? f.lastDay() : fact.day();
        List<Regimes.Stretch> stretches = regimes.over(fact.day(), last);
        for (Regimes.Stretch stretch : stretches) {
            Evidence part = stretches.size() > 1 && fact instanceof Finding f ? cut(f, stretch, charges) : fact;
            if (stretch.regime().isEmpty()) {
                notes.add(new Note(
                        "ungoverned",
                        fact.id(),
                        Map.of(
                                "from",
                                stretch.from().toString(),
                                "to",
                                stretch.to().toString())));
            } else {
                dealt.computeIfAbsent(ids(stretch.regime()), k -> new ArrayList<>())
                        .add(part);
            }
        }
        if (stretches.size() > 1) {
            notes.add(new Note("split", fact.id(), Map.of("from", fact.day().toString(), "to", last.toString())));
        }
    }

    /** The part of lasting conduct that falls into one stretch, with the charge lines of its days. How a lump divides is not known. */
    private static Finding cut(Finding finding, Regimes.Stretch stretch, List<Charge> charges) {
        Finding part = Derivation.with(Derivation.with(finding, "date", stretch.from()), "until", stretch.to());
        if (finding.charges().isEmpty() && finding.money().amount().signum() > 0) {
            return Derivation.with(Derivation.with(part, "money", Money.UNKNOWN), "portions", List.of());
        }
        List<Portion> within = part.portions().stream()
                .filter(p -> charges.stream()
                        .anyMatch(c -> c.id().equals(p.source())
                                && !c.date().isBefore(stretch.from())
                                && !c.date().isAfter(stretch.to())))
                .toList();
        return Derivation.with(part, "portions", within);
    }

    /** Every question that could be asked of these facts, answered or open. */
    private List<Answer> answers(CaseFile file, List<Evidence> facts) {
        List<Answer> answers = new ArrayList<>();
        Map<String, List<String>> byKind = new TreeMap<>();
        library.vocabulary()
                .entries("questions")
                .forEach(q -> byKind.computeIfAbsent(q.properties().getOrDefault("about", ""), k -> new ArrayList<>())
                        .add(q.code()));
        byKind.getOrDefault("case", List.of())
                .forEach(q -> answers.add(new Answer(q, "case", file.answers().getOrDefault(q, "open"))));
        for (Evidence fact : facts) {
            String kind = Subjects.KINDS.getOrDefault(fact.getClass().getSimpleName(), "");
            Map<String, String> given = AnswersOf.fact(fact);
            byKind.getOrDefault(kind, List.of())
                    .forEach(q -> answers.add(new Answer(q, fact.id(), given.getOrDefault(q, "open"))));
        }
        return answers;
    }

    private List<Decision.SheetLine> scores(CaseFile file, List<Evidence> facts, List<Sheet.Total> totals) {
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
                    totals.add(total);
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

    /** The doubts the ledger keeps for clauses that were hit. */
    private static void doubts(
            List<Rulebook> books,
            List<Decision.BreachLine> breaches,
            List<Decision.MeasureLine> measures,
            List<Note> notes) {
        Set<String> hit = new TreeSet<>();
        breaches.forEach(b -> hit.add(b.clause()));
        measures.forEach(m -> hit.addAll(m.clauses()));
        for (Rulebook book : books) {
            book.ledger().values().stream()
                    .filter(c -> hit.contains(book.id() + "#" + c.id())
                            && !c.ask().zh().isEmpty())
                    .forEach(c -> notes.add(new Note(
                            "doubt",
                            book.id() + "#" + c.id(),
                            c.reading().isEmpty() ? Map.of() : Map.of("reading", c.reading()))));
        }
    }
}
