package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.drools.model.Rule;
import org.drools.model.impl.RuleImpl;
import org.junit.jupiter.api.Test;
import qiyue.drl.DrlParser;

/** A rule under another package and name is the same rule in all else. */
class NumberedRuleTest {
    private static final Rule READ = ReadRule.of(
            "t/x",
            DrlParser.parse(
                            "x.drl",
                            "package t.x\nimport qiyue.fact.*\nrule \"9 x\"\nwhen\n$x : Charge( )\nthen\n"
                                    + "    insertLogical( Breach.of( \"9\", $x ) );\nend\n",
                            new ArrayList<>())
                    .file()
                    .rules()
                    .get(0),
            "t.x",
            "r1");
    private static final Rule RULE = new RuleImpl(
            "t.x",
            "r1",
            "unit",
            READ.getView(),
            READ.getDefaultConsequence(),
            Map.of(Rule.Attribute.NO_LOOP, true),
            Map.of("kept", "yes"));

    @Test
    void only_package_and_name_are_its_own() {
        NumberedRule numbered = new NumberedRule(RULE, "t.y", "r7");

        assertThat(numbered.getPackage()).isEqualTo("t.y");
        assertThat(numbered.getName()).isEqualTo("r7");
        assertThat(numbered.getView()).isSameAs(RULE.getView()).isNotNull();
        assertThat(numbered.getDefaultConsequence())
                .isSameAs(RULE.getDefaultConsequence())
                .isNotNull();
        assertThat(numbered.getConsequences()).isEqualTo(RULE.getConsequences()).isNotEmpty();
        assertThat(numbered.getMetaData()).isEqualTo(RULE.getMetaData()).isNotEmpty();
        assertThat(numbered.getMetaData("kept")).isEqualTo("yes");
        assertThat(numbered.getAttribute(Rule.Attribute.NO_LOOP)).isTrue();
        assertThat(numbered.getUnit()).isEqualTo("unit");
    }
}
