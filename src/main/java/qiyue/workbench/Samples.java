package qiyue.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Inspections to look at, as they come with the program; none where they do not lie beside it. */
final class Samples {
    private static final List<Panels.Choice> ZH = List.of(
            new Panels.Choice("beijing-second-suspension", "北京　再次中止"),
            new Panels.Choice("jinhua-investigation", "金华　调查"),
            new Panels.Choice("shanxi-medical", "山西　医疗"),
            new Panels.Choice("xilingol-rehabilitation", "锡林郭勒　康复"));
    private static final List<Panels.Choice> EN = List.of(
            new Panels.Choice("beijing-second-suspension", "Beijing, second suspension"),
            new Panels.Choice("jinhua-investigation", "Jinhua, investigation"),
            new Panels.Choice("shanxi-medical", "Shanxi, medical"),
            new Panels.Choice("xilingol-rehabilitation", "Xilingol, rehabilitation"));

    private Samples() {}

    /** Those that are there. */
    static List<Panels.Choice> of(Path folder, String lang) {
        return (lang.equals("en") ? EN : ZH)
                .stream()
                        .filter(c -> Files.isRegularFile(folder.resolve(c.code() + ".json")))
                        .toList();
    }

    /** One by its name. */
    static Optional<String> text(Path folder, String name) {
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> file = files.filter(
                            f -> String.valueOf(f.getFileName()).equals(name + ".json"))
                    .findFirst();
            return file.isEmpty() ? Optional.empty() : Optional.of(Sources.text(file.get(), name));
        } catch (IOException | Problems e) {
            return Optional.empty();
        }
    }
}
