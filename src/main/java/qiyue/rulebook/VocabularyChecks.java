package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.decision.MeasureKind;
import qiyue.decision.Treatment;
import qiyue.fact.FactKind;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** What a code's properties name must be there: other codes, kinds of fact, or one of the few words a property takes. */
final class VocabularyChecks {
    private static final Set<String> LEVELS = Set.of("agreement", "application");
    private static final Set<String> ASKED = Set.of("when-raised");
    private static final Set<String> EXCESS = Set.of("price", "quantity");
    private static final Set<String> CONDUCT_MONEY = Set.of("claim", "none");
    private static final Set<String> TRUTHS = Set.of("yes", "no");
    /** Of a step that goes on until its day. */
    static final String LASTING = "until-its-day";

    private static final Set<String> OTHERS = Set.of("apart");
    private static final Set<String> MASKS = Set.of("name", "text", "keep");

    private final Vocabulary vocabulary;
    private final List<Problem> problems;

    VocabularyChecks(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check() {
        vocabulary.entries("conducts").forEach(this::conduct);
        vocabulary.entries("acts").forEach(this::serves);
        vocabulary.entries("acts").forEach(a -> word(Set.of(LASTING), "acts", a, "lasts"));
        vocabulary.entries("questions").forEach(this::about);
        vocabulary.entries("questions").forEach(this::withoutMoney);
        vocabulary.entries("questions").forEach(this::prolongs);
        vocabulary.entries("regions").forEach(r -> word(OTHERS, "regions", r, "others"));
        vocabulary.entries("regions").forEach(this::renewedFrom);
        vocabulary.entries("measures").forEach(this::measure);
        vocabulary.entries("personal-fields").forEach(this::mask);
        new RecordKindCheck(vocabulary, problems).check();
        vocabulary.entries("record-kinds").forEach(k -> kinds("record-kinds", k));
        vocabulary.entries("lists").forEach(this::list);
        vocabulary.entries("uses").forEach(this::use);
        vocabulary.entries("nothing-follows").forEach(r -> members("nothing-follows", r, "conducts"));
    }

    /** A named list holds codes of some list of the vocabulary. */
    private void list(Entry list) {
        String of = list.properties().getOrDefault("of", "");
        if (of.isEmpty()) {
            lacking(
                    "lists",
                    list,
                    new Text("名单没有写明是哪一种代码", "the list does not say which codes it holds"),
                    new Text("补上 of: …，如 of: conducts", "add of: …, such as of: conducts"));
        } else if (Vocabulary.lists().contains(of)) {
            members("lists", list, of);
        } else {
            wrong(
                    "lists",
                    list,
                    "of",
                    new Text("没有词汇表 " + of, "there is no list " + of),
                    Suggest.fix(of, Vocabulary.lists()));
        }
    }

    /** What an entry for several codes names must be there, and there must be something in it. */
    private void members(String list, Entry entry, String of) {
        if (vocabulary.incomplete(of)) {
            return;
        }
        money(list, entry);
        codes(list, entry, "codes", of);
        if (of.equals("conducts")) {
            codes(list, entry, "topics", "topics");
        }
        if (vocabulary.members(list, entry.code()).isEmpty()) {
            wrong(
                    list,
                    entry,
                    "codes",
                    new Text("名单是空的", "the list is empty"),
                    new Text("写 codes: [代码, …] 或 topics: [主题, …]", "write codes: [code, …] or topics: [topic, …]"));
        }
    }

    /** A conduct's use speaks of a conduct and of its neighbours. */
    private void use(Entry use) {
        if (vocabulary.incomplete("conducts")) {
            return;
        }
        if (!vocabulary.codes("conducts").contains(use.code())) {
            wrong(
                    "uses",
                    use,
                    "",
                    new Text("没有行为 " + use.code(), "there is no conduct " + use.code()),
                    vocabulary.meant(use.code(), "conducts", vocabulary.codes("conducts")));
        }
        codes("uses", use, "near", "conducts");
        int i = 0;
        for (String kind : use.named("records")) {
            int at = i++;
            if (!vocabulary.own().words().contains(kind)) {
                wrong(
                        "uses",
                        use,
                        "records/" + at,
                        new Text("没有这种数据 " + kind, "there is no kind of record " + kind),
                        Suggest.fix(kind, vocabulary.own().words()));
            }
        }
    }

    private void codes(String list, Entry entry, String property, String of) {
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

    private void conduct(Entry conduct) {
        String topic = conduct.properties().getOrDefault("topic", "");
        Set<String> topics = vocabulary.codes("topics");
        if (topic.isEmpty()) {
            lacking(
                    "conducts",
                    conduct,
                    new Text("行为没有写明主题 topic", "the conduct names no topic"),
                    new Text(
                            "补上 topic: …；可用：" + String.join("、", topics),
                            "add topic: …; one of: " + String.join(", ", topics)));
        } else if (!topics.contains(topic) && !vocabulary.incomplete("topics")) {
            wrong(
                    "conducts",
                    conduct,
                    "topic",
                    new Text("没有主题 " + topic, "there is no topic " + topic),
                    Suggest.fix(topic, topics));
        }
        denial(conduct);
        beside(conduct);
        kinds("conducts", conduct);
        money("conducts", conduct);
        String excess = conduct.properties().getOrDefault("excess", "");
        if (!excess.isEmpty()) {
            oneOf(EXCESS, "conducts", conduct, "excess", excess);
        }
    }

    /** What cannot occur in every kind of facility says in which it can. */
    private void kinds(String list, Entry entry) {
        if (!vocabulary.incomplete("facility-kinds")) {
            codes(list, entry, "kinds", "facility-kinds");
        }
    }

    private void money(String list, Entry entry) {
        if (!entry.money().isEmpty()) {
            oneOf(CONDUCT_MONEY, list, entry, "money", entry.money());
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
                w -> wrong(
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
            wrong(
                    "conducts",
                    conduct,
                    "beside",
                    new Text("beside 看不懂：" + text, "beside cannot be understood: " + text),
                    new Text("写成 数据.日期字段，如 change.filedOn", "write kind.day, such as change.filedOn"));
        }
    }

    /** What a step works towards is a measure; what it is to a decision is one of three things. */
    private void serves(Entry act) {
        String measure = act.properties().getOrDefault("serves", "");
        if (!measure.isEmpty() && !vocabulary.incomplete("measures")) {
            measure("acts", act, "serves", measure);
        }
        String stage = act.properties().getOrDefault("stage", "");
        if (!stage.isEmpty() && !Treatment.STAGES.contains(stage)) {
            wrong(
                    "acts",
                    act,
                    "stage",
                    new Text("stage 写 " + stage + " 无效", "stage: " + stage + " is not known"),
                    Suggest.fix(stage, new TreeSet<>(Treatment.STAGES)));
        }
    }

    private void about(Entry question) {
        String about = question.properties().getOrDefault("about", "");
        if (!vocabulary.own().words().contains(about) && !about.equals("case")) {
            wrong(
                    "questions",
                    question,
                    "about",
                    new Text("about 写 " + about + " 无效", "about: " + about + " is not a kind of fact"),
                    Suggest.fix(about, vocabulary.own().words()));
        }
        String asked = question.properties().getOrDefault("asked", "");
        if (!asked.isEmpty()) {
            oneOf(ASKED, "questions", question, "asked", asked);
        }
    }

    private void withoutMoney(Entry question) {
        String answer = question.properties().getOrDefault("without-money", "");
        if (!answer.isEmpty()) {
            oneOf(TRUTHS, "questions", question, "without-money", answer);
        }
    }

    private void measure(Entry measure) {
        String level = measure.properties().getOrDefault("level", "");
        if (!level.isEmpty()) {
            oneOf(LEVELS, "measures", measure, "level", level);
        }
        int i = 0;
        for (String absorbed : measure.absorbs()) {
            if (absorbed.equals(measure.code()) || absorbs(absorbed, measure.code(), new HashSet<>())) {
                wrong(
                        "measures",
                        measure,
                        "absorbs/" + i,
                        absorbed.equals(measure.code())
                                ? new Text("措施不能吸收自己", "no measure absorbs itself")
                                : new Text(
                                        absorbed + " 也吸收它，成了一个圈，两者都会不见",
                                        absorbed + " absorbs it too: in such a circle both would be gone"),
                        new Text("删去", "remove it"));
            }
            measure("measures", measure, "absorbs/" + i++, absorbed);
        }
        codes("measures", measure, "absorbed-by", "measures");
        word(MeasureKind.NEEDS, "measures", measure, "needs");
        word(Set.of(MeasureKind.CERTAINLY), "measures", measure, "suspends");
        ends(measure);
        oneOf(
                MeasureKind.MONEY,
                "measures",
                measure,
                "money",
                measure.properties().getOrDefault("money", ""));
        debt(measure);
        String weight = measure.properties().getOrDefault("weight", "");
        if (!weight.isEmpty() && weight(measure).isEmpty()) {
            wrong(
                    "measures",
                    measure,
                    "weight",
                    new Text("weight 写 " + weight + " 无效", "weight: " + weight + " is not a weight"),
                    new Text(
                            "写 0 至 " + MeasureKind.HEAVIEST + " 的整数，大的在前",
                            "write a whole number from 0 to " + MeasureKind.HEAVIEST + "; the larger stands first"));
        }
    }

    /** Whether a measure absorbs another, by way of others too. */
    private boolean absorbs(String measure, String other, Set<String> seen) {
        return seen.add(measure)
                && vocabulary.entries("measures").stream()
                        .filter(m -> m.code().equals(measure))
                        .flatMap(m -> m.absorbs().stream())
                        .anyMatch(a -> a.equals(other) || absorbs(a, other, seen));
    }

    /** A measure ends an agreement, or its name does not tell, or a question does. */
    private void ends(Entry measure) {
        String ends = measure.properties().getOrDefault("ends", "");
        if (!ends.isEmpty() && !vocabulary.incomplete("questions")) {
            Set<String> words = new TreeSet<>(vocabulary.codes("questions"));
            words.add(MeasureKind.CERTAINLY);
            words.add(MeasureKind.UNSAID);
            words.add(MeasureKind.AT_EXPIRY);
            oneOf(words, "measures", measure, "ends", ends);
        }
    }

    /** The points below which an agreement is not renewed. */
    private void renewedFrom(Entry region) {
        String points = region.properties().getOrDefault("renewed-from", "");
        if (!points.isEmpty() && renewedFrom(points).isEmpty()) {
            wrong(
                    "regions",
                    region,
                    "renewed-from",
                    new Text("renewed-from 写 " + points + " 无效", "renewed-from: " + points + " is no number of points"),
                    new Text("写 1 至 100 的整数", "write a whole number from 1 to 100"));
        }
    }

    static Optional<BigDecimal> renewedFrom(String points) {
        return points.matches("[1-9][0-9]?|100") ? Optional.of(new BigDecimal(points)) : Optional.empty();
    }

    /** The regions where an agreement outlasts its term if the question about it is answered yes. */
    private void prolongs(Entry question) {
        for (String region : question.named("prolongs")) {
            if (!vocabulary.incomplete("regions")) {
                oneOf(vocabulary.codes("regions"), "questions", question, "prolongs", region);
            }
        }
    }

    private void word(Set<String> words, String list, Entry entry, String property) {
        String word = entry.properties().getOrDefault(property, "");
        if (!word.isEmpty()) {
            oneOf(words, list, entry, property, word);
        }
    }

    /** A debt says who owes it and to whom; nothing else does. */
    private void debt(Entry measure) {
        boolean owed = measure.properties().getOrDefault("money", "").equals(MeasureKind.OWE);
        List<String> without = Stream.of("payer", "payee")
                .filter(p -> measure.properties().getOrDefault(p, "").isEmpty())
                .toList();
        if (owed && !without.isEmpty()) {
            lacking(
                    "measures",
                    measure,
                    new Text(
                            "money: owe 须写明 " + String.join("、", without),
                            "money: owe needs " + String.join(", ", without)),
                    new Text(
                            "写明由谁付给谁，如 payer: facility, payee: agency",
                            "say who pays whom: payer: facility, payee: agency"));
        }
        for (String party : List.of("payer", "payee")) {
            String who = measure.properties().getOrDefault(party, "");
            if (!owed && !who.isEmpty()) {
                wrong(
                        "measures",
                        measure,
                        party,
                        new Text(party + " 只用于 money: owe", party + " is only for money: owe"),
                        new Text("删去，或写 money: owe", "remove it, or write money: owe"));
            } else if (!who.isEmpty() && !vocabulary.incomplete("actors")) {
                oneOf(vocabulary.codes("actors"), "measures", measure, party, who);
            }
        }
    }

    /** The weight a measure states; empty where it states none, or none that there can be. */
    static OptionalInt weight(Entry measure) {
        String weight = measure.properties().getOrDefault("weight", "");
        return weight.matches("[0-9]{1,2}") ? OptionalInt.of(Integer.parseInt(weight)) : OptionalInt.empty();
    }

    private void mask(Entry field) {
        oneOf(MASKS, "personal-fields", field, "mask", field.properties().getOrDefault("mask", ""));
    }

    private void measure(String list, Entry entry, String property, String named) {
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

    private void oneOf(Set<String> words, String list, Entry entry, String property, String word) {
        if (!words.contains(word)) {
            wrong(
                    list,
                    entry,
                    property,
                    new Text(property + " 写 " + word + " 无效", property + ": " + word + " is not known"),
                    Suggest.fix(word, words));
        }
    }

    private void lacking(String list, Entry entry, Text message, Text fix) {
        problems.add(Problem.at(
                "missing",
                vocabulary.files().getOrDefault(list + "/" + entry.code(), ""),
                "/" + list + "/" + entry.code(),
                message,
                fix));
    }

    private void wrong(String list, Entry entry, String property, Text message, Text fix) {
        problems.add(Problem.at(
                "unknown-code",
                vocabulary.files().getOrDefault(list + "/" + entry.code(), ""),
                "/" + list + "/" + entry.code() + (property.isEmpty() ? "" : "/" + property),
                message,
                fix));
    }
}
