package dk.ordrebro.booking.list;

import org.joda.money.Money;

/**
 * What documents put on one account by one template and VAT rule. Credit notes count with a minus.
 *
 * @param template kind and area, such as "ITEM/DOMESTIC"; empty where no template chose the account
 */
public record AccountSum(
        String account, String accountName, String template, String ruleset, long documents, Money net, Money vat) {}
