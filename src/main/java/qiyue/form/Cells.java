package qiyue.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.table.Place;

/** Which cell what stands in a document came from: the row of each record, the column of each field. */
final class Cells {
    /** A place of a document named in a sentence: a record of a list, or a field of one. */
    private static final Pattern POINTER = Pattern.compile("(?:/[a-z][A-Za-z]*)++/\\d+(?:/[a-z][A-Za-z]*)*+");

    private final Map<String, Place> rows = new HashMap<>();
    private final Map<String, Map<String, Integer>> columns = new HashMap<>();
    private final @Nullable Place otherwise;

    /** @param otherwise where it stands if nothing is known of it; null: nowhere */
    Cells(@Nullable Place otherwise) {
        this.otherwise = otherwise;
    }

    /** What stands at a pointer came from that row or cell. */
    void put(String pointer, Place place) {
        rows.put(pointer, place);
    }

    /** The columns of the fields of records of a list in a sheet, from 0. */
    void columns(String list, String sheet, Map<Integer, Column> some) {
        Map<String, Integer> byName = columns.computeIfAbsent(list + "\n" + sheet, l -> new HashMap<>());
        some.forEach((at, column) -> byName.put(column.name(), at));
    }

    /** Where it came from; where nothing is known of it, the place of what stands nowhere else. */
    Optional<Place> place(String pointer) {
        return row(pointer).or(() -> Optional.ofNullable(otherwise));
    }

    private Optional<Place> row(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place row = rows.get(at);
            if (row != null) {
                return Optional.of(
                        at.length() == pointer.length() ? row : cell(row, at, pointer.substring(at.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private Place cell(Place row, String record, String below) {
        if (row.column() > 0) {
            return row;
        }
        Map<String, Integer> known =
                columns.getOrDefault(record.substring(0, record.lastIndexOf('/')) + "\n" + row.sheet(), Map.of());
        String name = below.replace('/', '.');
        while (true) {
            Integer column = known.get(name);
            if (column == null) {
                String within = name + ".";
                column = known.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(within))
                        .map(Map.Entry::getValue)
                        .min(Integer::compare)
                        .orElse(null);
            }
            if (column != null) {
                return new Place(row.file(), row.sheet(), row.row(), column + 1);
            }
            if (name.indexOf('.') < 0) {
                return row;
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
    }

    /** The problem with its cell instead of its pointer, and with those of other places it names. */
    Problem moved(Problem problem) {
        return place(problem.pointer())
                .map(p -> p.problem(problem.code(), moved(problem.message(), p), moved(problem.fix(), p))
                        .differing(problem.varying())
                        .counting(problem.more()))
                .orElse(problem);
    }

    private Text moved(Text said, Place here) {
        return new Text(moved(said.zh(), here), moved(said.en(), here));
    }

    private String moved(String said, Place here) {
        return POINTER.matcher(said)
                .replaceAll(m -> Matcher.quoteReplacement(row(m.group())
                        .map(p -> p.file().equals(here.file()) ? p.shown() : p.full())
                        .orElse(m.group())));
    }

    List<Problem> moved(List<Problem> problems) {
        return problems.stream().map(this::moved).toList();
    }
}
