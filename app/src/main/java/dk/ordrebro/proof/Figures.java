package dk.ordrebro.proof;

/**
 * How many, and how much with VAT.
 *
 * @param n how many
 * @param unknown how many of them nobody can put an amount on; they are in no sum
 * @param amounts signed: credit notes are negative
 */
public record Figures(long n, long unknown, Amounts amounts) {

    public static final Figures NONE = new Figures(0, 0, Amounts.NONE);

    public Figures plus(Figures other) {
        return new Figures(n + other.n, unknown + other.unknown, amounts.plus(other.amounts));
    }
}
