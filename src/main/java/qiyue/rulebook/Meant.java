package qiyue.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** What code may have been meant where an unknown one is written. */
final class Meant {
    /** So few conducts can all be shown. */
    private static final int FEW = 12;

    /** So many are offered. */
    private static final int OFFERED = 4;

    private final Vocabulary vocabulary;

    Meant(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A fix for an unknown code: what is called just so, else by its label, its spelling, or the list it belongs to instead. A
     * conduct of which only a word is within the text is asked about: the text may speak of another.
     */
    Text meant(String text, String list, Collection<String> known) {
        List<Vocabulary.Entry> called = called(list, text);
        List<Vocabulary.Entry> offered = (called.isEmpty() ? alike(text, list) : called)
                .stream().limit(OFFERED).toList();
        boolean sure = !called.isEmpty()
                || !list.equals("conducts")
                || offered.stream().anyMatch(e -> within(text, e));
        if (!sure && !offered.isEmpty()) {
            return asked(offered.stream().map(Vocabulary.Entry::code).toList());
        }
        if (!offered.isEmpty()) {
            return new Text("写代码：" + labelled(offered, "zh", "、"), "write the code: " + labelled(offered, "en", ", "));
        }
        Text near = list.equals("conducts")
                ? conductMeant(text, known)
                : Suggest.fix(text, known, code -> vocabulary.label(list, code));
        List<String> elsewhere = VocabularyLists.ALL.stream()
                .filter(l -> !VocabularyLists.OF_OTHERS.contains(l)
                        && vocabulary.codes(l).contains(text))
                .sorted()
                .toList();
        if (list.equals("measures") && elsewhere.contains("acts")) {
            return new Text("这是步骤：写 Duty.shall( … )", "this is a step: write Duty.shall( … )");
        }
        if (list.equals("acts") && elsewhere.contains("measures")) {
            return new Text(
                    "这是措施：写 Measure.shall( … ) 或 .may( … )",
                    "this is a measure: write Measure.shall( … ) or .may( … )");
        }
        return elsewhere.isEmpty()
                ? near
                : new Text(
                        "“" + text + "”是词汇 " + String.join("、", elsewhere) + " 的代码，不能用在这里；" + near.zh(),
                        "'" + text + "' is a code of " + String.join(", ", elsewhere) + ", and is not used here; "
                                + near.en());
    }

    /** Whether a text is a conduct's name or a part of one. */
    private boolean within(String text, Vocabulary.Entry conduct) {
        return names(conduct, "conducts").stream()
                .anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /** What is called just so, whatever the capitals; else what is called so but for what its label says in brackets. */
    List<Vocabulary.Entry> called(String list, String text) {
        List<Vocabulary.Entry> exactly = called(list, text, n -> n);
        return exactly.isEmpty() ? called(list, text, n -> n.replaceAll("（[^）]*）", "")) : exactly;
    }

    private List<Vocabulary.Entry> called(String list, String text, UnaryOperator<String> read) {
        return vocabulary.entries(list).stream()
                .filter(e -> names(e, list).stream().map(read).anyMatch(text::equalsIgnoreCase))
                .toList();
    }

    private static String labelled(List<Vocabulary.Entry> entries, String lang, String comma) {
        return entries.stream()
                .map(e -> e.code()
                        + (lang.equals("en")
                                ? " (" + e.label().en() + ")"
                                : "（" + e.label().zh() + "）"))
                .collect(Collectors.joining(comma));
    }

    /** What an entry is called: its label, and of a conduct the words people use for it. */
    private List<String> names(Vocabulary.Entry entry, String list) {
        List<String> names =
                new ArrayList<>(List.of(entry.label().zh(), entry.label().en()));
        if (list.equals("conducts")) {
            vocabulary.entry("uses", entry.code()).ifPresent(u -> names.addAll(u.named("words")));
        }
        return names;
    }

    /**
     * Entries with a name that has most of a text in common with it, the nearest first; of conducts, whose names are long, those
     * with a name that is part of the text or has it as a part.
     */
    private List<Vocabulary.Entry> alike(String text, String list) {
        return near(text, list, vocabulary.codes(list)).stream()
                .flatMap(code -> vocabulary.entry(list, code).stream())
                .filter(e -> names(e, list).stream()
                        .anyMatch(n -> Suggest.shares(text, n)
                                && (!list.equals("conducts") || n.contains(text) || text.contains(n))))
                .toList();
    }

    private List<String> near(String text, String list, Collection<String> known) {
        return vocabulary.near(list, text).stream()
                .filter(known::contains)
                .limit(OFFERED)
                .toList();
    }

    /** Whatever an entry is called, its code among it. */
    List<String> called(Vocabulary.Entry entry, String list) {
        List<String> names = names(entry, list);
        names.add(entry.code());
        return names;
    }

    /** Conducts are many: the nearest by their words, or by spelling where those are no nearer, are shown by their labels, and where none is near the way to look for one. */
    private Text conductMeant(String text, Collection<String> known) {
        List<String> spelt = Suggest.near(text, known);
        List<String> worded = near(text, "conducts", known);
        boolean slip = worded.isEmpty() || spelt.contains(worded.get(0));
        List<String> near = slip && !spelt.isEmpty() ? spelt : worded;
        if (near.isEmpty() && known.size() <= FEW) {
            return Suggest.fix(text, known);
        }
        return near.isEmpty()
                ? new Text("按中文查找行为：qiyue conducts 词语", "look the conduct up: qiyue conducts WORD")
                : asked(near);
    }

    private Text asked(List<String> conducts) {
        return new Text(
                "是不是 " + named(conducts, "zh", "、", "（%s）") + "？",
                "did you mean " + named(conducts, "en", ", ", " (%s)") + "?");
    }

    private String named(List<String> codes, String lang, String comma, String form) {
        return codes.stream()
                .map(c -> c + String.format(form, vocabulary.label("conducts", c, lang)))
                .collect(Collectors.joining(comma));
    }
}
