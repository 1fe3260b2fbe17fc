package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiyue.fact.CaseFile;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.shape.Shape;

/**
 * Reads one inspection again and again while it is entered: a record of a list that stands as it stood is what it was read as. It is
 * found by its node, and holds what it held: the same leaves, which nobody can alter, under the same names. Only a record that
 * nothing was wrong with is taken over, so every problem is found anew, with the place it has now.
 */
public final class Rereading {
    private final Library library;

    /** What was read last; never altered once it stands here. */
    private volatile Map<JsonNode, Read> last = new IdentityHashMap<>();

    /** Readings by the vocabulary of this library. */
    public Rereading(Library library) {
        this.library = library;
    }

    /** The inspection in a parsed document, or everything that is wrong with it, as {@link InspectionReader#read} has it. */
    public CaseFile read(JsonNode document, String file) throws Problems {
        Map<JsonNode, Read> before = last;
        Map<JsonNode, Read> now = new IdentityHashMap<>();
        try {
            return InspectionReader.read(
                    document, library, file, true, slips -> new Reader(library, slips, before, now));
        } finally {
            last = now;
        }
    }

    /**
     * A record that was read.
     *
     * @param held all its node held, in its order: of each object and list how much, then names and nodes
     */
    private record Read(Shape shape, List<Object> held, Record record) {
        static Read of(Shape shape, JsonNode node, Record record) {
            List<Object> held = new ArrayList<>();
            hold(node, held);
            return new Read(shape, held, record);
        }

        private static void hold(JsonNode node, List<Object> held) {
            if (node.isContainerNode()) {
                held.add(node.size());
            }
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    held.add(field.getKey());
                    held.add(field.getValue());
                    hold(field.getValue(), held);
                }
            } else {
                for (JsonNode item : node) {
                    held.add(item);
                    hold(item, held);
                }
            }
        }

        boolean stands(Shape other, JsonNode node) {
            return shape == other && after(node, 0) >= 0;
        }

        /** Where what follows a node begins in what was held; negative if it holds something else now. */
        @SuppressWarnings("ReferenceEquality")
        private int after(JsonNode node, int at) {
            if (!node.isContainerNode()) {
                return at;
            }
            int next = held.get(at).equals(node.size()) ? at + 1 : -1;
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    if (next < 0 || !held.get(next).equals(field.getKey()) || held.get(next + 1) != field.getValue()) {
                        return -1;
                    }
                    next = after(field.getValue(), next + 2);
                }
            } else {
                for (JsonNode item : node) {
                    if (next < 0 || held.get(next) != item) {
                        return -1;
                    }
                    next = after(item, next + 1);
                }
            }
            return next;
        }
    }

    /** Takes over what stands, and keeps what was read for the next time. */
    private static final class Reader extends RecordReader {
        private final Map<JsonNode, Read> before;
        private final Map<JsonNode, Read> now;
        private boolean within;

        Reader(Library library, Slips slips, Map<JsonNode, Read> before, Map<JsonNode, Read> now) {
            super(library.vocabulary(), slips);
            this.before = before;
            this.now = now;
        }

        /** What stands within such a record is kept with it; a node that stands in two places is two records. */
        @Override
        @Nullable
        Record listed(Shape shape, JsonNode node, At pointer) {
            if (within || now.containsKey(node)) {
                return super.listed(shape, node, pointer);
            }
            Read known = before.get(node);
            if (known != null && known.stands(shape, node)) {
                now.put(node, known);
                return known.record();
            }
            within = true;
            Record read = super.listed(shape, node, pointer);
            within = false;
            if (read != null) {
                now.put(node, Read.of(shape, node, read));
            }
            return read;
        }
    }
}
