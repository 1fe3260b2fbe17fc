package qiyue.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Entry;
import qiyue.fact.FactKind;
import qiyue.problem.Nearness;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Says;

/** The codes of a field, and what people write for them. */
final class Codes {
    private static final Pattern PARTS = Pattern.compile("\\s*[-－—–/:：|>·]+\\s*");

    /** For two codes that people would write alike there is none. */
    private static final String SEVERAL = "";

    /** Of so few all are told. */
    private static final int SHORT = 12;

    /** So many near ones are told. */
    private static final int TOLD = 3;

    private static final String TRUTH = "truth";
    private static final List<String> TRUTHS = List.of("true", "false");

    private final Collection<String> codes;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, List<String>> said = new HashMap<>();
    private @Nullable Nearness nearness;

    private Codes(Collection<String> codes) {
        this.codes = codes;
    }

    /** The codes of a field that takes codes, or of truth. */
    static Codes of(Field field, Vocabulary vocabulary, Headings headings) {
        if (field.form() == Form.TRUTH) {
            return of(TRUTHS, "", TRUTH, vocabulary, headings);
        }
        if (field.declared()) {
            return of(field.codes(), c -> vocabulary.own().label(field, c), c -> "", headings.words(OwnFields.FIELDS));
        }
        if (field.code().isEmpty()) {
            return of(field.codes(), "", field.name(), vocabulary, headings);
        }
        // words people write stand under the list, or under the field where only that one takes the list
        String words = headings.words(field.code()).isEmpty() ? field.name() : field.code();
        return of(listed(field, vocabulary), field.code(), words, vocabulary, headings);
    }

    /** The codes of its list; what the program knows besides, such as "unstated", is no entry of that. */
    private static Set<String> listed(Field field, Vocabulary vocabulary) {
        Set<String> all = new LinkedHashSet<>(vocabulary.codes(field.code()));
        all.addAll(field.codes());
        return all;
    }

    /** The codes that people's words for a field may stand for, by what they stand under; none where it takes no codes. */
    static Map<String, Collection<String>> written(Field field, Vocabulary vocabulary) {
        if (field.form() == Form.TRUTH) {
            return Map.of(TRUTH, TRUTHS);
        }
        if (field.declared()) {
            return Map.of(OwnFields.FIELDS, field.codes());
        }
        if (field.code().isEmpty()) {
            return field.codes().isEmpty() ? Map.of() : Map.of(field.name(), field.codes());
        }
        Map<String, Collection<String>> both = new HashMap<>();
        both.put(field.name(), listed(field, vocabulary));
        both.put(field.code(), listed(field, vocabulary));
        return both;
    }

    static Codes of(Collection<String> all, String list, String words, Vocabulary vocabulary, Headings headings) {
        Codes codes = of(
                all,
                c -> list.isEmpty()
                        ? Optional.empty()
                        : vocabulary.entry(list, c).map(Vocabulary.Entry::label),
                c -> list.isEmpty() ? "" : about(vocabulary, vocabulary.property(list, c, "about")),
                headings.words(words));
        if (list.equals("conducts")) {
            codes.searched(vocabulary);
        }
        return codes;
    }

    /** What a question is about, in words; empty where it is about nothing of its own. */
    private static String about(Vocabulary vocabulary, String word) {
        return word.isEmpty()
                ? ""
                : Stream.concat(
                                FactKind.all().stream(),
                                vocabulary.own().shapes().keySet().stream()
                                        .map(k -> FactKind.declared(
                                                k, vocabulary.own().askedAs(k))))
                        .filter(k -> k.asks().equals(word))
                        .map(k -> k.type() == Entry.class
                                ? vocabulary.label("record-kinds", k.examined(), "zh")
                                : Optional.ofNullable(k.type().getAnnotation(Says.class))
                                        .map(Says::zh)
                                        .orElse(""))
                        .findFirst()
                        .orElse("");
    }

    /**
     * Codes as the vocabulary labels them, if it does.
     *
     * @param about what tells apart those of one label
     * @param written what people write for them
     */
    private static Codes of(
            Collection<String> all,
            Function<String, Optional<Text>> labelled,
            UnaryOperator<String> about,
            Map<String, List<String>> written) {
        Codes codes = new Codes(all);
        Map<String, Integer> called = new HashMap<>();
        for (String code : all) {
            List<String> known = written.getOrDefault(code, List.of());
            String listed = labelled.apply(code).map(Text::zh).orElse(code);
            String label = !listed.equals(code) || known.isEmpty() ? listed : known.get(0);
            codes.labels.put(code, label);
            called.merge(Headings.whole(label), 1, Integer::sum);
        }
        Map<String, String> subjects = new HashMap<>();
        Map<String, Integer> apart = new HashMap<>();
        for (String code : all) {
            if (called.getOrDefault(Headings.whole(codes.label(code)), 0) > 1) {
                String subject = about.apply(code);
                subjects.put(code, subject);
                apart.merge(Headings.whole(codes.label(code) + subject), 1, Integer::sum);
            }
        }
        for (String code : all) {
            String label = codes.label(code);
            String subject = subjects.get(code);
            if (subject != null) {
                boolean alone = apart.getOrDefault(Headings.whole(label + subject), 0) == 1;
                codes.labels.put(code, label + "〔" + (alone ? subject : code) + "〕");
                codes.means(label + "〔" + code + "〕", code);
            }
        }
        for (String code : all) {
            codes.means(code, code);
            codes.means(codes.label(code), code);
            labelled.apply(code).ifPresent(l -> codes.means(l.en(), code));
        }
        for (String code : all) {
            written.getOrDefault(code, List.of()).forEach(w -> codes.means(w, code));
        }
        return codes;
    }

    /** What conducts are commonly called, as they are searched for; a name or a word of another that is the same goes before. */
    private void searched(Vocabulary vocabulary) {
        Set<String> sure = Set.copyOf(plain.keySet());
        for (String code : codes) {
            vocabulary.entry("uses", code).map(u -> u.named("words")).orElse(List.of()).stream()
                    .filter(w -> !sure.contains(Headings.plain(w)))
                    .forEach(w -> means(w, code));
        }
    }

    private void means(String text, String code) {
        said.computeIfAbsent(code, c -> new ArrayList<>()).add(text);
        exact.merge(Headings.whole(text), code, (a, b) -> a.equals(b) ? a : SEVERAL);
        plain.merge(Headings.plain(text), code, (a, b) -> a.equals(b) ? a : SEVERAL);
    }

    /** What it means: a code, its label, a word for it; else what the first or the last of its parts means. */
    Optional<String> code(String text) {
        String whole = known(text);
        if (!whole.isEmpty()) {
            return Optional.of(whole);
        }
        String[] parts = PARTS.split(text.strip());
        if (parts.length > 1) {
            String first = known(parts[0]);
            String last = known(parts[parts.length - 1]);
            if (first.isEmpty() || last.isEmpty() || first.equals(last)) {
                return Optional.of(first.isEmpty() ? last : first).filter(c -> !c.isEmpty());
            }
        }
        return Optional.empty();
    }

    private String known(String text) {
        String code = exact.getOrDefault(Headings.whole(text), SEVERAL);
        return code.isEmpty() ? plain.getOrDefault(Headings.plain(text), SEVERAL) : code;
    }

    /** What was most likely meant; of a short list all that may stand there. */
    Text meant(String text) {
        List<String> all = labels(List.of());
        List<String> near = near(text);
        if (!near.isEmpty() && near.size() < all.size()) {
            String zh = String.join("；", near);
            String en = near.stream()
                    .map(label -> code(label).orElse(label) + " (" + label + ")")
                    .collect(Collectors.joining(", "));
            return all.size() <= SHORT
                    ? new Text(
                            "是不是 " + zh + "？可写：" + String.join("；", all),
                            "did you mean " + en + "? one of: " + String.join("; ", all))
                    : new Text("是不是 " + zh + "？", "did you mean " + en + "?");
        }
        if (all.size() <= SHORT) {
            return new Text("写下列之一：" + String.join("；", all), "write one of: " + String.join("; ", all));
        }
        return new Text(
                "没有相近的写法；从检查表的下拉选项中选，或在 docs/fields.md 中查",
                "nothing like it is known; choose from the form's list, or look it up in docs/fields.md");
    }

    private Nearness nearness() {
        if (nearness == null) {
            nearness = new Nearness(said);
        }
        return nearness;
    }

    /** What people call the codes whose names or words come nearest to a text, nearest first; none if nothing is like it. */
    private List<String> near(String text) {
        List<String> alike = nearness().to(text, TOLD).stream().map(this::label).toList();
        return alike.isEmpty() ? Suggest.near(Headings.whole(text), labels(List.of())) : alike;
    }

    /** What people call a code. */
    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    /** What people call them, in order; those of the codes given, in theirs, if there are any. */
    List<String> labels(Collection<String> some) {
        List<String> shown = new ArrayList<>();
        for (String code : some.isEmpty() ? codes : some) {
            if (codes.contains(code)) {
                shown.add(label(code));
            }
        }
        return shown;
    }
}
