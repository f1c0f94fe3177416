package dk.ordrebro.command;

/** The program cannot start here. The message is the sentence a person reads. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
