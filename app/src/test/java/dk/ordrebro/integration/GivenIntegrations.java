package dk.ordrebro.integration;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.database.SharedDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The integrations of one fresh company on a real database. */
public final class GivenIntegrations {

    private final SettableClock clock = new SettableClock(GivenAccess.NOON);
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final Seal seal = new Seal(SealTests.newKey(), new SecureRandom());
    private final List<SettingsChanged> told = new ArrayList<>();

    public final CompanyId company = GivenAccess.company();
    public final AccountingIntegrations accounting = new JdbcAccountingIntegrations(
            SharedDatabase.jdbc(), seal, clock, event -> told.add((SettingsChanged) event));
    public final OrderIntegrations orders =
            new JdbcOrderIntegrations(SharedDatabase.jdbc(), clock, event -> told.add((SettingsChanged) event));

    public List<SettingsChanged> told() {
        return told;
    }

    public AccountingIntegration billy() {
        return new AccountingIntegration(
                company,
                new AccountingIntegrationId(ids.next()),
                "Vores Billy",
                AccountingPlatform.BILLY,
                URI.create("https://api.billysbilling.com/v2"),
                false,
                4,
                true);
    }

    public OrderIntegration shop(String shopKey) {
        return new OrderIntegration(
                company,
                new OrderIntegrationId(ids.next()),
                "Butikken",
                OrderPlatform.PUSH,
                shopKey,
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
    }
}
