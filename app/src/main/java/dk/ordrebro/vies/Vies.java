package dk.ordrebro.vies;

import dk.ordrebro.outside.OutsideHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Commission's public REST service, {@code POST check-vat-number}. Its contract and codes: {@code docs/reference/vat.md} 4.3.
 * Errors come with status 200 as well as with 400 and 500; a question whose own number is refused is asked once more without it.
 */
final class Vies implements VatRegister {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutsideHttp http;
    private final URI address;

    /** @param address of the service, without a slash at its end */
    Vies(OutsideHttp http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public Reply ask(VatNumber number, Optional<VatNumber> requester) {
        Reply reply = post(number, requester);
        return requester.isPresent() && refusesRequester(reply) ? post(number, Optional.empty()) : reply;
    }

    private static boolean refusesRequester(Reply reply) {
        return reply instanceof Reply.NotTold not && not.seen().equals(ViesAnswer.OUR_NUMBER_REFUSED);
    }

    private Reply post(VatNumber number, Optional<VatNumber> requester) {
        URI uri = URI.create(address + "/check-vat-number");
        if (!http.allows(uri)) {
            return new Reply.NotTold(Obstacle.UNREACHABLE, "the address is not allowed: " + uri);
        }
        HttpPost request = new HttpPost(uri);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setEntity(
                new ByteArrayEntity(JSON.writeValueAsBytes(question(number, requester)), ContentType.APPLICATION_JSON));
        try {
            return http.exchange(request, response -> read(response, number));
        } catch (IOException e) {
            return new Reply.NotTold(Obstacle.UNREACHABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> question(VatNumber number, Optional<VatNumber> requester) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("countryCode", number.country());
        question.put("vatNumber", number.digits());
        requester.ifPresent(ours -> {
            question.put("requesterMemberStateCode", ours.country());
            question.put("requesterNumber", ours.digits());
        });
        return question;
    }

    private Reply read(ClassicHttpResponse response, VatNumber asked) throws IOException {
        return ViesAnswer.read(
                response.getCode(), new String(http.body(response.getEntity()), StandardCharsets.UTF_8), asked);
    }
}
