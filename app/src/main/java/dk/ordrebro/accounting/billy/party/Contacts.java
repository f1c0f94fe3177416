package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.party.KnownContacts.KnownContact;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import dk.ordrebro.accounting.billy.wire.SingleFlight;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contact that stands for a buyer: known, else found in Billy, else made. Its {@code contactNo} is the buyer's key. Name and address are
 * brought up to date; country and buyer type never are, since Billy picks the VAT by them: the same buyer at another country or as
 * another type gets a second contact, whose number says so.
 */
public final class Contacts {

    private static final int TURNS = 1024;
    private static final int NOT_FOUND = 404;

    private final BillyReader reader;
    private final BillyConnection connection;
    private final ContactList list;
    private final KnownContacts known;
    private final Function<Ledger, Books> booksOf;
    private final SingleFlight<String, Resolution> flights = new SingleFlight<>();
    private final Lock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

    public Contacts(
            BillyReader reader,
            BillyConnection connection,
            ContactList list,
            KnownContacts known,
            Function<Ledger, Books> booksOf) {
        this.reader = reader;
        this.connection = connection;
        this.list = list;
        this.known = known;
        this.booksOf = booksOf;
    }

    /** @throws AccountingUnavailable when Billy has to be asked and gives no usable answer */
    Resolution idFor(Buyer buyer, Ledger ledger) {
        Books books = booksOf.apply(ledger);
        ContactDetails wanted = ContactDetails.of(buyer);
        Optional<KnownContact> row = place(buyer, wanted, books).row();
        if (row.isPresent() && isUpToDate(row.get(), wanted)) {
            return new Resolution.Known(String.valueOf(row.get().id()));
        }
        list.readOnce(books);
        return flights.fly(key(buyer) + '/' + wanted.digest(), () -> alone(buyer, wanted, books));
    }

    /** Two orders of one buyer with different addresses must not both make the contact. */
    private Resolution alone(Buyer buyer, ContactDetails wanted, Books books) {
        Lock turn = turns[Math.floorMod(key(buyer).hashCode(), turns.length)];
        turn.lock();
        try {
            return settle(buyer, wanted, books);
        } finally {
            turn.unlock();
        }
    }

    private static String key(Buyer buyer) {
        return Text.line(buyer.key(), BillyAssumption.LONGEST_NAME);
    }

    /** Where a buyer's contact stands or will stand. */
    private record Place(String number, Optional<KnownContact> row) {}

    /** Under the buyer's key, or with country and type behind it where the key belongs to a contact of another country or type. */
    private Place place(Buyer buyer, ContactDetails wanted, Books books) {
        String plain = key(buyer);
        Optional<KnownContact> row = known.find(books, plain);
        if (row.isEmpty() || row.get().fits(wanted)) {
            return new Place(plain, row);
        }
        String longer = plain + "/" + wanted.country() + (wanted.type() == BuyerType.COMPANY ? "/C" : "/P");
        return new Place(longer, known.find(books, longer));
    }

    private static boolean isUpToDate(KnownContact contact, ContactDetails wanted) {
        return contact.id() != null && contact.fits(wanted) && contact.details().equals(wanted.digest());
    }

    private Resolution settle(Buyer buyer, ContactDetails wanted, Books books) {
        Place place = place(buyer, wanted, books);
        String number = place.number();
        Optional<KnownContact> row = place.row();
        if (row.isEmpty()) {
            return make(number, buyer, wanted, books);
        }
        if (!row.get().fits(wanted)) {
            return new Resolution.Failed(new Outcome.Refused(new Problem(
                    Problem.Code.REJECTED, "the contact number " + number + " belongs to another country in Billy")));
        }
        String id = row.get().id();
        Optional<String> there = id != null ? Optional.of(id) : list.search(number, wanted);
        return there.isPresent()
                ? change(there.get(), row.get(), buyer, wanted, books)
                : make(number, buyer, wanted, books);
    }

    private Resolution make(String number, Buyer buyer, ContactDetails wanted, Books books) {
        known.begin(books, row(number, null, wanted));
        Reply reply = Reply.of(connection.send(BillyRequest.post(
                "contacts", BillyJson.wrap("contact", ContactList.body(number, buyer, wanted, books.organization())))));
        if (reply instanceof Reply.Done(BillyAnswer answer)) {
            return kept(ContactList.idOf(answer, number), number, wanted, books);
        }
        if (!(reply instanceof Reply.Unknown)) {
            known.forgetBegun(books, number);
        }
        return Resolution.failed(reply);
    }

    private Resolution change(String id, KnownContact row, Buyer buyer, ContactDetails wanted, Books books) {
        if (row.details().equals(wanted.digest())) {
            return kept(id, row.number(), wanted, books);
        }
        ObjectNode contact = BillyJson.wrap("contact", wanted.change());
        Reply reply = Reply.of(connection.send(BillyRequest.put("contacts", id, contact)));
        return switch (reply) {
            case Reply.Done _ -> kept(id, row.number(), wanted, books);
            case Reply.Refused refused
            when refused.status() == NOT_FOUND -> {
                known.forget(books, row.number(), id);
                yield make(row.number(), buyer, wanted, books);
            }
            default -> Resolution.failed(reply);
        };
    }

    private Resolution kept(String id, String number, ContactDetails wanted, Books books) {
        known.keep(books, row(number, id, wanted));
        return new Resolution.Known(id);
    }

    private static KnownContact row(String number, @Nullable String id, ContactDetails wanted) {
        return new KnownContact(number, id, wanted.country(), wanted.type(), wanted.digest());
    }

    /**
     * Whether the contact that was used is gone, archived or of another country or type by now; then it is forgotten, and the next search
     * makes another.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public boolean isSpoilt(Buyer buyer, String id, Ledger ledger) {
        Books books = booksOf.apply(ledger);
        ContactDetails wanted = ContactDetails.of(buyer);
        Place place = place(buyer, wanted, books);
        boolean isOurs = place.row().map(KnownContact::id).filter(id::equals).isPresent();
        boolean sound = isOurs
                && reader.find(BillyRequest.get("contacts", id))
                        .map(BillyAnswer::contact)
                        .filter(contact -> id.equals(contact.id()) && ContactList.isStill(wanted, contact))
                        .isPresent();
        if (!sound) {
            known.forget(books, place.number(), id);
        }
        return !sound;
    }
}
