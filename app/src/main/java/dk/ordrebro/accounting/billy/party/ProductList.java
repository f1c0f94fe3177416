package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyProduct;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.party.KnownProducts.KnownProduct;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.SingleFlight;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The products Billy has, read with each new reading of the books, for two reasons: what stands there already is not made again, and a
 * product whose account or ruleset somebody changed in Billy is not used any longer. No filter of Billy's is relied on.
 */
public final class ProductList {

    private static final Rows<BillyProduct> PRODUCTS = new Rows<>("products", BillyAnswer::products);

    private final BillyPages pages;
    private final KnownProducts known;
    private final SingleFlight<String, Boolean> flights = new SingleFlight<>();
    private volatile Map<LineAccount, String> found = new ConcurrentHashMap<>();
    private volatile @Nullable Instant readFor;

    public ProductList(BillyPages pages, KnownProducts known) {
        this.pages = pages;
        this.known = known;
    }

    /** Reads the products if the books were read since, and tells of each known one that is no longer what it was. */
    void keepYoung(Ledger ledger, Books books, Consumer<KnownProduct> spoilt) {
        if (!ledger.chart().readAt().equals(readFor)) {
            flights.fly("", () -> readOnce(ledger, books, spoilt));
        }
    }

    /** Reads the products anew, for one whose making got no answer. */
    void readAgain(Ledger ledger, Books books) {
        flights.fly("", () -> read(ledger, books, gone -> {}));
    }

    private boolean readOnce(Ledger ledger, Books books, Consumer<KnownProduct> spoilt) {
        Instant readAt = ledger.chart().readAt();
        if (readAt.equals(readFor)) {
            return false;
        }
        try {
            return read(ledger, books, spoilt);
        } catch (AccountingUnavailable e) {
            if (readFor == null) {
                throw e;
            }
            readFor = readAt;
            return false;
        }
    }

    private boolean read(Ledger ledger, Books books, Consumer<KnownProduct> spoilt) {
        var lines = new HashMap<String, LineAccount>();
        pages.each(BillyRequest.get("products"), PRODUCTS, product -> {
            if (product.id() != null) {
                ProductShape.line(product, ledger).ifPresent(line -> lines.put(product.id(), line));
            }
        });
        for (KnownProduct product : known.all(books)) {
            if (product.id() != null && !books(product, lines.get(product.id()))) {
                known.forget(books, product.line(), product.id());
                spoilt.accept(product);
            }
        }
        var fresh = new ConcurrentHashMap<LineAccount, String>();
        lines.forEach((id, line) -> fresh.putIfAbsent(line, id));
        found = fresh;
        readFor = ledger.chart().readAt();
        return true;
    }

    private static boolean books(KnownProduct product, @Nullable LineAccount now) {
        return now != null
                && now.account().equals(product.line().account())
                && now.ruleset().equals(product.line().ruleset());
    }

    /** @param begun whether we once tried to make it, and then perhaps without its number ({@link BillyAssumption#PRODUCT_NUMBER}) */
    Optional<String> find(LineAccount line, boolean begun) {
        return Optional.ofNullable(found.get(line))
                .or(() -> begun ? Optional.ofNullable(found.get(ProductShape.withoutSku(line))) : Optional.empty());
    }

    void drop(LineAccount line, String id) {
        found.remove(line, id);
    }
}
