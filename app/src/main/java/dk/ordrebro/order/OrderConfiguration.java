package dk.ordrebro.order;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegrations;
import java.time.Clock;
import java.time.Duration;
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

    private static final Duration BULK_PAUSE = Duration.ofMillis(500);

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
    OrderList orderList(JdbcClient jdbc, OrderIntegrations integrations) {
        return new JdbcOrderList(jdbc, integrations);
    }

    @Bean
    OrderViews orderViews(JdbcClient jdbc, Clock clock) {
        return new JdbcOrderViews(jdbc, clock);
    }

    @Bean
    BulkJobs bulkJobs(JdbcClient jdbc, Clock clock) {
        return new JdbcBulkJobs(jdbc, clock);
    }

    @Bean
    BulkWorker bulkWorker(
            JdbcClient jdbc, Handling handling, Orders orders, PlatformTransactionManager transactions, Clock clock) {
        return new BulkWorker(new BulkBatches(jdbc), handling, orders, new TransactionTemplate(transactions), clock);
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

    /** One node at a time works on bulk jobs; when it dies, another takes over within a few heartbeats. */
    @Bean
    RecurringTask<Void> bulkTask(BulkWorker worker) {
        return Tasks.recurring("bulk", FixedDelay.of(BULK_PAUSE)).execute((instance, context) -> worker.work());
    }
}
