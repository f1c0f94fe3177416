package dk.ordrebro.web.activity;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activities.Verification;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit trail. */
@Controller
class ActivityPage {

    private static final int PAGE = 50;

    private final Activities activities;

    ActivityPage(Activities activities) {
        this.activities = activities;
    }

    @GetMapping("/activity")
    String list(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable Long before, Model page) {
        var from = before == null ? OptionalLong.empty() : OptionalLong.of(before);
        List<Activity> found = activities.page(me.company(), from, PAGE + 1);
        page.addAttribute("entries", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).number() : null);
        page.addAttribute("first", before == null);
        return "activity/list";
    }

    /** Anybody who may read the trail may check it; it changes nothing. */
    @PostMapping("/activity/verify")
    String verify(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        switch (activities.verify(me.company())) {
            case Verification.Intact(long entries) -> Said.good(next, "activity.intact", entries);
            case Verification.Broken(long number) -> Said.bad(next, "activity.broken", number);
        }
        return "redirect:/activity";
    }
}
