package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contrast as WCAG 2.2 reckons it (AA): text 4.5 to 1 on its own background, or, where the rule has none, on each of those it may
 * stand on; edges of boxes to type in 3 to 1. In a browser every text there is on the page is measured too (BrowserTest).
 */
class ContrastTest {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("(--[a-z-]+):\\s*(#[0-9a-f]{3,6})");
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{3,6}|var\\((--[a-z-]+)\\)");

    /** What text without a background of its own stands on. */
    private static final List<String> GROUNDS = List.of("#ffffff", "#f4f6f8", "#f7f9fb");

    private static final List<String> DARK_GROUNDS = List.of("#14171a", "#1f242a", "#332b14");
    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme: dark\\) \\{((?:[^{}]*\\{[^{}]*})*)\\s*}");

    @ParameterizedTest
    @ValueSource(strings = {"workbench/workbench.css", "page/decision.css", "page/style.css", "page/style.css dark"})
    void every_colour_of_text_is_told_from_what_it_stands_on(String sheet) throws Exception {
        String whole = Files.readString(Path.of("src/main/resources/qiyue").resolve(sheet.split(" ")[0]));
        boolean dark = sheet.endsWith(" dark");
        Matcher scheme = DARK.matcher(whole);
        String css = (dark && scheme.find() ? scheme.group(1) : whole.replaceAll(DARK.pattern(), ""))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("@media[^{]*\\{", "");
        Map<String, String> variables = new HashMap<>();
        Matcher variable = VARIABLE.matcher(css);
        while (variable.find()) {
            variables.putIfAbsent(variable.group(1), variable.group(2));
        }
        List<String> weak = new ArrayList<>();
        int pairs = 0;
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            String ink = colour(rule.group(2), "(?<![-a-z])color:", variables);
            String own = colour(rule.group(2), "(?<![-a-z])background(?:-color)?:", variables);
            if (!ink.isEmpty()) {
                for (String ground : own.isEmpty() ? on(ink, dark) : List.of(own)) {
                    pairs++;
                    double ratio = ratio(ink, ground);
                    if (ratio < 4.5) {
                        weak.add("%s: %s on %s is %.2f".formatted(rule.group(1).strip(), ink, ground, ratio));
                    }
                }
            }
            if (rule.group(1).matches("(?s).*\\b(input|select|textarea)\\b.*")
                    && rule.group(2).contains("border:")) {
                String edge = colour(rule.group(2), "(?<![-a-z])border:", variables);
                pairs++;
                if (!edge.isEmpty() && ratio(edge, "#ffffff") < 3) {
                    weak.add("%s: edge %s is %.2f".formatted(rule.group(1).strip(), edge, ratio(edge, "#ffffff")));
                }
            }
        }
        assertThat(pairs).isGreaterThan(10);
        assertThat(weak).isEmpty();
    }

    /** White text stands on what another rule of the same element colours; it is measured there. */
    private static List<String> on(String ink, boolean dark) {
        return dark ? DARK_GROUNDS : luminance(ink) > 0.9 ? List.of() : GROUNDS;
    }

    private static String colour(String body, String property, Map<String, String> variables) {
        Matcher at = Pattern.compile(property + "([^;]*)").matcher(body);
        if (!at.find()) {
            return "";
        }
        Matcher hex = HEX.matcher(at.group(1));
        if (!hex.find()) {
            return "";
        }
        String found = hex.group(1) == null ? hex.group() : variables.getOrDefault(hex.group(1), "");
        return found.length() == 4
                ? "#" + found.charAt(1) + found.charAt(1) + found.charAt(2) + found.charAt(2) + found.charAt(3)
                        + found.charAt(3)
                : found;
    }

    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
