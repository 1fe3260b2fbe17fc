package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.drl.DrlPrinter;
import qiyue.drl.Values;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Derivation;
import qiyue.fact.Finding;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * Every operator of the profile means the same to the engine and to the plain reading, by which it is told beforehand which rules
 * facts can meet ({@link Slices}): a number is what it is worth, however many zeros it is written with.
 */
class OperatorsTest {
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> NUMBERS =
            List.of("0", "0.00", "1", "1.0", "1.00", "1.5", "1.50", "2", "10", "1000.0", "3000000000");

    @Test
    void the_engine_and_the_plain_reading_agree_on_every_operator() throws Exception {
        List<String> conditions = new ArrayList<>();
        for (String operator : OPERATORS) {
            NUMBERS.forEach(n -> conditions.add("$f : Charge( billed " + operator + " " + n + " )"));
            conditions.add("$f : Charge( billed " + operator + " ordered )");
            conditions.add("$f : Charge( ordered " + operator + " billed )");
            conditions.add("$f : Finding( count " + operator + " 2 )");
            conditions.add("$f : Finding( count " + operator + " 2.0 )");
            conditions.add("$f : Charge( $b : billed )\n    $g : Charge( ordered " + operator + " $b )");
            conditions.add("$f : Charge()\n    $g : Charge( billed " + operator + " $f.ordered )");
            conditions.add("$f : Charge()\n    $g : Finding( count " + operator + " $f.ordered )");
            conditions.add("$f : Charge( money.amount " + operator + " 1.50 )");
            conditions.add("$f : Charge( money.amount " + operator + " billed )");
        }
        for (String operator : List.of("==", "!=")) {
            conditions.add("$f : Charge( category " + operator + " \"bed\" )");
            conditions.add("$f : Charge()\n    $g : Charge( category " + operator + " $f.category )");
        }
        for (String in : List.of("in", "not in")) {
            conditions.add("$f : Charge( category " + in + " ( \"bed\", \"drug\" ) )");
        }
        List<Drl.Rule> rules = parsed(conditions);
        KieBase base = base(rules);
        List<Charge> charges = charges();
        List<Finding> findings = findings();
        List<String> apart = new ArrayList<>();
        int agreed = 0;

        for (Charge one : charges) {
            for (Charge other : charges) {
                List<Object> facts = new ArrayList<>(List.of(one, findings.get(0), findings.get(1)));
                if (other != one) {
                    facts.add(other);
                }
                Set<String> engine = fired(base, facts);
                Set<String> plain = read(rules, facts);
                rules.stream()
                        .filter(r -> engine.contains(r.clause()) != plain.contains(r.clause()))
                        .forEach(r -> apart.add(r.when() + " on " + facts + ": engine " + engine.contains(r.clause())));
                agreed += plain.size();
            }
        }

        assertThat(apart).as(() -> String.join("\n", apart)).isEmpty();
        assertThat(agreed).isGreaterThan(1000);
    }

    private static List<Drl.Rule> parsed(List<String> conditions) {
        StringBuilder text = new StringBuilder("package t.x\nimport qiyue.fact.*;\n");
        for (int i = 0; i < conditions.size(); i++) {
            text.append("""

                    rule "%d.1 r"
                    when
                        %s
                    then
                        insertLogical( Breach.of( "%d.1", $f ) );
                    end
                    """.formatted(i + 1, conditions.get(i), i + 1));
        }
        List<Problem> problems = new ArrayList<>();
        List<Drl.Rule> rules =
                DrlParser.parse("x.drl", text.toString(), problems).file().rules();
        assertThat(problems).isEmpty();
        return rules;
    }

    private static KieBase base(List<Drl.Rule> rules) throws Exception {
        ModelCompiler.Result result = ModelCompiler.compile("operators", DrlPrinter.print("x/y", "operators", rules));
        assertThat(result.errors()).isEmpty();
        Model model = Compiled.all(result.model(), "operators");
        return KieBaseBuilder.createKieBaseFromModel(
                List.of(model), KieServices.get().newKieBaseConfiguration());
    }

    private static Set<String> fired(KieBase base, List<Object> facts) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return session.getObjects(Breach.class::isInstance).stream()
                    .map(b -> ((Breach) b).clause())
                    .collect(Collectors.toCollection(TreeSet::new));
        } finally {
            session.dispose();
        }
    }

    private static Set<String> read(List<Drl.Rule> rules, List<Object> facts) {
        Set<String> met = new TreeSet<>();
        for (Drl.Rule rule : rules) {
            if (met(rule.patterns().toList(), facts, new HashMap<>())) {
                met.add(rule.clause());
            }
        }
        return met;
    }

    private static boolean met(List<Drl.Pattern> lines, List<Object> facts, Map<String, Object> names) {
        if (lines.isEmpty()) {
            return true;
        }
        Drl.Pattern line = lines.get(0);
        for (Object fact : facts) {
            if (fact.getClass().getSimpleName().equals(line.type())
                    && line.constraints().stream()
                            .allMatch(c -> c instanceof Drl.Bind || Values.holds(c, fact, names))) {
                Map<String, Object> with = new HashMap<>(names);
                with.put(line.binding(), fact);
                for (Drl.Constraint c : line.constraints()) {
                    if (c instanceof Drl.Bind b) {
                        with.put(b.name(), Values.of(b.path(), fact, names));
                    }
                }
                if (met(lines.subList(1, lines.size()), facts, with)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static CaseFile file() throws Problems {
        return InspectionReader.read(Sources.json("""
                        {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                         "facility": {"name": "甲医院", "kinds": ["medical"]}, "agreements": [],
                         "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"},
                                      {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "count": 2}],
                         "records": {"charges": [{"id": "c", "date": "2025-05-06", "category": "bed", "money": {"amount": 1.5}}]}}
                        """, "test"), Shipped.library(), "test");
    }

    private static List<Finding> findings() throws Problems {
        return file().findings();
    }

    private static List<Charge> charges() throws Problems {
        Charge made = file().records().charges().get(0);
        return Stream.of("1,1.0", "1.00,1.0", "1.5,1.50", "1.50,2", "2.0,2", "0,0.0", "10.00,1E+1", "1000,1E+3")
                .map(both -> both.split(","))
                .map(both -> Derivation.with(
                        Derivation.with(
                                Derivation.with(made, "id", "c" + both[0] + both[1]),
                                "billed",
                                new BigDecimal(both[0])),
                        "ordered",
                        new BigDecimal(both[1])))
                .map(c -> c.billed().signum() > 0 ? c : Derivation.with(c, "category", "drug"))
                .toList();
    }
}
