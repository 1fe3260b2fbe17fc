package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Decision.Note;
import qiyue.fact.Calendar;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/** Lays what a register knows into one document. */
final class Laying {
    private static final List<String> COMPARED = List.of("from", "until", "resumedOn", "cause");

    private final ObjectNode document;
    private final String register;
    private final String place;
    private final AgreementsThere agreements;
    private final List<Note> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final boolean declaredComplete;
    private final List<String> added = new ArrayList<>();

    /** So many measures and assessments the document states itself; what follows was brought in. */
    private final int measuresStated;

    private final int assessmentsStated;

    private final Map<String, ObjectNode> assessments = new HashMap<>();
    private final Calendar calendar;

    Laying(ObjectNode document, Library library, String register, String place) {
        this.document = document;
        this.register = register;
        this.place = place;
        this.agreements = new AgreementsThere(document, library);
        this.calendar = library.calendar();
        this.declaredComplete = document.path("history").isObject()
                && document.path("scope")
                        .path("records")
                        .path("history")
                        .asText("")
                        .equals("complete");
        this.measuresStated = document.path("history").path("measures").size();
        this.assessmentsStated = document.path("history").path("assessments").size();
        ids.addAll(document.findValuesAsText("id"));
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** Throws if something of the register and of the document cannot both be so. */
    void complete() throws Problems {
        if (declaredComplete && !added.isEmpty()) {
            against(
                    "/scope/records/history",
                    new Text(
                            "文书写明所列历史是完整的，登记簿却另有：" + String.join("；", added),
                            "the document says that the history it lists is complete, and the register has more: "
                                    + String.join("; ", added)),
                    new Text(
                            "补上这些，或去掉 scope.records.history 的 complete（也可以不写 history，由登记簿带入）",
                            "add them, or take back complete in scope.records.history (or leave history out, and the register fills it)"));
        }
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
    }

    /** What was chosen in this very case, and when the decision was served. */
    void own(Proceeding proceeding) {
        LocalDate decided = null;
        Optional<Entry> served = proceeding.served();
        ObjectNode inspection = (ObjectNode) document.path("inspection");
        for (Entry entry : proceeding.choices()) {
            decided = decided == null || entry.day().isAfter(decided) ? entry.day() : decided;
            choice(entry, served);
        }
        if (decided != null && !inspection.has("decidedOn")) {
            inspection.put("decidedOn", decided.toString());
        }
        served.ifPresent(s -> {
            String said = inspection.path("noticedOn").asText("");
            if (said.isEmpty()) {
                inspection.put("noticedOn", s.day().toString());
                note(Brought.TAKEN, "noticedOn", "service", s.day().toString(), List.of(s));
            } else if (!said.equals(s.day().toString())) {
                against(
                        "/inspection/noticedOn",
                        new Text(
                                "文书写明 " + said + " 告知，登记簿（" + s.place() + "）记的送达日是 " + s.day(),
                                "the document says that notice was given on " + said + ", the register (" + s.place()
                                        + ") that it was served on " + s.day()),
                        mendEither());
            }
        });
    }

    private void choice(Entry entry, Optional<Entry> served) {
        ObjectNode choice = ((ObjectNode) entry.body()).deepCopy();
        choice.remove(List.of("cause", "note"));
        if (served.isPresent()
                && Served.choice(entry.body()).lasting()
                && !choice.has("from")
                && !entry.body().path("fixedStart").asBoolean()) {
            choice.put("from", served.get().day().toString());
        }
        choice.remove("fixedStart");
        boolean several = document.path("agreements").size() > 1;
        Taken.Key key = Taken.Key.of(choice, entry.text("measure"), several);
        JsonNode there = document.path("choices");
        for (int i = 0; i < there.size(); i++) {
            JsonNode other = there.get(i);
            if (Taken.Key.of(other, other.path("measure").asText(), several).equals(key)) {
                boolean same = other.path("choice").equals(choice.path("choice"))
                        && agrees(other, choice, "months")
                        && agrees(other, choice, "days")
                        && agrees(other, choice, "percent")
                        && agrees(other, choice, "times")
                        && agrees(other, choice, "amount")
                        && agrees(other, choice, "from");
                if (!same) {
                    against(
                            "/choices/" + i,
                            new Text(
                                    "此处的选择与登记簿（" + entry.place() + "）所记的不同：" + choice,
                                    "this choice is not what the register says (" + entry.place() + "): " + choice),
                            mendEither());
                }
                return;
            }
        }
        document.withArray("/choices").add(choice);
        note(Brought.TAKEN, entry.text("measure"), "choice", entry.text("choice"), List.of(entry));
    }

    private static boolean agrees(JsonNode a, JsonNode b, String field) {
        JsonNode one = a.path(field);
        JsonNode two = b.path(field);
        return one.isMissingNode()
                || two.isMissingNode()
                || (one.isNumber() && two.isNumber()
                        ? one.decimalValue().compareTo(two.decimalValue()) == 0
                        : one.equals(two));
    }

    /** What was taken in an earlier case, served by that day. */
    void before(Proceeding proceeding, LocalDate today) {
        List<Taken> served = proceeding.taken(today, calendar);
        for (Taken taken : served) {
            if (taken.withdrawn()) {
                note(Brought.LEFT, taken.id(), "why", "withdrawn", taken.places());
            } else if (taken.decidedOn().isAfter(today)) {
                note(Brought.LEFT, taken.id(), "why", "later", taken.places());
            } else if (taken.cause().isEmpty()) {
                note(Brought.LEFT, taken.id(), "why", "no-cause", taken.places());
            } else {
                measure(proceeding, taken);
            }
        }
        proceeding.unserved(today).ifPresent(e -> note(Brought.LEFT, e.chain(), "why", "not-served", List.of(e)));
        for (Entry entry : proceeding.assessments(today)) {
            assessment(proceeding, entry);
        }
    }

    private void measure(Proceeding proceeding, Taken taken) {
        Optional<String> agreement = agreement(proceeding, taken.agreement(), taken.id(), taken.places());
        if (agreement.isEmpty()) {
            return;
        }
        String agency = document.path("inspection").path("agency").asText("");
        ObjectNode fact = taken.fact(agreement.get(), agency);
        JsonNode there = document.path("history").path("measures");
        for (int i = 0; i < measuresStated; i++) {
            JsonNode other = there.get(i);
            if (isAbout(other, fact, taken)) {
                same((ObjectNode) other, "/history/measures/" + i, fact, taken);
                return;
            }
        }
        unique(fact, taken.id());
        document.withArray("/history/measures").add(fact);
        agreements.use(agreement.get());
        added.add(fact.path("kind").asText() + " " + fact.path("decidedOn").asText() + "（"
                + LookUp.places(taken.places()) + "）");
        Map<String, String> details = details("measure", fact.path("kind").asText(), taken.places());
        for (String day : List.of("decidedOn", "from", "until", "resumedOn", "agreement")) {
            if (fact.has(day)) {
                details.put(day, fact.path(day).asText());
            }
        }
        if (taken.appealed()) {
            details.put("appealed", "yes");
        }
        notes.add(new Note(Brought.TAKEN, fact.path("id").asText(), Map.copyOf(details)));
    }

    /** Whether a measure the document states is this one: same kind, on the same, and of a day within that case. */
    private static boolean isAbout(JsonNode stated, ObjectNode fact, Taken taken) {
        if (!stated.path("facility").asText("").isEmpty()
                || !Taken.Key.of(stated, stated.path("kind").asText(), false)
                        .equals(Taken.Key.of(fact, taken.key().kind(), false))
                || !(agrees(stated, fact, "agreement"))) {
            return false;
        }
        if (agreesNamed(stated, fact, "decidedOn") || agreesNamed(stated, fact, "from")) {
            return true;
        }
        Optional<LocalDate> decided = LookUp.day(stated.path("decidedOn"));
        Optional<LocalDate> first = LookUp.day(stated.path("from")).or(() -> decided);
        Optional<LocalDate> last = LookUp.day(stated.path("until"));
        LocalDate end = taken.until().orElse(taken.from());
        return first.isPresent()
                && !first.get().isAfter(end)
                && !last.orElse(first.get())
                        .isBefore(taken.from().isBefore(taken.decidedOn()) ? taken.from() : taken.decidedOn());
    }

    private static boolean agreesNamed(JsonNode a, JsonNode b, String field) {
        return a.has(field) && a.path(field).equals(b.path(field));
    }

    /** The document states it too: what it leaves out is filled in, what it states must be so. */
    private void same(ObjectNode stated, String at, ObjectNode fact, Taken taken) {
        List<String> filled = new ArrayList<>();
        List<String> fields = new ArrayList<>(COMPARED);
        fields.add("decidedOn");
        for (String field : fields) {
            if (!fact.has(field)) {
                continue;
            }
            if (!stated.has(field)) {
                stated.set(field, fact.path(field));
                filled.add(field);
            } else if (!stated.path(field).equals(fact.path(field))) {
                against(
                        at + "/" + field,
                        new Text(
                                "此处写 " + stated.path(field).asText() + "，登记簿（" + LookUp.places(taken.places()) + "）记的是 "
                                        + fact.path(field).asText(),
                                "here it is " + stated.path(field).asText() + ", in the register ("
                                        + LookUp.places(taken.places()) + ") "
                                        + fact.path(field).asText()),
                        mendEither());
            }
        }
        Map<String, String> details = details("stated", String.join(",", filled), taken.places());
        notes.add(new Note(Brought.TAKEN, stated.path("id").asText(at), Map.copyOf(details)));
    }

    private void assessment(Proceeding proceeding, Entry entry) {
        Optional<String> agreement = agreement(proceeding, entry.text("agreement"), entry.place(), List.of(entry));
        if (agreement.isEmpty()) {
            return;
        }
        JsonNode there = document.path("history").path("assessments");
        for (int i = 0; i < assessmentsStated; i++) {
            JsonNode other = there.get(i);
            if (other.path("year").asInt() == entry.body().path("year").asInt()
                    && (other.path("agreement").asText("").isEmpty()
                            || agreement.get().isEmpty()
                            || other.path("agreement").asText().equals(agreement.get()))) {
                for (String field : List.of("result", "score")) {
                    if (!agrees(other, entry.body(), field)) {
                        against(
                                "/history/assessments/" + i + "/" + field,
                                new Text(
                                        "此处写 " + other.path(field).asText() + "，登记簿（" + entry.place() + "）记的是 "
                                                + entry.text(field),
                                        "here it is " + other.path(field).asText() + ", in the register ("
                                                + entry.place() + ") " + entry.text(field)),
                                mendEither());
                    }
                }
                return;
            }
        }
        String which = entry.text("year") + " " + agreement.get();
        ObjectNode fact = assessments.get(which);
        if (fact == null) {
            fact = document.withArray("/history/assessments").addObject();
            unique(fact, entry.chain() + "-assessment-" + entry.text("year"));
            assessments.put(which, fact);
        }
        fact.set("year", entry.body().path("year"));
        fact.set("result", entry.body().path("result"));
        if (entry.body().has("score")) {
            fact.set("score", entry.body().path("score"));
        }
        if (!agreement.get().isEmpty()) {
            fact.put("agreement", agreement.get());
            agreements.use(agreement.get());
        }
        added.add(entry.text("year") + " " + entry.text("result") + "（" + entry.place() + "）");
        note(
                Brought.TAKEN,
                fact.path("id").asText(),
                "assessment",
                entry.text("year") + " " + entry.text("result"),
                List.of(entry));
    }

    /** What the document calls the agreement; nothing if it cannot stand in it. */
    private Optional<String> agreement(Proceeding proceeding, String id, String about, List<Entry> places) {
        if (id.isEmpty()) {
            return Optional.of("");
        }
        AgreementsThere.Found found = agreements.find(proceeding, id);
        if (!found.against().isEmpty()) {
            against(
                    found.against(),
                    new Text(
                            "协议 " + id + " 的有效期在此处与登记簿（" + LookUp.places(places) + "）所记的不同：" + found.there(),
                            "the term of agreement " + id + " here is not that of the register ("
                                    + LookUp.places(places) + "): " + found.there()),
                    mendEither());
            return Optional.empty();
        }
        if (found.otherText()) {
            note(Brought.LEFT, about, "why", "other-text", places);
            return Optional.empty();
        }
        return Optional.of(found.id());
    }

    private void unique(ObjectNode fact, String wanted) {
        String id = wanted.replace('@', '-');
        for (int i = 2; !ids.add(id); i++) {
            id = wanted.replace('@', '-') + "-" + i;
        }
        fact.put("id", id);
    }

    private static Map<String, String> details(String what, String value, List<Entry> places) {
        Map<String, String> details = new TreeMap<>();
        details.put("what", what);
        details.put("value", value);
        details.put("entries", LookUp.places(places));
        if (!places.isEmpty()) {
            details.put("digest", places.get(places.size() - 1).digest());
        }
        return details;
    }

    private void note(String kind, String about, String what, String value, List<Entry> places) {
        notes.add(new Note(kind, about, Map.copyOf(details(what, value, places))));
    }

    private void against(String pointer, Text what, Text fix) {
        problems.add(Problem.at("register-contradicts", place, pointer, what, fix));
    }

    private Text mendEither() {
        return new Text(
                "核对后改正文书；登记簿（" + register + "）记错的，接着补记一项更正",
                "see which is right and mend the document; where the register (" + register
                        + ") is wrong, enter what is right after it");
    }
}
