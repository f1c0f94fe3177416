package dk.ordrebro.web.answer;

import dk.ordrebro.question.Answer;
import java.util.List;

/** What a form said. */
sealed interface Typed {

    /** An answer that can be given. */
    record Ready(Answer answer) implements Typed {}

    /**
     * None yet: something is missing or wrong, or the register did not say yes.
     *
     * @param key of the sentence that says what
     */
    record Wrong(String key, List<String> facts) implements Typed {

        static Wrong of(String key, String... facts) {
            return new Wrong(key, List.of(facts));
        }
    }
}
