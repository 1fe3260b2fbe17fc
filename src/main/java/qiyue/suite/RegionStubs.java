package qiyue.suite;

import java.util.List;

/**
 * The first files of a region: one clause of each kind, with its cases, so that an author has a form before him for whatever his
 * text says. All of it loads; every name is still to be filled in.
 */
final class RegionStubs {
    /** A file of the rulebook's folder. */
    record StubFile(String name, String text) {}

    private final String region;
    private final String book;
    private final String kind;
    private final String day;
    private final StubCodes codes;
    private final String sheet;

    RegionStubs(String region, String book, String kind, String from, StubCodes codes) {
        this.region = region;
        this.book = book;
        this.kind = kind;
        String year = from.matches("\\d{4}-.*") ? from.substring(0, 4) : "2025";
        this.day = from.matches("\\d{4}-\\d{2}-\\d{2}")
                ? java.time.LocalDate.parse(from).plusMonths(3).toString()
                : year + "-06-10";
        this.codes = codes;
        this.sheet = region + "-annual";
    }

    /** The region's own words: its name, and in remarks how each list is added to. */
    static String vocabulary(String region, String zh, String en) {
        return """
                # %2$s的词汇。各地共用的代码在旁边各文件里，先用 qiyue codes 查有没有现成的，没有的才在这里加。
                regions:
                  %1$s: {zh: %2$s, en: %3$s}

                # 下面是各种写法的例子，用得到时去掉行首的 # 并改成自己的。
                # conducts:
                #   parking-fee: {topic: charging, zh: 收取停车费, en: parking fee charged, money: claim}
                # uses:
                #   parking-fee: {zh: 向工伤职工收停车费；向陪护收的不算, en: "charged to injured workers, not to visitors"}
                # questions:
                #   fee-returned: {about: finding, zh: 所收费用是否已经退还, en: was the fee returned,
                #     answered-by: inspectors, evidence: {zh: 退款凭证, en: proof of the refund}}
                # measures:
                #   warn: {zh: 警告, en: warning}
                # acts:
                #   collect-plaque: {zh: 收回标牌, en: collect the plaque}
                # record-kinds:
                #   complaints:
                #     zh: 投诉
                #     en: complaints
                #     called: Complaint
                #     fields:
                #       minutes: {type: number, zh: 通话时长（分钟）, en: "length of the call, minutes"}
                #   # 该有而没有的那一次：每个季度一条，由程序列出，number 是其中有几条（complaints 记录齐全才列）
                #   complaint-quarters: {zh: 投诉季度, en: quarters with their complaints, called: ComplaintQuarter, each: quarter, of: complaints}
                # events:
                #   # 措施直至某事：规则写 .untilEvent( "%1$s-put-right" )
                #   %1$s-put-right: {zh: 整改到位, en: things are put right}
                # agreement-terms:
                #   damagesPercent: {type: whole, zh: 约定的违约金比例（%%）, en: "liquidated damages agreed, percent"}
                """.formatted(region, quoted(zh), quoted(en));
    }

    /** A label as a YAML text that nothing in it can end. */
    private static String quoted(String label) {
        return label.matches("[\\u4E00-\\u9FFFA-Za-z ]+")
                ? label
                : "\"" + label.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    String ledger() {
        return """
                clauses:
                  - {id: "1", status: no-effect, why: 待填：为什么没有后果，如订立目的, zh: 待填：第一条的大意, en: to be filled in}
                  - {id: "2.1", status: encoded, zh: 待填：一种违约情形, en: to be filled in}
                  - {id: "2.2", status: encoded, zh: 待填：由数据看出的违约，有除外, en: to be filled in}
                  - {id: "2.p1", status: encoded, zh: 待填：违约的后果, en: to be filled in}
                  - {id: "3.p1", status: encoded, zh: 待填：有期限的程序义务, en: to be filled in}
                  - {id: "4.p1", status: encoded, zh: 待填：考核不合格的后果, en: to be filled in}
                  - {id: "5", status: pending, why: 待填：为什么还没有规则, zh: 待填：其余各条逐条写一行, en: to be filled in}
                  - {id: "%1$s.row1", status: encoded, zh: 待填：评分表第一行, en: to be filled in}
                  - {id: "%1$s.row2", status: encoded, zh: 待填：评分表第二行, en: to be filled in}
                """.formatted(sheet);
    }

    List<StubFile> files() {
        return List.of(
                new StubFile("a02-breaches.drl", breaches()),
                new StubFile("a03-duties.drl", duties()),
                new StubFile("a04-assessment.drl", assessment()),
                new StubFile(sheet + ".yaml", scoreSheet()),
                new StubFile("cases/a02-breaches.yaml", breachCases()),
                new StubFile("cases/a03-duties.yaml", dutyCases()),
                new StubFile("cases/a04-assessment.yaml", assessmentCases()));
    }

    private String head() {
        return "package " + region.replace("-", "") + "." + book.replace("-", "") + "\n\nimport qiyue.fact.*\n\n";
    }

    private String breaches() {
        return head() + """
                // 违约情形：检查发现的一种行为；有正当理由的不算，没有回答的成为待认定。
                rule "2.1 待填：一种违约情形"
                when
                    $f      : Finding( conduct == "%1$s" )
                    $reason : Answer( question == "%2$s", about == $f.id, answer != "yes" )
                then
                    insertLogical( Breach.of( "2.1", $f, $reason ) );
                end

                // 违约情形：由收费明细直接看出；但书另写一条规则，得出 Exempt。
                rule "2.2 待填：由数据看出的违约"
                when
                    $c : Charge( catalogue == "out" )
                    not Exempt( clause == "2.2", about == $c.id )
                then
                    insertLogical( Breach.of( "2.2", $c ) );
                end

                rule "2.2 待填：除外的情形"
                when
                    $c : Charge( channel == "manual" )
                then
                    insertLogical( Exempt.of( "2.2", $c ) );
                end

                // 后果：“可以”写 may，“应当”写 shall；本条各项违约都引起它。
                rule "2.p1 待填：违约的后果"
                when
                    $b : Breach( article == 2, item > 0 )
                then
                    // 终点是一件事的（“直至整改到位”），先在词汇的 events 下写明那件事，后面加 .untilEvent( "%4$s-put-right" )
                    insertLogical( Measure.may( "2.p1", "%3$s", $b ) );
                end
                """.formatted(codes.conduct(), codes.question(), codes.plainMeasure(), region);
    }

    private String duties() {
        return head() + """
                // 程序义务：谁，做什么，从哪一天起几日之内。
                rule "3.p1 待填：有期限的程序义务"
                when
                    $c : Change()
                then
                    insertLogical( Duty.shall( "3.p1", "%1$s", $c ).by( "%2$s" ).within( 10, "working-days", $c.changedOn ) );
                end

                // 该有而没有的那一次（“每季度至少一次”）：先在词汇里声明 each 和 of 的一类数据，再去掉下面各行的 //。
                // rule "3.p1 待填：一个季度一次也没有"
                // when
                //     $q : ComplaintQuarter( number < 1 )
                // then
                //     insertLogical( Duty.shall( "3.p1", "%1$s", $q ).by( "%2$s" ).due( $q.date ) );
                // end
                """.formatted(codes.act(), codes.actor());
    }

    private String assessment() {
        return head() + """
                // 考核：评分表在 %1$s.yaml 里，这里写得分的后果。
                rule "4.p1 待填：考核不合格的后果"
                when
                    $s : Score( sheet == "%1$s", total < 60 )
                then
                    insertLogical( Measure.shall( "4.p1", "%2$s", $s ) );
                end
                """.formatted(sheet, codes.plainMeasure());
    }

    private String scoreSheet() {
        return """
                # 评分表：扣分行 deduct、加分行 award、由考核人员给分 discretion；其余写法见 docs/formats.md。
                sheet: %s
                title: {zh: 待填：评分表名称, en: to be filled in}
                cap: 100
                rows:
                  - {id: row1, zh: 待填：扣分的一行, en: to be filled in, points: 60, deduct: [{key: missing, each: 5, zh: 每缺一份, en: per missing file}]}
                  - {id: row2, zh: 待填：由考核人员给分的一行, en: to be filled in, points: 40, discretion: true}
                """.formatted(sheet);
    }

    private String breachCases() {
        String finding = "{id: f1, conduct: " + codes.conduct() + ", status: confirmed, date: " + day;
        String may = "{may: " + codes.plainMeasure() + ", by: [2.p1]";
        String charge = "{id: c1, date: " + day + ", category: drug, catalogue: out, money: {amount: 100.00}";
        return codes.base(region, kind, day)
                + one(
                        "一种违约情形成立",
                        "findings: [" + finding + ", answers: {" + codes.question() + ": \"no\"}}]",
                        "2.1: established",
                        may + "}",
                        "")
                + one(
                        "有正当理由的不成立",
                        "findings: [" + finding + ", answers: {" + codes.question() + ": \"yes\"}}]",
                        "",
                        "",
                        "")
                + one(
                        "有无正当理由没有回答，待认定",
                        "findings: [" + finding + "}]",
                        "2.1: open",
                        may + ", certainty: open}",
                        "      open: [" + codes.question() + "@f1]\n")
                + one(
                        "由数据看出的违约成立",
                        "records: {charges: [" + charge + ", channel: network}]}",
                        "2.2: established",
                        may + "}",
                        "")
                + one("除外的情形不成立", "records: {charges: [" + charge + ", channel: manual}]}", "", "", "");
    }

    private String dutyCases() {
        return codes.base(region, kind, day) + """
                  - name: 待填：到期之日
                    given:
                      records: {changes: [{id: c1, matter: name, changedOn: %1$s}]}
                    expect:
                      breaches: {}
                      measures: []
                      duties: [{act: %2$s, actor: %3$s, by: [3.p1]}]   # 手算到期日后写上 due: 日期
                    read-from: 待填：怎样从文本读出这个结果
                """.formatted(day, codes.act(), codes.actor());
    }

    private String assessmentCases() {
        return codes.base(region, kind, day) + """
                  - name: 待填：五十分，不合格
                    given:
                      assessments: [{sheet: %1$s, year: %2$s, agreement: a1, rows: {row1: {missing: 10}, row2: {points: 40}}}]
                    expect:
                      breaches: {}
                      measures: [{shall: %3$s, by: [4.p1]}]
                      scores: {%1$s: 50}
                    read-from: 待填：怎样从文本读出这个结果
                  - name: 待填：六十分，合格
                    given:
                      assessments: [{sheet: %1$s, year: %2$s, agreement: a1, rows: {row1: {missing: 8}, row2: {points: 40}}}]
                    expect:
                      breaches: {}
                      measures: []
                      scores: {%1$s: 60}
                    read-from: 待填：怎样从文本读出这个结果
                """.formatted(sheet, day.substring(0, 4), codes.plainMeasure());
    }

    private static String one(String name, String given, String breaches, String measures, String more) {
        return """
                  - name: 待填：%s
                    given:
                      %s
                    expect:
                      breaches: {%s}
                      measures: [%s]
                %s    read-from: 待填：怎样从文本读出这个结果
                """.formatted(name, given, breaches, measures, more);
    }
}
