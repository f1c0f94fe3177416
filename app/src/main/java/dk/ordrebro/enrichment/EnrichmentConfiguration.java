package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.rule.JdbcRules;
import dk.ordrebro.enrichment.rule.Rules;
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
    Rules rules(JdbcClient jdbc) {
        return new JdbcRules(jdbc);
    }

    @Bean
    Templates templates(JdbcClient jdbc) {
        return new JdbcTemplates(jdbc);
    }
}
