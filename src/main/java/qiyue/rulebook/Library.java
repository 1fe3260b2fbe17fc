package qiyue.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import qiyue.fact.Calendar;
import qiyue.problem.Once;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** All rulebooks of a rules folder with the vocabulary and the calendar they share. Loading checks everything and reports everything. */
public final class Library {
    private final Path root;
    private final Vocabulary vocabulary;
    private final Calendar calendar;
    private final Map<String, Rulebook> rulebooks;
    private final Map<String, Readings> readings;
    private final Map<String, String> shared;
    private final Map<Class<?>, Object> known = new ConcurrentHashMap<>();

    Library(
            Path root,
            Vocabulary vocabulary,
            Calendar calendar,
            Map<String, Rulebook> rulebooks,
            Map<String, Readings> readings,
            Map<String, String> shared) {
        this.root = root;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
        this.rulebooks = rulebooks;
        this.readings = readings;
        this.shared = shared;
    }

    /** Loads a rules folder; every error is in the exception, warnings are not. */
    public static Library load(Path root) throws Problems {
        return load(root, Set.of());
    }

    /** Loads only the rulebooks of these regions, which is quicker; all of them if none is named. */
    public static Library load(Path root, Set<String> regions) throws Problems {
        Examined examined = examine(root, regions);
        List<Problem> errors =
                examined.problems().stream().filter(p -> !p.warning()).toList();
        if (!errors.isEmpty()) {
            throw new Problems(Once.told(errors));
        }
        return examined.library();
    }

    /**
     * The same, but what was checked before and has not changed since is taken from what was kept of it. What is kept has stood a
     * check as a whole, and whoever takes it relies on that.
     *
     * @param kept the folder where checked libraries are kept; it may be lost at any time
     * @param further what it must stand beyond each file being right
     */
    public static Library load(Path root, Set<String> regions, Path kept, Further further) throws Problems {
        return new LibraryStore(kept).load(root, regions, further);
    }

    /**
     * The library of all regions for looking things up in it: as it was kept, if it was, else as it can be read, sound as a whole or
     * not. Where it is sound it is kept, so that who looks up the next thing need not read it.
     *
     * @param further what it must stand beyond each file being right, to be kept
     */
    public static Library known(Path root, Path kept, Further further) throws Problems {
        return new LibraryStore(kept).known(root, further);
    }

    /** A check of a library as a whole. */
    @FunctionalInterface
    public interface Further {
        /** Throws what is in error. */
        void hold(Library library) throws Problems;
    }

    /** A rules folder as far as it can be read, and what is wrong with it. Not for deciding. */
    public record Examined(Library library, List<Problem> problems) {}

    /** Reads a rules folder whatever is wrong with it, so that the rest of it can be checked too. */
    public static Examined examine(Path root) throws Problems {
        return examine(root, Set.of());
    }

    /** The same of the rulebooks of these regions only, which is quicker; all of them if none is named. */
    public static Examined examine(Path root, Set<String> regions) throws Problems {
        List<Problem> problems = new ArrayList<>();
        Library library = new LibraryLoader(root, regions, problems).load();
        return new Examined(library, place(root, problems));
    }

    /** The regions of a rules folder that rulebooks or cases lie in, in order. */
    public static Set<String> regions(Path root) {
        return new RulesFolder(root, new ArrayList<>()).regions();
    }

    /** Files of these regions, or of the whole folder if none is named, that look as if they were read and are not. */
    public static List<Problem> strays(Path root, Set<String> regions) {
        List<Problem> problems = new ArrayList<>();
        RulesFolder files = new RulesFolder(root, problems);
        files.strays(files.rulebooks(), regions);
        return problems;
    }

    /** What was read region by region as one; their vocabulary and calendar are the same. */
    public static Library of(List<Library> regions) {
        Library first = regions.get(0);
        Map<String, Rulebook> rulebooks = new TreeMap<>();
        Map<String, Readings> readings = new TreeMap<>();
        Map<String, String> shared = new TreeMap<>();
        for (Library region : regions) {
            rulebooks.putAll(region.rulebooks);
            readings.putAll(region.readings);
            shared.putAll(region.shared);
        }
        Vocabulary vocabulary = first.vocabulary.withSheets(regions.stream()
                .flatMap(r -> r.vocabulary.entries("sheets").stream())
                .toList());
        return new Library(first.root, vocabulary, first.calendar, rulebooks, readings, shared);
    }

    /**
     * Keeps a library for {@link #load(Path, Set, Path, Further)}, once whoever reads it from now on has found it sound; not if
     * its files were changed meanwhile.
     */
    public static Consumer<Library> keeper(Path root, Set<String> regions, Path kept) {
        Optional<String> key = RulesKey.deciding(root, regions);
        return library -> key.ifPresent(k -> new LibraryStore(kept).put(k, library, regions));
    }

    /** The problems with their lines, where a pointer into a YAML file of the folder is all they have. */
    public static List<Problem> place(Path root, List<Problem> problems) {
        Map<String, Optional<Places>> places = new TreeMap<>();
        return problems.stream()
                .map(p -> p.pointer().isEmpty() || p.line() > 0
                        ? p
                        : places.computeIfAbsent(p.file(), f -> places(root.resolve(f), f))
                                .map(known -> known.place(p))
                                .orElse(p))
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<Places> places(Path file, String shown) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Places.yaml(Sources.text(file, shown))) : Optional.empty();
        } catch (Problems e) {
            return Optional.empty();
        }
    }

    /** What follows from the library alone: worked out when it is first asked for, and kept with it. */
    public <T> T once(Class<T> type, Function<Library, T> work) {
        return type.cast(known.computeIfAbsent(type, k -> work.apply(this)));
    }

    Map<String, Readings> allReadings() {
        return readings;
    }

    Map<String, String> allShared() {
        return shared;
    }

    /** The rules folder. */
    public Path root() {
        return root;
    }

    /** The shared codes. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The working-day calendar. */
    public Calendar calendar() {
        return calendar;
    }

    /** All rulebooks, by id. */
    public Map<String, Rulebook> rulebooks() {
        return rulebooks;
    }

    /** The same with another rulebook in the place of the one of that id. */
    public Library with(Rulebook other) {
        Map<String, Rulebook> all = new TreeMap<>(rulebooks);
        all.put(other.id(), other);
        return new Library(root, vocabulary, calendar, Collections.unmodifiableMap(all), readings, shared);
    }

    /**
     * Digests of what a decision in the region rests on beside its rulebooks: {@code vocabulary}, {@code calendar}, and the
     * region's readings.
     */
    public Map<String, String> shared(String region) {
        Map<String, String> own = new TreeMap<>(shared);
        own.keySet().removeIf(k -> k.contains("/") && !k.startsWith(region + "/"));
        return own;
    }

    /** Digests of all that decisions rest on beside rulebooks. */
    public Map<String, String> shared() {
        return Collections.unmodifiableMap(shared);
    }

    /** The readings taken of the texts of a region. */
    public Readings readings(String region) {
        return readings.getOrDefault(region, Readings.none());
    }

    /** The ids of the readings that the ledger cites for a clause, by its full id. */
    public List<String> readingsOf(String clause) {
        Rulebook book = rulebooks.get(clause.substring(0, Math.max(clause.indexOf('#'), 0)));
        Rulebook.Clause line = book == null ? null : book.ledger().get(clause.substring(clause.indexOf('#') + 1));
        return line == null ? List.of() : Readings.cited(line.reading());
    }

    /** The score sheet of that name and the rulebook it belongs to, among the rulebooks of the region. */
    public Optional<Sheet> sheet(String region, String name) {
        for (Rulebook rulebook : rulebooks.values()) {
            Sheet sheet = rulebook.sheets().get(name);
            if (sheet != null && rulebook.info().region().equals(region)) {
                return Optional.of(sheet);
            }
        }
        return Optional.empty();
    }
}
