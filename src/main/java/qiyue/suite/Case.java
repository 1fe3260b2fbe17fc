package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One case: facts and what a person read off the text for them.
 *
 * @param file the case file, relative to the rules folder
 * @param rulebook the rulebook whose folder the file lies in; empty for cases of a composed regime
 * @param given the whole inspection, base and case together
 */
public record Case(String file, String rulebook, String name, JsonNode given, JsonNode expect, String readFrom) {
    /** One that is only told of by its name. */
    static Case named(String file, String name) {
        return new Case(file, "", name, MissingNode.getInstance(), MissingNode.getInstance(), "");
    }
}
