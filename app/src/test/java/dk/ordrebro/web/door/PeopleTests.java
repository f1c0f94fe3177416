package dk.ordrebro.web.door;

import static dk.ordrebro.web.SignedInAs.at;
import static dk.ordrebro.web.SignedInAs.in;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.people.Members;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.database.OwnDatabase;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** People on their way in, around and out, with real sessions; letters are read from the box. */
@SpringBootTest(
        properties = {
            "ordrebro.drains=off",
            "ordrebro.sign-up=open",
            "ordrebro.url=https://ordrebro.example",
            "ordrebro.smtp.url=smtp://127.0.0.1:9",
            "ordrebro.smtp.from=ordrebro@butik.example"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@OwnDatabase
class PeopleTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";
    private static final String NEW_PASSWORD = "lygte marmelade tagsten";
    private static final String COOKIE = "__Host-ordrebro-session";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Users users;

    @Autowired
    private Members members;

    @Autowired
    private SecondFactor secondFactor;

    @Autowired
    private Activities activities;

    @Autowired
    private JdbcClient jdbc;

    private CompanyId company;
    private User owner;

    @BeforeEach
    void makeACompany() {
        company = companies.create("Nordlys Te").id();
        owner = users.create(company, Role.OWNER, address(), "Fie Lund", PASSWORD);
    }

    @Test
    void letsAnInvitedPersonInOnce() throws Exception {
        String email = address();
        send(post("/settings/users/invite")
                .cookie(signIn(owner))
                .param("email", email)
                .param("role", "WAREHOUSE"));
        String key = key(letterTo(email));

        assertThat(page(get("/invitation").param("key", key))).contains("Nordlys Te");
        MockHttpServletResponse joined = send(
                post("/invitation").param("key", key).param("name", "Bo Holm").param("password", PASSWORD));

        assertThat(joined.getRedirectedUrl()).isEqualTo(CompanyAddress.of(company, "/"));
        assertThat(page(get("/settings/users").cookie(session(joined)))).contains(email);
        assertThat(members.of(company))
                .filteredOn(member -> member.user().email().equals(email))
                .extracting(member -> member.role())
                .containsExactly(Role.WAREHOUSE);
        assertThat(page(get("/invitation").param("key", key))).contains("gælder ikke længere");
        send(post("/invitation").param("key", key).param("name", "En anden").param("password", PASSWORD));
        assertThat(members.of(company)).hasSize(2);
        assertThat(told()).startsWith("member joined", "member invited");
    }

    @Test
    void asksAKnownPersonForTheirPasswordBeforeTheyJoinOneMoreCompany() throws Exception {
        CompanyId agency = companies.create("Bogholderiet").id();
        User bookkeeper = users.create(agency, Role.OWNER, address(), "Kim Bak", PASSWORD);
        send(post("/settings/users/invite")
                .cookie(signIn(owner))
                .param("email", bookkeeper.email())
                .param("role", "BOOKKEEPER"));
        String key = key(letterTo(bookkeeper.email()));

        send(post("/invitation").param("key", key).param("password", "noget helt andet"));
        assertThat(members.of(company)).hasSize(1);
        Cookie session = session(send(post("/invitation").param("key", key).param("password", PASSWORD)));

        assertThat(members.of(company)).hasSize(2);
        assertThat(page(get("/companies").cookie(session))).contains("Bogholderiet", "Nordlys Te");
        assertThat(page(get(at(agency, "/settings/users")).cookie(session))).doesNotContain(owner.email());
        assertThat(page(get(at(company, "/settings/users")).cookie(session))).contains(owner.email());
    }

    @Test
    void refusesACompanyOneIsNoMemberOf() throws Exception {
        CompanyId other = companies.create("En andens").id();

        MockHttpServletResponse refused = send(get(at(other, "/")).cookie(signIn(owner)));

        assertThat(refused.getStatus()).isEqualTo(403);
    }

    @Test
    void losesACompanyWithTheNextClickAfterBeingRemoved() throws Exception {
        User bo = users.create(company, Role.OWNER, address(), "Bo Holm", PASSWORD);
        Cookie his = signIn(bo);
        assertThat(send(get("/settings/users").cookie(his)).getStatus()).isEqualTo(200);

        send(post("/settings/users/" + bo.id() + "/remove").cookie(signIn(owner)));
        MockHttpServletResponse answer =
                send(post("/settings/users/" + owner.id() + "/remove").cookie(his));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/signin?gone");
        assertThat(members.of(company)).hasSize(1);
        assertThat(send(get("/settings/users").cookie(his)).getRedirectedUrl()).endsWith("/signin");
    }

    @Test
    void doesNothingInTheNextCompanyOfWhoeverWasRemovedFromThisOne() throws Exception {
        User bo = users.create(company, Role.OWNER, address(), "Bo Holm", PASSWORD);
        Cookie his = signIn(bo);
        CompanyId his2 = companies.create("Bos egen").id();
        users.join(his2, bo.id(), Role.OWNER);
        send(post("/settings/users/" + bo.id() + "/remove").cookie(signIn(owner)));

        MockHttpServletResponse answer = send(post("/settings/users/invite")
                .cookie(his)
                .param("email", address())
                .param("role", "OWNER"));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(send(get("/attention").cookie(his)).getRedirectedUrl()).isEqualTo(at(his2, "/attention"));
        assertThat(jdbc.sql("select count(*) from invitation where company_id = :company")
                        .param("company", his2.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void losesARoleWithTheNextClick() throws Exception {
        User bo = users.create(company, Role.OWNER, address(), "Bo Holm", PASSWORD);
        Cookie his = signIn(bo);

        send(post("/settings/users/" + bo.id() + "/role").cookie(signIn(owner)).param("role", "READ_ONLY"));

        assertThat(send(post("/settings/users/invite")
                                .cookie(his)
                                .param("email", address())
                                .param("role", "OWNER"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void keepsTheLastOwner() throws Exception {
        Cookie hers = signIn(owner);

        send(post("/settings/users/" + owner.id() + "/role").cookie(hers).param("role", "READ_ONLY"));
        send(post("/settings/users/" + owner.id() + "/remove").cookie(hers));

        assertThat(members.of(company)).extracting(member -> member.role()).containsExactly(Role.OWNER);
    }

    @Test
    void replacesAForgottenPasswordOnceAndEndsEverySession() throws Exception {
        Cookie before = signIn(owner);
        MockHttpServletResponse asked = send(post("/forgot").param("email", owner.email()));
        MockHttpServletResponse askedForNobody = send(post("/forgot").param("email", address()));
        String key = key(letterTo(owner.email()));

        assertThat(asked.getRedirectedUrl()).isEqualTo(askedForNobody.getRedirectedUrl());
        MockHttpServletResponse weak =
                send(post("/forgot/new").param("key", key).param("password", "adgangskode123"));
        assertThat(weak.getStatus()).isEqualTo(200);
        assertThat(send(post("/forgot/new").param("key", key).param("password", NEW_PASSWORD))
                        .getRedirectedUrl())
                .isEqualTo("/signin");

        assertThat(send(get("/settings/users").cookie(before)).getRedirectedUrl())
                .endsWith("/signin");
        assertThat(signInWith(owner, PASSWORD).getRedirectedUrl()).isEqualTo("/signin?wrong");
        assertThat(signInWith(owner, NEW_PASSWORD).getRedirectedUrl()).isEqualTo("/");
        assertThat(page(post("/forgot/new").param("key", key).param("password", PASSWORD)))
                .contains("Linket gælder ikke længere");
        assertThat(told()).first().isEqualTo("user password-changed");
    }

    @Test
    void makesACompanyOnlyAfterTheLetter() throws Exception {
        String email = address();
        send(post("/sign-up")
                .param("company", "Havnens Garn")
                .param("name", "Tom Havn")
                .param("email", email)
                .param("password", PASSWORD));
        assertThat(users.find(email)).isEmpty();
        String key = key(letterTo(email));

        send(get("/sign-up/confirm").param("key", key));
        assertThat(users.find(email)).isEmpty();
        MockHttpServletResponse in = send(post("/sign-up/confirm").param("key", key));

        String start = Objects.requireNonNull(send(get("/").cookie(session(in))).getRedirectedUrl());
        assertThat(page(get(start + "companies").cookie(session(in)))).contains("Havnens Garn");
        assertThat(page(post("/sign-up/confirm").param("key", key))).contains("Linket gælder ikke længere");
    }

    @Test
    void tellsAnOwnerOfAnAddressInALetterAndTheStrangerNothing() throws Exception {
        String page = page(post("/sign-up")
                .param("company", "Havnens Garn")
                .param("name", "Tom Havn")
                .param("email", owner.email())
                .param("password", PASSWORD));

        assertThat(page).contains("Vi har sendt en mail til " + owner.email());
        assertThat(letterTo(owner.email())).contains("Du har allerede en");
    }

    @Test
    void asksForTheCodeAfterThePassword() throws Exception {
        String recovery = switchOnSecondFactor();

        MockHttpServletResponse first = signInWith(owner, PASSWORD);
        assertThat(first.getRedirectedUrl()).isEqualTo("/signin/code");
        Cookie waiting = session(first);
        assertThat(send(get("/settings/users").cookie(waiting)).getRedirectedUrl())
                .endsWith("/signin");
        assertThat(page(post("/signin/code").cookie(waiting).param("code", "000000")))
                .contains("Koden er forkert");
        MockHttpServletResponse in = send(post("/signin/code").cookie(waiting).param("code", recovery));

        assertThat(in.getRedirectedUrl()).contains("/settings/users");
        assertThat(session(in).getValue()).isNotEqualTo(waiting.getValue());
        assertThat(page(get("/settings/users").cookie(session(in)))).contains(owner.email());
        Cookie again = session(signInWith(owner, PASSWORD));
        assertThat(page(post("/signin/code").cookie(again).param("code", recovery)))
                .contains("Koden er forkert");
    }

    @Test
    void locksGuessesOfTheCode() throws Exception {
        switchOnSecondFactor();
        Cookie waiting = session(signInWith(owner, PASSWORD));
        for (int i = 0; i < 5; i++) {
            send(post("/signin/code").cookie(waiting).param("code", "00000" + i));
        }

        assertThat(page(post("/signin/code").cookie(waiting).param("code", "000009")))
                .contains("gættet forkert for mange gange");
    }

    @Test
    void showsAKeyOnce() throws Exception {
        Cookie hers = signIn(owner);

        send(post("/settings/tokens").cookie(hers).param("name", "Lager").param("role", "WAREHOUSE"));
        String made = page(get("/settings/tokens").cookie(hers));
        String later = page(get("/settings/tokens").cookie(hers));

        assertThat(made).contains("ordrebro_");
        assertThat(later).contains("Lager", "Aldrig brugt").doesNotContain("ordrebro_");
    }

    @Test
    void endsOtherSessionsButNotThisOne() throws Exception {
        Cookie here = signIn(owner);
        Cookie there = signIn(owner);
        assertThat(page(get("/me").cookie(here))).contains("Log ud alle andre steder");

        send(post("/me/sessions/end-others").cookie(here));

        assertThat(send(get("/me").cookie(here)).getStatus()).isEqualTo(200);
        assertThat(send(get("/me").cookie(there)).getRedirectedUrl()).endsWith("/signin");
    }

    @Test
    void changesAPasswordOnlyForWhoKnowsTheOld() throws Exception {
        Cookie here = signIn(owner);

        send(post("/me/password")
                .cookie(here)
                .param("old", "forkert kodeord her")
                .param("password", NEW_PASSWORD));
        assertThat(signInWith(owner, NEW_PASSWORD).getRedirectedUrl()).isEqualTo("/signin?wrong");
        send(post("/me/password").cookie(here).param("old", PASSWORD).param("password", NEW_PASSWORD));

        assertThat(signInWith(owner, NEW_PASSWORD).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void saysHowGoodAPasswordIsWhileItIsTyped() throws Exception {
        assertThat(page(post("/password-strength").param("password", "sommer2026")))
                .contains("For kort");
        assertThat(page(post("/password-strength").param("password", "Password123456")))
                .contains("For let at gætte");
        assertThat(page(post("/password-strength").param("password", PASSWORD))).contains("Meget god");
    }

    @Test
    void keepsTheSessionInACookieOfThisHostOverTlsAlone() throws Exception {
        String cookie = Objects.requireNonNull(signInWith(owner, PASSWORD).getHeader("Set-Cookie"));

        assertThat(cookie).startsWith(COOKIE + "=").contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax");
        assertThat(cookie).doesNotContain("Domain");
    }

    @Test
    void tellsTheCompanyOfALockOut() throws Exception {
        for (int i = 0; i < 5; i++) {
            signInWith(owner, "et forkert kodeord");
        }

        assertThat(told()).containsExactly("user locked-out");
    }

    private String switchOnSecondFactor() {
        String secret = secondFactor.offer(owner.id()).typed();
        return secondFactor
                .confirm(owner.id(), CodesForTests.now(secret), "test")
                .orElseThrow()
                .getFirst();
    }

    private List<String> told() {
        return activities.page(company, OptionalLong.empty(), 50).stream()
                .map(entry -> entry.subject() + " " + entry.verb())
                .toList();
    }

    private String letterTo(String email) {
        return jdbc.sql("select body from mail where recipient = :email order by mail_id desc limit 1")
                .param("email", email)
                .query(String.class)
                .single();
    }

    private static String key(String letter) {
        Matcher link =
                Pattern.compile("https://ordrebro\\.example/\\S+\\?key=(\\S+)").matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group(1);
    }

    private Cookie signIn(User user) throws Exception {
        return session(signInWith(user, PASSWORD));
    }

    private MockHttpServletResponse signInWith(User user, String password) throws Exception {
        return send(post("/signin").param("email", user.email()).param("password", password));
    }

    private static Cookie session(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie(COOKIE));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.secure(true).with(this::below).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** What lies in a company is asked for in the company of this test, where nothing else is said. */
    private MockHttpServletRequest below(MockHttpServletRequest request) {
        return Stream.of("/settings", "/me", "/companies").anyMatch(requireNonNull(request.getRequestURI())::startsWith)
                ? in(company).postProcessRequest(request)
                : request;
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = send(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private static String address() {
        return UUID.randomUUID() + "@butik.example";
    }
}
