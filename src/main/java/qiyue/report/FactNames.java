package qiyue.report;

import qiyue.fact.Says;
import qiyue.rulebook.FactTypes;

/** The name of a kind of fact. */
final class FactNames {
    private FactNames() {}

    static String of(String kind, String lang) {
        FactTypes.FactType type = FactTypes.all().get(kind);
        Says says = type == null ? null : type.factClass().getAnnotation(Says.class);
        return says == null ? kind : lang.equals("en") ? says.en() : says.zh();
    }
}
