package dk.ordrebro.web;

import dk.ordrebro.access.Permission;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.totals.DailyTotals;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What every page has around it: who is signed in, where in the house we are, whether something waits. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final DailyTotals totals;

    Frame(DailyTotals totals) {
        this.totals = totals;
    }

    @ModelAttribute
    void surround(@AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request, Model page) {
        page.addAttribute(
                "path",
                request.getRequestURI().substring(request.getContextPath().length()));
        // An error page needs nothing that may have failed itself.
        if (me != null && request.getDispatcherType() != DispatcherType.ERROR) {
            page.addAttribute("me", me);
            page.addAttribute("mayHandle", me.may(Permission.HANDLING));
            page.addAttribute("mayBook", me.may(Permission.BOOKING));
            page.addAttribute("maySet", me.may(Permission.SETTINGS));
            page.addAttribute("someHeld", someHeld(me));
        }
    }

    /** A few rows by their key, not a count: this is asked for every page. */
    private boolean someHeld(SignedIn me) {
        return totals.tally(me.company()).held() > 0
                || !totals.troubles(me.company()).isEmpty();
    }

    /** An id that is none names nothing. */
    @ExceptionHandler
    void notAnId(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
