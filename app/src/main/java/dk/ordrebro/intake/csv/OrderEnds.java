package dk.ordrebro.intake.csv;

/**
 * Where in the file each order ends, and whether it must be refused: 16 to 32 bytes for each order, kept by a hash of its number.
 * Should two orders share a hash (one chance in a million for five million orders), both are still taken in whole, only later, and where one
 * is broken the other is refused with it.
 */
final class OrderEnds {

    /** Most orders a file may have. */
    static final int MAX_ORDERS = 5_000_000;

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final long REFUSED = 1;

    private long[] hashes = new long[FIRST_CAPACITY];
    /** Line number of the last row, doubled, plus {@link #REFUSED}. */
    private long[] ends = new long[FIRST_CAPACITY];

    private int size;

    /** Notes that an order goes on to this line. */
    void see(String order, long row) {
        int slot = slotFor(hash(order));
        ends[slot] = (row << 1) | (ends[slot] & REFUSED);
    }

    /** Notes that an order must not be taken in, also before it is seen. */
    void refuse(String order) {
        // Before the array is looked at, because it may be exchanged for a larger one.
        int slot = slotFor(hash(order));
        ends[slot] |= REFUSED;
    }

    boolean isRefused(String order) {
        return (ends[slotOf(hash(order))] & REFUSED) != 0;
    }

    /** Line number of the order's last row; 0 where it was never seen. */
    long lastRow(String order) {
        return ends[slotOf(hash(order))] >> 1;
    }

    int size() {
        return size;
    }

    private int slotFor(long hash) {
        if (size * 2L >= hashes.length) {
            grow();
        }
        int slot = slotOf(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            size++;
        }
        return slot;
    }

    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldEnds = ends;
        hashes = new long[oldHashes.length * 2];
        ends = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slotOf(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                ends[slot] = oldEnds[i];
            }
        }
    }

    /** FNV-1a over the characters, stirred so that every bit counts; never 0, which marks a free slot. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
