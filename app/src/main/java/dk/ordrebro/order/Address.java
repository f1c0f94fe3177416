package dk.ordrebro.order;

/**
 * A postal address as the shop wrote it; a part the shop does not give is an empty string.
 *
 * @param country as written, normally ISO 3166-1 alpha-2; judged only when the area is decided
 */
public record Address(String name, String street, String postcode, String city, String country) {

    public static final Address EMPTY = new Address("", "", "", "", "");
}
