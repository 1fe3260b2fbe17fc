package qiyue.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.drl.Drl;
import qiyue.page.Pages;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** The pages on the rules in one language, and what is found in them. */
final class RulePages {
    private static final int HITS = 40;
    private static final int AROUND = 40;
    private static final Pattern TITLE = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("</nav>(.*)</body>", Pattern.DOTALL);

    private final Map<String, String> pages;
    private final List<Searched> searched = new ArrayList<>();

    private record Searched(String path, String title, String text, String folded) {}

    private RulePages(Map<String, String> pages, String lang) {
        this.pages = pages;
        pages.forEach((path, html) -> {
            if (path.startsWith(lang + "/") && path.endsWith(".html")) {
                Matcher title = TITLE.matcher(html);
                Matcher body = BODY.matcher(html);
                String text = plain(body.find() ? body.group(1) : html);
                searched.add(new Searched(
                        path.substring(lang.length() + 1),
                        title.find() ? plain(title.group(1)) : path,
                        text,
                        text.toLowerCase(Locale.ROOT)));
            }
        });
    }

    /** The pages of a library, without the cases, which take long to run. */
    static RulePages of(Library library, String lang) {
        Map<String, String> texts = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            for (Drl.RuleFile file : book.files()) {
                try {
                    texts.put(file.name(), Sources.text(library.root().resolve(file.name()), file.name()));
                } catch (Problems e) {
                    // moved or gone since it was read: its rules are shown without their source
                    texts.put(file.name(), "");
                }
            }
        }
        return new RulePages(Pages.of(library, List.of(), f -> texts.getOrDefault(f, ""), List.of(lang)), lang);
    }

    /** The page at that path. */
    Optional<String> page(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    /** The pages in which every word occurs, those first whose title has them. */
    ObjectNode find(String words, String lang) {
        List<String> all = Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("[\\s　]+"))
                .filter(w -> !w.isEmpty())
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode hits = answer.putArray("hits");
        if (all.isEmpty()) {
            return answer;
        }
        searched.stream()
                .filter(s -> all.stream().allMatch(s.folded()::contains))
                .sorted(Comparator.comparingInt((Searched s) -> -score(s, all)).thenComparing(Searched::path))
                .limit(HITS)
                .forEach(s -> hits.addObject()
                        .put("path", s.path())
                        .put("title", s.title())
                        .put("where", where(s.path(), lang))
                        .put("excerpt", excerpt(s, all.get(0))));
        return answer;
    }

    private static int score(Searched page, List<String> words) {
        String title = page.title().toLowerCase(Locale.ROOT);
        int score = words.stream().mapToInt(w -> title.contains(w) ? 10 : 0).sum();
        return score + (page.path().contains("/c-") ? 2 : 0);
    }

    private static String where(String path, String lang) {
        return path.contains("/c-")
                ? path.substring(0, path.indexOf("/c-"))
                : path.startsWith("conducts") ? new Text("行为", "conducts").in(lang) : "";
    }

    private static String excerpt(Searched page, String word) {
        int at = page.folded().indexOf(word);
        int from = Math.max(0, at - AROUND);
        int to = Math.min(page.text().length(), at + word.length() + AROUND);
        return (from > 0 ? "…" : "")
                + page.text().substring(from, to)
                + (to < page.text().length() ? "…" : "");
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
