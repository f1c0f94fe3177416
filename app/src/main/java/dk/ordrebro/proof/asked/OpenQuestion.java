package dk.ordrebro.proof.asked;

import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something a shop told that nothing is made of before a person has answered.
 *
 * @param day in Copenhagen, on which the proof counts it
 * @param amount with VAT, negative where money went back; null where nobody can say
 */
public record OpenQuestion(
        LocalDate day,
        OrderIntegrationId shop,
        Kind kind,
        @Nullable Money amount) {

    /** What is asked. */
    public enum Kind {
        /** An order that was not understood, on the day it was held. */
        ARRIVAL,
        /** An order changed after it was booked, with what was booked, on the day of the document. */
        EDIT,
        /** Money paid back without pieces, on the day it was paid. */
        REFUND
    }
}
