package dk.ordrebro.order.bulk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Orders;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    private static final Duration BULK_PAUSE = Duration.ofMillis(500);

    @Bean
    BulkJobs bulkJobs(JdbcClient jdbc, Clock clock) {
        return new JdbcBulkJobs(jdbc, clock);
    }

    @Bean
    BulkWorker bulkWorker(
            JdbcClient jdbc, Handling handling, Orders orders, PlatformTransactionManager transactions, Clock clock) {
        return new BulkWorker(new BulkBatches(jdbc), handling, orders, new TransactionTemplate(transactions), clock);
    }

    /** One node at a time works on bulk jobs; when it dies, another takes over within a few heartbeats. */
    @Bean
    RecurringTask<Void> bulkTask(BulkWorker worker) {
        return Tasks.recurring("bulk", FixedDelay.of(BULK_PAUSE)).execute((instance, context) -> worker.work());
    }
}
