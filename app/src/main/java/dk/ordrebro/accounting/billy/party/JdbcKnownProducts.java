package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.RulesetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Known products in PostgreSQL. */
@Repository
class JdbcKnownProducts implements KnownProducts {

    private static final String OF_THESE_BOOKS =
            " where company_id = :company and accounting_id = :accounting and organization_id = :organization";

    private static final String OF_THIS_LINE =
            OF_THESE_BOOKS + " and title = :title and sku = :sku and account_no = :account and ruleset_id = :ruleset";

    private final JdbcClient jdbc;

    JdbcKnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownProduct> find(Books books, LineAccount line) {
        return of(
                        "select title, sku, account_no, ruleset_id, product_id from billy_product" + OF_THIS_LINE,
                        books,
                        line)
                .query(JdbcKnownProducts::read)
                .optional();
    }

    @Override
    public List<KnownProduct> all(Books books) {
        return of("select title, sku, account_no, ruleset_id, product_id from billy_product" + OF_THESE_BOOKS, books)
                .query(JdbcKnownProducts::read)
                .list();
    }

    @Override
    public void begin(Books books, LineAccount line) {
        of("""
                        insert into billy_product (company_id, accounting_id, organization_id, title, sku, account_no, ruleset_id)
                        values (:company, :accounting, :organization, :title, :sku, :account, :ruleset)
                        on conflict do nothing
                        """, books, line).update();
    }

    @Override
    public void keep(Books books, LineAccount line, String id) {
        of("""
                        insert into billy_product
                            (company_id, accounting_id, organization_id, title, sku, account_no, ruleset_id, product_id)
                        values (:company, :accounting, :organization, :title, :sku, :account, :ruleset, :id)
                        on conflict (company_id, accounting_id, organization_id, title, sku, account_no, ruleset_id)
                        do update set product_id = excluded.product_id
                        """, books, line).param("id", id).update();
    }

    @Override
    public void forgetBegun(Books books, LineAccount line) {
        of("delete from billy_product" + OF_THIS_LINE + " and product_id is null", books, line)
                .update();
    }

    @Override
    public void forget(Books books, LineAccount line, String id) {
        of("delete from billy_product" + OF_THIS_LINE + " and product_id = :id", books, line)
                .param("id", id)
                .update();
    }

    private StatementSpec of(String sql, Books books, LineAccount line) {
        return of(sql, books)
                .param("title", line.title())
                .param("sku", line.sku())
                .param("account", line.account().value())
                .param("ruleset", line.ruleset().value());
    }

    private StatementSpec of(String sql, Books books) {
        return jdbc.sql(sql)
                .param("company", books.company().value())
                .param("accounting", books.integration().value())
                .param("organization", books.organization());
    }

    private static KnownProduct read(ResultSet row, int number) throws SQLException {
        return new KnownProduct(
                new LineAccount(
                        row.getString("title"),
                        row.getString("sku"),
                        new AccountNumber(row.getInt("account_no")),
                        new RulesetId(row.getString("ruleset_id"))),
                row.getString("product_id"));
    }
}
