package dk.ordrebro.order;

import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegrations;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    Orders orders(JdbcClient jdbc, Ids ids, Clock clock, ApplicationEventPublisher events) {
        return new JdbcOrders(jdbc, ids, clock, events);
    }

    @Bean
    HandlingByItself handlingByItself(OrderIntegrations integrations, Handling handling, Clock clock) {
        return new HandlingByItself(integrations, handling, clock);
    }

    @Bean
    Handling handling(
            JdbcClient jdbc, Orders orders, OrderIntegrations integrations, Ids ids, ApplicationEventPublisher events) {
        return new OrderHandling(orders, new JdbcFulfillments(jdbc), integrations, ids, events);
    }

    @Bean
    OrderWords orderWords(JdbcClient jdbc) {
        return new JdbcOrderWords(jdbc);
    }

    @Bean
    OldTotals oldTotals(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new OldTotals(jdbc, new TransactionTemplate(transactions));
    }

    /** After an upgrade; at every other start it finds nothing to do. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> oldTotalsFilled(OldTotals totals) {
        return ready -> Thread.ofVirtual().name("old-totals").start(totals::fill);
    }
}
