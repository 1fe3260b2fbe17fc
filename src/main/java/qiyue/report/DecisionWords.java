package qiyue.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Treatment;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Stay;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Particulars;
import qiyue.rulebook.Rulebook;

/** What a decision speaks of, named for the reader in one language: clauses, facts, codes, questions. */
final class DecisionWords {
    private final Library library;
    private final String lang;
    private final Audience audience;
    private final Decision decision;
    private final Map<String, Decision.FactLine> facts = new HashMap<>();

    private final MadeIds made;
    private final Particulars particulars;
    private final Set<String> cited = new TreeSet<>(ClauseOrder.INSTANCE);

    DecisionWords(Decision decision, Library library, String lang) {
        this(decision, library, lang, Audience.AGENCY);
    }

    DecisionWords(Decision decision, Library library, String lang, Audience audience) {
        this.audience = audience;
        this.decision = decision;
        this.library = library;
        this.lang = lang;
        decision.facts().forEach(f -> facts.putIfAbsent(f.id(), f));
        this.made = new MadeIds(decision, library, lang);
        this.particulars = new Particulars(library.vocabulary(), lang);
    }

    /** For whom it is worded. */
    Audience audience() {
        return audience;
    }

    /** What is asked. */
    QuestionWords questions() {
        return new QuestionWords(this, library.vocabulary());
    }

    /** As the decision names it; nothing where it does not. */
    Optional<Decision.FactLine> line(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    String ids(List<String> facts) {
        return ids(facts, this::plainId);
    }

    /**
     * The ids of facts in a line that stands as {@code certainty}: one that is only suspected says so, unless the whole line is
     * a suspicion.
     */
    String ids(List<String> facts, Certainty certainty) {
        return ids(facts, id -> plainId(id) + doubt(id, certainty));
    }

    private String ids(List<String> facts, UnaryOperator<String> named) {
        List<String> shown =
                facts.stream().sorted(ClauseOrder.INSTANCE).map(named).toList();
        return shown.size() <= 8
                ? String.join(t("、", ", "), shown)
                : String.join(t("、", ", "), shown.subList(0, 8))
                        + t(" 等 " + shown.size() + " 条", " and others, " + shown.size() + " in all");
    }

    /** Ids that the program made name what they are of instead; all others stay. */
    String plainId(String id) {
        return made.plain(id);
    }

    /** The same, with the agreement of a score, where the scores of several are to be told apart. */
    String plainRecord(String id) {
        return made.record(id);
    }

    /** An earlier measure; of one taken from the register its case. */
    String ofCase(String id) {
        return made.ofCase(id);
    }

    /** A fact by what it is, or what was stated instead of a fact. */
    String plainFact(String id) {
        return id.endsWith(Stay.DRUGS) ? made.drugs(id, this::fact) : facts.containsKey(id) ? fact(id) : plainId(id);
    }

    private String doubt(String id, Certainty certainty) {
        Decision.FactLine fact = facts.get(id);
        return fact != null && fact.suspected() && certainty != Certainty.SUSPECTED
                ? t("〔", " [") + state("suspected") + t("〕", "]")
                : "";
    }

    /** Where a fact came from, in brackets; empty where that is not stated. */
    String source(String id) {
        String source = facts.containsKey(id) ? facts.get(id).source() : "";
        return source.isEmpty() ? "" : t("〔", " [") + source + t("〕", "]");
    }

    String meaning(String full) {
        Rulebook.Clause clause = clause(full);
        return clause == null ? "" : clause.label().in(lang);
    }

    /** Clauses as they are cited: the text by its short title where several apply, once for what follows of it. */
    String cite(List<String> clauses) {
        StringBuilder text = new StringBuilder();
        String title = "";
        String article = "";
        Set<String> told = new HashSet<>();
        for (String full : clauses) {
            cited.add(full);
            String ofText = shortTitle(full);
            String cited = Citation.of(full.substring(full.indexOf('#') + 1), lang);
            if (told.add(ofText + cited)) {
                boolean follows = !text.isEmpty() && title.equals(ofText);
                text.append(text.isEmpty() ? "" : t("、", ", "))
                        .append(follows ? Citation.following(article, cited) : ofText + cited);
                title = ofText;
                article = cited;
            }
        }
        return text.toString();
    }

    String cite(String full) {
        return cite(List.of(full));
    }

    /** The clauses cited so far, in the order of the texts. */
    Set<String> cited() {
        return cited;
    }

    /** What a rulebook is called; its id if it is not among those in use. */
    String book(String id) {
        Rulebook book = library.rulebooks().get(id);
        return book == null ? id : t("《", "") + book.info().shortTitle().in(lang) + t("》", "");
    }

    /** What a field of a fact means, in few words: the program says so, or the vocabulary that declares it. */
    String meaning(String id, String field) {
        if (library.vocabulary().entries("parameters").stream()
                .anyMatch(p -> p.code().equals(field))) {
            return label("parameters", field);
        }
        Decision.FactLine fact = facts.get(id);
        return fact == null
                ? field
                : FactNames.field(fact.kind(), field)
                        .map(f -> t(f.zh().split("；|（true", 2)[0], f.en().split("; | \\(true", 2)[0]))
                        .orElseGet(() -> label(
                                "own-fields",
                                Optional.of(OwnFields.placeOf(fact.kind()))
                                                .filter(p -> !p.isEmpty())
                                                .orElse(fact.code())
                                        + "." + field));
    }

    private String shortTitle(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, Math.max(full.indexOf('#'), 0)));
        return book == null || decision.rulebooks().size() < 2
                ? ""
                : t("《", "") + book.info().shortTitle().in(lang) + t("》", " ");
    }

    /** Whether facts are of several days: then none of them is the day of all. */
    boolean daysDiffer(List<String> ids) {
        return days(ids).size() > 1;
    }

    /** The days of facts, earliest first; an agreement has a term and no day. */
    List<LocalDate> days(List<String> ids) {
        return ids.stream()
                .map(facts::get)
                .filter(f -> f != null && !f.kind().equals("Agreement") && Blank.happened(f.day()))
                .map(f -> f.day())
                .distinct()
                .sorted()
                .toList();
    }

    /** The day of a clause met by these facts: their own where they have but one, else the one given. */
    LocalDate dayOf(List<String> ids, LocalDate otherwise) {
        List<LocalDate> own = days(ids);
        return own.size() == 1 ? own.get(0) : otherwise;
    }

    /** Facts, each with its own day, in the order of days; many are cut short. */
    String datedFacts(List<String> ids, Certainty certainty) {
        List<String> ordered = ids.stream()
                .sorted(Comparator.comparing(id -> dayOf(List.of(id), LocalDate.MAX)))
                .toList();
        return several(ordered, id -> dated(id) + doubt(id, certainty));
    }

    private String dated(String id) {
        List<LocalDate> own = days(List.of(id));
        return (own.isEmpty() ? "" : own.get(0) + " ") + fact(id);
    }

    String shownFacts(List<String> ids, Certainty certainty) {
        return several(ids, id -> fact(id) + doubt(id, certainty));
    }

    private String several(List<String> ids, UnaryOperator<String> named) {
        String some = ids.stream().limit(6).map(named).collect(Collectors.joining(t("、", ", ")));
        return ids.size() <= 6 ? some : some + t(" 等 " + ids.size() + " 条", " and others, " + ids.size() + " in all");
    }

    /** Many facts, those that are of the same thing together: what it is, and their ids. */
    String grouped(List<String> ids) {
        Map<String, List<String>> things = new LinkedHashMap<>();
        ids.forEach(
                id -> things.computeIfAbsent(what(id), k -> new ArrayList<>()).add(id));
        return things.entrySet().stream()
                .map(e -> e.getKey() + (e.getKey().isEmpty() ? "" : t("　", " ")) + ids(e.getValue()))
                .collect(Collectors.joining(t("；", "; ")));
    }

    /** What a fact is, in a word; empty where it is not named in the decision. */
    String what(String id) {
        Decision.FactLine fact = facts.get(id);
        return fact == null ? "" : what(fact);
    }

    /** The worker a fact is about; empty if it is about none. */
    String worker(String id) {
        Decision.FactLine fact = facts.get(id);
        return fact == null ? "" : fact.worker();
    }

    private String what(Decision.FactLine f) {
        String list = switch (f.kind()) {
            case "Finding" -> "conducts";
            case "PriorMeasure" -> "measures";
            case "Change" -> "change-matters";
            case "Entry" -> "record-kinds";
            case "Accident" -> "accident-kinds";
            case "Parameter" -> "parameters";
            default -> "";
        };
        return !list.isEmpty() ? label(list, f.code()) : !f.text().isEmpty() ? f.text() : FactNames.of(f.kind(), lang);
    }

    /** A fact named for the reader: what it is, and its id; a parameter has none but what it is. */
    String fact(String id) {
        return line(id).filter(f -> !f.kind().equals("Parameter"))
                .map(f -> what(f)
                        + t("（", " (")
                        + f.worker()
                        + (f.worker().isEmpty() ? "" : t("　", ", "))
                        + made.among(f.id())
                        + weight(f)
                        + t("）", ")"))
                .orElseGet(() -> plainId(id));
    }

    private String weight(Decision.FactLine f) {
        String weight = FactNames.fields(f.kind())
                .filter(field -> f.weighs().containsKey(field.name()))
                .map(field -> particulars.of(field, f.weighs().getOrDefault(field.name(), "")))
                .collect(Collectors.joining(t("，", ", ")));
        return weight.isEmpty() ? "" : t("　", ", ") + weight;
    }

    String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" ->
                audience == Audience.FACILITY
                        ? t("视经办机构届时的选择而定", "conditional on what the agency chooses")
                        : t("视本次选择而定", "conditional on today's choice");
            case "open" -> t("待认定", "open");
            default -> t("嫌疑", "suspected");
        };
    }

    /** A row of a score sheet by its number and what it is about. */
    String rowLabel(String sheet, String row) {
        String number = Citation.row(row, lang);
        String label = library.sheet(decision.region(), sheet).stream()
                .flatMap(x -> x.rows().stream())
                .filter(r -> r.id().equals(row))
                .map(r -> r.label().in(lang))
                .findFirst()
                .orElse("");
        String both = (number + " " + label).strip();
        return both.isEmpty() ? row : both;
    }

    String sheetTitle(String sheet) {
        return made.sheet(sheet);
    }

    /** What the day of a duty means. */
    DueWords due() {
        return new DueWords(library.vocabulary(), lang);
    }

    /** What a step goes on until; empty where the text names no event. */
    String untilEvent(Decision.DutyLine duty) {
        return duty.untilEvent().isEmpty()
                ? ""
                : t("，", ", ") + Until.event(duty.untilEvent(), library.vocabulary(), lang);
    }

    /** Whether a step is the decision itself. */
    boolean decides(String act) {
        return library.vocabulary().property("acts", act, "stage").equals(Treatment.ITSELF);
    }

    String label(String list, String code) {
        return library.vocabulary().label(list, code, lang);
    }

    String labels(String list, List<String> codes) {
        return codes.stream().map(c -> label(list, c)).collect(Collectors.joining(t("、", ", ")));
    }

    String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private Rulebook.@Nullable Clause clause(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, Math.max(full.indexOf('#'), 0)));
        return book == null ? null : book.ledger().get(full.substring(full.indexOf('#') + 1));
    }
}
