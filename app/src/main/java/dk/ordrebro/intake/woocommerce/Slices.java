package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.order.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Cuts answers apart and puts them together without touching a byte of an order: what is kept is what the shop sent. */
final class Slices {

    private Slices() {}

    /** The objects of an array; none where it is no array. */
    static List<Raw> of(Raw array) {
        byte[] bytes = array.bytes();
        List<Raw> slices = new ArrayList<>();
        try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Api.odd("no list: " + excerpt(bytes));
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                parser.skipChildren();
                int to = Math.toIntExact(parser.currentLocation().getByteOffset());
                slices.add(Raw.of(Arrays.copyOfRange(bytes, from, to)));
            }
        }
        return slices;
    }

    private static String excerpt(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8);
    }

    /** {@code {"order":…,"refunds":[…]}}. */
    static Raw together(Raw order, Raw refunds) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("{\"order\":".getBytes(StandardCharsets.UTF_8));
        all.writeBytes(order.bytes());
        all.writeBytes(",\"refunds\":".getBytes(StandardCharsets.UTF_8));
        all.writeBytes(refunds.bytes());
        all.writeBytes("}".getBytes(StandardCharsets.UTF_8));
        return Raw.of(all.toByteArray());
    }

    static Raw array(List<Raw> objects) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write('[');
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                all.write(',');
            }
            all.writeBytes(objects.get(i).bytes());
        }
        all.write(']');
        return Raw.of(all.toByteArray());
    }

    /** Some shops name a refund with id 0 that is none. */
    static boolean hasRefunds(JsonNode order) {
        return Json.list(order, "refunds").stream()
                .anyMatch(refund -> Json.id(refund, "id").isPresent());
    }
}
