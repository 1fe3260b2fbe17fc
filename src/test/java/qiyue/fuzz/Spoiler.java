package qiyue.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils documents and texts at a few places: what is lost, doubled, moved, and what nobody expects to find there. */
final class Spoiler {
    /** Texts that have broken programs before. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u001b[2J",
            "\u202etxet",
            "\ud800",
            "\uffff",
            "a\nb\r\nc",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "$f",
            "\"); }",
            "*/ static {} /*",
            "\\u0022",
            "case",
            "none",
            "unstated",
            "0000-01-01",
            "9999-12-30",
            "9999-12-31",
            "-0001-01-01",
            "2024-02-30",
            "+1000000-01-01",
            "２０２５-01-01",
            "x".repeat(70_000));

    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("-1"),
            new BigDecimal("0.001"),
            new BigDecimal("-9999"),
            new BigDecimal("2147483647"),
            new BigDecimal("2147483648"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("1e15"),
            new BigDecimal("1e300"),
            new BigDecimal("1e99999"),
            new BigDecimal("1e-99999"));

    private static final List<String> SIGNS = List.of(
            "(",
            ")",
            "{",
            "}",
            "\"",
            "'",
            "“",
            "，",
            "：",
            ";",
            ",",
            ":",
            "-",
            "$",
            "\\",
            "*/",
            "/*",
            "//",
            "#",
            "\u0000",
            "\u202e",
            "\ufeff",
            "\t",
            "&a",
            "*a",
            "!!java.net.URL",
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "and",
            "in",
            "accumulate",
            "insertLogical",
            "eval",
            "99999999999999999999",
            "1e999999999",
            "-1",
            "true",
            "null",
            "~",
            "大于",
            "\n",
            "\n\n  ");

    private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"|\\$[a-z]+|[0-9]+|[A-Za-z]+");

    /** What may stand for each other in a rule. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("\"bed-hanging\"", "\"split-stay\""),
            List.of("\"recover\"", "\"rectify\""),
            List.of("conduct ==", "conduct !="),
            List.of("article == 1", "article >= 1", "article == 2"),
            List.of("item > 0", "item == 1", "item >= 1", "item < 99"),
            List.of("shall(", "may("),
            List.of("$b", "$breach", "$甲"),
            List.of("情节严重", "情节（重）", "x".repeat(190)),
            List.of("$f : Finding(", "$f : Finding( count > 1,", "$f : Finding( money.amount > 0.01,"));

    private final Random random;

    Spoiler(long seed) {
        this.random = new Random(seed);
    }

    /** A copy of the document, spoilt at one to four places. */
    JsonNode spoil(JsonNode sound) {
        JsonNode document = sound.deepCopy();
        for (int i = random.nextInt(4); i >= 0; i--) {
            once(document);
        }
        return document;
    }

    private void once(JsonNode document) {
        List<JsonNode> inner = new ArrayList<>();
        containers(document, inner);
        JsonNode at = inner.get(random.nextInt(inner.size()));
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "id" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(pick(TEXTS), object.get(name));
                case 2 ->
                    object.set(name, inner.get(random.nextInt(inner.size())).deepCopy());
                default -> object.set(name, value());
            }
        } else if (at instanceof ArrayNode array) {
            int index = array.isEmpty() ? 0 : random.nextInt(array.size());
            switch (random.nextInt(5)) {
                case 0 -> array.add(value());
                case 1 -> array.removeAll();
                case 2 ->
                    array.insert(index, inner.get(random.nextInt(inner.size())).deepCopy());
                case 3 -> {
                    if (!array.isEmpty()) {
                        array.add(array.get(index).deepCopy());
                    }
                }
                default -> {
                    if (!array.isEmpty()) {
                        array.set(index, value());
                    }
                }
            }
        }
    }

    private JsonNode value() {
        JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);
        return switch (random.nextInt(8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2, 3 -> nodes.numberNode(pick(NUMBERS));
            case 4 -> nodes.objectNode();
            case 5 -> nodes.arrayNode();
            default -> nodes.textNode(pick(TEXTS));
        };
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(n -> containers(n, found));
        }
    }

    /** The text of a file, spoilt at one to four places: pieces lost, doubled, moved, cut off, signs put in. */
    String spoil(String sound) {
        String text = sound;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + 1 + random.nextInt(30));
            int there = random.nextInt(text.length() + 1);
            text = switch (random.nextInt(8)) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + text.substring(from);
                case 2 -> text.substring(0, there) + text.substring(from, to) + text.substring(there);
                case 3 -> random.nextInt(8) == 0 ? text.substring(0, from) : text;
                case 4 -> text.substring(0, from) + pick(TEXTS) + text.substring(from);
                default -> text.substring(0, from) + pick(SIGNS) + text.substring(from);
            };
        }
        return text;
    }

    /** The rule file of {@code TinyRules} with some of what it says said otherwise, and now and then one word out of place. */
    String exchange(String sound) {
        String text = sound;
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<String> alike = pick(ALIKE);
            text = text.replace(pick(alike), pick(alike));
        }
        if (random.nextInt(4) == 0) {
            List<MatchResult> words = WORD.matcher(text).results().toList();
            MatchResult there = pick(words);
            text = text.substring(0, there.start()) + pick(words).group() + text.substring(there.end());
        }
        return text;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
