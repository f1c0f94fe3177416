package dk.ordrebro.web.me;

import java.util.stream.Stream;

/** A browser in a few words, from what it calls itself: "Firefox, Linux". */
final class Device {

    private Device() {}

    /** Browser and system; empty where nothing is recognised. */
    static String of(String userAgent) {
        return Stream.of(browser(userAgent), system(userAgent))
                .filter(part -> !part.isEmpty())
                .reduce((browser, system) -> browser + ", " + system)
                .orElse("");
    }

    /** In this order, because most of them also say that they are Safari or Chrome. */
    private static String browser(String agent) {
        return first(
                agent,
                "Edg/",
                "Edge",
                "OPR/",
                "Opera",
                "Firefox/",
                "Firefox",
                "Chrome/",
                "Chrome",
                "Safari/",
                "Safari");
    }

    private static String system(String agent) {
        return first(
                agent,
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Android",
                "Android",
                "Windows",
                "Windows",
                "Mac OS X",
                "Mac",
                "Linux",
                "Linux");
    }

    /** @param marksAndNames what to look for, each followed by its name */
    private static String first(String agent, String... marksAndNames) {
        for (int i = 0; i < marksAndNames.length; i += 2) {
            if (agent.contains(marksAndNames[i])) {
                return marksAndNames[i + 1];
            }
        }
        return "";
    }
}
