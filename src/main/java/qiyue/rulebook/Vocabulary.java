package qiyue.rulebook;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
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
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.shape.Field;

/** The codes shared by all regions, each with its labels: {@code rules/vocabulary/*.yaml}. */
public final class Vocabulary {
    static final Set<String> LISTS = Set.of(
            "regions",
            "facility-kinds",
            "topics",
            "conducts",
            "lists",
            "uses",
            "nothing-follows",
            "questions",
            "answerers",
            "measures",
            "acts",
            "actors",
            "parameters",
            "record-kinds",
            "agreement-terms",
            "change-matters",
            "charge-categories",
            "authorities",
            "penalty-kinds",
            "measure-causes",
            "settlement-channels",
            "treatment-purposes",
            "accident-kinds",
            "prescription-settings",
            "facility-levels",
            "ownerships",
            "materials",
            "personal-fields",
            "sheets");
    /** So few conducts can all be shown. */
    private static final int FEW = 12;

    /** Lists whose entries are no codes of their own, but speak of others. */
    private static final Set<String> OF_OTHERS = Set.of("lists", "uses", "nothing-follows");

    static final Set<String> SEVERAL = Set.of(
            "absorbs",
            "absorbed-by",
            "instead",
            "codes",
            "kinds",
            "topics",
            "near",
            "records",
            "words",
            "in",
            "prolongs");
    static final Map<String, Set<String>> KEYS = Map.of(
            "conducts",
            Set.of("topic", "denied-by", "beside", "money", "excess", "kinds"),
            "regions",
            Set.of("others", "renewed-from"),
            "questions",
            Set.of("about", "answered-by", "asked", "evidence", "clauses", "in", "without-money", "prolongs"),
            "lists",
            Set.of("of", "codes", "topics", "money"),
            "uses",
            Set.of("near", "records", "words"),
            "nothing-follows",
            Set.of("in", "codes", "topics", "money"),
            "measures",
            Set.of(
                    "money",
                    "level",
                    "absorbs",
                    "absorbed-by",
                    "instead",
                    "weight",
                    "payer",
                    "payee",
                    "needs",
                    "ends",
                    "suspends"),
            "acts",
            Set.of("serves", "stage", "lasts"),
            "personal-fields",
            Set.of("mask"),
            "record-kinds",
            Set.of("called", "fields", "kinds"));

    private static final Denial NOTHING = new Denial(List.of());

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

    /** The codes of fields that take those of a list and others. */
    private final Map<Field, Collection<String>> joined = new ConcurrentHashMap<>();

    private volatile @Nullable Treatments treatments;
    private volatile @Nullable OwnFields own;

    /** Reads all files of the folder. */
    static Vocabulary read(List<Path> files, Path root, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary();
        LISTS.forEach(l -> vocabulary.lists.put(l, new TreeMap<>()));
        for (Path file : files) {
            String shown = root.relativize(file).toString().replace('\\', '/');
            try {
                new VocabularyFile(vocabulary, shown, problems).read(Sources.yaml(file, shown));
            } catch (Problems e) {
                problems.addAll(e.all());
                vocabulary.lacking.addAll(LISTS);
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

    /** The names of all lists that files may add to, in order. */
    public static List<String> lists() {
        return LISTS.stream().filter(l -> !l.equals("sheets")).sorted().toList();
    }

    /** What an entry of the list has beside its labels, in order. */
    public static List<String> keys(String list) {
        return KEYS.getOrDefault(list, Set.of()).stream().sorted().toList();
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
        return list(list).put(entry.code(), entry) != null;
    }

    /** What on a record contradicts the conduct. */
    public Denial denial(String conduct) {
        String text = property("conducts", conduct, "denied-by");
        return text.isEmpty()
                ? NOTHING
                : denials.computeIfAbsent(text, t -> Denial.parse(t).orElse(NOTHING));
    }

    /** Adds the score sheets' names, which come from the rulebooks. */
    void sheet(String name, Text title) {
        inOrder.remove("sheets");
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

    /** A fix for an unknown code: by its spelling, by its label, or the list it belongs to instead. */
    public Text meant(String text, String list, Collection<String> known) {
        List<String> labelled = entries(list).stream()
                .filter(e -> Suggest.shares(text, e.label().zh()))
                .map(e -> e.code() + "（" + e.label().zh() + "）")
                .limit(4)
                .toList();
        if (!labelled.isEmpty()) {
            return new Text("写代码：" + String.join("、", labelled), "write the code: " + String.join(", ", labelled));
        }
        Text near = list.equals("conducts") ? conductMeant(text, known) : Suggest.fix(text, known);
        List<String> elsewhere = LISTS.stream()
                .filter(l -> !OF_OTHERS.contains(l) && codes(l).contains(text))
                .sorted()
                .toList();
        return elsewhere.isEmpty()
                ? near
                : new Text(
                        "“" + text + "”是词汇 " + String.join("、", elsewhere) + " 的代码，不能用在这里；" + near.zh(),
                        "'" + text + "' is a code of " + String.join(", ", elsewhere) + ", not for here; " + near.en());
    }

    /** Conducts are many: the nearest are shown by their labels, and where none is near the way to look for one. */
    private Text conductMeant(String text, Collection<String> known) {
        List<String> near = Suggest.near(text, known);
        if (near.isEmpty()) {
            near = conducts().stream()
                    .filter(c -> known.contains(c.code()) && likeness(text, c) > 0)
                    .sorted(Comparator.comparingInt((Entry c) -> -likeness(text, c))
                            .thenComparing(Entry::code))
                    .map(Entry::code)
                    .limit(4)
                    .toList();
        }
        if (near.isEmpty() && known.size() <= FEW) {
            return Suggest.fix(text, known);
        }
        return near.isEmpty()
                ? new Text("按中文查找行为：qiyue conducts 词语", "look the conduct up: qiyue conducts WORD")
                : new Text(
                        "是不是 " + named(near, "zh", "、", "（%s）") + "？",
                        "did you mean " + named(near, "en", ", ", " (%s)") + "?");
    }

    private static int likeness(String text, Entry conduct) {
        return Suggest.likeness(
                text,
                conduct.label().zh() + " " + conduct.code() + " "
                        + conduct.label().en());
    }

    private String named(List<String> codes, String lang, String comma, String form) {
        return codes.stream()
                .map(c -> c + String.format(form, label("conducts", c, lang)))
                .collect(Collectors.joining(comma));
    }

    /** The label of a code; the code itself where there is none. */
    public String label(String list, String code, String lang) {
        Entry entry = lists.getOrDefault(list, Map.of()).get(code);
        return entry == null ? code : entry.label().in(lang);
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
