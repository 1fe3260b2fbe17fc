package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Treatment;
import qiyue.fact.Noticed;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary.Entry;

/** What a code's properties name must be there: other codes, kinds of fact, or one of the few words a property takes. */
final class VocabularyChecks {
    private static final Set<String> ASKED = Set.of("when-raised");
    private static final Set<String> CONDUCT_MONEY = Set.of("claim", "none");
    private static final Set<String> TRUTHS = Set.of("yes", "no");
    /** Of a step that goes on until its day. */
    static final String LASTING = "until-its-day";

    /** Of what another authority decided and what lasts from its day on. */
    static final String LASTING_FROM = "from-its-day";

    private static final Set<String> OTHERS = Set.of("apart");
    private static final Set<String> MASKS = Set.of("name", "text", "keep");

    private final Vocabulary vocabulary;
    private final EntrySlips slips;

    VocabularyChecks(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.slips = new EntrySlips(vocabulary, problems);
    }

    void check() {
        ConductChecks conducts = new ConductChecks(vocabulary, slips);
        vocabulary.entries("conducts").forEach(c -> {
            conducts.check(c);
            kinds("conducts", c);
            money("conducts", c);
        });
        vocabulary.entries("acts").forEach(this::serves);
        vocabulary.entries("acts").forEach(a -> slips.word(Set.of(LASTING), "acts", a, "lasts"));
        vocabulary.entries("penalty-kinds").forEach(p -> slips.word(Set.of(LASTING_FROM), "penalty-kinds", p, "lasts"));
        vocabulary.entries("acts").forEach(a -> slips.word(Treatment.TELLING, "acts", a, "told-by"));
        vocabulary.entries("acts").forEach(a -> slips.word(Set.of(Noticed.DAY), "acts", a, "tells"));
        vocabulary.entries("parameters").forEach(p -> slips.word(Vocabulary.STATED, "parameters", p, "states"));
        vocabulary.entries("questions").forEach(this::about);
        vocabulary.entries("questions").forEach(q -> slips.word(TRUTHS, "questions", q, "without-money"));
        vocabulary.entries("questions").forEach(this::oppositeOf);
        vocabulary.entries("questions").forEach(this::sameAs);
        vocabulary.entries("questions").forEach(this::saidBy);
        vocabulary.entries("questions").forEach(this::prolongs);
        vocabulary.entries("questions").forEach(this::ofStep);
        vocabulary.entries("questions").forEach(this::under);
        vocabulary.entries("regions").forEach(r -> slips.word(OTHERS, "regions", r, "others"));
        vocabulary.entries("regions").forEach(this::renewedFrom);
        vocabulary.entries("measures").forEach(new MeasureChecks(vocabulary, slips)::check);
        vocabulary.entries("personal-fields").forEach(this::mask);
        new RecordKindCheck(vocabulary, slips).check();
        vocabulary.entries("record-kinds").forEach(k -> kinds("record-kinds", k));
        vocabulary.entries("lists").forEach(this::list);
        vocabulary.entries("uses").forEach(this::use);
        vocabulary.entries("nothing-follows").forEach(r -> members("nothing-follows", r, "conducts"));
    }

    /** A named list holds codes of some list of the vocabulary. */
    private void list(Entry list) {
        String of = list.properties().getOrDefault("of", "");
        if (of.isEmpty()) {
            slips.lacking(
                    "lists",
                    list,
                    new Text("名单没有写明是哪一种代码", "the list does not say which codes it holds"),
                    new Text("补上 of: …，如 of: conducts", "add of: …, such as of: conducts"));
        } else if (VocabularyLists.names().contains(of)) {
            members("lists", list, of);
        } else {
            slips.wrong(
                    "lists",
                    list,
                    "of",
                    new Text("没有词汇表 " + of, "there is no list " + of),
                    Suggest.fix(of, VocabularyLists.names()));
        }
    }

    /** What an entry for several codes names must be there, and there must be something in it. */
    private void members(String list, Entry entry, String of) {
        if (vocabulary.incomplete(of)) {
            return;
        }
        money(list, entry);
        slips.codes(list, entry, "codes", of);
        if (of.equals("conducts")) {
            slips.codes(list, entry, "topics", "topics");
        }
        slips.codes(list, entry, "lists", "lists");
        int i = 0;
        for (String named : entry.named("lists")) {
            String holds = vocabulary.property("lists", named, "of");
            if (!holds.isEmpty() && !holds.equals(of)) {
                slips.wrong(
                        list,
                        entry,
                        "lists/" + i,
                        new Text("名单 " + named + " 不是行为的名单", "the list " + named + " is none of conducts"),
                        new Text("写 of: " + of + " 的名单", "name a list that is of: " + of));
            }
            i++;
        }
        if (vocabulary.members(list, entry.code()).isEmpty() && !slips.told(list, entry)) {
            slips.wrong(
                    list,
                    entry,
                    "codes",
                    new Text("名单是空的", "the list is empty"),
                    list.equals("lists")
                            ? new Text(
                                    "写 codes: [代码, …] 或 topics: [主题, …]",
                                    "write codes: [code, …] or topics: [topic, …]")
                            : new Text(
                                    "写 codes: [代码, …]、lists: [名单, …] 或 topics: [主题, …]",
                                    "write codes: [code, …], lists: [list, …] or topics: [topic, …]"));
        }
    }

    /** A conduct's use speaks of a conduct and of its neighbours. */
    private void use(Entry use) {
        if (vocabulary.incomplete("conducts")) {
            return;
        }
        if (!vocabulary.codes("conducts").contains(use.code())) {
            slips.wrong(
                    "uses",
                    use,
                    "",
                    new Text("没有行为 " + use.code(), "there is no conduct " + use.code()),
                    vocabulary.meant(use.code(), "conducts", vocabulary.codes("conducts")));
        }
        slips.codes("uses", use, "near", "conducts");
        int i = 0;
        for (String kind : use.named("records")) {
            int at = i++;
            if (!vocabulary.own().words().contains(kind)) {
                slips.wrong(
                        "uses",
                        use,
                        "records/" + at,
                        new Text("没有这种数据 " + kind, "there is no kind of record " + kind),
                        Suggest.fix(kind, vocabulary.own().words()));
            }
        }
    }

    /** What cannot occur in every kind of facility says in which it can. */
    private void kinds(String list, Entry entry) {
        if (!vocabulary.incomplete("facility-kinds")) {
            slips.codes(list, entry, "kinds", "facility-kinds");
        }
    }

    private void money(String list, Entry entry) {
        if (!entry.money().isEmpty()) {
            slips.oneOf(CONDUCT_MONEY, list, entry, "money", entry.money());
        }
    }

    /** What a step works towards is a measure; what it is to a decision is one of three things. */
    private void serves(Entry act) {
        String measure = act.properties().getOrDefault("serves", "");
        if (!measure.isEmpty() && !vocabulary.incomplete("measures")) {
            slips.measure("acts", act, "serves", measure);
        }
        slips.word(Treatment.STAGES, "acts", act, "stage");
    }

    private void about(Entry question) {
        String about = question.properties().getOrDefault("about", "");
        if (!vocabulary.own().words().contains(about) && !about.equals("case")) {
            slips.wrong(
                    "questions",
                    question,
                    "about",
                    new Text("about 写 " + about + " 无效", "about: " + about + " is not a kind of fact"),
                    Suggest.fix(about, vocabulary.own().words()));
        }
        slips.word(ASKED, "questions", question, "asked");
    }

    /** The question about the same facts whose yes is its no, and whose no is its yes. */
    private void oppositeOf(Entry question) {
        String other = question.properties().getOrDefault("opposite-of", "");
        if (!other.isEmpty()) {
            String about = question.properties().getOrDefault("about", "");
            Set<String> alike = new TreeSet<>(vocabulary.codes("questions"));
            alike.removeIf(q -> q.equals(question.code())
                    || !vocabulary.property("questions", q, "about").equals(about));
            slips.oneOf(alike, "questions", question, "opposite-of", other);
        }
    }

    /** The question about a finding that is the same one where the finding names the record, and of which conducts. */
    private void sameAs(Entry question) {
        String finding = question.properties().getOrDefault("same-as", "");
        List<String> conducts = question.named("found-as");
        if (finding.isEmpty() && conducts.isEmpty()) {
            return;
        }
        if (finding.isEmpty() || conducts.isEmpty()) {
            slips.wrong(
                    "questions",
                    question,
                    finding.isEmpty() ? "found-as" : "same-as",
                    new Text(
                            "same-as 与 found-as 一起写：就检查发现问的是哪一问，限于哪些行为",
                            "same-as and found-as go together: the question about a finding, and of which conducts"),
                    new Text(
                            "写 same-as: 问题代码, found-as: [行为代码]",
                            "write same-as: a question about findings, found-as: [conducts]"));
        } else if (Set.of("case", "finding").contains(question.properties().getOrDefault("about", ""))) {
            slips.wrong(
                    "questions",
                    question,
                    "same-as",
                    new Text("same-as 只用于就数据所问的问题", "same-as is for questions about records"),
                    new Text("删去 same-as 和 found-as", "leave out same-as and found-as"));
        } else {
            Set<String> asked = new TreeSet<>(vocabulary.codes("questions"));
            asked.removeIf(q -> !vocabulary.property("questions", q, "about").equals("finding"));
            slips.oneOf(asked, "questions", question, "same-as", finding);
            slips.codes("questions", question, "found-as", "conducts");
        }
    }

    /** The conducts that say the answer by themselves: what answers otherwise denies them. */
    private void saidBy(Entry question) {
        for (String conduct : question.named("said-by")) {
            if (vocabulary.codes("conducts").contains(conduct)
                    && vocabulary.denial(conduct).says(question.code()).isEmpty()) {
                slips.wrong(
                        "questions",
                        question,
                        "said-by",
                        new Text(
                                "行为 " + conduct + " 的 denied-by 里没有单独写这一问",
                                "denied-by of the conduct " + conduct + " does not name this question by itself"),
                        new Text("只写一旦作相反回答就与之矛盾的行为", "name only conducts that the opposite answer contradicts"));
            }
        }
        slips.codes("questions", question, "said-by", "conducts");
    }

    /** The points below which an agreement is not renewed. */
    private void renewedFrom(Entry region) {
        String points = region.properties().getOrDefault("renewed-from", "");
        if (!points.isEmpty() && renewedFrom(points).isEmpty()) {
            slips.wrong(
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
                slips.oneOf(vocabulary.codes("regions"), "questions", question, "prolongs", region);
            }
        }
    }

    /** The step that was not taken in time where the question is answered no. */
    private void ofStep(Entry question) {
        String step = question.properties().getOrDefault("of-step", "");
        if (!step.isEmpty() && !vocabulary.incomplete("acts")) {
            slips.oneOf(vocabulary.codes("acts"), "questions", question, "of-step", step);
        }
    }

    /** Whether a suspension on request brought something about by a text once it had lasted so many days: both are named. */
    private void under(Entry question) {
        String text = question.properties().getOrDefault("under", "");
        String days = question.properties().getOrDefault("after-days", "");
        if (text.isEmpty() && days.isEmpty()) {
            return;
        }
        if (!question.properties().getOrDefault("about", "").equals("own-suspension")) {
            slips.wrong(
                    "questions",
                    question,
                    text.isEmpty() ? "after-days" : "under",
                    new Text(
                            "under、after-days 只用于自请中止的问题",
                            "under and after-days are for questions about a suspension on request"),
                    new Text("写 about: own-suspension，或删去", "write about: own-suspension, or leave them out"));
        } else if (text.isEmpty() || !days.matches("[1-9][0-9]{0,3}")) {
            slips.wrong(
                    "questions",
                    question,
                    days.isEmpty() ? "under" : "after-days",
                    new Text(
                            "under 与 after-days 一起写：哪一册，满多少日",
                            "under and after-days go together: by which text, after how many days"),
                    new Text(
                            "写 under: 规则册编号, after-days: 日数，如 under: region/text-2022, after-days: 180",
                            "write under: the rulebook, after-days: a number, such as under: region/text-2022, after-days: 180"));
        }
    }

    private void mask(Entry field) {
        slips.oneOf(MASKS, "personal-fields", field, "mask", field.properties().getOrDefault("mask", ""));
    }
}
