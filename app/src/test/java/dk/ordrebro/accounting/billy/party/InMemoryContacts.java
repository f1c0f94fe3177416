package dk.ordrebro.accounting.billy.party;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Known contacts without a database. */
public final class InMemoryContacts implements KnownContacts {

    private record Key(Books books, String number) {}

    private final Map<Key, KnownContact> rows = new ConcurrentHashMap<>();
    private final Set<Books> read = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<KnownContact> find(Books books, String number) {
        return Optional.ofNullable(rows.get(new Key(books, number)));
    }

    @Override
    public boolean wereRead(Books books) {
        return read.contains(books);
    }

    @Override
    public void adopt(Books books, Collection<KnownContact> contacts) {
        contacts.forEach(contact -> rows.putIfAbsent(new Key(books, contact.number()), contact));
    }

    @Override
    public void markRead(Books books) {
        read.add(books);
    }

    @Override
    public void begin(Books books, KnownContact contact) {
        rows.putIfAbsent(new Key(books, contact.number()), contact);
    }

    @Override
    public void keep(Books books, KnownContact contact) {
        rows.put(new Key(books, contact.number()), contact);
    }

    @Override
    public void forgetBegun(Books books, String number) {
        rows.computeIfPresent(new Key(books, number), (key, row) -> row.id() == null ? null : row);
    }

    @Override
    public void forget(Books books, String number, String id) {
        rows.computeIfPresent(new Key(books, number), (key, row) -> id.equals(row.id()) ? null : row);
    }
}
