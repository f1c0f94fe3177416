package dk.ordrebro.web;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.database.SharedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application with throw-away infrastructure for daily work on the pages: a fresh database, a simulator, and two companies,
 * one with a shop's orders and one that has taken no step yet. Sign in with the addresses below and {@link DemoCompanies#PASSWORD}.
 */
public final class Playground {

    private static final int PORT = Integer.getInteger("playground.port", 8099);

    private Playground() {}

    static void main() {
        HikariDataSource database = (HikariDataSource) SharedDatabase.dataSource();
        BillySimulator billy = BillySimulator.start(SimulatorOptions.ephemeral());
        String spareKey = billy.admin()
                .createCompany(NewCompany.named("Havnens Garn ApS"))
                .accessToken();
        ConfigurableApplicationContext context = SpringApplication.run(
                OrdrebroApplication.class,
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--ordrebro.new-billy.base-url=" + billy.apiUri(),
                "--server.port=" + PORT,
                "--spring.thymeleaf.cache=false",
                "--spring.web.resources.cache.period=0");
        DemoCompanies.make(context, billy);
        System.out.println(
                "READY http://localhost:" + PORT + " " + DemoCompanies.FULL + " and " + DemoCompanies.EMPTY + " and "
                        + DemoCompanies.TROUBLE + ", " + DemoCompanies.PASSWORD + "; a Billy key to try: " + spareKey);
    }
}
