package dk.ordrebro.web;

import static dk.ordrebro.web.SignedInAs.at;
import static dk.ordrebro.web.SignedInAs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.Users;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.database.OwnDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Walks every route the application has, asked from the application itself: who is not signed in, who is of another company, who comes
 * without the token against forged requests, who may only read. A new route is walked too, without anybody thinking of it.
 *
 * <p>A route with a variable this test knows nothing about fails it. Then:
 *
 * <ul>
 *   <li>the variable names something of a company: make one in {@link World} and {@code names(id, "/its/path/{}")} it there, with the path
 *       up to and with the variable, names left out. A field of a form with an id type is filled from the same line.
 *   <li>the variable is no id (a number, a word): add the same path to {@link #NO_ID} with a value that is right.
 *   <li>an API route that changes something wants a body: add it to {@link #BODIES} with one that is right.
 *   <li>somebody who is not signed in may come: {@link #PUBLIC}. Somebody who may only read may do it, because it changes nothing of the
 *       company: {@link #FOR_ALL_ROLES}. Say why.
 * </ul>
 */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.sign-up=open"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@OwnDatabase
class EveryRouteTests {

    /** The short list of what the world may see. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /signin",
            "POST /signin",
            "POST /signout", // leads to the sign-in, from wherever
            "GET /signin/code",
            "POST /signin/code",
            "GET /first-user",
            "POST /first-user",
            "GET /sign-up",
            "POST /sign-up",
            "GET /sign-up/confirm",
            "POST /sign-up/confirm",
            "GET /forgot",
            "POST /forgot",
            "GET /forgot/new",
            "POST /forgot/new",
            "GET /invitation",
            "POST /invitation",
            "POST /password-strength",
            "POST /webauthn/authenticate/options",
            "POST /login/webauthn",
            "POST /in/{}", // a shop's webhook proves itself by its signature
            "GET /error",
            "GET /guide", // whoever cannot get in needs it most
            // How to call the API is no secret.
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /v3/api-docs/swagger-config",
            "GET /swagger-ui.html");

    /** Changing requests that everybody in a company may make: they change nothing of the company. */
    private static final Set<String> FOR_ALL_ROLES = Set.of(
            "POST /activity/verify", // only computes
            "POST /api/v1/preview", // stores nothing
            "POST /orders/preview", // stores nothing
            "POST /orders/views", // one's own; for everybody only who handles orders
            "POST /orders/views/{}/remove",
            "POST /me/name", // one's own things
            "POST /me/password",
            "POST /me/passkeys/{}/name",
            "POST /me/passkeys/{}/remove",
            "POST /me/sessions/{}/end",
            "POST /me/sessions/end-others",
            "POST /me/second-factor",
            "POST /me/second-factor/codes",
            "POST /me/second-factor/off",
            "POST /webauthn/register",
            "POST /webauthn/register/options",
            "DELETE /webauthn/register/{}",
            "POST /companies"); // makes another company; here everybody may

    /** Variables that name nothing of a company, with a value that is right. */
    private static final Map<String, String> NO_ID = Map.of(
            "/orders/{}/revisions/{}",
            "1",
            "/in/{}",
            "x",
            "/settings/accounting/{}/templates/{}",
            "ITEM-DOMESTIC",
            "/settings/accounting/{}/rules/sets/{}",
            "EU_BUSINESS");

    /** Bodies for the API. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/orders/{}/fulfillments", "{}",
            "POST /api/v1/fulfillments/{}/returns", "{\"lines\":{\"1\":1}}",
            "POST /api/v1/orders", "{}",
            "POST /api/v1/preview", "{}",
            "POST /api/v1/shipmondo/sales_orders", "{}",
            "POST /api/v1/shipmondo/sales_orders/{}/fulfillments", "{}");

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    private World first;
    private World other;
    private Set<Route> routes;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeTwoCompanies() {
        first = World.of(context, billy);
        other = World.of(context, billy);
        routes = Route.all(context);
    }

    @Test
    void knowsEveryVariable() {
        assertThat(routes).hasSizeGreaterThan(80);
        assertThat(routes.stream()
                        .flatMap(route -> route.kinds().stream()
                                .filter(kind -> !NO_ID.containsKey(kind)
                                        && first.at(kind).isEmpty())
                                .map(kind -> kind + " of " + route))
                        .toList())
                .as("variables that EveryRouteTests knows nothing about; its Javadoc says what to do")
                .isEmpty();
        assertThat(routes.stream()
                        .filter(route -> route.isApi() && route.changes() && !BODIES.containsKey(route.key()))
                        .toList())
                .as("API routes for which EveryRouteTests has no body")
                .isEmpty();
    }

    @Test
    void letsNobodyInWhoIsNotSignedIn() {
        SoftAssertions.assertSoftly(softly -> routes().filter(route -> !PUBLIC.contains(route.key()))
                .forEach(route -> {
                    MockHttpServletResponse answer =
                            send(request(route, own(route, first), first).with(csrf()));
                    if (route.isApi()) {
                        softly.assertThat(answer.getStatus())
                                .as(route.toString())
                                .isEqualTo(401);
                    } else if (route.path().equals("/webauthn/register/options")) {
                        // Spring Security's own filter says so before anybody is asked to sign in.
                        softly.assertThat(answer.getStatus())
                                .as(route.toString())
                                .isEqualTo(400);
                    } else {
                        softly.assertThat(answer.getRedirectedUrl())
                                .as(route.toString())
                                .endsWith("/signin");
                    }
                }));
    }

    @Test
    void opensNothingOfOneCompanyToAnother() {
        long before = told(first);
        var attacked = new ArrayList<Route>();
        SoftAssertions.assertSoftly(softly -> routes().forEach(route -> attacks(route)
                .forEach(path -> {
                    attacked.add(route);
                    int status = send(as(other.owner, other.ownerToken, route, request(route, path, other)))
                            .getStatus();
                    softly.assertThat(status).as(route + " as " + path).isIn(403, 404);
                })));

        assertThat(attacked).hasSizeGreaterThan(30);
        assertThat(told(first)).as("entries in the other company's audit trail").isEqualTo(before);
    }

    /** Each id of the route in turn is the first company's; those before it are the attacker's own. */
    private List<String> attacks(Route route) {
        List<String> kinds = route.kinds();
        var attacks = new ArrayList<String>();
        for (int at = 0; at < kinds.size(); at++) {
            if (NO_ID.containsKey(kinds.get(at))) {
                continue;
            }
            var values = new ArrayList<String>();
            for (int i = 0; i < kinds.size(); i++) {
                values.add(value(kinds.get(i), route, i == at ? first : other));
            }
            attacks.add(route.with(values));
        }
        return attacks;
    }

    /** Two tabs: whatever a form of one company is filled with, at the other company's address it does nothing. */
    @Test
    void refusesEveryRequestAtTheAddressOfACompanyOneDoesNotBelongTo() {
        long before = told(first);
        SoftAssertions.assertSoftly(softly -> routes().filter(EveryRouteTests::isOfACompany)
                .forEach(route -> softly.assertThat(
                                send(as(other.owner, other.ownerToken, route, request(route, own(route, first), first)))
                                        .getStatus())
                        .as(route.toString())
                        .isEqualTo(403)));

        assertThat(told(first)).isEqualTo(before);
    }

    /** Whoever looks at the other company in another tab between opening a form and sending it acts where the form was opened. */
    @Test
    void actsWhereTheFormStoodAndNowhereElse() {
        SignedIn both = memberOfBoth();
        SoftAssertions.assertSoftly(softly -> routes().filter(EveryRouteTests::isOfACompany)
                .filter(Route::changes)
                // What a person changes of themselves is told in all their companies.
                .filter(route -> !route.path().startsWith("/me"))
                .forEach(route -> {
                    long untouched = told(other);
                    String form = own(route, first);
                    send(as(both, "", route, MockMvcRequestBuilders.get("/").with(in(other.company))));
                    MockHttpServletResponse done = send(as(both, "", route, request(route, form, first)));
                    softly.assertThat(told(other))
                            .as(route + " changed the other company")
                            .isEqualTo(untouched);
                    softly.assertThat(done.getRedirectedUrl())
                            .as(route + " leads on")
                            .satisfiesAnyOf(
                                    to -> assertThat(to).isNull(),
                                    to -> assertThat(to).startsWith(at(first.company, "/")),
                                    // The founder of a company goes there.
                                    to -> assertThat(route.key()).isEqualTo("POST /companies"));
                }));
    }

    /** A form whose address was changed, by whatever means, between the page and the server. */
    @Test
    void refusesEveryFormThatFitsNotItsPage() {
        SignedIn both = memberOfBoth();
        long firsts = told(first);
        long others = told(other);
        SoftAssertions.assertSoftly(softly -> routes().filter(EveryRouteTests::isOfACompany)
                .filter(Route::changes)
                .forEach(route -> {
                    var elsewhere = request(route, own(route, other), other)
                            .header(HttpHeaders.REFERER, "https://ordrebro.example" + at(first.company, "/orders"));
                    softly.assertThat(send(as(both, "", route, elsewhere)).getStatus())
                            .as(route + " from another company's page")
                            .isEqualTo(403);
                    var nowhere = Filled.request(route, own(route, first), first, "{}");
                    softly.assertThat(send(as(both, "", route, nowhere)).getStatus())
                            .as(route + " without a company")
                            .isEqualTo(403);
                    // The ids of the one, at the address of the other.
                    if (!route.path().startsWith("/me/")
                            && !route.kinds().stream().allMatch(NO_ID::containsKey)) {
                        var mixed = Filled.request(route, own(route, first), first, "{}")
                                .with(in(other.company));
                        softly.assertThat(send(as(both, "", route, mixed)).getStatus())
                                .as(route + " with another company's ids")
                                .isIn(403, 404);
                    }
                }));

        assertThat(told(first)).isEqualTo(firsts);
        assertThat(told(other)).isEqualTo(others);
    }

    /** An owner of both companies. */
    private SignedIn memberOfBoth() {
        UserId user = Objects.requireNonNull(first.owner.user());
        context.getBean(Users.class).join(other.company, user, Role.OWNER);
        return first.owner;
    }

    /** Otherwise a page that is always 404 would pass for a safe one. */
    @Test
    void opensEverythingToItsOwnCompany() {
        SoftAssertions.assertSoftly(softly -> routes().filter(
                        route -> !route.changes() && !route.kinds().isEmpty())
                .forEach(route -> {
                    String path = own(route, first);
                    int status = send(as(first.owner, first.ownerToken, route, request(route, path, first)))
                            .getStatus();
                    softly.assertThat(status).as(route + " as " + path).isBetween(200, 399);
                }));
    }

    /** A shop's webhook comes without a cookie: nobody's session can be misused by it. */
    @Test
    void refusesEveryForgedRequest() {
        SoftAssertions.assertSoftly(softly -> routes().filter(route ->
                        route.changes() && !route.isApi() && !route.path().startsWith("/in/"))
                .forEach(route -> softly.assertThat(send(request(route, own(route, first), first)
                                        .with(authentication(signedIn(first.owner))))
                                .getStatus())
                        .as(route.toString())
                        .isEqualTo(403)));
    }

    @Test
    void letsReadersChangeNothing() {
        long before = told(first);
        SoftAssertions.assertSoftly(softly -> routes().filter(Route::changes)
                .filter(route -> !PUBLIC.contains(route.key()) && !FOR_ALL_ROLES.contains(route.key()))
                .forEach(route -> softly.assertThat(send(as(
                                        first.reader,
                                        first.readerToken,
                                        route,
                                        request(route, own(route, first), first)))
                                .getStatus())
                        .as(route.toString())
                        .isEqualTo(403)));

        assertThat(told(first)).isEqualTo(before);
    }

    @Test
    void keepsItsListsShort() {
        Set<String> known = routes.stream().map(Route::key).collect(Collectors.toSet());

        assertThat(known).containsAll(FOR_ALL_ROLES).containsAll(BODIES.keySet());
        assertThat(known).containsAll(PUBLIC);
        assertThat(routes.stream().flatMap(route -> route.kinds().stream()).collect(Collectors.toSet()))
                .containsAll(NO_ID.keySet());
    }

    private Stream<Route> routes() {
        return routes.stream();
    }

    private String own(Route route, World world) {
        return route.with(
                route.kinds().stream().map(kind -> value(kind, route, world)).toList());
    }

    private static String value(String kind, Route route, World world) {
        return NO_ID.containsKey(kind) ? NO_ID.get(kind) : world.at(kind, route).orElseThrow();
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(Route route, String path, World ids) {
        AbstractMockHttpServletRequestBuilder<?> request =
                Filled.request(route, path, ids, BODIES.getOrDefault(route.key(), "{}"));
        return isOfACompany(route) ? request.with(in(ids.company)) : request;
    }

    /** All that is not the way in and no door for programs. */
    private static boolean isOfACompany(Route route) {
        return !route.isApi() && !PUBLIC.contains(route.key()) && !route.path().startsWith("/webauthn/");
    }

    private static AbstractMockHttpServletRequestBuilder<?> as(
            SignedIn who, String token, Route route, AbstractMockHttpServletRequestBuilder<?> request) {
        return route.isApi()
                ? request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                : request.with(authentication(signedIn(who))).with(csrf());
    }

    private static UsernamePasswordAuthenticationToken signedIn(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who,
                null,
                Stream.of(dk.ordrebro.access.Permission.values())
                        .filter(who::may)
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList());
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError("The request itself failed", failed);
        }
    }

    /** How many things are told of a company. */
    private long told(World world) {
        return context.getBean(Activities.class).page(world.company, OptionalLong.empty(), 1).stream()
                .mapToLong(dk.ordrebro.activity.Activity::number)
                .findFirst()
                .orElse(0);
    }
}
