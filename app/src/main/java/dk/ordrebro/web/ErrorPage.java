package dk.ordrebro.web;

import dk.ordrebro.access.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last page: in the reader's language, what happened, whether anything was changed and where to go on. Programs, which come to the API and to
 * the doors for webhooks, get a problem document (RFC 9457); people never see one.
 */
@Controller
class ErrorPage implements ErrorController {

    /** The attribute by which a handler says what its error is called, where the status alone would say too little. */
    static final String CALLED = ErrorPage.class.getName() + ".called";

    /** What there is a text for; every other mistake of a browser's is told as a bad request, every other of ours as a failure. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 413, 500);

    /** With any method: a form that fails is told about too. */
    @RequestMapping("/error")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (isProgram(request)) {
            return ResponseEntity.of(ProblemDetail.forStatus(status)).build();
        }
        var page = new ModelAndView("error", status);
        page.addObject("key", key(request, status));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                // Nobody comes here without an error but by typing the address.
                : HttpStatus.NOT_FOUND;
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && Stream.of("/api/", "/in/", "/actuator/").anyMatch(address::startsWith);
    }

    private static String key(HttpServletRequest request, HttpStatus status) {
        if (request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal) {
            return "error." + refusal.name();
        }
        if (request.getAttribute(CALLED) instanceof String name) {
            return "error." + name;
        }
        if (TOLD.contains(status.value())) {
            return "error." + status.value();
        }
        return status.is4xxClientError() ? "error.400" : "error.500";
    }
}
