package qiyue.notice;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a paper can say: values by the names of tags, and lists whose entries have values of their own. What nobody stated has
 * the empty text, and comes out as a marked blank.
 */
final class NoticeData {
    /** What is to be filled in by hand stands between these. */
    private static final String BLANK = "【待填：";

    /** The number of a heading among those that stay. */
    static final String SECTION = "节";

    /** The number of a part of it, likewise. */
    static final String PART = "小节";

    /** What ends an entry of any list: entries are one sentence together. */
    static final String END = "句末";

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final int MOST_NUMERALS = 99;

    private final PaperDays days;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> lists = new TreeMap<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();

    NoticeData(PaperDays days) {
        this.days = days;
    }

    /** A blank to be filled in. */
    static String blank(String what) {
        return BLANK + what + "】";
    }

    /** 1 as 一, up to 99; in figures beyond. */
    static String numeral(int number) {
        if (number > MOST_NUMERALS) {
            return String.valueOf(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        return number <= 10
                ? NUMERALS.substring(number - 1, number)
                : (tens == 1 ? "" : NUMERALS.substring(tens - 1, tens))
                        + "十"
                        + (ones == 0 ? "" : NUMERALS.substring(ones - 1, ones));
    }

    void value(String tag, String value) {
        values.put(tag, value);
    }

    /** A list; its columns are known even where it is empty. */
    List<Map<String, String>> list(String tag, String... of) {
        Set<String> known = new TreeSet<>(Set.of(of));
        known.add(END);
        columns.put(tag, known);
        List<Map<String, String>> entries = new ArrayList<>();
        lists.put(tag, entries);
        return entries;
    }

    boolean isList(String tag) {
        return lists.containsKey(tag);
    }

    /** The entries of a list, each with what ends it; none if there is no such list. */
    List<Map<String, String>> entries(String tag) {
        List<Map<String, String>> all = new ArrayList<>();
        Iterator<Map<String, String>> own = lists.getOrDefault(tag, List.of()).iterator();
        while (own.hasNext()) {
            Map<String, String> entry = new TreeMap<>(own.next());
            entry.put(END, own.hasNext() ? "；" : "。");
            all.add(entry);
        }
        return List.copyOf(all);
    }

    /** Whether there is something to say. */
    boolean says(String tag) {
        return !lists.getOrDefault(tag, List.of()).isEmpty()
                || !values.getOrDefault(tag, "").isEmpty();
    }

    /** What may stand in an entry of a list, or outside of lists. */
    Set<String> known(String list) {
        Set<String> known = new TreeSet<>(values.keySet());
        known.addAll(columns.getOrDefault(list, Set.of()));
        return known;
    }

    /** The names of lists. */
    Set<String> lists() {
        return lists.keySet();
    }

    /** Value of a tag in an entry; a marked blank where nothing was stated. */
    String text(String tag, Map<String, String> entry) {
        String value = entry.containsKey(tag) ? entry.getOrDefault(tag, "") : values.getOrDefault(tag, "");
        return value.isEmpty() ? blank(tag) : days.in(value);
    }
}
