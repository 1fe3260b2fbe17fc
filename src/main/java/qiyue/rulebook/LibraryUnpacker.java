package qiyue.rulebook;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Answering;
import qiyue.drl.Drl;
import qiyue.fact.Calendar;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Reads what {@link LibraryPacker} wrote. Without lambdas: this is on the way of every start. */
final class LibraryUnpacker {
    private static final Rulebook.Start[] STARTS = Rulebook.Start.values();
    private static final Rulebook.Status[] STATUSES = Rulebook.Status.values();
    private static final Drl.Sort[] SORTS = Drl.Sort.values();
    private static final Sheet.Way[] WAYS = Sheet.Way.values();

    private final Path root;
    private final byte[] bytes;
    private final ByteBuffer in;
    private final int[] places;
    private final int[] lengths;
    private final @Nullable String[] texts;

    private LibraryUnpacker(byte[] bytes, int from, Path root) {
        this.root = root;
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        int count = in.getInt();
        this.places = new int[count];
        this.lengths = new int[count];
        this.texts = new String[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = in.getInt();
            places[i] = in.position();
            in.position(places[i] + lengths[i]);
        }
    }

    /** The library of the rules folder, from bytes that begin there. */
    static Library unpack(byte[] bytes, int from, Path root) {
        return new LibraryUnpacker(bytes, from, root).library();
    }

    private Library library() {
        Vocabulary vocabulary = vocabulary();
        Set<Integer> years = new HashSet<>();
        for (int n = in.getInt(); n > 0; n--) {
            years.add(in.getInt());
        }
        Calendar calendar = new Calendar(years, days(), days());
        Map<String, Rulebook> rulebooks = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            Rulebook book = rulebook();
            rulebooks.put(book.id(), book);
        }
        Map<String, Readings> readings = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            readings.put(text(), readings());
        }
        return new Library(root, vocabulary, calendar, rulebooks, readings, strings(new TreeMap<>()));
    }

    private Vocabulary vocabulary() {
        Map<String, Map<String, Vocabulary.Entry>> lists = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            String name = text();
            Map<String, Vocabulary.Entry> list = new TreeMap<>();
            for (int m = in.getInt(); m > 0; m--) {
                String key = text();
                list.put(
                        key,
                        new Vocabulary.Entry(
                                text(), label(), Map.copyOf(strings(new TreeMap<>())), Map.copyOf(lists())));
            }
            lists.put(name, list);
        }
        Map<String, String> files = strings(new TreeMap<>());
        Map<String, Answering> everywhere = answerings();
        Map<String, Map<String, Answering>> byRegion = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            byRegion.put(text(), answerings());
        }
        return Vocabulary.kept(lists, files, everywhere, byRegion);
    }

    private Map<String, Answering> answerings() {
        Map<String, Answering> all = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            all.put(text(), new Answering(text(), Map.copyOf(strings(new TreeMap<>())), texts()));
        }
        return all;
    }

    private Readings readings() {
        Map<String, Readings.Reading> byId = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            byId.put(text(), new Readings.Reading(text(), label(), label(), label(), label()));
        }
        return Readings.kept(byId);
    }

    private Rulebook rulebook() {
        String id = text();
        Text title = label();
        Text shortTitle = label();
        String number = text();
        String region = text();
        List<String> kinds = texts();
        Rulebook.Start start = STARTS[in.getInt()];
        LocalDate from = day();
        LocalDate to = day();
        boolean decideByThen = truth();
        boolean limited = truth();
        List<Integer> applicants = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            applicants.add(in.getInt());
        }
        Optional<Text> note = in.getInt() == 0 ? Optional.empty() : Optional.of(label());
        Rulebook.Info info = new Rulebook.Info(
                title,
                shortTitle,
                number,
                region,
                kinds,
                start,
                from,
                to,
                decideByThen,
                limited ? Optional.of(List.copyOf(applicants)) : Optional.empty(),
                note,
                new Review(day(), text(), text()));
        Map<String, Rulebook.Clause> ledger = new LinkedHashMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            String clause = text();
            ledger.put(clause, new Rulebook.Clause(clause, STATUSES[in.getInt()], label(), label(), text(), label()));
        }
        List<Drl.RuleFile> files = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            files.add(new Drl.RuleFile(text(), text(), rules()));
        }
        Map<String, Sheet> sheets = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            sheets.put(text(), sheet());
        }
        return new Rulebook(id, info, ledger, List.copyOf(files), sheets, root.resolve(id), text(), text(), false);
    }

    private Sheet sheet() {
        String name = text();
        Text title = label();
        List<String> kinds = texts();
        BigDecimal cap = figure();
        List<Sheet.Row> rows = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            rows.add(row());
        }
        return new Sheet(name, title, kinds, cap, List.copyOf(rows));
    }

    private Sheet.Row row() {
        String id = text();
        Text label = label();
        Sheet.Way way = WAYS[in.getInt()];
        BigDecimal points = figure();
        boolean bonus = truth();
        List<String> kinds = texts();
        List<Sheet.Step> steps = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            steps.add(new Sheet.Step(text(), figure(), truth(), label()));
        }
        String key = text();
        List<Sheet.Band> bands = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            bands.add(new Sheet.Band(figure(), figure()));
        }
        Map<String, BigDecimal> choices = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            choices.put(text(), figure());
        }
        return new Sheet.Row(
                id, label, way, points, bonus, kinds, List.copyOf(steps), key, List.copyOf(bands), choices);
    }

    private List<Drl.Rule> rules() {
        List<Drl.Rule> rules = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            rules.add(new Drl.Rule(
                    pos(), text(), text(), conditions(), new Drl.Conclusion(pos(), text(), steps()), in.getInt()));
        }
        return List.copyOf(rules);
    }

    private List<Drl.Condition> conditions() {
        List<Drl.Condition> conditions = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            conditions.add(
                    switch (in.get()) {
                        case 0 -> pattern();
                        case 1 -> new Drl.Group(pos(), truth(), patterns());
                        default -> new Drl.Accumulate(pos(), patterns(), text(), text(), text(), text(), literal());
                    });
        }
        return List.copyOf(conditions);
    }

    private List<Drl.Pattern> patterns() {
        List<Drl.Pattern> patterns = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            patterns.add(pattern());
        }
        return List.copyOf(patterns);
    }

    private Drl.Pattern pattern() {
        Pos pos = pos();
        String binding = text();
        String type = text();
        List<Drl.Constraint> constraints = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            constraints.add(
                    switch (in.get()) {
                        case 0 -> new Drl.Compare(pos(), operand(), text(), operand());
                        case 1 -> new Drl.OneOf(pos(), operand(), truth(), literals(), named());
                        case 2 -> new Drl.Flag(pos(), path(), truth());
                        case 3 -> new Drl.Contains(pos(), path(), operand());
                        default -> new Drl.Bind(pos(), text(), path());
                    });
        }
        return new Drl.Pattern(pos, binding, type, List.copyOf(constraints));
    }

    private Drl.Operand operand() {
        return truth() ? path() : literal();
    }

    private Drl.Path path() {
        return new Drl.Path(pos(), text(), steps());
    }

    private List<Drl.Step> steps() {
        List<Drl.Step> steps = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            Pos pos = pos();
            String name = text();
            boolean call = truth();
            List<Drl.Operand> arguments = new ArrayList<>();
            for (int m = in.getInt(); m > 0; m--) {
                arguments.add(operand());
            }
            steps.add(new Drl.Step(pos, name, call, List.copyOf(arguments), text()));
        }
        return List.copyOf(steps);
    }

    private Drl.Named named() {
        Drl.Sort sort = SORTS[in.getInt()];
        List<Drl.Literal> names = literals();
        return sort == Drl.Sort.VALUES ? Drl.Named.NONE : new Drl.Named(sort, names);
    }

    private List<Drl.Literal> literals() {
        List<Drl.Literal> literals = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            literals.add(literal());
        }
        return List.copyOf(literals);
    }

    private Drl.Literal literal() {
        Pos pos = pos();
        return new Drl.Literal(
                pos,
                switch (in.get()) {
                    case 0 -> text();
                    case 1 -> figure();
                    case 2 -> true;
                    default -> false;
                });
    }

    private Pos pos() {
        return new Pos(in.getInt(), in.getInt());
    }

    private Text label() {
        return new Text(text(), text());
    }

    private BigDecimal figure() {
        return new BigDecimal(text());
    }

    private boolean truth() {
        return in.get() != 0;
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(in.getLong());
    }

    private Set<LocalDate> days() {
        Set<LocalDate> days = new HashSet<>();
        for (int n = in.getInt(); n > 0; n--) {
            days.add(day());
        }
        return days;
    }

    private List<String> texts() {
        List<String> all = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            all.add(text());
        }
        return List.copyOf(all);
    }

    private Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new TreeMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            lists.put(text(), texts());
        }
        return lists;
    }

    private Map<String, String> strings(Map<String, String> into) {
        for (int n = in.getInt(); n > 0; n--) {
            into.put(text(), text());
        }
        return into;
    }

    private String text() {
        int at = in.getInt();
        String text = texts[at];
        if (text == null) {
            text = new String(bytes, places[at], lengths[at], StandardCharsets.UTF_8);
            texts[at] = text;
        }
        return text;
    }
}
