package qiyue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** Finds the inspections a command line names: files, folders, NDJSON files, standard input. */
final class Documents {
    private Documents() {}

    /** All of them, in the order named, folders in order of path; what cannot be read goes to the problems. */
    static List<InspectionText> read(List<String> names, InputStream in, List<Problem> problems) throws IOException {
        List<InspectionText> documents = new ArrayList<>();
        for (String name : names) {
            try {
                if (name.equals("-")) {
                    add(documents, "<stdin>", Sources.text(in.readAllBytes(), "<stdin>"));
                } else if (Files.isDirectory(Path.of(name))) {
                    folder(documents, Path.of(name), problems);
                } else {
                    add(documents, name, Sources.text(Path.of(name), name));
                }
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
        return documents;
    }

    private static void folder(List<InspectionText> documents, Path folder, List<Problem> problems) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(
                            p -> p.toString().endsWith(".json") || p.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
        if (found.isEmpty()) {
            problems.add(Problem.at(
                    "empty-folder",
                    folder.toString(),
                    "",
                    new Text("文件夹中没有 .json 或 .ndjson 文件", "the folder holds no .json or .ndjson file"),
                    new Text("核对路径", "check the path")));
        }
        for (Path file : found) {
            try {
                add(documents, file.toString(), Sources.text(file, file.toString()));
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
    }

    /** One document, or one a line where the file is NDJSON (several lines, each an object of its own). */
    private static void add(List<InspectionText> documents, String name, String text) {
        List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
        if (lines.size() > 1
                && lines.stream()
                        .allMatch(l -> l.startsWith("{") && l.stripTrailing().endsWith("}"))) {
            for (int i = 0; i < lines.size(); i++) {
                documents.add(new InspectionText(name + "#" + (i + 1), lines.get(i)));
            }
        } else {
            documents.add(new InspectionText(name, text));
        }
    }
}
