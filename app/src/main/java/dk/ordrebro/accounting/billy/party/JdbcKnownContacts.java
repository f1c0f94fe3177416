package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.BuyerType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Known contacts in PostgreSQL. */
@Repository
class JdbcKnownContacts implements KnownContacts {

    private static final String OF_THESE_BOOKS =
            " where company_id = :company and accounting_id = :accounting and organization_id = :organization";

    private static final String OF_THIS_NUMBER = OF_THESE_BOOKS + " and contact_no = :number";

    private final JdbcClient jdbc;

    JdbcKnownContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownContact> find(Books books, String number) {
        return of(
                        "select contact_no, contact_id, country, buyer_type, details from billy_contact"
                                + OF_THIS_NUMBER,
                        books)
                .param("number", number)
                .query(JdbcKnownContacts::read)
                .optional();
    }

    @Override
    public boolean wereRead(Books books) {
        return of("select exists (select from billy_contacts_read" + OF_THESE_BOOKS + ")", books)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void adopt(Books books, Collection<KnownContact> contacts) {
        of("""
                        insert into billy_contact
                            (company_id, accounting_id, organization_id, contact_no, contact_id, country, buyer_type, details)
                        select :company, :accounting, :organization, found.*
                        from unnest(:numbers, :ids, :countries, :types, :details) as found
                        on conflict do nothing
                        """, books)
                .param("numbers", column(contacts, KnownContact::number))
                .param("ids", column(contacts, contact -> String.valueOf(contact.id())))
                .param("countries", column(contacts, KnownContact::country))
                .param("types", column(contacts, contact -> contact.type().name()))
                .param("details", column(contacts, KnownContact::details))
                .update();
    }

    private static String[] column(Collection<KnownContact> contacts, Function<KnownContact, String> field) {
        return contacts.stream().map(field).toArray(String[]::new);
    }

    @Override
    public void markRead(Books books) {
        of("""
                        insert into billy_contacts_read (company_id, accounting_id, organization_id)
                        values (:company, :accounting, :organization)
                        on conflict do nothing
                        """, books).update();
    }

    @Override
    public void begin(Books books, KnownContact contact) {
        of(insertOr("do nothing"), books, contact).update();
    }

    @Override
    public void keep(Books books, KnownContact contact) {
        of(insertOr("""
                                (company_id, accounting_id, organization_id, contact_no)
                                do update set contact_id = excluded.contact_id, country = excluded.country,
                                    buyer_type = excluded.buyer_type, details = excluded.details
                                """), books, contact).update();
    }

    @Override
    public void forgetBegun(Books books, String number) {
        of("delete from billy_contact" + OF_THIS_NUMBER + " and contact_id is null", books)
                .param("number", number)
                .update();
    }

    @Override
    public void forget(Books books, String number, String id) {
        of("delete from billy_contact" + OF_THIS_NUMBER + " and contact_id = :id", books)
                .param("number", number)
                .param("id", id)
                .update();
    }

    private static String insertOr(String onConflict) {
        return """
                insert into billy_contact
                    (company_id, accounting_id, organization_id, contact_no, contact_id, country, buyer_type, details)
                values (:company, :accounting, :organization, :number, :id, :country, :type, :details)
                on conflict\s""" + onConflict;
    }

    private StatementSpec of(String sql, Books books, KnownContact contact) {
        return of(sql, books)
                .param("number", contact.number())
                .param("id", contact.id())
                .param("country", contact.country())
                .param("type", contact.type().name())
                .param("details", contact.details());
    }

    private StatementSpec of(String sql, Books books) {
        return jdbc.sql(sql)
                .param("company", books.company().value())
                .param("accounting", books.integration().value())
                .param("organization", books.organization());
    }

    private static KnownContact read(ResultSet row, int number) throws SQLException {
        return new KnownContact(
                row.getString("contact_no"),
                row.getString("contact_id"),
                row.getString("country"),
                BuyerType.valueOf(row.getString("buyer_type")),
                row.getString("details"));
    }
}
