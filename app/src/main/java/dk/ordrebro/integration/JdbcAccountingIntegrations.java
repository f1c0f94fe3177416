package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.Who;
import dk.ordrebro.integration.Changes.Field;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounting integrations in PostgreSQL, their keys sealed. */
@Repository
class JdbcAccountingIntegrations implements AccountingIntegrations {

    private static final Changes<AccountingIntegration> CHANGES = new Changes<>(List.of(
            new Field<>("name", AccountingIntegration::name),
            new Field<>("platform", AccountingIntegration::platform),
            new Field<>("base-url", AccountingIntegration::baseUrl),
            new Field<>("auto-approve", AccountingIntegration::autoApprove),
            new Field<>("in-flight", AccountingIntegration::inFlight),
            new Field<>("active", AccountingIntegration::active),
            new Field<>("retired", AccountingIntegration::retired)));

    private final JdbcClient jdbc;
    private final Seal seal;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    JdbcAccountingIntegrations(JdbcClient jdbc, Seal seal, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<AccountingIntegration> find(CompanyId company, AccountingIntegrationId id) {
        return jdbc.sql("""
                        select * from accounting_integration
                        where company_id = :company and accounting_id = :id
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .query(JdbcAccountingIntegrations::read)
                .optional();
    }

    @Override
    public List<AccountingIntegration> all(CompanyId company) {
        return jdbc.sql("select * from accounting_integration where company_id = :company order by accounting_id")
                .param("company", company.value())
                .query(JdbcAccountingIntegrations::read)
                .list();
    }

    @Override
    @Transactional
    public void create(AccountingIntegration integration, Secret key) {
        bind(jdbc.sql("""
                        insert into accounting_integration (
                            company_id, accounting_id, name, platform, base_url, auto_approve, in_flight, active, retired,
                            sealed_key, created_at, changed_at)
                        values (
                            :company, :id, :name, :platform, :baseUrl, :autoApprove, :inFlight, :active, :retired,
                            :sealedKey, :now, :now)
                        """), integration)
                .param("sealedKey", seal.close(key, belongsTo(integration.company(), integration.id())))
                .update();
        tell(integration, "created", CHANGES.between(null, integration));
    }

    @Override
    @Transactional
    public void save(AccountingIntegration integration) {
        var before = locked(integration.company(), integration.id());
        bind(jdbc.sql("""
                        update accounting_integration
                        set name = :name, platform = :platform, base_url = :baseUrl, auto_approve = :autoApprove,
                            in_flight = :inFlight, active = :active, retired = :retired, changed_at = :now
                        where company_id = :company and accounting_id = :id
                        """), integration).update();
        var changes = CHANGES.between(before, integration);
        if (!changes.isEmpty()) {
            tell(integration, Changes.verb(Optional.of(before.retired()), integration.retired()), changes);
        }
    }

    @Override
    @Transactional
    public void replaceKey(CompanyId company, AccountingIntegrationId id, Secret key) {
        var integration = locked(company, id);
        jdbc.sql("""
                        update accounting_integration set sealed_key = :sealedKey, changed_at = :now
                        where company_id = :company and accounting_id = :id
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .param("sealedKey", seal.close(key, belongsTo(company, id)))
                .param("now", now())
                .update();
        tell(integration, "key-replaced", List.of());
    }

    @Override
    public Secret key(CompanyId company, AccountingIntegrationId id) {
        byte[] sealed = jdbc.sql("""
                        select sealed_key from accounting_integration
                        where company_id = :company and accounting_id = :id
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .query((row, number) -> row.getBytes("sealed_key"))
                .optional()
                .orElseThrow(() -> unknown(id));
        return seal.open(sealed, belongsTo(company, id));
    }

    private AccountingIntegration locked(CompanyId company, AccountingIntegrationId id) {
        return jdbc.sql("""
                        select * from accounting_integration
                        where company_id = :company and accounting_id = :id
                        for update
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .query(JdbcAccountingIntegrations::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    private StatementSpec bind(StatementSpec statement, AccountingIntegration integration) {
        return statement
                .param("company", integration.company().value())
                .param("id", integration.id().value())
                .param("name", integration.name())
                .param("platform", integration.platform().name())
                .param("baseUrl", integration.baseUrl().toString())
                .param("autoApprove", integration.autoApprove())
                .param("inFlight", integration.inFlight())
                .param("active", integration.active())
                .param("retired", integration.retired())
                .param("now", now());
    }

    private void tell(AccountingIntegration integration, String verb, List<Change> changes) {
        events.publishEvent(new SettingsChanged(
                integration.company(),
                Who.current(),
                "accounting-integration",
                integration.id().toString(),
                integration.name(),
                verb,
                changes));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String belongsTo(CompanyId company, AccountingIntegrationId id) {
        return "accounting key of " + company + "/" + id;
    }

    private static IllegalArgumentException unknown(AccountingIntegrationId id) {
        return new IllegalArgumentException("There is no accounting integration " + id + " in this company");
    }

    private static AccountingIntegration read(ResultSet row, int number) throws SQLException {
        return new AccountingIntegration(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new AccountingIntegrationId(row.getObject("accounting_id", UUID.class)),
                row.getString("name"),
                AccountingPlatform.valueOf(row.getString("platform")),
                URI.create(row.getString("base_url")),
                row.getBoolean("auto_approve"),
                row.getInt("in_flight"),
                row.getBoolean("active"),
                row.getBoolean("retired"));
    }
}
