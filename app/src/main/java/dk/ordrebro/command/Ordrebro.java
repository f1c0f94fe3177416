package dk.ordrebro.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Where the program begins. */
@Command(
        name = "ordrebro",
        description = "Takes a webshop's handled orders to the books: one exact invoice each, with proof.",
        subcommands = {Demo.class, Start.class, Preview.class, Password.class, BackupCommand.class, RestoreCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:done, but something is not right: see what was printed",
            " 2:wrong command line",
            " 3:cannot start: the reason is printed",
            "70:our own mistake: the log has the details"
        })
public final class Ordrebro {

    private Ordrebro() {}

    static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ordrebro())
                .setExecutionExceptionHandler(new StartFailures())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30);
    }
}
