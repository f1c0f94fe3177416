package dk.ordrebro.api;

import dk.ordrebro.intake.push.PushedOrder.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be done, and what to tell the program that made it. */
final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final List<Problem> errors;

    private ApiProblem(HttpStatus status, String detail, List<Problem> errors) {
        super(detail);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** The body says something that cannot be read. */
    static ApiProblem unreadable(List<Problem> errors) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, "The body has " + errors.size() + " problem(s).", errors);
    }

    static ApiProblem unreadable(String path, String reason) {
        return unreadable(List.of(new Problem(path, reason)));
    }

    /** Also for what belongs to another company: that it exists is none of the caller's business. */
    static ApiProblem notFound(String what) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "There is no such " + what + ".", List.of());
    }

    static ApiProblem conflict(String why) {
        return new ApiProblem(HttpStatus.CONFLICT, why, List.of());
    }

    static ApiProblem tooLarge(int limit) {
        return new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + limit + " bytes.", List.of());
    }

    HttpStatus status() {
        return status;
    }

    List<Problem> errors() {
        return errors;
    }
}
