package qiyue.intake;

import java.util.List;
import java.util.stream.Collectors;
import qiyue.drl.Declaring;
import qiyue.drl.FactTypes;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Says;

/** The facts rules may name, with their fields and what they mean: the auditor's list. */
public final class FactList {
    private FactList() {}

    /** One block a fact. */
    public static String of(Vocabulary vocabulary, String lang) {
        StringBuilder text = new StringBuilder();
        vocabulary.own().types().forEach((name, type) -> {
            Says says = type.factClass().getAnnotation(Says.class);
            String label = says == null ? "" : lang.equals("en") ? says.en() : says.zh();
            text.append(name)
                    .append("  ")
                    .append(type.kind().isEmpty() ? label : vocabulary.label("record-kinds", type.kind(), lang))
                    .append('\n');
            type.members().values().stream()
                    .flatMap(List::stream)
                    .filter(m -> !Declaring.isReader(m.name()))
                    .forEach(m -> member(text, m, lang));
        });
        text.append(lang.equals("en") ? "quantities a rule works out itself\n" : "规则中自行推算的数量\n");
        FactTypes.functions().values().forEach(f -> member(text, f, lang));
        return text.toString();
    }

    private static void member(StringBuilder text, FactTypes.Member m, String lang) {
        String arguments = m.parameters().isEmpty()
                ? ""
                : m.parameters().stream()
                        .map(p -> p.type().getSimpleName())
                        .collect(Collectors.joining(", ", "( ", " )"));
        String codes = !m.code().isEmpty()
                ? "  [" + m.code() + "]"
                : m.codes().isEmpty() ? "" : "  [" + String.join(" ", m.codes()) + "]";
        text.append("    ")
                .append(m.name())
                .append(arguments)
                .append(" : ")
                .append(m.type().getSimpleName())
                .append(codes);
        String meaning = lang.equals("en") ? m.en() : m.zh();
        text.append(meaning.isEmpty() ? "" : "  " + meaning).append('\n');
    }
}
