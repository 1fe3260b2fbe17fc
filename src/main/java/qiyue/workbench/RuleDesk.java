package qiyue.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import qiyue.change.DecisionDiff;
import qiyue.decision.Decision;
import qiyue.engine.Evaluator;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.page.Panels;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.report.DiffReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.Case;
import qiyue.suite.Soundness;
import qiyue.suite.Suite;

/**
 * Rule files edited on a copy of the rules folder: the rules in use never change by it. The copy is files and nothing else;
 * whoever wants it moves them where rules live.
 */
final class RuleDesk {
    private static final int CHANGED = 60;
    private static final int FAILED = 40;

    private final Path original;
    private final Path copy;
    private final Path models;

    /** Counts what was written: what is still being tried of an older text is of no use to anybody. */
    private final AtomicInteger writes = new AtomicInteger();

    /**
     * A desk over a rules folder.
     *
     * @param copy where the copy lies; made when the first file is changed
     * @param models where compiled rules are kept
     */
    RuleDesk(Path original, Path copy, Path models) {
        this.original = original.toAbsolutePath().normalize();
        this.copy = copy.toAbsolutePath().normalize();
        this.models = models;
    }

    /** Where the copy lies. */
    String folder() {
        return copy.toString();
    }

    /** A rule file by its name; nothing if there is none of that name. */
    Optional<String> text(String file, boolean asItWas) {
        Path wanted = within(original, file);
        if (wanted == null || !RulesTree.holds(original, wanted)) {
            return Optional.empty();
        }
        Path own = within(copy, file);
        try {
            return Optional.of(
                    Sources.text(!asItWas && own != null && RulesTree.holds(copy, own) ? own : wanted, file));
        } catch (Problems e) {
            return Optional.empty();
        }
    }

    /** The files that differ from the original. */
    List<String> changed() throws IOException {
        if (!Files.isDirectory(copy)) {
            return List.of();
        }
        List<String> changed = new ArrayList<>();
        for (Path file : RulesTree.files(copy)) {
            Path was = original.resolve(copy.relativize(file).toString());
            if (!RulesTree.holds(original, was) || Files.mismatch(file, was) >= 0) {
                changed.add(copy.relativize(file).toString().replace('\\', '/'));
            }
        }
        return changed;
    }

    /** Writes a file of the copy and says what is wrong with the rulebooks of its region, as they then are. */
    synchronized List<Problem> write(String file, String text) throws IOException, Problems {
        Path into = within(copy, file);
        if (into == null || text(file, true).isEmpty()) {
            throw new IOException("no rule file of that name");
        }
        if (!Files.isDirectory(copy)) {
            copyAll();
        }
        // writing follows links; a copy has none, unless somebody put one there
        RulesTree.demandPlain(copy);
        WholeFile.write(into, text);
        writes.incrementAndGet();
        String region = RulesTree.region(file);
        return Soundness.of(copy, Set.of(region)).problems().stream()
                .filter(p -> own(p, region))
                .toList();
    }

    /** What is wrong elsewhere with the rules as edited: what a look at all of them says beyond {@link #write}. */
    List<Problem> elsewhere(String file) throws Problems {
        return Soundness.of(edited()).problems().stream()
                .filter(p -> !own(p, RulesTree.region(file)))
                .toList();
    }

    private static boolean own(Problem problem, String region) {
        return problem.file().startsWith(region + "/");
    }

    /** The copy; as long as nothing was changed there is none, and the rules in use are what it would be. */
    private Path edited() {
        return Files.isDirectory(copy) ? copy : original;
    }

    /**
     * What the edited rules make of the cases beside the file and of the inspection at hand.
     *
     * @param before the library in use
     */
    Panels.Tried tried(String file, Draft draft, Library before, String lang) throws Problems {
        Set<String> regions = new TreeSet<>(Set.of(RulesTree.region(file)));
        if (draft.decision().isPresent()) {
            regions.add(draft.text().tree().path("region").asText());
        }
        int mine = writes.get();
        Library after = Library.load(edited(), regions);
        Evaluator evaluator = new Evaluator(after, models);
        Suite suite = new Suite(after, evaluator);
        Suite old = new Suite(before, new Evaluator(before, models));
        String book = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        List<Panels.Failed> failed = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Case> cases = suite.cases(f -> f.startsWith(book + "/"));
        for (Case one : cases) {
            if (writes.get() != mine) {
                break;
            }
            Suite.Result result = suite.run(one);
            if (!result.passed() && failed.size() < FAILED) {
                failed.add(new Panels.Failed(
                        one.name(),
                        one.file(),
                        result.differences().stream().map(d -> d.in(lang)).toList()));
            }
            if (others.size() < CHANGED && differs(old, suite, one)) {
                others.add(one.name() + new Text("（", " (").in(lang) + one.file() + new Text("）", ")").in(lang));
            }
        }
        return new Panels.Tried(lang, cases.size(), failed, atHand(draft, evaluator, after, lang), others, folder());
    }

    private static boolean differs(Suite before, Suite after, Case one) {
        try {
            return DecisionDiff.between(before.decide(one), after.decide(one)).stream()
                    .anyMatch(c -> !c.remark());
        } catch (Problems e) {
            return true;
        }
    }

    private static List<DiffReport.Said> atHand(Draft draft, Evaluator evaluator, Library after, String lang) {
        if (draft.decision().isEmpty()) {
            return List.of();
        }
        try {
            InspectionText text = draft.text();
            Decision now = evaluator.evaluate(InspectionReader.read(text.tree(), after, text.name()), text.digest());
            return DiffReport.cited(DecisionDiff.between(draft.decision().get(), now), after, lang);
        } catch (Problems e) {
            return e.all().stream()
                    .map(p -> new DiffReport.Said("~", p.message().in(lang)))
                    .toList();
        }
    }

    /** Links are not followed: what they lead to is no part of the folder. */
    private void copyAll() throws IOException {
        for (Path file : RulesTree.files(original)) {
            WholeFile.write(copy.resolve(original.relativize(file).toString()), Files.readAllBytes(file));
        }
    }

    /** The place of a rule file below a folder; null for any other name, however it is written. */
    private static @Nullable Path within(Path folder, String file) {
        if (!file.matches("[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*){1,4}\\.drl")) {
            return null;
        }
        Path path = folder.resolve(file).normalize();
        return path.startsWith(folder) ? path : null;
    }
}
