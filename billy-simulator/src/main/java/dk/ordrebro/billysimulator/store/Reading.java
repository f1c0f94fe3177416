package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One company's records, as they are or as a change under way would leave them. */
public interface Reading {

    @Nullable
    Row find(Schema schema, @Nullable String id);

    /** The records whose indexed key has this value, oldest first. */
    List<Row> having(Schema schema, Field<String> indexed, String value);

    /** Any one of {@link #having}, without collecting them all. */
    @Nullable
    Row anyHaving(Schema schema, Field<String> indexed, String value);

    List<Row> all(Schema schema);

    /** The company's own record. */
    Row organization();

    /** The schema with this singular name. */
    @Nullable
    Schema schema(String singular);
}
