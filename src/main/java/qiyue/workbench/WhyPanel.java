package qiyue.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.explain.Explanation;
import qiyue.page.Pages;
import qiyue.page.Panels;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.report.Citation;
import qiyue.report.FactNames;
import qiyue.report.Names;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Why a clause was met or not, beside its rules with what met and what stopped them lit up, and the cases that reach it. */
final class WhyPanel {
    private static final int CASES = 12;

    private final Library library;
    private final String lang;
    private final UnaryOperator<String> texts;

    /** @param texts the text of a clause, where texts are bound; else empty */
    WhyPanel(Library library, String lang, UnaryOperator<String> texts) {
        this.library = library;
        this.lang = lang;
        this.texts = texts;
    }

    Panels.Why of(String full, Qiyue.Explained explained, List<Pages.CaseLine> cases, boolean counted) {
        String id = full.substring(full.indexOf('#') + 1);
        Rulebook book = library.rulebooks().get(full.substring(0, Math.max(0, full.indexOf('#'))));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(id);
        Explanation why = explained.clauses().stream()
                .filter(e -> e.clause().equals(full))
                .findFirst()
                .orElseGet(() -> new Explanation(
                        full, state(explained.decision(), full), List.of(), List.of(), List.of(), List.of()));
        Names names = new Names(library, explained.decision(), lang);
        List<String> covering = cases.stream()
                .filter(c -> reached(c, full))
                .map(c -> c.name() + new Text("（", " (").in(lang) + c.file() + new Text("）", ")").in(lang))
                .toList();
        return new Panels.Why(
                lang,
                full,
                Citation.of(id, lang),
                book == null ? "" : book.info().shortTitle().in(lang),
                clause == null ? "" : clause.label().in(lang),
                why.standing(),
                texts.apply(full),
                why.applications().stream().map(this::applied).distinct().toList(),
                why.stops().stream().map(this::stopped).distinct().toList(),
                why.unexamined().stream().map(names::need).toList(),
                book == null ? List.of() : sources(book, id, why),
                sum(covering.size(), counted),
                covering.stream().limit(CASES).toList());
    }

    private static String state(Decision decision, String full) {
        return decision.outcomes().stream()
                .filter(o -> o.clause().equals(full))
                .map(Decision.Outcome::state)
                .findFirst()
                .orElse("without-rules");
    }

    private static boolean reached(Pages.CaseLine line, String full) {
        String state = line.states().getOrDefault(full, "");
        return !state.isEmpty() && !state.equals("not-established") && !state.equals("partly-examined");
    }

    private String sum(int covering, boolean counted) {
        if (!counted) {
            return new Text("正在清点用例，稍后再看。", "the cases are being counted; look again in a while.").in(lang);
        }
        return covering == 0
                ? new Text("没有用例触及。", "no case reaches it.").in(lang)
                : new Text("触及的用例 " + covering + " 个", covering + " cases reach it").in(lang);
    }

    private Panels.Applied applied(Explanation.Application a) {
        return new Panels.Applied(
                a.rule(),
                a.certainty(),
                a.facts().stream()
                        .map(m -> new Panels.Matched(
                                FactNames.of(m.type(), lang) + (concluded(m.id()) ? " " + concluding(m.id()) : ""),
                                concluded(m.id()) ? "" : m.id(),
                                m.conditions().stream()
                                        .map(c -> new Panels.Condition(
                                                c.said().in(lang).isEmpty()
                                                        ? c.text()
                                                        : c.said().in(lang),
                                                c.found()))
                                        .toList()))
                        .toList(),
                a.restsOn().stream()
                        .map(c -> new Panels.Choice(c, Citation.of(c.substring(c.indexOf('#') + 1), lang)))
                        .toList());
    }

    /** Whether a rule concluded it, so that it stands nowhere in the document. */
    private static boolean concluded(String id) {
        return id.contains("#");
    }

    /** The clause it was concluded under, and what it is about. */
    private String concluding(String id) {
        String[] parts = id.substring(id.indexOf('#') + 1).split("@", 2);
        return Citation.of(parts[0], lang) + (parts.length > 1 ? " " + parts[1].replace("+", t("、", ", ")) : "");
    }

    private Panels.Stopped stopped(Explanation.Stopped s) {
        String said = switch (s.kind()) {
            case "value" -> t("有一项条件不符：", "one condition is not met: ");
            case "answer" -> t("认定不是所需要的：", "the answer is not the one needed: ");
            case "present" -> t("要求没有的，却有：", "there is what there must not be: ");
            case "count" -> t("数目不够：", "the number is not reached: ");
            case "looked-back" -> "";
            default -> t("没有符合的事实。", "no such fact.");
        };
        String plain = s.said().in(lang);
        return new Panels.Stopped(
                s.rule(), plain.isEmpty() ? said : plain + " ", s.needed(), s.fact(), s.found(), s.met());
    }

    /** The rules of the clause as written. */
    private List<Panels.Source> sources(Rulebook book, String id, Explanation why) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<Panels.Source> made = new ArrayList<>();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (!rule.clause().equals(id)) {
                    continue;
                }
                List<String> lines = texts.computeIfAbsent(file.name(), this::lines);
                int first = rule.pos().line();
                int last = Math.min(Math.max(rule.endLine(), first), lines.size());
                if (first < 1 || first > lines.size()) {
                    continue;
                }
                boolean applied = why.applications().stream().anyMatch(a -> a.line() == first);
                List<Integer> stopped = why.stops().stream()
                        .filter(s -> s.rule().equals(rule.name()))
                        .map(Explanation.Stopped::line)
                        .toList();
                int until = stopped.stream().mapToInt(l -> l).min().orElse(applied ? last : first);
                List<Integer> met = conditions(rule)
                        .filter(l -> l < until || (applied && l <= last))
                        .toList();
                made.add(Panels.source(file.name() + ":" + first, first, lines.subList(first - 1, last), met, stopped));
            }
        }
        return made;
    }

    private static Stream<Integer> conditions(Drl.Rule rule) {
        return rule.patterns().map(p -> p.pos().line()).distinct();
    }

    private List<String> lines(String file) {
        try {
            return Sources.text(library.root().resolve(file), file).lines().toList();
        } catch (Problems e) {
            return List.of();
        }
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
