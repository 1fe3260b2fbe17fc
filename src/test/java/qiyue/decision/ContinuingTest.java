package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What lies after a term is under the agreement that goes on, or may; under none that had ended otherwise. */
class ContinuingTest {
    private static final LocalDate AFTER = LocalDate.of(2023, 6, 10);

    private static CaseFile file(String... agreements) throws Problems {
        return naming("", agreements);
    }

    /** The charge names that agreement. */
    private static CaseFile naming(String agreement, String... agreements) throws Problems {
        return InspectionReader.read(
                Sources.json(
                        """
                        {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-07-01"}, "scope": {},
                         "facility": {"name": "甲", "kinds": ["rehabilitation"]},
                         "agreements": [%s],
                         "records": {"charges": [
                          {"id": "c1", "date": "2023-06-10", "category": "bed", "money": {"amount": 1}%s}]}}
                        """.formatted(
                                        String.join(", ", agreements),
                                        agreement.isEmpty() ? "" : ", \"agreement\": \"" + agreement + "\""),
                        "test"),
                Shipped.library(),
                "test");
    }

    private static String agreement(String id, String answers) {
        return "{\"id\": \"" + id + "\", \"kind\": \"rehabilitation\", \"from\": \"2023-01-01\", \"to\": \"2023-05-31\""
                + answers + "}";
    }

    private static Continuing continuing(CaseFile file, boolean over) {
        Renewals renewals = new Renewals(Shipped.library().vocabulary().treatment("xilingol"), file);
        return new Continuing(file, renewals, (a, day) -> over);
    }

    private static Optional<Evidence> under(Continuing continuing, CaseFile file) {
        return continuing.under(file.records().charges().get(0), AFTER, AFTER, true);
    }

    private static List<String> supposed(Continuing continuing) {
        return continuing.supposing(Basis.on("c1").on(AFTER).breach("x/y#1")).open();
    }

    private static String question() {
        return Shipped.library().vocabulary().treatment("xilingol").prolonging();
    }

    @Test
    void under_an_agreement_that_had_ended_nothing_goes_on() throws Problems {
        CaseFile file = file(agreement("a1", ""));

        assertThat(under(continuing(file, true), file)).isEmpty();
        assertThat(under(continuing(file, false), file))
                .map(f -> ((Charge) f).agreement())
                .contains("a1");
    }

    @Test
    void what_rests_on_it_supposes_that_it_went_on_while_nobody_says() throws Problems {
        CaseFile open = file(agreement("a1", ""));
        Continuing asked = continuing(open, false);
        under(asked, open);
        assertThat(supposed(asked)).containsExactly(question() + "@a1=yes");

        CaseFile said = file(agreement("a1", ", \"answers\": {\"" + question() + "\": \"yes\"}"));
        Continuing sure = continuing(said, false);
        under(sure, said);
        assertThat(supposed(sure)).isEmpty();
    }

    /** Of two that ran out on one day it names neither; one that is known to go on is enough. */
    @Test
    void of_several_that_ran_out_on_one_day_it_names_none() throws Problems {
        CaseFile open = file(agreement("a1", ""), agreement("a2", ""));
        Continuing both = continuing(open, false);
        assertThat(under(both, open)).map(f -> ((Charge) f).agreement()).contains("");
        assertThat(supposed(both)).containsExactly(question() + "@a1=yes", question() + "@a2=yes");

        CaseFile one = file(agreement("a1", ""), agreement("a2", ", \"answers\": {\"" + question() + "\": \"yes\"}"));
        Continuing enough = continuing(one, false);
        under(enough, one);
        assertThat(supposed(enough)).isEmpty();
    }

    @Test
    void what_asked_the_question_itself_keeps_its_own_answer() throws Problems {
        CaseFile open = file(agreement("a1", ""));
        Continuing asked = continuing(open, false);
        under(asked, open);

        String no = question() + "@a1=no";
        assertThat(asked.supposing(Basis.on("c1").on(AFTER).open(no).breach("x/y#1"))
                        .open())
                .containsExactly(no);
    }

    /** The last that ran out before: none that ran out earlier, none whose term is still to come or that does not go on. */
    @Test
    void it_is_the_last_that_ran_out_before_those_days() throws Problems {
        String earlier = agreement("a0", "").replace("2023-01-01", "2022-01-01").replace("2023-05-31", "2022-12-31");
        String later = agreement("a2", "").replace("2023-01-01", "2023-07-01").replace("2023-05-31", "2024-06-30");
        CaseFile three = file(earlier, agreement("a1", ""), later);
        Continuing asked = continuing(three, false);
        CaseFile no = file(agreement("a1", ", \"answers\": {\"" + question() + "\": \"no\"}"));

        assertThat(under(asked, three)).map(f -> ((Charge) f).agreement()).contains("a1");
        assertThat(supposed(asked)).containsExactly(question() + "@a1=yes");
        assertThat(under(continuing(no, false), no)).as("it does not go on").isEmpty();
        assertThat(under(continuing(file(later), false), file(later)))
                .as("none ran out")
                .isEmpty();
    }

    @Test
    void a_fact_that_names_its_agreement_is_under_no_other() throws Problems {
        CaseFile two = naming("a2", agreement("a1", ""), agreement("a2", ""));
        Continuing named = continuing(two, false);

        assertThat(under(named, two)).map(f -> ((Charge) f).agreement()).contains("a2");
        assertThat(supposed(named)).containsExactly(question() + "@a2=yes");
    }

    /** Of a fact that lies there in part only what speaks of those days supposes it. */
    @Test
    void what_speaks_of_other_days_of_a_fact_supposes_nothing() throws Problems {
        CaseFile open = file(agreement("a1", ""));
        Continuing part = continuing(open, false);
        part.under(open.records().charges().get(0), AFTER, AFTER.plusDays(2), false);

        for (int days : List.of(0, 2)) {
            assertThat(part.supposing(Basis.on("c1").on(AFTER.plusDays(days)).breach("x/y#1"))
                            .open())
                    .as("%s days on", days)
                    .containsExactly(question() + "@a1=yes");
        }
        for (int days : List.of(-1, 3)) {
            assertThat(part.supposing(Basis.on("c1").on(AFTER.plusDays(days)).breach("x/y#1"))
                            .open())
                    .as("%s days on", days)
                    .isEmpty();
        }
    }

    /** A duty that comes with a measure hangs on that; one of facts hangs on what they suppose. */
    @Test
    void of_duties_only_those_of_facts_suppose_it() throws Problems {
        CaseFile open = file(agreement("a1", ""));
        Continuing asked = continuing(open, false);
        under(asked, open);

        assertThat(asked.supposing(Basis.on("c1").on(AFTER).duty("x/y#1", "explain", ""))
                        .open())
                .containsExactly(question() + "@a1=yes");
        assertThat(asked.supposing(Basis.on("c1").on(AFTER).duty("x/y#1", "explain", "refuse"))
                        .open())
                .isEmpty();
        assertThat(asked.supposing(Basis.on("c2").on(AFTER).breach("x/y#1")).open())
                .as("of another fact")
                .isEmpty();
    }

    @Test
    void without_facts_nothing_goes_on() throws Problems {
        CaseFile open = file(agreement("a1", ""));
        Renewals renewals = new Renewals(Shipped.library().vocabulary().treatment("xilingol"), open);

        assertThat(under(Continuing.none(open, renewals), open)).isEmpty();
    }
}
