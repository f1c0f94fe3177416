package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.proof.asked.OpenQuestions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares, and keeps the latest result of each day in PostgreSQL. The accounting program is asked outside any transaction. */
class JdbcProof implements Proof, Findings {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Orders orders;
    private final Bookings bookings;
    private final OpenQuestions questions;
    private final ReadBack readBack;
    private final OrderIntegrations shops;
    private final AccountingIntegrations integrations;
    private final AccountingSystems systems;
    private final ProofRows rows;
    private final KeptRows kept;
    private final SumsRead sums;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcProof(
            Orders orders,
            Bookings bookings,
            OpenQuestions questions,
            ReadBack readBack,
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            ProofRows rows,
            KeptRows kept,
            SumsRead sums,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.orders = orders;
        this.bookings = bookings;
        this.questions = questions;
        this.readBack = readBack;
        this.shops = shops;
        this.integrations = integrations;
        this.systems = systems;
        this.rows = rows;
        this.kept = kept;
        this.sums = sums;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ProofReport compare(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        AccountingIntegration integration = integrations
                .find(company, accounting)
                .orElseThrow(() -> new IllegalArgumentException("No accounting integration " + accounting));
        ProofReport report = compareAndKeep(integration, from, through);
        events.publishEvent(new Happened(
                company,
                Who.current(),
                "proof",
                accounting.toString(),
                report.verdict().word(),
                List.of(
                        integration.name(),
                        from.toString(),
                        through.toString(),
                        Integer.toString(report.invoices()),
                        Integer.toString(report.findings().size()),
                        Long.toString(report.sum(ProofDay::waiting).n()))));
        return report;
    }

    /** Compares and tells nobody. Where our documents stand is read back from the same listing, so that every page knows what this one saw. */
    ProofReport compareAndKeep(AccountingIntegration integration, LocalDate from, LocalDate through) {
        CompanyId company = integration.company();
        AccountingIntegrationId accounting = integration.id();
        AccountingSystem system = systems.open(integration);
        Comparison comparison = new Comparison(bound(company, accounting), system);
        Map<RateKey, BigDecimal> rates = new HashMap<>();
        ReadBack.Reading reading = readBack.begin(integration);
        bookings.between(company, accounting, from, through, booking -> {
            comparison.booking(booking);
            reading.expect(booking);
        });
        orders.handled(company, start(from), start(through.plusDays(1)), comparison::handled);
        system.invoices(from, through, invoice -> {
            comparison.invoice(invoice);
            reading.saw(invoice);
            note(rates, invoice);
        });
        reading.end();
        for (OrderId order : sums.soldTwice(company, accounting, from, through)) {
            new SamePieces(
                            bookings.ofOrder(company, order),
                            orders.fulfillments(company, order),
                            booking -> comparison.lives(booking, from, through))
                    .each((earlier, later) -> {
                        if (!later.day().isBefore(from) && !later.day().isAfter(through)) {
                            comparison.samePieces(earlier, later);
                        }
                    });
        }
        Comparison.Result found = withCustomers(company, comparison.result(from, through, clock.instant()));
        transaction.executeWithoutResult(status -> {
            rows.replace(company, accounting, found);
            rates.forEach(
                    (key, rate) -> kept.rate(company.value(), key.currency(), key.day(), Rates.Source.LEDGER, rate));
        });
        return report(company, accounting, from, through);
    }

    private record RateKey(String currency, LocalDate day) {}

    private static void note(Map<RateKey, BigDecimal> rates, Invoice invoice) {
        BigDecimal rate = invoice.exchangeRate();
        String currency = invoice.currency().getCode();
        if (rate != null && !currency.equals("DKK")) {
            rates.put(new RateKey(currency, invoice.date()), rate);
        }
    }

    private Comparison.Result withCustomers(CompanyId company, Comparison.Result result) {
        Map<BookingId, String> customers = sums.customers(
                company,
                result.findings().stream()
                        .flatMap(finding -> Stream.ofNullable(finding.booking()))
                        .toList());
        return new Comparison.Result(
                result.from(),
                result.through(),
                result.days(),
                result.findings().stream()
                        .map(one -> {
                            BookingId booking = one.booking();
                            return booking == null ? one : one.of(customers.getOrDefault(booking, ""));
                        })
                        .toList());
    }

    private List<OrderIntegration> bound(CompanyId company, AccountingIntegrationId accounting) {
        return shops.all(company).stream()
                .filter(shop -> shop.boundTo().filter(accounting::equals).isPresent())
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(COPENHAGEN).toInstant();
    }

    @Override
    public Optional<Span> span(CompanyId company, AccountingIntegrationId accounting) {
        return bookings.days(company, accounting).map(days -> new Span(days.from(), days.through()));
    }

    @Override
    public ProofReport report(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        SumsRead.Whose whose = whose(company, accounting, Optional.empty());
        List<Finding> findings = rows.findings(company, accounting, from, through);
        DaysTogether days = new DaysTogether();
        sums.days(whose, from, through).forEach(days::add);
        rows.days(company, accounting, from, through).forEach(days::ledger);
        findings.forEach(days::finding);
        questions.between(company, from, through).stream()
                .filter(one -> whose.bound().contains(one.shop()))
                .forEach(days::asked);
        return new ProofReport(from, through, days.days(), findings, clock.instant());
    }

    /** Shops that are bound nowhere belong to the first of a company's accounting integrations, so that they are not left out. */
    private SumsRead.Whose whose(
            CompanyId company, AccountingIntegrationId accounting, Optional<OrderIntegrationId> only) {
        boolean first = integrations.all(company).stream()
                .map(AccountingIntegration::id)
                .findFirst()
                .filter(accounting::equals)
                .isPresent();
        List<OrderIntegrationId> mine = shops.all(company).stream()
                .filter(shop -> shop.boundTo().map(accounting::equals).orElse(first))
                .map(OrderIntegration::id)
                .toList();
        return new SumsRead.Whose(company, accounting, mine, only);
    }

    @Override
    public Bridge bridge(
            CompanyId company,
            AccountingIntegrationId accounting,
            Optional<OrderIntegrationId> shop,
            LocalDate from,
            LocalDate through) {
        return Bridge.of(from, through, sums.cells(whose(company, accounting, shop), from, through));
    }

    @Override
    public List<BridgeOrder> orders(
            CompanyId company,
            AccountingIntegrationId accounting,
            Optional<OrderIntegrationId> shop,
            LocalDate from,
            LocalDate through,
            Bridge.Row row,
            int skip,
            int size) {
        return sums.orders(whose(company, accounting, shop), from, through, row, skip, size);
    }

    @Override
    public Rates rates(CompanyId company) {
        return sums.rates(company);
    }

    @Override
    public Optional<Night> night(CompanyId company, AccountingIntegrationId accounting) {
        return rows.night(company, accounting);
    }

    @Override
    public Map<CompanyId, Night> nights(Collection<CompanyId> companies) {
        return rows.nights(companies);
    }

    @Override
    public boolean hasFindings(CompanyId company, AccountingIntegrationId accounting) {
        return rows.hasFindings(company, accounting);
    }

    @Override
    public List<Open> open(CompanyId company, int atMost) {
        return rows.open(company, EnumSet.allOf(Finding.Kind.class), atMost);
    }

    @Override
    public Figures total(CompanyId company) {
        return rows.total(company, EnumSet.allOf(Finding.Kind.class));
    }

    @Override
    public List<Open> open(CompanyId company, Set<Finding.Kind> kinds, int atMost) {
        return rows.open(company, kinds, atMost);
    }

    @Override
    public Figures total(CompanyId company, Set<Finding.Kind> kinds) {
        return rows.total(company, kinds);
    }
}
