package dk.ordrebro.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.ordrebro.access.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where letters go out: ORDREBRO_SMTP_URL with _USER, _PASSWORD and _FROM. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final Duration POLL = Duration.ofSeconds(3);

    @Bean
    Outbox mails(
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            @Value("${ordrebro.smtp.url:}") String url,
            @Value("${ordrebro.smtp.user:}") String user,
            @Value("${ordrebro.smtp.password:}") String password,
            @Value("${ordrebro.smtp.from:}") String from) {
        return new Outbox(
                jdbc,
                ids,
                clock,
                url.isBlank() ? Optional.empty() : Optional.of(MailServer.of(url, user, password, from)));
    }

    /** Run by the scheduler, on one node at a time. */
    @Bean
    RecurringTask<Void> sendingMail(Outbox outbox) {
        return Tasks.recurring("mail", FixedDelay.of(POLL)).execute((instance, context) -> outbox.send());
    }
}
