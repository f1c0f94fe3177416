package dk.ordrebro.booking.edit;

import dk.ordrebro.access.Ids;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Orders;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EditConfiguration {

    @Bean
    EditWatch editWatch(JdbcClient jdbc, Orders orders, Ids ids, Clock clock) {
        return new EditWatch(new Misfits(jdbc, orders), new JdbcOrderEdits(jdbc, ids, clock));
    }

    @Bean
    OrderEdits orderEdits(
            JdbcClient jdbc, Orders orders, Handling handling, Ids ids, ApplicationEventPublisher events, Clock clock) {
        return new AnswerableEdits(
                new JdbcOrderEdits(jdbc, ids, clock), new Misfits(jdbc, orders), orders, handling, events, clock);
    }
}
