package dk.ordrebro.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which companies a person belongs to, and as what. Asked at every request, so that whoever is removed is out at once. */
@Repository
public class Memberships {

    private static final int MOST = 500;

    private static final String SELECT = """
            select u.user_id, u.email, m.role, c.company_id, c.name as company_name,
                   coalesce(u.last_company_id = c.company_id, false) as was_here
            from membership m join app_user u using (user_id) join company c using (company_id)
            where m.user_id = :user
            """;

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who a user is in a company; empty where they are no member. */
    public Optional<SignedIn> of(UserId user, CompanyId company) {
        return jdbc.sql(SELECT + " and m.company_id = :company")
                .param("user", user.value())
                .param("company", company.value())
                .query(Memberships::read)
                .optional();
    }

    /**
     * Who a user is in the company that an address names; empty where they are no member, or there is none.
     *
     * @param code as {@link CompanyAddress#code} writes it
     */
    public Optional<Found> at(UserId user, String code) {
        return jdbc.sql(SELECT + " and right(m.company_id::text, :length) = :code")
                .param("user", user.value())
                .param("length", code.length())
                .param("code", code)
                .query((row, number) -> new Found(read(row, number), row.getBoolean("was_here")))
                .optional();
    }

    /**
     * A membership and where its user was before.
     *
     * @param wasHere whether the user's last page was of this company too
     */
    public record Found(SignedIn member, boolean wasHere) {}

    /** Notes where a user works, for the next sign-in and for addresses that name no company. */
    public void cameTo(UserId user, CompanyId company) {
        jdbc.sql("update app_user set last_company_id = :company where user_id = :user")
                .param("company", company.value())
                .param("user", user.value())
                .update();
    }

    /** The company a user comes to when they sign in: where they were last, or else the first they joined. */
    public Optional<SignedIn> usual(UserId user) {
        return jdbc.sql(SELECT + """
                         order by (c.company_id = u.last_company_id) desc nulls last, m.since, c.company_id
                        limit 1
                        """)
                .param("user", user.value())
                .query(Memberships::read)
                .optional();
    }

    /** A user's companies by name, at most 500. */
    public List<SignedIn> all(UserId user) {
        return jdbc.sql(SELECT + " order by lower(c.name), c.company_id limit :most")
                .param("user", user.value())
                .param("most", MOST)
                .query(Memberships::read)
                .list();
    }

    /** Goes to another company, to which the user comes back at the next sign-in; empty where they are no member. */
    public Optional<SignedIn> enter(UserId user, CompanyId company) {
        Optional<SignedIn> there = of(user, company);
        there.ifPresent(member -> cameTo(user, company));
        return there;
    }

    private static SignedIn read(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("company_name"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                Role.valueOf(row.getString("role")));
    }
}
