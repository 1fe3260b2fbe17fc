package qiyue.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.Note;
import qiyue.fact.FactKind;
import qiyue.fact.Parameter;
import qiyue.rulebook.Library;

/** The wording of notes on the document itself: what is likely a slip, and what has no effect. */
final class InputNotes {
    /** So many pairs are named, the rest counted. */
    private static final int FEW = 3;

    private final Library library;
    private final String lang;

    InputNotes(Library library, String lang) {
        this.library = library;
        this.lang = lang;
    }

    /**
     * The note in words; empty if it is of another kind.
     *
     * @param cited the clauses the note names, as they are cited
     */
    String text(Note n, String cited) {
        return switch (n.kind()) {
            case "unread-answer" ->
                facts(n)
                        + t("：认定“", ": the answer to '")
                        + library.vocabulary().label("questions", detail(n, "question"), lang)
                        + t(
                                "”在所适用的文本中没有规则就此事实读取，没有作用；请核对行为或问题是否选对",
                                "' is read by no rule of the texts applied for this fact and has no effect; check conduct and question");
            case "unread-record" ->
                facts(n)
                        + t("（", " (")
                        + FactNames.of(detail(n, "kind"), lang)
                        + t("）：所适用的文本没有规则读取，没有作用", "): no rule of the texts applied reads it; it has no effect")
                        + (raw(detail(n, "kind"))
                                ? t("；如系违约事实，请写成检查发现", ". If it shows a breach, state it as a finding")
                                : "");
            case "unread-step" ->
                facts(n)
                        + t("（", " (")
                        + library.vocabulary().label("acts", detail(n, "act"), lang)
                        + t("）：没有哪一条要求这一步，没有作用", "): no clause calls for this step here; it has no effect");
            case "no-edition" ->
                t("办理日 ", "no edition held here governs ")
                        + detail(n, "day")
                        + t(
                                " 和所列的日期都没有已收录的版本适用，本意见没有处理任何内容",
                                ", the day of handling, or any other day stated; nothing is dealt with in this decision")
                        + (detail(n, "facts").isEmpty()
                                ? ""
                                : t("，没有日期的事实也是：", ", not the facts without a day either: ")
                                        + shortened(detail(n, "facts")));
            case "not-stated" ->
                facts(n)
                        + t("（", " (")
                        + FactNames.of(detail(n, "kind"), lang)
                        + t("）：没有载明", "): not stated: ")
                        + field(n)
                        + t("，是否属于", "; whether it falls under ")
                        + cited
                        + t("没有认定；检查过的请填写", " was not decided; state it where it was examined");
            case "beside-record" ->
                facts(n)
                        + t("（", " (")
                        + library.vocabulary().label("conducts", detail(n, "conduct"), lang)
                        + t("）：数据 ", "): record ")
                        + detail(n, "record")
                        + t("（", " (")
                        + FactNames.of(detail(n, "kind"), lang)
                        + t("）写明 ", ") states ")
                        + field(n)
                        + t(" 为 ", " as ")
                        + detail(n, "day")
                        + t(
                                "；如系同一事项，请核对是否及时，并在检查发现的“同一事实的数据”（records）中写明",
                                "; if it is the same matter, check whether that was in time, and name it in the finding's records");
            case "agreement-unclear" ->
                facts(n)
                        + t("：没有写明属哪一份协议，当日有效的不止一份（", ": no agreement is named, and several cover the day (")
                        + listed(n, "candidates")
                        + (detail(n, "taken").equals("one")
                                ? t(
                                        "），停的是哪一份待定；请填写所属协议（agreement），几份都停的，每份各列一条",
                                        "); which of them was suspended is open; state agreement, with an entry for each that was")
                                : t("）；请填写所属协议（agreement）", "); state agreement"));
            case "decision-of-several" ->
                facts(n)
                        + t("：没有写明属哪一份协议，可能及于不止一份（", ": no agreement is named, and it may strike several (")
                        + listed(n, "candidates")
                        + (detail(n, "taken").isEmpty()
                                ? t("）", ")")
                                : t("），现归 ", "), taken as of ") + detail(n, "taken"))
                        + t(
                                "；请填写所属协议（agreement），及于几份的，每份各列一条",
                                "; state agreement, with an entry for each that it strikes");
            case "outside-agreement" ->
                facts(n)
                        + dayOf(n, "date")
                        + t(" 不在所写协议 ", " lies outside the term of the agreement named, ")
                        + detail(n, "agreement")
                        + t(" 的有效期内，当日有效的是 ", "; in force on that day: ")
                        + listed(n, "candidates")
                        + t("，请核对", "; check");
            case "out-of-order" ->
                facts(n)
                        + t("：", ": ")
                        + detail(n, "field")
                        + dayOf(n, "day")
                        + t(" 早于 ", " is before ")
                        + detail(n, "before")
                        + dayOf(n, "first")
                        + t("，请核对", "; check");
            case "outside-stay" ->
                facts(n)
                        + dayOf(n, "date")
                        + t(" 不在所属住院 ", " lies outside its stay ")
                        + detail(n, "stay")
                        + t("（", " (")
                        + detail(n, "from")
                        + t(" 至 ", " to ")
                        + detail(n, "to")
                        + t("）之内，请核对", "); check");
            case "in-suspension" ->
                facts(n)
                        + t("：在 ", ": within ")
                        + detail(n, "suspension")
                        + t(" 的暂停期间（", ", when the agreement was suspended (")
                        + detail(n, "from")
                        + t(" 起", " on")
                        + (detail(n, "to").isEmpty() ? "" : t("，至 ", ", to ") + detail(n, "to"))
                        + t(
                                "）。所适用的文本没有写明其间的费用怎样处理，由经办机构认定",
                                "). The texts applied do not say what becomes of such cost; the agency has to decide")
                        + (detail(n, "rests").isEmpty()
                                ? ""
                                : t("；", "; of ")
                                        + detail(n, "rests")
                                        + t(" 说的是另有处理以外的部分", " it is the part that nothing else deals with"));
            case "across-agreements" ->
                facts(n)
                        + (detail(n, "kind").equals("finding")
                                ? t("：持续的行为，金额没有写明在哪些收费明细，", ": conduct that lasted and a sum without lines, and ")
                                : t("：住院没有收费明细，", ": a stay without lines, and "))
                        + detail(n, "agreement")
                        + t(" 在其间开始（", " begins within it (")
                        + detail(n, "day")
                        + t("），哪些费用属于它、哪些属于 ", "): which cost belongs to it and which to ")
                        + detail(n, "earlier")
                        + t("，没有认定；请列明收费明细", " was not decided; state the lines");
            case "repeat-each-other" ->
                t("明细 ", "lines ")
                        + n.about()
                        + t("、", ", ")
                        + listed(n, "with")
                        + t(" 互相写为重复：以最早的 ", " name one another as what they repeat: the earliest, ")
                        + n.about()
                        + t(
                                " 为原来的一条，其余算作重复；请核对“与之重复”（duplicates）",
                                ", counts as the first and the others as repetitions; check duplicates");
            case "entered-twice" ->
                t("以往处理 ", "earlier measures ")
                        + facts(n).replace(t("事实 ", "fact "), "")
                        + t(" 与 ", " and ")
                        + detail(n, "with")
                        + t(
                                " 是同一措施（措施、对象、协议、决定日、起始日都相同），只算一次，以 ",
                                " are one measure (alike in measure, subject, agreement, day of decision and first day), counted once as ")
                        + detail(n, "with")
                        + t(" 为准；请删去一条", "; remove one");
            case "alike" -> detail(n, "item").isEmpty() ? twice(n) : line(n);
            default -> "";
        };
    }

    /** Two of a kind that differ in nothing but their ids. */
    private String twice(Note n) {
        return facts(n)
                + t("（", " (")
                + FactNames.of(detail(n, "kind"), lang)
                + t("）", ")")
                + (detail(n, "with").isEmpty()
                        ? t(
                                "各与另一条除编号外完全相同，每一条都计",
                                ": each is the same as another in everything but the id, and each counts")
                        : t(" 与 ", " and ")
                                + detail(n, "with")
                                + t(" 除编号外完全相同，每一条都计", " are the same in everything but the id, and each counts"))
                + t("；重复录入的请删去", "; remove what was entered twice");
    }

    private String line(Note n) {
        return facts(n)
                + t(" 与 ", " and ")
                + detail(n, "with")
                + t(" 的日期、职工、项目、金额都相同（", " are alike in day, worker, item and sum (")
                + detail(n, "date")
                + t("，", ", ")
                + detail(n, "item")
                + t("，", ", ")
                + detail(n, "amount")
                + t(
                        " 元）；重复录入请删去，重复收费请填写与哪一条重复（duplicates）",
                        " yuan); entered twice: remove one; charged twice: state duplicates");
    }

    /** Whether the note is of lines of a bill alike. */
    static boolean ofLines(Note n) {
        return n.kind().equals("alike") && !n.details().getOrDefault("item", "").isEmpty();
    }

    /** Many pairs of lines alike in one note, the first few named; the JSON has each. */
    String alike(List<Note> pairs) {
        String some = pairs.stream()
                .limit(FEW)
                .map(n -> (detail(n, "facts").isEmpty() ? n.about() : shortened(detail(n, "facts")))
                        + t(" 与 ", " and ")
                        + detail(n, "with"))
                .collect(Collectors.joining(t("、", ", ")));
        int count = pairs.stream()
                .mapToInt(n -> Integer.parseInt(n.details().getOrDefault("count", "1")))
                .sum();
        return count
                + t(" 对明细的日期、职工、项目、金额都相同：", " pairs of lines are alike in day, worker, item and sum: ")
                + some
                + (pairs.size() > FEW ? t(" 等", " and others") : "")
                + t(
                        "；重复录入请删去，重复收费请填写与哪一条重复（duplicates）",
                        "; entered twice: remove one; charged twice: state duplicates");
    }

    private static boolean raw(String kind) {
        return FactKind.named(kind)
                .filter(k -> k.place().startsWith("/records/"))
                .isPresent();
    }

    private String facts(Note n) {
        String count = detail(n, "count");
        if (n.about().equals("case")) {
            return t("整个案件", "the case");
        }
        if (count.isEmpty() || count.equals("1")) {
            return t("事实 ", "fact ") + named(count.isEmpty() ? n.about() : detail(n, "facts"));
        }
        return t("事实 ", "facts ") + shortened(detail(n, "facts")) + t("（共 ", " (") + count + t(" 条）", " in all)");
    }

    /** The first few of many; the JSON has them all. */
    private String shortened(String ids) {
        String[] all = ids.split(", ");
        String shown = Stream.of(all).limit(5).map(this::named).collect(Collectors.joining(t("、", ", ")));
        return all.length <= 5 ? shown : shown + " …";
    }

    /** A parameter by what it is: its id is the program's. */
    private String named(String id) {
        return id.startsWith(Parameter.ID) ? library.vocabulary().label("parameters", id.split(":")[1], lang) : id;
    }

    /** A field by its words, with the name it has in the document. */
    private String field(Note n) {
        String name = detail(n, "field");
        return FactNames.field(detail(n, "kind"), name)
                .map(f -> f.in(lang) + t("（" + name + "）", " (" + name + ")"))
                .orElse(name);
    }

    private static String dayOf(Note n, String detail) {
        String day = detail(n, detail);
        return day.isEmpty() ? "" : " " + day;
    }

    private String listed(Note n, String name) {
        return detail(n, name).replace(", ", t("、", ", "));
    }

    private static String detail(Note n, String name) {
        return n.details().getOrDefault(name, "");
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
