package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problems;

/** Each agreement on its own: what falls under one is no concern of the other. */
class AgreementLawTest {
    private static final List<String> HEADS = List.of("refuse", "fromDeposit", "recover", "multiple");

    /** Facts of a document that name no agreement, and what is neither's, are left out: the law speaks of the rest. */
    @Test
    void two_agreements_side_by_side_decide_as_two_documents_would() {
        for (Regime regime : Regime.all()) {
            if (regime.sideBySide() && !regime.name().equals("jinhua")) {
                Trial.hold(regime, AgreementLawTest::broken, Trial.number() * 8);
            }
        }
    }

    private static List<String> broken(ObjectNode document) throws Problems {
        List<String> agreements = Lines.objects(document.path("agreements"))
                .map(a -> Lines.text(a, "id"))
                .toList();
        List<String> kinds = Lines.objects(document.path("agreements"))
                .map(a -> Lines.text(a, "kind"))
                .distinct()
                .toList();
        if (agreements.size() != 2 || kinds.size() != 2) {
            return List.of();
        }
        JsonNode whole = Judge.decide(part(document, f -> agreements.contains(Lines.text(f, "agreement")), agreements));
        List<String> broken = new ArrayList<>();
        Map<String, BigDecimal> heads = new TreeMap<>();
        List<String> apart = new ArrayList<>();
        for (String agreement : agreements) {
            JsonNode half =
                    Judge.decide(part(document, f -> Lines.text(f, "agreement").equals(agreement), List.of(agreement)));
            apart.addAll(said(half));
            HEADS.forEach(h -> heads.merge(h, Lines.sum(half.path("money"), h), BigDecimal::add));
        }
        List<String> together = new ArrayList<>(said(whole));
        apart.stream().filter(l -> !together.contains(l)).forEach(l -> broken.add("only apart: " + l));
        together.stream().filter(l -> !apart.contains(l)).forEach(l -> broken.add("only together: " + l));
        heads.forEach((head, sum) -> {
            if (sum.compareTo(Lines.sum(whole.path("money"), head)) != 0) {
                broken.add(head + ": apart " + sum + ", together " + Lines.sum(whole.path("money"), head));
            }
        });
        return broken;
    }

    /** Each time a clause was met, and each measure with the facts it rests on. */
    private static List<String> said(JsonNode decision) {
        Stream<String> met = Lines.met(decision).stream().map(m -> m.clause() + " " + m.instance());
        Stream<String> measures = Lines.objects(decision.path("measures")).map(m -> {
            ObjectNode line = m.deepCopy();
            line.remove(List.of("agreement", "choice"));
            return line.toString();
        });
        return Stream.concat(met, measures).toList();
    }

    /** The document with these agreements and the facts that fit, and nothing that belongs to no agreement. */
    private static ObjectNode part(ObjectNode document, Predicate<ObjectNode> fits, List<String> agreements) {
        ObjectNode part = document.deepCopy();
        part.remove(List.of("handling", "choices", "parameters", "applications", "assessments", "answers"));
        keep(part.path("agreements"), a -> agreements.contains(Lines.text(a, "id")));
        keep(part.path("records").path("stays"), fits);
        Set<String> stays = new TreeSet<>();
        Lines.objects(part.path("records").path("stays")).forEach(s -> stays.add(Lines.text(s, "id")));
        Predicate<ObjectNode> whole = f -> fits.test(f) && (!f.has("stay") || stays.contains(Lines.text(f, "stay")));
        keep(part.path("findings"), whole);
        keep(part.path("history").path("measures"), fits);
        if (part.path("history") instanceof ObjectNode history) {
            history.remove("assessments");
        }
        part.path("records")
                .fieldNames()
                .forEachRemaining(kind -> keep(part.path("records").path(kind), whole));
        return part;
    }

    private static void keep(JsonNode list, Predicate<ObjectNode> which) {
        if (list instanceof ArrayNode array) {
            Iterator<JsonNode> items = array.iterator();
            while (items.hasNext()) {
                if (!which.test((ObjectNode) items.next())) {
                    items.remove();
                }
            }
        }
    }
}
