package dk.ordrebro.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Takes the place of Spring Boot's own, which would wait as long as a connection may be silent. */
    @Bean
    DatabaseHealth dbHealthIndicator(
            DataSource dataSource, @Value("${ordrebro.health.patience:3s}") Duration patience) {
        return new DatabaseHealth(dataSource, patience);
    }
}
