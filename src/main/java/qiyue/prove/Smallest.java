package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.engine.Dockets;
import qiyue.engine.Evaluator;
import qiyue.explain.Probe;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/**
 * For a rule the smallest document that meets it: a value for each condition, linked facts, the agreement in force. It is
 * written down from the rule, tried by reading the rules against it, and mended value by value where it stops; where that does
 * not lead there, a known document that meets the rule is cut down instead. Nothing is taken for met that was not tried.
 */
public final class Smallest {
    private static final int DRAFTS = 4;
    private static final int TRIES = 500;

    private final Library library;
    private final Function<String, List<JsonNode>> documents;
    private final Map<String, List<Known>> read = new HashMap<>();
    private final Kinds kinds;

    /** For the rules of a library, with the documents of its cases to fall back upon. */
    public Smallest(Library library) {
        this(library, region -> documents(library, region));
    }

    /**
     * For the rules of a library.
     *
     * @param documents of a region to fall back upon; asked for when first needed
     */
    Smallest(Library library, Function<String, List<JsonNode>> documents) {
        this.library = library;
        this.documents = documents;
        this.kinds = new Kinds(library.vocabulary());
    }

    /** The documents of the cases; none where a case file cannot be read. */
    public static List<JsonNode> documents(Library library) {
        return documents(library, file -> true);
    }

    /** The documents of the cases of a region; none where a case file cannot be read. */
    static List<JsonNode> documents(Library library, String region) {
        return documents(library, file -> file.startsWith(region + "/"));
    }

    private static List<JsonNode> documents(Library library, Predicate<String> files) {
        try {
            return new Suite(library, new Evaluator(library, group -> Set.of()))
                    .cases(files).stream().map(Case::given).toList();
        } catch (Problems e) {
            return List.of();
        }
    }

    /** A document that meets the rule, nothing being asked or suspected that need not be; empty where none was found. */
    public Optional<ObjectNode> of(Rulebook book, Drl.Rule rule) {
        return drafted(book, rule).or(() -> cut(book, rule));
    }

    /** Written down from the rule alone. */
    Optional<ObjectNode> drafted(Rulebook book, Drl.Rule rule) {
        Base base = Base.of(book);
        for (int i = 0; i < DRAFTS; i++) {
            Draft draft = Drafting.of(library, book, rule, i);
            Optional<ObjectNode> mended = mended(draft, base);
            if (mended.isPresent()) {
                return mended;
            }
            // no conclusion was chosen, so that another choice would be the same again
            if (draft.goals().size() == 1) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> mended(Draft first, Base base) {
        Draft draft = first;
        Probe.Rules rules = Reach.rules(draft.goals());
        Reach reach = Reach.of(library, draft.document(), draft.goals(), rules);
        int tries = 0;
        while (!reach.met()) {
            Mending mending = new Mending(kinds, base, draft);
            List<ObjectNode> moves = new ArrayList<>(mending.moves(reach));
            moves.addAll(mending.pairs(reach));
            boolean further = false;
            for (ObjectNode move : moves) {
                if (++tries > TRIES) {
                    return Optional.empty();
                }
                Reach after = Reach.of(library, move, draft.goals(), rules);
                if (after.far() > reach.far()) {
                    draft = draft.with(move);
                    reach = after;
                    further = true;
                    break;
                }
            }
            if (!further) {
                return Optional.empty();
            }
        }
        return Optional.of(shrunk(draft.document(), draft.last(), rules, reach));
    }

    /** The shortest known document that meets it, cut down. */
    private Optional<ObjectNode> cut(Rulebook book, Drl.Rule rule) {
        Goal goal = new Goal(book, rule);
        // what rests on facts alone hangs on no other rule but exemptions, which are read in any case
        Probe.Rules rules = new Probe.Rules(rule.chained() ? Set.of() : Set.of(rule.name()));
        for (Known each : known(book.info().region())) {
            Reach reach = Reach.of(each.dockets(), List.of(goal), rules);
            if (reach.met()) {
                return Optional.of(shrunk(each.document(), goal, rules, reach));
            }
        }
        return Optional.empty();
    }

    /** A known document as it is read: many rules may be looked for in it. */
    private record Known(ObjectNode document, List<Docket> dockets) {}

    /** Those of a region that can be read, the shortest first. */
    private List<Known> known(String region) {
        return read.computeIfAbsent(
                region,
                r -> documents.apply(r).stream()
                        .filter(d -> d.path("region").asText().equals(r))
                        .sorted(Comparator.comparing(d -> d.toString().length()))
                        .map(d -> (ObjectNode) d.deepCopy())
                        .flatMap(d -> read(d).stream())
                        .toList());
    }

    private Optional<Known> read(ObjectNode document) {
        try {
            return Optional.of(
                    new Known(document, Dockets.of(InspectionReader.read(document, library, "smallest"), library)));
        } catch (Problems e) {
            return Optional.empty();
        }
    }

    private ObjectNode shrunk(ObjectNode document, Goal goal, Probe.Rules rules, Reach reach) {
        return Shrinking.of(document, d -> {
            Reach after = Reach.of(library, d, List.of(goal), rules);
            return after.met() && after.certainty().compareTo(reach.certainty()) <= 0;
        });
    }
}
