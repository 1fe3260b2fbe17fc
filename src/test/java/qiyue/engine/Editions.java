package qiyue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * A small region with editions that end and begin: one of 2024, one of 2025 that also binds applicants, none in 2026, one
 * from 2027 on; a text that runs with the agreement, and a decree whose first day the document must say.
 */
final class Editions {
    private static final String OLD = "testland/edition-2024";
    private static final String NEW = "testland/edition-2025";
    private static final String LATE = "testland/edition-2027";
    private static final String PACT = "testland/pact";
    private static final String DECREE = "elsewhere/decree";

    private static final Library LIBRARY = load();

    private Editions() {}

    static Library library() {
        return LIBRARY;
    }

    static Rulebook book(String name) {
        return LIBRARY.rulebooks().values().stream()
                .filter(b -> b.id().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** A document of that day of handling; the rest is written out, what it does not say of the frame is added. */
    static CaseFile file(String day, String rest) {
        String region = rest.contains("in-force-from") ? "elsewhere" : "testland";
        String scope = rest.contains("\"scope\"") ? "" : "\"scope\": {}, ";
        String agreements = rest.contains("\"agreements\"") ? "" : "\"agreements\": [], ";
        try {
            String json = """
                    {"region": "%s", "inspection": {"id": "i1", "inspectedOn": "%s", "decidedOn": "%s"},
                     "facility": {"name": "甲", "kinds": ["medical"]}, %s%s%s}
                    """.formatted(region, day, day, scope, agreements, rest);
            return InspectionReader.read(Sources.json(json, "test"), LIBRARY, "test");
        } catch (Problems e) {
            throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
        }
    }

    static Docket docket(String day, String rest) {
        return Docket.of(file(day, rest), LIBRARY);
    }

    /** The fact of that id as the group of that edition was given it. */
    static Evidence fact(Docket docket, String edition, String id) {
        return facts(docket, edition).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of all facts the group of that edition was given. */
    static List<Evidence> facts(Docket docket, String edition) {
        return docket.groups().stream()
                .filter(g -> Regimes.keys(g.regime()).contains("testland/" + edition))
                .findFirst()
                .map(Docket.Group::facts)
                .orElse(List.of());
    }

    static List<String> ids(Docket docket, String edition) {
        return facts(docket, edition).stream().map(Evidence::id).toList();
    }

    private static Library load() {
        try {
            Path folder = Files.createTempDirectory("editions");
            try {
                write(TinyRules.in(folder));
                return Library.load(folder);
            } catch (Problems e) {
                throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(TinyRules rules) throws IOException {
        try (Stream<Path> all = Files.walk(rules.root().resolve(TinyRules.BOOK))) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        rules.write("vocabulary/words.yaml", WORDS);
        rules.write("calendar/2025.yaml", "year: 2025\nnotice: n\nissued: 2024-11-12\noff: []\nwork: []\n");
        rules.write("testland/readings.yaml", """
                readings:
                  T1:
                    question: {zh: 疑, en: a question}
                    taken: {zh: 取, en: what is taken}
                    why: {zh: 因, en: because}
                """);
        book(rules, OLD, "kinds: [medical]\nfrom: 2024-01-01\nto: 2024-12-31", """
                rule "1.1 情节严重"
                when
                    $f : Finding( conduct == "bed-hanging" )
                    $a : Answer( question == "serious", about == $f.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $f, $a ) );
                end
                """);
        book(
                rules,
                NEW,
                "kinds: [medical]\nfrom: 2025-01-01\nto: 2025-12-31\nlapse: decide-by-then\napplicants: [2]",
                """
                rule "1.1 挂床住院"
                when
                    $f : Finding( conduct == "bed-hanging" )
                    $a : Answer( question == "serious", about == $f.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $f, $a ) );
                end

                rule "1.2 全案"
                when
                    $f : Finding( conduct == "split-stay" )
                    $a : Answer( question == "as-a-whole", about == "case", answer != "no" )
                then
                    insertLogical( Breach.of( "1.2", $f, $a ) );
                end

                rule "1.3 申报不符"
                when
                    $s : SampleAudit( nonconforming.amount > 0 )
                then
                    insertLogical( Breach.of( "1.3", $s ) );
                end

                rule "1.4 住院超三千"
                when
                    $s : Stay( money.amount > 3000 )
                then
                    insertLogical( Breach.of( "1.4", $s ) );
                end

                rule "1.5 分解"
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Breach.of( "1.5", $f ) );
                end

                rule "1.5 长住"
                when
                    $s : Stay( money.amount > 9000 )
                then
                    insertLogical( Breach.of( "1.5", $s ) );
                end

                rule "2.1 受过处罚"
                when
                    $a : Application( )
                    $p : PriorPenalty( )
                then
                    insertLogical( Breach.of( "2.1", $a, $p ) );
                end

                rule "3.1 追回"
                when
                    $b : Breach( clause == "1.1" )
                then
                    insertLogical( Measure.shall( "3.1", "recover", $b ) );
                end

                rule "3.2 告知"
                when
                    $m : Measure( clause == "3.1", kind == "recover" )
                then
                    insertLogical( Duty.shall( "3.2", "written-notice", $m ).by( "agency" ) );
                end

                rule "3.4 追回之后"
                when
                    $m : Measure( clause == "3.1", kind == "recover" )
                then
                    insertLogical( Breach.of( "3.4", $m ) );
                end

                rule "3.3 整改"
                when
                    $b : Breach( clause == "1.2" )
                then
                    insertLogical( Measure.may( "3.3", "rectify", $b ) );
                end
                """);
        rules.write(NEW + "/annual.yaml", """
                sheet: annual
                title: {zh: 年度考核, en: annual assessment}
                cap: 100
                rows:
                  - {id: row1, zh: 病历, en: files, points: 60, deduct: [{key: missing, each: 5, zh: 每缺一份, en: per missing file}]}
                  - {id: row2, zh: 评价, en: appraisal, points: 40, discretion: true}
                  - {id: row3, veto: true, zh: 欺诈, en: fraud}
                """);
        book(rules, LATE, "kinds: [medical]\nfrom: 2027-01-01", """
                rule "1.1 挂床住院"
                when
                    $f : Finding( conduct == "bed-hanging" )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end
                """);
        book(rules, PACT, "kinds: [rehabilitation]\nfrom: agreement", """
                rule "1.1 分解住院"
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end
                """);
        book(rules, DECREE, "kinds: [medical]\nfrom: parameter", """
                rule "1.1 分解住院"
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end
                """);
    }

    private static void book(TinyRules rules, String book, String info, String drl) throws IOException {
        rules.write(book + "/rulebook.yaml", """
                title: {zh: 试验, en: test}
                region: %s
                reviewed: 2025-01-02
                %s
                """.formatted(book.substring(0, book.indexOf('/')), info));
        StringBuilder ledger = new StringBuilder("clauses:\n");
        for (String clause : drl.lines()
                .filter(l -> l.startsWith("rule \""))
                .map(l -> l.substring(6, l.indexOf(' ', 6)))
                .distinct()
                .toList()) {
            String doubt = clause.equals("1.2") ? ", reading: T1, ask: 疑" : "";
            ledger.append("  - {id: \"%1$s\", status: encoded%2$s, zh: 甲, en: a}%n".formatted(clause, doubt));
        }
        if (book.equals(NEW)) {
            ledger.append("  - {id: \"annual.row1\", status: encoded, ask: 行, zh: 行, en: row}\n");
            ledger.append("  - {id: \"annual.row2\", status: encoded, zh: 行, en: row}\n");
            ledger.append("  - {id: \"annual.row3\", status: encoded, zh: 否决, en: veto}\n");
            ledger.append("  - {id: \"9\", status: pending, why: 未编码, zh: 未, en: not yet}\n");
        }
        rules.write(book + "/clauses.yaml", ledger.toString());
        rules.write(
                book + "/a01-all.drl",
                "package " + book.replace("-", "").replace('/', '.') + "\n\nimport qiyue.fact.*\n\n" + drl);
    }

    private static final String WORDS = """
            regions: {testland: {zh: 试验地, en: Testland}, elsewhere: {zh: 别处, en: Elsewhere}}
            facility-kinds:
              medical: {zh: 医疗机构, en: medical institution}
              rehabilitation: {zh: 康复机构, en: rehabilitation institution}
            topics: {stays: {zh: 住院, en: stays}, money: {zh: 钱, en: money}}
            record-kinds:
              stays: {zh: 住院, en: stays}
              charges: {zh: 明细, en: charge lines}
              sampleAudits: {zh: 抽审, en: sample audits}
              applications: {zh: 申请, en: applications}
              penalties: {zh: 处罚, en: penalties}
              ownSuspensions: {zh: 自请中止, en: suspensions on request}
              idles: {zh: 没有业务, en: stretches without services}
            conducts:
              bed-hanging: {topic: stays, zh: 挂床住院, en: bed hanging}
              split-stay: {topic: money, money: none, zh: 分解住院, en: split stay}
              deceit: {topic: stays, later: earlier-deceit, zh: 骗取, en: deceit}
              earlier-deceit: {topic: stays, zh: 以往骗取, en: earlier deceit}
            questions:
              serious: {about: finding, zh: 是否严重, en: was it serious,
                answered-by: inspectors, evidence: {zh: 病历, en: medical records}}
              as-a-whole: {about: case, zh: 全案, en: as a whole,
                answered-by: inspectors, evidence: {zh: 病历, en: medical records}}
            answerers: {inspectors: {zh: 检查人员, en: the inspectors}}
            measures:
              recover: {zh: 追回, en: recovery, money: recover}
              rectify: {zh: 限期整改, en: rectification}
              pause: {zh: 暂停, en: pause, level: agreement, suspends: always}
            acts: {written-notice: {zh: 书面告知, en: written notice}}
            actors: {agency: {zh: 经办机构, en: the agency}}
            """;
}
