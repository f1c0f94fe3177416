package dk.ordrebro.command;

import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application and the database under it, ended in the right order however the process is told to end. */
final class RunningApplication implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final List<Part> below;
    private final CountDownLatch closed = new CountDownLatch(1);

    private RunningApplication(ConfigurableApplicationContext context, List<Part> below) {
        this.context = context;
        this.below = List.copyOf(below);
    }

    /** Starts database and application. */
    static RunningApplication start(Plan plan) {
        return start(plan, List.of());
    }

    /**
     * Starts database, a companion and application.
     *
     * @param companion starts something the application talks to; it is ended after the application
     */
    static RunningApplication start(Plan plan, Supplier<Part> companion) {
        return start(plan, List.of(companion));
    }

    private static RunningApplication start(Plan plan, List<Supplier<Part>> companions) {
        refuseTakenPort(plan);
        List<Part> below = new ArrayList<>();
        try {
            DatabaseAddress database = database(plan, below);
            companions.forEach(companion -> below.add(companion.get()));
            Map<String, String> properties = new LinkedHashMap<>(plan.properties(database));
            below.forEach(part -> properties.putAll(part.settings()));
            RunningApplication started = new RunningApplication(run(properties), below);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(started::close));
            return started;
        } catch (RuntimeException e) {
            closeAll(below);
            throw e;
        }
    }

    private static DatabaseAddress database(Plan plan, List<Part> below) {
        return plan.outside()
                .map(outside -> OutsidePostgres.check(outside, plan.limits()))
                .or(() -> plan.beside() ? EmbeddedPostgres.running(plan.data()) : Optional.empty())
                .orElseGet(() -> embedded(plan.data(), below));
    }

    private static DatabaseAddress embedded(Path data, List<Part> below) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        below.add(new Part(postgres, postgres::close));
        return postgres.address();
    }

    /** Arguments outrank every other source of settings. They stay inside the process. */
    private static ConfigurableApplicationContext run(Map<String, String> properties) {
        SpringApplication application = new SpringApplication(OrdrebroApplication.class);
        application.setRegisterShutdownHook(false);
        return application.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    /** Looked at first, because starting a database only to stop it again takes seconds. */
    private static void refuseTakenPort(Plan plan) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(plan.address(), plan.port()));
        } catch (IOException e) {
            throw new CannotStart(StartFailures.portTaken(plan.port()), e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** What was started beside it. */
    <T> Optional<T> companion(Class<T> type) {
        return below.stream()
                .map(Part::what)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Returns once the application has been closed. */
    void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        context.close();
        closeAll(below);
        closed.countDown();
    }

    /** The last one started goes first. */
    private static void closeAll(List<Part> started) {
        started.reversed().forEach(part -> part.end().run());
    }

    /**
     * Something that was started and must be ended.
     *
     * @param settings what the application has to know of it, by property name
     */
    record Part(Object what, Runnable end, Map<String, String> settings) {

        Part(Object what, Runnable end) {
            this(what, end, Map.of());
        }
    }
}
