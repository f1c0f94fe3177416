package dk.ordrebro.command;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.command.demo.DemoFailed;
import dk.ordrebro.database.DatabaseUnusable;
import dk.ordrebro.database.backup.BackupUnusable;
import dk.ordrebro.integration.SealBroken;
import dk.ordrebro.integration.UnusableKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what stopped the program into one sentence for the person who started it. What has none is our own mistake and goes to the log. */
final class StartFailures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        Optional<String> sentence = sentence(failure);
        line.getErr().println("ordrebro: " + sentence.orElse("This should not have happened: " + failure));
        line.getErr().flush();
        if (sentence.isEmpty()) {
            LOG.error("Ended by a mistake of our own", failure);
            return ExitCodes.OUR_MISTAKE;
        }
        return ExitCodes.CANNOT_START;
    }

    /** The sentence of the first cause that has one. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ownSentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> ownSentence(Throwable cause) {
        return switch (cause) {
            case CannotStart own -> Optional.ofNullable(own.getMessage());
            case DemoFailed demo -> Optional.ofNullable(demo.getMessage());
            case DatabaseUnusable database -> Optional.ofNullable(database.getMessage());
            case BackupUnusable backup -> Optional.ofNullable(backup.getMessage());
            case UnusableKey key -> Optional.ofNullable(key.getMessage());
            case SealBroken seal ->
                Optional.of(seal.getMessage()
                        + ". Put back the key file or the ORDREBRO_KEY that was used when it was stored.");
            case PortInUseException port -> Optional.of(portTaken(port.getPort()));
            case FlywayException flyway ->
                Optional.of(
                        "The tables cannot be brought up to date: " + firstLine(String.valueOf(flyway.getMessage())));
            case AccountingUnavailable accounting ->
                Optional.of("The accounting program cannot be used: "
                        + accounting.problem().detail());
            default -> Optional.empty();
        };
    }

    static String portTaken(int port) {
        return "Port " + port + " is taken by another program. Choose another with --port or ORDREBRO_PORT.";
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse(text);
    }
}
