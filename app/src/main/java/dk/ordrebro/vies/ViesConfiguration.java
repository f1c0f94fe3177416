package dk.ordrebro.vies;

import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.outside.OutsideHttp;
import dk.ordrebro.outside.OutsideLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of VAT numbers. */
@Configuration(proxyBeanMethods = false)
class ViesConfiguration {

    /** A person waits for the answer; some member states need a quarter of a minute. */
    private static final OutsideLimits LIMITS =
            new OutsideLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(25), 64 * 1024, 4, 4);

    @Bean(destroyMethod = "close")
    OutsideHttp viesHttp(OutsideAddresses outside) {
        return new OutsideHttp("vies", outside, LIMITS);
    }

    /**
     * Asks the register, unless that is switched off.
     *
     * @param on {@code off} (ORDREBRO_VIES=off) where no question may leave this installation
     */
    @Bean
    JdbcConsultations consultations(
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            OutsideHttp viesHttp,
            @Value("${ordrebro.vies:on}") String on,
            @Value("${ordrebro.vies-url:https://ec.europa.eu/taxation_customs/vies/rest-api}") URI address) {
        return new JdbcConsultations(jdbc, ids, clock, on.equalsIgnoreCase("off") ? null : new Vies(viesHttp, address));
    }
}
