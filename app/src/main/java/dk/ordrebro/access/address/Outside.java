package dk.ordrebro.access.address;

import java.util.Set;

/** The addresses that are about no company: the way in, files, and the doors for programs, which say by their key whose they are. */
final class Outside {

    private static final Set<String> PAGES = Set.of(
            "/signin",
            "/signin/code",
            "/signout",
            "/first-user",
            "/sign-up",
            "/sign-up/confirm",
            "/forgot",
            "/forgot/new",
            "/invitation",
            "/password-strength",
            "/favicon.ico",
            "/error",
            "/swagger-ui.html",
            "/v3/api-docs.yaml");

    private static final Set<String> FOLDERS = Set.of(
            "/c/",
            "/assets/",
            "/webjars/",
            "/guide/",
            "/api/",
            "/in/",
            "/actuator/",
            "/webauthn/",
            "/login/",
            "/swagger-ui/",
            "/v3/api-docs/");

    private Outside() {}

    /** @param path begins with a slash; what stands after a question mark or a hash does not count */
    static boolean holds(String path) {
        String bare = path.split("[?#;]", 2)[0];
        return PAGES.contains(bare) || FOLDERS.stream().anyMatch((bare + "/")::startsWith);
    }
}
