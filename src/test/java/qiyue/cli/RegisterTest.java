package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.problem.Problems;
import qiyue.register.EntryKind;
import qiyue.register.Proceeding;
import qiyue.register.Register;

/** The register by its verbs: what is entered, what of it comes into the next decision, and what is refused. */
class RegisterTest {
    private static final String CASE = "检〔2025〕1号";

    @TempDir
    private Path folder;

    private Path register() {
        return folder.resolve("r.db");
    }

    private static String document(String id, String day, String facility, String more) {
        return """
                {"region": "beijing",
                 "inspection": {"id": "%s", "agency": "某区中心", "inspectedOn": "%s"},
                 "scope": {"topics": ["admissions"]},
                 "facility": {%s, "kinds": ["rehabilitation"], "level": "tier-2"},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "%s", "worker": "王小明",
                               "money": {"amount": 500}}]%s}
                """.formatted(id, day, facility, day, more);
    }

    private static final String OWN = "\"name\": \"甲医院\", \"code\": \"BJ-1\"";

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run verb(String... words) {
        return Run.of(Stream.concat(Stream.of("register", register().toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private void done(String... words) {
        Run run = verb(words);
        assertThat(run.code()).as("%s%n%s", List.of(words), run.err()).isZero();
    }

    /** A suspension of two months, chosen, served, run out, resumed. */
    private void suspended() throws IOException {
        Path first = written("first.json", document(CASE, "2025-03-10", OWN, ""));
        done("add", first.toString(), "--filed", "2025-03-10", "--by", "王敏");
        done(
                "choose",
                CASE,
                "--take",
                "suspend-agreement",
                "--months",
                "2",
                "--on",
                "2025-03-20",
                "--filed",
                "2025-03-20");
        done("deliver", CASE, "--on", "2025-03-25", "--filed", "2025-03-26");
        done("end", CASE, "suspend-agreement", "--on", "2025-05-24", "--filed", "2025-05-26");
        done("resume", CASE, "suspend-agreement", "--on", "2025-05-30", "--filed", "2025-05-30");
    }

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private Run evaluated(String text, String... more) throws IOException {
        Path next = written("next.json", text);
        return Run.of(Stream.concat(
                        Stream.of("evaluate", "--register", register().toString(), next.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode decided(String text) throws IOException {
        return json(evaluated(text, "--format", "json"));
    }

    private static List<String> breaches(JsonNode decision) {
        List<String> all = new ArrayList<>();
        decision.path("breaches")
                .forEach(b -> all.add(
                        b.path("clause").asText() + " " + b.path("certainty").asText()));
        return all;
    }

    @Test
    void what_was_chosen_and_served_decides_like_the_history_a_person_writes() throws IOException {
        suspended();
        String next = document("检〔2025〕9号", "2025-09-10", OWN, "");
        String byHand = next.replaceFirst("\\}\\s*$", """
                , "history": {"measures": [
                   {"id": "检〔2025〕1号-rectify", "kind": "rectify", "cause": "violation", "decidedOn": "2025-03-20",
                    "from": "2025-03-25", "agreement": "a1"},
                   {"id": "检〔2025〕1号-suspend-agreement", "kind": "suspend-agreement", "cause": "violation",
                    "decidedOn": "2025-03-20", "from": "2025-03-25", "until": "2025-05-24", "resumedOn": "2025-05-30",
                    "agreement": "a1"}]}}
                """);
        JsonNode looked = decided(next);
        JsonNode written = json(Run.of(
                "evaluate", "--format", "json", written("hand.json", byHand).toString()));

        assertThat(breaches(looked)).contains("beijing/rules-2025#19.3 conditional");
        assertThat(RegisterLivesTest.plain(looked)).isEqualTo(RegisterLivesTest.plain(written));
        assertThat(looked.path("notes").toString()).contains("from-register", CASE + "#3", "sha256:");
        assertThat(evaluated(next).out()).contains("从登记簿带入", "中止（暂停）服务协议　决定 2025-03-20　自 2025-03-25 至 2025-05-24");
    }

    @Test
    void what_lasts_until_an_event_says_so() throws IOException {
        Path first = written("first.json", """
                {"region": "jinhua",
                 "inspection": {"id": "i1", "agency": "某区中心", "inspectedOn": "2023-06-10", "decidedOn": "2023-06-15"},
                 "scope": {},
                 "facility": {"name": "甲医院", "code": "JH-1", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2023-01-01", "to": "2023-12-31"}],
                 "parameters": [{"key": "in-force-from", "date": "2021-01-01"}],
                 "records": {"investigations": [{"id": "v1", "openedOn": "2023-06-01", "closedOn": "none"}]}}
                """);
        done("add", first.toString(), "--filed", "2023-06-15");
        done("choose", "i1", "--take", "suspend-payment", "--on", "2023-06-15", "--filed", "2023-06-15");
        done("deliver", "i1", "--on", "2023-06-20", "--filed", "2023-06-20");

        assertThat(verb("show", "i1").out()).contains("决定 2023-06-15　自 2023-06-20 直至调查、处理结束");
        assertThat(json(verb("show", "i1", "--format", "json")).path("served").toString())
                .contains("\"untilEvent\":\"handling-ended\"");
    }

    @Test
    void a_choice_of_the_case_itself_and_its_service_are_in_its_decision() throws IOException {
        suspended();
        JsonNode decision = decided(document(CASE, "2025-03-10", OWN, ""));

        assertThat(decision.path("today").asText()).isEqualTo("2025-03-20");
        List<String> chosen = new ArrayList<>();
        decision.path("measures").forEach(m -> {
            if (m.path("choice").asText().equals("taken")) {
                chosen.add(m.path("kind").asText() + " "
                        + m.path("chosen").path("from").asText() + " "
                        + m.path("chosen").path("until").asText());
            }
        });
        assertThat(chosen).containsOnly("suspend-agreement 2025-03-25 2025-05-24");
    }

    @Test
    void what_the_document_states_already_is_not_doubled_and_blanks_are_filled() throws IOException {
        suspended();
        JsonNode decision = decided(document("9", "2025-09-10", OWN, """
                , "history": {"measures": [{"id": "h", "kind": "suspend-agreement", "cause": "violation",
                  "decidedOn": "2025-03-20", "agreement": "a1"}]}"""));

        assertThat(decision.path("notes").toString()).contains("stated", "from,until,resumedOn");
        assertThat(breaches(decision)).contains("beijing/rules-2025#19.3 conditional");
        assertThat(decision.toString()).doesNotContain(CASE + "-suspend-agreement");
    }

    @Test
    void contradictions_name_both_places() throws IOException {
        suspended();
        Run other = evaluated(document("9", "2025-09-10", OWN, """
                , "history": {"measures": [{"id": "h", "kind": "suspend-agreement", "cause": "violation",
                  "decidedOn": "2025-03-22", "from": "2025-03-25", "agreement": "a1"}]}"""));
        assertThat(other.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(other.err()).contains("/history/measures/0/decidedOn", "2025-03-22", CASE + "#3", "2025-03-20");

        Run complete = evaluated(document("9", "2025-09-10", OWN, ", \"history\": {}")
                .replace(
                        "\"topics\": [\"admissions\"]",
                        "\"topics\": [\"admissions\"], \"records\": {\"history\": \"complete\"}"));
        assertThat(complete.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(complete.err()).contains("/scope/records/history", CASE + "#3");

        Run term = evaluated(document("9", "2025-09-10", OWN, "").replace("2025-12-31", "2026-06-30"));
        assertThat(term.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(term.err()).contains("/agreements/0", "2025-12-31");
    }

    @Test
    void an_agreement_is_the_same_by_kind_and_term_whatever_it_is_called() throws IOException {
        suspended();
        assertThat(breaches(decided(document("9", "2025-09-10", OWN, "").replace("\"a1\"", "\"协2025\""))))
                .contains("beijing/rules-2025#19.3 conditional");
        // that of the year after may bear the same id: it is another, and what was taken under the first is told apart
        JsonNode later = decided(document("9", "2026-09-10", OWN, "")
                .replace("2025-01-01", "2026-01-01")
                .replace("2025-12-31", "2026-12-31"));
        assertThat(later.path("notes").toString()).contains(CASE + "-a1");
        assertThat(breaches(later)).doesNotContain("beijing/rules-2025#19.3 conditional");
    }

    @Test
    void a_facility_is_known_by_its_code_alone() throws IOException {
        suspended();
        Run without = evaluated(document("9", "2025-09-10", "\"name\": \"甲医院\"", ""));
        assertThat(without.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(without.err()).contains("机构代码", "BJ-1（甲医院）");

        Run another = evaluated(document("9", "2025-09-10", "\"name\": \"甲 医院\", \"code\": \"BJ-2\"", ""));
        assertThat(another.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(another.err()).contains("BJ-1（甲医院）", "--facility");

        Run answered = evaluated(document("9", "2025-09-10", "\"name\": \"甲医院\"", ""), "--facility", "BJ-1");
        assertThat(answered.out()).contains("第十九条第（三）项");
        Run denied = evaluated(
                document("9", "2025-09-10", "\"name\": \"甲医院\", \"code\": \"BJ-2\"", ""), "--facility", "BJ-2");
        assertThat(denied.out()).contains("没有机构 BJ-2 以往的案件").doesNotContain("解除服务协议");
    }

    @Test
    void what_was_known_on_a_day_is_what_was_filed_by_then() throws IOException {
        suspended();
        assertThat(verb("show", CASE, "--at", "2025-03-24").out())
                .contains("3  2025-03-20")
                .doesNotContain("已送达");
        assertThat(verb("show", CASE, "--at", "2025-03-26").out())
                .contains("已送达的处理", "至 2025-05-24")
                .doesNotContain("恢复 ");
        assertThat(verb("show", CASE).out()).contains("恢复 2025-05-30");
        assertThat(evaluated(document("9", "2025-09-10", OWN, ""), "--register-at", "2025-03-24")
                        .out())
                .contains("没有带入", "没有送达");
    }

    @Test
    void a_length_beyond_the_clause_is_told_in_the_language_of_the_reader() throws IOException {
        String xilingol = document(CASE, "2025-03-10", OWN, "")
                .replace("\"beijing\"", "\"xilingol\"")
                .replace("bed-hanging", "social-impact");
        done("add", written("first.json", xilingol).toString());

        assertThat(verb(
                                "choose",
                                CASE,
                                "--take",
                                "suspend-service",
                                "--subject",
                                "facility",
                                "--months",
                                "6",
                                "--on",
                                "2025-03-20")
                        .out())
                .contains("（条款：2 至 3 个月）")
                .doesNotContain("months", "2..3");
    }

    @Test
    void what_is_not_served_or_was_withdrawn_is_no_history() throws IOException {
        Path first = written("first.json", document(CASE, "2025-03-10", OWN, ""));
        done("add", first.toString());
        done("choose", CASE, "--take", "suspend-agreement", "--months", "2", "--on", "2025-03-20");
        String next = document("9", "2025-09-10", OWN, "");
        String second = "beijing/rules-2025#19.3 conditional";
        assertThat(evaluated(next).out()).contains("还没有送达");
        assertThat(breaches(decided(next))).doesNotContain(second);
        done("deliver", CASE, "--on", "2025-03-25");
        assertThat(breaches(decided(next))).contains(second);
        done("appeal", CASE, "suspend-agreement", "--on", "2025-04-10");
        assertThat(decided(next).path("notes").toString()).contains("\"appealed\":\"yes\"");
        assertThat(breaches(decided(next))).contains(second);
        done("withdraw", CASE, "suspend-agreement", "--on", "2025-06-01");
        assertThat(evaluated(next).out()).contains("已撤销");
        assertThat(breaches(decided(next))).doesNotContain(second);
        // what happened after the day of handling was not so then
        assertThat(breaches(decided(document("9", "2025-05-10", OWN, "")))).contains(second);
    }

    @Test
    void who_names_no_measure_is_told_which_were_served() throws IOException {
        suspended();

        for (String verb : List.of("resume", "withdraw", "end", "appeal")) {
            Run none = verb(verb, CASE, "--on", "2025-06-01");
            assertThat(none.code()).isEqualTo(Main.BAD_INPUT);
            assertThat(none.err()).as(verb).contains("没有写明是哪一项处理措施", "中止（暂停）服务协议 suspend-agreement a1");
        }
        assertThat(verb("resume", CASE, "--on", "2025-06-01", "--lang", "en").err())
                .contains("no measure is named", "suspend-agreement");
    }

    @Test
    void what_stands_already_is_not_entered_again() throws IOException {
        suspended();
        Path first = folder.resolve("first.json");
        // decided again with the day of service; once more, and nothing has changed
        assertThat(verb("add", first.toString(), "--filed", "2025-06-01").out()).contains("已登记 处理意见");
        String before = verb("verify").out();
        assertThat(verb("add", first.toString(), "--filed", "2025-06-01").out()).contains("没有重复登记");
        assertThat(verb("choose", CASE, "--take", "suspend-agreement", "--months", "2", "--on", "2025-03-20")
                        .out())
                .contains("没有重复登记");
        assertThat(verb("deliver", CASE, "--on", "2025-03-25").out()).contains("没有重复登记");
        assertThat(verb("resume", CASE, "suspend-agreement", "--on", "2025-05-30")
                        .out())
                .contains("没有重复登记");
        assertThat(verb("verify").out()).isEqualTo(before);
    }

    /** Served without its choice by mistake, then chosen and served anew on the same day. */
    @Test
    void a_decision_chosen_anew_may_be_served_on_the_same_day() throws IOException {
        String id = "京石检〔2025〕21号";
        done("add", "samples/beijing-combined.json");
        done("deliver", id, "--on", "2025-09-04");
        done("choose", id, "--take", "中止服务协议", "--months", "2", "--on", "2025-09-01");
        assertThat(verb("show", id).out()).doesNotContain("中止（暂停）服务协议　决定");

        assertThat(verb("deliver", id, "--on", "2025-09-04").out()).contains("已登记 送达");
        assertThat(verb("show", id).out()).contains("中止（暂停）服务协议　决定 2025-09-01　自 2025-09-04 至 2025-11-03");
        assertThat(verb("deliver", id, "--on", "2025-09-04").out()).contains("没有重复登记");
    }

    @Test
    void a_document_changed_after_the_defence_is_decided_again_and_asks_for_the_choice_again() throws IOException {
        suspended();
        done("defend", CASE, "--on", "2025-06-02", "--note", "患者请假");
        Path again = written("again.json", document(CASE, "2025-03-10", OWN, "").replace("confirmed", "suspected"));
        assertThat(verb("add", again.toString()).out()).contains("检查文书、处理意见", "此前的选择不再算，仍要的重新登记：中止（暂停）服务协议 采取 2 个月");
        // until the decision again is served, that which was served stands
        assertThat(verb("show", CASE).out()).contains("陈述申辩", "已送达的处理");
        assertThat(decided(document(CASE, "2025-03-10", OWN, "").replace("confirmed", "suspected"))
                        .toString())
                .doesNotContain("\"choice\":\"taken\"");
    }

    @Test
    void what_cannot_be_is_refused_with_its_fix() throws IOException {
        suspended();
        record Try(List<String> words, String says) {}
        for (Try each : List.of(
                new Try(List.of("choose", CASE, "--take", "terminate"), "不在此案可以选择之列"),
                new Try(List.of("choose", CASE, "--take", "suspend-agrement"), "suspend-agreement"),
                new Try(List.of("choose", "检〔2025〕2号", "--take", "terminate"), CASE),
                new Try(List.of("deliver", CASE, "--on", "2025-03-01"), "早于决定之日"),
                new Try(List.of("end", CASE, "terminate"), "没有已送达的"),
                new Try(List.of("end", CASE, "suspend-agreement", "--on", "2025-01-01"), "早于作出处理之日"),
                new Try(List.of("end", CASE, "suspend-agreement", "--on", "2025-03-22"), "早于处理的第一日 2025-03-25"),
                new Try(List.of("resume", CASE, "suspend-agreement", "--on", "2025-03-22"), "withdraw"),
                new Try(List.of("deliver", CASE, "--on", "2025-07-01", "--filed", "2025-01-01"), "早于此案前一项的归档日"),
                new Try(List.of("deliver", CASE, "--filed", "2999-01-01"), "还没有到"),
                new Try(
                        List.of("assess", CASE, "--year", "2025", "--result", "passed", "--agreement", "x"),
                        "没有协议 x"))) {
            Run run = verb(each.words().toArray(String[]::new));
            assertThat(run.code()).as("%s", each.words()).isEqualTo(Main.BAD_INPUT);
            assertThat(run.err()).as("%s", each.words()).contains(each.says(), "改法");
        }
        Path foreign =
                written("foreign.json", document(CASE, "2025-03-10", "\"name\": \"乙医院\", \"code\": \"BJ-7\"", ""));
        assertThat(verb("add", foreign.toString()).err()).contains("BJ-1", "BJ-7");
    }

    /** What an earlier release let in: a register that holds it is still read, and says where it does not fit. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "9999", "1000000000000", "-3"})
    void a_length_no_choice_may_have_is_told_and_can_be_mended(String months) throws IOException, Problems {
        String text = document(CASE, "2025-03-10", OWN, "");
        done("add", written("first.json", text).toString(), "--filed", "2025-03-10");
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("measure", "suspend-agreement").put("choice", "taken").put("months", new BigDecimal(months));
        LocalDate day = LocalDate.of(2025, 3, 20);
        try (Register register = Register.open(register())) {
            Proceeding before = register.proceeding(CASE);
            register.add(
                    before.subject(),
                    before.entries().size(),
                    List.of(new Register.Draft(EntryKind.CHOICE, day, body)),
                    new Register.Filing(day, ""));
        }
        assertThat(verb("verify").code()).isZero();
        assertThat(verb("show", CASE).out()).contains(months + " 个月");
        Run own = evaluated(text);
        assertThat(own.code()).as(own.err()).isEqualTo(Main.BAD_INPUT);
        assertThat(own.err()).contains("/choices/0/months", "改法").doesNotContain("内部错误");
        done("deliver", CASE, "--on", "2025-03-25", "--filed", "2025-03-26");
        Run next = evaluated(document("检〔2025〕9号", "2025-09-10", OWN, ""));
        assertThat(next.err()).doesNotContain("内部错误");

        done(
                "choose",
                CASE,
                "--take",
                "suspend-agreement",
                "--months",
                "2",
                "--on",
                "2025-03-27",
                "--filed",
                "2025-03-27");
        done("deliver", CASE, "--on", "2025-03-28", "--filed", "2025-03-28");
        assertThat(evaluated(text).code()).isZero();
        assertThat(evaluated(document("检〔2025〕9号", "2025-09-10", OWN, "")).code())
                .isZero();
    }

    @Test
    void what_must_be_is_not_on_offer_and_measures_go_by_their_names() throws IOException {
        String sample = "samples/beijing-combined.json";
        assertThat(verb("add", sample).out())
                .contains("必须 ", "限期整改；可以选择 中止（暂停）服务协议 suspend-agreement")
                .doesNotContain("限期整改 rectify");
        assertThat(verb("choose", "京石检〔2025〕21号", "--take", "约谈", "--on", "2025-08-28")
                        .out())
                .contains("；已选 约谈；");
        assertThat(verb("choose", "京石检〔2025〕21号", "--take", "suspend-staff", "--on", "2025-08-28")
                        .err())
                .contains("，科室 骨科；", "，责任人员 ")
                .doesNotContain("department 骨科");
        assertThat(verb("show").out()).startsWith("京石检〔2025〕21号");
        done("add", "samples/beijing-second-suspension.json");
        assertThat(verb("show").err()).contains("写明看哪一案", "京石检〔2025〕21号", "京昌检〔2025〕33号");
    }

    /** A paper is drawn from the case of the register, with what the agency chose and when it told the facility. */
    @Test
    void a_paper_takes_its_case_from_the_register() throws IOException {
        done("add", "samples/beijing-combined.json");
        String id = "京石检〔2025〕21号";
        done("deliver", id, "--notice", "defence", "--on", "2025-08-28");
        done("choose", id, "--take", "suspend-agreement", "--months", "2", "--on", "2025-09-05");
        done("choose", id, "--decline", "suspend-payment", "--on", "2025-09-05");
        Path paper = folder.resolve("决定.html");

        Run run = Run.of(
                "notice", "--register", register() + "", "--case", id, "--kind", "decision", "--out", paper.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(paper))
                .contains("中止（暂停）服务协议，2 个月", "已于2025年8月28日将事实、条款和拟作出的处理书面告知你单位")
                .doesNotContain("是否、何时已将");
        assertThat(Run.of("notice", "--case", id, "--kind", "decision", "--out", paper.toString())
                        .code())
                .isEqualTo(Main.BAD_INPUT);
        assertThat(Run.of(
                                "notice",
                                "--register",
                                register() + "",
                                "--case",
                                "京石检〔2025〕22号",
                                "--kind",
                                "decision",
                                "--out",
                                paper + "")
                        .err())
                .contains("登记簿中没有案件", id);
    }

    /** A paper served after the decision tells nobody before it. */
    @Test
    void what_was_served_after_the_decision_was_not_told_before_it() throws IOException {
        done("add", "samples/beijing-combined.json");
        String id = "京石检〔2025〕21号";
        done("deliver", id, "--on", "2025-10-01");
        done("deliver", id, "--notice", "defence", "--on", "2025-10-20");
        Path paper = folder.resolve("决定.html");

        Run.of("notice", "--register", register() + "", "--case", id, "--kind", "decision", "--out", paper.toString());

        assertThat(Files.readString(paper)).contains("是否、何时已将").doesNotContain("2025年10月20日");
    }

    @Test
    void an_assessment_comes_in_as_one() throws IOException {
        suspended();
        done("assess", CASE, "--year", "2024", "--result", "failed", "--score", "55", "--on", "2025-06-10");
        assertThat(evaluated(document("9", "2025-09-10", OWN, "")).out()).contains("年度考核 2024 不合格");
        Run against = evaluated(document("9", "2025-09-10", OWN, """
                , "history": {"assessments": [{"id": "k", "year": 2024, "result": "passed"}]}"""));
        assertThat(against.err()).contains("/history/assessments/0/result", CASE + "#");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + register());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void the_file_itself_refuses_changes() throws Exception {
        suspended();
        for (String each : List.of(
                "UPDATE entry SET line = '' WHERE sequence = 3",
                "DELETE FROM entry WHERE sequence = 7",
                "UPDATE state SET count = 2",
                "DELETE FROM state",
                "INSERT INTO entry SELECT 40, 'x', 1, kind, facility, name, 'y', line, seal FROM entry WHERE sequence = 1")) {
            Assertions.assertThatThrownBy(() -> sql(each)).as(each).hasMessageContaining("only added to");
        }
    }

    @Test
    void verify_names_what_was_altered_taken_out_put_in_or_moved() throws Exception {
        suspended();
        String seal = verb("verify").out().replaceFirst("(?s).*封签 (\\S+)\\s*", "$1");
        byte[] whole = Files.readAllBytes(register());
        record Harm(List<String> sql, String says) {}
        for (Harm harm : List.of(
                new Harm(
                        List.of("UPDATE entry SET line = replace(line, '2025-03-25', '2025-04-25') WHERE sequence = 5"),
                        CASE + "#5"),
                new Harm(List.of("UPDATE entry SET facility = 'BJ-3' WHERE sequence = 2"), "第 2 项的栏目"),
                new Harm(List.of("DELETE FROM entry WHERE sequence = 6"), "第 6 项不在了"),
                new Harm(
                        List.of(
                                "UPDATE entry SET sequence = 99 WHERE sequence = 6",
                                "UPDATE entry SET sequence = 6 WHERE sequence = 7",
                                "UPDATE entry SET sequence = 7 WHERE sequence = 99"),
                        "应接第 6 项"),
                new Harm(List.of("DELETE FROM entry WHERE sequence = 7"), "有 7 项，现有 6 项"),
                new Harm(
                        List.of(
                                "DELETE FROM entry WHERE sequence = 7",
                                "UPDATE state SET count = 6, seal = (SELECT seal FROM entry WHERE sequence = 6)"),
                        "与另存的封签 7:"))) {
            Files.write(register(), whole);
            sql("DROP TRIGGER entry_stays", "DROP TRIGGER entry_is_kept", "DROP TRIGGER state_counts");
            sql(harm.sql().toArray(String[]::new));
            Run run = verb("verify", "--seal", seal);
            assertThat(run.code()).as("%s", harm).isEqualTo(Main.FAILED);
            assertThat(run.err()).as("%s", harm).contains(harm.says(), "触发器 entry_is_kept");
        }
        Files.write(register(), whole);
        assertThat(verb("verify", "--seal", seal).code()).isZero();
    }

    @Test
    void a_newer_layout_and_files_of_another_kind_are_refused_untouched() throws Exception {
        suspended();
        sql("PRAGMA user_version = 2");
        Run newer = verb("list");
        assertThat(newer.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(newer.err()).contains("第 2 版");

        for (String text : List.of("SQLite is not this", "{}", "\0\0\0\0")) {
            Files.writeString(register(), text);
            assertThat(verb("add", folder.resolve("first.json").toString()).err())
                    .contains("不是登记簿");
            assertThat(Files.readString(register())).isEqualTo(text);
        }
        Files.delete(register());
        sql("CREATE TABLE t (x)");
        byte[] other = Files.readAllBytes(register());
        assertThat(verb("add", folder.resolve("first.json").toString()).err()).contains("不是登记簿");
        assertThat(Files.readAllBytes(register())).isEqualTo(other);
    }

    /** What is there where the program was killed before its first write stood. */
    @Test
    void a_register_whose_making_was_cut_short_says_so_and_is_made_by_the_next_try() throws Exception {
        Path first = written("first.json", document(CASE, "2025-03-10", OWN, ""));
        Files.createFile(register());
        assertThat(verb("verify").err()).contains("建立时中断", "再做一次").doesNotContain("另取一个文件名");
        assertThat(Files.size(register())).isZero();
        done("add", first.toString());
        done("verify");
    }

    @Test
    void exported_entries_go_in_once_whole_and_never_beside_another_continuation() throws Exception {
        suspended();
        Path export = folder.resolve("e.ndjson");
        done("export", "--out", export.toString());
        String seal = verb("verify").out();
        assertThat(verb("import", export.toString()).out()).contains("收入 0 项，已有 7 项");
        assertThat(verb("verify").out()).isEqualTo(seal);

        // an older copy, restored: what it lacks comes in, nothing twice
        Path old = folder.resolve("old.db");
        List<String> lines = Files.readAllLines(export);
        Run cut = Run.of(
                "register",
                old.toString(),
                "import",
                written("cut.ndjson", String.join("\n", lines.subList(0, 4))).toString());
        assertThat(cut.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(cut.err()).contains("没有结束行");
        assertThat(Run.of("register", old.toString(), "verify").out()).contains("共 0 案 0 项");
        assertThat(Run.of("register", old.toString(), "import", export.toString())
                        .out())
                .contains("收入 7 项，已有 0 项");
        assertThat(Run.of("register", old.toString(), "verify").out()).isEqualTo(seal);

        done("defend", CASE, "--on", "2025-06-03", "--note", "此处");
        assertThat(Run.of("register", old.toString(), "defend", CASE, "--on", "2025-06-04", "--note", "彼处")
                        .code())
                .isZero();
        done("export", "--out", export.toString());
        Run fork = Run.of("register", old.toString(), "import", export.toString());
        assertThat(fork.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(fork.err()).contains("第 8 项", "2025-06-03", "2025-06-04", old.toString());

        List<String> moved = new ArrayList<>(Files.readAllLines(export));
        moved.add(5, moved.remove(2));
        Run order = Run.of(
                "register",
                folder.resolve("x.db").toString(),
                "import",
                written("m.ndjson", String.join("\n", moved)).toString());
        assertThat(order.err()).contains("应接第 3 项");
        String altered = Files.readString(export).replace("此处", "他处");
        assertThat(Run.of(
                                "register",
                                folder.resolve("y.db").toString(),
                                "import",
                                written("a.ndjson", altered).toString())
                        .err())
                .contains("改动过");
    }

    @Test
    void english_readers_get_english() throws IOException {
        suspended();
        assertThat(verb("show", CASE, "--lang", "en").out()).contains("measures served", "resumed 2025-05-30");
        assertThat(verb("end", CASE, "terminate", "--lang", "en").err()).contains("no terminate was served", "fix:");
        assertThat(evaluated(document("9", "2025-09-10", OWN, ""), "--lang", "en")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("taken from the register", "until 2025-05-24");
    }

    @Test
    void every_verb_has_an_example_and_both_languages() {
        for (String each : List.of(
                "add",
                "list",
                "show",
                "choose",
                "deliver",
                "defend",
                "end",
                "resume",
                "appeal",
                "withdraw",
                "assess",
                "export",
                "import",
                "verify")) {
            Run help = Run.of("register", each, "--help");
            assertThat(help.code()).as(each).isZero();
            assertThat(help.out())
                    .as(each)
                    .contains("qiyue register 2025.db " + each)
                    .containsPattern("\\p{IsHan}");
        }
    }
}
