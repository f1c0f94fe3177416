package dk.ordrebro.command;

/** What the program's exit tells whoever called it. Part of its interface: README.md lists them. */
final class ExitCodes {

    static final int DONE = 0;
    static final int NOT_RIGHT = 1;
    static final int CANNOT_START = 3;
    static final int OUR_MISTAKE = 70;

    private ExitCodes() {}
}
