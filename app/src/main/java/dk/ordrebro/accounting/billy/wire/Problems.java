package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;

/** Words for an answer that is not what was asked for. */
final class Problems {

    private Problems() {}

    static Problem of(Exchange.Answered answered) {
        return new Problem(code(answered), detail(answered));
    }

    private static Code code(Exchange.Answered answered) {
        int status = answered.status();
        return switch (status) {
            case 401, 403 -> Code.KEY_REFUSED;
            case 429 -> Code.THROTTLED;
            default ->
                status >= 500
                        ? Code.UNREACHABLE
                        : status >= 400 && answered.body() != null ? Code.REJECTED : Code.ODD_ANSWER;
        };
    }

    private static String detail(Exchange.Answered answered) {
        BillyAnswer body = answered.body();
        if (body == null) {
            return "HTTP " + answered.status() + " without an answer we can read";
        }
        String words = body.words();
        return words.isEmpty() ? "HTTP " + answered.status() : words;
    }
}
