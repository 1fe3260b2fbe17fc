package qiyue.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.explain.Explanation;
import qiyue.problem.Visible;
import qiyue.report.FactNames;
import qiyue.report.Names;
import qiyue.report.Page;
import qiyue.rulebook.Library;

/** Explanations as text. */
final class ExplanationText {
    private final Names names;
    private static final Pattern KIND = Pattern.compile("\\b([A-Z][A-Za-z]+)\\(");

    /** So many of thousands are named. */
    private static final int NAMED = 100;

    private static final int NAMED_OF_ONE = 12;

    private final String lang;
    private final boolean drl;
    private final Map<String, List<String>> texts;
    private final Library library;
    private final Page out = new Page(Common.columns());

    /**
     * Explanations.
     *
     * @param drl whether conditions are shown as their authors wrote them, with places in rule files
     * @param texts by full clause id, the user's own copy of its text
     */
    ExplanationText(Library library, Decision decision, String lang, boolean drl, Map<String, List<String>> texts) {
        this.texts = texts;
        this.drl = drl;
        this.library = library;
        this.names = new Names(library, decision, lang);
        this.lang = lang;
    }

    String of(List<Explanation> all) {
        all.forEach(this::clause);
        return out.text();
    }

    private void clause(Explanation e) {
        line(names.clause(e.clause()) + t(" —— ", " — ") + standing(e));
        texts.getOrDefault(e.clause(), List.of())
                .forEach(text -> text.lines().forEach(l -> line("  " + t("原文：", "text: ") + l)));
        Set<List<String>> told = new HashSet<>();
        LikeApplications.of(e.applications(), lang).forEach(like -> alike(like, told));
        once(e.stops(), drl ? this::stopAsWritten : this::stopped);
        e.aside().forEach(a -> line("  " + t("不计：", "not counted: ") + a.in(lang)));
        if (!e.unexamined().isEmpty() && e.applications().isEmpty()) {
            line("  " + t("未检查，不等于不成立。须检查或提供：", "not examined, which does not mean not met. Examine or hand in: ")
                    + e.unexamined().stream().map(names::need).collect(Collectors.joining(t("、", ", "))));
        }
        line("");
    }

    private String standing(Explanation e) {
        return e.standing().stream().map(this::state).collect(Collectors.joining(t("、", ", ")));
    }

    /** Each as it reads, once: what differs only in what is not shown is one to whoever reads it. */
    private <T> void once(List<T> all, Function<T, List<String>> lines) {
        all.stream().map(lines).distinct().forEach(l -> l.forEach(this::line));
    }

    private void alike(LikeApplications like, Set<List<String>> told) {
        Function<Explanation.Application, List<String>> lines = drl ? this::asWritten : this::plainly;
        Stream.concat(Stream.of(like.first()), like.also().stream())
                .map(lines)
                .filter(told::add)
                .forEach(l -> l.forEach(this::line));
        if (!like.others().isEmpty()) {
            line("    "
                    + t(
                            "这条规则同样适用的另有 " + like.others().size() + " 处：",
                            "the rule applies alike to " + like.others().size() + " more: ")
                    + like.others().stream().limit(NAMED).collect(Collectors.joining(t("、", ", ")))
                    + (like.others().size() > NAMED
                            ? t(" 等；--format json 列出全部", " and so on; --format json shows all")
                            : ""));
        }
    }

    private List<String> plainly(Explanation.Application a) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + t("因为：" + a.rule(), "rule \"" + a.rule() + "\" applies")
                + (a.certainty().equals("established") ? "" : t("（", " (") + state(a.certainty()) + t("）", ")")));
        for (Explanation.Matched m : a.facts()) {
            lines.add("    · " + m.said().in(lang));
            // a set called by name is several conditions on one field, and reads as one
            m.conditions().stream()
                    .map(c -> c.said().in(lang))
                    .filter(s -> !s.isEmpty())
                    .distinct()
                    .forEach(s -> lines.add("        " + s));
            for (Explanation.Said charge : m.lines()) {
                lines.add("        " + charge.in(lang));
            }
        }
        a.counted().forEach(c -> lines.add("    " + c.in(lang)));
        if (!a.restsOn().isEmpty()) {
            lines.add("    " + t("由此而来：", "follows from: ")
                    + a.restsOn().stream().map(names::clause).collect(Collectors.joining(t("、", ", "))));
        }
        return lines;
    }

    private List<String> stopped(Explanation.Stopped s) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + t("未适用：" + s.rule(), "rule \"" + s.rule() + "\" does not apply"));
        String said = s.said().in(lang);
        if (!s.about().in(lang).isEmpty()) {
            lines.add("    · " + s.about().in(lang));
            lines.add("        " + (said.isEmpty() ? what(s) : said));
        } else {
            lines.add("    " + what(s));
        }
        s.counted().forEach(c -> lines.add("    " + c.in(lang)));
        return lines;
    }

    private List<String> asWritten(Explanation.Application a) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + t("规则“", "rule \"") + a.rule() + t("”", "\"") + "  " + a.file() + ":" + a.line()
                + (a.certainty().equals("established") ? "" : "  " + state(a.certainty())));
        for (Explanation.Matched m : a.facts()) {
            lines.add("    " + (m.name().isEmpty() ? "" : m.name() + " ") + names.fact(m.type(), brief(m.id())));
            m.conditions().forEach(c -> lines.add("        " + c.text() + t("　← ", "  <- ") + c.found()));
        }
        if (!a.restsOn().isEmpty()) {
            lines.add("    " + t("由此而来：", "follows from: ")
                    + a.restsOn().stream().map(names::clause).collect(Collectors.joining(t("、", ", "))));
        }
        return lines;
    }

    private List<String> stopAsWritten(Explanation.Stopped s) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + t("规则“", "rule \"") + s.rule() + t("”止于 ", "\" stopped at ") + s.file() + ":" + s.line());
        lines.add("      " + what(s)
                + (s.met().isEmpty()
                        ? ""
                        : t("（此前已符合：", " (met before: ")
                                + s.met().stream().map(this::brief).collect(Collectors.joining(t("、", ", ")))
                                + t("）", ")")));
        return lines;
    }

    private String what(Explanation.Stopped s) {
        // in words it stands above what it was about
        String fact = drl || s.about().in(lang).isEmpty() ? s.fact() : t("此处", "this");
        return switch (s.kind()) {
            case "value" -> t("要求 ", "needs ") + s.needed() + t("，而 ", "; ") + fact + t(" 为 ", " has ") + s.found();
            case "answer" ->
                t("要求认定 ", "needs the answer ")
                        + s.needed()
                        + t("，而 ", "; ")
                        + fact
                        + t(" 已答 ", " was answered ")
                        + s.found();
            case "present" ->
                drl
                        ? t("要求没有 ", "needs none of ") + s.needed().substring(4) + t("，而有", ", but there is")
                        : t("要求没有的事实却有：", "there must be none, but there is: ") + kinds(s.needed());
            case "count" ->
                drl
                        ? t("要求 ", "needs ") + s.needed() + t("，实为 ", "; it is ") + s.found()
                        : t("数目不够或不符，实为 ", "the count does not fit; it is ")
                                + s.found()
                                + t("：", ": ")
                                + kinds(s.needed());
            case "looked-back" -> s.fact() + t("：", ": ") + s.said().in(lang);
            default -> t("没有符合的事实：", "no such fact: ") + (drl ? s.needed() : kinds(s.needed()));
        };
    }

    /** The kinds of fact a condition speaks of. */
    private String kinds(String condition) {
        return KIND.matcher(condition)
                .results()
                .map(m -> library.vocabulary()
                        .own()
                        .label(m.group(1))
                        .map(l -> l.in(lang))
                        .orElseGet(() -> FactNames.of(m.group(1), lang)))
                .distinct()
                .collect(Collectors.joining(t("、", ", ")));
    }

    /** The id of a conclusion that rests on more facts than anybody reads, with some of them and their number. */
    private String brief(String id) {
        String[] facts = id.substring(id.lastIndexOf('@') + 1).split("\\+");
        return facts.length <= NAMED_OF_ONE
                ? id
                : id.substring(0, id.lastIndexOf('@') + 1)
                        + String.join("+", List.of(facts).subList(0, NAMED_OF_ONE))
                        + t("+…（共 " + facts.length + " 项）", "+… (" + facts.length + " in all)");
    }

    private String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视本次选择而定", "conditional on today's choice");
            case "chosen" -> t("因本次选择而适用", "by today's choice");
            case "declined" -> t("本次不选择，因此不适用", "declined today, so without effect");
            case "open" -> t("待认定", "open");
            case "suspected" -> t("嫌疑", "suspected");
            case "not-established" -> t("已检查，未成立", "examined, not met");
            case "partly-examined" -> t("只检查了一部分，未成立", "examined in part, not met");
            case "not-examined" -> t("未检查", "not examined");
            case "exempt" -> t("已除外", "exempt");
            case "applied" -> t("已适用", "applied");
            default -> t("未适用", "not applied");
        };
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private void line(String text) {
        out.line(Visible.line(text));
    }
}
