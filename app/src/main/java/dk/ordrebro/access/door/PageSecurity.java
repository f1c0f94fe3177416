package dk.ordrebro.access.door;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.address.CompanyFilter;
import dk.ordrebro.access.address.MembershipFilter;
import dk.ordrebro.access.address.WaysOut;
import dk.ordrebro.access.passkey.PasskeyDoor;
import dk.ordrebro.access.signin.CodeNeeded;
import dk.ordrebro.access.signin.Entrance;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/** The door for people: a form, a session in the database, a token against forged requests, and headers that let a page do little. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /** Everything from here, nothing inline: a text that slips through as markup finds no way to run. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String SIGN_IN = "/signin";

    /** What people see who are not signed in. Everything else leads to the sign-in. */
    private static final String[] OUTSIDE = {
        SIGN_IN,
        "/signin/code",
        "/first-user",
        "/sign-up",
        "/sign-up/confirm",
        "/forgot",
        "/forgot/new",
        "/invitation",
        "/password-strength",
        "/assets/**",
        "/webjars/**",
        "/guide",
        "/guide/**",
        "/favicon.ico",
        "/error"
    };

    private final Memberships memberships;
    private final Entrance entrance;

    PageSecurity(Memberships memberships, Entrance entrance) {
        this.memberships = memberships;
        this.entrance = entrance;
    }

    /** Before everything that reads an address, after the session, whose cookie is one for all companies. */
    @Bean
    FilterRegistrationBean<CompanyFilter> companyFilter() {
        var filter = new FilterRegistrationBean<>(new CompanyFilter());
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http, PasskeyDoor passkeys) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OUTSIDE)
                        .permitAll()
                        // How to call us is no secret, and whoever writes the calling program may have no user.
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("email")
                        .successHandler(Entrance.noting(new SavedRequestAwareAuthenticationSuccessHandler()))
                        .failureHandler(this::tellFailure))
                .with(passkeys.configurer(), passkey -> {})
                .addFilterAfter(new WaysOut(), DisableEncodeUrlFilter.class)
                .addFilterBefore(new MembershipFilter(memberships), AnonymousAuthenticationFilter.class)
                .logout(out -> out.logoutUrl("/signout").logoutSuccessUrl(SIGN_IN + "?out"))
                .headers(PageSecurity::harden)
                .build();
    }

    static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    private void tellFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof CodeNeeded needed) {
            entrance.waitForCode(request, needed.user());
            response.sendRedirect(request.getContextPath() + SIGN_IN + "/code");
            return;
        }
        String reason = why instanceof LockedException ? "?locked" : "?wrong";
        response.sendRedirect(request.getContextPath() + SIGN_IN + reason);
    }
}
