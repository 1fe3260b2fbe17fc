package qiyue.rulebook;

import java.util.List;
import java.util.Set;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;

/** What is wrong with entries of a vocabulary, told where they stand. */
final class EntrySlips {
    private final Vocabulary vocabulary;
    private final List<Problem> problems;

    EntrySlips(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The property, where it is stated, is one of these words. */
    void word(Set<String> words, String list, Entry entry, String property) {
        String word = entry.properties().getOrDefault(property, "");
        if (!word.isEmpty()) {
            oneOf(words, list, entry, property, word);
        }
    }

    /** A word of a property is one of these. */
    void oneOf(Set<String> words, String list, Entry entry, String property, String word) {
        if (!words.contains(word)) {
            wrong(
                    list,
                    entry,
                    property,
                    new Text(property + " 写 " + word + " 无效", property + ": " + word + " is no value it can have"),
                    Suggest.fix(word, words));
        }
    }

    /** Whether something of the entry is told already: what it lacks may be what was miswritten. */
    boolean told(String list, Entry entry) {
        String pointer = "/" + list + "/" + entry.code();
        String file = vocabulary.files().getOrDefault(list + "/" + entry.code(), "");
        return problems.stream()
                .anyMatch(p -> p.file().equals(file)
                        && (p.pointer().equals(pointer) || p.pointer().startsWith(pointer + "/")));
    }

    /** Something that an entry has to say is missing. */
    void lacking(String list, Entry entry, Text message, Text fix) {
        problems.add(Problem.at(
                "missing",
                vocabulary.files().getOrDefault(list + "/" + entry.code(), ""),
                "/" + list + "/" + entry.code(),
                message,
                fix));
    }

    /** Something an entry says, in the property or as a whole, cannot be. */
    void wrong(String list, Entry entry, String property, Text message, Text fix) {
        problems.add(Problem.at(
                "unknown-code",
                vocabulary.files().getOrDefault(list + "/" + entry.code(), ""),
                "/" + list + "/" + entry.code() + (property.isEmpty() ? "" : "/" + property),
                message,
                fix));
    }

    /** The codes a property names are codes of that list. */
    void codes(String list, Entry entry, String property, String of) {
        int i = 0;
        for (String code : entry.named(property)) {
            int at = i++;
            if (!vocabulary.codes(of).contains(code)) {
                wrong(
                        list,
                        entry,
                        property + "/" + at,
                        new Text("代码 " + code + " 不在词汇 " + of + " 中", "code " + code + " is not in " + of),
                        vocabulary.meant(code, of, vocabulary.codes(of)));
            }
        }
    }

    /** What a property names is a measure. */
    void measure(String list, Entry entry, String property, String named) {
        Set<String> measures = vocabulary.codes("measures");
        if (!measures.contains(named)) {
            wrong(
                    list,
                    entry,
                    property,
                    new Text("没有措施 " + named, "there is no measure " + named),
                    Suggest.fix(named, measures));
        }
    }
}
