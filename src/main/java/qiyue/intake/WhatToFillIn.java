package qiyue.intake;

import java.util.Collection;
import java.util.stream.Collectors;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;

/** What to do about a field that a document lacks. */
final class WhatToFillIn {
    /** So many codes can be listed in a line. */
    private static final int FEW = 12;

    private WhatToFillIn() {}

    /** What to write. Nothing that would stand as a fact nobody stated if it were copied: of codes all, of figures none. */
    static Text of(Field field, Collection<String> codes, Vocabulary vocabulary) {
        String zh = "补上 \"" + field.name() + "\"";
        String en = "add \"" + field.name() + "\"";
        return switch (field.form()) {
            case TEXT ->
                codes.isEmpty()
                        ? new Text(zh + ": \"…\"", en + ": \"…\"")
                        : codes.size() <= FEW
                                ? new Text(
                                        zh + "，照实写下列之一：" + named(field, codes, vocabulary, "zh", "、"),
                                        en + " with the one that is so: " + named(field, codes, vocabulary, "en", ", "))
                                : new Text(
                                        zh + "，写 docs/fields.md 所列代码之一",
                                        en + " with one of the codes in docs/fields.md");
            case DAY -> new Text(zh + ": \"YYYY-MM-DD\"（年-月-日）", en + ": \"YYYY-MM-DD\"");
            case TIME -> new Text(zh + ": \"YYYY-MM-DDThh:mm:ss\"", en + ": \"YYYY-MM-DDThh:mm:ss\"");
            case TRUTH -> new Text(zh + "，照实写 true 或 false", en + " with true or false, as it is");
            case FIGURE, WHOLE_NUMBER ->
                new Text(
                        zh + "，写实际的数；不知道的，不写它所在的整项，不要写 0",
                        en
                                + " with the real number; if it is not known leave out the whole item it stands in, and write no 0");
            case LIST -> new Text(zh + ": [ … ]", en + ": [ … ]");
            case CODE, RECORD, MAP, OTHER -> new Text(zh + ": { … }", en + ": { … }");
        };
    }

    private static String named(
            Field field, Collection<String> codes, Vocabulary vocabulary, String lang, String comma) {
        return codes.stream()
                .map(c -> field.code().isEmpty()
                        ? c
                        : c
                                + (lang.equals("zh") ? "（" : " (")
                                + vocabulary.label(field.code(), c, lang)
                                + (lang.equals("zh") ? "）" : ")"))
                .collect(Collectors.joining(comma));
    }
}
