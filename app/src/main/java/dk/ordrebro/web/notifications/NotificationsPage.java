package dk.ordrebro.web.notifications;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.alarm.AlarmSettings;
import dk.ordrebro.alarm.Alarms;
import dk.ordrebro.alarm.Trouble;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.web.Said;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notifications: who is told of what, when trouble counts, and what is open now. */
@Controller
@RequestMapping("/settings/notifications")
class NotificationsPage {

    private static final int LETTERS = 10;

    private final Alarms alarms;
    private final Mails mails;
    private final InstantSource clock;

    NotificationsPage(Alarms alarms, Mails mails, InstantSource clock) {
        this.alarms = alarms;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("settings", alarms.settings(me.company()));
        page.addAttribute("readers", alarms.readers(me.company()));
        page.addAttribute("troubles", Trouble.values());
        page.addAttribute("open", alarms.open(me.company()));
        page.addAttribute("now", clock.instant());
        page.addAttribute("mailed", mails.areSetUp());
        page.addAttribute("letters", mails.latest(me.company(), LETTERS));
        return "notifications/notifications";
    }

    /** One box for each person and trouble, named {@code user/TROUBLE}; a person named by {@code reader} without boxes is told of nothing. */
    @PostMapping("/readers")
    @MayChangeSettings
    String readers(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        List<String> named = form.getOrDefault("reader", List.of());
        List<String> boxes = form.getOrDefault("wants", List.of());
        for (Alarms.Reader reader : alarms.readers(me.company())) {
            String user = reader.user().id().toString();
            if (named.contains(user)) {
                alarms.want(me.company(), reader.user(), wanted(boxes, user), me.who());
            }
        }
        Said.good(next, "settings.saved");
        return "redirect:/settings/notifications";
    }

    private static Set<Trouble> wanted(List<String> boxes, String user) {
        Set<Trouble> wanted = EnumSet.noneOf(Trouble.class);
        for (Trouble trouble : Trouble.values()) {
            if (boxes.contains(user + "/" + trouble)) {
                wanted.add(trouble);
            }
        }
        return wanted;
    }

    @PostMapping
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String language,
            @RequestParam String downMinutes,
            @RequestParam String unbookedHours,
            @RequestParam String silentHours,
            RedirectAttributes next) {
        Optional<AlarmSettings> settings = settings(language, downMinutes, unbookedHours, silentHours);
        if (settings.isEmpty()) {
            Said.bad(next, "notifications.out-of-range");
        } else {
            alarms.save(me.company(), settings.get(), me.who());
            Said.good(next, "settings.saved");
        }
        return "redirect:/settings/notifications";
    }

    /** Empty when a number is none or out of range. */
    private static Optional<AlarmSettings> settings(
            String language, String downMinutes, String unbookedHours, String silentHours) {
        try {
            return Optional.of(new AlarmSettings(
                    language.equals("en") ? Locale.ENGLISH : AlarmSettings.DANISH,
                    Integer.parseInt(downMinutes.strip()),
                    Integer.parseInt(unbookedHours.strip()),
                    Integer.parseInt(silentHours.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
