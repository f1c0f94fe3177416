package dk.ordrebro;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.database.OwnDatabase;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@OwnDatabase
class ApplicationTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void startsOnAMigratedDatabase() {
        assertThat(jdbc.sql("select count(*) from flyway_schema_history_access")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void seesSessionsInATimeZoneThatIsNotTheMachines() {
        assertThat(jdbc.sql("show time zone").query(String.class).single())
                .isNotEqualTo(ZoneId.systemDefault().getId());
    }
}
