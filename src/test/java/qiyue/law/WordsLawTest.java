package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.report.TextReport;
import qiyue.suite.Case;

/** A Chinese decision is in words: no code of the vocabulary stands in it, but in the ids the document itself gave and those of clauses. */
class WordsLawTest {
    private static final int OF_HUNDRED = Integer.getInteger("qiyue.share", 20);
    private static final Pattern CODE =
            Pattern.compile("(?<![A-Za-z0-9#〔./-])[a-z]+(?:-[a-z0-9]+)+(?![A-Za-z0-9/.#-])");

    @Test
    void no_code_stands_in_a_chinese_decision() {
        Set<String> found = new TreeSet<>();
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            String given = tested.given().toString();
            try {
                String text = TextReport.of(Judge.decision(tested.given()), Shipped.library(), "zh");
                for (String line : text.split("\n")) {
                    Matcher code = CODE.matcher(line.startsWith("规则册") ? "" : line);
                    while (code.find()) {
                        if (!given.contains("\"" + code.group() + "\"") || !idOf(given, code.group())) {
                            found.add(code.group() + ": " + tested.file() + ": " + tested.name() + ": " + line.strip());
                        }
                    }
                }
            } catch (Problems e) {
                // a case of a mistake in the input has no decision
            }
        }
        assertThat(found).as(() -> String.join("\n", found)).isEmpty();
    }

    @Test
    void an_earlier_measure_of_two_kinds_is_asked_which_it_was() throws Exception {
        String text = TextReport.of(Judge.decision(new ObjectMapper().readTree("""
                        {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-09-10", "decidedOn": "2025-09-20"},
                         "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                         "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                                       "money": {"amount": 100}}],
                         "history": {"measures": [{"id": "h2", "kind": "suspend-or-end", "cause": "force-majeure",
                                                   "decidedOn": "2025-06-01", "agreement": "a1"}]}}""")), Shipped.library(), "zh");
        assertThat(text).contains("以往处理 h2（中止或终止协议（择一））实际是哪一种").doesNotContain("未载明：措施");
    }

    private static boolean idOf(String given, String word) {
        return given.contains("\"id\":\"" + word + "\"");
    }
}
