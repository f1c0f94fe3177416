package dk.ordrebro.web;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.joining.Invitations;
import dk.ordrebro.access.passkey.Passkeys;
import dk.ordrebro.access.signin.Sessions;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.csv.CsvUploads;
import dk.ordrebro.intake.shipmondo.ShipmondoPush;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import dk.ordrebro.order.list.OrderView;
import dk.ordrebro.order.list.OrderViews;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerId;
import dk.ordrebro.question.Answers;
import dk.ordrebro.webhook.EndpointId;
import dk.ordrebro.webhook.Endpoints;
import dk.ordrebro.webhook.Event;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** A company that has one of everything a path can name, with an owner and somebody who may only read, and a key to the API for each. */
final class World {

    static final String PASSWORD = "hest batteri hæfteklamme";

    private static final String SALES_ORDER = """
            {"order_id": "10432", "ordered_at": "2026-05-04T09:12:33+02:00",
             "ship_to": {"name": "Ida Holm", "address1": "Bredgade 4", "zipcode": "8000", "city": "Aarhus C", "country_code": "DK"},
             "bill_to": {"name": "Ida Holm", "address1": "Bredgade 4", "zipcode": "8000", "city": "Aarhus C", "country_code": "DK"},
             "payment_details": {"currency_code": "DKK", "amount_excluding_vat": "80.00", "vat_amount": "20.00",
                                 "amount_including_vat": "100.00", "vat_percent": "0.25"},
             "order_lines": [{"line_type": "item", "item_name": "Te", "quantity": 1, "unit_price_excluding_vat": "80.00",
                              "vat_percent": "0.25", "currency_code": "DKK"}]}""";

    private final ApplicationContext context;
    private final Map<String, String> byPath = new LinkedHashMap<>();
    private final Map<String, String> byType = new LinkedHashMap<>();
    final CompanyId company;
    final SignedIn owner;
    final SignedIn reader;
    final String ownerToken;
    final String readerToken;

    private World(ApplicationContext context, BillySimulator billy) {
        this.context = context;
        Setup setup = Setup.of(context, billy, false);
        company = setup.company;
        owner = member(Role.OWNER);
        reader = member(Role.READ_ONLY);
        ownerToken = context.getBean(ApiTokens.class)
                .create(company, "Alt", Role.OWNER, "test")
                .bearer();
        readerToken = context.getBean(ApiTokens.class)
                .create(company, "Kun læse", Role.READ_ONLY, "test")
                .bearer();
        approval(setup);
        orders(setup);
        bulk(setup);
        held(setup);
        fetched();
        file();
        webhook();
        pushed(setup);
        people();
        own();
    }

    static World of(ApplicationContext context, BillySimulator billy) {
        return new World(context, billy);
    }

    /**
     * Says which of this company's things stands for the variable at the end of a path.
     *
     * @param paths each up to and with the variable, its name left out, as {@link Route#kinds()} gives it
     */
    private void names(Object id, String... paths) {
        byType.put(id.getClass().getName(), id.toString());
        for (String path : paths) {
            byPath.put(path, id.toString());
        }
    }

    private void approval(Setup setup) {
        Fulfillment draft = setup.handle(GivenOrder.order().id("draft").item("1", "75.00"));
        setup.drain();
        UUID approval = UUID.randomUUID();
        context.getBean(Approvals.class)
                .approve(company, approval, List.of(setup.booking(draft).id()), "test");
        byPath.put("/drafts/approvals/{}", approval.toString());
    }

    private void orders(Setup setup) {
        Fulfillment delivery = setup.handle(GivenOrder.order().id("1").item("1", "100.00"));
        Booking booking = setup.booking(delivery);
        names(setup.accounting.id(), "/settings/accounting/{}");
        names(setup.shop.id(), "/settings/shops/{}");
        names(delivery.order(), "/orders/{}", "/api/v1/orders/{}");
        names(delivery.id(), "/orders/{}/deliveries/{}", "/api/v1/fulfillments/{}");
        names(booking.id(), "/bookings/{}", "/api/v1/bookings/{}");
        answered(setup, delivery.order());
        Rule rule = new Rule(
                new RuleId(UUID.randomUUID()),
                List.of(new Condition.To("SE")),
                new AccountNumber(1110),
                new RulesetId("normal"));
        context.getBean(Rules.class).save(setup.company, setup.accounting.id(), rule);
        names(rule.id(), "/settings/accounting/{}/rules/{}");
    }

    /** An answer given to an order; what asked is made up, for only the answer is looked at. */
    private void answered(Setup setup, OrderId order) {
        AnswerId answer = context.getBean(Answers.class)
                .give(
                        setup.company,
                        List.of(new Answers.Told(
                                order, Question.COUNTRY_MISSING.with(), new Answer.PickedUpInDenmark())),
                        "test",
                        "")
                .getFirst();
        names(answer, "/orders/{}/answers/{}");
    }

    private void bulk(Setup setup) {
        BulkJobId job = new BulkJobId(UUID.randomUUID());
        context.getBean(BulkJobs.class)
                .handle(
                        company,
                        job,
                        List.of(setup.keep(GivenOrder.order().id("2").item("1", "50.00"))),
                        "test");
        names(job, "/orders/bulk/{}");
        UUID view = UUID.randomUUID();
        context.getBean(OrderViews.class)
                .save(company, Objects.requireNonNull(owner.user()), new OrderView(view, "Åbne", true, "state=OPEN"));
        byPath.put("/orders/views/{}", view.toString());
        byPath.put("/settings/accounting/{}/preview/{}", Objects.requireNonNull(byPath.get("/orders/{}")));
    }

    private OrderIntegration shop(OrderPlatform platform) {
        OrderIntegration shop = new OrderIntegration(
                company,
                new OrderIntegrationId(UUID.randomUUID()),
                platform.name(),
                platform,
                platform.name().toLowerCase(Locale.ROOT),
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        return shop;
    }

    /** A shop we fetch from; nothing is asked of it here. */
    private void fetched() {
        OrderIntegration shop = shop(OrderPlatform.VENDURE);
        context.getBean(ShopConnections.class)
                .save(
                        shop,
                        Map.of("admin-api", "https://shop.example/admin-api", "user", "bo"),
                        Map.of("password", new Secret("hemmelig")));
        context.getBean(Feeds.class).connected(shop);
        byPath.put("/settings/shops/{} of /connection", shop.id().toString());
    }

    private void file() {
        OrderIntegration shop = shop(OrderPlatform.CSV);
        UUID upload = context.getBean(CsvUploads.class)
                .keep(shop, "ordrer.csv", "InvoiceNo;Quantity\n1;2\n".getBytes(StandardCharsets.UTF_8));
        byPath.put("/settings/shops/{} of /file", shop.id().toString());
        byPath.put("/settings/shops/{}/file/{}", upload.toString());
    }

    private void webhook() {
        Endpoints endpoints = context.getBean(Endpoints.class);
        EndpointId id = endpoints
                .add(company, URI.create("https://shop.example/hook"), Set.of(Event.values()))
                .endpoint()
                .id();
        endpoints.ping(company, id);
        names(id, "/settings/webhooks/{}");
        byPath.put(
                "/settings/webhooks/{}/deliveries/{}",
                endpoints
                        .deliveries(company, id, Optional.empty(), 1)
                        .getFirst()
                        .id()
                        .toString());
    }

    /** An order in Shipmondo's format, which names things by numbers. */
    private void pushed(Setup setup) {
        ShipmondoPush push = context.getBean(ShipmondoPush.class);
        long order = id(push.take(setup.shop, SALES_ORDER.getBytes(StandardCharsets.UTF_8)));
        long fulfillment = id(push.fulfill(setup.shop, order, "{}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
        byPath.put("/api/v1/shipmondo/sales_orders/{}", Long.toString(order));
        byPath.put("/api/v1/shipmondo/fulfillments/{}", Long.toString(fulfillment));
    }

    private static long id(ShipmondoPush.Answer answer) {
        return ((ShipmondoPush.Answer.Done) answer).body().path("id").asLong();
    }

    /** Money paid back for the first order, nobody knows for what. */
    private void refunded(Setup setup) {
        UUID id = UUID.randomUUID();
        context.getBean(JdbcClient.class)
                .sql("""
                        insert into refund_question (company_id, refund_id, order_id, integration_id, order_number, shop_key, kind, paid_at, asked_at,
                                                     currency, gross, words)
                        values (:company, :id, :order, :shop, '1', 'r1', 'WHAT_FOR', now(), now(), 'DKK', 10, '')
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("order", UUID.fromString(Objects.requireNonNull(byPath.get("/orders/{}"))))
                .param("shop", setup.shop.id().value())
                .update();
        byPath.put("/orders/{}/refunds/{}", id.toString());
    }

    /** An order that could not be translated, as intake keeps it. */
    private void held(Setup setup) {
        UUID id = UUID.randomUUID();
        context.getBean(JdbcClient.class)
                .sql("""
                        insert into held_arrival (company_id, held_id, integration_id, shop_order_id, held_at, reasons, raw)
                        values (:company, :id, :shop, '7', now(), '[]', ''::bytea)
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("shop", setup.shop.id().value())
                .update();
        byPath.put("/settings/shops/{}/held/{}", id.toString());
        refunded(setup);
    }

    private void people() {
        names(Objects.requireNonNull(reader.user()), "/settings/users/{}");
        names(
                context.getBean(Invitations.class)
                        .invite(company, address(), Role.READ_ONLY, "test")
                        .invitation()
                        .id(),
                "/settings/users/invitations/{}");
        names(context.getBean(ApiTokens.class).all(company).getFirst().id(), "/settings/tokens/{}");
    }

    /** What belongs to the owner as a person. */
    private void own() {
        var user = Objects.requireNonNull(owner.user());
        byte[] handle = ByteBuffer.allocate(16)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array();
        context.getBean(UserCredentialRepository.class)
                .save(ImmutableCredentialRecord.builder()
                        .credentialId(new Bytes(address().getBytes(StandardCharsets.UTF_8)))
                        .userEntityUserId(new Bytes(handle))
                        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                        .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
                        .label("Telefon")
                        .build());
        byPath.put(
                "/me/passkeys/{}",
                context.getBean(Passkeys.class).of(user).getFirst().id());
        byPath.put("/webauthn/register/{}", Objects.requireNonNull(byPath.get("/me/passkeys/{}")));
        keepSession(context.getBeanProvider(
                        new ParameterizedTypeReference<FindByIndexNameSessionRepository<? extends Session>>() {})
                .getObject());
        byPath.put(
                "/me/sessions/{}",
                context.getBean(Sessions.class).of(user, "").getFirst().handle());
    }

    private <S extends Session> void keepSession(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, owner.getName());
        sessions.save(session);
    }

    private SignedIn member(Role role) {
        User user = context.getBean(Users.class).create(company, role, address(), "Fie Lund", PASSWORD);
        return context.getBean(Memberships.class).of(user.id(), company).orElseThrow();
    }

    private static String address() {
        return UUID.randomUUID() + "@butik.example";
    }

    /** The id of this company's thing at the end of such a path; empty where nothing is known of it. */
    Optional<String> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The same in a route that not every such thing has: a shop with a connection, a shop with files. */
    Optional<String> at(String path, Route route) {
        return Stream.of("/connection", "/file")
                .filter(section -> route.path().matches("/settings/shops/\\{[^/]+}" + section + "(/.*)?"))
                .map(section -> byPath.get(path + " of " + section))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> at(path));
    }

    /** The id of this company's thing of such a type, for a field of a form. */
    Optional<String> ofType(Class<?> id) {
        return Optional.ofNullable(byType.get(id.getName()));
    }
}
