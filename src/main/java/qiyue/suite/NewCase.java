package qiyue.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** A case file made from an inspection, its expectations left for a person to fill in from the text. */
public final class NewCase {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private NewCase() {}

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
