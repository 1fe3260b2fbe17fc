package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Qiyue;
import qiyue.check.Coherence;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Question;
import qiyue.engine.Evaluator;
import qiyue.fact.FactKind;
import qiyue.form.Kind;
import qiyue.intake.FactList;
import qiyue.intake.InspectionReader;
import qiyue.intake.Schemas;
import qiyue.intake.Skeleton;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.shape.Field;

/** Fields that a vocabulary adds to the program's own kinds of record: read, checked, judged and asked for like its own. */
class AddedFieldsTest {
    private static final String FIELDS = """
            band: {type: code, zh: 等级, en: band, codes: {high: {zh: 高, en: high}, low: {zh: 低, en: low}}}
            marks: {type: number, zh: 分值（分）, en: "marks, points"}
            toldOn: {type: day, zh: 告知日, en: day told}
            heardAt: {type: time, zh: 得知时间, en: time heard}
            toldAt: {type: time, zh: 告知时间, en: time told}
            signed: {type: yes-no, zh: 是否签字, en: whether signed}
            """;

    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void words() throws Exception {
        region = NewRegion.in(folder);
    }

    /** Adds fields to a kind that the vocabulary labels, as the shipped one labels all that stand in records. */
    private void adds(String kind) throws Exception {
        String labelled = Set.of("findings", "facility", "measures").contains(kind)
                ? ""
                : "record-kinds: {" + kind + ": {zh: 某种, en: a kind}}\n";
        region.rules()
                .write(
                        "vocabulary/more.yaml",
                        labelled + "record-fields:\n  " + kind + ":\n" + FIELDS.indent(4)
                                + "actors: {facility: {zh: 机构, en: facility}}\n");
    }

    private void charge(String constraint) throws Exception {
        adds("charges");
        region.clause("4", """
                when
                    $c : Charge( %s )
                then
                    insertLogical( Measure.shall( "4", "rectify", $c ) );
                """.formatted(constraint));
    }

    private static String charged(String fields) {
        return ", \"records\": {\"charges\": [{\"id\": \"c1\", \"date\": \"2025-05-06\", \"category\": \"drug\","
                + " \"money\": {\"amount\": 100.00}" + fields + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "band == \"high\" | , \"band\": \"high\" | 1",
                "band == \"high\" | , \"band\": \"low\" | 0",
                "marks > 3.5 | , \"marks\": 3.5 | 0",
                "marks > 3.5 | , \"marks\": 3.6 | 1",
                "signed == \"no\" | , \"signed\": \"no\" | 1",
                "daysBetween( date, toldOn ) > 10 | , \"toldOn\": \"2025-05-16\" | 0",
                "daysBetween( date, toldOn ) > 10 | , \"toldOn\": \"2025-05-17\" | 1",
                "toldOn > date | , \"toldOn\": \"none\" | 1",
                "hoursBetween( heardAt, toldAt ) > 24 | , \"heardAt\": \"2025-05-06T08:00:00\", \"toldAt\": \"2025-05-07T08:00:00\" | 0",
                "hoursBetween( heardAt, toldAt ) > 24 | , \"heardAt\": \"2025-05-06T08:00:00\", \"toldAt\": \"2025-05-07T08:01:00\" | 1",
                "hoursBetween( heardAt, toldAt ) >= 0 | , \"heardAt\": \"2025-05-06T08:00:00\", \"toldAt\": \"none\" | 0",
                "toldAt > hoursLater( heardAt, 24 ) | , \"heardAt\": \"2025-05-06T08:00:00\", \"toldAt\": \"none\" | 1",
                "dateOf( toldAt ) > date | , \"toldAt\": \"2025-05-06T23:59:00\" | 0",
                "dateOf( toldAt ) > date | , \"toldAt\": \"2025-05-07T00:00:00\" | 1",
            })
    void a_field_added_is_tested_like_any_other(String constraint, String fields, int met) throws Exception {
        charge(constraint);

        Decision decision = region.decide(charged(fields));

        assertThat(decision.measures()).hasSize(met);
        assertThat(decision.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marks > 3 | marks | marks, points",
                "signed != \"no\" | signed | whether signed",
                "daysBetween( date, toldOn ) > 10 | toldOn | day told",
                "dateOf( toldAt ) > date | toldAt | time told",
            })
    void what_is_left_out_decides_nothing_and_is_asked_for(String constraint, String field, String meaning)
            throws Exception {
        charge(constraint);

        Decision decision = region.decide(charged(""));

        assertThat(decision.measures()).isEmpty();
        assertThat(decision.questions()).extracting(Question::field).contains(field);
        assertThat(region.text(charged(""), "en")).contains(meaning);
    }

    /** A share of what a stay cost is taken among its lines, and no more than there is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"shareOf( $s.money.amount, 5 ) | 50.00", "sumOf( $s.money.amount, 1 ) | 1000.00"})
    void a_part_of_the_cost_of_a_stay_is_taken_among_its_lines(String part, BigDecimal taken) throws Exception {
        region.rules()
                .write(
                        "vocabulary/more.yaml",
                        "record-kinds: {charges: {zh: 明细, en: charge lines}}\n"
                                + "measures: {refuse-part: {zh: 拒付一部分, en: a part refused, money: refuse}}\n");
        region.clause("4", """
                when
                    $s : Stay( money.amount > 0 )
                then
                    insertLogical( Measure.shall( "4", "refuse-part", $s ).costing( $s.part( %s ) ) );
                """.formatted(part));

        Decision decision = region.decide(
                ", \"records\": {\"stays\": [{\"id\": \"s1\", \"worker\": \"甲\","
                        + " \"admittedOn\": \"2025-05-01\"}], \"charges\": ["
                        + "{\"id\": \"c1\", \"stay\": \"s1\", \"date\": \"2025-05-02\", \"category\": \"drug\", \"money\": {\"amount\": 600.00}},"
                        + "{\"id\": \"c2\", \"stay\": \"s1\", \"date\": \"2025-05-03\", \"category\": \"test\", \"money\": {\"amount\": 400.00}}]}");

        assertThat(decision.measures()).extracting(m -> m.amount()).containsExactly(taken);
    }

    @Test
    void findings_take_fields_and_conclusions_read_them() throws Exception {
        adds("findings");
        region.clause("4", """
                when
                    $f : Finding( marks > 0, band == "high" )
                then
                    insertLogical( Duty.shall( "4", "notify", $f ).by( "facility" ).within( 5, "working-days", $f.date ).done( $f.toldOn ) );
                """);
        region.rules().write("vocabulary/steps.yaml", "acts: {notify: {zh: 告知职工, en: tell the worker}}\n");
        String finding = """
                , "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "band": "high",
                   "marks": 2, "toldOn": "2025-05-07", "answers": {"serious": "no"}}]""";

        assertThat(region.decide(finding).duties())
                .extracting(d -> d.act() + " " + d.due())
                .containsExactly("notify 2025-05-13");
        assertThatThrownBy(
                        () -> region.decide(finding.replace("high", "highest").replace("marks", "scores")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.all())
                                .extracting(Problem::pointer)
                                .containsExactlyInAnyOrder("/findings/0/band", "/findings/0/scores"));
    }

    static Stream<String> kinds() {
        return OwnFields.takingFields().stream();
    }

    /** One way for all of them: rules, the schema, tables and the list of facts know what is added. */
    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_record_takes_fields(String kind) throws Exception {
        adds(kind);
        String type = FactKind.all().stream()
                .filter(k -> k.place().endsWith("/" + kind))
                .findFirst()
                .orElseThrow()
                .name();
        region.clause("4", """
                when
                    $x : %s( marks > 3, toldOn > day, band in ( "high", "low" ), signed == "yes" )
                then
                    insertLogical( Measure.shall( "4", "rectify", $x ) );
                """.formatted(type));
        Library library = Library.load(region.rules().root());

        assertThat(Coherence.among(library, library.rulebooks().keySet(), true))
                .extracting(Problem::code)
                .doesNotContain("code-unused");
        JsonNode schema = Schemas.inspection(library.vocabulary());
        assertThat(schema.at("/$defs/" + type + "/properties/band/enum").toString())
                .contains("high");
        assertThat(library.vocabulary().own().added().get(kind).fields())
                .extracting(Field::name)
                .contains("band", "marks", "toldOn", "signed");
        // the facility is no table
        assertThat(Kind.all(library.vocabulary()).stream()
                        .filter(k -> k.shape().fields().stream()
                                .anyMatch(f -> f.name().equals("marks"))))
                .hasSize(kind.equals("facility") ? 0 : 1);
        assertThat(FactList.of(library.vocabulary(), "zh")).contains("分值（分）").doesNotContain("figureOf");
    }

    /** What is no record of the inspection takes them too: applications, steps, what happened before, the facility. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "applications | Application | , \"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-06\", \"marks\": %s}]",
                "handling | Act | , \"handling\": [{\"id\": \"h1\", \"act\": \"written-notice\", \"actor\": \"facility\", \"date\": \"2025-05-06\", \"marks\": %s}]",
                "measures | PriorMeasure | , \"history\": {\"measures\": [{\"id\": \"m1\", \"kind\": \"rectify\", \"cause\": \"violation\", \"decidedOn\": \"2025-02-06\", \"marks\": %s}]}",
                "facility | Facility | , \"marks\": %s",
            })
    void they_are_read_and_judged_wherever_they_stand(String kind, String type, String stated) throws Exception {
        adds(kind);
        region.rules().append("vocabulary/more.yaml", "measure-causes: {violation: {zh: 违约, en: violation}}\n");
        region.clause("4", """
                when
                    $x : %s( marks > 3 )
                then
                    insertLogical( Measure.shall( "4", "rectify", $x ) );
                """.formatted(type));

        assertThat(decided(kind, stated.formatted("4")).measures()).hasSize(1);
        assertThat(decided(kind, stated.formatted("3")).measures()).isEmpty();
        assertThat(decided(kind, stated.replaceAll(",? ?\"marks\": %s", "")).questions())
                .extracting(Question::field)
                .contains("marks");
    }

    private Decision decided(String kind, String stated) throws Exception {
        if (!kind.equals("facility")) {
            return region.decide(stated);
        }
        Library library = Library.load(region.rules().root());
        String text =
                region.inspection("").text().replace("\"kinds\": [\"medical\"]", "\"kinds\": [\"medical\"]" + stated);
        return new Evaluator(library, folder.resolve("models"))
                .evaluate(InspectionReader.read(Sources.json(text, "i.json"), library, "i.json"), "input");
    }

    /** What kept a clause from being met is told in the words of the vocabulary. */
    @Test
    void it_is_explained_in_its_own_words() throws Exception {
        charge("money.amount > 50, marks > 3.5");

        assertThat(Qiyue.open(region.rules().root(), folder.resolve("models"), Set.of())
                        .explain(region.inspection(charged(", \"marks\": 2")), List.of("4"))
                        .clauses()
                        .toString())
                .contains("分值（分）");
    }

    /** A form offers a field to the regions whose rules read it, in the words of the vocabulary. */
    @Test
    void a_form_offers_what_a_rule_reads_in_its_words() throws Exception {
        charge("band == \"high\"");
        List<Skeleton.Column> columns =
                Skeleton.of(Library.load(region.rules().root()), "testland", "").parts().stream()
                        .filter(p -> p.path().equals("records.charges"))
                        .flatMap(p -> p.columns().stream())
                        .filter(c -> c.field().declared())
                        .toList();

        assertThat(columns).extracting(c -> c.field().name()).containsExactly("band");
        assertThat(columns.get(0).codes()).extracting(c -> c.label().zh()).contains("高", "低");
    }

    @Test
    void what_is_added_wrongly_is_told_with_its_place_and_where_it_belongs() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                record-kinds:
                  charges: {zh: 收费明细, en: charges, fields: {extra: {type: text, zh: 另, en: more}}}
                record-fields:
                  charge: {marks: {type: number, zh: 分, en: points}}
                  agreements: {marks: {type: number, zh: 分, en: points}}
                  stays:
                    admittedOn: {type: day, zh: 入院日, en: day of admission}
                    date: {type: hours, zh: 时, en: hours}
                    ward: {type: text, required: true, zh: 病区, en: ward}
                """);

        List<Problem> problems = region.rules().problems();
        assertThat(problems)
                .extracting(Problem::pointer)
                .contains(
                        "/record-kinds/charges/fields",
                        "/record-fields/charge",
                        "/record-fields/agreements",
                        "/record-fields/stays/admittedOn",
                        "/record-fields/stays/date/type",
                        "/record-fields/stays/ward/required");
        assertThat(problems)
                .filteredOn(p -> p.pointer().equals("/record-kinds/charges/fields"))
                .extracting(p -> p.fix().zh())
                .containsExactly("写成 record-fields: {charges: {字段: …}}");
        assertThat(problems)
                .filteredOn(p -> p.pointer().equals("/record-fields/agreements"))
                .extracting(p -> p.fix().zh())
                .containsExactly("协议的约定写在 agreement-terms");
    }
}
