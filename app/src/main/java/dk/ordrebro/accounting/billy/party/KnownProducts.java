package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.LineAccount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products we have found or made, and those we began to make. */
public interface KnownProducts {

    /**
     * One of them.
     *
     * @param id null when making it was begun and no answer was seen
     */
    record KnownProduct(LineAccount line, @Nullable String id) {}

    Optional<KnownProduct> find(Books books, LineAccount line);

    List<KnownProduct> all(Books books);

    /** Remembers that we are about to make it; changes nothing where something is known already. */
    void begin(Books books, LineAccount line);

    void keep(Books books, LineAccount line, String id);

    /** Forgets what was begun and came to nothing. */
    void forgetBegun(Books books, LineAccount line);

    /** Forgets it if it still has this id; another may have been made meanwhile. */
    void forget(Books books, LineAccount line, String id);
}
