package dk.ordrebro.command;

import dk.ordrebro.access.PublicAddress;
import dk.ordrebro.access.signin.Profiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code password}: the link of a forgotten password, for whoever runs an installation that sends no mail. */
@Command(
        name = "password",
        description =
                "Prints a link where somebody who has forgotten their password chooses a new one. It works once and for an"
                        + " hour. For whoever runs Ordrebro; beside a running instance or without one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the link is printed",
            "1:nobody has this address, or too many links were asked for within an hour",
            "3:cannot start"
        })
final class Password implements Callable<Integer> {

    /** Tries are counted by where they come from; at a page that is an address. */
    private static final String CONSOLE = "console";

    @Parameters(paramLabel = "E-MAIL", description = "Whose password it is.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Mixin
    private Place place = new Place();

    @Mixin
    private Listening listening = new Listening();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path data = place.data("data");
        if (place.outsideDatabase().isEmpty() && !Files.exists(data.resolve("database/PG_VERSION"))) {
            throw new CannotStart("There is no Ordrebro in " + data + ". Name its folder with --data.");
        }
        try (RunningApplication application = RunningApplication.start(Plan.lookingAt(data, place))) {
            Optional<String> key = application.get(Profiles.class).forgot(email, CONSOLE);
            key.ifPresentOrElse(one -> printLink(application, one), this::printRefusal);
            return key.isPresent() ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
        }
    }

    private void printLink(RunningApplication application, String key) {
        PublicAddress known = application.get(PublicAddress.class);
        PublicAddress address = known.known() ? known : PublicAddress.ofThisMachine(listening.port());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Works once, within an hour, where Ordrebro runs: " + address.link("/forgot/new?key=" + key));
        out.flush();
    }

    private void printRefusal() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("ordrebro: nobody here has the address " + email
                + ", or too many links were asked for. Nothing is changed.");
        err.flush();
    }
}
