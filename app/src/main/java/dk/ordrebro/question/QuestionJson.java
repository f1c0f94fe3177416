package dk.ordrebro.question;

import dk.ordrebro.money.MoneyJson;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way reasons and answers are written in a database: {@code [{"kind":"AREA_UNSURE","facts":[{"is":"Place",…}]}]}.
 * Old rows must stay readable: kinds, types and parts may be added, never renamed without a migration.
 */
public final class QuestionJson {

    private static final JsonMapper MAPPER = MoneyJson.mapper().build();

    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private QuestionJson() {}

    private record Row(String kind, List<Fact> facts) {}

    public static String write(List<Reason> reasons) {
        return MAPPER.writerFor(ROWS)
                .writeValueAsString(reasons.stream()
                        .map(reason -> new Row(reason.code(), reason.facts()))
                        .toList());
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalStateException when a kind is not one of the reader's
     */
    public static List<Reason> reasons(String json, Kinds kinds) {
        List<Row> rows = MAPPER.readValue(json, ROWS);
        return rows.stream()
                .map(row -> new Reason(
                        kinds.find(row.kind)
                                .orElseThrow(() -> new IllegalStateException("Unknown kind of reason " + row.kind)),
                        row.facts))
                .toList();
    }

    public static String write(Answer answer) {
        return MAPPER.writerFor(Answer.class).writeValueAsString(answer);
    }

    public static Answer answer(String json) {
        return MAPPER.readValue(json, Answer.class);
    }
}
