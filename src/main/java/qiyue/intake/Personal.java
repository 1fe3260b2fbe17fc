package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qiyue.problem.Problem;
import qiyue.rulebook.Vocabulary;

/**
 * Documents without the names and numbers of people. Which fields hold such is data: {@code personal-fields} of the
 * vocabulary. A masked document decides as the plain one does, since a name only says who is the same as whom: within one
 * document, and within all documents of one {@link Roster}, one person has one pseudonym, and two persons have two.
 *
 * <p>Numbers of identity cards are known by their form, wherever they stand; those of telephones in free text.
 *
 * <p>A pseudonym keeps the first sign of a name and counts the persons in the order the document names them: 王某1. A name that
 * only stands in free text is not recognised; what must not hold any is left out whole.
 */
public final class Personal {
    /** A rules folder that has no list of its own must not show names by that. */
    private static final Map<String, String> UNLESS_SAID_OTHERWISE =
            Map.of("worker", "name", "people", "name", "leaders", "name", "note", "text", "sources", "text");

    /** The number of an identity card: place, day of birth, three digits and a sign that checks them. */
    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");

    private static final int CARD_LENGTH = 18;

    private static final Pattern TELEPHONE = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private final Map<String, Set<String>> fields;
    private final Texts texts;

    /** What becomes of free text: pseudonyms for the names the document gives as such, or nothing of it. */
    public enum Texts {
        PSEUDONYMS,
        LEFT_OUT
    }

    private Personal(Vocabulary vocabulary, Texts texts) {
        Map<String, String> masks = new TreeMap<>(UNLESS_SAID_OTHERWISE);
        vocabulary
                .entries("personal-fields")
                .forEach(e -> masks.put(e.code(), e.properties().getOrDefault("mask", "")));
        this.fields = masks.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        this.texts = texts;
    }

    /** The document, masked, its persons numbered from 1. */
    public static JsonNode masked(JsonNode document, Vocabulary vocabulary, Texts texts) {
        return masked(document, vocabulary, texts, new Roster());
    }

    /** The document, masked, its persons numbered as in all documents of the roster. */
    public static JsonNode masked(JsonNode document, Vocabulary vocabulary, Texts texts, Roster roster) {
        Personal personal = new Personal(vocabulary, texts);
        Map<String, String> names = new LinkedHashMap<>();
        personal.collect(document).forEach(n -> names.put(n, pseudonym(n, roster.number(n))));
        return personal.copy(document, names, new KnownNames(names.keySet()));
    }

    /** Words about the document, such as those of its problems, with the same pseudonyms for the people it names. */
    public static UnaryOperator<String> words(JsonNode document, Vocabulary vocabulary, Roster roster) {
        Map<String, String> names = pseudonyms(document, vocabulary, roster);
        KnownNames named = new KnownNames(names.keySet());
        return said -> reworded(said, names, named);
    }

    /** Problems of the document in such words, the people in the lines they show veiled by stars. */
    public static UnaryOperator<Problem> problems(JsonNode document, Vocabulary vocabulary, Roster roster) {
        Map<String, String> names = pseudonyms(document, vocabulary, roster);
        KnownNames named = new KnownNames(names.keySet());
        return p -> p.said(
                said -> reworded(said, names, named),
                line -> named.replace(line, (name, found) -> Problem.stars(found)));
    }

    private static Map<String, String> pseudonyms(JsonNode document, Vocabulary vocabulary, Roster roster) {
        Map<String, String> names = new LinkedHashMap<>();
        names(document, vocabulary).forEach(n -> names.put(n, pseudonym(n, roster.number(n))));
        return names;
    }

    /** The text without numbers of identity cards: each is a pseudonym, the same wherever it stands in the text. */
    public static String withoutCards(String text) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        return CARD.matcher(text)
                .replaceAll(m -> pseudonym(m.group(), numbers.computeIfAbsent(m.group(), n -> numbers.size() + 1)));
    }

    private boolean masks(String how, String field) {
        return fields.getOrDefault(how, Set.of()).contains(field);
    }

    /** Whom the document names, in its order. */
    static Set<String> names(JsonNode document, Vocabulary vocabulary) {
        return new Personal(vocabulary, Texts.LEFT_OUT).collect(document);
    }

    private Set<String> collect(JsonNode document) {
        Set<String> names = new LinkedHashSet<>();
        collect(document, names);
        return names;
    }

    private void collect(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(f -> {
                if (masks("name", f.getKey())) {
                    name(f.getValue(), names);
                } else {
                    if (masks("text", f.getKey())) {
                        telephones(f.getValue(), names);
                    }
                    collect(f.getValue(), names);
                }
            });
        } else if (says(node)) {
            if (node.asText().length() >= CARD_LENGTH) {
                found(CARD, node.asText(), names);
            }
        } else {
            node.forEach(n -> collect(n, names));
        }
    }

    private static void telephones(JsonNode value, Set<String> names) {
        if (says(value)) {
            found(TELEPHONE, value.asText(), names);
        }
        value.forEach(v -> telephones(v, names));
    }

    private static void found(Pattern form, String text, Set<String> names) {
        for (Matcher matcher = form.matcher(text); matcher.find(); ) {
            names.add(matcher.group());
        }
    }

    private static void name(JsonNode value, Set<String> names) {
        if (says(value) && !value.asText().isBlank()) {
            names.add(value.asText());
        } else {
            value.forEach(v -> name(v, names));
        }
    }

    /** A text, or a number where a text was meant: numbers of people are written without quotes by mistake. */
    private static boolean says(JsonNode value) {
        return value.isTextual() || value.isNumber();
    }

    /** The value in other words; a number stays one, that of the person, since it is a mistake to be told. */
    private static JsonNode said(JsonNode value, String words) {
        if (value.isTextual()) {
            return TextNode.valueOf(words);
        }
        String number = words.replaceAll("\\D", "");
        return words.equals(value.asText()) ? value : new BigIntegerNode(new BigInteger(number));
    }

    private static String pseudonym(String name, int number) {
        int first = name.strip().codePointAt(0);
        return (Character.isLetter(first) ? Character.toString(first) : "") + "某" + number;
    }

    private JsonNode copy(JsonNode node, Map<String, String> names, KnownNames named) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(n -> copy.add(copy(n, names, named)));
            return copy;
        }
        if (says(node) && node.asText().length() >= CARD_LENGTH) {
            return said(
                    node,
                    CARD.matcher(node.asText())
                            .replaceAll(m -> Matcher.quoteReplacement(names.getOrDefault(m.group(), ""))));
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.fields().forEachRemaining(f -> {
            if (masks("name", f.getKey())) {
                copy.set(f.getKey(), renamed(f.getValue(), names));
            } else if (!masks("text", f.getKey())) {
                copy.set(f.getKey(), copy(f.getValue(), names, named));
            } else if (texts == Texts.PSEUDONYMS) {
                copy.set(f.getKey(), reworded(f.getValue(), names, named));
            }
        });
        return copy;
    }

    private static JsonNode renamed(JsonNode value, Map<String, String> names) {
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(v -> copy.add(renamed(v, names)));
            return copy;
        }
        return says(value) ? said(value, names.getOrDefault(value.asText(), value.asText())) : value;
    }

    private static JsonNode reworded(JsonNode value, Map<String, String> names, KnownNames named) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.fields().forEachRemaining(f -> copy.set(f.getKey(), reworded(f.getValue(), names, named)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(v -> copy.add(reworded(v, names, named)));
            return copy;
        }
        return says(value) ? said(value, reworded(value.asText(), names, named)) : value;
    }

    private static String reworded(String text, Map<String, String> names, KnownNames named) {
        return named.replace(text, (name, found) -> names.getOrDefault(name, ""));
    }
}
