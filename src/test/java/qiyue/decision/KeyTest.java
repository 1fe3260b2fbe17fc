package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.CaseFile;

/** To what a measure belongs, and what a key reaches. */
class KeyTest {
    private static final CaseFile ONE = Document.of("""
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();
    private static final CaseFile TWO = Document.of("""
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();

    private static final Basis FACT = Basis.on("f1").department("骨科").people("张", "李");

    private static Key key(String subject, CaseFile file) {
        return Key.of(FACT.shall("x/y#1", "criticise").on(subject), file);
    }

    @Test
    void only_whom_it_strikes_is_part_of_the_key() {
        assertThat(key("facility", TWO).who()).isEmpty();
        assertThat(key("agency", TWO).who()).isEmpty();
        assertThat(key("department", TWO).who()).isEqualTo("骨科");
        assertThat(key("person", TWO).who()).isEqualTo("张,李");
        assertThat(key("person", TWO).subject()).isEqualTo("person");
    }

    @Test
    void what_names_no_agreement_is_under_the_only_one() {
        assertThat(key("facility", ONE).agreement()).isEqualTo("m");
        assertThat(key("facility", TWO).agreement()).isEmpty();
        assertThat(Key.agreement("r", ONE)).isEqualTo("r");
    }

    @Test
    void persons_are_named_where_persons_are_struck() {
        assertThat(new Key("m", "person", "张,李").people()).containsExactly("张", "李");
        assertThat(new Key("m", "person", "").people()).isEmpty();
        assertThat(new Key("m", "department", "骨科").people()).isEmpty();
    }

    @Test
    void the_facility_embraces_departments_and_persons_under_its_agreement() {
        Key whole = new Key("m", "facility", "");

        assertThat(whole.embraces(new Key("m", "department", "骨科"))).isTrue();
        assertThat(whole.embraces(new Key("m", "person", "张"))).isTrue();
        assertThat(whole.embraces(new Key("r", "department", "骨科"))).isFalse();
        assertThat(whole.embraces(new Key("m", "worker", ""))).isFalse();
        assertThat(whole.embraces(whole)).isFalse();
        assertThat(new Key("m", "department", "骨科").embraces(new Key("m", "person", "张")))
                .isFalse();
    }

    @Test
    void a_choice_concerns_what_is_under_its_agreement_or_under_none() {
        Key key = new Key("m", "facility", "");

        assertThat(key.concerns(Basis.on("f1").under("m").shall("x/y#1", "rectify"), "m"))
                .isTrue();
        assertThat(key.concerns(Basis.on("f1").under("r").shall("x/y#1", "rectify"), "r"))
                .isFalse();
        assertThat(key.concerns(Basis.on("f1").shall("x/y#1", "rectify"), "")).isTrue();
        assertThat(new Key("", "facility", "")
                        .concerns(Basis.on("f1").under("r").shall("x/y#1", "rectify"), "r"))
                .isTrue();
    }

    @Test
    void a_choice_on_a_department_concerns_that_one_and_what_names_none() {
        Key key = new Key("m", "department", "骨科");

        assertThat(key.concerns(Basis.on("f1").under("m").department("骨科").breach("x/y#1"), "m"))
                .isTrue();
        assertThat(key.concerns(Basis.on("f1").under("m").department("内科").breach("x/y#1"), "m"))
                .isFalse();
        assertThat(key.concerns(Basis.on("f1").under("m").breach("x/y#1"), "m")).isTrue();
        assertThat(key.concerns(Basis.on("f1").under("r").department("骨科").breach("x/y#1"), "r"))
                .isFalse();
        assertThat(new Key("m", "facility", "")
                        .concerns(Basis.on("f1").under("m").department("内科").breach("x/y#1"), "m"))
                .isTrue();
    }

    @Test
    void a_choice_on_persons_concerns_what_names_one_of_them_or_nobody() {
        Key key = new Key("m", "person", "张,李");

        assertThat(key.concerns(Basis.on("f1").under("m").people("李", "王").breach("x/y#1"), "m"))
                .isTrue();
        assertThat(key.concerns(Basis.on("f1").under("m").people("王").breach("x/y#1"), "m"))
                .isFalse();
        assertThat(key.concerns(Basis.on("f1").under("m").breach("x/y#1"), "m")).isTrue();
    }

    @Test
    void keys_stand_by_agreement_then_subject_then_whom() {
        Key a = new Key("m", "department", "b");
        Key b = new Key("m", "facility", "a");
        Key c = new Key("m", "facility", "b");
        Key d = new Key("r", "department", "a");

        assertThat(List.of(d, c, b, a).stream().sorted().toList()).containsExactly(a, b, c, d);
        assertThat(a.compareTo(new Key("m", "department", "b"))).isZero();
    }
}
