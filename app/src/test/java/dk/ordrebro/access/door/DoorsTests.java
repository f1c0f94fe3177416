package dk.ordrebro.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.Refusal;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SealsSecrets;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.database.SharedDatabase;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = DoorsTests.OnlyTheDoors.class,
        properties = {
            "spring.flyway.enabled=false",
            "spring.autoconfigure.exclude=org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration"
        })
@AutoConfigureMockMvc
class DoorsTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Users users;

    @Autowired
    private ApiTokens tokens;

    private final String email = UUID.randomUUID() + "@butik.example";
    private CompanyId company;

    @BeforeEach
    void makeACompanyWithABookkeeper() {
        company = companies.create("Butik").id();
        users.create(company, Role.BOOKKEEPER, email, "Bo Holm", PASSWORD);
    }

    @Test
    void asksAProgramForItsToken() throws Exception {
        mvc.perform(get("/api/v1/whoami"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ordrebro\""))
                .andExpect(jsonPath("$.status").value(401));
        mvc.perform(get("/api/v1/whoami").header(HttpHeaders.AUTHORIZATION, "Bearer nonsense"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void letsAProgramInWithoutASession() throws Exception {
        String bearer = tokens.create(company, "Lager", Role.WAREHOUSE, "test").bearer();

        mvc.perform(get("/api/v1/whoami").header(HttpHeaders.AUTHORIZATION, "bearer " + bearer))
                .andExpect(status().isOk())
                .andExpect(content().string(company + " API: Lager"))
                .andExpect(cookie().doesNotExist(SessionCookie.NAME));
        mvc.perform(post("/api/v1/settings").header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.status").value(403));
    }

    @Test
    void doesNotTakeASessionForATokenNorATokenForASession() throws Exception {
        String bearer = tokens.create(company, "Lager", Role.WAREHOUSE, "test").bearer();

        mvc.perform(get("/api/v1/whoami").cookie(signIn())).andExpect(status().isUnauthorized());
        mvc.perform(get("/whoami").header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void letsAPersonInWithANewSession() throws Exception {
        Cookie before = session(mvc.perform(get("/whoami"))
                .andExpect(redirectedUrl("/signin"))
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME));

        Cookie after = session(mvc.perform(post("/signin")
                        .with(csrf())
                        .cookie(before)
                        .param("email", email)
                        .param("password", PASSWORD))
                .andExpect(header().string(
                                HttpHeaders.SET_COOKIE,
                                allOf(containsString("HttpOnly"), containsString("SameSite=Lax"))))
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME));

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        mvc.perform(get(at("/whoami")).cookie(after)).andExpect(content().string(company + " " + email));
        mvc.perform(get("/whoami").cookie(before)).andExpect(redirectedUrl("/signin"));
    }

    @Test
    void turnsAwayAWrongPasswordAndLocksAfterFive() throws Exception {
        for (int i = 0; i < 5; i++) {
            mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", "noget andet"))
                    .andExpect(redirectedUrl("/signin?wrong"));
        }

        mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", PASSWORD))
                .andExpect(redirectedUrl("/signin?locked"));
    }

    @Test
    void refusesAForgedRequestAndOneThatTheRoleDoesNotAllow() throws Exception {
        Cookie session = signIn();

        mvc.perform(post(at("/bookings")).cookie(session)).andExpect(status().isForbidden());
        mvc.perform(post(at("/bookings")).cookie(session).with(csrf())).andExpect(status().isOk());
        mvc.perform(post(at("/settings")).cookie(session).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void tellsTheBrowserToBeStrict() throws Exception {
        mvc.perform(get(at("/whoami")).secure(true).cookie(signIn()))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("default-src 'none'"), not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().exists("Strict-Transport-Security"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void leadsOnFromAnAddressThatNamesNoCompany() throws Exception {
        mvc.perform(get("/whoami?day=2026-11-23").cookie(signIn()))
                .andExpect(redirectedUrl(at("/whoami?day=2026-11-23")));
        mvc.perform(get("/c/" + CompanyAddress.code(company)).cookie(signIn())).andExpect(redirectedUrl(at("/")));
    }

    @Test
    void actsInTheCompanyOfTheAddressWhateverWasLookedAtBetween() throws Exception {
        CompanyId other = companies.create("Den anden").id();
        users.join(other, users.find(email).orElseThrow().id(), Role.READ_ONLY);
        Cookie session = signIn();

        mvc.perform(get(CompanyAddress.of(other, "/whoami")).cookie(session))
                .andExpect(content().string(other + " " + email));
        mvc.perform(post(at("/bookings")).cookie(session).with(csrf())).andExpect(status().isOk());
        mvc.perform(post(CompanyAddress.of(other, "/bookings")).cookie(session).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/whoami").cookie(session)).andExpect(redirectedUrl(CompanyAddress.of(other, "/whoami")));
    }

    @Test
    void refusesAFormThatSaysNoCompanyOrAnotherThanItsPage() throws Exception {
        CompanyId other = companies.create("Den anden").id();
        users.join(other, users.find(email).orElseThrow().id(), Role.OWNER);
        CompanyId strangers = companies.create("En fremmed").id();
        Cookie session = signIn();

        refused(post("/bookings").cookie(session), Refusal.NO_COMPANY);
        refused(
                post(at("/bookings"))
                        .cookie(session)
                        .header(
                                HttpHeaders.REFERER,
                                "https://ordrebro.example" + CompanyAddress.of(other, "/orders?q=1")),
                Refusal.OTHER_COMPANY);
        refused(post(CompanyAddress.of(strangers, "/bookings")).cookie(session), Refusal.NOT_YOURS);
        refused(get(CompanyAddress.of(strangers, "/whoami")).cookie(session), Refusal.NOT_YOURS);
        refused(get("/c/hej/whoami").cookie(session), Refusal.NOT_YOURS);
        refused(get(at(CompanyAddress.of(strangers, "/whoami"))).cookie(session), Refusal.NOT_YOURS);
        mvc.perform(post(at("/bookings"))
                        .cookie(session)
                        .with(csrf())
                        .header(HttpHeaders.REFERER, "https://ordrebro.example" + at("/orders?q=/c/000000000000/")))
                .andExpect(status().isOk());
    }

    private void refused(MockHttpServletRequestBuilder request, Refusal why) throws Exception {
        mvc.perform(request.with(csrf()))
                .andExpect(status().isForbidden())
                .andExpect(request().attribute(Refusal.ATTRIBUTE, why));
    }

    private String at(String path) {
        return CompanyAddress.of(company, path);
    }

    private Cookie signIn() throws Exception {
        return session(
                mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", PASSWORD))
                        .andExpect(redirectedUrl("/"))
                        .andReturn()
                        .getResponse()
                        .getCookie(SessionCookie.NAME));
    }

    private static Cookie session(@Nullable Cookie cookie) {
        return Objects.requireNonNull(cookie);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan("dk.ordrebro.access")
    static class OnlyTheDoors {

        /** Shared with other tests, so it is not closed with this one's context. */
        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return SharedDatabase.dataSource();
        }

        @Bean
        SealsSecrets seal() {
            return new GivenAccess.OpenSeal();
        }

        @RestController
        static class Rooms {

            @GetMapping({"/whoami", "/api/v1/whoami"})
            String whoAmI(@AuthenticationPrincipal SignedIn me) {
                return me.company() + " " + me.who();
            }

            @PostMapping("/bookings")
            @MayBook
            String book() {
                return "booked";
            }

            @PostMapping({"/settings", "/api/v1/settings"})
            @MayChangeSettings
            String change() {
                return "changed";
            }
        }
    }
}
