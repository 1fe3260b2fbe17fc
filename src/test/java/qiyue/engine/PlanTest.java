package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision.Note;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What follows from the rules alone: the facts they look at, the questions they put, the ways to their clauses. */
class PlanTest {
    private static final String RULES = """
            package testland.rules2025

            import qiyue.fact.*

            rule "1.1 挂床严重"
            when
                $f : Finding( conduct == "bed-hanging" )
                $a : Answer( question == "serious", about == $f.id, answer != "no" )
            then
                insertLogical( Breach.of( "1.1", $f, $a ) );
            end

            rule "1.1 其他"
            when
                $f : Finding( conduct not in ( "bed-hanging", "split-stay" ) )
                $a : Answer( question == "odd", about == $f.id, answer != "no" )
            then
                insertLogical( Breach.of( "1.1", $f, $a ) );
            end

            rule "1.2 住院而全案属实"
            when
                $s : Stay( plannedOn > admittedOn )
                $c : Charge( stay == $s.id )
                $q : Answer( question == "as-a-whole", about == "case", answer != "no" )
            then
                insertLogical( Breach.of( "1.2", $s, $c, $q ) );
            end

            rule "1.3 分解住院或挂床"
            when
                $f : Finding( conduct in ( "split-stay", "bed-hanging" ) )
                not Parameter( key == "deposit-balance" )
            then
                insertLogical( Breach.of( "1.3", $f ) );
            end

            rule "2.1 申请人"
            when
                $a : Application( )
            then
                insertLogical( Breach.of( "2.1", $a ) );
            end

            rule "3.1 追回"
            when
                $b : Breach( clause in ( "1.1", "1.2" ) )
            then
                insertLogical( Measure.shall( "3.1", "recover", $b ) );
            end

            rule "3.2 追回之后"
            when
                $m : Measure( kind == "recover" )
            then
                insertLogical( Breach.of( "3.2", $m ) );
            end

            rule "3.3 全无"
            when
                $b : Breach( clause == "9.9" )
            then
                insertLogical( Measure.shall( "3.3", "rectify", $b ) );
            end
            """;

    @TempDir
    private static Path folder;

    private static Library library;
    private static Rulebook book;
    private static Plan plan;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, RULES);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, ask: 疑, zh: 甲, en: a}
                  - {id: "1.3", status: encoded, reading: T1, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, reading: T1, ask: 疑, zh: 甲, en: a}
                  - {id: "2.1", status: encoded, zh: 甲, en: a}
                  - {id: "3.1", status: encoded, zh: 甲, en: a}
                  - {id: "3.2", status: encoded, zh: 甲, en: a}
                  - {id: "3.3", status: encoded, zh: 甲, en: a}
                  - {id: "4", status: pending, why: 未, zh: 甲, en: a}
                  - {id: "5", status: no-effect, why: 无, zh: 甲, en: a}
                  - {id: "9.9", status: pending, why: 未, zh: 甲, en: a}
                """);
        rules.write("testland/readings.yaml", """
                readings:
                  T1:
                    question: {zh: 疑, en: a question}
                    taken: {zh: 取, en: what is taken}
                    why: {zh: 因, en: because}
                """);
        rules.change(TinyRules.WORDS, "conducts:", """
                parameters:
                  deposit-balance: {zh: 余额, en: balance}
                  in-force-from: {zh: 施行日, en: in force from}
                record-kinds:
                  stays: {zh: 住院, en: stays}
                  charges: {zh: 明细, en: charge lines}
                  parameters: {zh: 参数, en: parameters}
                  applications: {zh: 申请, en: applications}
                conducts:
                  other: {topic: stays, zh: 其他, en: other}""");
        rules.change(TinyRules.WORDS, "questions:", """
                questions:
                  as-a-whole: {about: case, zh: 全案, en: as a whole, answered-by: inspectors, evidence: {zh: 病历, en: files}}
                  odd: {about: finding, zh: 异常, en: odd, answered-by: inspectors, evidence: {zh: 病历, en: files}}
                  never: {about: finding, zh: 不问, en: never put, answered-by: inspectors, evidence: {zh: 病历, en: files}}""");
        rules.move(TinyRules.SHEET, "testland/annual.txt");
        java.nio.file.Files.delete(folder.resolve("testland/annual.txt"));
    }

    /** Anew for each test: what is worked out once must be worked out right. */
    @BeforeEach
    void load() throws Exception {
        library = Library.load(folder);
        book = library.rulebooks().values().iterator().next();
        plan = Plans.of(library).of(book);
    }

    private static List<Evidence> facts(String rest) throws Exception {
        return Docket.supposed(
                        InspectionReader.read(Sources.json("""
                                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                                 "facility": {"name": "f", "kinds": ["medical"]}, "agreements": [], %s}
                                """.formatted(rest), "t"), library, "t"),
                        library,
                        List.of(book))
                .facts();
    }

    private static Evidence fact(String rest, String id) throws Exception {
        return facts(rest).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static Evidence finding(String conduct) throws Exception {
        return fact(
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"
                        .formatted(conduct),
                "f1");
    }

    private static final String STAY = """
            "records": {"stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-01-01"}],
              "charges": [{"id": "c1", "stay": "s1", "date": "2025-01-02", "category": "bed", "money": {"amount": 1}}]}
            """;

    @Test
    void doubts_are_in_the_order_of_the_ledger_with_their_readings() {
        assertThat(plan.asking())
                .extracting(Plan.Asking::clause, Plan.Asking::note)
                .containsExactly(
                        tuple("1.1", new Note("doubt", "testland/rules-2025#1.1", Map.of())),
                        tuple("1.2", new Note("doubt", "testland/rules-2025#1.2", Map.of("reading", "T1"))));
        assertThat(plan.pending()).isEqualTo(2);
        assertThat(plan.rules()).hasSize(8);
    }

    @Test
    void a_fact_is_read_by_its_type_and_code() throws Exception {
        assertThat(plan.reads(finding("bed-hanging"))).isTrue();
        assertThat(plan.reads(finding("other"))).isTrue();
        assertThat(plan.reads(fact(
                        "\"parameters\": [{\"key\": \"deposit-balance\", \"amount\": 1}]",
                        "parameter:deposit-balance")))
                .isTrue();
        assertThat(plan.reads(fact(
                        "\"parameters\": [{\"key\": \"in-force-from\", \"date\": \"2025-01-01\"}]",
                        "parameter:in-force-from")))
                .isFalse();
        assertThat(plan.reads(fact(
                        "\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-05-06T10:00\"}]}", "u1")))
                .isFalse();
        assertThat(plan.readsType("Stay")).isTrue();
        assertThat(plan.readsType("Answer")).isFalse();
        assertThat(plan.readsType("Upload")).isFalse();
    }

    @Test
    void the_code_of_a_fact_is_its_mark() throws Exception {
        assertThat(Plan.code(finding("other"))).isEqualTo("other");
        assertThat(Plan.code(fact(STAY, "s1"))).isEmpty();
    }

    @Test
    void a_question_is_put_to_the_facts_its_rule_names() throws Exception {
        assertThat(plan.asks("serious", finding("bed-hanging"))).isTrue();
        assertThat(plan.asks("serious", finding("split-stay"))).isFalse();
        assertThat(plan.asks("odd", finding("other"))).isTrue();
        assertThat(plan.asks("odd", finding("split-stay"))).isFalse();
        assertThat(plan.asks("never", finding("bed-hanging"))).isFalse();
        assertThat(plan.asks("serious")).isTrue();
        assertThat(plan.asks("as-a-whole")).isTrue();
        assertThat(plan.asks("never")).isFalse();
    }

    @Test
    void what_rulebooks_look_at_together() throws Exception {
        Sights sights = Plans.of(library).sights(List.of(book));

        assertThat(sights).isSameAs(Plans.of(library).sights(List.of(book)));
        assertThat(sights.questionsOfCase()).containsExactly("as-a-whole");
        assertThat(sights.questions(finding("bed-hanging"))).containsExactly("serious");
        assertThat(sights.questions(finding("other"))).containsExactly("odd");
        assertThat(sights.questions(fact(STAY, "s1"))).isEmpty();
        assertThat(sights.asks("serious", finding("bed-hanging"))).isTrue();
        assertThat(sights.asks("serious", finding("split-stay"))).isFalse();
        assertThat(sights.asks("as-a-whole")).isTrue();
        assertThat(sights.asks("never")).isFalse();
        assertThat(sights.reads(fact(STAY, "s1"))).isTrue();
        assertThat(sights.reads(fact(
                        "\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-05-06T10:00\"}]}", "u1")))
                .isFalse();
        assertThat(sights.readsType("Charge")).isTrue();
        assertThat(sights.readsType("Upload")).isFalse();
        assertThat(sights.looks("Stay")).singleElement().isSameAs(plan.looks("Stay"));
        assertThat(new Sights(List.of(), library.vocabulary()).questionsOfCase())
                .isEmpty();
    }

    @Test
    void rules_look_at_days_that_may_be_left_out() {
        Looks looks = plan.looks("Stay");

        assertThat(looks.events()).containsExactly("plannedOn");
        assertThat(looks.all()).singleElement().satisfies(l -> {
            assertThat(l.clause()).isEqualTo("testland/rules-2025#1.2");
            assertThat(l.events()).containsExactly("plannedOn");
            assertThat(l.own().type()).isEqualTo("Stay");
            assertThat(l.positive()).hasSize(3);
            assertThat(l.guards().get()).isNotEmpty().isSameAs(l.guards().get());
        });
        assertThat(plan.looks("Charge").events()).isEmpty();
        assertThat(plan.looks("Charge").all()).isEmpty();
        assertThat(plan.looks("Stay")).isSameAs(looks);
    }

    @Test
    void a_clause_has_its_routes() {
        assertThat(plan.routes().keySet()).containsExactly("1.1", "1.2", "1.3", "2.1", "3.2");
        assertThat(plan.routes().get("1.1"))
                .extracting(r -> r.rule().name(), Plan.Route::anyConduct, Plan.Route::forApplicants)
                .containsExactly(tuple("1.1 挂床严重", false, false), tuple("1.1 其他", true, false));
        assertThat(plan.routes().get("2.1").get(0).forApplicants()).isTrue();
        assertThat(plan.needs(plan.rules().get(2))).containsExactly("records:stays", "records:charges");
        assertThat(plan.needs(plan.rules().get(3)))
                .containsExactlyInAnyOrder("conduct:bed-hanging", "conduct:split-stay");
        assertThat(plan.needs(plan.rules().get(5))).isEmpty();
    }

    /** A clause that any conduct may meet, and that has no other route, is never examined whole, and not at all where nothing was. */
    @Test
    void a_clause_of_the_rest_alone_is_not_examined_where_nothing_was() {
        Rulebook rest =
                book.with(r -> r.name().equals("1.1 其他") || r.clause().equals("1.3") ? Stream.of(r) : Stream.empty());
        Ways ways = new Ways(List.of(rest), List.of(new Plan(rest)));

        assertThat(states(ways, "\"scope\": {}")).containsEntry("1.1", "not-examined");
        assertThat(states(ways, "\"scope\": {\"conducts\": [\"bed-hanging\", \"split-stay\"]}"))
                .containsEntry("1.1", "partly-examined")
                .containsEntry("1.3", "not-established");
    }

    private static Map<String, String> states(Ways ways, String rest) {
        return Examination.outcomes(
                        ways, Editions.file("2025-06-10", rest), List.of(), List.of(), library.vocabulary(), Map.of())
                .stream()
                .collect(Collectors.toMap(o -> o.clause().replaceAll(".*#", ""), o -> o.state()));
    }

    /** Rules are numbered in the order of files; a clause leads over its own, a rule over those it rests on. */
    @Test
    void clauses_and_rules_are_joined_by_number() {
        Ways ways = Plans.of(library).ways(List.of(book));

        assertThat(ways).isSameAs(Plans.of(library).ways(List.of(book)));
        assertThat(ways.needs())
                .containsExactly(
                        "conduct:bed-hanging",
                        "conduct:split-stay",
                        "records:applications",
                        "records:charges",
                        "records:stays");
        assertThat(ways.clauses())
                .extracting(
                        c -> c.full().replaceAll(".*#", ""),
                        Ways.Clause::forApplicants,
                        c -> Arrays.toString(c.routes()))
                .containsExactly(
                        tuple("1.1", false, "[0]"),
                        tuple("1.3", false, "[3]"),
                        tuple("1.2", false, "[2]"),
                        tuple("2.1", true, "[4]"),
                        tuple("3.2", false, "[6]"));
        assertThat(ways.nodes())
                .extracting(n -> Arrays.toString(n.needs()), n -> Arrays.deepToString(n.under()))
                .containsExactly(
                        tuple("[0]", "[]"),
                        tuple("[]", "[]"),
                        tuple("[4, 3]", "[]"),
                        tuple("[0, 1]", "[]"),
                        tuple("[2]", "[]"),
                        tuple("[]", "[[0, 1, 2]]"),
                        tuple("[]", "[[5]]"),
                        tuple("[]", "[[]]"));
    }

    @Test
    void rules_that_some_facts_can_meet() throws Exception {
        assertThat(slice("\"findings\": []")).isEqualTo(bits());
        assertThat(slice(STAY)).isEqualTo(bits());
        assertThat(
                        slice(
                                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"))
                .isEqualTo(bits(3));
    }

    /** With the questions of the facts: what rests on a rule follows, however far. */
    @Test
    void what_rests_on_rules_that_can_be_met_can_be_met() throws Exception {
        assertThat(group(STAY)).isEqualTo(bits(2, 5, 6));
        assertThat(
                        group(
                                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"))
                .isEqualTo(bits(0, 3, 5, 6));
        assertThat(
                        group(
                                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"other\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"))
                .isEqualTo(bits(1, 5, 6));
    }

    private static BitSet slice(String rest) throws Exception {
        return Plans.of(library).slices(List.of(book)).of(facts(rest)).rules().get(0);
    }

    private static BitSet group(String rest) throws Exception {
        var docket = Docket.supposed(
                InspectionReader.read(Sources.json("""
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]}, "agreements": [], %s}
                        """.formatted(rest), "t"), library, "t"), library, List.of(book));
        return docket.groups().get(0).slice().rules().get(0);
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    @Test
    void the_part_for_applicants_is_worked_out_once() {
        Plans plans = Plans.of(Editions.library());

        assertThat(plans.forApplicants(book)).isEmpty();
        assertThat(plans.forApplicants(Editions.book("edition-2025"))
                        .orElseThrow()
                        .rules())
                .hasSize(1);
        assertThat(plans.forApplicants(Editions.book("edition-2025")))
                .isSameAs(plans.forApplicants(Editions.book("edition-2025")));
    }

    @Test
    void two_books_have_a_slice_each() throws Exception {
        Rulebook other = Editions.book("edition-2025");
        Plans plans = Plans.of(Editions.library());
        Rulebook first = Editions.book("edition-2024");
        List<BitSet> slices = plans.slices(List.of(first, other))
                .of(Editions.facts(Editions.docket("2024-06-10", """
                                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01"}]
                                """), "edition-2024"))
                .rules();

        assertThat(slices).containsExactly(bits(0), bits(0, 7, 8, 9));
    }
}
