package qiyue.check;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * A measure or step of another than the title says: 由行政部门约谈 without {@code .by( … )}, or by somebody else. Only a title that
 * says who acts ("由……", or whoever stands first and 应当 or 可以 after) is held against the rule, and only where it uses the
 * vocabulary's word for an actor, the end of it, or one of its short names ({@code words}).
 */
final class Actors implements Check {
    private static final String AGENCY = "agency";
    private static final Pattern WHO =
            Pattern.compile("(?<![理事缘自])由([^由，。、；：（）0-9]{2,24})|^([^由，。、；：（）0-9]{2,16}?)(?:应当|可以|必须|负责)");
    /** Whose it is, before the name: the city's, the district's. */
    private static final Pattern LEVEL = Pattern.compile("^(?:统筹地区|参保地|所在地|各级|上级|同级|省|市|州|盟|县|区|旗|级)++");

    private static final Pattern SHORT = Pattern.compile(".{0,12}(部门|机构)");

    private final Vocabulary vocabulary;

    Actors(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                String type = rule.then().type();
                if (type.equals("Measure") || type.equals("Duty")) {
                    look(found, file, rule, type.equals("Measure"));
                }
            }
        }
    }

    private void look(Findings found, Drl.RuleFile file, Drl.Rule rule, boolean measure) {
        List<String> said = said(rule.title());
        Drl.Step by = rule.then().steps().stream()
                .filter(s -> s.name().equals("by"))
                .findFirst()
                .orElse(null);
        String written = by == null
                ? measure ? AGENCY : ""
                : by.arguments().get(0) instanceof Drl.Literal l ? String.valueOf(l.value()) : "";
        if (said.isEmpty() || written.isEmpty() || said.contains(written)) {
            return;
        }
        String first = said.get(0);
        found.add(
                "actor-unlike",
                file,
                by == null ? rule.then().steps().get(0).pos() : by.pos(),
                new Text(
                        "标题说由 " + vocabulary.label("actors", first, "zh") + " 去做，规则"
                                + (by == null ? "没有写 .by( … )，就是经办机构" : "写的是 " + written),
                        "by the title " + vocabulary.label("actors", first, "en") + " acts, and the rule "
                                + (by == null ? "has no .by( … ): it is the agency" : "has " + written)),
                new Text(
                        "对照文本：写 .by( \"" + first + "\" )，或改标题",
                        "by the text: write .by( \"" + first + "\" ), or correct the title"));
    }

    /** The actors that the title may mean; none where it says nobody that the vocabulary has. */
    private List<String> said(String title) {
        Matcher m = WHO.matcher(title);
        while (m.find()) {
            String words = m.group(1) == null ? m.group(2) : m.group(1);
            List<String> whole = vocabulary.entries("actors").stream()
                    .filter(a -> names(a).anyMatch(n -> words.startsWith(n)
                            || LEVEL.matcher(words).replaceFirst("").startsWith(n)))
                    .map(Vocabulary.Entry::code)
                    .toList();
            if (!whole.isEmpty()) {
                return whole.size() == 1 ? alike(vocabulary.label("actors", whole.get(0), "zh")) : whole;
            }
            Matcher name = SHORT.matcher(words);
            if (name.lookingAt() && name.group().length() >= 4) {
                List<String> ending = alike(name.group());
                if (!ending.isEmpty()) {
                    return ending;
                }
            }
        }
        return List.of();
    }

    /** What an actor is called, and its short names. */
    private static Stream<String> names(Vocabulary.Entry actor) {
        return Stream.concat(Stream.of(actor.label().zh()), actor.named("words").stream());
    }

    /** The actors whose word is this or ends with it. */
    private List<String> alike(String word) {
        return vocabulary.entries("actors").stream()
                .filter(a -> a.label().zh().endsWith(word))
                .sorted(Comparator.comparingInt(a -> a.label().zh().length()))
                .map(Vocabulary.Entry::code)
                .toList();
    }
}
