package qiyue.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;

/** The rulebooks that the words of a command name: a rulebook, or a region for all of its own; everything where there is none. */
final class Books {
    private Books() {}

    /** The first word that is neither a rulebook nor a region. */
    static Optional<String> unknown(Library library, List<String> words) {
        return words.stream()
                .filter(w -> library.rulebooks().keySet().stream().noneMatch(b -> within(b, w)))
                .findFirst();
    }

    /** The regions that the words are of. */
    static Set<String> regions(List<String> words) {
        Set<String> regions = new TreeSet<>();
        words.forEach(w -> regions.add(w.contains("/") ? RulesTree.region(w) : w));
        return regions;
    }

    /** Whether a rulebook, or a file of one, is among those named. */
    static boolean named(List<String> words, String book) {
        return words.isEmpty() || words.stream().anyMatch(w -> within(book, w));
    }

    private static boolean within(String book, String word) {
        return (book + "/").startsWith(word + "/");
    }
}
