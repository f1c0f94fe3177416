package dk.ordrebro.command;

import picocli.CommandLine.Option;

/** Where the web pages are. */
final class Listening {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:ORDREBRO_PORT:-8080}",
            description = "Port of the web pages (ORDREBRO_PORT). Default: 8080.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "${env:ORDREBRO_ADDRESS:-127.0.0.1}",
            description =
                    "Address to listen at (ORDREBRO_ADDRESS). Default: 127.0.0.1, this machine only; 0.0.0.0 opens it to the network."
                            + " Put a proxy with HTTPS before it then.")
    private String address = "127.0.0.1";

    int port() {
        return port;
    }

    String address() {
        return address;
    }
}
