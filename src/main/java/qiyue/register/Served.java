package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.Choice;

/** What a decision took once it was served: what the agency chose, and what had to be. Periods run from the service. */
final class Served {
    private final JsonNode document;
    private final @Nullable Entry decision;
    private final Map<Taken.Key, Entry> choices = new LinkedHashMap<>();
    private final Entry service;
    private final boolean several;
    private final Calendar calendar;

    /**
     * The decision served.
     *
     * @param standing the document, its decisions and choices, in order
     * @param calendar by which lengths in working days end; without an end where it does not reach so far
     */
    Served(List<Entry> standing, Entry service, Calendar calendar) {
        this.service = service;
        this.calendar = calendar;
        this.document = standing.stream()
                .filter(e -> e.kind() == EntryKind.INSPECTION)
                .map(e -> e.body().path("document"))
                .findFirst()
                .orElse(MissingNode.getInstance());
        this.decision = standing.stream()
                .filter(e -> e.kind() == EntryKind.DECISION)
                .reduce((a, b) -> b)
                .orElse(null);
        this.several = document.path("agreements").size() > 1;
        standing.stream()
                .filter(e -> e.kind() == EntryKind.CHOICE)
                .forEach(e -> choices.put(Taken.Key.of(e.body(), e.text("measure"), several), e));
    }

    List<Taken> measures() {
        if (decision == null) {
            return List.of();
        }
        Map<Taken.Key, List<JsonNode>> lines = new LinkedHashMap<>();
        for (JsonNode line : decision.body().path("measures")) {
            boolean chosen = line.path("choice").asText().equals("taken");
            if (chosen || line.path("floor").asBoolean()) {
                lines.computeIfAbsent(Taken.Key.of(line, line.path("kind").asText(), several), k -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<String, Integer> ofKind = new LinkedHashMap<>();
        List<Taken> taken = new ArrayList<>();
        lines.forEach((key, same) -> {
            int number = ofKind.merge(key.kind(), 1, Integer::sum);
            taken.add(taken(key, same, service.chain() + "-" + key.kind() + (number > 1 ? "-" + number : "")));
        });
        return List.copyOf(taken);
    }

    private Taken taken(Taken.Key key, List<JsonNode> lines, String id) {
        Entry choice = choice(key);
        List<Entry> places = new ArrayList<>();
        places.add(choice == null ? decision : choice);
        places.add(service);
        LocalDate from = from(choice, lines);
        String clauses = lines.stream()
                .flatMap(l -> texts(l.path("clauses")).stream())
                .distinct()
                .collect(Collectors.joining("、"));
        return new Taken(
                id,
                key,
                agreement(key, lines),
                cause(choice, lines),
                decidedOn(choice),
                from,
                until(choice, lines, from),
                lines.get(0).path("terms").path("untilEvent").asText(""),
                Optional.empty(),
                false,
                false,
                document.path("inspection").path("agency").asText(""),
                clauses,
                places);
    }

    private @Nullable Entry choice(Taken.Key key) {
        Entry exact = choices.get(key);
        return exact != null
                ? exact
                : choices.entrySet().stream()
                        .filter(e -> key.fits(e.getKey())
                                && e.getValue().text("choice").equals("taken"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** A case of one agreement is about that one. */
    private String agreement(Taken.Key key, List<JsonNode> lines) {
        JsonNode agreements = document.path("agreements");
        if (agreements.size() == 1) {
            return agreements.path(0).path("id").asText();
        }
        return !key.agreement().isEmpty()
                ? key.agreement()
                : lines.get(0).path("agreement").asText("");
    }

    private static String cause(@Nullable Entry choice, List<JsonNode> lines) {
        String said = choice == null ? "" : choice.text("cause");
        return !said.isEmpty()
                ? said
                : lines.stream().anyMatch(l -> l.path("breach").asBoolean()) ? "violation" : "";
    }

    /** The day the document states, else the day of the choice, of the last one where this had to be, else that of handling. */
    private LocalDate decidedOn(@Nullable Entry choice) {
        String stated = document.path("inspection").path("decidedOn").asText("");
        if (!stated.isEmpty()) {
            return LocalDate.parse(stated);
        }
        return choice != null
                ? choice.day()
                : choices.values().stream()
                        .map(Entry::day)
                        .reduce((a, b) -> a.isAfter(b) ? a : b)
                        .orElseGet(() -> decision == null ? service.day() : decision.day());
    }

    private LocalDate from(@Nullable Entry choice, List<JsonNode> lines) {
        String decided = choice == null ? "" : choice.text("from");
        String byText = lines.get(0).path("terms").path("from").asText("");
        return !decided.isEmpty()
                ? LocalDate.parse(decided)
                : !byText.isEmpty() ? LocalDate.parse(byText) : service.day();
    }

    private Optional<LocalDate> until(@Nullable Entry choice, List<JsonNode> lines, LocalDate from) {
        Choice chosen = choice == null ? null : choice(choice.body());
        if (chosen != null && chosen.lasting()) {
            return Optional.of(chosen.lastDay(from));
        }
        JsonNode terms = lines.get(0).path("terms");
        String fixed = terms.path("until").asText("");
        if (!fixed.isEmpty()) {
            return Optional.of(LocalDate.parse(fixed));
        }
        int least = terms.path("least").asInt(-1);
        if (least <= 0 || least != terms.path("most").asInt(-1)) {
            return Optional.empty();
        }
        return Optional.of(calendar.lasting(from, least, terms.path("unit").asText()))
                .filter(Blank::happened);
    }

    /** A choice as the program knows them. */
    static Choice choice(JsonNode body) {
        return new Choice(
                body.path("measure").asText(""),
                body.path("choice").asText(""),
                body.path("agreement").asText(""),
                body.path("subject").asText(""),
                body.path("department").asText(""),
                texts(body.path("people")),
                body.has("months") ? body.path("months").decimalValue() : BigDecimal.ONE.negate(),
                body.path("days").asInt(0),
                body.path("percent").asInt(0),
                body.path("times").asInt(0),
                body.has("amount") ? body.path("amount").decimalValue() : BigDecimal.ONE.negate(),
                body.has("from") ? LocalDate.parse(body.path("from").asText()) : Blank.NEVER,
                "");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(t -> texts.add(t.asText()));
        return List.copyOf(texts);
    }
}
