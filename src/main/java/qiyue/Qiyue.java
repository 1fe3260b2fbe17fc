package qiyue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import qiyue.check.Coherence;
import qiyue.decision.Decision;
import qiyue.engine.Dockets;
import qiyue.engine.Evaluator;
import qiyue.explain.Explanation;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.intake.Personal;
import qiyue.intake.Rereading;
import qiyue.intake.Roster;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Sources;
import qiyue.receipt.Chain;
import qiyue.receipt.Receipt;
import qiyue.receipt.Verification;
import qiyue.report.CompareReport;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * The program for other programs: a rules folder opened once, then asked about any number of inspections.
 *
 * <pre>{@code
 * Qiyue qiyue = Qiyue.open(Path.of("rules"));
 * Decision decision = qiyue.decide(new InspectionText("inspection-7.json", text));
 * }</pre>
 *
 * <p><b>Shapes.</b> An inspection is one JSON document (its schema: {@code qiyue schema}); a {@link Decision} is data, which
 * {@code qiyue.report} writes as text or JSON. Sums are yuan with two decimals, days are {@link LocalDate}, codes those of the
 * vocabulary.
 *
 * <p><b>Errors.</b> {@link Problems} holds everything that is wrong, each with its place, what is wrong and how to mend it, in
 * Chinese and English. {@link #open} throws it when the rules are not sound; the other methods when the document is not, or,
 * with the code {@code engine}, when the engine refuses a rulebook. A rules folder edited after it was opened changes nothing
 * until it is opened again.
 *
 * <p><b>Threads.</b> Any number of threads may use one instance at once; nothing of an inspection is kept but by {@link #ongoing}. The first
 * inspection of a regime is slower than the rest (rules are loaded), and so is the second where they are not kept compiled: see
 * {@link #warm}. Same rules, same document: same decision.
 */
public final class Qiyue {
    /** Of fewer facts deciding anew is as quick. */
    private static final int LARGE = 500;

    private final Library library;
    private final Reading reading;
    private final Evaluator evaluator;
    private final Names names;
    private final Supplier<Roster> rosters;

    /** Worked out when first asked for; by region. */
    private final Map<String, String> bases = new ConcurrentHashMap<>();

    /** Where the people of a document are named. */
    private enum Names {
        SHOWN,
        NOT_IN_PROBLEMS,
        NOWHERE
    }

    /** How a document becomes an inspection. */
    @FunctionalInterface
    private interface Reading {
        CaseFile of(JsonNode document, String name) throws Problems;
    }

    private Qiyue(Library library, Reading reading, Evaluator evaluator, Names names, Supplier<Roster> rosters) {
        this.library = library;
        this.reading = reading;
        this.evaluator = evaluator;
        this.names = names;
        this.rosters = rosters;
    }

    /** A decision, and for each clause what the rules found and missed. */
    public record Explained(Decision decision, List<Explanation> clauses) {}

    /** Opens a rules folder; compiled rules are kept in {@code target/models} beside it. */
    public static Qiyue open(Path rules) throws Problems {
        return open(rules, compiled(rules), Set.of());
    }

    /** The folder where compiled rules are kept if no other is named. */
    public static Path compiled(Path rules) {
        return rules.toAbsolutePath().resolveSibling("target").resolve("models");
    }

    /**
     * Opens a rules folder.
     *
     * @param compiled the folder where compiled rules are kept (what was read and checked is kept in {@code library} beside
     *     it); both may be lost at any time
     * @param regions read only what these regions need, which is quicker; everything if none is named
     */
    public static Qiyue open(Path rules, Path compiled, Set<String> regions) throws Problems {
        Library library = Library.load(rules, regions, compiled.resolveSibling("library"), Coherence::demand);
        return new Qiyue(
                library,
                (document, name) -> InspectionReader.read(document, library, name),
                new Evaluator(library, compiled),
                Names.SHOWN,
                Roster::new);
    }

    /**
     * The same rules, and pseudonyms for the people that documents name: in decisions, explanations and problems. See {@link
     * Personal}.
     */
    public Qiyue masked() {
        return new Qiyue(library, reading, evaluator, Names.NOWHERE, Roster::new);
    }

    /** The same, one person having one pseudonym in all documents of the roster. */
    public Qiyue masked(Roster roster) {
        return new Qiyue(library, reading, evaluator, Names.NOWHERE, () -> roster);
    }

    /** The same, names as documents have them in decisions, pseudonyms in problems: those are read by whoever runs the program. */
    public Qiyue discreet() {
        return new Qiyue(library, reading, evaluator, Names.NOT_IN_PROBLEMS, Roster::new);
    }

    /** The same, names as documents have them everywhere. */
    public Qiyue shown() {
        return new Qiyue(library, reading, evaluator, Names.SHOWN, Roster::new);
    }

    /**
     * The same for whoever decides on one inspection again and again while it is entered: of a large one, what facts that did not
     * change led to is not worked out again, and records of a document handed over as a tree are not read again where they stand as
     * they stood. It keeps those facts until it is let go, so it is for one person at a time.
     */
    public Qiyue ongoing() {
        return new Qiyue(library, new Rereading(library)::read, evaluator.ongoing(LARGE), names, rosters);
    }

    private JsonNode tree(InspectionText document) throws Problems {
        return tree(document.tree());
    }

    private JsonNode tree(JsonNode document) {
        return names == Names.NOWHERE
                ? Personal.masked(document, library.vocabulary(), Personal.Texts.PSEUDONYMS, rosters.get())
                : document;
    }

    /** The problems of a document with their places, and without the names it gives where those are masked. */
    private Problems placed(InspectionText document, Problems found) {
        Problems placed = document.placed(found);
        if (names == Names.SHOWN) {
            return placed;
        }
        try {
            UnaryOperator<Problem> nameless = Personal.problems(document.tree(), library.vocabulary(), rosters.get());
            return new Problems(placed.all().stream().map(nameless).toList());
        } catch (Problems unread) {
            // what cannot be read names nobody
            return placed;
        }
    }

    /** What the rules folder holds. */
    public Library library() {
        return library;
    }

    /**
     * The digest of everything that decisions on inspections of a region rest on, but the inspection: the program, the region's
     * rulebooks, what they share.
     */
    public String basis(String region) {
        return bases.computeIfAbsent(region, r -> {
            Digest digest = Digest.start().add(Program.id()).add(Program.digest());
            library.rulebooks().values().stream()
                    .filter(b -> b.info().region().equals(r))
                    .forEach(b -> digest.add(b.id()).add(b.digest()));
            library.shared(r).forEach((name, shared) -> digest.add(name).add(shared));
            return digest.end();
        });
    }

    /** Compiles whatever is not kept compiled yet, so that no inspection waits for it. */
    public void warm() throws Problems {
        evaluator.warm();
    }

    /** The decision on an inspection, by the editions in force on the days of its facts. */
    public Decision decide(InspectionText document) throws Problems {
        return decide(document, document.tree());
    }

    /** The decision on an inspection that was completed from elsewhere; it names the document as it was handed in. */
    public Decision decide(InspectionText document, JsonNode completed) throws Problems {
        return decided(document, completed, document::digest);
    }

    private Decision decided(InspectionText document, JsonNode completed, Supplier<String> digest) throws Problems {
        try {
            return evaluator.evaluate(reading.of(tree(completed), document.name()), digest.get());
        } catch (Problems e) {
            throw placed(document, e);
        }
    }

    /**
     * The decision on an inspection that is still being entered, of which there is no text yet: it names no document, so it is for whoever
     * enters it and for nobody else.
     *
     * @param name what to call it in problems
     */
    public Decision sketch(String name, JsonNode entered) throws Problems {
        return decided(InspectionText.of(name, entered), entered, () -> "");
    }

    /** An inspection as it was read, and the decision on it: what papers of the case are drawn from. */
    public record Handled(CaseFile file, Decision decision) {}

    /** The inspection and the decision on it. */
    public Handled handle(InspectionText document) throws Problems {
        return handle(document, document.tree());
    }

    /** The same of an inspection that was completed from elsewhere. */
    public Handled handle(InspectionText document, JsonNode completed) throws Problems {
        try {
            CaseFile file = reading.of(tree(completed), document.name());
            return new Handled(file, evaluator.evaluate(file, document.digest()));
        } catch (Problems e) {
            throw placed(document, e);
        }
    }

    /** Decides on the document without names and free text, and puts the receipt of it on the chain. */
    public Receipt receipt(InspectionText document, Chain chain) throws Problems {
        return receipt(document, document.tree(), chain);
    }

    /** The same on an inspection that was completed from elsewhere: the receipt holds what was decided on. */
    public Receipt receipt(InspectionText document, JsonNode completed, Chain chain) throws Problems {
        JsonNode nameless = Personal.masked(completed, library.vocabulary(), Personal.Texts.LEFT_OUT, rosters.get());
        try {
            return chain.next(document.digest(), nameless, json(document.name(), nameless));
        } catch (Problems e) {
            throw placed(document, e);
        }
    }

    /** What the rules opened here decide on the document of a receipt, beside what it says. */
    public Verification verify(Receipt receipt) throws Problems {
        return Verification.of(
                receipt, json(receipt.decision().path("inspection").asText(), receipt.document()));
    }

    private JsonNode json(String name, JsonNode document) throws Problems {
        InspectionText canonical = new InspectionText(name, Receipt.canonical(document));
        Decision decision =
                evaluator.evaluate(InspectionReader.read(canonical.tree(), library, name), canonical.digest());
        return Sources.own(JsonReport.line(decision), name);
    }

    /**
     * The decision, and why clauses were met or not.
     *
     * @param clauses ids, with or without their rulebook ({@code 18.9}, {@code beijing/rules-2025#18.9}); all if none is named
     */
    public Explained explain(InspectionText document, List<String> clauses) throws Problems {
        return explain(document, document.tree(), clauses);
    }

    /** The same of an inspection that was completed from elsewhere. */
    public Explained explain(InspectionText document, JsonNode completed, List<String> clauses) throws Problems {
        try {
            CaseFile inspection = reading.of(tree(completed), document.name());
            Decision decision = evaluator.evaluate(inspection, document.digest());
            return new Explained(
                    decision, Explanation.of(Dockets.of(inspection, library), decision, clauses, library.vocabulary()));
        } catch (Problems e) {
            throw placed(document, e);
        }
    }

    /**
     * What every region would make of the inspection, its own first: expressly hypothetical. No column if no rulebook governs
     * its kind of facility anywhere.
     */
    public CompareReport.Comparison compare(InspectionText document) throws Problems {
        return compare(document, document.tree());
    }

    /** The same of an inspection that was completed from elsewhere. */
    public CompareReport.Comparison compare(InspectionText document, JsonNode completed) throws Problems {
        try {
            JsonNode tree = tree(completed);
            CaseFile inspection = InspectionReader.readAsSupposed(tree, library, document.name());
            List<CompareReport.Column> columns = new ArrayList<>();
            for (Map.Entry<String, List<Rulebook>> region : editions(inspection).entrySet()) {
                columns.add(new CompareReport.Column(
                        region.getKey(),
                        region.getValue(),
                        evaluator.evaluateAs(inspection, document.digest(), region.getValue())));
            }
            columns.sort(Comparator.comparing(c -> !c.region().equals(inspection.region())));
            return new CompareReport.Comparison(
                    inspection.inspection().id(),
                    inspection.region(),
                    !inspection.assessments().isEmpty(),
                    List.copyOf(columns));
        } catch (Problems e) {
            throw placed(document, e);
        }
    }

    /** By region, the rulebooks for the kinds of facility; of several editions of one instrument, the one in force then, else the newest. */
    private Map<String, List<Rulebook>> editions(CaseFile inspection) {
        Set<String> kinds = new TreeSet<>(inspection.facility().kinds());
        if (!inspection.agreements().isEmpty()) {
            kinds.clear();
            inspection.agreements().forEach(a -> kinds.add(a.kind()));
        }
        LocalDate today = inspection.inspection().today();
        Map<String, Rulebook> instruments = new TreeMap<>();
        library.rulebooks().values().stream()
                .filter(r -> r.info().kinds().stream().anyMatch(kinds::contains))
                .forEach(r -> instruments.merge(
                        r.id().replaceAll("-\\d{4}$", ""),
                        r,
                        (a, b) -> a.info().inForce(today, a.info().from()) ? a : b));
        return instruments.values().stream()
                .collect(Collectors.groupingBy(r -> r.info().region(), TreeMap::new, Collectors.toList()));
    }
}
