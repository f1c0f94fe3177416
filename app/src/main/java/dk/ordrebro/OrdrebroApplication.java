package dk.ordrebro;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application: its top packages are its modules. Time and chance enter here and nowhere else. */
@SpringBootApplication
public class OrdrebroApplication {

    static void main(String[] args) {
        SpringApplication.run(OrdrebroApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return new java.security.SecureRandom();
    }
}
