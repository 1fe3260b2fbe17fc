package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns decisions into the rows of each list. */
final class Listing implements AutoCloseable {
    private final Labels labels;
    private final Map<Table, Rows> rows = new EnumMap<>(Table.class);

    Listing(Labels labels) throws IOException {
        this.labels = labels;
        for (Table table : Table.values()) {
            rows.put(table, new Rows());
        }
    }

    Rows rows(Table table) {
        return java.util.Objects.requireNonNull(rows.get(table));
    }

    void add(JsonNode decision) throws IOException {
        String inspection = decision.path("inspection").asText();
        String code = decision.path("facilityCode").asText("");
        String facility = decision.path("facility").asText();
        String agency = decision.path("agency").asText("");
        Object today = day(decision.path("today"));
        for (JsonNode m : decision.path("measures")) {
            measure(m, inspection, code, facility, agency, today);
        }
        for (JsonNode b : decision.path("breaches")) {
            breach(b, inspection, code, facility, agency, today);
        }
        for (JsonNode q : decision.path("questions")) {
            rows(Table.QUESTIONS)
                    .add(List.of(
                            inspection,
                            facility,
                            code,
                            agency,
                            labels.question(
                                    q.path("question").asText(), q.path("field").asText("")),
                            q.path("question").asText(),
                            q.path("about").asText(),
                            labels.label(
                                    "answerers", q.path("answering").path("by").asText("")),
                            q.path("answering")
                                    .path("evidence")
                                    .path(labels.lang())
                                    .asText(""),
                            q.path("measures").asInt(),
                            Labels.codes(q.path("clauses"))));
        }
    }

    private void measure(JsonNode m, String inspection, String code, String facility, String agency, Object today)
            throws IOException {
        String part = labels.part(Decisions.part(m));
        String kind = m.path("kind").asText();
        String label = labels.label("measures", kind);
        rows(Table.MEASURES)
                .add(List.of(
                        inspection,
                        facility,
                        code,
                        agency,
                        today,
                        part,
                        label,
                        kind,
                        labels.subject(m),
                        m.path("agreement").asText(""),
                        labels.terms(m.path("terms")),
                        sum(m.path("amount")),
                        sum(m.path("amountMost")),
                        m.path("amount").isMissingNode()
                                        && m.path("amountKnown").asBoolean(true)
                                ? ""
                                : labels.yes(m.path("amountKnown").asBoolean(true)),
                        labels.cites(m.path("clauses")),
                        Labels.codes(m.path("clauses")),
                        labels.cites(m.path("breaches")),
                        Labels.codes(m.path("breaches")),
                        labels.choice(m.path("choice").asText("")),
                        labels.hangs(m)));
        for (JsonNode taken : m.path("taken")) {
            rows(Table.MONEY)
                    .add(List.of(
                            inspection,
                            facility,
                            code,
                            agency,
                            part,
                            label,
                            kind,
                            Labels.codes(taken.path("sources")),
                            labels.pocket(taken.path("pocket").asText()),
                            labels.cites(taken.path("clauses")),
                            Labels.codes(taken.path("clauses")),
                            sum(taken.path("amount"))));
        }
    }

    private void breach(JsonNode b, String inspection, String code, String facility, String agency, Object today)
            throws IOException {
        // an occurrence suspected is none established: each standing has a row of its own
        for (int standing = Decisions.ESTABLISHED; standing >= 0; standing--) {
            List<JsonNode> some = new ArrayList<>();
            for (JsonNode instance : b.path("instances")) {
                if (Decisions.standing(b, instance) == standing) {
                    some.add(instance);
                }
            }
            boolean bare = b.path("instances").isEmpty() && Decisions.standing(b, b) == standing;
            if (!some.isEmpty() || bare) {
                breach(b, standing, some, inspection, code, facility, agency, today);
            }
        }
    }

    private void breach(
            JsonNode b,
            int standing,
            List<JsonNode> instances,
            String inspection,
            String code,
            String facility,
            String agency,
            Object today)
            throws IOException {
        String clause = b.path("clause").asText();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        long cents = 0;
        int facts = 0;
        for (JsonNode instance : instances) {
            LocalDate day = Decisions.day(instance.path("day"));
            if (!day.equals(LocalDate.MIN)) {
                first = day.isBefore(first) ? day : first;
                last = day.isAfter(last) ? day : last;
            }
            cents += Math.max(0, Decisions.cents(instance.path("amount")));
            facts += instance.path("facts").size();
        }
        rows(Table.CLAUSES)
                .add(List.of(
                        inspection,
                        facility,
                        code,
                        agency,
                        today,
                        labels.cite(clause),
                        clause,
                        labels.meaning(clause),
                        labels.state(Decisions.STANDINGS.get(standing)),
                        instances.size(),
                        facts,
                        first.equals(LocalDate.MAX) ? "" : first,
                        last.equals(LocalDate.MIN) ? "" : last,
                        Decisions.yuan(cents)));
    }

    /** A line of errors as {@code evaluate --errors} wrote it. */
    void error(JsonNode error) throws IOException {
        boolean en = labels.lang().equals("en");
        rows(Table.ERRORS)
                .add(List.of(
                        error.path("source").asText(),
                        error.has("line") ? error.path("line").asInt() : "",
                        error.path("pointer").asText(""),
                        error.path("code").asText(),
                        error.path(en ? "en" : "zh").asText(""),
                        error.path(en ? "fixEn" : "fixZh").asText(""),
                        error.path("value").asText("")));
    }

    void facilities(Facilities facilities) throws IOException {
        for (Facilities.Facility f : facilities.list()) {
            int firm = 0;
            int unsettled = 0;
            for (int i = 0; i < f.marks.size(); i++) {
                firm += f.marks.firm(i) > 0 ? 1 : 0;
                unsettled += f.marks.firm(i) == 0 ? 1 : 0;
            }
            rows(Table.FACILITIES)
                    .add(List.of(
                            f.name,
                            f.code,
                            labels.label("regions", f.region),
                            f.agency,
                            f.inspections,
                            f.last.equals(LocalDate.MIN) ? "" : f.last,
                            firm,
                            unsettled,
                            f.must,
                            f.may,
                            f.open,
                            Decisions.yuan(f.heads[0]),
                            Decisions.yuan(f.heads[1]),
                            Decisions.yuan(f.heads[2]),
                            Decisions.yuan(f.heads[3]),
                            Decisions.yuan(f.heads[4]),
                            Decisions.yuan(f.heads[5]),
                            Decisions.yuan(f.borne()),
                            labels.yes(f.complete),
                            f.questions));
        }
    }

    private static Object sum(JsonNode sum) {
        return sum.isNumber() ? sum.decimalValue() : "";
    }

    private static Object day(JsonNode day) {
        LocalDate read = Decisions.day(day);
        return read.equals(LocalDate.MIN) ? "" : read;
    }

    @Override
    public void close() throws IOException {
        for (Rows each : rows.values()) {
            each.close();
        }
    }
}
