package dk.ordrebro.command.demo;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import java.math.BigDecimal;
import java.util.Random;

/** The kinds of sale the invented shop makes, with how many of a hundred are of the kind. */
enum Sale {
    DANISH_CONSUMER(58) {
        @Override
        Order make(Basket basket) {
            basket.boughtBy(People.dane(basket.random())).goods();
            extras(basket);
            return freight(basket).checkOut();
        }
    },
    DANISH_GIFT(5) {
        @Override
        Order make(Basket basket) {
            Person giver = People.dane(basket.random());
            Person friend = People.dane(basket.random());
            return basket.boughtBy(giver)
                    .deliveredTo(friend.address())
                    .goods()
                    .fee("Gaveindpakning", "25.00")
                    .freight("Pakke til døren", "59.00")
                    .checkOut();
        }
    },
    DANISH_COMPANY(12) {
        @Override
        Order make(Basket basket) {
            basket.boughtBy(People.danishCompany(basket.random()));
            if (basket.random().nextBoolean()) {
                basket.withoutVatInPrices();
            }
            return freight(basket.goods()).checkOut();
        }
    },
    EU_CONSUMER(9) {
        @Override
        Order make(Basket basket) {
            return basket.boughtBy(People.euConsumer(basket.random()))
                    .goods()
                    .freight("Pakke til udlandet", "99.00")
                    .checkOut();
        }
    },
    EU_CONSUMER_IN_EURO(4) {
        @Override
        Order make(Basket basket) {
            return basket.in("EUR")
                    .boughtBy(People.german())
                    .goods()
                    .freight("Pakke til udlandet", "99.00")
                    .checkOut();
        }
    },
    EU_COMPANY(5) {
        @Override
        Order make(Basket basket) {
            return basket.withoutVatInPrices()
                    .taxedAt(VatRate.ZERO)
                    .boughtBy(People.euCompany(basket.random()))
                    .goods()
                    .freight("Pakke til udlandet", "99.00")
                    .checkOut();
        }
    },
    OUTSIDE(7) {
        @Override
        Order make(Basket basket) {
            return basket.withoutVatInPrices()
                    .taxedAt(VatRate.ZERO)
                    .boughtBy(People.outside(basket.random()))
                    .goods()
                    .freight("Pakke til udlandet", "149.00")
                    .checkOut();
        }
    };

    private final int share;

    Sale(int share) {
        this.share = share;
    }

    abstract Order make(Basket basket);

    static Sale any(Random random) {
        int left = random.nextInt(100);
        for (Sale sale : values()) {
            left -= sale.share;
            if (left < 0) {
                return sale;
            }
        }
        throw new AssertionError("bug: the shares do not make a hundred");
    }

    private static void extras(Basket basket) {
        switch (basket.random().nextInt(10)) {
            case 0 -> basket.discount("VELKOMMEN10", new Discount.Percent(BigDecimal.TEN), false);
            case 1 -> basket.discount("50 kr. retur", new Discount.Amount(new BigDecimal("50")), false);
            case 2 -> basket.discount("Jubilæum", new Discount.Percent(new BigDecimal("15")), true);
            case 3 -> basket.paidPartlyByGiftCard("200.00");
            default -> {}
        }
    }

    private static Basket freight(Basket basket) {
        return switch (basket.random().nextInt(4)) {
            case 0 -> basket.freight("Pakke til døren", "59.00");
            case 1 -> basket.freight("Fragt", "0.00");
            default -> basket.freight("Pakke til pakkeshop", "39.00");
        };
    }
}
