package dk.ordrebro.booking;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.enrichment.ChartWatch;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Templates;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    private final AtomicReference<@Nullable Scheduler> scheduler = new AtomicReference<>();

    @Bean
    JdbcDrainSchedule drainSchedule(JdbcClient jdbc, Clock clock) {
        return new JdbcDrainSchedule(jdbc, clock, () -> {
            Scheduler running = scheduler.get();
            if (running != null) {
                running.triggerCheckForDueExecutions();
            }
        });
    }

    @Bean
    TotalsKept totalsKept(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new TotalsKept(new TotalsRows(jdbc), transactions);
    }

    @Bean
    DailyTotals dailyTotals(JdbcClient jdbc) {
        return new JdbcDailyTotals(jdbc);
    }

    @Bean
    BookingMetrics bookingMetrics(JdbcClient jdbc, Clock clock) {
        return new BookingMetrics(jdbc, clock);
    }

    @Bean
    NewBookings newBookings(JdbcTemplate jdbc, Ids ids, Clock clock, JdbcDrainSchedule drains, TotalsKept totals) {
        return new NewBookings(jdbc, ids, clock, drains, totals);
    }

    @Bean
    Bookings bookings(
            JdbcClient jdbc,
            OrderIntegrations shops,
            JdbcDrainSchedule drains,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Clock clock) {
        return new JdbcBookings(jdbc, shops, drains, events, totals, clock);
    }

    @Bean
    Claims claims(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Orders orders,
            OrderIntegrations shops,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Clock clock) {
        return new Claims(jdbc, new BookingUpdates(batches), orders, shops, events, totals, clock);
    }

    @Bean
    Recording recording(JdbcTemplate batches, ApplicationEventPublisher events, TotalsKept totals) {
        return new Recording(new BookingUpdates(batches), RetryPolicy.USUAL, Patience.USUAL, events, totals);
    }

    @Bean(destroyMethod = "close")
    Recorder recorder(Recording recording) {
        return new Recorder(recording);
    }

    @Bean
    Drain drain(
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            ChartWatch charts,
            Enricher enricher,
            Claims claims,
            Recorder recorder,
            Ids ids,
            JdbcClient jdbc,
            Clock clock) {
        HealthRows health = new HealthRows(jdbc, clock);
        return new Drain(
                integrations,
                systems,
                templates,
                charts,
                enricher,
                claims,
                recorder,
                ids,
                clock,
                Patience.USUAL,
                health);
    }

    @Bean
    DryRun dryRun(
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            Enricher enricher,
            Clock clock) {
        return new EnrichingDryRun(shops, integrations, systems, templates, enricher, clock);
    }

    /** Tests that run drains by hand switch the workers off. The tasks are those that modules above give to the one scheduler there is. */
    @Bean
    @ConditionalOnProperty(name = "ordrebro.drains", havingValue = "on", matchIfMissing = true)
    DrainWorkers drainWorkers(
            DataSource dataSource,
            Drain drain,
            JdbcDrainSchedule schedule,
            List<RecurringTask<?>> recurring,
            List<OneTimeTask<?>> single) {
        return new DrainWorkers(dataSource, drain, schedule, recurring, single, scheduler);
    }
}
