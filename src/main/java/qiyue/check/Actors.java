package qiyue.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * A measure or step of another than the title says: 由行政部门约谈 without {@code .by( … )}, or by somebody else. Only a title that
 * says who acts ("由……", or whoever stands first and 应当 or 可以 after; of a step the only one it names, where it begins with
 * him) is held against the rule, and only where it uses the vocabulary's word for an actor, the end of it, or one of its short
 * names ({@code words}). Where the title names nobody the line in the ledger is asked.
 */
final class Actors implements Check {
    private static final String AGENCY = "agency";
    private static final Pattern WHO =
            Pattern.compile("(?<![理事缘自])由([^由，。、；：（）0-9]{2,24})|(?:^|[，；])([^由，。、；：（）0-9]{2,16}?)(?:应当|可以|必须|负责)");
    /** Whose it is, before the name: the city's, the district's. */
    private static final Pattern LEVEL = Pattern.compile("^(?:统筹地区|参保地|所在地|各级|上级|同级|省|市|州|盟|县|区|旗|级)++");

    /** What follows a name where something of his, or others beside him, are meant. */
    private static final Pattern NOT_HIMSELF =
            Pattern.compile("的|与|和|及|或|、|工作人员|人员|内部|名称|地址|之间|协议|信息|账户|资质|等级|未|没有|不|违反|违约|拒|逾期|提出");

    /** A first part that tells when something is done, not by whom: no term in it, or a 的 at its end. */
    private static final Pattern CONDITION = Pattern.compile("(?![^，；]*?[日天月年时后前内])[^，；]*[，；]|[^，；]*的[，；]");

    /** Who pays is not who takes the measure. */
    private static final Pattern PAYS = Pattern.compile("承担|负担|支付|赔偿|自付|自理");

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
                // what follows by the clause itself is taken by nobody
                boolean automatic = rule.then().steps().get(0).name().equals("automatic");
                if ((type.equals("Measure") && !automatic) || type.equals("Duty")) {
                    look(found, book, file, rule, type.equals("Measure"));
                }
            }
        }
    }

    private void look(Findings found, Rulebook book, Drl.RuleFile file, Drl.Rule rule, boolean measure) {
        List<String> said = acting(rule.title(), measure);
        if (said.isEmpty() && named(rule.title()).isEmpty()) {
            List<String> inLine = acting(Ledger.line(book, rule), measure);
            // a line that speaks of several steps is of another rule where that one has him
            boolean another = !inLine.isEmpty()
                    && book.rules().stream()
                            .anyMatch(r -> r.clause().equals(rule.clause()) && inLine.contains(written(by(r), false)));
            said = another ? List.of() : inLine;
        }
        Drl.Step by = by(rule);
        if (by != null && measure && written(by, true).equals(struck(rule))) {
            itself(found, file, by);
            return;
        }
        if (by == null && !measure) {
            nobody(found, file, rule, said);
            return;
        }
        String written = written(by, measure);
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

    /** A step that nobody is said to take: nobody would be told of it. */
    private static void nobody(Findings found, Drl.RuleFile file, Drl.Rule rule, List<String> said) {
        String first = said.isEmpty() ? "facility" : said.get(0);
        found.add(
                "actor-unlike",
                file,
                rule.then().steps().get(0).pos(),
                new Text("这一步没有写由谁去做", "it is not said who takes the step"),
                new Text(
                        "对照文本写 .by( … )，如 .by( \"" + first + "\" )",
                        "by the text write .by( … ), such as .by( \"" + first + "\" )"));
    }

    /** A measure taken by the very one it strikes. */
    private static void itself(Findings found, Drl.RuleFile file, Drl.Step by) {
        found.add(
                "actor-unlike",
                file,
                by.pos(),
                new Text("措施的主体写成了受措施的一方自己", "the measure is said to be taken by the very party it strikes"),
                new Text(
                        "经办机构采取的删去 .by( … )；那一方自己要做的事是步骤，写 Duty",
                        "remove .by( … ) where the agency takes it; what the party has to do itself is a step: Duty"));
    }

    /** Whom the measure strikes. */
    private static String struck(Drl.Rule rule) {
        return rule.then().step("on").map(s -> written(s, true)).orElse("facility");
    }

    private static Drl.@Nullable Step by(Drl.Rule rule) {
        return rule.then().step("by").orElse(null);
    }

    /** Who acts by the rule; empty where it does not say so in so many words. */
    private static String written(Drl.@Nullable Step by, boolean measure) {
        if (by == null) {
            return measure ? AGENCY : "";
        }
        return by.arguments().get(0) instanceof Drl.Literal l ? String.valueOf(l.value()) : "";
    }

    /** Who acts by the text; of a measure only where it says so expressly. */
    private List<String> acting(String text, boolean measure) {
        List<String> said = said(text);
        return said.isEmpty() && !measure ? subject(text) : said;
    }

    /** The actors that the title may mean; none where it says nobody that the vocabulary has. */
    private List<String> said(String title) {
        Matcher m = WHO.matcher(title);
        while (m.find()) {
            String words = m.group(1) == null ? m.group(2) : m.group(1);
            // what ends with 的 is a condition: whom it is about, not who acts
            if (PAYS.matcher(words).find() || words.endsWith("的")) {
                continue;
            }
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

    /** The only actor that the text names, where it begins with him: who has to do what it says. */
    private List<String> subject(String text) {
        Set<String> all = named(text);
        String plain = LEVEL.matcher(text).replaceFirst("");
        return all.size() == 1
                        && !CONDITION.matcher(text).lookingAt()
                        && vocabulary.entries("actors").stream()
                                .filter(a -> all.contains(a.code()))
                                .flatMap(Actors::names)
                                .anyMatch(n -> begins(text, n) || begins(plain, n))
                ? alike(vocabulary.label("actors", all.iterator().next(), "zh"))
                : List.of();
    }

    /** Whether the text begins with the name and goes on with what is done, not with what is his. */
    private static boolean begins(String text, String name) {
        return text.startsWith(name)
                && !NOT_HIMSELF.matcher(text.substring(name.length())).lookingAt();
    }

    /** The actors that the text names; a name within a longer one is not named. */
    private Set<String> named(String text) {
        Set<String> found = new TreeSet<>();
        String rest = text;
        for (Vocabulary.Entry actor : vocabulary.entries("actors").stream()
                .sorted(Comparator.comparingInt(a -> -longest(a)))
                .toList()) {
            for (String name : names(actor)
                    .sorted(Comparator.comparingInt(n -> -n.length()))
                    .toList()) {
                if (rest.contains(name)) {
                    found.add(actor.code());
                    rest = rest.replace(name, "　");
                }
            }
        }
        return found;
    }

    private static int longest(Vocabulary.Entry actor) {
        return names(actor).mapToInt(String::length).max().orElse(0);
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
