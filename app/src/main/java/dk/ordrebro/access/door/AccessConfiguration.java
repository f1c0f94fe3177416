package dk.ordrebro.access.door;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.PublicAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Time, randomness and the hashing of passwords for the whole house. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessConfiguration {

    private static final int BCRYPT_COST = 12;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(InstantSource clock, SecureRandom random) {
        return new Ids(clock, random);
    }

    /** Where links in letters and passkeys lead: ORDREBRO_URL. */
    @Bean
    PublicAddress publicAddress(
            @Value("${ordrebro.url:${ordrebro.public-url:}}") String url, @Value("${server.port:8080}") int port) {
        return url.isBlank() ? PublicAddress.ofThisMachine(port) : PublicAddress.of(url);
    }

    /** Each hash names its algorithm, so that a better one can be brought in and old hashes are renewed at the next sign-in. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_COST)));
    }
}
