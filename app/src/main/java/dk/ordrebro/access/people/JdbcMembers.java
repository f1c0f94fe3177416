package dk.ordrebro.access.people;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Members in PostgreSQL. */
@Repository
public class JdbcMembers implements Members {

    private static final int MOST = 500;

    private static final String SELECT = """
            select u.user_id, u.email, u.name, u.created_at, m.role, m.since, f.confirmed_at is not null as second_factor
            from membership m join app_user u using (user_id) left join second_factor f using (user_id)
            where m.company_id = :company
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    public JdbcMembers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public List<Member> of(CompanyId company) {
        return jdbc.sql(SELECT + " order by m.since, u.user_id limit :most")
                .param("company", company.value())
                .param("most", MOST)
                .query(JdbcMembers::read)
                .list();
    }

    @Override
    public Optional<Member> find(CompanyId company, UserId user) {
        return jdbc.sql(SELECT + " and m.user_id = :user")
                .param("company", company.value())
                .param("user", user.value())
                .query(JdbcMembers::read)
                .optional();
    }

    @Override
    @Transactional
    public Answer changeRole(CompanyId company, UserId user, Role role, String who) {
        lock(company);
        Optional<Member> member = find(company, user);
        if (member.isEmpty()) {
            return Answer.NO_MEMBER;
        }
        if (member.get().role() == role) {
            return Answer.DONE;
        }
        if (isLastOwner(company, member.get())) {
            return Answer.LAST_OWNER;
        }
        jdbc.sql("update membership set role = :role where company_id = :company and user_id = :user")
                .param("role", role.name())
                .param("company", company.value())
                .param("user", user.value())
                .update();
        var change = new Change("role", member.get().role().name(), role.name());
        tell(company, who, member.get(), "role-changed", List.of(change));
        return Answer.DONE;
    }

    @Override
    @Transactional
    public Answer remove(CompanyId company, UserId user, String who) {
        lock(company);
        Optional<Member> member = find(company, user);
        if (member.isEmpty()) {
            return Answer.NO_MEMBER;
        }
        if (isLastOwner(company, member.get())) {
            return Answer.LAST_OWNER;
        }
        jdbc.sql("delete from membership where company_id = :company and user_id = :user")
                .param("company", company.value())
                .param("user", user.value())
                .update();
        tell(company, who, member.get(), "removed", List.of());
        return Answer.DONE;
    }

    /** Two owners who remove each other at the same moment: the second waits here and is then the last one. */
    private void lock(CompanyId company) {
        jdbc.sql("select company_id from company where company_id = :company for update")
                .param("company", company.value())
                .query()
                .listOfRows();
    }

    private boolean isLastOwner(CompanyId company, Member member) {
        return member.role() == Role.OWNER
                && jdbc.sql("""
                                select not exists (
                                    select from membership
                                    where company_id = :company and role = 'OWNER' and user_id <> :user)
                                """)
                        .param("company", company.value())
                        .param("user", member.user().id().value())
                        .query(Boolean.class)
                        .single();
    }

    private void tell(CompanyId company, String who, Member member, String verb, List<Change> changes) {
        events.publishEvent(new SettingsChanged(
                company, who, "member", member.user().email(), member.user().email(), verb, changes));
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        var user = new User(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new Member(
                user,
                Role.valueOf(row.getString("role")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("second_factor"));
    }
}
