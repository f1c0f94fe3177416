package dk.ordrebro.command;

import dk.ordrebro.command.demo.BillyProcess;
import dk.ordrebro.command.demo.DemoCompany;
import dk.ordrebro.command.demo.DemoFailed;
import dk.ordrebro.command.demo.DemoRun;
import dk.ordrebro.command.demo.DemoSummary;
import dk.ordrebro.command.demo.DemoWishes;
import dk.ordrebro.command.demo.FourSteps;
import dk.ordrebro.command.demo.ProgressBar;
import dk.ordrebro.integration.OrderPlatform;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole way at once, with an invented shop or with a file of real orders. */
@Command(
        name = "demo",
        description =
                "Runs everything with a simulated Billy: orders in, handled, booked, proved. A second start takes up the same data.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Demo implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--orders",
            paramLabel = "FILE.csv",
            description = "Order lines to book instead of the invented shop's.")
    private @Nullable Path file;

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "320",
            description = "Invented orders. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--drafts", description = "Leave invoices as drafts. Default: approve what has been checked.")
    private boolean drafts;

    @Option(
            names = "--stand-alone-credit-notes",
            description =
                    "A cancellation whose order is unknown becomes a credit note of its own. Default: it is held.")
    private boolean standAlone;

    @Option(names = "--exit", description = "End when everything is booked. Exit code 0 only if the proof agrees.")
    private boolean exit;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else on standard output.")
    private boolean json;

    @Option(
            names = "--billy-port",
            paramLabel = "PORT",
            defaultValue = "${env:ORDREBRO_BILLY_PORT:-8090}",
            description = "Port of the simulated Billy. Default: 8090.")
    private int billyPort;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        checkWishes();
        Path data = place.data("data/demo");
        PrintWriter talk =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        try (RunningApplication application = RunningApplication.start(place, data, Map.of());
                BillyProcess billy = startBilly(data)) {
            DemoSummary summary = run(application, billy, data, talk);
            spec.commandLine().getOut().println(json ? summary.json() : summary.text());
            spec.commandLine().getOut().flush();
            if (!exit) {
                whereToLook(application, billy, talk);
                application.await();
            }
            return summary.agrees() ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
        } catch (DemoFailed e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkWishes() {
        if (file != null && !Files.isReadable(file)) {
            throw new CannotStart("The file " + file + " cannot be read.");
        }
        try {
            csv.layout();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private BillyProcess startBilly(Path data) {
        String jar = System.getProperty("ordrebro.simulator");
        if (jar == null || !Files.isReadable(Path.of(jar))) {
            throw new CannotStart(
                    "The simulated Billy is not where the launcher should have put it. Start with ./ordrebro demo.");
        }
        return BillyProcess.start(Path.of(jar), data.resolve("billy"), billyPort, data.resolve("log/billy.log"));
    }

    private DemoSummary run(RunningApplication application, BillyProcess billy, Path data, PrintWriter talk) {
        DemoRun run = application.get(DemoRun.class);
        ProgressBar bar = new ProgressBar(talk, !json && isTerminal());
        DemoWishes wishes = new DemoWishes(!drafts, standAlone);
        FourSteps steps = application.get(FourSteps.class);
        if (file == null) {
            DemoCompany company = steps.done("Nordlys Bolig", "nordlys", OrderPlatform.PUSH, billy, wishes);
            return run.invented(company, count, data, bar);
        }
        DemoCompany company = steps.done("Ordrer fra fil", "fil", OrderPlatform.CSV, billy, wishes);
        return run.file(company, file, csv.layout(), bar);
    }

    @SuppressWarnings("SystemConsoleNull") // it may still be null, and then there is no terminal either
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static void whereToLook(RunningApplication application, BillyProcess billy, PrintWriter talk) {
        talk.println();
        talk.println("Ordrebro runs at      " + application.url());
        talk.println("  sign in with        " + FourSteps.EMAIL + " / " + FourSteps.PASSWORD);
        talk.println("The simulated Billy   " + billy.uri());
        talk.println("Ctrl-C ends both; the next start takes up the same data.");
        talk.flush();
    }
}
