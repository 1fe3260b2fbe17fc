package qiyue.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Optional;

/** A case file made from an inspection, its expectations left for a person to fill in from the text. */
public final class NewCase {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private static final List<String> SHARED =
            List.of("region", "inspection", "scope", "facility", "agreements", "parameters");

    private NewCase() {}

    /** What a case has to state beyond a base so that both together are the document; empty where the base says too much. */
    static Optional<ObjectNode> beyond(ObjectNode base, ObjectNode document) {
        ObjectNode given = document.objectNode();
        document.fields().forEachRemaining(f -> {
            if (!f.getValue().equals(base.get(f.getKey()))) {
                given.set(f.getKey(), f.getValue());
            }
        });
        ObjectNode both = base.deepCopy();
        Suite.merge(both, given);
        return both.equals(document) ? Optional.of(given) : Optional.empty();
    }

    /** One case without expectations: check finds it until a person has filled them in. */
    static String open(String name, ObjectNode given) {
        return """

                  - name: %s
                    given:%s
                    expect: {}         # 待填：对照文本得出，不得照抄程序的输出
                    read-from: ""      # 待填：怎样得出
                """.formatted(
                name, given.isEmpty() ? " {}" : "\n" + written(given).indent(6).stripTrailing());
    }

    /** The head of a file of cases that share with the document what is not in question. */
    static String head(ObjectNode document) {
        return "base:\n" + written(shared(document)).indent(2) + "cases:\n";
    }

    /** The base of such a file. */
    static ObjectNode shared(ObjectNode document) {
        return document.deepCopy().retain(SHARED);
    }

    private static String written(ObjectNode node) {
        try {
            return node.isEmpty() ? "" : YAML.writeValueAsString(node).stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** The file: the inspection as base, one case without expectations. It does not pass until they are filled in. */
    public static String of(JsonNode inspection) {
        try {
            String base = YAML.writeValueAsString(inspection).stripTrailing().indent(2);
            return """
                    # 期望须由人对照文本得出，不得照抄程序的输出；read-from 写明怎样得出。
                    base:
                    %scases:
                      - name: 待填：一句话说明这个用例
                        given: {}
                        expect:
                          breaches: {}      # 条款编号: established | conditional | open | suspected
                          measures: []      # - {shall: refuse, amount: 0.00, by: [条款编号]}
                        read-from: ""       # 待填
                    """.formatted(base);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
