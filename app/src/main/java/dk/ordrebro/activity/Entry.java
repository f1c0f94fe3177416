package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be written, before it has its place in the chain.
 *
 * @param facts a JSON array of texts
 */
record Entry(CompanyId company, String who, String subject, String subjectId, String verb, String facts) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Entry of(CompanyId company, String who, String subject, Object subjectId, String verb, List<String> facts) {
        return new Entry(company, who, subject, subjectId.toString(), verb, JSON.writeValueAsString(facts));
    }

    static List<String> facts(String json) {
        return List.of(JSON.readValue(json, String[].class));
    }
}
