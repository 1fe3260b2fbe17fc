package qiyue.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import qiyue.decision.Decision.RowLine;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Assessment;
import qiyue.fact.CaseFile;
import qiyue.fact.Derivation;
import qiyue.fact.Evidence;
import qiyue.fact.Score;
import qiyue.rulebook.Library;
import qiyue.rulebook.Sheet;

/** What the score sheets of an inspection come to: each a line of the decision and, where it has a total or a veto, a fact. */
final class Scoring {
    private final CaseFile file;
    private final Library library;
    private final List<SheetLine> lines = new ArrayList<>();
    private final List<Evidence> facts = new ArrayList<>();

    Scoring(CaseFile file, Library library) {
        this.file = file;
        this.library = library;
        for (Assessment assessment : file.assessments()) {
            library.sheet(file.region(), assessment.sheet())
                    .map(s -> s.total(assessment.rows(), file.kinds(assessment)).stated(assessment.total()))
                    .ifPresent(total -> score(assessment, total));
        }
        lines.sort(Comparator.comparing(SheetLine::sheet)
                .thenComparing(SheetLine::year)
                .thenComparing(SheetLine::agreement)
                .thenComparing(SheetLine::application));
    }

    private void score(Assessment a, Sheet.Total total) {
        if (total.complete() || !total.vetoes().isEmpty()) {
            Score score = new Score(
                    a.sheet(),
                    a.year(),
                    a.agreement(),
                    a.application(),
                    total.total(),
                    total.vetoes(),
                    Score.dayOf(a.year(), file.inspection().today()));
            facts.add(score.application().isEmpty() ? Derivation.ofOnly(file, score) : score);
        }
        lines.add(new SheetLine(
                a.sheet(),
                a.year(),
                a.agreement(),
                a.application(),
                total.rows().stream()
                        .map(r -> new RowLine(r.row(), r.points(), r.of(), r.examined()))
                        .toList(),
                total.total(),
                total.missing(),
                total.vetoes()));
    }

    /** The lines, by sheet, year, agreement and application. */
    List<SheetLine> lines() {
        return List.copyOf(lines);
    }

    /** The scores that rules may speak of. */
    List<Evidence> facts() {
        return List.copyOf(facts);
    }

    /** Whether the sheet of a score is for the kind of its agreement. */
    boolean suits(Score score) {
        return library.sheet(file.region(), score.sheet())
                .filter(s -> file.agreements().stream()
                        .anyMatch(a -> a.id().equals(score.agreement())
                                && (s.kinds().isEmpty() || s.kinds().contains(a.kind()))))
                .isPresent();
    }
}
