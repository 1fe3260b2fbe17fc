package qiyue.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision.Answering;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/**
 * Who may answer each question, on what evidence, and the clauses that say so ({@code answered-by}, {@code evidence},
 * {@code clauses} of a question); where the text of a region says otherwise ({@code in}), that.
 */
final class Answerers {
    static final Set<String> KEYS = Set.of("answered-by", "evidence", "clauses", "in");

    private static final Set<String> OF_REGION = Set.of("answered-by", "evidence", "clauses");

    /** What the program asks without the vocabulary: a sum, a field that is not stated, a text that has lapsed. */
    private static final Map<String, Answering> ASKED_BY_ITSELF = Map.of(
            "amount",
            new Answering("inspectors", both("结算单、清单与拨付记录", "settlements, bills and payment records"), List.of()),
            "stated",
            new Answering(
                    "inspectors",
                    both("记载该事项的协议、文书或系统记录", "the agreement, document or system record that holds it"),
                    List.of()),
            "lapsed",
            new Answering(
                    "human-resources",
                    both("延续施行或重新发布的文件", "a document that extends the text or issues it anew"),
                    List.of()));

    private final Map<String, YamlNode> entries = new TreeMap<>();
    private final Map<String, Answering> everywhere = new TreeMap<>();
    private final Map<String, Map<String, Answering>> byRegion = new TreeMap<>();
    private final Map<YamlNode, String> cited = new java.util.LinkedHashMap<>();

    /** What is said of each question for every region. */
    Map<String, Answering> everywhere() {
        return everywhere;
    }

    /** What single regions say, by question. */
    Map<String, Map<String, Answering>> byRegion() {
        return byRegion;
    }

    /** Keeps the entry of a question until all codes are known. */
    void note(String question, YamlNode entry) {
        entries.put(question, entry);
    }

    /** Reads what was kept; what is missing or unknown is reported at its place. */
    void read(Vocabulary vocabulary) {
        entries.forEach((question, entry) -> {
            Answering said = new Answering(by(entry, question, vocabulary), evidence(entry, question), clauses(entry));
            everywhere.put(question, said);
            Map<String, Answering> regions = new TreeMap<>();
            if (entry.has("in")) {
                entry.get("in").only(vocabulary.codes("regions"));
                entry.get("in").fields((region, other) -> {
                    other.only(OF_REGION);
                    regions.put(
                            region,
                            new Answering(
                                    other.has("answered-by") ? by(other, question, vocabulary) : said.by(),
                                    other.has("evidence") ? evidence(other, question) : said.evidence(),
                                    other.has("clauses") ? clauses(other) : said.clauses()));
                });
            }
            byRegion.put(question, regions);
        });
    }

    private static String by(YamlNode entry, String question, Vocabulary vocabulary) {
        if (!entry.has("answered-by")) {
            Set<String> some = new TreeSet<>(vocabulary.codes("answerers"));
            entry.report(
                    "missing",
                    new Text(
                            "问题 " + question + " 没有写明由谁回答", "question " + question + " does not say who may answer it"),
                    new Text(
                            "补上 answered-by: …；可用：" + String.join("、", some),
                            "add answered-by: …; one of: " + String.join(", ", some)));
            return "";
        }
        return entry.get("answered-by").code(vocabulary, "answerers");
    }

    private static Map<String, String> evidence(YamlNode entry, String question) {
        YamlNode evidence = entry.child("evidence");
        if (!evidence.has("zh") || !evidence.has("en")) {
            entry.report(
                    "missing",
                    new Text(
                            "问题 " + question + " 没有写明凭什么证据回答",
                            "question " + question + " does not say on what evidence it is answered"),
                    new Text("补上 evidence: {zh: …, en: …}", "add evidence: {zh: …, en: …}"));
            return Map.of();
        }
        evidence.only(Set.of("zh", "en"));
        return both(evidence.text("zh"), evidence.text("en"));
    }

    private List<String> clauses(YamlNode entry) {
        List<String> clauses = new ArrayList<>();
        for (YamlNode clause : entry.list("clauses")) {
            clauses.add(clause.text());
            cited.put(clause, clause.text());
        }
        return List.copyOf(clauses);
    }

    /** Every clause named stands in its ledger; ledgers that were not read are not held against it. */
    void holdAgainst(Map<String, Set<String>> ledgers) {
        cited.forEach((node, full) -> {
            int at = full.indexOf('#');
            Set<String> ledger = ledgers.getOrDefault(full.substring(0, Math.max(at, 0)), Set.of());
            if (at < 0) {
                node.report(
                        "unknown-clause",
                        new Text("条款 " + full + " 没有写明属哪一册", "clause " + full + " does not name its rulebook"),
                        new Text(
                                "写全：规则册#条款，如 beijing/rules-2025#19.1",
                                "write rulebook#clause, such as beijing/rules-2025#19.1"));
            } else if (!ledger.isEmpty() && !ledger.contains(full.substring(at + 1))) {
                node.report(
                        "unknown-clause",
                        new Text("条款登记中没有 " + full, "no ledger has " + full),
                        Suggest.clause(full.substring(at + 1), ledger));
            }
        });
    }

    /** Who may answer it where the text of the region applies. */
    Answering of(String question, String region) {
        Answering itself = ASKED_BY_ITSELF.get(question);
        return itself != null
                ? itself
                : byRegion.getOrDefault(question, Map.of())
                        .getOrDefault(region, everywhere.getOrDefault(question, Answering.UNSAID));
    }

    /** What the texts of single regions say, by region. */
    Map<String, Answering> regions(String question) {
        return byRegion.getOrDefault(question, Map.of());
    }

    private static Map<String, String> both(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}
