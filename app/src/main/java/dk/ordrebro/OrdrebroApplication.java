package dk.ordrebro;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its top packages are its modules. The command line starts it. */
@SpringBootApplication
public class OrdrebroApplication {}
