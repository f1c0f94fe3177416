package dk.ordrebro.booking;

import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.money.MoneyJson;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/** How drafts, trails and reasons are written in the database. Old rows must stay readable: parts may be added, never renamed. */
public final class BookingJson {

    private static final JsonMapper MAPPER = MoneyJson.mapper().build();

    private BookingJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads a frozen draft and makes sure that it is the one that was frozen.
     *
     * @throws IllegalStateException when the text does not have the hash it was stored with
     */
    public static InvoiceDraft draft(String json, String hash) {
        if (!hash(json).equals(hash)) {
            throw new IllegalStateException(
                    "A frozen draft was changed in the database: its hash is no longer " + hash);
        }
        return MAPPER.readValue(json, InvoiceDraft.class);
    }

    public static Trail trail(String json) {
        return MAPPER.readValue(json, Trail.class);
    }

    public static Invoice answer(String json) {
        return MAPPER.readValue(json, Invoice.class);
    }

    static List<Reason> reasons(String json) {
        return QuestionJson.reasons(json, BookingKinds.ALL);
    }

    static String hash(String json) {
        return DigestUtils.sha256Hex(json);
    }
}
