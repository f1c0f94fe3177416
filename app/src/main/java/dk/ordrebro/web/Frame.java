package dk.ordrebro.web;

import dk.ordrebro.access.Permission;
import dk.ordrebro.access.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
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

    private final Waits waits;
    private final Practice practice;

    Frame(Waits waits, Practice practice) {
        this.waits = waits;
        this.practice = practice;
    }

    @ModelAttribute
    void surround(@AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request, Model page) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        page.addAttribute("path", path);
        page.addAttribute("guideAt", GuidePlaces.of(path));
        page.addAttribute("practice", practice);
        // An error page needs nothing that may have failed itself.
        if (me != null && request.getDispatcherType() != DispatcherType.ERROR) {
            page.addAttribute("me", me);
            page.addAttribute("mayHandle", me.may(Permission.HANDLING));
            page.addAttribute("mayBook", me.may(Permission.BOOKING));
            page.addAttribute("mayChoose", me.may(Permission.TEMPLATES));
            page.addAttribute("maySet", me.may(Permission.SETTINGS));
            page.addAttribute("waits", waits.of(me.company()));
        }
    }

    /** An id that is none names nothing. A day that is none is a slip of the hand, which the reader is told. */
    @ExceptionHandler
    void notAnId(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (mismatch.getParameter().nestedIfOptional().getNestedParameterType() == LocalDate.class) {
            request.setAttribute(ErrorPage.CALLED, "DAY");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
