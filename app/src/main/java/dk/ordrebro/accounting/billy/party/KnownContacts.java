package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.BuyerType;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contacts we have found or made, and those we began to make. */
public interface KnownContacts {

    /**
     * One of them.
     *
     * @param number what stands in its {@code contactNo}
     * @param id null when making it was begun and no answer was seen
     * @param details digest of what was last sent, see {@link ContactDetails#digest()}
     */
    record KnownContact(String number, @Nullable String id, String country, BuyerType type, String details) {

        /** Whether Billy would pick the VAT for it that it would pick for such a buyer. */
        boolean fits(ContactDetails wanted) {
            return country.equals(wanted.country()) && type == wanted.type();
        }
    }

    Optional<KnownContact> find(Books books, String number);

    /** Whether all of Billy's contacts were read once. */
    boolean wereRead(Books books);

    /** Takes over contacts that Billy has, and leaves alone what is known already. */
    void adopt(Books books, Collection<KnownContact> contacts);

    /** From now on a contact missing here is missing in Billy. */
    void markRead(Books books);

    /** Remembers that we are about to make it; changes nothing where something is known already. */
    void begin(Books books, KnownContact contact);

    void keep(Books books, KnownContact contact);

    /** Forgets what was begun and came to nothing. */
    void forgetBegun(Books books, String number);

    /** Forgets it if it still has this id; another may have been made meanwhile. */
    void forget(Books books, String number, String id);
}
