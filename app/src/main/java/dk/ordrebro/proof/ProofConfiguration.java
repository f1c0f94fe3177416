package dk.ordrebro.proof;

import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    Proof proof(
            Orders orders,
            Bookings bookings,
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new JdbcProof(
                orders,
                bookings,
                shops,
                integrations,
                systems,
                new ProofRows(jdbc),
                new TransactionTemplate(transactions),
                clock);
    }
}
