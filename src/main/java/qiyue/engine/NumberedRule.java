package qiyue.engine;

import java.util.Map;
import org.drools.model.Consequence;
import org.drools.model.Rule;
import org.drools.model.View;

/**
 * A compiled rule under its package and number in the rulebook, whatever it was called when it was compiled: rules that
 * were compiled at different times stand beside each other as if they had been compiled at once.
 *
 * @param pack the package of the rulebook's classes
 */
record NumberedRule(Rule rule, String pack, String name) implements Rule {
    @Override
    public String getPackage() {
        return pack;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public View getView() {
        return rule.getView();
    }

    @Override
    public Consequence getDefaultConsequence() {
        return rule.getDefaultConsequence();
    }

    @Override
    public Map<String, Consequence> getConsequences() {
        return rule.getConsequences();
    }

    @Override
    public <T> T getAttribute(Attribute<T> attribute) {
        return rule.getAttribute(attribute);
    }

    @Override
    public Map<String, Object> getMetaData() {
        return rule.getMetaData();
    }

    @Override
    public Object getMetaData(String key) {
        return rule.getMetaData(key);
    }

    @Override
    public String getUnit() {
        return rule.getUnit();
    }
}
