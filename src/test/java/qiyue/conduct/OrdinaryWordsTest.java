package qiyue.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.rulebook.Rulebook;

/** What is found in published cases: the word an auditor would type leads to a conduct, and every region has a clause for it. */
class OrdinaryWordsTest {
    @ParameterizedTest
    @CsvSource({
        "假住院, fake-stay, medical rehabilitation",
        "空刷, fake-stay, medical rehabilitation",
        "空床, bed-hanging, medical rehabilitation",
        "员工住院, staff-as-patients, medical rehabilitation",
        "借卡就医, impersonated-treatment, medical rehabilitation",
        "返现, patients-paid, medical rehabilitation assistive-device",
        "免费接送, patients-paid, medical rehabilitation assistive-device",
        "医托, intermediaries-paid, medical rehabilitation assistive-device",
        "回扣, kickbacks, medical rehabilitation assistive-device",
        "无证, unlicensed-staff, medical rehabilitation assistive-device",
        "代签, signed-for-absent, medical rehabilitation assistive-device",
        "开单提成, pay-tied-to-charges, medical rehabilitation assistive-device",
        "押卡, cards-held, medical rehabilitation assistive-device",
        "串换, covered-items-swapped, medical rehabilitation assistive-device",
        "以药换物, items-swapped, medical rehabilitation assistive-device",
        "一人工伤全家吃药, rider-prescriptions, medical rehabilitation",
        "更换标准, device-scope-widened, assistive-device",
        "以次充好, device-product-nonconforming, assistive-device",
        "未交付, device-false-documents, assistive-device",
        "伪造配置记录, records-fabricated, assistive-device",
        "照片造假, photo-composed, assistive-device",
        "篡改病历, records-forged, medical rehabilitation",
        "虚记, services-invented, medical rehabilitation assistive-device",
        "没做, unperformed-billed, medical rehabilitation assistive-device",
        "套餐, excessive-treatment, medical rehabilitation",
        "小病大养, stay-without-indication, medical rehabilitation",
        "压床, delayed-discharge, medical rehabilitation",
        "挂靠, departments-leased, medical rehabilitation assistive-device",
        "代刷, standing-lent, medical rehabilitation assistive-device",
        "倒卖, drug-reselling, medical rehabilitation",
        "骗保, fraud, medical rehabilitation assistive-device",
        "推诿病人, service-refused, medical rehabilitation",
        "拒收病人, service-refused, medical rehabilitation",
        "不让检查, supervision-refused, medical rehabilitation assistive-device",
        "人证不符, impersonated-treatment, medical rehabilitation"
    })
    void a_word_of_published_cases_leads_to_a_conduct_and_a_clause(String word, String conduct, String kinds) {
        ConductSearch.Found found = ConductSearch.of(Shipped.library(), List.of(word));

        assertThat(found.exact()).as(word).isTrue();
        ConductRow row = found.rows().stream()
                .limit(3)
                .filter(r -> r.code().equals(conduct))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + ": "
                        + found.rows().stream().map(ConductRow::code).toList()));
        for (Cell cell : row.cells()) {
            Rulebook book = Shipped.library().rulebooks().get(cell.rulebook());
            if (book != null
                    && Set.of(kinds.split(" ")).stream().anyMatch(book.info().kinds()::contains)) {
                assertThat(cell.clauses())
                        .as(conduct + " in " + cell.rulebook())
                        .isNotEmpty();
            }
        }
    }

    /** Whole phrases, as rules on the medical fund and reports write them, are no name of a conduct and lead to the nearest. */
    @ParameterizedTest
    @CsvSource({
        "串换药品、医用耗材、诊疗项目和服务设施, items-swapped",
        "重复收费、超标准收费、分解项目收费, split-charging",
        "诱导、协助他人冒名或者虚假就医、购药, false-treatment-assisted",
        "过度诊疗、过度检查, excessive-treatment",
        "虚构医药服务项目, services-invented",
        "超量开药行为, excess-supply",
        "配置不合格的假肢, device-product-nonconforming",
        "医生收回扣, kickbacks",
        "没有签知情同意书, consent-not-obtained"
    })
    void a_phrase_leads_to_what_it_speaks_of(String phrase, String conduct) {
        assertThat(ConductSearch.of(Shipped.library(), List.of(phrase)).rows().stream()
                        .limit(3)
                        .map(ConductRow::code))
                .contains(conduct);
        var vocabulary = Shipped.library().vocabulary();
        assertThat(vocabulary
                        .meant(phrase, "conducts", vocabulary.codes("conducts"))
                        .zh())
                .contains(conduct);
    }

    /** What people call a conduct leads to it wherever it is written, before whatever only looks like it. */
    @Test
    void what_a_conduct_is_called_goes_before_what_is_only_like_it() {
        var vocabulary = Shipped.library().vocabulary();
        Map<String, Set<String>> called = new TreeMap<>();
        ConductMap.of(Shipped.library())
                .rows()
                .forEach(r -> r.words()
                        .forEach(w ->
                                called.computeIfAbsent(w, x -> new TreeSet<>()).add(r.code())));
        assertThat(called).containsEntry("无证行医", Set.of("unlicensed-staff"));
        called.forEach((word, conducts) -> {
            ConductSearch.Found found = ConductSearch.of(Shipped.library(), List.of(word));
            assertThat(found.rows().stream().limit(found.called()).map(ConductRow::code))
                    .as(word)
                    .containsAll(conducts);
            String fix = vocabulary
                    .meant(word, "conducts", vocabulary.codes("conducts"))
                    .zh();
            assertThat(fix).as(word).startsWith("写代码：");
            assertThat(Pattern.compile("[a-z-]+(?=（)").matcher(fix).results().map(MatchResult::group))
                    .as(word)
                    .containsExactlyInAnyOrderElementsOf(conducts);
        });
    }
}
