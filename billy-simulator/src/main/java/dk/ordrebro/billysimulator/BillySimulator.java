package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.Admin;
import dk.ordrebro.billysimulator.admin.AdminDoor;
import dk.ordrebro.billysimulator.api.Door;
import dk.ordrebro.billysimulator.books.Billy;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.fault.Faults;
import dk.ordrebro.billysimulator.page.Pages;
import dk.ordrebro.billysimulator.store.Catalogue;
import dk.ordrebro.billysimulator.store.Companies;
import dk.ordrebro.billysimulator.store.Ids;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running stand-in for Billy's API v2: the API under {@code /v2}, the admin door under {@code /admin}, pages for people at
 * {@code /}.
 */
public final class BillySimulator implements AutoCloseable {

    private static final long LONGEST_SILENCE_MILLIS = 600_000;

    private final Server server;
    private final ServerConnector connector;
    private final Companies companies;
    private final Admin admin;
    private final String host;

    private BillySimulator(SimulatorOptions options) {
        this.host = options.host();
        Long seed = options.seed();
        Ids ids = new Ids(seed == null ? new SecureRandom() : new Random(seed));
        Resources resources = Billy.resources();
        Catalogue catalogue = Billy.catalogue(resources);
        this.companies = new Companies(catalogue, ids, options.clock(), options.data());
        this.admin = new Admin(
                companies,
                catalogue,
                options.clock(),
                new Faults(seed == null ? new Random() : new Random(seed), options.clock()));
        this.server = new Server(threads());
        this.connector = connector(server, options);
        server.addConnector(connector);
        Door door = new Door(companies, resources, options.clock());
        server.setHandler(
                new FrontDoor(new ApiHandler(door, admin, options.clock()), new AdminDoor(admin), new Pages(admin)));
        server.setErrorHandler(new ErrorAnswers());
    }

    /** Starts a simulator and returns when it answers. */
    public static BillySimulator start(SimulatorOptions options) {
        BillySimulator simulator = new BillySimulator(options);
        try {
            LifeCycle.start(simulator.server);
        } catch (RuntimeException e) {
            simulator.companies.close();
            throw new IllegalStateException("cannot start on " + options.host() + ":" + options.port(), e);
        }
        return simulator;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("billy");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }

    private static ServerConnector connector(Server server, SimulatorOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // odd paths are for us to answer in Billy's words
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        // a fault may hold an answer back for long, and so may a client its next request
        connector.setIdleTimeout(LONGEST_SILENCE_MILLIS);
        return connector;
    }

    /** Where the simulator listens, without a path: {@code http://127.0.0.1:8123}. */
    public URI baseUri() {
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Where the API is, to be used in place of {@code https://api.billysbilling.com/v2}. */
    public URI apiUri() {
        return baseUri().resolve("/v2");
    }

    public Admin admin() {
        return admin;
    }

    /** Stops and saves; every acknowledged change is saved already. */
    @Override
    public void close() {
        try {
            LifeCycle.stop(server);
        } finally {
            companies.close();
        }
    }
}
