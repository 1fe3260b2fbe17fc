package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.intake.InspectionText;
import qiyue.intake.Personal;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** One inspection to judge under two versions of the rules: its tree, or what is wrong with it. */
record Subject(String name, Optional<JsonNode> tree, List<Problem> problems) {

    /** All that {@code --on} names: cases of both versions, files, folders. */
    static List<Subject> of(List<String> on, Library oldLibrary, Library newLibrary, InputStream in, Common common)
            throws IOException, Problems {
        List<String> files = on.stream().filter(f -> !f.equals("cases")).toList();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        if (files.size() < on.size()) {
            cases(newLibrary, common, subjects);
            if (oldLibrary != newLibrary) {
                cases(oldLibrary, common, subjects);
            }
        }
        List<Problem> problems = new ArrayList<>();
        for (InspectionText document : Documents.read(files, in, problems, common)) {
            subjects.put(document.name(), subject(document, newLibrary));
        }
        problems.forEach(p -> subjects.put(p.file(), new Subject(p.file(), Optional.empty(), List.of(p))));
        return List.copyOf(subjects.values());
    }

    /** Differences name nobody: what differs does not depend on names. */
    private static Subject subject(InspectionText document, Library library) {
        try {
            return new Subject(
                    document.name(),
                    Optional.of(Personal.masked(document.tree(), library.vocabulary(), Personal.Texts.PSEUDONYMS)),
                    List.of());
        } catch (Problems e) {
            return new Subject(document.name(), Optional.empty(), e.all());
        }
    }

    /** The cases of a version that are not among the subjects yet. */
    private static void cases(Library library, Common common, Map<String, Subject> subjects) throws Problems {
        for (Case found : new Suite(library, common.evaluator(library)).cases()) {
            String name = found.file() + "  " + found.name();
            subjects.putIfAbsent(name, new Subject(name, Optional.of(found.given()), List.of()));
        }
    }
}
