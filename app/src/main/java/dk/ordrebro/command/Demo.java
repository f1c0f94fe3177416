package dk.ordrebro.command;

import dk.ordrebro.command.demo.Bar;
import dk.ordrebro.command.demo.BillyProcess;
import dk.ordrebro.command.demo.DemoCompany;
import dk.ordrebro.command.demo.DemoRun;
import dk.ordrebro.command.demo.DemoWishes;
import dk.ordrebro.command.demo.FourSteps;
import dk.ordrebro.command.demo.Intake;
import dk.ordrebro.command.demo.Summary;
import dk.ordrebro.intake.csv.CsvLayout;
import dk.ordrebro.integration.OrderPlatform;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo}: everything at once, with a simulated Billy. */
@Command(
        name = "demo",
        description =
                "Starts everything with a simulated Billy, brings in orders of an invented shop or of a file, books them and"
                        + " proves it. A second start takes up the same data.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Demo implements Callable<Integer> {

    static final String SHOP = "Nordlys Bolig";

    @Mixin
    private Place place = new Place();

    @Mixin
    private Listening listening = new Listening();

    @Mixin
    private Simulator simulator = new Simulator();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "320",
            description = "Orders of the invented shop. Default: 320.")
    private int count;

    @Option(
            names = "--orders",
            paramLabel = "FILE.csv",
            description = "Your own orders instead, in a company of their own; each is handled at its own date.")
    private @Nullable Path orders;

    @Option(
            names = "--exit",
            description =
                    "End after the summary; exit code 0 only if every row was taken in and nothing is missing, extra or different.")
    private boolean exit;

    @Option(names = "--json", description = "Print the summary as JSON, and all else to standard error.")
    private boolean json;

    @Option(names = "--drafts", description = "Leave drafts, instead of approving each one that was checked.")
    private boolean drafts;

    @Option(
            names = "--stand-alone-credit-notes",
            description = "Make credit notes of cancellations whose original is not there, instead of holding them.")
    private boolean standAloneCreditNotes;

    @ArgGroup(exclusive = false, heading = "%nHow the file is written:%n")
    private CsvOptions layout = new CsvOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CsvLayout csv = layout.layout(spec.commandLine());
        Path file = readable(orders);
        Path data = place.data(file == null ? "data/demo" : "data/demo-" + Names.plain(file));
        Bar bar = new Bar(System.err, isTerminal());
        RunningApplication application = RunningApplication.start(
                // The books are invented, and open in whatever years a file tells of.
                Plan.of(data, place, listening).with("ordrebro.books-open-from", "1970-01-01"),
                () -> simulator.start(data));
        DemoCompany demo = setUp(application, file);
        Intake intake = application.get(Intake.class);
        Function<Bar, Intake.Taken> taking = file == null
                ? progress -> intake.invented(demo, count, progress)
                : progress -> intake.file(demo, file, csv, progress);
        Summary summary = application.get(DemoRun.class).run(demo, taking, bar);
        print(summary, application);
        if (!exit) {
            whereToLook(application, data);
            application.await();
        }
        return summary.isClean() ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static @Nullable Path readable(@Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new CannotStart("The file " + file + " cannot be read.");
        }
        return file;
    }

    private DemoCompany setUp(RunningApplication application, @Nullable Path file) {
        DemoWishes wishes = new DemoWishes(!drafts, standAloneCreditNotes);
        FourSteps steps = application.get(FourSteps.class);
        BillyProcess billy = application.companion(BillyProcess.class).orElseThrow();
        return file == null
                ? steps.done(SHOP, "nordlys", OrderPlatform.PUSH, billy, wishes)
                : steps.done(Names.plain(file), Names.plain(file), OrderPlatform.CSV, billy, wishes);
    }

    private void print(Summary summary, RunningApplication application) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(summary.asJson()));
        } else {
            out.println();
            out.println(summary.asText(code -> inWords(application, code)));
        }
        out.flush();
    }

    private static String inWords(RunningApplication application, String code) {
        String title = application
                .get(MessageSource.class)
                .getMessage("reason." + code + ".title", new Object[0], code, Locale.ENGLISH);
        return title == null ? code : title;
    }

    private void whereToLook(RunningApplication application, Path data) {
        PrintWriter out =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        out.println();
        out.println(
                "Ordrebro:  " + application.url() + "   sign in as " + FourSteps.EMAIL + " with " + FourSteps.PASSWORD);
        out.println("Billy:     "
                + application.companion(BillyProcess.class).orElseThrow().uri());
        out.println("Data, log: " + data);
        out.println("Ctrl-C ends everything.");
        out.flush();
    }
}
