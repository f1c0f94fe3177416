package dk.ordrebro.command.demo;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the invented shop.
 *
 * @param company null for a private person
 */
record Person(
        String name, @Nullable String company, @Nullable String vatNumber, boolean vatNumberVerified, Address address) {

    static final Person NOBODY = new Person("", null, null, false, Address.EMPTY);

    static Person of(String name, String street, String postcode, String city, String country) {
        return new Person(name, null, null, false, new Address(name, street, postcode, city, country));
    }

    Person trading(String as, String number, boolean verified) {
        return new Person(
                name,
                as,
                number,
                verified,
                new Address(as, address.street(), address.postcode(), address.city(), address.country()));
    }

    Person at(Address other) {
        return new Person(name, company, vatNumber, vatNumberVerified, other);
    }

    /** Mail addresses are of the kind that can never be anybody's. */
    Customer customer() {
        String key = Normalizer.normalize((name + " " + address.postcode()).toLowerCase(Locale.ROOT), Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ø", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "-");
        return new Customer(key, company, name, key + "@kunde.example", null, vatNumber, vatNumberVerified, null);
    }
}
