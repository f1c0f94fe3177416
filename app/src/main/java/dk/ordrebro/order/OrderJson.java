package dk.ordrebro.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.ordrebro.money.MoneyJson;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How orders and fulfilled lines are written in the database. Old rows must stay readable: parts may be added, never renamed. */
final class OrderJson {

    private static final JsonMapper MAPPER =
            MoneyJson.mapper().addMixIn(Discount.class, DiscountForms.class).build();

    private static final TypeReference<List<FulfilledLine>> LINES = new TypeReference<>() {};

    private OrderJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Order order(String json) {
        return MAPPER.readValue(json, Order.class);
    }

    static List<FulfilledLine> lines(String json) {
        return MAPPER.readValue(json, LINES);
    }

    /** Two orders with the same hash say the same. */
    static String hash(String json) {
        return DigestUtils.sha256Hex(json);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Discount.Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = Discount.Amount.class, name = "amount")
    })
    private interface DiscountForms {}
}
