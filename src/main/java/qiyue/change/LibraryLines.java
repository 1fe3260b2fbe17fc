package qiyue.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Answering;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;

/** What a library says beside its rules, taken apart: name → what stands there, as text that can be compared. */
final class LibraryLines {
    private LibraryLines() {}

    static Map<String, String> particulars(Rulebook book) {
        Rulebook.Info i = book.info();
        return Map.of(
                "title", i.title().zh() + " / " + i.title().en(),
                "number", i.number(),
                "region", i.region(),
                "kinds", String.join(", ", i.kinds()),
                "from", i.start() + " " + i.from(),
                "to", i.to().toString(),
                "lapse", String.valueOf(i.decideByThen()),
                "applicants", i.applicants().map(Object::toString).orElse(""));
    }

    static Map<String, String> ledger(Rulebook book) {
        Map<String, String> lines = new LinkedHashMap<>();
        book.ledger()
                .values()
                .forEach(c -> lines.put(
                        c.id(),
                        String.join(
                                " | ",
                                c.status().code(),
                                c.label().zh(),
                                c.label().en(),
                                c.why().zh(),
                                c.reading(),
                                c.ask().zh())));
        return lines;
    }

    static Map<String, String> sheet(@Nullable Sheet sheet) {
        Map<String, String> rows = new LinkedHashMap<>();
        if (sheet != null) {
            rows.put("cap", sheet.cap().toPlainString());
            sheet.rows().forEach(r -> rows.put(r.id(), said(r)));
        }
        return rows;
    }

    private static String said(Sheet.Row r) {
        Collection<String> how = switch (r.way()) {
            case DEDUCT, AWARD ->
                r.steps().stream()
                        .map(s -> s.key()
                                + (s.once() ? " once " : " each ")
                                + s.points().toPlainString())
                        .toList();
            case BANDS ->
                r.bands().stream()
                        .map(b -> r.key() + " from " + b.from().toPlainString() + ": "
                                + b.points().toPlainString())
                        .toList();
            case CHOICE ->
                new TreeMap<>(r.choices())
                        .entrySet().stream()
                                .map(c -> r.key() + " " + c.getKey() + ": "
                                        + c.getValue().toPlainString())
                                .toList();
            case DISCRETION, VETO -> List.of();
        };
        return r.way().name().toLowerCase(Locale.ROOT) + " "
                + r.points().toPlainString()
                + (r.bonus() ? " bonus" : "")
                + (r.kinds().isEmpty() ? "" : " " + r.kinds())
                + how.stream().map(h -> "; " + h).collect(Collectors.joining());
    }

    static Map<String, String> codes(Vocabulary vocabulary, String list) {
        Map<String, String> codes = new TreeMap<>();
        vocabulary
                .entries(list)
                .forEach(e -> codes.put(
                        e.code(),
                        e.label().zh() + " / " + e.label().en()
                                + (e.properties().isEmpty() && e.lists().isEmpty()
                                        ? ""
                                        : "\n" + new TreeMap<>(e.properties()))
                                + (list.equals("questions") ? answering(vocabulary, e.code()) : "")
                                + new TreeMap<>(e.lists())
                                        .entrySet().stream()
                                                .map(l -> " " + l.getKey() + " " + l.getValue())
                                                .collect(Collectors.joining())));
        return codes;
    }

    /** Who may answer the question on what evidence, everywhere and in single regions. */
    private static String answering(Vocabulary vocabulary, String question) {
        Map<String, Answering> all = new TreeMap<>(vocabulary.answeringByRegion(question));
        all.put("", vocabulary.answering(question, ""));
        return all.entrySet().stream()
                .map(e -> "\n" + (e.getKey().isEmpty() ? "" : e.getKey() + ": ")
                        + e.getValue().by()
                        + ": "
                        + e.getValue().evidence().getOrDefault("zh", "")
                        + " / "
                        + e.getValue().evidence().getOrDefault("en", "")
                        + (e.getValue().clauses().isEmpty()
                                ? ""
                                : " " + e.getValue().clauses()))
                .collect(Collectors.joining());
    }

    static Map<String, String> calendar(Path root) {
        Map<String, String> years = new TreeMap<>();
        Path folder = root.resolve("calendar");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    String name = file.getFileName().toString().replace(".yaml", "");
                    var tree = Sources.yaml(file, name);
                    years.put(name, days("off", tree.path("off")) + "\n" + days("work", tree.path("work")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Problems e) {
                throw new IllegalStateException("the calendar was read a moment ago", e);
            }
        }
        return years;
    }

    private static String days(String what, JsonNode days) {
        return StreamSupport.stream(days.spliterator(), false)
                .map(d -> what + " " + d.asText())
                .collect(Collectors.joining("\n"));
    }
}
