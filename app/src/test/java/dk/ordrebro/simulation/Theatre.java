package dk.ordrebro.simulation;

import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.SettableClock;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.database.TestDatabases;
import dk.ordrebro.intake.PaperShop;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.order.OrdersReceived;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** Where stories are played: the real application on a real PostgreSQL, and the simulated Billy, in one process with one clock. */
final class Theatre implements AutoCloseable {

    static final SettableClock CLOCK = new SettableClock(World.START);

    private final BillySimulator billy;
    private final ConfigurableApplicationContext context;
    private final Stage stage;

    Theatre() {
        this.billy = BillySimulator.start(
                SimulatorOptions.ephemeral().withClock(CLOCK).withSeed(1L));
        this.stage = new Stage(billy);
        Map<String, Object> settings = new HashMap<>(TestDatabases.fresh());
        settings.put("ordrebro.drains", "off");
        settings.put("logging.level.dk.ordrebro", "OFF");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        this.context = new SpringApplicationBuilder(OrdrebroApplication.class, Scenery.class)
                .web(WebApplicationType.SERVLET)
                .initializers(started -> {
                    Planting planting = new Planting(stage, started.getBeanFactory());
                    started.getBeanFactory().addBeanPostProcessor(planting);
                    started.getBeanFactory().registerSingleton("stage", stage);
                })
                .properties(settings)
                .run();
    }

    World world(Story story) {
        return new World(context, billy, stage, CLOCK, story);
    }

    Stage stage() {
        return stage;
    }

    /** A story is over: what it made in Billy need not be kept. */
    void clear(World world) {
        billy.admin().faults().clear();
        billy.admin().deleteCompany(world.setup.keys.organizationId());
    }

    @Override
    public void close() {
        context.close();
        billy.close();
        // bad weather is what stories are about, and the log would have been full of it; other tests want theirs
        LoggingSystem.get(Theatre.class.getClassLoader()).setLogLevel("dk.ordrebro", null);
    }

    /** What stands on the stage beside the product. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Scenery {

        @Bean
        PaperShop paperShop() {
            return new PaperShop();
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return CLOCK;
        }

        @Bean
        FailingCommits failingCommits(Stage stage) {
            return new FailingCommits(stage);
        }
    }

    /** Lets a transaction that changes something fail as a whole, when the story says so. */
    static class FailingCommits {

        private final Stage stage;

        FailingCommits(Stage stage) {
            this.stage = stage;
        }

        @EventListener
        void on(BookingChanged changed) {
            fail("that moves " + changed.changes().size() + " bookings");
        }

        @EventListener
        void on(FulfillmentsCreated created) {
            fail("that makes " + created.handled().size() + " deliveries");
        }

        @EventListener
        void on(OrdersReceived received) {
            fail("that keeps " + received.orders().size() + " orders");
        }

        private void fail(String what) {
            if (stage.weather().commitFails()) {
                stage.tell("    the transaction " + what + " fails");
                throw new Crash("in a transaction");
            }
        }
    }
}
