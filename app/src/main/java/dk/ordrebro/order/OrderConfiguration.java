package dk.ordrebro.order;

import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegrations;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

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
}
