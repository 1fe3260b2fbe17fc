package qiyue.report;

import qiyue.drl.FactTypes;
import qiyue.shape.Says;

/** The name of a kind of fact. */
public final class FactNames {
    private FactNames() {}

    public static String of(String kind, String lang) {
        FactTypes.FactType type = FactTypes.all().get(kind);
        Says says = type == null ? null : type.factClass().getAnnotation(Says.class);
        return says == null ? kind : lang.equals("en") ? says.en() : says.zh();
    }
}
