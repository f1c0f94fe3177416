package dk.ordrebro.access.people;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Companies in PostgreSQL. */
@Repository
public class JdbcCompanies implements Companies {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    public JdbcCompanies(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Company create(String name) {
        var company = new Company(
                new CompanyId(ids.next()), name.strip(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("insert into company (company_id, name, created_at) values (:id, :name, :at)")
                .param("id", company.id().value())
                .param("name", company.name())
                .param("at", Times.sql(company.createdAt()))
                .update();
        return company;
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        return jdbc.sql("select company_id, name, created_at from company where company_id = :id")
                .param("id", id.value())
                .query(JdbcCompanies::read)
                .optional();
    }

    @Override
    public List<Company> all() {
        return jdbc.sql("select company_id, name, created_at from company order by created_at, company_id")
                .query(JdbcCompanies::read)
                .list();
    }

    @Override
    public Map<CompanyId, Cvr> numbers(Collection<CompanyId> companies) {
        Map<CompanyId, Cvr> numbers = new HashMap<>();
        jdbc.sql("select company_id, cvr from company where company_id = any(:companies) and cvr is not null")
                .param("companies", companies.stream().map(CompanyId::value).toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(new CompanyId(row.getObject("company_id", UUID.class)), new Cvr(row.getString("cvr")));
                });
        return numbers;
    }

    @Override
    public void number(CompanyId company, Optional<Cvr> number) {
        jdbc.sql("update company set cvr = :cvr where company_id = :company")
                .param("cvr", number.map(Cvr::digits).orElse(null), Types.VARCHAR)
                .param("company", company.value())
                .update();
    }

    private static Company read(ResultSet row, int number) throws SQLException {
        return new Company(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
