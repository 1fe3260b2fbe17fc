package qiyue.cli;

import java.util.List;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.explain.Explanation;
import qiyue.problem.Visible;
import qiyue.report.Names;
import qiyue.report.Page;
import qiyue.rulebook.Library;

/** Explanations as text. */
final class ExplanationText {
    private final Names names;
    private final String lang;
    private final Page out = new Page(Common.columns());

    ExplanationText(Library library, Decision decision, String lang) {
        this.names = new Names(library, decision, lang);
        this.lang = lang;
    }

    String of(List<Explanation> all) {
        all.forEach(this::clause);
        return out.text();
    }

    private void clause(Explanation e) {
        line(names.clause(e.clause()) + t(" —— ", " — ") + state(e.state()));
        for (Explanation.Application a : e.applications()) {
            line("  " + t("规则“", "rule \"") + a.rule() + t("”", "\"") + "  " + a.file() + ":" + a.line()
                    + (a.certainty().equals("established") ? "" : "  " + state(a.certainty())));
            for (Explanation.Matched m : a.facts()) {
                line("    " + (m.name().isEmpty() ? "" : m.name() + " ") + names.fact(m.type(), m.id()));
                m.conditions().forEach(c -> line("        " + c.text() + t("　← ", "  <- ") + c.found()));
            }
            if (!a.restsOn().isEmpty()) {
                line("    " + t("由此而来：", "follows from: ")
                        + a.restsOn().stream().map(names::clause).collect(Collectors.joining(t("、", ", "))));
            }
        }
        for (Explanation.Stopped s : e.stops()) {
            line("  " + t("规则“", "rule \"") + s.rule() + t("”止于 ", "\" stopped at ") + s.file() + ":" + s.line());
            String what = switch (s.kind()) {
                case "value" ->
                    t("要求 ", "needs ") + s.needed() + t("，而 ", "; ") + s.fact() + t(" 为 ", " has ") + s.found();
                case "answer" ->
                    t("要求认定 ", "needs the answer ")
                            + s.needed()
                            + t("，而 ", "; ")
                            + s.fact()
                            + t(" 已答 ", " was answered ")
                            + s.found();
                case "present" -> t("要求没有 ", "needs none of ") + s.needed().substring(4) + t("，而有", ", but there is");
                case "count" -> t("要求 ", "needs ") + s.needed() + t("，实为 ", "; it is ") + s.found();
                default -> t("没有符合的事实：", "no such fact: ") + s.needed();
            };
            line("      " + what
                    + (s.met().isEmpty()
                            ? ""
                            : t("（此前已符合：", " (met before: ") + String.join(t("、", ", "), s.met()) + t("）", ")")));
        }
        if (!e.unexamined().isEmpty() && e.applications().isEmpty()) {
            line("  " + t("未检查，不等于不成立。须检查或提供：", "not examined, which does not mean not met. Examine or hand in: ")
                    + e.unexamined().stream().map(names::need).collect(Collectors.joining(t("、", ", "))));
        }
        line("");
    }

    private String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视本次选择而定", "conditional on today's choice");
            case "open" -> t("待认定", "open");
            case "suspected" -> t("嫌疑", "suspected");
            case "not-established" -> t("已检查，未成立", "examined, not met");
            case "partly-examined" -> t("只检查了一部分，未成立", "examined in part, not met");
            case "not-examined" -> t("未检查", "not examined");
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
