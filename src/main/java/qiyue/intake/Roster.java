package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import qiyue.problem.Digest;
import qiyue.rulebook.Vocabulary;

/**
 * The numbers of the persons that documents name, so that one has one pseudonym in all of them: numbered as they are first
 * named, in the order in which the documents are noted. Of a name a 64-bit digest is kept: a million take 24 MB.
 */
public final class Roster {
    private long[] names = new long[1 << 8];
    private int[] numbers = new int[1 << 8];
    private final AtomicInteger count = new AtomicInteger();

    /** Numbers whom the document names for the first time; what is noted later has later numbers. */
    public void note(JsonNode document, Vocabulary vocabulary) {
        Personal.names(document, vocabulary).forEach(this::number);
    }

    /** The number of the person of that name. */
    synchronized int number(String name) {
        long key = Long.parseUnsignedLong(
                        Digest.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16)
                | 1;
        int at = place(names, key);
        if (names[at] == 0) {
            names[at] = key;
            numbers[at] = count.incrementAndGet();
            if (count.get() * 2 > names.length) {
                grow();
            }
        }
        return numbers[place(names, key)];
    }

    private void grow() {
        long[] wider = new long[names.length * 2];
        int[] carried = new int[names.length * 2];
        for (int i = 0; i < names.length; i++) {
            if (names[i] != 0) {
                int at = place(wider, names[i]);
                wider[at] = names[i];
                carried[at] = numbers[i];
            }
        }
        names = wider;
        numbers = carried;
    }

    private static int place(long[] table, long key) {
        int at = (int) (key >>> 7) & (table.length - 1);
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }
}
