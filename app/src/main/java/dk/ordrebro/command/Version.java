package dk.ordrebro.command;

import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Ordrebro.class.getPackage().getImplementationVersion();
        return new String[] {"Ordrebro " + (version == null ? "(not built)" : version)};
    }
}
