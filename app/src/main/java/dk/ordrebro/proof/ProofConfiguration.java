package dk.ordrebro.proof;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dk.ordrebro.access.Companies;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import dk.ordrebro.proof.asked.OpenQuestions;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    ProofRows proofRows(JdbcTemplate jdbc) {
        return new ProofRows(jdbc);
    }

    @Bean
    KeptRows keptRows(JdbcTemplate jdbc) {
        return new KeptRows(jdbc);
    }

    @Bean
    Keeping keeping(KeptRows rows) {
        return new Keeping(rows, new SumsKept(rows));
    }

    @Bean
    ReadBack readBack(Bookings bookings, Standings standings, Clock clock) {
        return new ReadBack(bookings, standings, clock);
    }

    @Bean
    JdbcProof proof(
            Orders orders,
            Bookings bookings,
            HeldArrivals arrivals,
            OrderEdits edits,
            OpenRefunds refunds,
            ReadBack readBack,
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            ProofRows rows,
            KeptRows kept,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new JdbcProof(
                orders,
                bookings,
                new OpenQuestions(arrivals, edits, refunds),
                readBack,
                shops,
                integrations,
                systems,
                rows,
                kept,
                new SumsRead(jdbc),
                new TransactionTemplate(transactions),
                events,
                clock);
    }

    @Bean
    NightlyProof nightlyProof(
            JdbcProof proof,
            ProofRows rows,
            ReadBack readBack,
            AccountingIntegrations integrations,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new NightlyProof(
                proof, rows, readBack, integrations, new TransactionTemplate(transactions), events, clock);
    }

    @Bean
    NightSchedule nightSchedule(
            NightlyProof proof, Companies companies, AccountingIntegrations integrations, Clock clock) {
        return new NightSchedule(proof, companies, integrations, clock);
    }

    /** Taken up by the one scheduler there is, as is the next. */
    @Bean
    RecurringTask<Void> proofOfTheNight(NightSchedule schedule) {
        return schedule.all();
    }

    @Bean
    OneTimeTask<Void> proofOfAnIntegration(NightSchedule schedule) {
        return schedule.one();
    }
}
