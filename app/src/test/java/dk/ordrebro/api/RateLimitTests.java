package dk.ordrebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RateLimitTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final RateLimit limit = new RateLimit(2, clock);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void letsABurstThroughAndThenSoManyASecond() throws IOException {
        signIn(1);
        for (int i = 0; i < 10; i++) {
            assertThat(call().getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = call();
        clock.advance(Duration.ofSeconds(1));

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(call().getStatus()).isEqualTo(200);
        assertThat(call().getStatus()).isEqualTo(200);
        assertThat(call().getStatus()).isEqualTo(429);
    }

    @Test
    void slowsDownNobodyElse() throws IOException {
        signIn(1);
        for (int i = 0; i < 11; i++) {
            call();
        }

        signIn(2);

        assertThat(call().getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse call() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        boolean goesOn = limit.preHandle(new MockHttpServletRequest(), response, this);
        assertThat(goesOn).isEqualTo(response.getStatus() == 200);
        return response;
    }

    private static void signIn(int company) {
        SignedIn me = new SignedIn(new CompanyId(new UUID(0, company)), "Butik", null, "API: Lager", Role.WAREHOUSE);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(me, null));
    }
}
