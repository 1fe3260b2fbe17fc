package qiyue.page;

import java.util.List;

/** A name and its value; where there is no value, there is nothing to show. */
record Named(String name, String value) {
    /** Those with a value. */
    static List<Named> said(Named... all) {
        return List.of(all).stream().filter(n -> !n.value().isEmpty()).toList();
    }
}
