package dk.ordrebro.enrichment.treatment;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import dk.ordrebro.vies.VatNumber;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Decides how VAT treats a sale ({@code docs/reference/vat.md} 2 and 5.5). The shop's own rates tell what the customer was charged;
 * where they are missing the buyer decides. An EU sale is zero-rated only with a verified number of another member state.
 */
public final class Treatments {

    public static final VatRate DANISH = VatRate.percent("25");

    private final StandardRates standardRates;

    public Treatments(StandardRates standardRates) {
        this.standardRates = standardRates;
    }

    /**
     * What the sale is, on the day of its delivery; else what only a person can say.
     *
     * @param oss whether the seller declares sales of that day to consumers of other member states by One Stop Shop
     */
    public Verdict decide(Order order, Territory territory, LocalDate day, boolean oss) {
        return switch (territory.area()) {
            case DOMESTIC -> domestic(order.customer());
            case OUTSIDE -> outside(order, territory);
            case EU -> eu(order, territory, day, oss);
        };
    }

    private static Verdict domestic(Customer customer) {
        return new Verdict.Decided(VatTreatment.DOMESTIC, typeOf(customer), written(customer));
    }

    private static Verdict outside(Order order, Territory territory) {
        if (chargesVat(order)) {
            return open(Question.TAX_CHARGED_ON_EXPORT, new Fact.Country(territory.country()));
        }
        return new Verdict.Decided(VatTreatment.EXPORT_ZERO, typeOf(order.customer()), written(order.customer()));
    }

    private Verdict eu(Order order, Territory territory, LocalDate day, boolean oss) {
        Set<VatRate> charged = rates(order);
        boolean says = !charged.isEmpty() || order.stated().vat() != null;
        if (says && !chargesVat(order)) {
            return business(order, territory);
        }
        if (!says) {
            Verdict business = business(order, territory);
            if (business instanceof Verdict.Decided) {
                return business;
            }
            if (business instanceof Verdict.Open(var question)
                    && question.kind() == Question.VAT_NUMBER_UNVERIFIED
                    && order.priceMode() == PriceMode.EXCLUDING_VAT) {
                // nobody knows whether VAT comes on top of the price, and it is never put there on a guess
                return new Verdict.Open(new Reason(Question.RATE_UNTOLD, question.facts()));
            }
        }
        return consumer(order, charged, territory, day, oss);
    }

    private static Verdict business(Order order, Territory territory) {
        Customer customer = order.customer();
        String written = written(customer);
        if (written.isEmpty()) {
            return open(Question.VAT_NUMBER_INVALID, new Fact.VatNumber(""));
        }
        var number = VatNumber.read(written, territory.vatCountry());
        if (number.isEmpty() || number.get().country().equals("DK")) {
            return open(Question.VAT_NUMBER_INVALID, new Fact.VatNumber(written));
        }
        if (!customer.vatNumberVerified()) {
            return open(
                    Question.VAT_NUMBER_UNVERIFIED,
                    new Fact.VatNumber(number.get().toString()));
        }
        return new Verdict.Decided(
                VatTreatment.EU_BUSINESS_ZERO, BuyerType.COMPANY, number.get().toString());
    }

    private Verdict consumer(Order order, Set<VatRate> charged, Territory territory, LocalDate day, boolean oss) {
        boolean danish = charged.stream().allMatch(rate -> rate.isZero() || rate.equals(DANISH));
        VatRate destination = standardRates.on(day, territory.taxedBy()).orElse(DANISH);
        boolean theirs = charged.stream().allMatch(rate -> rate.compareTo(destination) <= 0);
        if (oss && charged.contains(DANISH) && !destination.equals(DANISH)) {
            return open(
                    Question.OSS_DANISH_VAT,
                    new Fact.Country(territory.vatCountry()),
                    Fact.Rates.of(DANISH),
                    Fact.Rates.of(destination));
        }
        if (!theirs && (!danish || oss)) {
            return open(
                    Question.FOREIGN_VAT,
                    new Fact.Country(territory.vatCountry()),
                    new Fact.Rates(charged.stream().sorted().toList()));
        }
        return new Verdict.Decided(
                danish && !oss ? VatTreatment.EU_CONSUMER_DANISH_VAT : VatTreatment.EU_CONSUMER_OSS,
                BuyerType.PERSON,
                written(order.customer()));
    }

    private static boolean chargesVat(Order order) {
        Money vat = order.stated().vat();
        return rates(order).stream().anyMatch(rate -> !rate.isZero()) || (vat != null && !vat.isZero());
    }

    private static Set<VatRate> rates(Order order) {
        return order.lines().stream()
                .filter(line ->
                        line.quantity().signum() != 0 && line.unitPrice().signum() != 0)
                .map(line -> line.vatRate())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static BuyerType typeOf(Customer customer) {
        return customer.companyName() != null || customer.vatNumber() != null ? BuyerType.COMPANY : BuyerType.PERSON;
    }

    private static String written(Customer customer) {
        String number = customer.vatNumber();
        return number == null ? "" : number.strip();
    }

    private static Verdict open(Question question, Fact... facts) {
        return new Verdict.Open(question.with(facts));
    }
}
