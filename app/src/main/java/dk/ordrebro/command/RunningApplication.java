package dk.ordrebro.command;

import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The application with the database it stands on. Closed in the right order when the process is told to end, however it is told. */
final class RunningApplication {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed = new CountDownLatch(1);

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
    }

    /**
     * Starts database and application.
     *
     * @param settings more settings of the application, by property name
     */
    static RunningApplication start(Place place, Path data, Map<String, String> settings) {
        refuseTakenPort(place);
        Optional<DatabaseAddress> outside = place.outsideDatabase();
        outside.ifPresent(OutsidePostgres::check);
        DatabaseAddress database = outside.orElseGet(() -> startEmbedded(data));
        Map<String, Object> properties = new LinkedHashMap<>(settings);
        properties.put("ordrebro.data-folder", data.toString());
        properties.put("logging.file.name", data.resolve("log/ordrebro.log").toString());
        // Commands speak to people on the console; what happens inside goes to the log file.
        properties.put("logging.threshold.console", "${ORDREBRO_LOG_CONSOLE:off}");
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("server.address", place.address());
        properties.put("server.port", place.port());
        return new RunningApplication(new SpringApplicationBuilder(OrdrebroApplication.class)
                .properties(properties)
                .run());
    }

    /** Its end is the last thing that happens, after the application has let go of its connections. */
    @SuppressWarnings("resource")
    private static DatabaseAddress startEmbedded(Path data) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres.address();
    }

    /** Looked at first, because starting a database only to stop it again takes seconds. */
    private static void refuseTakenPort(Place place) {
        if (place.port() == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(place.address(), place.port()));
        } catch (IOException e) {
            throw new CannotStart(
                    place.port() < 1024
                            ? "Port " + place.port() + " cannot be had: " + e.getMessage() + "."
                            : StartFailures.portTaken(place.port()),
                    e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Returns when the application has been closed. */
    void await() throws InterruptedException {
        closed.await();
    }
}
