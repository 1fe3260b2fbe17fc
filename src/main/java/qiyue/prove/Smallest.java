package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.engine.Evaluator;
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
    private final List<JsonNode> known;
    private final Kinds kinds;

    /**
     * For the rules of a library.
     *
     * @param known documents to fall back upon, such as those of the cases
     */
    public Smallest(Library library, List<JsonNode> known) {
        this.library = library;
        this.known = List.copyOf(known);
        this.kinds = new Kinds(library.vocabulary());
    }

    /** The documents of the cases; none where a case file cannot be read. */
    public static List<JsonNode> documents(Library library) {
        try {
            return new Suite(library, new Evaluator(library, group -> Set.of()))
                    .cases().stream().map(Case::given).toList();
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
        Reach reach = Reach.of(library, draft);
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
                Reach after = Reach.of(library, move, draft.goals());
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
        return Optional.of(shrunk(draft.document(), draft.last(), Reach.names(draft.goals()), reach));
    }

    /** The shortest known document that meets it, cut down. */
    private Optional<ObjectNode> cut(Rulebook book, Drl.Rule rule) {
        Goal goal = new Goal(book, rule);
        return known.stream()
                .filter(d -> d.path("region").asText().equals(book.info().region()))
                .sorted(Comparator.comparing(d -> d.toString().length()))
                .map(d -> (ObjectNode) d.deepCopy())
                .filter(d -> Reach.whole(library, d, goal).met())
                .findFirst()
                .map(d -> shrunk(d, goal, Set.of(), Reach.whole(library, d, goal)));
    }

    private ObjectNode shrunk(ObjectNode document, Goal goal, Set<String> rules, Reach reach) {
        return Shrinking.of(document, d -> {
            Reach after = Reach.of(library, d, List.of(goal), rules);
            return after.met() && after.certainty().compareTo(reach.certainty()) <= 0;
        });
    }
}
