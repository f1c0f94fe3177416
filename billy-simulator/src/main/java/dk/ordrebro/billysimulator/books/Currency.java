package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;

/** Keys of a currency (reference 6.11). */
public final class Currency {
    public static final Schema SCHEMA = Schema.of("currency", "currencies");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<BigDecimal> EXCHANGE_RATE = SCHEMA.decimal("exchangeRate", DOCUMENTED);

    private Currency() {}
}
