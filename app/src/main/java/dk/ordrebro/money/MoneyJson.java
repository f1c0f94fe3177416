package dk.ordrebro.money;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How money is written in JSON that we keep: {@code "DKK 12.50"}, a currency {@code "DKK"}, a rate {@code "25"} (percent).
 * Text, so that no reader can take it for a binary floating point number.
 */
public final class MoneyJson extends SimpleModule {

    public MoneyJson() {
        super("ordrebro-money");
        addSerializer(Money.class, new Writer<>(Money.class));
        addSerializer(CurrencyUnit.class, new Writer<>(CurrencyUnit.class));
        addSerializer(VatRate.class, new RateWriter());
        addDeserializer(Money.class, new Reader<>(Money.class, Money::parse));
        addDeserializer(CurrencyUnit.class, new Reader<>(CurrencyUnit.class, CurrencyUnit::of));
        addDeserializer(VatRate.class, new Reader<>(VatRate.class, text -> new VatRate(new BigDecimal(text))));
    }

    /** A mapper for records that we keep: their components and nothing that is computed from them. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new MoneyJson())
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY));
    }

    private static final class Writer<T> extends StdSerializer<T> {

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }

    private static final class RateWriter extends StdSerializer<VatRate> {

        RateWriter() {
            super(VatRate.class);
        }

        @Override
        public void serialize(VatRate value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.percent().toPlainString());
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private final transient Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (IllegalCurrencyException | NumberFormatException e) {
                throw context.weirdStringException(text, handledType(), e.getMessage());
            }
        }
    }
}
