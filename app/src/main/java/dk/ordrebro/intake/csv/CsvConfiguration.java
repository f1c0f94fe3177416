package dk.ordrebro.intake.csv;

import dk.ordrebro.access.Ids;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads from the page. */
@Configuration(proxyBeanMethods = false)
class CsvConfiguration {

    /** So many files are imported on this node at once; others wait their turn. */
    private static final int IMPORTS_AT_ONCE = 2;

    @Bean(destroyMethod = "close")
    CsvUploads csvUploads(JdbcClient jdbc, Clock clock, CsvImport imports, Ids ids) {
        ExecutorService background = Executors.newFixedThreadPool(
                IMPORTS_AT_ONCE, Thread.ofVirtual().name("csv-import-", 0).factory());
        return new CsvUploads(new JdbcUploads(jdbc, clock), imports, background, ids, clock);
    }
}
