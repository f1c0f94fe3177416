package dk.ordrebro.integration;

import org.jspecify.annotations.Nullable;

/** There is no key to seal secrets with. The message is one sentence that says what to do; the program cannot start. */
public final class UnusableKey extends RuntimeException {

    UnusableKey(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
