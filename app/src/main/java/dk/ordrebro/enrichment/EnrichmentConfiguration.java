package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.template.JdbcTemplates;
import dk.ordrebro.enrichment.template.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EnrichmentConfiguration {

    @Bean
    Enricher enricher() {
        return Enricher.bundled();
    }

    @Bean
    Templates templates(JdbcClient jdbc) {
        return new JdbcTemplates(jdbc);
    }
}
