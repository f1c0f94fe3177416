package dk.ordrebro.billysimulator.store;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds table slots by the hash of a key. Two int arrays and nothing else, about ten bytes a row: a million rows with five
 * indexes must not cost more than the rows themselves.
 */
final class SlotIndex {

    private static final int NONE = -1;

    private int[] heads = filled(16);
    private int[] next = filled(16);
    private int count;

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** Adds a slot; {@code hashOf} tells the hash of every slot already in here, for when the index grows. */
    void add(int slot, int hash, IntUnaryOperator hashOf) {
        if (count >= heads.length) {
            grow(hashOf);
        }
        if (slot >= next.length) {
            int old = next.length;
            next = Arrays.copyOf(next, Math.max(slot + 1, old + (old >> 1)));
            Arrays.fill(next, old, next.length, NONE);
        }
        link(slot, hash);
        count++;
    }

    private void link(int slot, int hash) {
        int bucket = bucket(hash);
        next[slot] = heads[bucket];
        heads[bucket] = slot;
    }

    private int bucket(int hash) {
        return (hash ^ (hash >>> 16)) & (heads.length - 1);
    }

    private void grow(IntUnaryOperator hashOf) {
        int[] old = heads;
        heads = filled(old.length * 2);
        for (int head : old) {
            int slot = head;
            while (slot != NONE) {
                int following = next[slot];
                link(slot, hashOf.applyAsInt(slot));
                slot = following;
            }
        }
    }

    void remove(int slot, int hash) {
        int bucket = bucket(hash);
        int before = NONE;
        for (int at = heads[bucket]; at != NONE; before = at, at = next[at]) {
            if (at != slot) {
                continue;
            }
            if (before == NONE) {
                heads[bucket] = next[at];
            } else {
                next[before] = next[at];
            }
            next[at] = NONE;
            count--;
            return;
        }
    }

    /** Offers every slot that may have this hash until one is accepted; the caller compares the key itself. */
    boolean any(int hash, IntPredicate accepted) {
        for (int at = heads[bucket(hash)]; at != NONE; at = next[at]) {
            if (accepted.test(at)) {
                return true;
            }
        }
        return false;
    }
}
