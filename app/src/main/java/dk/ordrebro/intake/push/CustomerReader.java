package dk.ordrebro.intake.push;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import org.jspecify.annotations.Nullable;

/** Reads who bought and where they live. Nothing of it is required: what an invoice needs is judged when it is booked. */
final class CustomerReader {

    private static final Customer NOBODY = new Customer(null, null, "", null, null, null, false, null);

    private CustomerReader() {}

    static Customer customer(@Nullable Members customer) {
        if (customer == null) {
            return NOBODY;
        }
        Customer read = new Customer(
                customer.text("key", Texts.SHORT),
                customer.text("company", Texts.NAME),
                customer.textOrEmpty("name", Texts.NAME),
                customer.text("email", Texts.NAME),
                customer.text("phone", Texts.SHORT),
                customer.text("vatNumber", Texts.SHORT),
                customer.flag("vatNumberVerified"),
                customer.text("ean", Texts.SHORT));
        customer.noteUnknown();
        return read;
    }

    static Address address(Members address) {
        Address read = new Address(
                address.textOrEmpty("name", Texts.NAME),
                address.textOrEmpty("street", Texts.NAME),
                address.textOrEmpty("postcode", Texts.SHORT),
                address.textOrEmpty("city", Texts.NAME),
                address.textOrEmpty("country", Texts.SHORT));
        address.noteUnknown();
        return read;
    }
}
