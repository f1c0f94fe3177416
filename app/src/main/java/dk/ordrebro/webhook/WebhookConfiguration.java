package dk.ordrebro.webhook;

import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Seal;
import dk.ordrebro.work.Beat;
import dk.ordrebro.work.Workers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outgoing webhooks: addresses, outbox and workers. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Beat BEAT =
            new Beat(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), 20);

    @Bean
    Post webhookPost(JdbcClient jdbc, Clock clock) {
        return new Post(jdbc, clock);
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

    /** Tests that send by hand switch the workers off. After a run made again a message may come twice, with the same id. */
    @Bean
    @ConditionalOnProperty(name = "ordrebro.drains", havingValue = "on", matchIfMissing = true)
    Workers tellingWorkers(DataSource dataSource, Telling telling, Post post, Outbox outbox) {
        return new Workers(dataSource, post.schedule(), BEAT, box -> telling.run(Post.Box.parse(box)), post::sweep)
                .alsoEvery(FORGET, "forget", outbox::forgetOld);
    }
}
