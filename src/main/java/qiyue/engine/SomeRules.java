package qiyue.engine;

import java.util.List;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/**
 * Some rules of a compiled rulebook as a model of their own.
 *
 * @param name the package of the rulebook's classes
 */
record SomeRules(String name, List<Rule> rules) implements Model {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public List<Global> getGlobals() {
        return List.of();
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public List<Query> getQueries() {
        return List.of();
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return List.of();
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return List.of();
    }
}
