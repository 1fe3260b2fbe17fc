package qiyue.tally;

/** Ids seen, as 64-bit digests: a million take 16 MB. */
public final class Ids {
    private long[] table = new long[1 << 10];
    private int size;

    /** Whether it is new. */
    public boolean add(String id) {
        if (size * 2 > table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            for (long held : old) {
                if (held != 0) {
                    table[place(held)] = held;
                }
            }
        }
        long digest = digest(id);
        int place = place(digest);
        if (table[place] == digest) {
            return false;
        }
        table[place] = digest;
        size++;
        return true;
    }

    private int place(long digest) {
        int mask = table.length - 1;
        int place = (int) (digest >>> 20) & mask;
        while (table[place] != 0 && table[place] != digest) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long digest(String id) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            digest = (digest ^ id.charAt(i)) * 0x100000001b3L;
            digest ^= digest >>> 29;
        }
        return digest == 0 ? 1 : digest;
    }
}
