package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.LineAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Known products without a database. */
public final class InMemoryProducts implements KnownProducts {

    private record Key(Books books, LineAccount line) {}

    private final Map<Key, KnownProduct> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<KnownProduct> find(Books books, LineAccount line) {
        return Optional.ofNullable(rows.get(new Key(books, line)));
    }

    @Override
    public List<KnownProduct> all(Books books) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().books().equals(books))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void begin(Books books, LineAccount line) {
        rows.putIfAbsent(new Key(books, line), new KnownProduct(line, null));
    }

    @Override
    public void keep(Books books, LineAccount line, String id) {
        rows.put(new Key(books, line), new KnownProduct(line, id));
    }

    @Override
    public void forgetBegun(Books books, LineAccount line) {
        rows.remove(new Key(books, line), new KnownProduct(line, null));
    }

    @Override
    public void forget(Books books, LineAccount line, String id) {
        rows.remove(new Key(books, line), new KnownProduct(line, id));
    }
}
