package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.VatRounding;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs the simulator alone. */
@Command(
        name = "billy-simulator",
        mixinStandardHelpOptions = true,
        description = "A stand-in for Billy's API v2: API under /v2, admin door under /admin, pages at /.",
        footer = {
            "",
            "For example",
            "  --company \"Min butik\"           makes a company, prints its access key, forgets all at the end",
            "  --data billy-data --port 8091    keeps everything in a folder and listens elsewhere",
            "",
            "Faults, switches and snapshots are ordered at the admin door; billy-simulator/README.md has an example of each.",
            "Everything on the page /, access keys too, is open to whoever reaches the address: keep it on loopback."
        })
final class Main implements Callable<Integer> {

    @Option(names = "--port", description = "Port to listen on (${DEFAULT-VALUE}).", defaultValue = "8090")
    private int port;

    @Option(names = "--host", description = "Address to listen on (${DEFAULT-VALUE}).", defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(names = "--data", description = "Folder that keeps the companies across restarts.")
    private @Nullable Path data;

    @Option(names = "--seed", description = "Makes ids, keys and faults repeat themselves.")
    private @Nullable Long seed;

    @Option(names = "--company", description = "Makes a company of this name if there is none, and prints its key.")
    private @Nullable String company;

    @Option(
            names = "--vat-rounding",
            description = "Where that company rounds VAT: document (${DEFAULT-VALUE}), line or rate.",
            defaultValue = "document",
            converter = Rounding.class)
    private VatRounding vatRounding = VatRounding.DOCUMENT;

    @Option(names = "--exit-with-parent", description = "Exits when standard input ends.")
    private boolean exitWithParent;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorOptions options = SimulatorOptions.ephemeral()
                .withHost(host)
                .withPort(port)
                .withData(data)
                .withSeed(seed);
        CountDownLatch ended = new CountDownLatch(1);
        try (BillySimulator simulator = BillySimulator.start(options)) {
            Thread onSignal = new Thread(simulator::close, "billy-close");
            Runtime.getRuntime().addShutdownHook(onSignal);
            welcome(simulator);
            if (exitWithParent) {
                Thread.ofPlatform().daemon().name("billy-parent").start(() -> {
                    drain(System.in);
                    ended.countDown();
                });
            }
            ended.await();
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
        return 0;
    }

    /** As at the admin door. */
    static final class Rounding implements ITypeConverter<VatRounding> {

        @Override
        public VatRounding convert(String word) {
            try {
                return VatRounding.ofWord(word);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private void welcome(BillySimulator simulator) {
        if (spec == null) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Billy simulator on " + simulator.baseUri());
        if (company != null && simulator.admin().companies().isEmpty()) {
            var keys = simulator
                    .admin()
                    .createCompany(NewCompany.named(company).withSwitches(vatRounding.among(Set.of())));
            out.println("Company " + company + ": " + keys.organizationId() + " key " + keys.accessToken());
        }
        out.flush();
    }

    private static void drain(InputStream in) {
        try {
            while (in.read() >= 0) {
                // what the parent says does not matter, only that it is there
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input is gone", e);
        }
    }
}
