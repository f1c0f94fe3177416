package dk.ordrebro.alarm;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.PublicAddress;
import dk.ordrebro.access.Users;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.order.Arrivals;
import dk.ordrebro.proof.Proof;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    private static final Duration ROUND = Duration.ofMinutes(1);

    @Bean
    JdbcAlarms alarms(JdbcClient jdbc, Users users, ApplicationEventPublisher events) {
        return new JdbcAlarms(jdbc, users, events);
    }

    @Bean
    Post post(Mails mails, PublicAddress address) {
        return new PostByMail(mails, address);
    }

    @Bean
    AlarmRound alarmRound(
            Companies companies,
            JdbcAlarms alarms,
            DailyTotals totals,
            Proof proof,
            Arrivals arrivals,
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            MessageSource texts,
            Post post,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new AlarmRound(
                companies,
                alarms,
                new Watch(totals, proof, arrivals, accountings, shops),
                new Letters(alarms, texts, post),
                new TransactionTemplate(transactions),
                events,
                clock);
    }

    /** Taken up by the one scheduler there is. */
    @Bean
    RecurringTask<Void> alarmsEveryMinute(AlarmRound round) {
        return Tasks.recurring("alarms", FixedDelay.of(ROUND)).execute((instance, context) -> round.run());
    }
}
