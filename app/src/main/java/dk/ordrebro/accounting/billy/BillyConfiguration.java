package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.billy.party.KnownContacts;
import dk.ordrebro.accounting.billy.party.KnownProducts;
import dk.ordrebro.accounting.billy.wire.BillyHttp;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
import dk.ordrebro.integration.AccountingIntegrations;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers Billy to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BillyLimits.class, NewBilly.class})
class BillyConfiguration {

    @Bean
    BillyHttp billyHttp(BillyLimits limits, InstantSource clock) {
        return new BillyHttp(limits, clock);
    }

    @Bean
    AccountingSystems accountingSystems(
            AccountingIntegrations integrations,
            BillyHttp http,
            BillyLimits limits,
            NewBilly newBilly,
            KnownProducts products,
            KnownContacts contacts,
            InstantSource clock,
            RandomGenerator random) {
        return new BillySystems(
                integrations,
                new BillyWorkshop(http, limits, products, contacts, clock, random, Thread::sleep),
                newBilly.terms());
    }
}
