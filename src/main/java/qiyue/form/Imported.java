package qiyue.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.table.Place;

/** What a table was taken for: its records with their places, what was skipped and why, and what could not be read. */
public final class Imported {
    private final Reading reading;

    /**
     * A record that was read.
     *
     * @param json it, as JSON
     * @param id its id; empty where its kind has none
     * @param place its row
     * @param reducedBy rows that took back part of it
     */
    record Line(String json, String id, Place place, List<Place> reducedBy) {
        /** Where it stands, and what took back part of it. */
        String source() {
            return place.full()
                    + (reducedBy.isEmpty()
                            ? ""
                            : "（" + reducedBy.stream().map(Place::shown).collect(Collectors.joining("、")) + " 冲减）");
        }
    }

    /**
     * A row that is no record.
     *
     * @param why {@code heading}: the headings again; {@code remark}: a signature, a page number
     */
    record Skipped(Place place, String why, String text) {}

    /**
     * All there is to say.
     *
     * @param manner how the file was read
     * @param found the sheets that were read
     * @param total what the lines come to, less what was taken back
     * @param left the sheets that were not
     * @param unknown by field, words that stand for nothing known
     * @param carried what rows between lines say of those below them
     * @param hidden rows among those read that nobody sees who looks at the table
     * @param reversed what became of lines that take back others
     */
    record Reading(
            Kind kind,
            Layout layout,
            Headings headings,
            Mapping mapping,
            String manner,
            List<Found> found,
            List<String> left,
            List<Line> lines,
            List<Text> reversed,
            List<Text> carried,
            List<Problem> problems,
            Map<String, List<String>> unknown,
            List<Skipped> skipped,
            List<Place> hidden,
            Subtotals sums,
            BigDecimal total,
            Values values,
            Cells cells) {}

    Imported(Reading reading) {
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    /** The records, each as JSON, in order of their rows. */
    public List<String> records() {
        return reading.lines().stream().map(Line::json).toList();
    }

    /** Where each record stands, by its id: file, sheet and row. */
    public Map<String, String> sources() {
        Map<String, String> sources = new java.util.LinkedHashMap<>();
        reading.lines().stream().filter(l -> !l.id().isEmpty()).forEach(l -> sources.put(l.id(), l.source()));
        return sources;
    }

    /** What could not be read, each with its cell. */
    public List<Problem> problems() {
        return reading.problems();
    }

    /** Whether what rows that add up say fits the lines above them. */
    public boolean sumsFit() {
        return reading.sums().sums().stream().allMatch(s -> s.fit() != Subtotals.Fit.WRONG);
    }

    /** What all lines add up to. */
    public BigDecimal total() {
        return reading.total();
    }

    /**
     * Problems of a document that holds the records, with their cells where they concern what was read here.
     *
     * @param first the place of the first of them in the document's list
     */
    public List<Problem> moved(List<Problem> found, int first) {
        String list = "/" + String.join("/", reading.kind().path()) + "/";
        for (int i = 0; i < reading.lines().size(); i++) {
            reading.cells().put(list + (first + i), reading.lines().get(i).place());
        }
        return reading.cells().moved(found);
    }

    /** The mapping that reads the table the same way again, as a file. */
    public String mapping() {
        Map<String, String> columns = new TreeMap<>(reading.mapping().columns());
        for (Found each : reading.found()) {
            each.columns()
                    .forEach((at, column) ->
                            columns.put(column.name(), each.headings().get(at)));
        }
        Map<String, Map<String, String>> words = new TreeMap<>();
        reading.values().taken().forEach((name, said) -> {
            Codes codes = reading.values()
                    .codes(reading.layout().named(name).orElseThrow().field());
            Map<String, String> labels = new TreeMap<>();
            said.forEach((word, code) -> labels.put(word, codes.label(code)));
            words.put(name, labels);
        });
        return Mapping.written(
                reading.kind(),
                reading.layout(),
                new Mapping(
                        columns,
                        Map.of(),
                        reading.mapping().fixed(),
                        reading.mapping().unused(),
                        true),
                words,
                reading.unknown());
    }

    /** Columns of a sheet that are no field, with what stands above them. */
    static List<String> aside(Found found) {
        List<String> aside = new ArrayList<>();
        for (int i = 0; i < found.headings().size(); i++) {
            if (!found.columns().containsKey(i) && !found.headings().get(i).isEmpty()) {
                aside.add(found.headings().get(i));
            }
        }
        return aside;
    }
}
