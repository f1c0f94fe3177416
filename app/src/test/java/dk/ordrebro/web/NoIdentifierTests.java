package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.integration.OrderIntegrationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

/** What a field says of a thing: its identifier, or nothing. */
class NoIdentifierTests {

    private final DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();

    NoIdentifierTests() {
        conversions.addConverter(new NoIdentifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void namesNothingWhenLeftEmpty(String empty) {
        assertThat(conversions.convert(empty, OrderIntegrationId.class)).isNull();
    }

    @Test
    void isReadByTheIdentifierItself() {
        UUID id = UUID.randomUUID();

        assertThat(conversions.convert(" " + id + " ", OrderIntegrationId.class))
                .isEqualTo(new OrderIntegrationId(id));
    }

    @Test
    void isRefusedWhenItIsNone() {
        assertThatThrownBy(() -> conversions.convert("butikken", OrderIntegrationId.class))
                .isInstanceOf(ConversionFailedException.class);
    }
}
