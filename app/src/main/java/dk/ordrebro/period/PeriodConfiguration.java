package dk.ordrebro.period;

import dk.ordrebro.proof.Proof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PeriodConfiguration {

    @Bean
    PeriodSales periodSales(JdbcClient jdbc, Proof proof) {
        return new JdbcPeriodSales(jdbc, proof);
    }
}
