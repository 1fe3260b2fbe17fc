package qiyue.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import qiyue.fact.Modality;
import qiyue.fact.Terms;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.prove.Clash;
import qiyue.prove.Pairs;
import qiyue.report.Until;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesTree;
import qiyue.suite.NewCase;

/** Clauses at odds, for people and for programs; the documents that show it as cases to be written. */
final class PairsText {
    private final Map<String, Pairs> regions;
    private final Library library;
    private final String lang;
    private final Optional<Path> out;

    /**
     * @param regions what was found, by region
     */
    PairsText(Map<String, Pairs> regions, Library library, String lang, Optional<Path> out) {
        this.regions = new LinkedHashMap<>(regions);
        this.library = library;
        this.lang = lang;
        this.out = out;
    }

    /** Writes a case for every clash that no reading answers, its expectations left to a person. */
    void files() throws IOException {
        if (out.isEmpty()) {
            return;
        }
        WholeFile.folder(out.get());
        for (Pairs pairs : regions.values()) {
            for (Clash clash : pairs.clashes()) {
                if (!clash.known()) {
                    WholeFile.write(
                            out.get().resolve(file(clash)),
                            NewCase.of(clash.document()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String file(Clash clash) {
        return (clash.one().clause() + "-" + clash.other().clause() + "-"
                                + clash.one().measure())
                        .replaceAll("[/#]", "-")
                + ".yaml";
    }

    /** Whether there is a clash that no reading answers. */
    boolean any() {
        return regions.values().stream().anyMatch(p -> p.clashes().stream().anyMatch(c -> !c.known()));
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        regions.forEach((region, pairs) -> {
            List<Clash> open = pairs.clashes().stream().filter(c -> !c.known()).toList();
            text.append(library.vocabulary().label("regions", region, lang)).append(t("：", ": "));
            text.append(
                    open.isEmpty()
                            ? t("没有发现同一事实上互相冲突的条款\n", "no clauses found that clash on one fact\n")
                            : t(
                                    "同一事实上互相冲突的条款 " + open.size() + " 对\n",
                                    open.size() + " pairs of clauses that clash on one fact\n"));
            open.forEach(c -> clash(text, pairs, c));
            known(text, pairs);
            limits(text, pairs);
            text.append('\n');
        });
        if (any()) {
            text.append(
                    t(
                            "改法：照文本定哪一条管这个情形：在规则里写明除外（Exempt），或在 readings.yaml 中写一条解读，两条的登记都以 reading 引用它，此后列为已定。\n",
                            "Fix: settle by the text which clause governs: write the exception in the rules (Exempt), or a reading in readings.yaml that the ledger lines of both cite; the pair is then listed as decided.\n"));
        }
        return text.toString();
    }

    private void clash(StringBuilder text, Pairs pairs, Clash clash) {
        text.append("\n  ").append(sort(clash.sort()).in(lang)).append('\n');
        List.of(clash.one(), clash.other()).forEach(side -> {
            text.append("    ").append(side.clause()).append("  ").append(gives(side));
            text.append("  ").append(label(side.clause())).append('\n');
            pairs.places(side).forEach(p -> text.append("        ").append(p).append('\n'));
        });
        text.append(t("    最小的文书：", "    smallest inspection: "))
                .append(out.map(o -> o.resolve(file(clash)).toString())
                        .orElse(clash.document().toString()))
                .append('\n');
    }

    private void known(StringBuilder text, Pairs pairs) {
        List<Clash> known = pairs.clashes().stream().filter(Clash::known).toList();
        if (known.isEmpty()) {
            return;
        }
        text.append(
                t("\n  解读已有说法的 " + known.size() + " 对：\n", "\n  " + known.size() + " pairs that readings decide:\n"));
        known.forEach(c -> {
            text.append("    ")
                    .append(c.one().clause())
                    .append(t(" 与 ", " and "))
                    .append(c.other().clause())
                    .append("  ")
                    .append(measure(c.one()))
                    .append(t("：", ": "));
            String region = RulesTree.region(c.one().clause());
            text.append(c.readings().stream()
                            .map(id -> id
                                    + library.readings(region)
                                            .of(id)
                                            .map(r -> " " + r.taken().in(lang))
                                            .orElse(""))
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        });
    }

    private void limits(StringBuilder text, Pairs pairs) {
        text.append(t(
                "\n  试过：只以事实为据的规则 " + pairs.rules() + " 条，可能说同一事实的 " + pairs.pairs() + " 对，其中 " + pairs.apart()
                        + " 对没有找到同时满足两条的文书。\n",
                "\n  Tried: " + pairs.rules() + " rules that rest on facts alone, " + pairs.pairs()
                        + " pairs that may speak of one fact; of " + pairs.apart()
                        + " of them no document was found that meets both.\n"));
        if (pairs.untried() > 0) {
            text.append(t(
                    "  时间到了，还有 " + pairs.untried() + " 条或对没有试，可用 --seconds 放宽。\n",
                    "  Time is up: " + pairs.untried() + " rules or pairs were not tried; --seconds gives more.\n"));
        }
        if (!pairs.unmet().isEmpty()) {
            text.append(t("  没有最小文书、因而没有试的规则：", "  rules without a smallest document, not tried: "))
                    .append(String.join(t("、", ", "), pairs.unmet()))
                    .append('\n');
        }
    }

    private String gives(Clash.Side side) {
        return modality(side.modality()).in(lang) + t("", " ") + measure(side) + terms(side.terms());
    }

    private String measure(Clash.Side side) {
        return side.duty()
                ? library.vocabulary().label("actors", side.actor(), lang)
                        + t("：", ": ")
                        + library.vocabulary().label("acts", side.measure(), lang)
                : library.vocabulary().label("measures", side.measure(), lang);
    }

    private String terms(Terms terms) {
        StringBuilder text = new StringBuilder();
        if (terms.least() >= 0) {
            text.append(' ').append(range(terms.least(), terms.most())).append(t("", " "));
            text.append(unit(terms.unit()).in(lang));
        }
        if (terms.percent() >= 0) {
            text.append(' ')
                    .append(range(terms.percent(), Math.max(terms.percent(), terms.percentMost())))
                    .append('%');
        }
        if (terms.times() >= 0) {
            text.append(' ').append(range(terms.times(), Math.max(terms.times(), terms.timesMost())));
            text.append(t(" 倍", " times"));
        }
        if (terms.amount().signum() >= 0) {
            text.append(' ')
                    .append(terms.amount().toPlainString())
                    .append(
                            terms.amountMost().signum() < 0
                                    ? ""
                                    : "–" + terms.amountMost().toPlainString())
                    .append(t(" 元", " yuan"));
        }
        if (!terms.untilEvent().isEmpty()) {
            text.append(' ').append(Until.event(terms.untilEvent(), library.vocabulary(), lang));
        }
        return text.toString();
    }

    private static String range(int least, int most) {
        return least == most ? String.valueOf(least) : least + "–" + most;
    }

    private static Text unit(String unit) {
        return switch (unit) {
            case "years" -> new Text(" 年", "years");
            case "months" -> new Text(" 个月", "months");
            case "working-days" -> new Text(" 个工作日", "working days");
            case "hours" -> new Text(" 小时", "hours");
            default -> new Text(" 日", "days");
        };
    }

    private static Text modality(Modality modality) {
        return switch (modality) {
            case MAY -> new Text("可以", "may:");
            case SHALL -> new Text("应当", "shall:");
            case AUTOMATIC -> new Text("依条款", "by operation:");
        };
    }

    private static Text sort(Clash.Sort sort) {
        return switch (sort) {
            case MAY_AND_SHALL -> new Text("一条可以，一条应当", "one allows what the other requires");
            case DISJOINT_RANGE ->
                new Text("同一措施或步骤，幅度、期限没有交集", "one measure or step, bounds or times that have nothing in common");
            case DIFFERENT_RANGE -> new Text("同一措施或步骤，幅度、期限不同", "one measure or step, different bounds or times");
            case PAID_AND_NOT_PAID -> new Text("同一款项，一条应付，一条不付", "the same money is payable and not payable");
            case TWO_ACTORS -> new Text("同一步骤，两个主体", "one step, two who have to take it");
            case MONEY_TWO_WAYS -> new Text("同一款项，两种处理", "the same money dealt with in two ways");
        };
    }

    private String label(String clause) {
        int hash = clause.indexOf('#');
        return Optional.ofNullable(library.rulebooks().get(clause.substring(0, Math.max(hash, 0))))
                .map(b -> b.ledger().get(clause.substring(hash + 1)))
                .map(c -> c.label().in(lang))
                .orElse("");
    }

    /** For programs. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode all = root.putArray("regions");
        regions.forEach((region, pairs) -> {
            ObjectNode node = all.addObject().put("region", region);
            node.put("rules", pairs.rules())
                    .put("pairs", pairs.pairs())
                    .put("notMetTogether", pairs.apart())
                    .put("notTried", pairs.untried());
            ArrayNode unmet = node.putArray("noDocument");
            pairs.unmet().forEach(unmet::add);
            ArrayNode clashes = node.putArray("clashes");
            pairs.clashes().forEach(c -> {
                ObjectNode shown = clashes.addObject().put("sort", code(c.sort().name()));
                side(shown.putObject("one"), pairs, c.one());
                side(shown.putObject("other"), pairs, c.other());
                ArrayNode readings = shown.putArray("readings");
                c.readings().forEach(readings::add);
                shown.set("document", c.document());
                out.filter(o -> !c.known())
                        .ifPresent(o -> shown.put("file", o.resolve(file(c)).toString()));
            });
        });
        return root.toPrettyString() + "\n";
    }

    private void side(ObjectNode node, Pairs pairs, Clash.Side side) {
        node.put("clause", side.clause())
                .put("modality", code(side.modality().name()))
                .put("measure", side.measure())
                .put("terms", terms(side.terms()).strip());
        ArrayNode places = node.putArray("places");
        pairs.places(side).forEach(places::add);
    }

    private static String code(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
