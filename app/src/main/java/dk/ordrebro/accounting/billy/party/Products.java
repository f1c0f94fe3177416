package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.party.KnownProducts.KnownProduct;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import dk.ordrebro.accounting.billy.wire.SingleFlight;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The product that stands for a line's account and VAT ruleset: known, else found in Billy, else made. However many ask at once for the
 * same one, one looks and makes, and the others wait.
 */
public final class Products {

    private static final int MOST_IN_MEMORY = 20_000;

    private final BillyReader reader;
    private final BillyConnection connection;
    private final ProductList list;
    private final KnownProducts known;
    private final Function<Ledger, Books> booksOf;
    private final Map<LineAccount, String> memory = new ConcurrentHashMap<>();
    private final SingleFlight<LineAccount, Resolution> flights = new SingleFlight<>();

    public Products(
            BillyReader reader,
            BillyConnection connection,
            ProductList list,
            KnownProducts known,
            Function<Ledger, Books> booksOf) {
        this.reader = reader;
        this.connection = connection;
        this.list = list;
        this.known = known;
        this.booksOf = booksOf;
    }

    /** @throws AccountingUnavailable when Billy has to be asked and gives no usable answer */
    Resolution idFor(LineAccount wanted, Ledger ledger) {
        LineAccount line = ProductShape.normal(wanted);
        list.keepYoung(ledger, booksOf.apply(ledger), this::forgetInMemory);
        String id = memory.get(line);
        return id != null ? new Resolution.Known(id) : flights.fly(line, () -> settle(line, ledger));
    }

    private Resolution settle(LineAccount line, Ledger ledger) {
        Books books = booksOf.apply(ledger);
        Optional<KnownProduct> row = known.find(books, line);
        if (row.isPresent() && row.get().id() != null) {
            return remembered(line, row.get().id());
        }
        if (row.isPresent()) {
            list.readAgain(ledger, books);
        }
        Optional<String> found = list.find(line, row.isPresent());
        if (found.isPresent()) {
            known.keep(books, line, found.get());
            return remembered(line, found.get());
        }
        return make(line, ledger, books);
    }

    private Resolution make(LineAccount line, Ledger ledger, Books books) {
        Optional<Account> account = ledger.usable(line.account());
        if (account.isEmpty()) {
            return new Resolution.Failed(new Outcome.Refused(
                    new Problem(Problem.Code.ACCOUNT_UNUSABLE, line.account().toString())));
        }
        known.begin(books, line);
        Reply reply = write(ProductShape.body(line, account.get(), books.organization(), line.sku()));
        if (reply instanceof Reply.Refused && !line.sku().isEmpty()) {
            reply = write(ProductShape.body(line, account.get(), books.organization(), ""));
        }
        if (reply instanceof Reply.Done(BillyAnswer answer)) {
            String id = ProductShape.idOf(answer);
            known.keep(books, line, id);
            return remembered(line, id);
        }
        if (!(reply instanceof Reply.Unknown)) {
            known.forgetBegun(books, line);
        }
        return Resolution.failed(reply);
    }

    private Reply write(tools.jackson.databind.node.ObjectNode product) {
        return Reply.of(connection.send(BillyRequest.post("products", BillyJson.wrap("product", product))));
    }

    private void forgetInMemory(KnownProduct gone) {
        memory.remove(gone.line(), gone.id());
    }

    private Resolution remembered(LineAccount line, String id) {
        if (memory.size() >= MOST_IN_MEMORY) {
            memory.clear();
        }
        memory.put(line, id);
        return new Resolution.Known(id);
    }

    /**
     * Whether the product that was used is gone, archived or booked elsewhere by now; then it is forgotten, and the next search makes another.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public boolean isSpoilt(LineAccount wanted, String id, Ledger ledger) {
        LineAccount line = ProductShape.normal(wanted);
        if (!id.equals(memory.get(line))) {
            return true;
        }
        boolean sound = reader.find(BillyRequest.get("products", id))
                .map(BillyAnswer::product)
                .filter(product -> id.equals(product.id()) && ProductShape.isStill(line, product, ledger))
                .isPresent();
        if (!sound) {
            list.drop(line, id);
            known.forget(booksOf.apply(ledger), line, id);
            memory.remove(line, id);
        }
        return !sound;
    }
}
