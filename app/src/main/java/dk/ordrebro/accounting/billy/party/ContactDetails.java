package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyContact;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.ledger.RulesetTranslation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What stands on a contact, in Billy's terms. Country and type decide the VAT; the rest is printed. */
public record ContactDetails(
        BuyerType type,
        String country,
        String name,
        String street,
        String postcode,
        String city,
        String registrationNo,
        String phone,
        String ean) {

    public static ContactDetails of(Buyer buyer) {
        return new ContactDetails(
                buyer.type(),
                text(buyer.country()),
                name(buyer),
                text(buyer.street()),
                text(buyer.postcode()),
                text(buyer.city()),
                text(buyer.registrationNumber()),
                text(buyer.phone()),
                text(buyer.ean()));
    }

    /** Empty for a contact of a type we do not know. */
    public static Optional<ContactDetails> of(BillyContact contact) {
        return Optional.ofNullable(RulesetTranslation.buyer(contact.type()))
                .map(type -> new ContactDetails(
                        type,
                        text(contact.countryId()),
                        text(contact.name()),
                        text(contact.street()),
                        text(contact.zipcodeText()),
                        text(contact.cityText()),
                        text(contact.registrationNo()),
                        text(contact.phone()),
                        text(contact.ean())));
    }

    private static String name(Buyer buyer) {
        return List.of(buyer.name(), buyer.email(), buyer.key()).stream()
                .map(ContactDetails::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("Kunde");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : Text.line(text, BillyAssumption.LONGEST_NAME);
    }

    /** For a new contact. */
    ObjectNode body() {
        return change().put("registrationNo", registrationNo)
                .put("phone", phone)
                .put("ean", ean);
    }

    /** For a contact that is there: the address as a whole; numbers only where the shop has some, since a bookkeeper may have added others. */
    ObjectNode change() {
        ObjectNode contact = BillyJson.object()
                .put("type", type == BuyerType.COMPANY ? "company" : "person")
                .put("name", name)
                .put("countryId", country)
                .put("street", street)
                .put("zipcodeText", postcode)
                .put("cityText", city);
        putIfAny(contact, "registrationNo", registrationNo);
        putIfAny(contact, "phone", phone);
        putIfAny(contact, "ean", ean);
        return contact;
    }

    private static void putIfAny(ObjectNode contact, String field, String text) {
        if (!text.isEmpty()) {
            contact.put(field, text);
        }
    }

    /** Tells whether anything has changed, without keeping who the buyer is. */
    public String digest() {
        String all =
                String.join("\u001f", type.name(), country, name, street, postcode, city, registrationNo, phone, ean);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
