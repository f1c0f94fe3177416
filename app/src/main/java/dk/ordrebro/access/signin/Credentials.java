package dk.ordrebro.access.signin;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a sign-in is checked against. */
@Repository
public class Credentials {

    private final JdbcClient jdbc;

    public Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A password hash, and who signs in if it fits: the user in the first company they joined. */
    public record Known(SignedIn signedIn, UserId user, String hash) {}

    public Optional<Known> of(String email) {
        return jdbc.sql("""
                        select u.user_id, u.email, u.password_hash, m.role, c.company_id, c.name as company_name
                        from app_user u join membership m using (user_id) join company c using (company_id)
                        where lower(u.email) = lower(:email)
                        order by (c.company_id = u.last_company_id) desc nulls last, m.since, c.company_id
                        limit 1
                        """)
                .param("email", email.strip())
                .query((row, number) -> {
                    var user = new UserId(row.getObject("user_id", UUID.class));
                    var signedIn = new SignedIn(
                            new CompanyId(row.getObject("company_id", UUID.class)),
                            row.getString("company_name"),
                            user,
                            row.getString("email"),
                            Role.valueOf(row.getString("role")));
                    return new Known(signedIn, user, row.getString("password_hash"));
                })
                .optional();
    }

    void replaceHash(UserId user, String hash) {
        jdbc.sql("update app_user set password_hash = :hash where user_id = :user")
                .param("hash", hash)
                .param("user", user.value())
                .update();
    }
}
