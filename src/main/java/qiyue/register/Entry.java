package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.receipt.Receipt;

/**
 * One thing that happened in a case, and when it went into the files. Entries of a case follow one another, each naming the one
 * before by its digest.
 *
 * @param chain the case: the id of its inspection
 * @param number 1 for the first of its case
 * @param previous the digest of the one before it; empty for the first
 * @param region of the inspection
 * @param facility the code of the facility
 * @param day the day it happened
 * @param filedOn the day the agency had it in its files: what was known on a day is what was filed by then
 * @param recorded the moment it was written here, by the clock of the machine
 * @param by who entered it; empty if nobody said
 * @param body what happened, in the words of its kind
 */
public record Entry(
        String chain,
        int number,
        String previous,
        String region,
        String facility,
        EntryKind kind,
        LocalDate day,
        LocalDate filedOn,
        String recorded,
        String by,
        JsonNode body) {
    private static final String FORMAT = "qiyue-register/1";
    private static final Set<String> MEMBERS = Set.of(
            "format",
            "case",
            "number",
            "previous",
            "region",
            "facility",
            "kind",
            "day",
            "filedOn",
            "recorded",
            "by",
            "body",
            "digest");

    /** The entry as one line of canonical JSON, its digest within, without a line feed. */
    String line() {
        ObjectNode all = all();
        all.put("digest", digest(all));
        return Receipt.canonical(all);
    }

    /** The digest of all it says, by which the next one names it. */
    public String digest() {
        return digest(all());
    }

    private static String digest(ObjectNode all) {
        return sealed(Receipt.canonical(all));
    }

    /** SHA-256 of a text, as digests are written. */
    static String sealed(String text) {
        return "sha256:" + Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode all() {
        ObjectNode all = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        all.put("format", FORMAT);
        all.put("case", chain);
        all.put("number", number);
        if (!previous.isEmpty()) {
            all.put("previous", previous);
        }
        all.put("region", region);
        all.put("facility", facility);
        all.put("kind", kind.code());
        all.put("day", day.toString());
        all.put("filedOn", filedOn.toString());
        all.put("recorded", recorded);
        if (!by.isEmpty()) {
            all.put("by", by);
        }
        all.set("body", body);
        return all;
    }

    /** What it says of that field of its kind; empty if nothing. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    /** The name of the facility, where it is an inspection. */
    String name() {
        return body.path("document").path("facility").path("name").asText("");
    }

    /** What people call it: its case and number. */
    public String place() {
        return chain + "#" + number;
    }

    /** Whether a line is meant to be an entry. */
    static boolean isOne(JsonNode tree) {
        return tree.path("format").asText().equals(FORMAT);
    }

    /**
     * Reads a line back; throws where it is no entry or was altered.
     *
     * @param place what to call it in problems
     */
    static Entry read(String line, String place) throws Problems {
        JsonNode tree = Sources.own(line, place);
        Set<String> wrong = new TreeSet<>();
        tree.fieldNames().forEachRemaining(n -> {
            if (!MEMBERS.contains(n)) {
                wrong.add(n);
            }
        });
        Optional<EntryKind> kind = EntryKind.of(tree.path("kind").asText());
        Optional<LocalDate> day = day(tree.path("day").asText());
        Optional<LocalDate> filed = day(tree.path("filedOn").asText());
        if (!wrong.isEmpty()
                || !isOne(tree)
                || !tree.path("number").canConvertToInt()
                || !tree.path("body").isObject()
                || kind.isEmpty()
                || day.isEmpty()
                || filed.isEmpty()) {
            throw Problems.one(
                    "not-an-entry",
                    place,
                    new Text(
                            "这不是本版本所识的登记簿条目" + (wrong.isEmpty() ? "" : "：多出 " + String.join("、", wrong)),
                            "this is no entry of a register as this version knows them"
                                    + (wrong.isEmpty() ? "" : ": it also holds " + String.join(", ", wrong))),
                    new Text(
                            "条目由 register … export 写出；较新版本写的，用较新版本读",
                            "entries are written by register … export; what a newer version wrote, read with that version"));
        }
        Entry entry = new Entry(
                tree.path("case").asText(""),
                tree.path("number").asInt(),
                tree.path("previous").asText(""),
                tree.path("region").asText(""),
                tree.path("facility").asText(""),
                kind.get(),
                day.get(),
                filed.get(),
                tree.path("recorded").asText(""),
                tree.path("by").asText(""),
                tree.path("body"));
        if (!entry.digest().equals(tree.path("digest").asText())) {
            throw Problems.one(
                    "entry-altered",
                    place,
                    new Text(
                            "条目 " + entry.place() + " 的内容与其摘要不符：写入之后被改动过",
                            "the entry " + entry.place()
                                    + " does not have the digest it states: it was altered after it was written"),
                    new Text("取备份或原件", "get a backup or the original"));
        }
        return entry;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
