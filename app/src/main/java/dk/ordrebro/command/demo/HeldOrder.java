package dk.ordrebro.command.demo;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Order;

/** Orders of the invented shop that a person must look at first, named after the question they raise. */
enum HeldOrder {
    COUNTRY_MISSING {
        @Override
        Order make(Basket basket) {
            return sold(basket.boughtBy(movedTo(People.dane(basket.random()), "")))
                    .checkOut();
        }
    },
    COUNTRY_UNKNOWN {
        @Override
        Order make(Basket basket) {
            return sold(basket.boughtBy(movedTo(People.dane(basket.random()), "Norden")))
                    .checkOut();
        }
    },
    AREA_UNSURE {
        @Override
        Order make(Basket basket) {
            Address maybeFaroese = new Address("Sára Hansen", "Havnegade 155", "800", "", "DK");
            return sold(basket.boughtBy(People.dane(basket.random()).at(maybeFaroese)))
                    .checkOut();
        }
    },
    RATE_DISAGREES {
        @Override
        Order make(Basket basket) {
            basket.taxedAt(VatRate.percent("12")).boughtBy(People.dane(basket.random()));
            return sold(basket).checkOut();
        }
    },
    TAX_CHARGED_ON_EXPORT {
        @Override
        Order make(Basket basket) {
            return sold(basket.boughtBy(People.norwegian())).checkOut();
        }
    },
    VAT_NUMBER_UNVERIFIED {
        @Override
        Order make(Basket basket) {
            Person unverified = People.german().trading("Petersen Raumkunst", "DE683510341", false);
            return untaxed(basket.boughtBy(unverified));
        }
    },
    VAT_NUMBER_INVALID {
        @Override
        Order make(Basket basket) {
            Person mistyped = People.german().trading("Petersen Raumkunst", "DE683510342", true);
            return untaxed(basket.boughtBy(mistyped));
        }
    },
    FOREIGN_VAT {
        @Override
        Order make(Basket basket) {
            basket.taxedAt(VatRate.percent("21")).boughtBy(People.german());
            return sold(basket).checkOut();
        }
    },
    TOTAL_DISAGREES {
        @Override
        Order make(Basket basket) {
            return basket.boughtBy(People.dane(basket.random())).goods().checkOutOffBy("39.00");
        }
    },
    GIFT_CARD_TEMPLATE_MISSING {
        @Override
        Order make(Basket basket) {
            return sold(basket.boughtBy(People.dane(basket.random())).giftCardSold("500.00"))
                    .checkOut();
        }
    };

    abstract Order make(Basket basket);

    private static Basket sold(Basket basket) {
        return basket.goods().freight("Pakke til pakkeshop", "39.00");
    }

    private static Order untaxed(Basket basket) {
        return sold(basket.withoutVatInPrices().taxedAt(VatRate.ZERO)).checkOut();
    }

    private static Person movedTo(Person person, String country) {
        Address home = person.address();
        return person.at(new Address(home.name(), home.street(), home.postcode(), home.city(), country));
    }
}
