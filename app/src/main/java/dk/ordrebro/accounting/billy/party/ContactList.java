package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyContact;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.party.KnownContacts.KnownContact;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.SingleFlight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contacts Billy has. They are read in full once for each company, a thousand a call, so that afterwards a new buyer costs one call and no search;
 * only one whose making got no answer is searched for.
 */
public final class ContactList {

    private static final Rows<BillyContact> CONTACTS = new Rows<>("contacts", BillyAnswer::contacts);

    private final BillyPages pages;
    private final KnownContacts known;
    private final SingleFlight<Books, Boolean> flights = new SingleFlight<>();
    private volatile boolean read;

    public ContactList(BillyPages pages, KnownContacts known) {
        this.pages = pages;
        this.known = known;
    }

    /** @throws AccountingUnavailable when Billy gives no usable answer */
    void readOnce(Books books) {
        if (!read) {
            read = flights.fly(books, () -> known.wereRead(books) || read(books));
        }
    }

    private boolean read(Books books) {
        var found = new ArrayList<KnownContact>();
        pages.each(BillyRequest.get("contacts"), CONTACTS, contact -> {
            adoptable(contact).ifPresent(found::add);
            if (found.size() == BillyPages.LARGEST) {
                known.adopt(books, List.copyOf(found));
                found.clear();
            }
        });
        known.adopt(books, found);
        known.markRead(books);
        return true;
    }

    private static Optional<KnownContact> adoptable(BillyContact contact) {
        String number = contact.contactNo();
        if (contact.id() == null || number == null || isArchived(contact)) {
            return Optional.empty();
        }
        if (number.isEmpty() || !number.equals(Text.line(number, BillyAssumption.LONGEST_NAME))) {
            // No number of ours looks like that.
            return Optional.empty();
        }
        return ContactDetails.of(contact)
                .map(details ->
                        new KnownContact(number, contact.id(), details.country(), details.type(), details.digest()));
    }

    /** A living contact of that number, country and type. The filter may be ignored, so every row is looked at. */
    Optional<String> search(String number, ContactDetails wanted) {
        return pages.first(
                        BillyRequest.get("contacts").with("contactNo", number),
                        CONTACTS,
                        BillyPages.LARGEST,
                        Integer.MAX_VALUE,
                        contact -> number.equals(contact.contactNo()) && isStill(wanted, contact))
                .map(BillyContact::id);
    }

    /** Whether Billy would pick the VAT for it that it would pick for such a buyer. */
    public static boolean isStill(ContactDetails wanted, @Nullable BillyContact contact) {
        return contact != null
                && contact.id() != null
                && !isArchived(contact)
                && ContactDetails.of(contact)
                        .filter(now ->
                                now.type() == wanted.type() && now.country().equals(wanted.country()))
                        .isPresent();
    }

    private static boolean isArchived(BillyContact contact) {
        return Boolean.TRUE.equals(contact.isArchived());
    }

    /** The e-mail goes along as a contact person, on making only: changing contact persons later would replace those a person has added. */
    static ObjectNode body(String number, Buyer buyer, ContactDetails details, String organization) {
        ObjectNode contact = details.body()
                .put("organizationId", organization)
                .put("contactNo", number)
                .put("isCustomer", true);
        String email = Text.line(buyer.email(), BillyAssumption.LONGEST_NAME);
        if (!email.isEmpty()) {
            contact.putArray("contactPersons")
                    .addObject()
                    .put("name", details.name())
                    .put("email", email)
                    .put("isPrimary", true);
        }
        return contact;
    }

    /** The id of the contact just made. */
    static String idOf(BillyAnswer answer, String number) {
        List<BillyContact> made = answer.contacts() == null ? List.of() : answer.contacts();
        return made.stream()
                .filter(contact -> number.equals(contact.contactNo()) || made.size() == 1)
                .findFirst()
                .or(() -> Optional.ofNullable(answer.contact()))
                .map(BillyContact::id)
                .orElseThrow(() -> BillyAnswer.odd("a contact was made, and its id was not told"));
    }
}
