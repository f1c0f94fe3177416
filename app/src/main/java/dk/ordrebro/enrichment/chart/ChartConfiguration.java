package dk.ordrebro.enrichment.chart;

import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ChartConfiguration {

    @Bean
    ChartWatch chartWatch(JdbcClient jdbc, Templates templates, Rules rules) {
        return new JdbcChartWatch(
                jdbc, templates, rules, StandardRates.bundled().otherMemberStates());
    }
}
