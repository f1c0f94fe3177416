package dk.ordrebro.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the application migrate as {@link Migrations} does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationSource.class)
class MigrationConfiguration {

    @Bean
    Migrations migrations(MigrationSource source) {
        return new Migrations(source);
    }
}
