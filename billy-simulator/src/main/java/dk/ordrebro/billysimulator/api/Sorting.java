package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list.
 *
 * @param comparator how records compare, or null for the order in which they were made
 * @param newestFirst without a comparator: whether the newest stands first
 */
record Sorting(@Nullable Comparator<Row> comparator, boolean newestFirst) {

    @Behaviour(
            value = "sortProperty and sortDirection ASC (default) or DESC order a list",
            known = Known.DOCUMENTED,
            where = "3")
    @Behaviour(value = "A sortProperty that the resource does not have is ignored", known = Known.GUESSED, where = "3")
    static Sorting of(Schema schema, Query query, Reading books) {
        String property = query.get("sortProperty");
        boolean descending = "DESC".equalsIgnoreCase(query.get("sortDirection"));
        if (property == null) {
            return byDefault(schema);
        }
        if (property.equals("createdTime") && schema.field(property) != null) {
            return new Sorting(null, descending);
        }
        Comparator<Row> comparator = comparator(schema, property, books);
        if (comparator == null) {
            return byDefault(schema);
        }
        return new Sorting(descending ? comparator.reversed() : comparator, false);
    }

    @Behaviour(value = "Accounts and contacts come by name, invoices newest first", known = Known.RECORDED, where = "3")
    @Behaviour(
            value = "Other lists come in the order in which their records were made",
            known = Known.GUESSED,
            where = "3")
    private static Sorting byDefault(Schema schema) {
        if (schema == Account.SCHEMA) {
            return new Sorting(byKey(Account.NAME), false);
        }
        if (schema == Contact.SCHEMA) {
            return new Sorting(byKey(Contact.NAME), false);
        }
        return new Sorting(null, schema == Invoice.SCHEMA);
    }

    private static @Nullable Comparator<Row> comparator(Schema schema, String property, Reading books) {
        if (schema == Invoice.SCHEMA && property.equals("contact.name")) {
            return Comparator.comparing(row -> {
                Row contact = books.find(Contact.SCHEMA, row.get(Invoice.CONTACT_ID));
                return contact == null ? "" : contact.need(Contact.NAME);
            });
        }
        Field<?> field = schema.field(property);
        return field == null ? null : byKey(field);
    }

    private static <T> Comparator<Row> byKey(Field<T> field) {
        return (left, right) -> {
            T one = left.get(field);
            T other = right.get(field);
            if (one == null || other == null) {
                return Boolean.compare(one != null, other != null);
            }
            return field.type().compare(one, other);
        };
    }
}
