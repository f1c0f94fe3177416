package dk.ordrebro.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Seal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outgoing webhooks: addresses, outbox and workers. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final AtomicReference<@Nullable Scheduler> scheduler = new AtomicReference<>();

    @Bean
    Post webhookPost(JdbcClient jdbc, Clock clock) {
        return new Post(jdbc, clock, () -> {
            Scheduler running = scheduler.get();
            if (running != null) {
                running.triggerCheckForDueExecutions();
            }
        });
    }

    @Bean
    Outbox webhookOutbox(JdbcClient jdbc, Ids ids, Clock clock, Post post) {
        return new Outbox(jdbc, ids, clock, post);
    }

    @Bean
    JdbcEndpoints webhookEndpoints(
            JdbcClient jdbc,
            Outbox outbox,
            Post post,
            Seal seal,
            SecureRandom random,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        return new JdbcEndpoints(jdbc, outbox, post, seal, random, ids, clock, events);
    }

    @Bean
    Listener webhookListener(JdbcEndpoints endpoints, Outbox outbox) {
        return new Listener(endpoints, outbox);
    }

    @Bean(destroyMethod = "close")
    Caller webhookCaller(OutsideAddresses outside) {
        return new Caller(outside, CALL_TIMEOUT);
    }

    @Bean
    Telling webhookTelling(JdbcEndpoints endpoints, Outbox outbox, Caller caller, Clock clock) {
        return new Telling(endpoints, outbox, caller, clock);
    }

    /** Tests that send by hand switch the workers off. */
    @Bean
    @ConditionalOnProperty(name = "ordrebro.drains", havingValue = "on", matchIfMissing = true)
    TellingWorkers tellingWorkers(DataSource dataSource, Telling telling, Post post, Outbox outbox) {
        return new TellingWorkers(dataSource, telling, post, outbox, scheduler);
    }
}
