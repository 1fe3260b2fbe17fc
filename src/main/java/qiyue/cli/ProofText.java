package qiyue.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.change.DecisionDiff;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.prove.Proof;
import qiyue.report.DiffReport;
import qiyue.rulebook.Library;

/** What was proved of two versions, for people and for programs; the documents that show it as files. */
final class ProofText {
    private final Proof proof;
    private final Library library;
    private final String lang;
    private final Optional<Path> out;

    ProofText(Proof proof, Library library, String lang, Optional<Path> out) {
        this.proof = proof;
        this.library = library;
        this.lang = lang;
        this.out = out;
    }

    /** Writes every document that shows a turn. */
    void files() throws IOException {
        if (out.isPresent()) {
            WholeFile.folder(out.get());
            for (List<Proof.Witness> witnesses : proof.clauses().values()) {
                for (Proof.Witness w : witnesses) {
                    if (w.turn() == Proof.Turn.OTHER) {
                        continue;
                    }
                    WholeFile.write(
                            out.get().resolve(file(w)),
                            (w.document().toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String file(Proof.Witness w) {
        return w.clause().replaceAll("[/#]", "-") + "-" + code(w.turn()) + ".json";
    }

    private static String code(Proof.Turn turn) {
        return turn.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(t(
                "不同的规则 " + proof.rules() + " 条（新旧各计），各取最小文书及其界限上下的各点，新旧两版各评 " + proof.documents() + " 份。\n\n",
                proof.rules()
                        + " rules differ (each version counted); their smallest documents and the points around each bound, "
                        + proof.documents() + " documents, were decided under both versions.\n\n"));
        if (proof.clauses().isEmpty()) {
            text.append(t("没有一条变严或变宽。\n", "No clause is stricter or more lenient.\n"));
        }
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, List<Proof.Witness>> clause : proof.clauses().entrySet()) {
            if (clause.getValue().stream().allMatch(w -> w.turn() == Proof.Turn.OTHER)) {
                others.add(clause.getKey());
                continue;
            }
            text.append(clause.getKey())
                    .append("  ")
                    .append(together(clause.getValue()).in(lang))
                    .append(label(clause.getKey()))
                    .append('\n');
            for (Proof.Witness w : clause.getValue()) {
                if (w.turn() == Proof.Turn.OTHER) {
                    continue;
                }
                text.append("    ").append(turn(w.turn()).in(lang)).append(t("：", ": "));
                text.append(out.map(o -> o.resolve(file(w)).toString())
                                .orElse(w.document().toString()))
                        .append('\n');
                DiffReport.said(
                                w.changes().stream()
                                        .filter(c -> c.part() != DecisionDiff.Part.OUTCOME)
                                        .filter(c -> c.clauses().contains(w.clause())
                                                || c.own().contains(w.clause()))
                                        .limit(4)
                                        .toList(),
                                library,
                                lang)
                        .forEach(s -> text.append("        ")
                                .append(s.sign())
                                .append(' ')
                                .append(s.text())
                                .append('\n'));
            }
        }
        if (!others.isEmpty()) {
            text.append(t(
                            "\n另有程序、期限随之变化，不论宽严：",
                            "\nSteps and periods that change, neither stricter nor more lenient: "))
                    .append(String.join(" ", others))
                    .append('\n');
        }
        bounded(text);
        return text.toString();
    }

    private void bounded(StringBuilder text) {
        if (proof.bounded().isEmpty()) {
            text.append(t(
                    "\n不同的规则都只是事实的并列，各规则单独而言上面就是全部。\n",
                    "\nAll rules that differ are plain conjunctions: for each rule by itself this is all.\n"));
            return;
        }
        text.append(t("\n只试过、没有证明的：\n", "\nTried, not proved:\n"));
        proof.bounded()
                .forEach(b -> text.append("    ")
                        .append(b.rule())
                        .append("  ")
                        .append(why(b.why()).in(lang))
                        .append('\n'));
    }

    private String label(String clause) {
        int hash = clause.indexOf('#');
        return Optional.ofNullable(library.rulebooks().get(clause.substring(0, Math.max(hash, 0))))
                .map(b -> b.ledger().get(clause.substring(hash + 1)))
                .map(c -> "  " + c.label().in(lang))
                .orElse("");
    }

    private static Text together(List<Proof.Witness> witnesses) {
        List<Proof.Turn> turns = witnesses.stream().map(Proof.Witness::turn).toList();
        return turns.contains(Proof.Turn.STRICTER) && turns.contains(Proof.Turn.MORE_LENIENT)
                ? new Text("有时更严，有时更宽", "stricter in some cases, more lenient in others")
                : turn(turns.get(0));
    }

    private static Text turn(Proof.Turn turn) {
        return switch (turn) {
            case STRICTER -> new Text("更严", "stricter");
            case MORE_LENIENT -> new Text("更宽", "more lenient");
            case OTHER -> new Text("有变化，不论宽严", "changed, neither stricter nor more lenient");
        };
    }

    private static Text why(Proof.Why why) {
        return switch (why) {
            case NO_PLAIN_CONJUNCTION ->
                new Text(
                        "有 not、exists 或 accumulate，只在最小文书附近试过",
                        "has not, exists or accumulate: tried near its smallest document only");
            case NO_DOCUMENT -> new Text("没有找到满足它的文书", "no document was found that meets it");
            case WORKED_OUT ->
                new Text(
                        "界限由几个数字算出，只在界限上下试过",
                        "its bound is worked out of several figures: tried around the bound only");
            case NOTHING_DIFFERENT ->
                new Text(
                        "已有改动，但试过的文书中，新旧两版对这一条说的都一样：不等于没有变化，请自己写一份文书比较（diff OLD NEW FILE）",
                        "it was changed, but on every document tried both versions say the same of its clause: that is no proof of no change; compare on a document of your own (diff OLD NEW FILE)");
            case NO_RULE -> new Text("不是规则的改动，只用全部用例试过", "no change of a rule: tried on all cases only");
        };
    }

    /** For programs. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("rules", proof.rules()).put("documents", proof.documents());
        ArrayNode clauses = root.putArray("clauses");
        proof.clauses().forEach((clause, witnesses) -> {
            ObjectNode node = clauses.addObject().put("clause", clause);
            witnesses.forEach(w -> {
                ObjectNode shown = node.withArray("turns").addObject();
                shown.put("turn", code(w.turn())).put("rule", w.rule()).set("document", w.document());
                out.filter(o -> w.turn() != Proof.Turn.OTHER)
                        .ifPresent(o -> shown.put("file", o.resolve(file(w)).toString()));
            });
        });
        ArrayNode tried = root.putArray("triedOnly");
        proof.bounded()
                .forEach(b -> tried.addObject()
                        .put("what", b.rule())
                        .put(
                                "why",
                                b.why()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-')));
        return root.toPrettyString() + "\n";
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
