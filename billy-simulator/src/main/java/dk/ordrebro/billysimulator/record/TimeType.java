package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A moment, to the second; on the wire without a zone. */
@Behaviour(value = "Datetimes are YYYY-MM-DDTHH:MM:SS without a zone", known = Known.RECORDED, where = "2.5")
@Behaviour(value = "They are in UTC", known = Known.GUESSED, where = "14", question = 19)
@Behaviour(value = "Filters take YYYY-MM-DD HH:MM:SS", known = Known.DOCUMENTED, where = "2.5")
record TimeType() implements FieldType<Instant> {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Override
    public Instant read(JsonNode node) {
        return readText(node.isString() ? node.stringValue() : "");
    }

    @Override
    public Instant readText(String text) {
        try {
            String joined = text.replace(' ', 'T');
            return LocalDateTime.parse(joined.length() == 10 ? joined + "T00:00:00" : joined)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            throw new WrongValue(
                    "must be a time as YYYY-MM-DD HH:MM:SS", "skal være et tidspunkt som ÅÅÅÅ-MM-DD TT:MM:SS");
        }
    }

    @Override
    public void write(JsonGenerator out, Instant value) {
        out.writeString(WIRE.format(value.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public int compare(Instant left, Instant right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "datetime";
    }
}
