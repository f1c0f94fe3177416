package dk.ordrebro.web.components;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.web.Said;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component beside its name, for whoever builds pages: in both languages, light and dark, on any screen. Nothing on it acts. */
@Controller
class ComponentsPage {

    private final Clock clock;

    ComponentsPage(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/components")
    @MayChangeSettings
    String show(Model page) {
        page.addAttribute("bookingStates", Stage.values());
        page.addAttribute("orderStates", OrderState.values());
        page.addAttribute("problem", Said.of(false, "components.problem"));
        page.addAttribute("moment", clock.instant());
        page.addAttribute("options", List.of("1110", "1115", "1140"));
        return "components/components";
    }
}
