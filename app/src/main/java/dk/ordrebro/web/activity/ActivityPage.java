package dk.ordrebro.web.activity;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.Who;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activities.Verification;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.activity.ActivityFilter;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Stories;
import dk.ordrebro.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
    private static final int EXPORTED_AT_A_TIME = 1_000;

    /** The kinds of thing the trail tells of; pages have a word for each. */
    private static final List<String> SUBJECTS = List.of(
            "order",
            "booking",
            "proof",
            "alarm",
            "alarm-settings",
            "accounting-integration",
            "template",
            "order-integration",
            "user",
            "api-token");

    private final Activities activities;
    private final Users users;
    private final Stories stories;
    private final Words words;
    private final Show show;

    ActivityPage(Activities activities, Users users, Stories stories, Words words, Show show) {
        this.activities = activities;
        this.users = users;
        this.stories = stories;
        this.words = words;
        this.show = show;
    }

    @GetMapping("/activity")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            @RequestParam(required = false) @Nullable Long before,
            Model page) {
        ActivityFilter filter = filter(who, subject, id, from, through);
        var start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
        List<Activity> found = activities.page(me.company(), filter, start, PAGE + 1);
        page.addAttribute("entries", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).number() : null);
        page.addAttribute("first", before == null);
        page.addAttribute("filter", filter);
        page.addAttribute("from", from.orElse(null));
        page.addAttribute("through", through.orElse(null));
        page.addAttribute("subjects", SUBJECTS);
        page.addAttribute("people", people(me, who));
        return "activity/list";
    }

    private static ActivityFilter filter(
            String who, String subject, String id, Optional<LocalDate> from, Optional<LocalDate> through) {
        return new ActivityFilter(
                who.strip(),
                subject.strip(),
                subject.isBlank() ? "" : id.strip(),
                from.map(ActivityPage::start).orElse(null),
                through.map(day -> start(day.plusDays(1))).orElse(null));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Show.COPENHAGEN).toInstant();
    }

    /** The members of the company, the program itself, and whoever was asked for: somebody who has left, or an API key. */
    private List<String> people(SignedIn me, String asked) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(Who.ORDREBRO),
                                users.of(me.company()).keySet().stream()
                                        .map(user -> user.email())
                                        .sorted()),
                        Stream.of(asked).filter(name -> !name.isBlank()))
                .distinct()
                .toList();
    }

    /** Everything the filter leaves, newest first, read and sent in stretches: a trail may be longer than memory. */
    @GetMapping("/activity/csv")
    void csv(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            HttpServletResponse answer)
            throws IOException {
        ActivityFilter filter = filter(who, subject, id, from, through);
        Download.begin(answer, "text/csv;charset=UTF-8", words.text("activity.file") + ".csv");
        try (CsvFile file = new CsvFile(answer.getOutputStream())) {
            file.row(
                    words.text("activity.number"),
                    words.text("activity.at"),
                    words.text("activity.who"),
                    words.text("activity.subject"),
                    words.text("activity.what"),
                    words.text("activity.id"));
            var before = OptionalLong.empty();
            List<Activity> stretch = activities.page(me.company(), filter, before, EXPORTED_AT_A_TIME);
            while (!stretch.isEmpty()) {
                stretch.forEach(entry -> row(file, entry));
                before = OptionalLong.of(stretch.getLast().number());
                stretch = activities.page(me.company(), filter, before, EXPORTED_AT_A_TIME);
            }
        }
    }

    private void row(CsvFile file, Activity entry) {
        String changes = String.join("; ", stories.changes(entry));
        file.row(
                Long.toString(entry.number()),
                show.time(entry.at()),
                stories.who(entry),
                words.sentence("subject." + entry.subject(), List.of(), "activity.other", entry.subject()),
                stories.sentence(entry) + (changes.isEmpty() ? "" : " " + changes),
                entry.subjectId());
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
