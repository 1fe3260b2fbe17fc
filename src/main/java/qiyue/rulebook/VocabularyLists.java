package qiyue.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of a vocabulary, and what an entry of each may say beside its labels. */
public final class VocabularyLists {
    /** All lists, those of the program included. */
    static final Set<String> ALL = Set.of(
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
            "events",
            "actors",
            "parameters",
            "record-kinds",
            "agreement-terms",
            "record-fields",
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

    /** Lists whose entries are no codes of their own, but speak of others. */
    static final Set<String> OF_OTHERS = Set.of("lists", "uses", "nothing-follows");

    /** Properties that name several codes. */
    static final Set<String> SEVERAL = Set.of(
            "absorbs",
            "absorbed-by",
            "instead",
            "codes",
            "lists",
            "kinds",
            "topics",
            "near",
            "records",
            "words",
            "in",
            "prolongs",
            "found-as",
            "said-by");

    /** What an entry of a list may have beside its labels. */
    static final Map<String, Set<String>> KEYS = Map.ofEntries(
            Map.entry("conducts", Set.of("topic", "denied-by", "beside", "later", "money", "excess", "kinds")),
            Map.entry("regions", Set.of("others", "renewed-from")),
            Map.entry(
                    "questions",
                    Set.of(
                            "about",
                            "answered-by",
                            "asked",
                            "evidence",
                            "clauses",
                            "in",
                            "without-money",
                            "prolongs",
                            "opposite-of",
                            "same-as",
                            "found-as",
                            "said-by",
                            "of-step",
                            "under",
                            "after-days")),
            Map.entry("lists", Set.of("of", "codes", "topics", "money")),
            Map.entry("uses", Set.of("near", "records", "words")),
            Map.entry("nothing-follows", Set.of("in", "codes", "lists", "topics", "money")),
            Map.entry(
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
                            "suspends")),
            Map.entry("actors", Set.of("words")),
            Map.entry("acts", Set.of("serves", "stage", "lasts", "told-by", "tells")),
            Map.entry("penalty-kinds", Set.of("lasts")),
            Map.entry("personal-fields", Set.of("mask")),
            Map.entry("record-kinds", Set.of("called", "fields", "kinds", "each", "of", "parts")),
            Map.entry("parameters", Set.of("states")),
            Map.entry("topics", Set.of("by")));

    private VocabularyLists() {}

    /** The names of all lists that files may add to, in order. */
    public static List<String> names() {
        return ALL.stream().filter(l -> !l.equals("sheets")).sorted().toList();
    }

    /** What an entry of the list has beside its labels, in order. */
    public static List<String> keys(String list) {
        return KEYS.getOrDefault(list, Set.of()).stream().sorted().toList();
    }
}
