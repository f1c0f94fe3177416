package dk.ordrebro.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * A sum the proof keeps, or what is to be added to one.
 *
 * @param unknown how many of the {@code n} nobody can put an amount on
 * @param delivered with VAT by the shop's words, signed
 * @param amount with VAT of the documents, where there are any, signed
 * @param vatApart VAT of documents less the VAT the shop stated
 */
record Sum(Key key, long n, long unknown, BigDecimal delivered, BigDecimal amount, BigDecimal vatApart) {

    /** Stands for the accounting integration where there is none. */
    static final UUID NOWHERE = new UUID(0, 0);

    /** What is summed: in the order in which the rows are locked. */
    record Key(
            UUID company,
            LocalDate day,
            UUID shop,
            UUID accounting,
            String currency,
            Place place,
            Part part,
            LocalDate placed)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing((Key key) -> key.company)
                .thenComparing(Key::day)
                .thenComparing(Key::shop)
                .thenComparing(Key::accounting)
                .thenComparing(Key::currency)
                .thenComparing(Key::place)
                .thenComparing(Key::part)
                .thenComparing(Key::placed);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Sum plus(Sum other) {
        return new Sum(
                key,
                n + other.n,
                unknown + other.unknown,
                delivered.add(other.delivered),
                amount.add(other.amount),
                vatApart.add(other.vatApart));
    }

    Sum negated() {
        return new Sum(key, -n, -unknown, delivered.negate(), amount.negate(), vatApart.negate());
    }

    boolean changesNothing() {
        return n == 0 && unknown == 0 && delivered.signum() == 0 && amount.signum() == 0 && vatApart.signum() == 0;
    }
}
