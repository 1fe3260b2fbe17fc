package qiyue.suite;

import java.util.List;
import java.util.function.Predicate;
import qiyue.rulebook.Vocabulary;

/** Drafts of rules and cases in codes that the vocabulary has, so that a draft loads as it stands. */
final class StubCodes {
    private final Vocabulary vocabulary;

    StubCodes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String conduct() {
        return code("conducts", "other-violation", e -> true);
    }

    /** A question about findings. */
    String question() {
        return code(
                "questions",
                "good-reason",
                e -> e.properties().getOrDefault("about", "").equals("finding"));
    }

    /** A measure that moves no money and leaves the agreement alone. */
    String plainMeasure() {
        return code(
                "measures",
                "interview",
                e -> e.properties().getOrDefault("money", "").isEmpty()
                        && e.properties().getOrDefault("level", "").isEmpty());
    }

    String act() {
        return code("acts", "written-notice", e -> true);
    }

    String actor() {
        return code("actors", "facility", e -> true);
    }

    /** That code, or the first that will do where the vocabulary has not got it. */
    private String code(String list, String wanted, Predicate<Vocabulary.Entry> which) {
        List<String> fit = vocabulary.entries(list).stream()
                .filter(which)
                .map(Vocabulary.Entry::code)
                .toList();
        return fit.contains(wanted) || fit.isEmpty() ? wanted : fit.get(0);
    }

    /** A rule that finds a breach. */
    String breach(String clause, String title) {
        return """
                // 待填：第几条；为什么这样写
                rule "%1$s %2$s"
                when
                    $f : Finding( conduct == "%3$s" )
                then
                    insertLogical( Breach.of( "%1$s", $f ) );
                end
                """.formatted(clause, title, conduct());
    }

    /** A rule that says what follows from the breaches of its article. */
    String measure(String clause, String title) {
        return """
                // 待填：第几条；“可以”写 may，“应当”写 shall
                rule "%1$s %2$s"
                when
                    $b : Breach( article == %3$s, item > 0 )
                then
                    insertLogical( Measure.may( "%1$s", "%4$s", $b ) );
                end
                """.formatted(clause, title, clause.replaceFirst("\\..*", ""), plainMeasure());
    }

    /** What the cases of a file share. */
    String base(String region, String kind, String day) {
        return """
                # 先照文本手算结果，再运行；从程序输出抄来的期望不算用例。
                base:
                  region: %s
                  inspection: {id: i1, inspectedOn: %s}
                  scope: {}
                  facility: {name: 甲机构, kinds: [%s]}
                  agreements: [{id: a1, kind: %s, from: %s, to: %s}]
                cases:
                """.formatted(region, day, kind, kind, day.substring(0, 4) + "-01-01", day.substring(0, 4) + "-12-31");
    }

    /** A case of one finding. */
    String aCase(String clause, int number, String day, boolean measure) {
        return """
                  - name: 待填：%1$s 的用例%2$d，一句话
                    given:
                      findings: [{id: f1, conduct: %3$s, status: confirmed, date: %4$s}]
                    expect:
                      breaches: {%5$s}
                      measures: [%6$s]
                    read-from: 待填：怎样从文本读出这个结果
                """.formatted(
                        clause,
                        number,
                        conduct(),
                        day,
                        measure ? "" : "\"" + clause + "\": established",
                        measure ? "{may: " + plainMeasure() + ", by: [\"" + clause + "\"]}" : "");
    }
}
