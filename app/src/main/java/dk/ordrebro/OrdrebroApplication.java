package dk.ordrebro;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its top packages are its modules. */
@SpringBootApplication
public class OrdrebroApplication {

    static void main(String[] args) {
        SpringApplication.run(OrdrebroApplication.class, args);
    }
}
