package qiyue.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.Note;
import qiyue.rulebook.Library;

/** What a note says. */
final class NoteWords {
    /** As the notes of the decision have it: agreement, whose id may have blanks in it, subject, who. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?:(?<agreement>.+?) )?(?<subject>facility|department|person|worker|agency)(?: (?<who>.+))?");

    private final DecisionWords words;
    private final Library library;
    private final String lang;

    NoteWords(DecisionWords words, Library library, String lang) {
        this.words = words;
        this.library = library;
        this.lang = lang;
    }

    /** The sentence; empty for notes that are shown elsewhere. */
    String of(Note n) {
        return switch (n.kind()) {
            case "ungoverned" ->
                words.t("事实 ", "fact ")
                        + words.plainRecord(n.about())
                        + words.t("（", " (")
                        + n.details().getOrDefault("from", "")
                        + words.t(" 至 ", " to ")
                        + n.details().getOrDefault("to", "")
                        + words.t(
                                "）当时没有已收录的版本适用，不在本意见内处理",
                                "): no edition held here governs that time; not dealt with in this decision");
            case "unused-choice" ->
                measureChosen(n)
                        + words.t("”", "")
                        + (n.details().containsKey("people")
                                ? words.t("中的", " for ")
                                        + n.details().get("people").replace(", ", words.t("、", ", "))
                                : "")
                        + words.t("不在可以选择之列，未予采用", ", is not on offer; the choice was not applied")
                        + (n.details().containsKey("candidates")
                                ? words.t("；可以选择的是：", "; on offer is: ") + candidates(n)
                                : "");
            case "choice-ambiguous" ->
                measureChosen(n)
                        + words.t(
                                "”可以落在不止一处，没有写明是哪一处，未予采用；请在 choices 中写明协议、对象：",
                                ", fits more than one place and does not say which; it was not applied. Name agreement and subject in choices: ")
                        + candidates(n);
            case "deposit-unclear" ->
                words.t(
                                "保证金余额没有写明属哪一份协议，各份协议的份额无从计算；请在 parameters 中按协议各写一项：",
                                "the balance of the deposit names no agreement, so that no share of it can be worked out; state one for each agreement in parameters: ")
                        + n.details().getOrDefault("candidates", "").replace("; ", words.t("、", "; "));
            case "choice-contradicted" ->
                measureChosen(n)
                        + words.t(
                                "”有两项不同的选择落在同一处，都未予采用；请核对 choices：",
                                ", was decided in two ways for one and the same; neither was applied. Check choices: ")
                        + candidates(n);
            case "choice-exclusive" ->
                measureChosen(n)
                        + words.t("”与“", ", and ")
                        + library.vocabulary().label("measures", n.details().getOrDefault("other", ""), lang)
                        + words.t(
                                "”依条文就同一事实只能择一，两项都选了，都未予采用；请在 choices 中只留所定的一项",
                                ": the text offers one or the other for the same facts; both were chosen and neither was applied. Keep the one that was decided in choices");
            case "choice-parted" ->
                words.t("“", "")
                        + words.label("measures", n.about())
                        + words.t("”与“", " and ")
                        + words.label("measures", n.details().getOrDefault("without", ""))
                        + words.t(
                                "”，条款连为一体，一并由甲方选择；本次没有一并采取，单独一项没有依据，请核对 choices",
                                " are given by their clause as one: both or neither; the second is not taken with the first, which alone has no ground. Check choices");
            case "choice-repeated" ->
                measureChosen(n) + words.t("”写了不止一次，按一次计", ", is stated more than once and counts once");
            case "choice-outside-range" ->
                measureChosen(n)
                        + words.t("”，", ", ")
                        + MeasureWords.outside(n.details().getOrDefault("outside", ""), lang)
                        + words.t("；条款所定：", "; the text allows: ")
                        + MeasureWords.allowed(n.details().getOrDefault("allowed", ""), lang);
            case "sum-cut" ->
                words.t("事实 ", "fact ")
                        + n.about()
                        + words.t(" 写明 ", " states ")
                        + n.details().getOrDefault("stated", "")
                        + words.t(
                                " 元，所属明细（住院）按已付、未付、预留分别只有 ",
                                " yuan; of that its lines or stay hold, as paid, unpaid and retained, ")
                        + n.details().getOrDefault("taken", "")
                        + words.t(" 元，超出部分没有计入；请核对", " yuan, and no more is taken; check the sums");
            case "application-unclear" ->
                words.t("事实 ", "fact ")
                        + words.plainId(n.about())
                        + words.t("：没有写明就哪一份申请，对几份都算（", ": no application is named; it counts for each of several (")
                        + words.ids(List.of(
                                n.details().getOrDefault("candidates", "").split(", ")))
                        + words.t("）；只涉及其中一份的，请填写所属申请（application）", "); if it concerns one alone, state application");
            case "sum-bounded" ->
                words.t("超出限额的部分（", "what goes beyond limits (")
                        + words.ids(
                                List.of(n.details().getOrDefault("facts", "").split(", ")))
                        + words.t(
                                "）与其他款项相互交叉，数目太多，没有逐一比较：所取的是不会少算的上限，实际可取的可能少一些，请逐项核对",
                                ") crosses other sums in too many ways to try each: what is taken is a bound, never too little; what can be taken may be less. Check the lines");
            case "ceiling-added" ->
                words.t("有 ", "")
                        + n.details().getOrDefault("questions", "")
                        + words.t(
                                " 个相互牵连的待答问题，没有逐一比较各种回答：“至多”的数是各方相加的上限，不能同时成立的也在其内",
                                " open questions hang together and not all answers were tried: the sum given as at most is a bound in which what excludes one another is added up");
            case "outside-term" ->
                words.t("检查发现 ", "finding ")
                        + n.about()
                        + words.t("（", " (")
                        + n.details().getOrDefault("date", "")
                        + words.t(
                                "）不在所列协议的有效期内，请核对应依哪一份协议处理",
                                ") lies outside the term of every agreement stated; check which agreement it falls under");
            case "no-agreement" ->
                words.t("文书没有列出协议；协议处理以有协议为前提", "no agreement is stated; measures under an agreement presuppose one");
            case "pending" ->
                n.about()
                        + words.t(" 尚有 ", ": ")
                        + n.details().getOrDefault("count", "")
                        + words.t(
                                " 条未编码，本意见没有涉及（见 qiyue clauses）",
                                " clauses are not encoded yet; this decision does not speak of them (see qiyue clauses)");
            case "no-clause" ->
                words.t("检查发现 ", "finding ")
                        + n.about()
                        + words.t("（", " (")
                        + words.label("conducts", n.details().getOrDefault("conduct", ""))
                        + words.t(
                                "）没有条款以此为条件，或条件未齐，不产生处理措施",
                                "): no clause takes it up, or not all its conditions are met; no measure follows")
                        + unnamed(n);
            case "steps-only" -> new UntakenWords(words).steps(n);
            case "no-measure" -> new UntakenWords(words).whole(n);
            case "part-untaken" -> new UntakenWords(words).part(n);
            case "split" ->
                words.t("事实 ", "fact ")
                        + n.about()
                        + words.t(
                                " 跨越版本，已按日期分开；各段金额须分别说明",
                                " spans editions and was split by date; state the money of each part");
            case "strikes-following" ->
                ended(n)
                        + words.t(
                                "中止、解除等处理针对接续的协议 ",
                                "what suspends or ends an agreement strikes the one that followed, ")
                        + n.details().getOrDefault("strikes", "");
            case "strikes-unclear" ->
                ended(n)
                        + words.t("办理日有效的同类协议不止一份（", "several of its kind are in force (")
                        + n.details().getOrDefault("strikes", "")
                        + words.t("），针对哪一份须说明", "); state which one is struck");
            case "strikes-ended" ->
                ended(n)
                        + words.t(
                                "以协议有效为前提的处理不能再采取，逐项列明；其余各项以各自所写为准",
                                "what presupposes an agreement in force can no longer be taken and is listed as such; the rest stands as each line says");
            case "strikes-doubtful" -> doubtful(n);
            case "ends-later" ->
                words.t("协议 ", "agreement ")
                        + n.about()
                        + words.t(" 将因", " will end by ")
                        + prior(n)
                        + words.t("自 ", " from ")
                        + n.details().getOrDefault("ended", "")
                        + words.t(" 起不再有效，此前仍然有效", "; until then it is in force");
            case "suspension-running" ->
                words.t("协议 ", "agreement ")
                        + n.about()
                        + words.t(" 已因", " is suspended by ")
                        + prior(n)
                        + words.t("自 ", " from ")
                        + n.details().getOrDefault("from", "")
                        + (n.details().containsKey("until")
                                ? words.t(" 起中止至 ", " until ") + n.details().get("until") + words.t("：", ": ")
                                : words.t(
                                        " 起中止，没有写明期满日，是否仍在中止请核对：", ", no last day stated; check whether it is over: "))
                        + words.t(
                                "再次中止怎样与之衔接，条款没有写明起始日的，由经办机构定",
                                "how a further suspension joins on is for the agency to decide where the clause names no first day");
            case "unjudged" ->
                words.t("数据 ", "record ")
                        + n.about()
                        + words.t(" 的日期超出工作日历，未作判断", ": its days lie outside the calendar; not judged");
            case "lapsed" ->
                words.book(n.about())
                        + words.t("于 ", " lapsed after ")
                        + n.details().getOrDefault("to", "")
                        + words.t(" 后失效，其措施不列入必须处理", "; its measures are not among what must happen");
            default -> new InputNotes(library, lang).text(n, cited(n));
        };
    }

    /** The places a choice may fit: agreement, and whom it strikes, in words. */
    private String candidates(Note n) {
        return places(n.details().getOrDefault("candidates", ""), lang);
    }

    /** The same of what the note has. */
    static String places(String candidates, String lang) {
        return Stream.of(candidates.split("; "))
                .map(c -> place(c, lang.equals("en")))
                .collect(Collectors.joining(lang.equals("en") ? "; " : "；"));
    }

    private static String place(String said, boolean en) {
        Matcher parts = CANDIDATE.matcher(said);
        if (!parts.matches()) {
            return said;
        }
        String agreement = parts.group("agreement") == null
                ? ""
                : (en ? "agreement " : "协议 ") + parts.group("agreement") + (en ? ", " : "，");
        String who = parts.group("who") == null ? "" : " " + parts.group("who").replace(",", en ? ", " : "、");
        return agreement
                + switch (parts.group("subject")) {
                    case "department" -> en ? "department" : "科室";
                    case "person" -> en ? "persons" : "责任人员";
                    case "worker" -> en ? "worker" : "工伤职工";
                    case "agency" -> en ? "agency" : "经办机构";
                    default -> en ? "facility" : "机构";
                }
                + who;
    }

    private String cited(Note n) {
        String clauses = n.details().getOrDefault("clauses", "");
        return clauses.isEmpty() ? "" : words.cite(List.of(clauses.split(", ")));
    }

    /** The applications of which a finding that is by its nature about one may have to name one. */
    private String unnamed(Note n) {
        String candidates = n.details().getOrDefault("candidates", "");
        return candidates.isEmpty()
                ? ""
                : words.t("；没有写明就哪一份申请（", "; no application is named (")
                        + words.ids(List.of(candidates.split(", ")))
                        + words.t("），涉及其中一份的，请填写所属申请（application）", "): if it concerns one, state application");
    }

    private String ended(Note n) {
        String day = n.details().getOrDefault("ended", "");
        String agreement = words.t("协议 ", "agreement ") + n.about();
        return n.details().containsKey("by")
                ? agreement
                        + words.t(" 已因", " was ended by ")
                        + prior(n)
                        + words.t("自 ", " from ")
                        + day
                        + words.t(" 起不再有效：", ": ")
                : agreement + words.t(" 已于 ", " ended on ") + day + words.t(" 期满：", ": ");
    }

    /** The earlier measure a note names. */
    private String prior(Note n) {
        return words.t("以往处理 ", "earlier measure ")
                + words.ofCase(n.details().getOrDefault("by", ""))
                + words.t("（", " (")
                + words.label("measures", n.details().getOrDefault("measure", ""))
                + words.t("）", ")");
    }

    /** An agreement that may be over, and what must be told. */
    private String doubtful(Note n) {
        String open = n.details().getOrDefault("open", "");
        String agreement = words.t("协议 ", "agreement ") + n.about();
        String then =
                words.t("；中止、解除等处理取决于协议是否仍然有效", "; what suspends or ends it hangs on whether it is in force still");
        if (!n.details().containsKey("by")) {
            return agreement
                    + words.t(" 已于 ", " ran out on ")
                    + n.details().getOrDefault("ended", "")
                    + words.t(" 期满，双方是否协商一致而继续有效尚待认定", "; whether both sides agreed to go on is open")
                    + then;
        }
        String lacking = open.contains(".agreement")
                ? words.t("没有写明属哪一份协议", " does not say under which agreement it was taken")
                : open.contains(".kind")
                        ? words.t("没有写明是中止还是终止", " does not say whether it suspended or ended it")
                        : words.t("没有写明当时即终止还是期满不再续签", " does not say whether it ended it at once");
        return prior(n) + lacking + words.t("，可能已终止协议 ", "; it may have ended agreement ") + n.about() + then;
    }

    private String measureChosen(Note n) {
        return words.t("所选措施“", "the measure chosen, ") + words.label("measures", n.about());
    }
}
