package qiyue.engine;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Assembly;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Duties;
import qiyue.decision.Ranking;
import qiyue.decision.Together;
import qiyue.fact.Agreement;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Derivation;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Measure;
import qiyue.fact.Placed;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * From an inspection to a decision: facts are dealt to the editions that govern their day, each group is judged by its
 * regime, and the conclusions are put together.
 */
public final class Evaluator {
    private final Library library;
    private final Optional<RuleSession> session;
    private final Concluding concluding;
    private final Placed placed;

    /** An evaluator over these rulebooks, keeping compiled rules in the folder. */
    public Evaluator(Library library, Path cache) {
        this(library, new RuleSession(new Models(cache)));
    }

    Evaluator(Library library, RuleSession session) {
        this(library, Optional.of(session), session::run, Placed.ONCE);
    }

    private Evaluator(Library library, Optional<RuleSession> session, Concluding concluding, Placed placed) {
        this.library = library;
        this.session = session;
        this.concluding = concluding;
        this.placed = placed;
    }

    /** An evaluator that has the conclusions drawn in some other way than by the engine. */
    public Evaluator(Library library, Concluding concluding) {
        this(library, Optional.empty(), concluding, Placed.ONCE);
    }

    /**
     * The same for whoever decides on one inspection again and again while it is entered: what facts that did not change led to is
     * not worked out again. The decisions are the same.
     *
     * @param least of fewer facts nothing is kept between
     */
    public Evaluator ongoing(int least) {
        return session.isPresent()
                ? new Evaluator(library, session, new Ongoing(session.get(), least), Placed.again())
                : this;
    }

    /** A digest of what runs rules: the engine, the Java, and what prints rules for it. */
    public static String compiler() {
        return Models.PROGRAM;
    }

    /** Compiles every rulebook that is not kept compiled yet, and makes nothing ready. */
    public void compile() throws Problems {
        if (session.isPresent()) {
            for (Rulebook rulebook : library.rulebooks().values()) {
                session.get().compile(rulebook);
            }
        }
    }

    /** Compiles every rulebook that is not kept compiled yet, and has it ready for deciding. */
    public void warm() throws Problems {
        for (Rulebook rulebook :
                session.isEmpty() ? List.<Rulebook>of() : library.rulebooks().values()) {
            session.get().model(rulebook);
        }
    }

    /**
     * The decision on an inspection.
     *
     * @param inputDigest the digest of the document, which the decision carries; empty of one that is still being entered
     * @throws Problems if a rulebook does not compile
     */
    public Decision evaluate(CaseFile file, String inputDigest) throws Problems {
        List<Docket> dockets = Dockets.of(file, library, placed);
        List<Together.Part> parts = new ArrayList<>(dockets.size());
        for (Docket docket : dockets) {
            parts.add(evaluate(inputDigest, docket, file.agreements().size() > 1));
        }
        return Together.of(
                parts,
                library.vocabulary().treatment(file.region()).kinds(),
                id -> rulebook(id).ledger().keySet());
    }

    /**
     * The decision there would be if these rulebooks, of one region, governed the inspection whenever its facts happened:
     * expressly hypothetical. Score sheets filled in for another region are left out, for they are another text's.
     *
     * @throws Problems if a rulebook does not compile
     */
    public Decision evaluateAs(CaseFile file, String inputDigest, List<Rulebook> rulebooks) throws Problems {
        String region = rulebooks.get(0).info().region();
        CaseFile supposed = file.region().equals(region)
                ? file
                : Derivation.with(Derivation.with(file, "region", region), "assessments", List.of());
        return evaluate(
                        inputDigest,
                        Docket.supposed(supposed, library, rulebooks),
                        supposed.agreements().size() > 1)
                .decision();
    }

    /**
     * The decision on one docket.
     *
     * @param several whether the facility has more than one agreement, be it under other texts
     */
    private Together.Part evaluate(String inputDigest, Docket docket, boolean several) throws Problems {
        CaseFile file = docket.file();
        List<Note> notes = new ArrayList<>(docket.notes());
        Set<Conclusion> said = new LinkedHashSet<>();
        Map<String, Rulebook> applied = new TreeMap<>();
        Lapsing lapsing = new Lapsing(this::rulebook, file.inspection().today());
        for (Docket.Group group : docket.groups()) {
            group.regime().forEach(r -> applied.merge(r.id(), r, (a, b) -> a.applicantsOnly() ? b : a));
            Collection<Conclusion> all = concluding.of(group);
            Map<String, List<Measure>> beside = lapsing.beside(group.regime(), all);
            for (Conclusion concluded : all) {
                if (!group.uniting().counts(concluded)) {
                    continue;
                }
                notes.addAll(group.uniting().notes(concluded));
                Conclusion c = group.uniting().settled(concluded);
                Conclusion then = docket.isSupposed() ? c : lapsing.of(c, beside, notes);
                docket.lumps().said(group.regime(), then);
                said.add(then);
            }
        }
        Set<Conclusion> conclusions = docket.lumps()
                .settled(
                        said,
                        kind -> library.vocabulary()
                                .treatment(file.region())
                                .kind(kind)
                                .money(),
                        notes);
        Assembly assembly = new Assembly(
                file,
                library.calendar(),
                library.vocabulary().treatment(file.region()),
                docket.renewals(),
                docket.belonging(),
                conclusions,
                several);
        List<Decision.BreachLine> breaches = assembly.breaches();
        List<Decision.MeasureLine> measures = assembly.measures();
        Duties following = assembly.duties(measures);
        List<Decision.DutyLine> duties = following.lines();
        Ranking ranking = new Ranking(measures);
        List<Decision.Question> asked = new ArrayList<>(assembly.questions(measures, following));
        Pointless pointless = new Pointless(file, library.vocabulary(), assembly.pointless());
        Silence.Missing missing = Silence.missing(
                docket.groups(),
                docket.plans(),
                conclusions,
                file.inspection().today().atTime(LocalTime.MAX),
                pointless.or((rule, fact) -> docket.elsewhere(rule)));
        asked.addAll(missing.questions());
        notes.addAll(missing.notes());
        List<Decision.Question> questions = new ArrayList<>(asked.size());
        for (Decision.Question question : ranking.ranked(asked)) {
            questions.add(question.answered(library.vocabulary().answering(question.question(), file.region())));
        }
        List<Rulebook> books = List.copyOf(applied.values());
        Set<String> hit = hit(docket.plans(), books, breaches, measures, duties, docket.scores());
        doubts(docket.plans(), books, hit, notes);
        notes.addAll(Unmet.notes(docket, library.vocabulary(), conclusions));
        notes.addAll(Untaken.notes(docket, conclusions, breaches, measures));
        notes.addAll(Suspended.notes(docket, file.inspection().agency(), library.vocabulary(), conclusions));
        notes.addAll(assembly.choiceNotes(measures));
        notes.addAll(assembly.endNotes());
        notes.addAll(assembly.depositNotes(measures));
        notes.addAll(assembly.moneyNotes());
        terms(file, docket, notes);
        pending(docket.plans(), books, notes);
        notes.addAll(Remarks.of(file, docket, library.vocabulary(), duties, conclusions));
        notes.removeIf(n -> !docket.applying().judges(n.about()));
        notes.addAll(docket.unclear(conclusions));
        Decision decision = new Decision(
                file.inspection().id(),
                file.region(),
                file.facility().name(),
                file.facility().code(),
                file.inspection().agency(),
                file.inspection().today(),
                inputDigest,
                new Decision.Applied(Program.id(), Program.digest()),
                applied(books),
                applied(library.shared(file.region())),
                breaches,
                measures,
                assembly.heads(measures),
                assembly.ceiling(),
                duties,
                List.copyOf(questions),
                Examination.outcomes(
                        docket.plans().ways(books),
                        docket.applying().judged(file),
                        breaches,
                        measures,
                        library.vocabulary(),
                        missing.fields()),
                sorted(notes),
                Citing.of(library.readings(file.region()), docket.plans(), books, hit),
                docket.scores(),
                FactLines.of(docket.facts(), breaches, measures, questions, file.sources()),
                ranking.settling());
        return new Together.Part(decision, docket.about(conclusions));
    }

    private static List<Decision.Applied> applied(List<Rulebook> books) {
        List<Decision.Applied> applied = new ArrayList<>(books.size());
        for (Rulebook book : books) {
            applied.add(new Decision.Applied(book.id(), book.digest()));
        }
        return List.copyOf(applied);
    }

    private static List<Decision.Applied> applied(Map<String, String> shared) {
        List<Decision.Applied> applied = new ArrayList<>(shared.size());
        for (Map.Entry<String, String> files : shared.entrySet()) {
            applied.add(new Decision.Applied(files.getKey(), files.getValue()));
        }
        return List.copyOf(applied);
    }

    private static List<Note> sorted(List<Note> notes) {
        List<Note> sorted = new ArrayList<>(new LinkedHashSet<>(notes));
        sorted.sort(Note.ORDER);
        return List.copyOf(sorted);
    }

    private Rulebook rulebook(String id) {
        Rulebook rulebook = library.rulebooks().get(id);
        if (rulebook == null) {
            throw new IllegalStateException("no rulebook " + id);
        }
        return rulebook;
    }

    /** Facts on days no agreement covers, where agreements are stated. */
    private static void terms(CaseFile file, Docket docket, List<Note> notes) {
        for (Docket.Group group : docket.groups()) {
            for (Evidence fact : group.facts()) {
                if (fact instanceof Finding f
                        && !f.onlyOfApplication()
                        && !file.agreements().isEmpty()
                        && !covered(file, fact.day())) {
                    notes.add(new Note(
                            "outside-term", fact.id(), Map.of("date", fact.day().toString())));
                }
            }
        }
        if (file.agreements().isEmpty() && file.applications().isEmpty()) {
            notes.add(new Note("no-agreement", file.inspection().id(), Map.of()));
        }
    }

    private static boolean covered(CaseFile file, LocalDate day) {
        for (Agreement agreement : file.agreements()) {
            if (agreement.covers(day)) {
                return true;
            }
        }
        return false;
    }

    /** How many operative clauses of each rulebook are not encoded yet: the decision does not speak of them. */
    private static void pending(Plans plans, List<Rulebook> books, List<Note> notes) {
        for (Rulebook book : books) {
            int count = plans.of(book).pending();
            if (count > 0) {
                notes.add(new Note("pending", book.id(), Map.of("count", String.valueOf(count))));
            }
        }
    }

    /** The clauses that something in the decision comes of. */
    private static Set<String> hit(
            Plans plans,
            List<Rulebook> books,
            List<Decision.BreachLine> breaches,
            List<Decision.MeasureLine> measures,
            List<Decision.DutyLine> duties,
            List<Decision.SheetLine> scores) {
        Set<String> hit = new HashSet<>();
        for (Decision.DutyLine duty : duties) {
            hit.addAll(duty.clauses());
        }
        for (Decision.BreachLine breach : breaches) {
            hit.add(breach.clause());
        }
        for (Decision.MeasureLine measure : measures) {
            hit.addAll(measure.allClauses());
        }
        Set<String> rows = rows(scores);
        for (Rulebook book : rows.isEmpty() ? List.<Rulebook>of() : books) {
            for (Plan.Asking asking : plans.of(book).asking()) {
                if (rows.contains(asking.clause())) {
                    hit.add(asking.note().about());
                }
            }
        }
        return hit;
    }

    /** The doubts the ledger keeps for clauses that were hit. */
    private static void doubts(Plans plans, List<Rulebook> books, Set<String> hit, List<Note> notes) {
        for (Rulebook book : books) {
            for (Plan.Asking asking : plans.of(book).asking()) {
                if (hit.contains(asking.note().about())) {
                    notes.add(asking.note());
                }
            }
        }
    }

    /** The rows of sheets that were filled in, as clauses. */
    private static Set<String> rows(List<Decision.SheetLine> scores) {
        Set<String> rows = new HashSet<>();
        for (Decision.SheetLine sheet : scores) {
            for (Decision.RowLine row : sheet.rows()) {
                if (row.examined()) {
                    rows.add(sheet.sheet() + "." + row.row());
                }
            }
        }
        return rows;
    }
}
