package qiyue.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.fact.Parameter;
import qiyue.problem.Text;
import qiyue.rulebook.FixedWords;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * What the forms in the browser are built from: each kind of record with its fields, each list of codes with its labels, in
 * one language. It comes from the same shapes that read documents, so a form knows what the reader knows.
 */
final class Catalogue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Where the meaning of a field is too long or too much of a list to head a box. */
    private static final Map<String, Text> SHORT = Map.ofEntries(
            name("Finding.status", "核实状态", "status"),
            name("Finding.charges", "所涉收费明细", "charge lines"),
            name("Finding.count", "次数", "times"),
            name("Finding.date", "发生日（首日）", "day (first day)"),
            name("Finding.until", "持续到（末日）", "until (last day)"),
            name("Finding.records", "同一事实的数据", "records of the same"),
            name("Money.amount", "金额（元）", "sum, yuan"),
            name("Money.paid", "其中已支付", "of that paid"),
            name("Money.retained", "其中预留", "of that retained"),
            name("Money.refunded", "已支付中已退回", "of paid, given back"),
            name("Money.forfeited", "预留中已划归基金", "of retained, gone"),
            name("Money.payer", "向谁收取", "billed to"),
            name("Facility.kinds", "机构类别", "kinds of facility"),
            name("SharedAnswer.answer", "回答", "answer"),
            name("Act.date", "日期", "day"),
            name("PriorMeasure.by", "作出的经办机构", "agency that took it"),
            name("PriorMeasure.facility", "机构名称", "facility"),
            name("Choice.choice", "是否采取", "taken or not"),
            name("Charge.catalogue", "目录和标准", "catalogues"));

    /** Lists that all regions share and of which each rulebook names a part. */
    private static final List<String> SHARED = List.of("measures", "acts", "parameters");

    private final Library library;
    private final Vocabulary words;
    private final String lang;
    private final ObjectNode kinds = NODES.objectNode();
    private final Set<String> lists = new TreeSet<>(Set.of("questions", "measures", "topics", "answerers"));

    private Catalogue(Library library, String lang) {
        this.library = library;
        this.words = library.vocabulary();
        this.lang = lang;
    }

    private static Map.Entry<String, Text> name(String field, String zh, String en) {
        return Map.entry(field, new Text(zh, en));
    }

    /** The whole catalogue. */
    static ObjectNode of(Library library, String lang) {
        return new Catalogue(library, lang).made();
    }

    private ObjectNode made() {
        ObjectNode all = NODES.objectNode();
        kind("CaseFile", Shape.of(CaseFile.class));
        words.own().shapes().forEach((place, shape) -> {
            kind(place, shape);
            place(place, shape);
        });
        kinds.path("Records")
                .path("fields")
                .forEach(f -> words.entry("record-kinds", f.path("name").asText())
                        .map(e -> e.named("kinds"))
                        .filter(k -> !k.isEmpty())
                        .ifPresent(k -> k.forEach(((ObjectNode) f).withArray("/kinds")::add)));
        all.put("lang", lang);
        all.set("kinds", kinds);
        ObjectNode codes = all.putObject("codes");
        lists.forEach(list -> {
            ArrayNode entries = codes.putArray(list);
            words.entries(list)
                    .forEach(e -> entries.add(pair(e.code(), e.label().in(lang))));
        });
        all.set("named", named());
        all.set("questions", questions());
        all.set("sheets", sheets());
        ObjectNode books = all.putObject("books");
        library.rulebooks()
                .values()
                .forEach(b -> books.put(b.id(), b.info().shortTitle().in(lang)));
        return all;
    }

    /** A kind of record that the vocabulary declares has its place among the records. */
    private void place(String place, Shape shape) {
        ((ArrayNode) kinds.path("Records").path("fields"))
                .addObject()
                .put("name", place)
                .put("label", shape.zh().isEmpty() ? place : lang.equals("en") ? shape.en() : shape.zh())
                .put("form", "list")
                .put("of", "record")
                .put("kind", place)
                .put("optional", true);
    }

    private void kind(String name, Shape shape) {
        if (kinds.has(name)) {
            return;
        }
        ObjectNode kind = kinds.putObject(name);
        kind.put("label", lang.equals("en") ? shape.en() : shape.zh());
        ArrayNode fields = kind.putArray("fields");
        for (Field field : shape.fields()) {
            if (!field.derived()) {
                fields.add(field(name, field));
            }
        }
    }

    private ObjectNode field(String kind, Field field) {
        ObjectNode node = NODES.objectNode();
        String meaning = lang.equals("en") ? field.en() : field.zh();
        String label = label(kind + "." + field.name(), meaning);
        node.put("name", field.name()).put("label", label.isEmpty() ? field.name() : label);
        if (!meaning.equals(label)) {
            node.put("hint", meaning);
        }
        node.put("form", field.form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (field.form() == Form.LIST || field.form() == Form.MAP) {
            node.put("of", field.elementForm().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (field.optional()) {
            node.put("optional", true);
        }
        if (field.optional() || field.event()) {
            node.put("none", field.event());
        }
        if (!field.code().isEmpty()) {
            lists.add(field.code());
            node.put("list", field.code());
        }
        if (!field.codes().isEmpty()) {
            ArrayNode codes = node.putArray("codes");
            field.codes()
                    .forEach(c -> codes.add(pair(
                            c, words.own().label(field, c).map(l -> l.in(lang)).orElse(FixedWords.of(c, lang)))));
        }
        if (field.pointsAt() != void.class) {
            node.put(
                    "points",
                    field.pointsAt() == Evidence.class ? "*" : field.pointsAt().getSimpleName());
        }
        if (field.elementForm() == Form.RECORD) {
            Class<?> element = field.element();
            kind(element.getSimpleName(), words.own().of(element));
            node.put("kind", element.getSimpleName());
        }
        return node;
    }

    private String label(String field, String meaning) {
        Text known = SHORT.get(field);
        return known != null ? known.in(lang) : meaning.split(lang.equals("en") ? "[(;,]" : "[（；，：]")[0].strip();
    }

    /** By region, what its rulebooks name: of long lists that all regions share these are offered first. */
    private ObjectNode named() {
        ObjectNode all = NODES.objectNode();
        for (Rulebook book : library.rulebooks().values()) {
            ObjectNode region = all.withObjectProperty(book.info().region());
            Set<String> codes = book.rules().stream().flatMap(References::codes).collect(Collectors.toSet());
            if (book.info().start() == Rulebook.Start.PARAMETER) {
                codes.add(Parameter.IN_FORCE_FROM);
            }
            for (String list : SHARED) {
                ArrayNode named = region.withArrayProperty(list);
                Set<String> before = new TreeSet<>();
                named.forEach(n -> before.add(n.asText()));
                words.codes(list).stream()
                        .filter(codes::contains)
                        .filter(before::add)
                        .forEach(named::add);
            }
        }
        return all;
    }

    private ObjectNode questions() {
        ObjectNode all = NODES.objectNode();
        words.entries("questions").forEach(e -> {
            var answering = words.answering(e.code(), "");
            ObjectNode question = all.putObject(e.code());
            question.put("label", e.label().in(lang))
                    .put("about", e.properties().getOrDefault("about", ""));
            question.put("by", words.label("answerers", answering.by(), lang));
            question.put("evidence", answering.evidence().getOrDefault(lang, ""));
        });
        return all;
    }

    private ObjectNode sheets() {
        ObjectNode all = NODES.objectNode();
        for (Rulebook book : library.rulebooks().values()) {
            for (Sheet sheet : book.sheets().values()) {
                ObjectNode made = all.putObject(book.info().region() + "/" + sheet.name());
                made.put("label", sheet.title().in(lang))
                        .put("sheet", sheet.name())
                        .put("region", book.info().region());
                ArrayNode kinds = made.putArray("kinds");
                sheet.kinds().forEach(kinds::add);
                ArrayNode rows = made.putArray("rows");
                sheet.rows().forEach(r -> rows.add(row(r)));
            }
        }
        return all;
    }

    private ObjectNode row(Sheet.Row row) {
        ObjectNode made = NODES.objectNode();
        made.put("id", row.id())
                .put("label", row.label().in(lang))
                .put("points", row.points().toPlainString())
                .put("way", row.way().name().toLowerCase(Locale.ROOT));
        ArrayNode kinds = made.putArray("kinds");
        row.kinds().forEach(kinds::add);
        ArrayNode entries = made.putArray("entries");
        switch (row.way()) {
            case DEDUCT, AWARD ->
                row.steps()
                        .forEach(s -> entries.addObject()
                                .put("key", s.key())
                                .put(
                                        "label",
                                        s.label().in(lang).isEmpty()
                                                ? s.key()
                                                : s.label().in(lang))
                                .put("points", s.points().toPlainString())
                                .put("form", s.once() ? "yes-no" : "whole-number"));
            case BANDS ->
                entries.addObject()
                        .put("key", row.key())
                        .put("label", row.key())
                        .put("form", "figure");
            case CHOICE -> {
                ObjectNode entry = entries.addObject()
                        .put("key", row.key())
                        .put("label", row.key())
                        .put("form", "choice");
                ArrayNode codes = entry.putArray("codes");
                row.choices().keySet().stream().sorted().forEach(c -> codes.add(pair(c, c)));
            }
            case DISCRETION ->
                entries.addObject()
                        .put("key", "points")
                        .put("label", new Text("得分", "points").in(lang))
                        .put("form", "figure");
            case VETO ->
                entries.addObject()
                        .put("key", "met")
                        .put("label", new Text("有此情形", "met").in(lang))
                        .put("form", "yes-no");
        }
        return made;
    }

    private static ObjectNode pair(String code, String label) {
        return NODES.objectNode().put("c", code).put("l", label);
    }
}
