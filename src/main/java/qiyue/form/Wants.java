package qiyue.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.intake.Skeleton;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;

/** What a column of a form wants: the words the region takes up, and a note that says it to people. */
final class Wants {
    private final Vocabulary vocabulary;
    private final Skeleton skeleton;
    private final Values values;

    Wants(Vocabulary vocabulary, Skeleton skeleton, Values values) {
        this.vocabulary = vocabulary;
        this.skeleton = skeleton;
        this.values = values;
    }

    /** The codes of a field that the region's clauses take up; none: all. */
    List<String> codes(String pointer, Column column) {
        List<String> codes = skeleton.parts().stream()
                .flatMap(p -> p.columns().stream()
                        .filter(c -> ("/" + String.join("/", p.place()) + "/"
                                        + c.field().name())
                                .replace("//", "/")
                                .equals(pointer))
                        .flatMap(c -> c.codes().stream()))
                .map(Skeleton.Code::code)
                .toList();
        if (column.field().code().equals("sheets")) {
            return skeleton.sheets().stream().map(Sheet::name).sorted().toList();
        }
        if (!column.field().code().equals("conducts")) {
            return codes;
        }
        List<String> topics = List.copyOf(vocabulary.codes("topics"));
        return codes.stream()
                .sorted(Comparator.comparingInt(c -> topics.indexOf(vocabulary.property("conducts", c, "topic"))))
                .toList();
    }

    /** The words for the codes of a field, those of the region first. */
    Codes known(Field field) {
        return values.codes(field);
    }

    /** What is to be written there, for people. */
    String note(Column column, Collection<String> codes) {
        Field field = column.field();
        String meaning = meaning(field);
        StringBuilder note = new StringBuilder(meaning);
        if (field.form() == Form.LIST) {
            note.append("；几项用“；”隔开");
            List<String> labels = field.coded() ? values.codes(field).labels(codes) : List.of();
            if (!labels.isEmpty() && labels.size() <= 12) {
                note.append("：").append(String.join("；", labels));
            }
        }
        switch (field.form()) {
            case DAY ->
                note.append((field.optional() || field.event()) && !meaning.contains("“无”") ? "；日期，没有发生的写“无”" : "；日期");
            case TIME -> note.append("；写到时分，如 2025-05-06 14:30");
            default -> {
                // the meaning says enough
            }
        }
        return note.toString();
    }

    /** What a field means, in the words of the form where documents have codes. */
    private String meaning(Field field) {
        String text = field.zh().replace("（true 或 false）", "").replaceAll("写 none(?![A-Za-z])", "写“无”");
        if (field.coded()) {
            Codes known = values.codes(field);
            return Pattern.compile("([a-z][a-z-]*)(（[^）]*）)?")
                    .matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(
                            field.codes().contains(m.group(1)) ? "“" + known.label(m.group(1)) + "”" : m.group()));
        }
        return text;
    }
}
