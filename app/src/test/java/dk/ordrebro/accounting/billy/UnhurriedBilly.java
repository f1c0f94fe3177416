package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.billy.party.KnownContacts;
import dk.ordrebro.accounting.billy.party.KnownProducts;
import dk.ordrebro.accounting.billy.wire.BillyHttp;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
import dk.ordrebro.integration.AccountingIntegrations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.BeanFactory;

/** The real adapter, but where it waits before it reads again, another clock may pass the time. */
public final class UnhurriedBilly {

    private UnhurriedBilly() {}

    /** Made of the application's own parts. */
    public static AccountingSystems of(BeanFactory beans, Consumer<Duration> passes) {
        return new BillySystems(
                beans.getBean(AccountingIntegrations.class),
                new BillyWorkshop(
                        beans.getBean(BillyHttp.class),
                        beans.getBean(BillyLimits.class),
                        beans.getBean(KnownProducts.class),
                        beans.getBean(KnownContacts.class),
                        beans.getBean(InstantSource.class),
                        beans.getBean(RandomGenerator.class),
                        passes::accept),
                beans.getBean(NewBilly.class).terms());
    }
}
