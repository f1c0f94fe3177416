package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.Who;
import dk.ordrebro.integration.Changes.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Order integrations in PostgreSQL. */
@Repository
class JdbcOrderIntegrations implements OrderIntegrations {

    private static final String ACCOUNTING = "accounting";

    private static final Changes<OrderIntegration> CHANGES = new Changes<>(List.of(
            new Field<>("name", OrderIntegration::name),
            new Field<>("platform", OrderIntegration::platform),
            new Field<>("shop-key", OrderIntegration::shopKey),
            new Field<>(ACCOUNTING, OrderIntegration::accounting),
            new Field<>("freight-rule", OrderIntegration::freightRule),
            new Field<>("contact-mode", OrderIntegration::contactMode),
            new Field<>("product-mode", OrderIntegration::productMode),
            new Field<>("stand-alone-credit-notes", OrderIntegration::standAloneCreditNotes),
            new Field<>("trigger", OrderIntegration::trigger),
            new Field<>("start-date", OrderIntegration::startDate),
            new Field<>("active", OrderIntegration::active),
            new Field<>("retired", OrderIntegration::retired)));

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    JdbcOrderIntegrations(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<OrderIntegration> find(CompanyId company, OrderIntegrationId id) {
        return jdbc.sql("select * from order_integration where company_id = :company and integration_id = :id")
                .param("company", company.value())
                .param("id", id.value())
                .query(JdbcOrderIntegrations::read)
                .optional();
    }

    @Override
    public Optional<OrderIntegration> named(CompanyId company, String shopKey) {
        return jdbc.sql("select * from order_integration where company_id = :company and shop_key = :shopKey")
                .param("company", company.value())
                .param("shopKey", shopKey)
                .query(JdbcOrderIntegrations::read)
                .optional();
    }

    @Override
    public List<OrderIntegration> all(CompanyId company) {
        return jdbc.sql("select * from order_integration where company_id = :company order by integration_id")
                .param("company", company.value())
                .query(JdbcOrderIntegrations::read)
                .list();
    }

    @Override
    @Transactional
    public void save(OrderIntegration integration) {
        Optional<OrderIntegration> before = locked(integration);
        store(integration);
        var changes = CHANGES.between(before.orElse(null), integration);
        if (!changes.isEmpty()) {
            events.publishEvent(new SettingsChanged(
                    integration.company(),
                    Who.current(),
                    "order-integration",
                    integration.id().toString(),
                    integration.name(),
                    Changes.verb(before.map(OrderIntegration::retired), integration.retired()),
                    changes.stream()
                            .map(change -> inWords(integration.company(), change))
                            .toList()));
        }
    }

    /** The trail is read by people: an accounting integration goes by its name. */
    private Change inWords(CompanyId company, Change change) {
        return change.field().equals(ACCOUNTING)
                ? new Change(
                        ACCOUNTING, accountingName(company, change.before()), accountingName(company, change.after()))
                : change;
    }

    private String accountingName(CompanyId company, String id) {
        return id.isEmpty()
                ? ""
                : jdbc.sql("select name from accounting_integration where company_id = ? and accounting_id = ?")
                        .params(company.value(), UUID.fromString(id))
                        .query(String.class)
                        .single();
    }

    private Optional<OrderIntegration> locked(OrderIntegration integration) {
        return jdbc.sql("""
                        select * from order_integration
                        where company_id = :company and integration_id = :id
                        for update
                        """)
                .param("company", integration.company().value())
                .param("id", integration.id().value())
                .query(JdbcOrderIntegrations::read)
                .optional();
    }

    private void store(OrderIntegration integration) {
        jdbc.sql("""
                        insert into order_integration (
                            company_id, integration_id, name, platform, shop_key, accounting_id, freight_rule,
                            contact_mode, product_mode, stand_alone_credit_notes, active, trigger, start_date, retired, created_at, changed_at)
                        values (
                            :company, :id, :name, :platform, :shopKey, :accounting, :freightRule,
                            :contactMode, :productMode, :standAlone, :active, :trigger, :startDate, :retired, :now, :now)
                        on conflict (company_id, integration_id) do update set
                            name = excluded.name, platform = excluded.platform, shop_key = excluded.shop_key,
                            accounting_id = excluded.accounting_id, freight_rule = excluded.freight_rule,
                            contact_mode = excluded.contact_mode, product_mode = excluded.product_mode,
                            stand_alone_credit_notes = excluded.stand_alone_credit_notes,
                            active = excluded.active, trigger = excluded.trigger, start_date = excluded.start_date,
                            retired = excluded.retired, changed_at = excluded.changed_at
                        """)
                .param("company", integration.company().value())
                .param("id", integration.id().value())
                .param("name", integration.name())
                .param("platform", integration.platform().name())
                .param("shopKey", integration.shopKey())
                .param(
                        "accounting",
                        integration
                                .boundTo()
                                .map(AccountingIntegrationId::value)
                                .orElse(null))
                .param("freightRule", integration.freightRule().name())
                .param("contactMode", integration.contactMode().name())
                .param("productMode", integration.productMode().name())
                .param("standAlone", integration.standAloneCreditNotes())
                .param("active", integration.active())
                .param("trigger", integration.trigger().name())
                .param("startDate", integration.startDate())
                .param("retired", integration.retired())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static OrderIntegration read(ResultSet row, int number) throws SQLException {
        UUID accounting = row.getObject("accounting_id", UUID.class);
        return new OrderIntegration(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new OrderIntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("name"),
                OrderPlatform.valueOf(row.getString("platform")),
                row.getString("shop_key"),
                accounting == null ? null : new AccountingIntegrationId(accounting),
                FreightRule.valueOf(row.getString("freight_rule")),
                ContactMode.valueOf(row.getString("contact_mode")),
                ProductMode.valueOf(row.getString("product_mode")),
                row.getBoolean("stand_alone_credit_notes"),
                row.getBoolean("active"),
                Trigger.valueOf(row.getString("trigger")),
                row.getObject("start_date", LocalDate.class),
                row.getBoolean("retired"));
    }
}
