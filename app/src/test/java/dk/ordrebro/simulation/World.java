package dk.ordrebro.simulation;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.Answering;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrival;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.PaperShop;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.intake.round.RoundsByHand;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A fresh company with its shop and its Billy, in which a story is played step by step. */
final class World {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final String WHO = "ida@example.com";
    private static final String ALL = "*";

    final ApplicationContext context;
    final BillySimulator billy;
    final Stage stage;
    final SettableClock clock;
    final PaperShop paper;
    final Setup setup;
    final CompanyId company;
    final OrderIntegration shop;
    final boolean approvesItself;
    final List<Sale> sales = new ArrayList<>();
    /** References of bookings a person asked to be approved, and ids of documents somebody approved in Billy. */
    final Set<String> mayBeApproved = new HashSet<>();

    private final Handling handling;
    private final Orders orders;
    private final Bookings bookings;
    private final HeldBookings held;
    private final OrderEdits edits;
    private final OpenRefunds refunds;
    private final Remaking remaking;
    private final Approvals approvals;
    private final HeldArrivals arrivals;
    private final Standings standings;
    private int numbers;
    private boolean keyIsDead;
    private UUID lastApproval = new UUID(0, 0);

    World(ApplicationContext context, BillySimulator billy, Stage stage, SettableClock clock, Story story) {
        this.context = context;
        this.billy = billy;
        this.stage = stage;
        this.clock = clock;
        this.approvesItself = story.approves();
        this.paper = context.getBean(PaperShop.class);
        this.handling = context.getBean(Handling.class);
        this.orders = context.getBean(Orders.class);
        this.bookings = context.getBean(Bookings.class);
        this.held = context.getBean(HeldBookings.class);
        this.edits = context.getBean(OrderEdits.class);
        this.refunds = context.getBean(OpenRefunds.class);
        this.remaking = context.getBean(Remaking.class);
        this.approvals = context.getBean(Approvals.class);
        this.arrivals = context.getBean(HeldArrivals.class);
        this.standings = context.getBean(Standings.class);
        paper.forgetAll();
        clock.set(START);
        billy.admin().faults().clear();
        stage.begin(story.seed());
        this.setup = Setup.oneCallAtATime(context, billy, NewCompany.named("Simulation ApS"), approvesItself);
        this.company = setup.company;
        stage.isOf(setup.keys.organizationId());
        this.shop = new OrderIntegration(
                company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                "Papir",
                PaperShop.PLATFORM,
                "papir",
                setup.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        context.getBean(ShopConnections.class)
                .save(shop, Map.of("base-url", "https://papir.example"), Map.of("secret", new Secret("rigtig")));
        context.getBean(Feeds.class).connected(shop);
    }

    void play(Step step) {
        try {
            doIt(step);
        } catch (Crash crash) {
            stage.tell("    " + crash.getMessage());
        } catch (NotHandleable | NotSkippable refused) {
            stage.tell("    refused: " + words(refused));
        }
    }

    private String words(RuntimeException refused) {
        return String.valueOf(refused.getMessage()).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    private void tell(String line) {
        stage.tell("  " + line);
    }

    private Instant now() {
        return clock.instant();
    }

    private static <T> Optional<T> pick(List<T> some, int which) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(which % some.size()));
    }

    private Optional<Sale> sale(int which) {
        return pick(sales, which);
    }

    Optional<StoredOrder> kept(Sale sale) {
        return orders.find(new OrderKey(company, shop.id(), sale.id));
    }

    List<Fulfillment> parts(Sale sale) {
        return kept(sale).map(one -> orders.fulfillments(company, one.id())).orElse(List.of());
    }

    List<Booking> bookings() {
        return bookings.page(company, BookingFilter.ALL, Optional.empty(), 1000);
    }

    private List<Booking> bookings(BookingState state) {
        // oldest first, as the story goes on
        return bookings().reversed().stream()
                .filter(one -> one.state() == state)
                .toList();
    }

    Optional<Sale> saleOf(String number) {
        return sales.stream().filter(one -> one.number().equals(number)).findFirst();
    }

    private void doIt(Step step) {
        int which = step.which();
        int how = step.how();
        switch (step.deed()) {
            case SHOP_SELLS -> sell(which, how);
            case SHOP_EDITS -> sale(which).ifPresent(sale -> edit(sale, how));
            case SHOP_SHIPS -> sale(which).ifPresent(sale -> ship(sale, how));
            case SHOP_CANCELS_SHIPMENT -> sale(which).ifPresent(sale -> cancel(sale, how));
            case SHOP_TAKES_BACK -> sale(which).ifPresent(sale -> comesBack(sale, how));
            case SHOP_PAYS_BACK -> sale(which).ifPresent(sale -> payBack(sale, how));
            case SHOP_CALLS ->
                sale(which).ifPresent(sale -> {
                    tell("the shop calls about " + sale.number() + (how % 3 == 0 ? ", twice" : ""));
                    for (int i = 0; i <= (how % 3 == 0 ? 1 : 0); i++) {
                        RoundsByHand.hint(context, shop, sale.id);
                    }
                });
            case SHOP_FALLS_SILENT -> {
                tell("the shop does not answer");
                paper.failing = new ShopUnavailable(ShopUnavailable.Code.UNREACHABLE, "no route");
            }
            case SHOP_SPEAKS -> {
                tell("the shop answers");
                paper.failing = null;
            }
            case ROUND -> round();
            case HANDLE -> sale(which).flatMap(this::kept).ifPresent(this::handle);
            case HANDLE_PART -> sale(which).ifPresent(sale -> handlePart(sale, how));
            case UNDO -> delivery(which).ifPresent(this::undo);
            case TAKE_BACK -> delivery(which).ifPresent(one -> takeBack(one, how));
            case RELEASE -> pick(bookings(BookingState.HELD), which).ifPresent(this::release);
            case SKIP ->
                pick(bookings(BookingState.HELD), which).ifPresent(one -> {
                    tell("a person skips " + one.reference().value());
                    bookings.skip(company, one.id(), "aftalt", WHO);
                    excuse(one);
                });
            case RESUME ->
                pick(bookings(BookingState.SKIPPED), which).ifPresent(one -> {
                    tell("a person takes back that " + one.reference().value() + " was skipped");
                    held.resume(company, List.of(one.id()), WHO);
                });
            case ANSWER -> pick(bookings(BookingState.HELD), which).ifPresent(this::answer);
            case APPROVE ->
                pick(drafts(), which).ifPresent(one -> {
                    tell("a person approves " + one.reference().value());
                    mayBeApproved.add(one.reference().value());
                    lastApproval = new UUID(7, ++numbers);
                    approvals.approve(company, lastApproval, List.of(one.id()), WHO);
                });
            case APPROVE_ALL -> {
                tell("a person approves all drafts");
                drafts().forEach(one -> mayBeApproved.add(one.reference().value()));
                lastApproval = new UUID(7, ++numbers);
                approvals.approveAll(company, lastApproval, WHO);
            }
            case STOP_APPROVING -> {
                tell("a person stops approving");
                approvals.stop(company, lastApproval, WHO);
            }
            case MAKE_RIGHT -> pick(openEdits(), which).ifPresent(this::makeRight);
            case LEAVE ->
                pick(openEdits(), which).ifPresent(one -> {
                    tell("a person leaves " + one.orderNumber() + " as it was booked");
                    edits.leave(company, one.id(), "aftalt", WHO);
                    saleOf(one.orderNumber()).ifPresent(sale -> sale.excused = true);
                });
            case MAKE_AGAIN -> pick(gone(), which).ifPresent(this::makeAgain);
            case LET_BE_GONE ->
                pick(gone(), which).ifPresent(one -> {
                    tell("a person lets " + one.reference().value() + " be gone");
                    remaking.accept(company, one.id(), "aftalt", WHO);
                    excuse(one);
                });
            case SAY_WHAT_FOR -> pick(openRefunds(), which).ifPresent(this::sayWhatFor);
            case BILLY_APPROVES ->
                pick(inBilly(one -> one.state().equals("draft") && one.gross() == one.byLines()), which)
                        .ifPresent(one -> {
                            tell("somebody approves " + one.reference() + " in Billy");
                            mayBeApproved.add(one.id());
                            stage.weather().aside(() -> system().approve(new InvoiceId(one.id())));
                        });
            case BILLY_DELETES ->
                pick(inBilly(one -> one.state().equals("draft")), which).ifPresent(this::deleteInBilly);
            case BILLY_VOIDS ->
                pick(inBilly(BooksRead.Document::approved), which).ifPresent(this::voidInBilly);
            case KEY_DIES -> {
                tell("somebody withdraws our key in Billy");
                keyIsDead = true;
                billy.admin()
                        .faults()
                        .order(FaultRule.on(ALL, new Effect.Status(401, "UNAUTHORIZED", null))
                                .withOrganization(setup.keys.organizationId()));
            }
            case KEY_IS_RENEWED -> renewKey();
            case TEMPLATE_CHANGES -> {
                int account = how % 2 == 0 ? 1110 : 1115;
                tell("goods go to account " + account + " from now on");
                changeTemplate(account);
            }
            case STORM -> {
                int strength = 10 + how % 50;
                tell("a storm of " + strength + " % begins");
                stage.weather().storm(strength);
            }
            case CALM -> {
                tell("the storm ends");
                stage.weather().calm();
            }
            case COMMIT_FAILS -> {
                tell("the next commit will fail");
                stage.weather().nextCommitFails();
            }
            case DRAIN -> drain();
            case TIME -> {
                Duration time = List.of(
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3),
                                Duration.ofHours(2))
                        .get(how % 5);
                tell(time.toString().substring(2).toLowerCase(java.util.Locale.ROOT) + " pass");
                clock.advance(time);
            }
            case LOOK -> {
                tell("somebody looks at all documents");
                look();
            }
            case PROOF -> proof();
        }
    }

    private void sell(int which, int how) {
        Sale sale = new Sale(Integer.toString(++numbers + 1000), now(), how % 11 == 0);
        int lines = 1 + which % 3;
        for (int i = 1; i <= lines; i++) {
            sale.line(Integer.toString(i), 1 + (which / 3 + i) % 4, 1 + (how * 7919L + i * 104729L) % 99_999, false);
        }
        if (how % 2 == 0) {
            sale.line(Integer.toString(lines + 1), 1, 3_900, true);
        }
        sale.garbled = how % 13 == 1;
        sales.add(sale);
        tell("the shop sells " + sale.number() + ": " + sale.lines + (sale.garbled ? ", garbled" : ""));
        sale.tell(paper, now());
    }

    private void edit(Sale sale, int how) {
        sale.garbled = false;
        List<String> keys = sale.lines.entrySet().stream()
                .filter(one -> !one.getValue().freight())
                .map(Map.Entry::getKey)
                .toList();
        String key = keys.get(how / 4 % keys.size());
        Sale.Item item = requireNonNull(sale.lines.get(key));
        switch (how % 4) {
            case 0 -> sale.line(key, item.pieces(), 1 + (item.price() * 31 + how) % 99_999, false);
            case 1 -> sale.line(key, item.pieces() + 1, item.price(), false);
            case 2 -> {
                int least = Math.max(1, sale.cameBack(key));
                sale.line(key, Math.max(least, item.pieces() - 1), item.price(), false);
            }
            default -> sale.buyer = sale.buyer.equals("Ida Holm") ? "Bo Lund" : "Ida Holm";
        }
        tell("the shop edits " + sale.number() + ": " + sale.lines + " for " + sale.buyer);
        sale.tell(paper, now());
    }

    private void ship(Sale sale, int how) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        boolean whole = how % 3 != 0;
        sale.lines.forEach((key, item) -> {
            int left = item.pieces() - sale.shipped(key);
            int some = whole ? left : Math.min(left, 1 + how / 3 % 3);
            if (some > 0 && (whole || !item.freight())) {
                pieces.put(key, some);
            }
        });
        if (pieces.isEmpty()) {
            return;
        }
        sale.shipments.add(new Sale.Shipment("s" + ++numbers, now(), pieces, whole, false));
        tell("the shop ships of " + sale.number() + ": " + (whole ? "all that is left " : "") + pieces);
        sale.tell(paper, now());
    }

    private void cancel(Sale sale, int how) {
        if (sale.shipments.isEmpty() || !sale.backs.isEmpty()) {
            return;
        }
        int at = how % sale.shipments.size();
        Sale.Shipment old = sale.shipments.get(at);
        sale.shipments.set(at, new Sale.Shipment(old.key(), old.at(), old.pieces(), old.whole(), true));
        tell("the shop cancels shipment " + old.key() + " of " + sale.number());
        sale.tell(paper, now());
    }

    private void comesBack(Sale sale, int how) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        sale.lines.forEach((key, item) -> {
            int left = sale.shipped(key) - sale.cameBack(key);
            if (left > 0 && !item.freight() && pieces.isEmpty()) {
                pieces.put(key, 1 + how % left);
            }
        });
        if (pieces.isEmpty()) {
            return;
        }
        sale.backs.add(new Sale.Back("b" + ++numbers, now(), pieces));
        tell("to the shop come back of " + sale.number() + ": " + pieces);
        sale.tell(paper, now());
    }

    private void payBack(Sale sale, int how) {
        long worth = sale.lines.entrySet().stream()
                .mapToLong(one -> one.getValue().price()
                        * (one.getValue().freight() ? 0 : sale.shipped(one.getKey()) - sale.cameBack(one.getKey())))
                .sum();
        long already = sale.paidBack.stream().mapToLong(Sale.PaidBack::gross).sum();
        long some = Math.min(100 + how, (worth - already) / 4);
        if (some <= 0) {
            return;
        }
        sale.paidBack.add(new Sale.PaidBack("m" + ++numbers, now(), some));
        tell("the shop pays back " + some + " øre of " + sale.number());
        sale.tell(paper, now());
    }

    void round() {
        tell("a round to the shop");
        RoundsByHand.run(context, shop);
    }

    private void handle(StoredOrder order) {
        tell("a person handles " + order.order().number());
        int made = handling.handleAll(company, List.of(new Handling.Whole(order.id(), now(), null)))
                .size();
        stage.tell("    " + made + " deliveries made");
    }

    private void handlePart(Sale sale, int how) {
        kept(sale).ifPresent(order -> {
            List<String> keys = order.order().lines().stream()
                    .filter(line -> !line.isCarriage())
                    .map(line -> line.key())
                    .toList();
            String key = keys.get(how % keys.size());
            tell("a person handles one piece of line " + key + " of " + sale.number());
            handling.handle(company, order.id(), Map.of(key, BigDecimal.ONE), now(), null);
        });
    }

    private Optional<Fulfillment> delivery(int which) {
        return pick(
                sales.stream()
                        .flatMap(sale -> parts(sale).stream())
                        .filter(one -> !one.isReturn())
                        .toList(),
                which);
    }

    private String name(Fulfillment one) {
        return sales.stream()
                .filter(sale -> kept(sale)
                        .filter(order -> order.id().equals(one.order()))
                        .isPresent())
                .map(sale -> "delivery " + one.number() + " of " + sale.number())
                .findFirst()
                .orElse("a delivery");
    }

    private void changedHere(Fulfillment one) {
        sales.stream()
                .filter(sale -> kept(sale)
                        .filter(order -> order.id().equals(one.order()))
                        .isPresent())
                .forEach(sale -> sale.changedHere = true);
    }

    private void undo(Fulfillment delivery) {
        tell("a person undoes " + name(delivery));
        handling.undo(company, delivery.id(), now());
        changedHere(delivery);
    }

    private void takeBack(Fulfillment delivery, int how) {
        List<String> keys =
                delivery.lines().stream().map(FulfilledLine::lineKey).distinct().toList();
        String key = keys.get(how % keys.size());
        tell("a person takes back one piece of line " + key + " of " + name(delivery));
        handling.takeBack(company, delivery.id(), Map.of(key, BigDecimal.ONE), now(), null);
        changedHere(delivery);
    }

    private void release(Booking one) {
        tell("a person tries " + one.reference().value() + " again");
        bookings.release(company, List.of(one.id()), WHO);
    }

    private void answer(Booking one) {
        boolean country = one.reasons().stream()
                .anyMatch(reason -> reason.kind().answers().contains(AnswerKind.SHOP_COUNTRY));
        if (country) {
            tell("a person says that " + one.reference().value() + " was sold in the shop");
            context.getBean(Answering.class).answer(company, one.id(), new Answer.ShopCountry("DK"), WHO, "");
        }
    }

    private List<Booking> drafts() {
        return bookings(BookingState.SETTLED).stream()
                .filter(Booking::waitsForApproval)
                .toList();
    }

    List<OrderEdit> openEdits() {
        return edits.open(company, Optional.empty(), 100).reversed();
    }

    List<OpenRefund> openRefunds() {
        return refunds.open(company, Optional.empty(), 100).reversed();
    }

    List<HeldArrival> openArrivals() {
        return arrivals.open(company, Optional.empty(), 100).reversed();
    }

    private void makeRight(OrderEdit one) {
        tell("a person has " + one.orderNumber() + " made right");
        edits.makeRight(company, one.id(), "", WHO);
    }

    List<Booking> gone() {
        return bookings().reversed().stream()
                .filter(one -> one.state() == BookingState.SETTLED || one.state() == BookingState.HELD)
                .filter(one -> one.standing() == Standing.GONE || one.standing() == Standing.VOIDED)
                .toList();
    }

    private void makeAgain(Booking one) {
        tell("a person has " + one.reference().value() + " made again");
        BookingId again = remaking.again(company, one.id(), WHO);
        if (mayBeApproved.contains(one.reference().value())) {
            bookings.find(company, again)
                    .ifPresent(made -> stage.tell("    as " + made.reference().value()));
        }
    }

    private void sayWhatFor(OpenRefund one) {
        boolean stands = saleOf(one.orderNumber()).stream()
                .flatMap(sale -> parts(sale).stream())
                .anyMatch(part -> !part.isReturn() && !isTakenBack(part));
        if (!stands) {
            tell("a person says that the money of " + one.orderNumber() + " was for nothing that was delivered");
            refunds.answer(company, one.id(), new RefundAnswer.Nothing(), "aftalt", WHO);
            return;
        }
        tell("a person says that the money of " + one.orderNumber() + " was for all lines");
        refunds.answer(company, one.id(), new RefundAnswer.OverAllLines(), "", WHO);
    }

    private boolean isTakenBack(Fulfillment delivery) {
        return orders.fulfillments(company, delivery.order()).stream()
                .anyMatch(back -> back.reopens() && delivery.id().equals(back.returnOf()));
    }

    private void excuse(Booking one) {
        saleOf(one.orderNumber()).ifPresent(sale -> sale.excused = true);
    }

    List<BooksRead.Document> inBilly(java.util.function.Predicate<BooksRead.Document> which) {
        return BooksRead.of(billy, setup.keys.organizationId()).documents().stream()
                .filter(which)
                .sorted(java.util.Comparator.comparing(BooksRead.Document::reference)
                        .thenComparing(BooksRead.Document::creditNote))
                .toList();
    }

    private void deleteInBilly(BooksRead.Document one) {
        tell("somebody deletes " + one.reference() + " in Billy");
        billy.admin().deleteRecord(setup.keys.organizationId(), "invoices", one.id());
        tamper(one);
    }

    private void voidInBilly(BooksRead.Document one) {
        tell("somebody makes " + one.reference() + " void in Billy");
        try {
            billy.admin().voidInvoice(setup.keys.organizationId(), one.id());
            tamper(one);
        } catch (RuntimeException refused) {
            stage.tell("    Billy refuses");
        }
    }

    private void tamper(BooksRead.Document one) {
        saleOf(one.order()).ifPresent(sale -> sale.tampered = true);
    }

    private AccountingSystem system() {
        return setup.system();
    }

    private void renewKey() {
        if (!keyIsDead) {
            return;
        }
        tell("a person pastes a new key");
        keyIsDead = false;
        billy.admin().faults().clear();
        context.getBean(AccountingIntegrations.class)
                .replaceKey(
                        company,
                        setup.accounting.id(),
                        new Secret(billy.admin().createKey(setup.keys.organizationId(), "ny")));
    }

    private void changeTemplate(int account) {
        Templates templates = context.getBean(Templates.class);
        Template goods = templates.of(company, setup.accounting.id()).templates().stream()
                .filter(one -> one.kind() == TemplateKind.ITEM && one.area() == Area.DOMESTIC)
                .findFirst()
                .orElseThrow();
        templates.save(
                company,
                setup.accounting.id(),
                new Template(TemplateKind.ITEM, Area.DOMESTIC, new AccountNumber(account), goods.ruleset()));
    }

    Optional<Instant> drain() {
        tell("a drain");
        return setup.drain();
    }

    void look() {
        try {
            standings.look(
                    company,
                    bookings().stream()
                            .filter(one -> one.invoice() != null)
                            .map(Booking::id)
                            .toList());
        } catch (AccountingUnavailable away) {
            stage.tell("    Billy does not answer");
        }
    }

    @Nullable
    ProofReport proof() {
        tell("the proof is made");
        try {
            return context.getBean(Proof.class).compare(company, setup.accounting.id(), day(START), day(now()));
        } catch (AccountingUnavailable away) {
            stage.tell("    Billy does not answer");
            return null;
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, java.time.ZoneId.of("Europe/Copenhagen"));
    }

    /** All faults stop. */
    void heal() {
        stage.tell("All faults stop.");
        stage.weather().calm();
        paper.failing = null;
        renewKey();
    }

    /** A person clears everything that waits, as far as there is something to press. */
    void clearEverything() {
        for (Sale sale : sales) {
            if (sale.garbled) {
                sale.garbled = false;
                tell("the shop mends " + sale.number());
                sale.tell(paper, now());
            }
        }
        for (HeldArrival one : openArrivals()) {
            tell("a person reads order " + one.shopOrderId() + " again");
            arrivals.tryAgain(company, one.id());
        }
        openEdits().forEach(this::quietly);
        for (OpenRefund one : openRefunds()) {
            attempt(() -> sayWhatFor(one));
        }
        for (Booking one : gone()) {
            attempt(() -> makeAgain(one));
        }
        for (Booking one : bookings(BookingState.HELD)) {
            clear(one);
        }
    }

    boolean anythingToClear() {
        return sales.stream().anyMatch(sale -> sale.garbled)
                || !openArrivals().isEmpty()
                || !openEdits().isEmpty()
                || !openRefunds().isEmpty()
                || !gone().isEmpty()
                || !bookings(BookingState.HELD).isEmpty();
    }

    private void quietly(OrderEdit edit) {
        attempt(() -> makeRight(edit));
    }

    private void clear(Booking one) {
        Set<String> codes = new HashSet<>();
        one.reasons().forEach(reason -> codes.add(reason.code()));
        InvoiceId document = one.invoice();
        if (codes.contains("LINES_GONE")) {
            attempt(() -> sales.stream()
                    .flatMap(sale -> parts(sale).stream())
                    .filter(part -> part.id().equals(one.fulfillment()))
                    .forEach(this::undo));
        } else if (codes.contains("ORIGINAL_IS_DRAFT")) {
            bookings().stream()
                    .filter(Booking::waitsForApproval)
                    .filter(draft -> draft.order().equals(one.order()))
                    .forEach(draft -> {
                        tell("a person approves " + draft.reference().value());
                        mayBeApproved.add(draft.reference().value());
                        approvals.approve(company, new UUID(7, ++numbers), List.of(draft.id()), WHO);
                    });
        } else if (codes.contains("REJECTED") && document != null) {
            // Billy approves no credit note of a document that was made void meanwhile: it is deleted there, and let be
            // gone here
            inBilly(doc -> doc.id().equals(document.value()) && doc.state().equals("draft"))
                    .forEach(this::deleteInBilly);
            look();
            attempt(() -> remaking.accept(company, one.id(), "aftalt", WHO));
            excuse(one);
        } else if (codes.contains("GROSS_DIFFERS") && document != null) {
            inBilly(doc -> doc.id().equals(document.value()) && doc.state().equals("draft"))
                    .forEach(this::deleteInBilly);
            attempt(() -> release(one));
        } else if (one.standing() != Standing.GONE && one.standing() != Standing.VOIDED) {
            attempt(() -> answer(one));
            attempt(() -> release(one));
        }
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (NotHandleable | NotSkippable refused) {
            stage.tell("    refused: " + words(refused));
        }
    }
}
