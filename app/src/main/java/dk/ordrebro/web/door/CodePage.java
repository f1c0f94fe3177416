package dk.ordrebro.web.door;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.signin.Entrance;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The code after the password, for those who have switched it on. */
@Controller
@RequestMapping("/signin/code")
class CodePage {

    private final Entrance entrance;
    private final SecondFactor secondFactor;
    private final Memberships memberships;

    CodePage(Entrance entrance, SecondFactor secondFactor, Memberships memberships) {
        this.entrance = entrance;
        this.secondFactor = secondFactor;
        this.memberships = memberships;
    }

    @GetMapping
    String ask(HttpServletRequest request) {
        return entrance.waitingForCode(request).isPresent() ? "door/code" : "redirect:/signin";
    }

    @PostMapping
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Optional<UserId> user = entrance.waitingForCode(request);
        if (user.isEmpty()) {
            return "redirect:/signin";
        }
        return switch (secondFactor.check(user.get(), code, request.getRemoteAddr())) {
            case GOOD -> letIn(user.get(), request, response);
            case WRONG -> again("door.code.wrong", page);
            case LOCKED -> again("door.locked", page);
        };
    }

    private String letIn(UserId user, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> me = memberships.usual(user);
        if (me.isEmpty()) {
            return "redirect:/signin?gone";
        }
        String wanted = entrance.wantedPage(request, response);
        entrance.letIn(request, response, me.get());
        return "redirect:" + wanted;
    }

    private static String again(String why, Model page) {
        page.addAttribute("problem", Said.of(false, why));
        return "door/code";
    }
}
