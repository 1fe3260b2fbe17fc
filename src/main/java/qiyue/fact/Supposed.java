package qiyue.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer as a rule passes it on into its conclusion: with what the rule supposes it to be. While the question is open,
 * the conclusion holds if it is answered so; once it is answered, nothing is supposed.
 */
public record Supposed(Answer answer, String value) implements Evidence {
    @Override
    public String id() {
        return answer.id();
    }

    @Override
    public Certainty certainty() {
        return answer.certainty();
    }

    @Override
    public List<String> open() {
        List<String> open = new ArrayList<>(1);
        for (String question : answer.open()) {
            open.add(question + "=" + value);
        }
        return List.copyOf(open);
    }

    @Override
    public List<String> roots() {
        return List.of();
    }
}
