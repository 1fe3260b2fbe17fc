package qiyue.cli;

import java.util.List;
import java.util.Optional;
import qiyue.rulebook.Library;

/** The rulebooks that the words of a command name: a rulebook, or a region for all of its own; everything where there is none. */
final class Books {
    private Books() {}

    /** The first word that is neither a rulebook nor a region. */
    static Optional<String> unknown(Library library, List<String> words) {
        return words.stream()
                .filter(w -> library.rulebooks().keySet().stream().noneMatch(b -> within(b, w)))
                .findFirst();
    }

    /** Whether a rulebook, or a file of one, is among those named. */
    static boolean named(List<String> words, String book) {
        return words.isEmpty() || words.stream().anyMatch(w -> within(book, w));
    }

    private static boolean within(String book, String word) {
        return (book + "/").startsWith(word + "/");
    }
}
