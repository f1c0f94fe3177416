package dk.ordrebro.booking.drain;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.booking.Answering;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Corrections;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.InvoiceWords;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.Sales;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.booking.day.PlausibleDays;
import dk.ordrebro.booking.drain.DrainSchedule.Drained;
import dk.ordrebro.booking.ledgers.TakenAsItStands;
import dk.ordrebro.booking.newest.NewestRevisions;
import dk.ordrebro.booking.original.ChosenOriginals;
import dk.ordrebro.booking.original.GoesOn;
import dk.ordrebro.booking.totals.CompaniesAtWork;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.HealthRows;
import dk.ordrebro.booking.totals.JdbcCompaniesAtWork;
import dk.ordrebro.booking.totals.JdbcDailyTotals;
import dk.ordrebro.booking.totals.TotalsKept;
import dk.ordrebro.booking.totals.TotalsRows;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderWords;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Answers;
import dk.ordrebro.work.Beat;
import dk.ordrebro.work.GroupWriter;
import dk.ordrebro.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    /** How often a group is tried again while the database is away: over a minute, with the usual limits of connections. */
    private static final int RECORD_AGAIN = 3;

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
    Closing closing(JdbcClient jdbc, TotalsKept totals, Handling handling, ApplicationEventPublisher events) {
        return new Closing(jdbc, totals, handling, events);
    }

    @Bean
    Observing observing(
            JdbcClient jdbc, TotalsKept totals, DrainSchedule drains, ApplicationEventPublisher events, Clock clock) {
        return new Observing(jdbc, totals, drains, events, clock);
    }

    @Bean
    Standings standings(
            JdbcClient jdbc,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Observing observing,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new JdbcStandings(jdbc, integrations, systems, observing, new TransactionTemplate(transactions), clock);
    }

    /** Somebody looked at a document that may have changed: it is read again, once for each of them. */
    @Bean
    OneTimeTask<Void> looking(Standings standings) {
        return Tasks.oneTime(JdbcStandings.LOOK)
                .execute((instance, context) -> JdbcStandings.look(standings, instance.getId()));
    }

    @Bean
    Approvals approvals(
            JdbcClient jdbc, TotalsKept totals, DrainSchedule drains, ApplicationEventPublisher events, Clock clock) {
        return new JdbcApprovals(jdbc, totals, drains, events, clock);
    }

    @Bean
    Remaking remaking(
            JdbcClient jdbc,
            Ids ids,
            TotalsKept totals,
            DrainSchedule drains,
            ApplicationEventPublisher events,
            Clock clock) {
        return new JdbcRemaking(jdbc, ids, totals, drains, events, clock);
    }

    @Bean
    Corrections corrections(JdbcClient jdbc) {
        return new JdbcCorrections(jdbc);
    }

    @Bean
    CompaniesAtWork companiesAtWork(JdbcClient jdbc) {
        return new JdbcCompaniesAtWork(jdbc);
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
    Sales sales(JdbcTemplate jdbc) {
        return new Sales(jdbc);
    }

    @Bean
    InvoiceWords invoiceWords(OrderWords words) {
        return new InvoiceWords(words);
    }

    @Bean
    NewBookings newBookings(
            JdbcTemplate jdbc,
            Ids ids,
            Clock clock,
            DrainSchedule drains,
            TotalsKept totals,
            Orders orders,
            ApplicationEventPublisher events,
            Closing closing) {
        return new NewBookings(jdbc, ids, clock, drains, totals, orders, events, closing);
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
    Answering answering(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Bookings bookings,
            Answers answers,
            TotalsKept totals,
            Remaking remaking) {
        return new JdbcAnswering(
                jdbc,
                bookings,
                answers,
                new Redating(jdbc, totals),
                remaking,
                new TakenAsItStands(bookings, new BookingUpdates(batches)));
    }

    @Bean
    GoesOn goesOn(JdbcClient jdbc, Bookings bookings) {
        return new GoesOn(jdbc, bookings);
    }

    @Bean
    HeldBookings heldBookings(
            JdbcClient jdbc, DrainSchedule drains, ApplicationEventPublisher events, TotalsKept totals, Clock clock) {
        return new JdbcHeldBookings(jdbc, drains, events, totals, clock);
    }

    @Bean
    Claims claims(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Orders orders,
            Answers answers,
            OrderIntegrations shops,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Closing closing,
            @Value("${ordrebro.books-open-from:#{null}}") @Nullable LocalDate open,
            Clock clock) {
        return new Claims(
                jdbc,
                new BookingUpdates(batches),
                orders,
                answers,
                shops,
                events,
                totals,
                closing,
                new NewestRevisions(jdbc, orders),
                new ChosenOriginals(jdbc),
                new PlausibleDays(open, clock),
                clock);
    }

    @Bean
    Recording recording(
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            TotalsKept totals,
            Closing closing,
            LedgerArithmetics arithmetics) {
        return new Recording(
                new BookingUpdates(batches), RetryPolicy.USUAL, Patience.USUAL, events, totals, closing, arithmetics);
    }

    /**
     * A result that cannot be written leaves its booking claimed, and so to be looked for: nothing is lost. Written twice it is written once,
     * since the first ends the claim.
     */
    @Bean(destroyMethod = "close")
    GroupWriter<Recording.Result> recorder(Recording recording) {
        return new GroupWriter<>("recorder", recording::record, RECORD_AGAIN);
    }

    @Bean
    Drain drain(
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            Rules rules,
            ChartWatch charts,
            Enricher enricher,
            LedgerArithmetics arithmetics,
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
                rules,
                charts,
                enricher,
                arithmetics,
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
            Rules rules,
            Enricher enricher,
            LedgerArithmetics arithmetics,
            Orders orders,
            Answers answers,
            Clock clock) {
        return new EnrichingDryRun(
                shops, integrations, systems, templates, rules, enricher, arithmetics, orders, answers, clock);
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
