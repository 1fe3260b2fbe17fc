package qiyue.rulebook;

import java.util.Optional;
import java.util.Set;
import qiyue.fact.FactKind;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** What a vocabulary says of a conduct: its topic, what speaks against it, what exceeds. */
final class ConductChecks {
    private static final Set<String> EXCESS = Set.of("price", "quantity");

    private final Vocabulary vocabulary;
    private final EntrySlips slips;

    ConductChecks(Vocabulary vocabulary, EntrySlips slips) {
        this.vocabulary = vocabulary;
        this.slips = slips;
    }

    /** What a conduct says of its topic, of what speaks against it, of its money. */
    void check(Entry conduct) {
        String topic = conduct.properties().getOrDefault("topic", "");
        Set<String> topics = vocabulary.codes("topics");
        if (topic.isEmpty()) {
            slips.lacking(
                    "conducts",
                    conduct,
                    new Text("行为没有写明主题 topic", "the conduct names no topic"),
                    new Text(
                            "补上 topic: …；可用：" + String.join("、", topics),
                            "add topic: …; one of: " + String.join(", ", topics)));
        } else if (!topics.contains(topic) && !vocabulary.incomplete("topics")) {
            slips.wrong(
                    "conducts",
                    conduct,
                    "topic",
                    new Text("没有主题 " + topic, "there is no topic " + topic),
                    Suggest.fix(topic, topics));
        }
        denial(conduct);
        beside(conduct);
        later(conduct);
        String excess = conduct.properties().getOrDefault("excess", "");
        if (!excess.isEmpty()) {
            slips.oneOf(EXCESS, "conducts", conduct, "excess", excess);
        }
    }

    private void denial(Entry conduct) {
        String text = conduct.properties().getOrDefault("denied-by", "");
        if (text.isEmpty() || vocabulary.incomplete("questions")) {
            return;
        }
        Optional<Denial> denial = Denial.parse(text);
        Optional<String> wrong = denial.isEmpty()
                ? Optional.of(text)
                : denial.flatMap(d -> d.senseless(vocabulary)).map(Denial.Term::text);
        wrong.ifPresent(
                w -> slips.wrong(
                        "conducts",
                        conduct,
                        "denied-by",
                        new Text("denied-by 看不懂：" + w, "denied-by cannot be understood: " + w),
                        new Text(
                                "写成 数据.问题或字段 = 值，可用 and、or 相连，如 charge.consent-signed = yes",
                                "write kind.question-or-field = value, joined by and, or, such as charge.consent-signed = yes")));
    }

    /** The day on a record that speaks against a conduct: {@code kind.field}. */
    private void beside(Entry conduct) {
        String text = conduct.properties().getOrDefault("beside", "");
        boolean known = text.isEmpty()
                || FactKind.all().stream()
                        .filter(k -> !k.asks().isEmpty() && text.startsWith(k.asks() + "."))
                        .flatMap(k ->
                                Shape.of(k.type()).field(text.substring(k.asks().length() + 1)).stream())
                        .anyMatch(f -> f.form() == Form.DAY && !f.derived());
        if (!known) {
            slips.wrong(
                    "conducts",
                    conduct,
                    "beside",
                    new Text("beside 看不懂：" + text, "beside cannot be understood: " + text),
                    new Text("写成 数据.日期字段，如 change.filedOn", "write kind.day, such as change.filedOn"));
        }
    }

    /** What a conduct in an earlier application is to a later one: a conduct. */
    private void later(Entry conduct) {
        String text = conduct.properties().getOrDefault("later", "");
        if (!text.isEmpty() && vocabulary.entry("conducts", text).isEmpty()) {
            slips.wrong(
                    "conducts",
                    conduct,
                    "later",
                    new Text("later 不是行为代码：" + text, "later is no conduct: " + text),
                    new Text(
                            "写成对后来的申请算什么行为，如 past-deceit-found",
                            "write the conduct it is to a later application, such as past-deceit-found"));
        }
    }
}
