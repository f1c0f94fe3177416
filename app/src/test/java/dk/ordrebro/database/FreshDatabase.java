package dk.ordrebro.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database of its own for a test class, without Spring:
 * {@snippet :
 * @RegisterExtension
 * static final FreshDatabase DATABASE = new FreshDatabase();
 * }
 */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {

    private @Nullable DatabaseAddress address;
    private @Nullable HikariDataSource pool;

    public DataSource dataSource() {
        return opened();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(opened());
    }

    /** Transactions as the application's own code has them. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(opened()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    /** For a test that makes its own, in the middle. */
    public void open() {
        if (pool == null) {
            address = TestServer.get().create();
            pool = TestServer.pool(address);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean nested =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nested) {
            close();
        }
    }

    public void close() {
        if (pool != null && address != null) {
            pool.close();
            TestServer.get().drop(address);
            pool = null;
        }
    }

    private HikariDataSource opened() {
        if (pool == null) {
            throw new IllegalStateException("Make FreshDatabase a static field with @RegisterExtension");
        }
        return pool;
    }
}
