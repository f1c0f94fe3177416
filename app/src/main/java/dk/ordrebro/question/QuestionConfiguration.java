package dk.ordrebro.question;

import dk.ordrebro.access.Ids;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {

    @Bean
    Answers answers(JdbcClient jdbc, Ids ids, ApplicationEventPublisher events, Clock clock) {
        return new JdbcAnswers(jdbc, ids, events, clock);
    }
}
