package qiyue.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.problem.Program;
import qiyue.problem.Text;
import qiyue.rulebook.Library;

/**
 * Many decisions taken together, one after another: nothing is held of a decision but what it adds to sums and a digest of its id,
 * so a million take little more memory than their facilities do.
 */
public final class Tally implements AutoCloseable {
    /** More agencies are not kept apart. */
    private static final int MOST_AGENCIES = 5_000;

    private final Labels labels;
    private final Listing listing;
    private final int mostRows;
    private final boolean rows;
    private final Facilities facilities = new Facilities();
    private final Repeats repeats = new Repeats();
    private final Map<String, Agency> agencies = new HashMap<>();
    private final Map<String, Integer> conducts = new HashMap<>();
    private long decisions;
    private long parts;
    private long errors;
    private final Ids refusals = new Ids();
    private long refused;
    private long must;

    /** The sums of an agency; money in cents. */
    static final class Agency {
        final String region;
        final String name;
        int inspections;
        int withMust;
        long borne;

        Agency(String region, String name) {
            this.region = region;
            this.name = name;
        }
    }

    /**
     * An empty tally.
     *
     * @param rows whether the rows of a workbook are put aside
     */
    public Tally(Library library, String lang, boolean rows) throws IOException {
        this(library, lang, rows, Book.MOST_ROWS);
    }

    Tally(Library library, String lang, boolean rows, int mostRows) throws IOException {
        this.labels = new Labels(library, lang);
        this.listing = new Listing(labels);
        this.rows = rows;
        this.mostRows = mostRows;
    }

    /** Takes a decision as {@code evaluate --format ndjson} writes it. */
    public void add(JsonNode decision) throws IOException {
        if (repeats.is(decision)) {
            return;
        }
        decisions++;
        parts += Decisions.isPart(decision) ? 1 : 0;
        facilities.add(decision);
        agency(decision);
        for (JsonNode fact : decision.path("facts")) {
            if (fact.path("kind").asText().equals("Finding")) {
                conducts.merge(fact.path("code").asText(), 1, Integer::sum);
            }
        }
        if (rows) {
            listing.add(decision);
        }
    }

    private void agency(JsonNode decision) {
        String region = decision.path("region").asText();
        String name = decision.path("agency").asText("");
        String key = region + "\u0000" + (agencies.size() < MOST_AGENCIES ? name : "");
        Agency agency = agencies.computeIfAbsent(key, k -> new Agency(region, name));
        agency.inspections++;
        boolean some = false;
        for (JsonNode measure : decision.path("measures")) {
            some |= Decisions.part(measure).equals("must");
        }
        agency.withMust += some ? 1 : 0;
        must += some ? 1 : 0;
        for (String head : Facilities.HEADS) {
            agency.borne += Math.max(0, Decisions.cents(decision.path("money").path(head)));
        }
    }

    /** Takes a line as {@code evaluate --errors} writes it. */
    public void error(JsonNode error) throws IOException {
        errors++;
        // an inspection has a line for each thing wrong with it
        if (refusals.add(
                error.path("source").asText() + "\u0000" + error.path("line").asText())) {
            refused++;
        }
        if (rows) {
            listing.error(error);
        }
    }

    /** What is to be said of decisions on an inspection that came before and was counted once. */
    public Optional<Text> repeats() {
        return repeats.count() > 0 ? Optional.of(repeats.words()) : Optional.empty();
    }

    /** How many decisions were taken. */
    public long decisions() {
        return decisions;
    }

    /** Writes the workbook. */
    public void workbook(OutputStream out) throws IOException {
        listing.facilities(facilities);
        Book book = new Book(labels, mostRows);
        book.write(out, summary(book), listing);
    }

    private List<List<Object>> summary(Book book) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of(labels.t("处理意见汇总", "Decisions taken together")));
        lines.add(List.of(labels.t("处理意见份数", "decisions"), number(decisions)));
        lines.add(List.of(labels.t("其中有必须采取的措施", "with measures that must be taken"), number(must)));
        lines.add(List.of(labels.t("机构数", "facilities"), facilities.list().size()));
        lines.add(List.of(labels.t("有错误、没有作出意见的文书份数", "inspections refused"), number(refused)));
        lines.add(List.of(labels.t("其中的错误处数", "problems in them"), number(errors)));
        lines.add(List.of(labels.t("机构负担合计（元）", "borne by facilities (yuan)"), Decisions.yuan(borne())));
        lines.add(List.of(labels.t("汇总程序", "program"), Program.id()));
        lines.add(List.of(""));
        lines.add(List.of(labels.t("各表", "Sheets")));
        for (Table table : Table.values()) {
            long count = listing.rows(table).count();
            lines.add(List.of(
                    table.title().in(labels.lang()),
                    number(count),
                    book.sheets(count) > 1
                            ? labels.t(
                                    "一张表放不下（Excel 最多 1,048,576 行），分为 " + book.sheets(count) + " 张",
                                    "more rows than a sheet holds (1,048,576 in Excel): on " + book.sheets(count)
                                            + " sheets")
                            : ""));
        }
        lines.add(List.of(""));
        lines.add(List.of(labels.t("如何读", "How to read it")));
        for (String remark : remarks()) {
            lines.add(List.of(remark));
        }
        return lines;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                labels.t(
                        "“必须”是现状下应当发生的；“可以”由经办机构选择；“尚未确定”取决于问题、选择或核实。",
                        "must: what has to happen as things stand; may: the agency's choice; open: hangs on questions, choices or confirmation."));
        remarks.add(
                labels.t(
                        "机构负担合计只计必须的金额，每一元只计一次；“金额已全”为否的，另有金额尚待查明。",
                        "borne by the facility: only what must move, every yuan once; where sums are not complete, more is not yet known."));
        remarks.add(
                labels.t(
                        "机构按代码识别；没有代码的按地区和名称逐字相同识别。个人姓名不列入。",
                        "Facilities are told apart by code; without one by region and name exactly as written. Names of people are not carried over."));
        if (parts > 0) {
            remarks.add(labels.t(
                    "其中 " + parts + " 份是 --only 输出的部分意见，略去的措施不在表中。",
                    parts + " of them are parts written with --only; what was left out there is not here."));
        }
        if (repeats.count() > 0) {
            remarks.add(repeats.words().in(labels.lang()) + labels.t("。", "."));
        }
        if (facilities.beyond() > 0) {
            remarks.add(labels.t(
                    "机构多于 " + Facilities.MOST + " 家，其余机构的 " + facilities.beyond() + " 份意见不在机构表中。",
                    "more than " + Facilities.MOST + " facilities: " + facilities.beyond()
                            + " decisions on the others are not in the sheet of facilities."));
        }
        return remarks;
    }

    /** What a page shows of it. */
    public Overview overview() {
        return Overview.of(this);
    }

    private static Object number(long number) {
        return number <= Integer.MAX_VALUE ? (Object) (int) number : String.valueOf(number);
    }

    long borne() {
        long sum = 0;
        for (Agency agency : agencies.values()) {
            sum += agency.borne;
        }
        return sum;
    }

    Labels labels() {
        return labels;
    }

    Facilities facilities() {
        return facilities;
    }

    Map<String, Agency> agencies() {
        return agencies;
    }

    Map<String, Integer> conducts() {
        return conducts;
    }

    long must() {
        return must;
    }

    long errors() {
        return errors;
    }

    long refused() {
        return refused;
    }

    long parts() {
        return parts;
    }

    @Override
    public void close() throws IOException {
        listing.close();
    }
}
