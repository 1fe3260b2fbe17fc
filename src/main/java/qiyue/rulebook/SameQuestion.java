package qiyue.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A question about a record that is put to a finding of the same fact as well: as the vocabulary says ({@code same-as},
 * {@code found-as}).
 *
 * @param question the one about the record
 * @param about the word for the kind of record
 * @param finding the same question about a finding
 * @param conducts the conducts of which a finding is asked just that
 */
public record SameQuestion(String question, String about, String finding, Set<String> conducts) {
    static List<SameQuestion> of(Vocabulary vocabulary) {
        List<SameQuestion> all = new ArrayList<>();
        for (Vocabulary.Entry entry : vocabulary.entries("questions")) {
            String finding = entry.properties().getOrDefault("same-as", "");
            if (!finding.isEmpty()) {
                String about = entry.properties().getOrDefault("about", "");
                all.add(new SameQuestion(entry.code(), about, finding, Set.copyOf(entry.named("found-as"))));
            }
        }
        return List.copyOf(all);
    }
}
