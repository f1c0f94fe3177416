package dk.ordrebro.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the application migrate as {@link Migrations} does. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    Migrations migrations() {
        return new Migrations();
    }
}
