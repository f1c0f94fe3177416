package dk.ordrebro.intake.refund;

import java.time.Instant;
import org.joda.money.Money;

/**
 * Money a shop paid back without saying for which pieces. What it was for is asked, and only where something was delivered and not taken back.
 *
 * @param shopKey the shop's own id of it, the same whenever it is told; not that of a a return of pieces
 * @param gross all that was paid back under that id so far, with VAT
 * @param words what the shop wrote beside it; may be empty
 */
public record ShopRefund(String shopKey, Instant at, Money gross, String words) {}
