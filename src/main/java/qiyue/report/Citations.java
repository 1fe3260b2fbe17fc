package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.problem.ChineseNumber;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * Understands how people name a clause, and finds it: an id ({@code 18.9}), the beginning of one ({@code 19}, {@code
 * 18.p1}), a citation in Chinese ({@code 第十九条第（三）项}) or English ({@code art. 19 item 3}), each with or without its
 * rulebook ({@code beijing/rules-2025#19.3}).
 */
public final class Citations {
    private static final Pattern CHINESE =
            Pattern.compile("第[（(]?([零〇一二三四五六七八九十百]+|\\d+)[）)]?(条|款|项|目|句)(?:之[一二三四五六七八九])?");
    private static final Pattern ENGLISH = Pattern.compile(
            "(article|art\\.?|paragraph|para\\.?|item|point|sentence)\\s*\\(?(\\d+)\\)?[,.]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("(p|s)?(\\d+)[a-z]?\\d*");

    private Citations() {}

    /** A numbered part of a citation. */
    private record Part(char kind, int number) {}

    /** The full ids of the clauses a text names, in the order of the ledgers; none if it names none. */
    public static List<String> find(Library library, String text) {
        String named = text.strip();
        int mark = named.indexOf('#');
        String book = mark < 0 ? "" : named.substring(0, mark);
        String clause = named.substring(mark + 1).strip();
        List<Part> parts = parse(clause);
        List<String> found = new ArrayList<>();
        List<String> within = new ArrayList<>();
        for (Rulebook each : library.rulebooks().values()) {
            if (!book.isEmpty() && !each.id().equals(book)) {
                continue;
            }
            for (String id : each.ledger().keySet()) {
                String full = each.id() + "#" + id;
                if (parts.isEmpty() ? below(id, clause) : begins(parts(id), parts)) {
                    found.add(full);
                } else if (!parts.isEmpty() && holds(parts(id), parts)) {
                    within.add(full);
                }
            }
        }
        // a citation may leave out the paragraph of an item, as the texts themselves do
        return List.copyOf(found.isEmpty() ? within : found);
    }

    /** Whether an id is the one named or part of it. */
    private static boolean below(String id, String named) {
        return !named.isEmpty() && (id.equals(named) || id.startsWith(named + ".") || subdivided(id, named));
    }

    /** {@code 18.p1} names {@code 18.p1a} too, but {@code 18.1} never {@code 18.10}. */
    private static boolean subdivided(String id, String named) {
        return id.startsWith(named)
                && Character.isDigit(named.charAt(named.length() - 1))
                && Character.isLetter(id.charAt(named.length()));
    }

    private static boolean begins(List<Part> id, List<Part> named) {
        return id.size() >= named.size() && id.subList(0, named.size()).equals(named);
    }

    /** Whether all that is named stands in the id, in order, the article first. */
    private static boolean holds(List<Part> id, List<Part> named) {
        int at = 0;
        for (Part part : id) {
            if (at < named.size() && named.get(at).equals(part)) {
                at++;
            } else if (at == 0) {
                return false;
            }
        }
        return at == named.size();
    }

    /** The parts of a clause id as {@link Citation} would cite them; none for what has no article. */
    private static List<Part> parts(String id) {
        List<Part> parts = new ArrayList<>();
        String[] pieces = id.split("\\.");
        for (int i = 0; i < pieces.length; i++) {
            Matcher part = PART.matcher(pieces[i]);
            if (!part.matches() || (i == 0 && part.group(1) != null)) {
                if (i == 0) {
                    return List.of();
                }
                continue;
            }
            boolean point = i > 1 && pieces[i - 1].matches("\\d+");
            char kind = i == 0 ? 'a' : part.group(1) != null ? part.group(1).charAt(0) : point ? 't' : 'i';
            parts.add(new Part(kind, Integer.parseInt(part.group(2))));
        }
        return parts;
    }

    /** The parts of a citation in words; none if it is not one. */
    private static List<Part> parse(String text) {
        String close = text.replaceAll("\\s+", "");
        List<Part> chinese = new ArrayList<>();
        Matcher zh = CHINESE.matcher(close);
        int at = 0;
        while (zh.find() && zh.start() == at) {
            chinese.add(
                    new Part(kind(zh.group(2)), ChineseNumber.of(zh.group(1)).orElse(0)));
            at = zh.end();
        }
        if (at > 0 && at == close.length()) {
            return chinese;
        }
        List<Part> english = new ArrayList<>();
        Matcher en = ENGLISH.matcher(text);
        at = 0;
        while (en.find() && en.start() == at) {
            english.add(
                    new Part(kind(en.group(1)), ChineseNumber.of(en.group(2)).orElse(0)));
            at = en.end();
        }
        return at > 0 && at == text.length() ? english : List.of();
    }

    private static char kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT).substring(0, 1)) {
            case "条", "a" -> 'a';
            case "款" -> 'p';
            case "句", "s" -> 's';
            case "项", "i" -> 'i';
            case "目" -> 't';
            default -> word.toLowerCase(Locale.ROOT).startsWith("pa") ? 'p' : 't';
        };
    }
}
