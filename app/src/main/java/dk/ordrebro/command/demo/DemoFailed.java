package dk.ordrebro.command.demo;

/** The demo cannot go on. The message is one sentence for the person who started it. */
public final class DemoFailed extends RuntimeException {

    public DemoFailed(String sentence) {
        super(sentence);
    }

    public DemoFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
