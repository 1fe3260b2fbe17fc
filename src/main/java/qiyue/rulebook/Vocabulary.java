package qiyue.rulebook;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Answering;
import qiyue.decision.MeasureKind;
import qiyue.decision.Treatment;
import qiyue.fact.Noticed;
import qiyue.problem.Nearness;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.shape.Field;

/** The codes shared by all regions, each with its labels: {@code rules/vocabulary/*.yaml}. */
public final class Vocabulary {

    private static final Denial NOTHING = new Denial(List.of());

    /** What a parameter states as a day. */
    public static final String DAY = "day";

    /** What one states as a figure. */
    public static final String FIGURE = "figure";

    /** What a parameter may state. */
    public static final Set<String> STATED = Set.of(DAY, FIGURE);

    /**
     * A code with its labels and the properties of its list.
     *
     * @param lists properties that name several codes, such as what a measure absorbs
     */
    public record Entry(String code, Text label, Map<String, String> properties, Map<String, List<String>> lists) {
        /** The codes a property names; none where it is left out. */
        public List<String> named(String property) {
            return lists.getOrDefault(property, List.of());
        }

        /** What money a conduct has to do with: {@code claim}, {@code none}, or empty: it may or may not. */
        public String money() {
            return properties.getOrDefault("money", "");
        }

        /** What a measure absorbs. */
        public List<String> absorbs() {
            return named("absorbs");
        }
    }

    private final Map<String, Map<String, Entry>> lists = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Set<String> lacking = new java.util.TreeSet<>();
    private final Answerers answerers = new Answerers();

    /** Worked out when first asked for; nothing they come of changes once the files are read. */
    private final Map<String, Denial> denials = new ConcurrentHashMap<>();

    private final Map<String, List<Entry>> inOrder = new ConcurrentHashMap<>();
    private final Map<String, Nearness> nearness = new ConcurrentHashMap<>();

    /** The codes of fields that take those of a list and others. */
    private final Map<Field, Collection<String>> joined = new ConcurrentHashMap<>();

    private volatile @Nullable Treatments treatments;
    private volatile @Nullable OwnFields own;
    private volatile @Nullable List<SameQuestion> same;

    /** Reads all files of the folder. */
    static Vocabulary read(List<Path> files, Path root, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary();
        VocabularyLists.ALL.forEach(l -> vocabulary.lists.put(l, new TreeMap<>()));
        for (Path file : files) {
            String shown = root.relativize(file).toString().replace('\\', '/');
            try {
                new VocabularyFile(vocabulary, shown, problems).read(Sources.yaml(file, shown));
            } catch (Problems e) {
                problems.addAll(e.all());
                vocabulary.lacking.addAll(VocabularyLists.ALL);
            }
        }
        vocabulary.answerers.read(vocabulary);
        new VocabularyChecks(vocabulary, problems).check();
        return vocabulary;
    }

    /** A vocabulary that was read and checked before. */
    static Vocabulary kept(
            Map<String, Map<String, Entry>> lists,
            Map<String, String> files,
            Map<String, Answering> everywhere,
            Map<String, Map<String, Answering>> byRegion) {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.lists.putAll(lists);
        vocabulary.files.putAll(files);
        vocabulary.answerers.everywhere().putAll(everywhere);
        vocabulary.answerers.byRegion().putAll(byRegion);
        return vocabulary;
    }

    /** Every list, by name. */
    Map<String, Map<String, Entry>> all() {
        return lists;
    }

    /** Where each code is defined. */
    Map<String, String> files() {
        return files;
    }

    /** The file in which a code is defined, relative to the rules folder. */
    public String file(String list, String code) {
        return files.getOrDefault(list + "/" + code, "");
    }

    /** Where in its file a code stands. */
    public static String pointer(String list, String code) {
        return list.equals(OwnFields.FIELDS) ? OwnFields.pointer(code) : "/" + list + "/" + code;
    }

    Answerers answerers() {
        return answerers;
    }

    /** Notes that codes of the list are missing because a file could not be read. */
    void lacks(String list) {
        lacking.add(list);
    }

    /** Whether codes of the list may be missing because a file could not be read: then no code is called unknown. */
    public boolean incomplete(String list) {
        return lacking.contains(list);
    }

    /** Adds a code; whether it was there before. */
    boolean add(String list, Entry entry, String file) {
        files.put(list + "/" + entry.code(), file);
        inOrder.remove(list);
        nearness.clear();
        return list(list).put(entry.code(), entry) != null;
    }

    /** What on a record contradicts the conduct. */
    public Denial denial(String conduct) {
        String text = property("conducts", conduct, "denied-by");
        return text.isEmpty()
                ? NOTHING
                : denials.computeIfAbsent(text, t -> Denial.parse(t).orElse(NOTHING));
    }

    /** What a finding of that conduct says of a question about the record it names; empty where the question does not name it ({@code said-by}). */
    public String said(String question, String conduct) {
        Entry asked = lists.getOrDefault("questions", Map.of()).get(question);
        return asked != null && asked.named("said-by").contains(conduct)
                ? denial(conduct).says(question)
                : "";
    }

    /** The same with these score sheets in the place of its own. */
    Vocabulary withSheets(List<Entry> sheets) {
        Map<String, Map<String, Entry>> all = new TreeMap<>(lists);
        Map<String, Entry> named = new TreeMap<>();
        sheets.forEach(s -> named.put(s.code(), s));
        all.put("sheets", named);
        Vocabulary other = kept(all, files, answerers.everywhere(), answerers.byRegion());
        other.lacking.addAll(lacking);
        return other;
    }

    /** Adds the score sheets' names, which come from the rulebooks. */
    void sheet(String name, Text title) {
        inOrder.remove("sheets");
        nearness.clear();
        list("sheets").put(name, new Entry(name, title, Map.of(), Map.of()));
    }

    private Map<String, Entry> list(String name) {
        return lists.computeIfAbsent(name, n -> new TreeMap<>());
    }

    /** The codes of a list. */
    public Set<String> codes(String list) {
        return lists.getOrDefault(list, Map.of()).keySet();
    }

    /**
     * The codes a field takes; empty: any text. Where the program knows some codes of a list itself, the vocabulary adds to them.
     * (Of a field that maps codes to values these are its values.)
     */
    public Collection<String> codes(Field field) {
        if (field.code().isEmpty() || field.codes().isEmpty()) {
            return codes(field.code(), field.codes());
        }
        Collection<String> both = joined.get(field);
        if (both == null) {
            both = codes(field.code(), field.codes());
            joined.put(field, both);
        }
        return both;
    }

    /** The codes of a list, and those the program knows by itself. */
    Collection<String> codes(String list, Collection<String> known) {
        if (list.isEmpty() || known.isEmpty()) {
            return list.isEmpty() ? known : codes(list);
        }
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(codes(list));
        return all;
    }

    /** The entry of a code. */
    public Optional<Entry> entry(String list, String code) {
        return Optional.ofNullable(lists.getOrDefault(list, Map.of()).get(code));
    }

    /** The codes an entry that stands for several names: those written, and conducts by topic or by money. */
    public Set<String> members(String list, String code) {
        return NamedSets.members(this, list, code);
    }

    /** The conducts that findings can be of, in order of code. */
    public List<Entry> conducts() {
        return entries("conducts");
    }

    /** The entries of a list, in order of code. */
    public List<Entry> entries(String list) {
        return inOrder.computeIfAbsent(
                list, l -> List.copyOf(lists.getOrDefault(l, Map.of()).values()));
    }

    /** The entries of a list that are called just so: by their label, of conducts also by the words people use; capitals do not matter. */
    public List<Entry> called(String list, String text) {
        return new Meant(this).called(list, text);
    }

    /** The codes of a list that a text speaks of, by what they are called, the nearest first; worked out once a list. */
    public List<String> near(String list, String text) {
        Meant meant = new Meant(this);
        return nearness.computeIfAbsent(
                        list,
                        l -> new Nearness(
                                entries(l).stream().collect(Collectors.toMap(Entry::code, e -> meant.called(e, l)))))
                .to(text, entries(list).size());
    }

    /** A fix for an unknown code: by its spelling, by its label, or the list it belongs to instead. */
    public Text meant(String text, String list, Collection<String> known) {
        return new Meant(this).meant(text, list, known);
    }

    /** The label of a code; the code itself where there is none. */
    public String label(String list, String code, String lang) {
        Entry entry = lists.getOrDefault(list, Map.of()).get(code);
        return entry == null ? code : entry.label().in(lang);
    }

    /** The label of a code in both languages; the code itself where there is none. */
    public Text label(String list, String code) {
        return entry(list, code).map(Entry::label).orElse(new Text(code, code));
    }

    /** A property of a code, such as a conduct's topic; empty where there is none. */
    public String property(String list, String code, String name) {
        Entry entry = lists.getOrDefault(list, Map.of()).get(code);
        return entry == null ? "" : entry.properties().getOrDefault(name, "");
    }

    /** Whether a step goes on until its day: then that is the earliest day it may end on, not the latest it may be taken on. */
    public boolean lasts(String act) {
        return property("acts", act, "lasts").equals(VocabularyChecks.LASTING);
    }

    /** Whether what another authority decided leaves the facility without something from its day on; else it lies in the past. */
    public boolean lastsFrom(String penalty) {
        return property("penalty-kinds", penalty, "lasts").equals(VocabularyChecks.LASTING_FROM);
    }

    /** Whether a step is the written notice that an inspection states the day of. */
    public boolean tellsOfNotice(String act) {
        return property("acts", act, "tells").equals(Noticed.DAY);
    }

    /** What a parameter states: {@code day} or {@code figure}; empty where the vocabulary does not say. */
    public String stated(String parameter) {
        return property("parameters", parameter, "states");
    }

    /** Whether a measure suspends an agreement or the service under it. */
    public boolean suspends(String measure) {
        MeasureKind kind = measureKinds().get(measure);
        return kind != null && kind.suspends();
    }

    /** Who may answer a question, and on what evidence, where the texts of the region apply. */
    public Decision.Answering answering(String question, String region) {
        return answerers.of(question, region);
    }

    /** Where the texts of single regions say otherwise, by region. */
    public Map<String, Decision.Answering> answeringByRegion(String question) {
        return answerers.regions(question);
    }

    /** Holds the clauses that questions name against the ledgers read. */
    void holdAgainst(Map<String, Set<String>> ledgers) {
        answerers.holdAgainst(ledgers);
    }

    /** The answer that a conduct without money gives by itself to the question; empty: none. */
    public String answerWithoutMoney(String question, String conduct) {
        return entry("conducts", conduct).map(Entry::money).orElse("").equals("none")
                ? property("questions", question, "without-money")
                : "";
    }

    /** The kinds of record and the terms of agreements declared here. */
    public OwnFields own() {
        OwnFields known = own;
        if (known == null) {
            known = new OwnFields(this);
            own = known;
        }
        return known;
    }

    /** The questions about records that are put to findings of the same fact as well. */
    public List<SameQuestion> sameQuestions() {
        List<SameQuestion> known = same;
        if (known == null) {
            known = SameQuestion.of(this);
            same = known;
        }
        return known;
    }

    /** How the program treats each measure. */
    public Map<String, MeasureKind> measureKinds() {
        return treatments().kinds();
    }

    /** How the program treats measures, steps and the end of agreements in a region. */
    public Treatment treatment(String region) {
        return treatments().of(region);
    }

    private Treatments treatments() {
        Treatments known = treatments;
        if (known == null) {
            known = new Treatments(this);
            treatments = known;
        }
        return known;
    }
}
