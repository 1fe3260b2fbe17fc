package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.decision.MeasureKind;
import qiyue.decision.Treatment;
import qiyue.rulebook.Vocabulary.Entry;

/** What a vocabulary says of measures, steps and the end of agreements, put together once for all decisions. */
final class Treatments {
    private final Vocabulary vocabulary;
    private final Map<String, MeasureKind> kinds;
    private final Map<String, String> serves;
    private final Map<String, String> stages;
    private final Map<String, String> toldBy;
    private final Map<String, Set<String>> denials;
    private final Map<String, Treatment> regions = new ConcurrentHashMap<>();

    Treatments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.kinds = Collections.unmodifiableMap(measures(vocabulary));
        this.serves = Collections.unmodifiableMap(ofActs(vocabulary, "serves"));
        this.stages = Collections.unmodifiableMap(ofActs(vocabulary, "stage"));
        this.toldBy = Collections.unmodifiableMap(ofActs(vocabulary, "told-by"));
        this.denials = Collections.unmodifiableMap(denials(vocabulary));
    }

    Map<String, MeasureKind> kinds() {
        return kinds;
    }

    Treatment of(String region) {
        return regions.computeIfAbsent(region, this::worked);
    }

    private static Map<String, MeasureKind> measures(Vocabulary vocabulary) {
        Map<String, MeasureKind> found = new TreeMap<>();
        for (Entry m : vocabulary.entries("measures")) {
            found.put(
                    m.code(),
                    new MeasureKind(
                            m.properties().getOrDefault("money", ""),
                            m.properties().getOrDefault("level", ""),
                            absorbs(vocabulary, m),
                            m.named("instead"),
                            MeasureChecks.weight(m).orElse(MeasureKind.MIDDLING),
                            m.properties().getOrDefault("payer", ""),
                            m.properties().getOrDefault("payee", ""),
                            m.properties().getOrDefault("needs", ""),
                            m.properties().getOrDefault("ends", ""),
                            m.properties().getOrDefault("suspends", "").equals(MeasureKind.CERTAINLY)));
        }
        return found;
    }

    /** What it says it absorbs, and what says that it is absorbed by it: a region's own measure leaves the shared lines as they are. */
    private static List<String> absorbs(Vocabulary vocabulary, Entry measure) {
        Set<String> all = new LinkedHashSet<>(measure.absorbs());
        vocabulary.entries("measures").stream()
                .filter(o -> o.named("absorbed-by").contains(measure.code()))
                .forEach(o -> all.add(o.code()));
        return List.copyOf(all);
    }

    /** What a property says of each step; a step of which it is not said is left out. */
    private static Map<String, String> ofActs(Vocabulary vocabulary, String property) {
        Map<String, String> said = new TreeMap<>();
        for (Entry act : vocabulary.entries("acts")) {
            String value = act.properties().getOrDefault(property, "");
            if (!value.isEmpty()) {
                said.put(act.code(), value);
            }
        }
        return said;
    }

    /** The answers that say of a step that it was not taken: no to what asks about it, yes to the opposite question. */
    private static Map<String, Set<String>> denials(Vocabulary vocabulary) {
        Map<String, Set<String>> said = new TreeMap<>();
        for (Entry question : vocabulary.entries("questions")) {
            String step = question.properties().getOrDefault("of-step", "");
            if (!step.isEmpty()) {
                Set<String> answers = said.computeIfAbsent(step, s -> new LinkedHashSet<>());
                answers.add(question.code() + "=no");
                String opposite = question.properties().getOrDefault("opposite-of", "");
                if (!opposite.isEmpty()) {
                    answers.add(opposite + "=yes");
                }
            }
        }
        return said;
    }

    private Treatment worked(String region) {
        String prolonging = "";
        for (Entry question : vocabulary.entries("questions")) {
            if (question.named("prolongs").contains(region)) {
                prolonging = question.code();
            }
        }
        return new Treatment(
                kinds,
                serves,
                stages,
                toldBy,
                denials,
                prolonging,
                VocabularyChecks.renewedFrom(vocabulary.property("regions", region, "renewed-from"))
                        .orElse(BigDecimal.ZERO),
                vocabulary.property("regions", region, "others").equals("apart"));
    }
}
