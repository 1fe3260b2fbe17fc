package qiyue.page;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.TreeMap;

/** What the search box looks through: the pages of one language with their titles, and the codes of the vocabulary. */
final class SearchList {
    private final Map<String, String> titles = new TreeMap<>();

    /** A page, or a place on one. */
    void add(String path, String title) {
        titles.put(path, title);
    }

    /** The list as a script: pages opened from disk can load nothing else. */
    String script() {
        StringBuilder script = new StringBuilder("var QIYUE_PAGES = [\n");
        titles.forEach((path, title) -> script.append("[\"")
                .append(quoted(path))
                .append("\",\"")
                .append(quoted(title))
                .append("\"],\n"));
        return script.append("];\n").toString();
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text)).replace("<", "\\u003c");
    }
}
