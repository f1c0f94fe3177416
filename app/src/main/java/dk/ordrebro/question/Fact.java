package dk.ordrebro.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * One fact of a reason, with its type, so that each reader writes it in their own form. Stored as {@code {"is":"Amount","money":"DKK 12.50"}};
 * the names of types and parts never change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Amount.class, name = "Amount"),
    @JsonSubTypes.Type(value = Fact.Day.class, name = "Day"),
    @JsonSubTypes.Type(value = Fact.Moment.class, name = "Moment"),
    @JsonSubTypes.Type(value = Fact.Rates.class, name = "Rates"),
    @JsonSubTypes.Type(value = Fact.Country.class, name = "Country"),
    @JsonSubTypes.Type(value = Fact.Place.class, name = "Place"),
    @JsonSubTypes.Type(value = Fact.Currency.class, name = "Currency"),
    @JsonSubTypes.Type(value = Fact.Count.class, name = "Count"),
    @JsonSubTypes.Type(value = Fact.Quantity.class, name = "Quantity"),
    @JsonSubTypes.Type(value = Fact.OrderNumber.class, name = "OrderNumber"),
    @JsonSubTypes.Type(value = Fact.OurReference.class, name = "OurReference"),
    @JsonSubTypes.Type(value = Fact.Document.class, name = "Document"),
    @JsonSubTypes.Type(value = Fact.DocumentKind.class, name = "DocumentKind"),
    @JsonSubTypes.Type(value = Fact.Account.class, name = "Account"),
    @JsonSubTypes.Type(value = Fact.Ruleset.class, name = "Ruleset"),
    @JsonSubTypes.Type(value = Fact.TemplateOf.class, name = "TemplateOf"),
    @JsonSubTypes.Type(value = Fact.Line.class, name = "Line"),
    @JsonSubTypes.Type(value = Fact.VatNumber.class, name = "VatNumber"),
    @JsonSubTypes.Type(value = Fact.Person.class, name = "Person"),
    @JsonSubTypes.Type(value = Fact.Text.class, name = "Text")
})
public sealed interface Fact {

    /** As a program reads it: amounts {@code DKK 12.50}, days {@code 2026-11-23}, everything else as it was written. */
    String plain();

    /** What two orders that ask the same have in common; empty for a fact that belongs to one order alone. */
    default Optional<Fact> shared() {
        return Optional.of(this);
    }

    record Amount(Money money) implements Fact {
        @Override
        public String plain() {
            return money.toString();
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    /** A day in Copenhagen. */
    record Day(LocalDate day) implements Fact {
        @Override
        public String plain() {
            return day.toString();
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    record Moment(Instant at) implements Fact {
        @Override
        public String plain() {
            return at.toString();
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    /** One VAT rate or several; none where nobody told of one. */
    record Rates(List<VatRate> rates) implements Fact {
        public Rates {
            rates = List.copyOf(rates);
        }

        public static Rates of(VatRate... rates) {
            return new Rates(List.of(rates));
        }

        @Override
        public String plain() {
            return rates.stream().map(VatRate::toString).collect(Collectors.joining(", "));
        }
    }

    /** An ISO 3166-1 code. */
    record Country(String code) implements Fact {
        @Override
        public String plain() {
            return code;
        }
    }

    /** Where a delivery goes, as the address writes it; parts it does not give are empty. */
    record Place(String country, String postcode, String city) implements Fact {
        @Override
        public String plain() {
            return String.join(" ", country, postcode, city)
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    /** An ISO 4217 code. */
    record Currency(String code) implements Fact {
        @Override
        public String plain() {
            return code;
        }
    }

    record Count(long count) implements Fact {
        @Override
        public String plain() {
            return Long.toString(count);
        }
    }

    /** Pieces of a line. */
    record Quantity(BigDecimal quantity) implements Fact {
        @Override
        public String plain() {
            return quantity.toPlainString();
        }
    }

    /** What customer and shop owner call an order. */
    record OrderNumber(String number) implements Fact {
        @Override
        public String plain() {
            return number;
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    /** The key we stamp on a document. */
    record OurReference(String reference) implements Fact {
        @Override
        public String plain() {
            return reference;
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    /**
     * A document in the accounting program.
     *
     * @param id the program's own
     * @param number what people call it; empty while it has none
     */
    record Document(String id, String number) implements Fact {
        @Override
        public String plain() {
            return number.isEmpty() ? id : number;
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.empty();
        }
    }

    /** {@code INVOICE} or {@code CREDIT_NOTE}. */
    record DocumentKind(String type) implements Fact {
        @Override
        public String plain() {
            return type;
        }
    }

    /** A ledger account; its name is empty where it is not known. */
    record Account(String number, String name) implements Fact {
        @Override
        public String plain() {
            return name.isEmpty() ? number : number + " " + name;
        }
    }

    /** A VAT ruleset of the accounting program by its own id; its name is empty where it is not known. */
    record Ruleset(String id, String name) implements Fact {
        @Override
        public String plain() {
            return name.isEmpty() ? id : name;
        }
    }

    /** A template by the names of its kind of line and its area, such as {@code ITEM} and {@code DOMESTIC}. */
    record TemplateOf(String kind, String area) implements Fact {
        @Override
        public String plain() {
            return kind + "/" + area;
        }
    }

    /** A line of the order, by the shop's key and in its words. Lines with the same words ask the same. */
    record Line(String key, String title) implements Fact {
        @Override
        public String plain() {
            return title;
        }

        @Override
        public Optional<Fact> shared() {
            return Optional.of(new Line("", title));
        }
    }

    /** A VAT or registration number as it was written. */
    record VatNumber(String written) implements Fact {
        @Override
        public String plain() {
            return written;
        }
    }

    /** Somebody who signs in. */
    record Person(String who) implements Fact {
        @Override
        public String plain() {
            return who;
        }
    }

    /** A stranger's words, shown as they are: what a shop, a program or a person wrote. */
    record Text(String words) implements Fact {
        @Override
        public String plain() {
            return words;
        }
    }
}
