package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import qiyue.Shipped;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What Drools 10.2.0 does wrong without a word, and how we keep clear of it. Look at these again at every new version. */
class EngineTrapsTest {

    private static final String PRODUCER = """
            package first;
            import qiyue.fact.*;
            rule "1 found"
            when $f : Finding( conduct == "bed-hanging" )
            then insertLogical( Breach.of( "first#1", $f ) ); end
            rule "2 follows while nothing excuses it"
            when $i : Inspection()
                 exists ( Breach( clause == "1" ) and not Answer( answer == "yes" ) )
            then insertLogical( Breach.of( "first#2", $i ) ); end
            """;

    private static final String BYSTANDER = """
            package second;
            import qiyue.fact.*;
            rule "9 something else altogether"
            when $i : Inspection()
                 exists ( Breach( clause == "1" ) and Doubt() )
            then insertLogical( Breach.of( "second#9", $i ) ); end
            """;

    @Test
    void with_shared_beta_nodes_a_rule_is_lost_when_another_package_is_added() throws Exception {
        List<Model> alone = List.of(model("first", PRODUCER));
        List<Model> both = List.of(alone.get(0), model("second", BYSTANDER));

        assertThat(clauses(alone, true)).containsExactlyInAnyOrder("first#1", "first#2");
        assertThat(clauses(both, true))
                .as("10.2.0 loses first#2; if it no longer does, shareBetaNodes=false may go")
                .containsExactlyInAnyOrder("first#1");
    }

    @Test
    void without_shared_beta_nodes_no_rule_is_lost() throws Exception {
        List<Model> both = List.of(model("first", PRODUCER), model("second", BYSTANDER));

        assertThat(clauses(both, false)).containsExactlyInAnyOrder("first#1", "first#2");
    }

    private static final String COUNTING = """
            package counting;
            import qiyue.fact.*;
            rule "1 one finding"
            when $i : Inspection()
                 accumulate( Finding( conduct == "bed-hanging" ); $n : count(); $n >= 1 )
            then insertLogical( Breach.of( "counting#1", $i ) ); end
            """;

    private static final String ALIKE = """
            package later;
            import qiyue.fact.*;
            rule "9 begins with the same fact"
            when $i : Inspection()
                 Doubt()
            then insertLogical( Breach.of( "later#9", $i ) ); end
            """;

    @Test
    void with_shared_beta_nodes_what_comes_after_the_first_firing_is_not_counted() throws Exception {
        List<Model> both = List.of(model("counting", COUNTING), model("later", ALIKE));

        assertThat(clauses(both, true, true))
                .as(
                        "kie#7109: 10.2.0 loses counting#1; if it no longer does, one reason for shareBetaNodes=false is gone")
                .isEmpty();
        assertThat(clauses(both, true, false))
                .as("all facts before the first firing")
                .containsExactly("counting#1");
    }

    @Test
    void without_shared_beta_nodes_what_comes_late_is_counted() throws Exception {
        List<Model> both = List.of(model("counting", COUNTING), model("later", ALIKE));

        assertThat(clauses(both, false, true)).containsExactly("counting#1");
        assertThat(clauses(both, false, false)).containsExactly("counting#1");
    }

    @Test
    void the_program_runs_its_rules_without_shared_beta_nodes() throws Exception {
        var session = new RuleSession(new Models(Shipped.MODELS));
        var regime = List.copyOf(Shipped.library().rulebooks().values());

        var made = (org.drools.core.impl.InternalRuleBase) session.whole(regime.subList(0, 1));

        assertThat(made.getRuleBaseConfiguration().isShareBetaNodes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.ProcessBuilder",
                "java.lang.ProcessBuilder$Redirect",
                "java.lang.ClassLoader",
                "java.lang.reflect.Method",
                "java.io.File",
                "java.io.FileOutputStream",
                "java.nio.file.Files",
                "java.net.URL",
                "java.util.concurrent.Executors",
                "java.util.zip.ZipFile",
                "javax.script.ScriptEngineManager",
                "sun.misc.Unsafe",
                "qiyue.cli.Main",
                "qiyue.engine.Models",
                "qiyue.rulebook.Library",
                "com.fasterxml.jackson.databind.ObjectMapper"
            })
    void compiled_rules_cannot_reach(String name) {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName(name, false, allowList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qiyue.fact.Breach",
                "java.lang.String",
                "java.util.List",
                "java.math.BigDecimal",
                "java.time.LocalDate",
                "org.drools.model.Model"
            })
    void compiled_rules_can_reach(String name) throws Exception {
        assertThat(Class.forName(name, false, allowList())).isNotNull();
    }

    private static ClassLoader allowList() {
        return new ModelLoader(Map.of(), "compiled.r0", EngineTrapsTest.class.getClassLoader());
    }

    private Model model(String packageName, String drl) throws Exception {
        ModelCompiler.Result result = ModelCompiler.compile(packageName, drl);
        assertThat(result.errors()).isEmpty();
        return Compiled.all(result.model(), packageName);
    }

    private static Set<String> clauses(List<Model> models, boolean shared) throws Problems {
        return clauses(models, shared, false);
    }

    private static Set<String> clauses(List<Model> models, boolean shared, boolean late) throws Problems {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
        configuration.setProperty("drools.shareBetaNodes", String.valueOf(shared));
        KieSession session = KieBaseBuilder.createKieBaseFromModel(new ArrayList<>(models), configuration)
                .newKieSession();
        try {
            CaseFile file = InspectionReader.read(Sources.json("""
                            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                             "facility": {"name": "甲医院", "kinds": ["medical"]}, "agreements": [],
                             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
                            """, "test"), Shipped.library(), "test");
            session.insert(file.inspection());
            if (late) {
                session.fireAllRules();
            }
            session.insert(file.findings().get(0));
            session.fireAllRules();
            return session.getObjects(Breach.class::isInstance).stream()
                    .map(b -> ((Breach) b).fullClause())
                    .collect(Collectors.toSet());
        } finally {
            session.dispose();
        }
    }
}
