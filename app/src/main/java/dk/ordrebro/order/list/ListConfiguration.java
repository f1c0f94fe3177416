package dk.ordrebro.order.list;

import dk.ordrebro.integration.OrderIntegrations;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ListConfiguration {

    @Bean
    OrderList orderList(JdbcClient jdbc, OrderIntegrations integrations) {
        return new JdbcOrderList(jdbc, integrations);
    }

    @Bean
    OrderSearch orderSearch(JdbcClient jdbc) {
        return new JdbcOrderSearch(jdbc);
    }

    @Bean
    OrderViews orderViews(JdbcClient jdbc, Clock clock) {
        return new JdbcOrderViews(jdbc, clock);
    }
}
