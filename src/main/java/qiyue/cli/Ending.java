package qiyue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import qiyue.problem.Text;

/**
 * What a file is written as: as {@code --format} says, or where it is silent as the ending of the file's name promises. A name
 * that promises another thing than is written misleads whatever opens it, so the two may not contradict each other.
 *
 * @param form what is written, such as {@code json}
 * @param wrong why nothing can be written; absent where something can
 */
record Ending(String form, Optional<Text> wrong) {
    /** Endings of what people open by their names; only a verb that writes such a thing may write to such a name. */
    private static final List<String> PROMISES =
            List.of("xlsx", "xls", "docx", "pdf", "html", "htm", "json", "zip", "gz");

    /** What is read alike: one inspection a line is JSON too. */
    private static final Map<String, String> ALIKE = Map.of("ndjson", "json", "htm", "html");

    /**
     * @param told what {@code --format} says; empty if it is silent
     * @param usual what is written where nothing says
     * @param forms what the verb writes, by the endings that promise it
     */
    static Ending of(String told, Optional<Path> out, String usual, Map<String, String> forms) {
        String ending = out.map(Ending::ending).orElse("");
        String promised = forms.getOrDefault(ending, "");
        String form = !told.isEmpty() ? told : promised.isEmpty() ? usual : promised;
        if (!PROMISES.contains(ending) || alike(promised).equals(alike(form))) {
            return new Ending(form, Optional.empty());
        }
        String endings = String.join(" ", new TreeSet<>(forms.keySet()));
        return new Ending(
                form,
                Optional.of(new Text(
                        "--out " + out.get() + "：文件名以 ." + ending + " 结尾，写出的却是 " + form + "；改用 --format 或改名，可用的后缀："
                                + endings,
                        "--out " + out.get() + ": the name ends with ." + ending + ", but what is written is " + form
                                + "; change --format or the name; endings: " + endings)));
    }

    private static String alike(String form) {
        return ALIKE.getOrDefault(form, form);
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        // a file that is called json promises nothing
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
