package dk.ordrebro.booking.drain;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.drain.DrainSchedule.Drained;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.HealthRows;
import dk.ordrebro.booking.totals.JdbcDailyTotals;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.booking.totals.TotalsRows;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Templates;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import dk.ordrebro.work.Beat;
import dk.ordrebro.work.GroupWriter;
import dk.ordrebro.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    private static final Beat BEAT =
            new Beat(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(10), 100);

    @Bean
    DrainSchedule drainSchedule(JdbcClient jdbc, Clock clock) {
        return new DrainSchedule(jdbc, clock);
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
    NewBookings newBookings(
            JdbcTemplate jdbc,
            Ids ids,
            Clock clock,
            DrainSchedule drains,
            TotalsKept totals,
            Orders orders,
            ApplicationEventPublisher events) {
        return new NewBookings(jdbc, ids, clock, drains, totals, orders, events);
    }

    @Bean
    Bookings bookings(
            JdbcClient jdbc,
            OrderIntegrations shops,
            DrainSchedule drains,
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

    /** A result that cannot be written leaves its booking claimed, and so to be looked for: nothing is lost. */
    @Bean(destroyMethod = "close")
    GroupWriter<Recording.Result> recorder(Recording recording) {
        return new GroupWriter<>("recorder", recording::record);
    }

    @Bean
    Drain drain(
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            ChartWatch charts,
            Enricher enricher,
            Claims claims,
            GroupWriter<Recording.Result> recorder,
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

    /** Tests that run drains by hand switch the workers off. Beside the drains they do what modules below and above have to do regularly. */
    @Bean
    @ConditionalOnProperty(name = "ordrebro.drains", havingValue = "on", matchIfMissing = true)
    Workers drainWorkers(
            DataSource dataSource,
            Drain drain,
            DrainSchedule drains,
            List<RecurringTask<?>> regular,
            List<OneTimeTask<?>> onDemand) {
        return new Workers(
                        dataSource, drains.schedule(), BEAT, drained -> run(drain, Drained.of(drained)), drains::sweep)
                .beside(regular, onDemand);
    }

    private static Optional<Instant> run(Drain drain, Drained drained) {
        return drain.run(drained.company(), drained.accounting());
    }
}
