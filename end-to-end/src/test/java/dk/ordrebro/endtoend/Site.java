package dk.ordrebro.endtoend;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.database.FreshDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A fresh installation for a test class: the application on a port of its own, an empty database, and a simulated Billy.
 * {@snippet :
 * @RegisterExtension
 * static final Site SITE = new Site();
 * }
 */
public final class Site implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private final FreshDatabase database = new FreshDatabase();
    private final List<String> settings;
    private @Nullable BillySimulator billy;
    private @Nullable ConfigurableApplicationContext context;

    /** @param settings of the application, {@code --name=value} */
    public Site(String... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        open();
    }

    /** Starts it, for a test that needs an installation nobody has touched. */
    public Site open() {
        database.open();
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        context = SpringApplication.run(
                OrdrebroApplication.class, arguments(billy).toArray(String[]::new));
        return this;
    }

    private List<String> arguments(BillySimulator simulator) {
        HikariDataSource pool = (HikariDataSource) database.dataSource();
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + pool.getJdbcUrl(),
                "--spring.datasource.username=" + pool.getUsername(),
                "--spring.datasource.password=" + pool.getPassword(),
                "--ordrebro.new-billy.base-url=" + simulator.apiUri(),
                "--server.address=127.0.0.1"));
        if (settings.stream().noneMatch(setting -> setting.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        arguments.addAll(settings);
        return arguments;
    }

    @Override
    public void afterAll(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        if (billy != null) {
            billy.close();
        }
        database.close();
    }

    /** Where the pages are, without a trailing slash. */
    public URI pages() {
        return URI.create("http://localhost:" + context().getEnvironment().getRequiredProperty("local.server.port"));
    }

    public ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "Make Site a static field with @RegisterExtension");
    }

    public BillySimulator billy() {
        return Objects.requireNonNull(billy, "Make Site a static field with @RegisterExtension");
    }
}
